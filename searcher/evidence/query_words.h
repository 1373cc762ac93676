// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query as they are read: plain data, which the parts of this folder mark and then
// make evidence of.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/token.h"
#include "searcher/acronyms.h"
#include "searcher/query_terms.h"
#include "searcher/search_results.h"

namespace khabar {

/// One word of the query in all its readings.
struct QueryWord {
  std::vector<std::string> surfaces{};
  std::vector<std::string> stems{};  ///< In the order of the languages that read it, each once.
  /// Of several languages: the one whose rules alone make a stem of the word. In articles of the
  /// others it is another word: dars "lesson", by the Arabic rules, of Persian dorost "right".
  std::map<std::string, const Language*, std::less<>> stem_of{};
  std::string written{};
  TokenKind kind = TokenKind::word;
  Acronym acronym = Acronym::none;
  bool compound = false;
  bool piece = false;       ///< Of a compound
  bool opaque = false;      ///< of which it does not speak; a compound of such pieces alone.
  std::uint32_t begin = 0;  ///< In the text.
  std::uint32_t end = 0;
  bool stop = false;                      ///< A function word in every language that reads it.
  bool may_stop = false;                  ///< In one of them: ghayr, in Persian half a compound.
  bool house = false;                     ///< See is_house().
  bool half = false;                      ///< Of two words that are mostly written as one.
  const QueryWord* first_half = nullptr;  ///< The word before, where these are mostly written so.
  bool beside = false;  ///< A half of what enough documents have: finds nothing alone.
  std::vector<std::string> number{};                ///< Words of one, up to this one, if several.
  std::vector<std::vector<std::string>> numbers{};  ///< How else the number is written.
  std::optional<NumberedDay> day{};  ///< That the number is, of three numbers or one.
  std::string spoken{};              ///< How a word of the spoken language is written.
  std::string spoken_stem{};         ///< The stem of that.
  EvidenceOrigin spoken_origin = EvidenceOrigin::spoken;
  std::optional<double>
      foreign{};                  ///< Share of its weight in other languages, where not all of it.
  Xapian::doccount known_as = 0;  ///< Documents with the name that the lexicon has for it.
  bool translated = false;        ///< An English word, by the lexicon.
  bool in_lexicon = false;        ///< A part of a term that it translates.
  bool paired = false;            ///< In Latin letters, part of a name of two words.
  std::string shown{};            ///< What a word of a pair is shown as.
  double weight = 1.0;
  EvidenceOrigin origin = EvidenceOrigin::typed;
};

/// Keyed by where a word stands, so that its readings meet. A compound begins where its first piece
/// does, before it.
using QueryWords = std::map<std::pair<std::uint32_t, bool>, QueryWord>;

/// The two words before a word, those there are.
struct Neighbours {
  const QueryWord* first = nullptr;
  const QueryWord* last = nullptr;
};

/// The words of `text`, as each of `languages` reads them. Longer ones than any word are noted in
/// `terms`. Thread safety, also of what follows: thread-safe.
QueryWords read_words(std::string_view text, std::span<const Language* const> languages,
                      TermCollector& terms);

/// The same of a text that was typed, where a function word may be none, and another word one.
QueryWords read_typed_words(std::string_view text, std::span<const Language* const> languages,
                            TermCollector& terms);

/// Those that are no compounds.
std::vector<QueryWord*> plain_words(QueryWords& words);

/// The words of a number of several, as they were typed; else the one.
std::vector<std::string> typed_words(const QueryWord& word);

/// The stem that `language`, perhaps one of `read_by` which read the query, gives a word.
std::string stem_in(const QueryWord& word, const Language& language,
                    std::span<const Language* const> read_by);

}  // namespace khabar
