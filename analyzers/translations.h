// SPDX-License-Identifier: GPL-2.0-or-later
// The news in three languages: what a word or term of one is called in the others.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"

namespace khabar {

/// One way to say it in another language.
struct Translation {
  std::string_view language;            ///< "fa", "ar", "en".
  std::string_view text;                ///< As people write it; UTF-8.
  std::vector<std::string_view> words;  ///< Folded words, in order; one for most.
  std::vector<std::string_view> stems;  ///< Their stems.
  double weight = 1.0;  ///< 1 for the usual term, less for synonyms and rarer senses.
};

/// The translations of the longest term that begins with the first of `stems` (stems of words as
/// analyze() gives them in `language`, "fa", "ar" or "en"); `count` receives how many stems it
/// takes, 0 where the lexicon has none. Example: fa, [hush, masnu'i, iran] -> ar, "adh-dhaka'
/// al-istina'i"; count 2. Rows that have the term with the very `words` of the text, folded, come
/// first: al-ittisalat is telecommunications before it is calls. The words of terms are those of
/// words_of_term(). Views are into static data, in which they are looked up as they stand there.
/// Thread safety: thread-safe. Source: data/news/translations.txt, written for khabar. Wrong for:
/// words of several senses, whose news sense comes first.
std::vector<Translation> translations(std::span<const std::string_view> stems,
                                      std::string_view language, std::size_t& count,
                                      std::span<const std::string_view> words = {});

/// The `count` of translations() alone. Thread safety: thread-safe.
std::size_t words_of_longest_term(std::span<const std::string_view> stems,
                                  std::string_view language);

/// What a name is called in one language.
struct NameTerm {
  const Language* language = nullptr;  ///< Never nullptr.
  std::string_view text;               ///< As the lexicon writes it; of one word or several.
  double weight = 1.0;                 ///< 1 for the usual term, less for synonyms.
};

/// What the longest English name that begins with the first of `words` (folded, in Latin letters)
/// is called in Persian and Arabic; `count` as above. Names are the lexicon's terms in capitals
/// (syria, iaea, "saudi arabia"; not oil) and what data/names/english.txt has: john, mobile. Views
/// are into static data. Thread safety: thread-safe; the first call reads the list (a millisecond
/// or two, no stems). Wrong for: names that are other words, too, once folded (may, who).
std::vector<NameTerm> terms_of_english_name(std::span<const std::string_view> words,
                                            std::size_t& count);

/// Whether a folded word is an acronym among those names, which are all in capitals there (gcc,
/// who; not syria). Thread safety: as above.
bool is_english_acronym(std::string_view folded);

}  // namespace khabar
