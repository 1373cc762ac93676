// SPDX-License-Identifier: GPL-2.0-or-later
// Whose words a query is in.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyzers/language.h"
#include "searcher/query_tree.h"
#include "searcher/search_results.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// A language that a query is in while the documents are in another.
struct LanguageAcross {
  const Language* language = nullptr;   ///< Never nullptr.
  const Language* documents = nullptr;  ///< The language of the documents; never nullptr.
  bool sure = false;                    ///< False: the words may as well be meant in that one.
  bool by_letters = false;              ///< Its letters alone speak for it: KEHEH, FARSI YEH.
};

/// What asking across languages for the tree `root` of a query means. Who asks across languages for
/// documents of one (by lang:, or as the index has no other) mostly asks in another: barq for
/// Arabic articles is electricity, as in Persian, and no lightning. Evidence are letters, how much
/// commoner the news of either language have the words, and terms of the lexicon (huquq-e bashar).
/// A term that is common in both is searched in both senses: inqilab, in Arabic a coup, in Persian
/// a revolution. Nothing where the words speak for the language of the documents, and where the
/// lexicon translates none of them. Wrong for: a word that both languages have and that is meant in
/// the sense that is rare in the news. Source: own queries, 2026-11. Throws Xapian::Error. Thread
/// safety: as Vocabulary.
std::optional<LanguageAcross> language_across(const QueryNode& root, const Vocabulary& vocabulary);

/// Whether each word of a query is one of the news of all `languages`, and hardly commoner in those
/// of `other`: mehman "guest", in Arabic "two tasks". What an index in them lacks of such words it
/// has in no other meaning. Wrong for: who means the word of the other language.
bool are_words_of(std::span<const Language* const> languages, const std::string& query,
                  const Language& other);

/// The languages whose rules read the query with the tree `root`: that of the request, or that of
/// its words; a query of unsure language is read by every language of which the index holds
/// documents, unless `across`, what language_across() says of it, tells. Throws Xapian::Error.
/// Thread safety: as Vocabulary.
std::vector<const Language*> languages_of(const SearchRequest& request, const QueryNode& root,
                                          const Vocabulary& vocabulary,
                                          const std::optional<LanguageAcross>& across);

/// The language whose letters a query has, where the index has much of it and of another one, too:
/// TEH MARBUTA and hamzas on ALEF speak for Arabic, KEHEH and FARSI YEH for Persian, and so do the
/// article and function words. nullptr where its letters tell nothing, where the words are far
/// commoner in the other language (Persian on an Arabic keyboard), and in an index of one language.
/// Wrong for: Arabic on a Persian keyboard of words that are commoner in Persian. Throws
/// Xapian::Error. Thread safety: as Vocabulary.
const Language* language_of_letters(const QueryNode& root, const Vocabulary& vocabulary);

/// A query and by whose rules it is read.
struct ReadQuery {
  ParsedQuery parsed;
  std::vector<const Language*> languages;  ///< Several where it is of unsure language.
  std::optional<LanguageAcross> across = {};
  const Language* leading = nullptr;  ///< Whose documents lead, if any; see language_of_letters().
};

}  // namespace khabar
