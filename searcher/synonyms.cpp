// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/synonyms.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "analyzers/analyzer.h"
#include "analyzers/utf8.h"
#include "searcher/text_words.h"

namespace khabar {
namespace {

constexpr std::string_view kOneWay = "=>";
constexpr std::string_view kArabicComma = "\u060C";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

// The terms between commas; an empty one where two commas meet.
std::vector<std::string_view> terms_of(std::string_view text) {
  std::vector<std::string_view> terms;
  for (;;) {
    const std::size_t latin = text.find(','), arabic = text.find(kArabicComma);
    const std::size_t end = std::min(latin, arabic);
    terms.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return terms;
    text.remove_prefix(end + (latin < arabic ? 1 : kArabicComma.size()));
  }
}

const Language* sure_language_of(std::string_view text) {
  const Detection detected = detect_language(text);
  return detected.confidence >= kSureLanguage ? detected.language : nullptr;
}

}  // namespace

Synonyms::Synonyms(std::string_view list, const std::string& path) {
  std::size_t number = 0;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    const std::string_view line = trimmed(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    const std::string where = path + ", line " + std::to_string(++number) + ": ";
    if (line.empty() || line.starts_with('#')) continue;
    if (to_code_points(line).find(kReplacementCharacter) != std::u32string::npos)
      throw std::runtime_error(where + "not in UTF-8 (convert it with iconv)");
    const std::size_t arrow = line.find(kOneWay);
    const auto found =
        terms_of(arrow == std::string_view::npos ? line : line.substr(arrow + kOneWay.size()));
    const auto asked = arrow == std::string_view::npos ? found : terms_of(line.substr(0, arrow));
    const auto is_empty = [](std::string_view term) { return term.empty(); };
    if (std::ranges::any_of(found, is_empty) || std::ranges::any_of(asked, is_empty) ||
        (arrow == std::string_view::npos && found.size() < 2))
      throw std::runtime_error(where +
                               "write terms that mean the same with commas between them, "
                               "or \"asked for => found as well\"");
    add(asked, found, where);
  }
  if (terms_.empty()) throw std::runtime_error(path + " has no synonyms");
}

Synonyms Synonyms::read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string list{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) throw std::runtime_error("cannot read the synonyms in " + path);
  return Synonyms(list, path);
}

void Synonyms::add(const std::vector<std::string_view>& asked,
                   const std::vector<std::string_view>& found, const std::string& where) {
  for (const std::string_view one : asked) {
    for (const std::string_view other : found) {
      if (one != other) add(one, index_of(other), where);
    }
  }
}

// By the rules of every language: a query is read by those of its documents.
void Synonyms::add(std::string_view asked, std::size_t term, const std::string& where) {
  TokenList tokens;
  for (const Language* language : all_languages()) {
    analyze(asked, *language, tokens);
    const auto stems = words_of(tokens).stems;
    if (stems.empty() || stems.size() > kMostWords)
      throw std::runtime_error(where + "\"" + std::string(asked) + "\" has " +
                               (stems.empty() ? "no word" : "more than eight words"));
    std::vector<std::size_t>& terms = found_[key_of(language->tag, stems)];
    if (std::ranges::find(terms, term) == terms.end()) terms.push_back(term);
  }
}

std::size_t Synonyms::index_of(std::string_view text) {
  const auto [place, is_new] = places_.try_emplace(std::string(text), terms_.size());
  if (is_new) terms_.push_back({std::string(text), sure_language_of(text)});
  return place->second;
}

Synonyms::Key Synonyms::key_of(std::string_view tag, std::span<const std::string_view> stems) {
  Key key(tag);
  for (const std::string_view stem : stems) key.append(" ").append(stem);
  return key;
}

std::vector<const Synonyms::Term*> Synonyms::of(std::span<const std::string_view> stems,
                                                const Language& language,
                                                std::size_t& count) const {
  for (count = std::min(stems.size(), kMostWords); count > 0; --count) {
    const auto place = found_.find(key_of(language.tag, stems.first(count)));
    if (place == found_.end()) continue;
    std::vector<const Term*> terms;
    terms.reserve(place->second.size());
    for (const std::size_t term : place->second) terms.push_back(&terms_[term]);
    return terms;
  }
  return {};
}

}  // namespace khabar
