// SPDX-License-Identifier: GPL-2.0-or-later
// What words may stand behind those of a query that is being typed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/token.h"
#include "indexer/schema.h"
#include "searcher/followers.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// One word, or several that are said together.
struct Continuation {
  std::vector<std::string> words;  ///< Folded.
  double documents = 0;            ///< That have them behind the words before, about.
  /// By which they are offered: the documents, more of them where titles have these words and less
  /// where only bodies do (al-khamis behind "the foreign minister").
  double worth = 0;
  Followers places;
};

/// Members throw Xapian::Error and IndexError. Thread safety: thread-confined.
class Continuations {
 public:
  /// The words are read by `languages`, one at least. Both must outlive it.
  Continuations(const Vocabulary& vocabulary, const std::vector<const Language*>& languages)
      : vocabulary_(vocabulary), languages_(languages) {}

  /// The words that stand at `places` and begin with `prefix`, each in several documents where very
  /// many have what stands before it: of what many write, one is a slip of the pen. Those of
  /// `known` are looked for in all of the places. No function words but `prefix` itself, and forms
  /// of verbs last; where nothing is typed of the word, none.
  std::vector<Continuation> of(const Followers& places, const std::string& prefix,
                               const std::vector<std::string>& known) const;
  /// `found`, the worthiest first, each form of a word once, and beside what mostly goes on the
  /// longer one. Half a compound is not among them but the compound, nor the noun of a verb of two
  /// words (e'lam kard, "announced"). `typed` stays as it is. Looks at the worthiest, `most` and a
  /// few.
  std::vector<Continuation> whole(std::vector<Continuation> found, const std::string& typed,
                                  std::size_t most);
  /// As a few articles write it behind `before`, where nothing but blanks stands between the words;
  /// empty where none does, and where it ends in a preposition.
  std::string written(const std::vector<std::string>& before, const Continuation& one);

 private:
  void go_on(Continuation one, std::size_t times, std::vector<Continuation>& found);
  std::string_view verb_of(std::string_view word) const;
  bool is_compound(const std::string& first, const std::string& last);
  std::string stems_of(const std::vector<std::string>& words);
  std::string written_in(std::string_view text, const StoredFields& fields,
                         const std::vector<std::string>& words, std::size_t shown);

  const Vocabulary& vocabulary_;
  const std::vector<const Language*>& languages_;
  TokenList tokens_;
};

}  // namespace khabar
