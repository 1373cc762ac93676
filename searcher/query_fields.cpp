// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_fields.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "analyzers/arabic_letters.h"
#include "analyzers/characters.h"
#include "searcher/acronyms.h"

namespace khabar {
namespace {

using arabic_letters::kArticle;

constexpr std::array<std::string_view, 6> kFields = {"title", "source", "category",
                                                     "lang",  "date",   "id"};

// The name, and the field.
constexpr auto kOtherNames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"headline", "title"},
    {"body", kTextField},
    {"text", kTextField},
    {"content", kTextField},
    {"site", "source"},
    {"outlet", "source"},
    {"language", "lang"},
    {"\u0639\u0646\u0648\u0627\u0646", "title"},     // `unwan
    {"\u0646\u0635", kTextField},                    // nass
    {"\u0645\u062A\u0646", kTextField},              // matn
    {"\u0645\u0635\u062F\u0631", "source"},          // masdar
    {"\u0645\u0646\u0628\u0639", "source"},          // manba`
    {"\u062A\u0635\u0646\u064A\u0641", "category"},  // tasnif
    {"\u0642\u0633\u0645", "category"},              // qism
    {"\u062F\u0633\u062A\u0647", "category"},        // daste
    {"\u0628\u062E\u0634", "category"},              // bakhsh
    {"\u062A\u0627\u0631\u064A\u062E", "date"},      // tarikh, Arabic YEH
    {"\u062A\u0627\u0631\u06CC\u062E", "date"},      // tarikh, FARSI YEH
    {"\u0644\u063A\u0629", "lang"},                  // lugha
    {"\u0644\u063A\u0647", "lang"},                  // lugha, HEH
    {"\u0632\u0628\u0627\u0646", "lang"},            // zaban
    {"\u0645\u0639\u0631\u0641", "id"},              // mu`arrif
    {"\u0634\u0646\u0627\u0633\u0647", "id"},        // shenase
});

// Capitals make no difference.
bool is_before_colon(std::string_view text, std::string_view name) {
  return text.substr(name.size() < text.size() ? name.size() : text.size()).starts_with(':') &&
         in_small_letters(text.substr(0, name.size())) == name;
}

// Whether one letter is to be changed, added or left out, or two beside each other changed.
bool is_one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a == b || b.size() - a.size() > 1) return false;
  const auto same =
      static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  const std::string_view rest_a = a.substr(same), rest_b = b.substr(same);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

}  // namespace

FieldName field_name_at(std::string_view text) {
  for (const std::string_view field : kFields) {
    if (is_before_colon(text, field)) return {field, field.size(), false};
  }
  const std::size_t article = text.starts_with(kArticle) ? kArticle.size() : 0;
  for (const auto& [name, field] : kOtherNames) {
    const bool latin = is_latin_letter(name.front());
    if (latin && article > 0) continue;
    if (is_before_colon(text.substr(article), name)) return {field, article + name.size(), !latin};
  }
  return {};
}

std::string_view nearest_field(std::string_view name) {
  constexpr std::size_t kFewestLetters = 4;  // "in:" is no slip for id:
  for (const std::string_view field : kFields) {
    if (field.size() >= kFewestLetters && is_one_slip(in_small_letters(name), field)) return field;
  }
  return {};
}

}  // namespace khabar
