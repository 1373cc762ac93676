// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC, KAF U+06A9.
#include <array>
#include <cstdint>
#include <span>

#include "analyzers/affixes.h"
#include "analyzers/arabic_lexicon.h"
#include "analyzers/spoken_forms.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr std::string_view kArticle = "\u0627\u0644";  // ALEF LAM
// HEH "this", AIN "on", before the article.
constexpr std::array<std::string_view, 2> kBeforeArticle = {"\u0647", "\u0639"};
// HAH and HEH of the future, BEH of the present.
constexpr std::array<std::string_view, 3> kBeforeVerb = {"\u062D", "\u0647", "\u0628"};
// YEH and TEH of "he" and "she".
constexpr std::array<std::string_view, 2> kPersons = {"\u06CC", "\u062A"};

// Letters behind the article, and of a verb.
constexpr std::size_t kMinLetters = 3, kMinVerbLetters = 4;
constexpr std::uint32_t kKnown = 50;
// Of what the news hardly have.
constexpr std::uint32_t kTimesCommoner = 500;

bool begins_with_any(std::string_view word, std::span<const std::string_view> fronts) {
  for (const std::string_view front : fronts) {
    if (word.starts_with(front)) return true;
  }
  return false;
}

}  // namespace

std::string arabic_written_form(std::string_view word) {
  static const WordMap spoken(data::ar_spoken());
  if (const std::string_view listed = spoken.find(word); !listed.empty())
    return std::string(listed);
  constexpr std::size_t kLetter = kBeforeVerb[0].size();
  if (word.size() <= kLetter) return {};
  const std::string_view rest = word.substr(kLetter);
  const bool noun = begins_with_any(word, kBeforeArticle) && rest.starts_with(kArticle) &&
                    letter_count(rest.substr(kArticle.size())) >= kMinLetters;
  const bool may_be_verb = begins_with_any(word, kBeforeVerb) && begins_with_any(rest, kPersons) &&
                           letter_count(rest) >= kMinVerbLetters;
  if (!noun && !may_be_verb) return {};
  const ArabicLexicon& lexicon = ArabicLexicon::get();
  const std::uint32_t articles = lexicon.count(rest);
  if (articles < kKnown || articles < kTimesCommoner * lexicon.count(word)) return {};
  return noun || !lexicon.verb(rest).empty() ? std::string(rest) : std::string();
}

}  // namespace khabar
