// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC, KAF U+06A9.
#include <algorithm>
#include <cstdint>

#include "analyzers/affixes.h"
#include "analyzers/language.h"
#include "analyzers/lexicon.h"
#include "analyzers/persian_stem.h"
#include "analyzers/persian_verbs.h"
#include "analyzers/spoken_forms.h"
#include "analyzers/stopwords.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr std::string_view kAlef = "\u0627";
constexpr std::string_view kHeh = "\u0647";
constexpr std::string_view kWaw = "\u0648";
constexpr std::string_view kHehAlef = "\u0647\u0627";  // the plural
constexpr std::string_view kYeh = "\u06CC";
constexpr std::string_view kPluralEzafeAsSpoken = "\u0627\u06CC";  // ALEF FARSI YEH
constexpr std::string_view kPluralEzafe = "\u0647\u0627\u06CC";    // HEH ALEF FARSI YEH
constexpr std::string_view kAlefNoon = "\u0627\u0646";             // the plural of people
constexpr std::string_view kGlided = "\u06CC\u0627\u0646";         // the same behind a vowel
constexpr std::string_view kTar = "\u062A\u0631";                  // TEH REH "more"

constexpr std::size_t kMinLetters = 3;
// Articles that have the word, at most, and the rest, for each of these.
constexpr std::uint32_t kRare = 30, kTimesCommoner = 30;
constexpr std::uint32_t kKnown = 20;
constexpr std::uint32_t kCommon = 200;

std::uint32_t count(std::string_view word, std::string_view ending) {
  return persian_word_count(Joined(word, ending));
}

bool is_plural(std::string_view word, std::string_view rest) {
  if (!word.ends_with(kAlef)) return false;
  // naqsh-ha "roles", no naqshe "map".
  if (rest.ends_with(kHeh) &&
      persian_word_count(rest.substr(0, rest.size() - kHeh.size())) >= persian_word_count(rest))
    return false;
  return count(rest, kHehAlef) + count(rest, kAlefNoon) + count(rest, kGlided) >=
         kMinPersianArticles;
}

bool has_copula(std::string_view word, std::string_view rest) {
  if (!word.ends_with(kHeh) || rest.ends_with(kAlef) || rest.ends_with(kWaw) ||
      rest.ends_with(kHeh))
    return false;
  // bishtar is as common as bish: bishe is a forest.
  const std::uint32_t more = count(rest, kTar);
  const bool adjective =
      rest.ends_with(kTar) || (more >= kMinPersianArticles && 2 * more < persian_word_count(rest));
  return adjective && count(word, kHehAlef) + count(word, kPluralEzafe) == 0;
}

}  // namespace

std::string persian_written_form(std::string_view word) {
  static const WordMap spoken(data::fa_spoken());
  if (const std::string_view listed = spoken.find(word); !listed.empty())
    return std::string(listed);
  if (const std::string_view usual = persian_usual_spelling(word); !usual.empty())
    return persian_verb_stem(word).empty() ? std::string() : std::string(usual);
  if (letter_count(word) <= kMinLetters || persian_word_count(word) > kRare) return {};
  if (word.ends_with(kPluralEzafeAsSpoken)) word.remove_suffix(kYeh.size());
  if (!word.ends_with(kAlef) && !word.ends_with(kHeh) && !word.ends_with(kWaw)) return {};
  std::string_view rest = word.substr(0, word.size() - kAlef.size());
  if (const std::string_view usual = persian_usual_spelling(rest); !usual.empty()) rest = usual;
  const std::uint32_t articles = persian_word_count(rest);
  const std::uint32_t own = persian_word_count(word);
  if (articles < std::max(kKnown, kTimesCommoner * own)) return {};
  if (is_stop_word(rest, language_of_tag("fa"))) return {};
  const bool object = word.ends_with(kWaw) && own == 0 && articles >= kCommon;
  if (!object && !is_plural(word, rest) && !has_copula(word, rest)) return {};
  return std::string(rest);
}

}  // namespace khabar
