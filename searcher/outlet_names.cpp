// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/outlet_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "analyzers/arabic_letters.h"
#include "analyzers/listed_names.h"
#include "analyzers/name_keys.h"
#include "searcher/one_name.h"

namespace khabar {
namespace {

// Folded.
constexpr auto kLatinKinds = std::to_array<std::string_view>(
    {"news", "agency", "online", "channel", "network", "tv", "press", "newspaper", "daily",
     "telegram", "arabia", "arabic", "persian", "farsi", "fa", "ar", "e"});
constexpr auto kKinds = std::to_array<std::string_view>({
    "\u0646\u06CC\u0648\u0632",                          // niyuz
    "\u062E\u0628\u0631\u06AF\u0632\u0627\u0631\u06CC",  // khabargozari
    "\u0627\u0646\u0644\u0627\u06CC\u0646",              // anlayn
    "\u0627\u0648\u0646\u0644\u0627\u06CC\u0646",        // unlayn
    "\u0634\u0628\u06A9\u0647",                          // shabake
    "\u0631\u0648\u0632\u0646\u0627\u0645\u0647",        // ruzname
    "\u0633\u0627\u06CC\u062A",                          // sayt
    "\u067E\u0627\u06CC\u06AF\u0627\u0647",              // paygah
    "\u062E\u0628\u0631\u06CC",                          // khabari
    "\u0648\u06A9\u0627\u0644\u0647",                    // wikala
    "\u0627\u0644\u0627\u0646\u0628\u0627\u0621",        // al-anba'
    "\u0627\u0646\u0628\u0627\u0621",                    // anba'
    "\u0642\u0646\u0627\u0647",                          // qanat
    "\u0635\u062D\u06CC\u0641\u0647",                    // sahifa
    "\u062C\u0631\u06CC\u062F\u0647",                    // jarida
    "\u0645\u0648\u0642\u0639",                          // mawqi`
    "\u062A\u0644\u0641\u0632\u06CC\u0648\u0646",        // tilifiziyun
    "\u062A\u0644\u06AF\u0631\u0627\u0645",              // telegram
    "\u062A\u06CC\u0644\u06CC\u063A\u0631\u0627\u0645",  // tiligram
    "\u0639\u0631\u0628\u06CC\u0647",                    // `arabiyya
    "\u0627\u0644\u0639\u0631\u0628\u06CC\u0647",        // al-`arabiyya
    "\u0641\u0627\u0631\u0633\u06CC",                    // farsi
});

bool is_kind(std::string_view word) {
  return std::ranges::find(kKinds, word) != kKinds.end() ||
         std::ranges::find(kLatinKinds, word) != kLatinKinds.end();
}

using Words = std::vector<std::string>;

Words without_kinds(const Words& words) {
  Words names;
  std::copy_if(words.begin(), words.end(), std::back_inserter(names),
               [](const std::string& word) { return !is_kind(word); });
  // qanat al-'arabiyya
  if (names.empty() && words.size() > 1) names.assign(words.begin() + 1, words.end());
  return names;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

// There are few outlets: sky is sakay, although such short words leave no such room elsewhere.
bool sounds_like(std::string_view written, std::string_view name) {
  constexpr double kFarthest = 0.5;
  using arabic_letters::kArticle;  // which no Latin name has here
  if (written == name) return true;
  if (written.starts_with(kArticle) && sounds_like(written.substr(kArticle.size()), name))
    return true;
  if (is_latin(written) == is_latin(name)) return false;
  return sound_like_one_name(written, name, kFarthest);
}

// Whether `joined`, in Latin letters, is the words from `at` on, kinds between and behind them.
bool is_joined(std::string_view joined, const Words& words, std::size_t at) {
  constexpr std::size_t kFewestLetters = 3;
  if (joined.empty()) return at == words.size();
  for (const std::string_view kind : kLatinKinds) {
    if (kind.size() >= kFewestLetters && joined.starts_with(kind) &&
        is_joined(joined.substr(kind.size()), words, at))
      return true;
  }
  if (at == words.size()) return false;
  for (std::size_t size = kFewestLetters; size <= joined.size(); ++size) {
    if (sounds_like(words[at], joined.substr(0, size)) &&
        is_joined(joined.substr(size), words, at + 1))
      return true;
  }
  return false;
}

}  // namespace

std::string_view without_domain(std::string_view source) {
  constexpr std::string_view kWww = "www.";
  const std::size_t dot = source.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 == source.size() ||
      !std::ranges::all_of(source, [](char c) { return c > ' ' && c < 0x7F; }))
    return source;
  source = source.substr(0, dot);
  if (source.starts_with(kWww)) source.remove_prefix(kWww.size());
  return source;
}

bool is_outlet_called(const std::vector<std::string>& written,
                      const std::vector<std::string>& value) {
  constexpr std::size_t kMostWords = 6, kMostLetters = 40;
  const Words names = without_kinds(written), names_of_value = without_kinds(value);
  if (names.empty() || names.size() > kMostWords) return false;
  if (names.size() == names_of_value.size() &&
      std::equal(names.begin(), names.end(), names_of_value.begin(), sounds_like))
    return true;
  return names_of_value.size() == 1 && names_of_value.front().size() <= kMostLetters &&
         is_latin(names_of_value.front()) && is_joined(names_of_value.front(), names, 0);
}

bool is_agency_called(const std::vector<std::string>& written,
                      const std::vector<std::string>& value) {
  const auto is_called = [&](const Words& words) {
    return are_one_agency(joined(words), joined(value)) ||
           are_one_agency(joined(words), joined(without_kinds(value)));
  };
  return is_called(written) || is_called(without_kinds(written));
}

}  // namespace khabar
