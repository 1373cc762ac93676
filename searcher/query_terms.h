// SPDX-License-Identifier: GPL-2.0-or-later
// The index terms of a query: what each stands for, and how much it counts.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/notes.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// How much each kind of evidence counts.
struct EvidenceWeights {
  double surface = 0.25;
  double stem = 1.0;
  double title = 0.1;        ///< The stem in the title, beside what it counts anywhere.
  double name = 0.5;         ///< Other spellings of a name; times OtherSpelling::weight.
  double only_name = 2.8;    ///< The same of a word that the index has in no form.
  double spacing = 0.2;      ///< Two words written as one, one as two.
  double joined = 1.0;       ///< Two words that the articles write as one.
  double half = 0.2;         ///< Their halves, each alone.
  double compound = 1.0;     ///< The joined spelling of a compound, beside its words.
  double piece = 0.4;        ///< Its words, each alone, where the index has it: they add to
                             ///< documents that are found anyway.
  double neighbours = 0.5;   ///< Two words side by side in a short query; shared among its pairs.
  double close = 0.5;        ///< Two words near each other, of two; of three, a half of it a pair.
  double counted = 2.0;      ///< The same of a number and the word behind it, each pair by itself.
  double expression = 3.0;   ///< A short query with a function word, side by side as typed.
  double stop_word = 0.0;    ///< Function words, in a query that has others.
  double layout = 1.0;       ///< What the same keys give on another keyboard layout.
  double related = 0.2;      ///< The adjective of a noun, the noun of an adjective.
  double kin = 0.02;         ///< A word of the same family that is a last resort.
  double spoken = 0.8;       ///< The written form of a spoken word: gerune, geran.
  double event = 0.3;        ///< The noun of a verb's event, the verb of such a noun.
  double translation = 0.8;  ///< Across languages; times Translation::weight.
};

enum class EvidenceKind : std::uint8_t { surface, stem, prefix };

/// How a term came into the query.
enum class EvidenceOrigin : std::uint8_t {
  typed,        ///< The word, its stem, or what begins with it.
  clitics,      ///< The word with other small words written to it, in a phrase.
  spacing,      ///< Two words joined, or one parted.
  number,       ///< A number in digits that was typed in words, or the other way round.
  name,         ///< Another spelling of a name.
  related,      ///< A word of the same family: naft "oil", nafti "of oil".
  spoken,       ///< The written form of a word of the spoken language.
  layout,       ///< The same keys on another keyboard layout.
  translation,  ///< The word in another language.
  synonym       ///< What means the same, by the list of whoever searches.
};

/// One index term of a query, for highlights and explanations.
struct QueryTerm {
  std::string term;     ///< As in the index; for a prefix, what the terms begin with.
  std::string written;  ///< The folded word of the query it comes from.
  EvidenceKind kind = EvidenceKind::surface;
  bool title = false;   ///< Only in the title.
  double weight = 1.0;  ///< Its EvidenceWeights factor.
  EvidenceOrigin origin = EvidenceOrigin::typed;
  /// The folded words beside each other of which it is one, where it is looked for in no other
  /// place: bi, bi, si. Several phrases may have it. Empty for a term that counts by itself.
  std::vector<std::vector<std::string>> phrases = {};
  /// How many others may stand between these words, which then have any order.
  std::size_t between = 0;

  /// See WeightedTerm::only_in.
  std::string_view only_in = {};

  /// The term without its field prefix: what a token's word or stem equals. Kept by remember().
  std::string_view text() const { return readable; }
  std::string readable = {};
};

/// What counts beside single terms.
enum class PartKind : std::uint8_t {
  phrase,   ///< Words in their order.
  near,     ///< Words near each other, in any order.
  prefix,   ///< The words that begin so, as if they were one.
  language  ///< The words once more, where a document is in the language of the query.
};

/// A part of the score that is of no single term, for explanations.
struct QueryPart {
  PartKind kind = PartKind::phrase;
  std::vector<std::string> terms;  ///< Of its words, as in the index.
  Xapian::Query query;             ///< What it adds is its weight.
};

/// A part of the query that finds something only when it is read otherwise.
struct OtherReading {
  std::size_t begin = 0;  ///< Bytes of the query.
  std::size_t end = 0;
  std::string text;  ///< What the same keys give on another keyboard layout.
};

/// OR over `queries`; empty for none.
Xapian::Query any_of(const std::vector<Xapian::Query>& queries);

/// Whether the index has each of the terms; a phrase with a missing term among alternatives makes
/// Xapian 1.4.22 follow a dangling pointer.
bool has_all(const std::vector<std::string>& terms, const Vocabulary* vocabulary);

/// The terms and notes of a query under construction. Thread safety: thread-confined.
class TermCollector {
 public:
  /// Each term once.
  void remember(QueryTerm term);
  /// Whether it is remembered, and in all places.
  bool counts_by_itself(std::string_view term) const;
  std::size_t size() const { return terms_.size(); }
  void forget_from(std::size_t first);
  /// Whether words come that must not occur, of which nothing is remembered; what was before.
  bool exclude(bool excluded) { return std::exchange(excludes_, excluded); }
  bool excludes() const { return excludes_; }
  /// Words of a query that are looked for: nobody asks for more, and each costs time and memory.
  static constexpr std::size_t kMaxWords = 1000;
  /// Counts a word; false, with a note, where the query has too many.
  bool room_for_word();
  /// Each once, and only some of a kind.
  void note(Note note);
  /// Keeps a part, but of what must not occur.
  void explain(QueryPart part) {
    if (!excludes_) parts_.push_back(std::move(part));
  }
  std::vector<QueryTerm> take_terms() { return std::move(terms_); }
  std::vector<QueryPart> take_parts() { return std::move(parts_); }
  std::vector<Note> take_notes() { return std::move(notes_); }
  void read_as(OtherReading reading) { readings_.push_back(std::move(reading)); }
  std::vector<OtherReading> take_readings() { return std::move(readings_); }

 private:
  std::vector<QueryTerm> terms_;
  std::vector<QueryPart> parts_;
  std::vector<Note> notes_;
  std::vector<OtherReading> readings_;
  std::map<std::string, std::size_t, std::less<>> known_;  // their place in terms_
  std::size_t words_ = 0;
  bool excludes_ = false;
};

}  // namespace khabar
