// SPDX-License-Identifier: GPL-2.0-or-later
// Folded words as people write them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/token.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// A word or phrase of an article in the given language as it is shown by itself: marks of vowels
/// and TATWEEL are left out, and the ezafe at the end of a Persian one; Persian and Arabic get
/// their own yeh and kaf, which converted texts and folded words lack.
std::string readable(std::string_view spelling, std::string_view language);

/// How many articles have each spelling of a word or phrase.
using SpellingVotes = std::map<std::string, int>;
/// The one that most have, `least` of them; empty where there is none.
std::string usual_spelling(const SpellingVotes& votes, int least = 1);

/// What is said for a sign that articles write beside a number, % -> darsad, in the language of the
/// article; empty for what is written in letters.
std::string word_of_sign(std::string_view written, const Language& language);

/// Finds how the articles of an index write a folded word: the usual spelling in a few of them,
/// titles first, those in one of `languages` before others. wzarh -> wizara with TEH MARBUTA;
/// ktabha -> kitab-ha with ZWNJ. Thread safety:
/// thread-confined.
class ReadableSpelling {
 public:
  /// Both must outlive it.
  ReadableSpelling(const Vocabulary& vocabulary, const std::vector<const Language*>& languages)
      : vocabulary_(vocabulary), languages_(languages) {}

  /// The folded word where no article shows it: `otherwise`, or in the letters of its language if
  /// that is empty. Throws Xapian::Error and IndexError.
  std::string of(std::string_view folded, std::string_view otherwise = {});

 private:
  struct Votes;
  void ask(const std::string& term, std::string_view folded, bool titles, Votes& votes);
  std::string spelling_in(std::string_view text, const Language& language, std::string_view folded);

  const Vocabulary& vocabulary_;
  const std::vector<const Language*>& languages_;
  TokenList tokens_;
};

/// The folded words of a query and of its terms as people write them, for explanations. Thread
/// safety: thread-confined.
class ShownWords {
 public:
  /// Words of `typed`, by the rules of `languages`, are shown as they stand there, others as the
  /// articles have them. Both references must outlive it.
  ShownWords(const Vocabulary& vocabulary, const std::vector<const Language*>& languages,
             std::string_view typed);

  /// Of folded words with a blank between two. Throws Xapian::Error and IndexError.
  std::string of(std::string_view folded);

 private:
  const std::string& of_word(std::string_view folded);

  ReadableSpelling spelling_;
  const std::vector<const Language*>& languages_;
  std::map<std::string, std::string, std::less<>> shown_;
};

}  // namespace khabar
