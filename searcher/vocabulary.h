// SPDX-License-Identifier: GPL-2.0-or-later
// What words an index holds, as far as a query needs to know.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/language.h"
#include "indexer/glass_reader.h"

namespace khabar {

/// A word or stem of the index that a query word may stand for.
struct OtherSpelling {
  std::string text;     ///< Folded.
  double weight = 1.0;  ///< Share of the weight that the query word's own spelling has.
};

/// A name of two words that stand side by side in the index.
struct NamePair {
  OtherSpelling first, second;
  bool sure = false;  ///< Near in sound, and much of what has one of the words has both.
};

/// What it was asked before it remembers, some ten thousand answers: it is of use for one state of
/// the database. Thread safety: as the database's: thread-confined. Members throw Xapian::Error.
class Vocabulary {
 public:
  /// Both have the same state; they must outlive it.
  Vocabulary(const GlassReader& reader, const Xapian::Database& database)
      : reader_(reader), database_(database), cursor_(reader) {}

  Xapian::doccount documents() const { return database_.get_doccount(); }
  /// Documents in the language of this tag ("und": in none that is known).
  Xapian::doccount documents_in(std::string_view language) const;
  /// Whether no more than one document in fifty can be in this language.
  bool has_few_in(const Language& language) const;
  /// Whether more are, of a language that is known.
  bool has_many_in(const Language& language) const;
  /// Documents that hold the folded word itself.
  Xapian::doccount word_frequency(std::string_view word) const;
  /// Documents that hold a word with this stem.
  Xapian::doccount stem_frequency(std::string_view stem) const;
  /// Documents with the word as it stands, or by its stem where more have that.
  Xapian::doccount documents_with(std::string_view word, std::string_view stem) const {
    return std::max(word_frequency(word), stem_frequency(stem));
  }
  /// Documents with the rarest of the words.
  Xapian::doccount rarest(const std::vector<std::string>& words) const;
  /// The same of words with their stems, by documents_with().
  Xapian::doccount rarest(const std::vector<std::string_view>& words,
                          const std::vector<std::string_view>& stems) const;
  /// How much it tells of a document that it is one of so many: their inverse document frequency.
  double idf(double documents) const {
    return std::log(1.0 + static_cast<double>(this->documents()) / (1.0 + documents));
  }
  /// Documents that a word needs to be no slip of the pen, nor a stray spelling of a name.
  double common() const { return 3.0 + documents() / 3000.0; }
  /// Documents that match: up to `most` exactly so many, of more about how many.
  Xapian::doccount count(const Xapian::Query& query, Xapian::doccount most) const;
  /// Documents that have a term of the index.
  Xapian::doccount frequency(std::string term) const;
  /// Words and stems of the index filed under a key of name_keys(), a blank between two; some may
  /// have left the index. See for_each_word().
  std::string words_of_key(std::string_view key) const;
  /// First letters of the listed words, and the list of one of them (see WordListReader).
  std::vector<std::string> listed_letters() const;
  std::string word_list(std::string_view first_letter) const;
  const Xapian::Database& database() const { return database_; }
  const GlassReader& reader() const { return reader_; }

  /// The other spellings of a word: what `find` finds, the first time.
  using Spellings = std::vector<OtherSpelling>;
  const Spellings& spellings(const std::string& word, const std::function<Spellings()>& find) const;
  /// The same of the names of two words, under a key that tells all they depend on.
  using NamePairs = std::vector<NamePair>;
  const NamePairs& name_pairs(const std::string& key, const std::function<NamePairs()>& find) const;

  /// The commonest terms that begin with `prefix`, at most `most`. Looks at `budget` terms in the
  /// order of their bytes, and takes what it looked at off; 0 left means that there may be more.
  std::vector<std::string> terms_beginning_with(const std::string& prefix, std::size_t most,
                                                std::size_t& budget) const;

 private:
  static constexpr std::size_t kRemembered = 20'000;
  const GlassReader& reader_;
  const Xapian::Database& database_;
  mutable GlassReader::Cursor cursor_;  // words asked for one after the other are often neighbours
  mutable std::unordered_map<std::string, Xapian::doccount> frequencies_;
  mutable std::unordered_map<std::string, Spellings> spellings_;
  mutable std::unordered_map<std::string, NamePairs> name_pairs_;
};

}  // namespace khabar
