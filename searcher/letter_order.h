// SPDX-License-Identifier: GPL-2.0-or-later
// The letters of a query's words that folding takes away, in the order of the first results.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/telling_spellings.h"
#include "indexer/schema.h"
#include "searcher/query_tree.h"

namespace khabar {

/// The words of a query that a letter tells from another word which folds alike
/// (letter_spellings(), has_other_word()), and how far a text has each in its own letters. Clitics
/// before a word do not matter; marks within it hide it. Thread safety: thread-compatible.
class LetterOrder {
 public:
  LetterOrder() = default;
  /// Words that need not occur or must; not those of phrases, nor excluded ones. None of a query of
  /// more than three: the others say which word is meant.
  LetterOrder(const QueryNode& query, const std::vector<const Language*>& languages);

  bool empty() const { return words_.empty(); }

  /// What a text has of the words.
  struct Finding {
    bool typed = false;   ///< One of them in its letters.
    bool others = false;  ///< One of them in other letters only.
    double share = 0;     ///< What other letters, or none, take away of the score, 0 to 1.
  };
  Finding look_at(const StoredFields& text) const;

 private:
  using Word = std::vector<LetterSpelling>;
  void add_words(const QueryNode& node);
  std::size_t count(const std::string& letters, std::string_view text) const;
  bool is_clitic(std::string_view text, std::size_t begin) const;

  std::vector<const Language*> languages_;
  std::vector<Word> words_;
  std::size_t query_words_ = 0;
};

}  // namespace khabar
