// SPDX-License-Identifier: GPL-2.0-or-later
// The light stem of Persian words: suffixes come off where what remains is attested, verbs go to
// their infinitive.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/lexicon.h"

namespace khabar {

/// The stem of a folded word, in memory of this thread that holds until its next call; `scratch` is
/// room to work in. Thread safety: thread-safe.
std::string_view persian_stem(std::string_view word, std::string& scratch);

/// What persian_stem() does to the word, step by step. Thread safety: thread-safe.
std::vector<StemStep> explain_persian_stem(std::string_view word);

/// The same in `scratch`, without verbs: "bini" stays, though it is a form of didan.
std::string_view persian_noun_stem(std::string_view word, std::string& scratch);

/// The usual spelling of a folded word where data/fa/spellings.txt lists another one: tehran with
/// TAH -> with TEH; else empty. Thread safety: thread-safe.
std::string_view persian_usual_spelling(std::string_view word);

/// Whether nothing comes off the folded word: it is listed in data/fa/whole.txt or names.txt.
bool persian_stays_whole(std::string_view word);

/// In how many articles of data/fa/words.txt the folded word stands; a few for a word of
/// data/fa/section_words.txt that is not there. Thread safety: thread-safe.
std::uint32_t persian_word_count(std::string_view word);

/// The places of data/fa/places.txt, folded. Thread safety: thread-safe.
const WordSet& persian_places();

/// Whether a folded word ends like who or what does something (bankdar), by data/fa/agents.txt,
/// with so many letters before that. Thread safety: thread-safe.
bool is_persian_agent(std::string_view word, std::size_t letters_before);

/// Whether a folded word ends in ALEF or WAW, behind which YEH glides before a vowel: daneshju-yi.
inline bool ends_in_vowel(std::string_view word) {
  return word.ends_with("\u0627") || word.ends_with("\u0648");
}

/// What fewer articles have is more likely a misspelling than a word.
inline constexpr std::uint32_t kMinPersianArticles = 3;

/// The adjective in YEH of a noun, the noun of such an adjective, where both are stems and keep the
/// same company: naft -> nafti, nafti -> naft, ghaza -> ghaza'i; also a people and its land:
/// afghan -> afghanistan; and a past stem that is a noun and its infinitive: shekast "defeat" ->
/// shekastan; else empty. Source: data/fa/relations.txt and yeh_words.txt, counted, families.txt,
/// written, and the conjugation. Thread safety: thread-safe.
std::vector<std::string> persian_relations(std::string_view stem);

}  // namespace khabar
