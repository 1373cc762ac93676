// SPDX-License-Identifier: GPL-2.0-or-later
// Wire copies: articles that several outlets carry with small changes. Each document gets a sketch
// of its text, and a cluster that it shares with its copies.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/token.h"
#include "indexer/index_document.h"

namespace khabar {

/// Texts at least so similar are copies (see similarity()). Found on 200 pairs judged by hand,
/// bench/expected/copies.md.
inline constexpr double kCopySimilarity = 0.55;
/// The least share of the same numbers, of those with the same word beside them in both.
inline constexpr double kCopyNumbers = 0.5;
/// Both for a text that a source brings on another day, or another source after more than
/// kCopyDays: formulas (congratulations, executions, the weather) come again, copies come soon.
inline constexpr double kRepeatSimilarity = 0.7;
inline constexpr double kRepeatNumbers = 0.75;
inline constexpr std::int32_t kCopyDays = 2;
/// Under one title a shortened text is a copy too, if it comes within kCopyDays: the least share of
/// it that stands in the longer one (see containment()), the same on another day, when the weather
/// has its title again, and how similar the two must be, for below that the share is a guess.
inline constexpr double kCopyContainment = 0.6;
inline constexpr double kOtherDayContainment = 0.75;
inline constexpr double kShortenedSimilarity = 0.1;

/// What is kept of the shingles of a text: three stems in a row, of the body, so that letters,
/// half spaces and clitics written otherwise change nothing. MinHash with one permutation: the
/// shingles are dealt out to bins by their hash, and each bin keeps two bits of its least one.
/// Source: Li, Owen, Zhang, "One Permutation Hashing", NIPS 2012; Li, Koenig, "b-Bit Minwise
/// Hashing", WWW 2010. Thread safety: thread-compatible.
struct Sketch {
  static constexpr std::size_t kBins = 192;
  static constexpr std::size_t kLeast = 4;
  static constexpr std::size_t kBands = kLeast + 1;
  static constexpr std::uint32_t kBandBits = 18;

  std::array<std::uint64_t, kBins / 32> codes{};  ///< Two bits a bin, 0 for an empty one.
  /// What it is found by, kBandBits each, 0 for none: the kLeast least hashes of all or that of the
  /// words, then that of the title. Texts of similarity s have one of the least in common with
  /// probability 1 - (1 - s)^4 or more: .96 at .55, .99 at .7.
  std::array<std::uint32_t, kBands> bands{};
  /// The numbers of title and text in the same way, 64 bins, dealt out by the word beside them:
  /// where two texts have the same word beside another number, they tell of two events.
  std::array<std::uint64_t, 2> numbers{};
  std::uint32_t words = 0;           ///< A hash of a text of a sentence or two; 0: longer.
  std::uint32_t title = 0;           ///< A hash of the title's letters; 0: too few, of a rubric.
  std::uint16_t shingles = 0;        ///< Of the body, as counted.
  std::uint16_t title_shingles = 0;  ///< With a word of the title; 0 where they do not count.
  std::uint32_t source = 0;          ///< A hash of the source; 0: unknown.
  std::int32_t day = 0;              ///< Of publication, days from 1970-01-01; 0: unknown.
};

/// Makes sketches. Thread safety: thread-confined.
class SketchMaker {
 public:
  SketchMaker() { clear(); }
  void clear();
  /// The tokens of a title, before those of the text. It counts as the first line of a text of less
  /// than kPostStems: below that, what a channel puts under each post would outweigh the news.
  void add_title(const TokenList& tokens);
  /// The tokens of a text, or of its next part.
  void add(const TokenList& tokens);
  /// The sketch of all that was added since clear(). A body of a sentence or two does not tell a
  /// likeness from chance: it is a copy of those alone that have the same folded words together
  /// with the title, wherever that ends; the Latin words at the end do not count, which are the
  /// name of a channel. Under one title containment() tells it from chance too. None where these
  /// are so few that they name a rubric ("news in brief") and no article.
  std::optional<Sketch> sketch() const;

 private:
  static constexpr std::size_t kMinShingles = 20;
  static constexpr std::size_t kPostStems = 120;
  static constexpr std::size_t kNumberBins = 64;
  static constexpr std::size_t kMinWords = 6;
  static constexpr std::size_t kMinOwnWords = 4;     // without a channel's name
  static constexpr std::size_t kMinTitleBytes = 40;  // twenty Arabic letters
  using Bins = std::array<std::uint32_t, Sketch::kBins>;
  void add_word(const Token& token);
  /// The shingle that ends with this word: a hash of its stem and of the two before it, if any.
  std::optional<std::uint64_t> add_stem(const Token& token);
  void add_number(std::uint64_t beside, std::uint64_t number);
  Sketch sketch_of_shingles() const;

  Bins least_;                                      // of the text
  std::vector<std::uint64_t> title_shingles_;       // those with a word of the title
  std::array<std::uint32_t, kNumberBins> numbers_;  // by word beside: the least hash and a code
  std::uint64_t before_ = 0, before_that_ = 0;      // hashes of the last two stems
  bool number_before_ = false;                      // the last one is a number
  std::size_t stems_ = 0;                           // of title and text
  std::size_t title_stems_ = 0;
  std::string title_;  // its words, folded and joined
  std::size_t words_ = 0;
  std::uint64_t hash_ = 0;         // of all words, folded
  std::size_t own_words_ = 0;      // up to the last one that is not Latin
  std::uint64_t hash_of_own_ = 0;  // of these
};

/// How much of the shingles two texts have in common, 0 to 1: an estimate of their Jaccard
/// resemblance (Broder, "On the resemblance and containment of documents", 1997), with a standard
/// error of .045 for long texts and less for short ones. Of a text of a sentence or two it is 1
/// with the same words, else 0.
double similarity(const Sketch& a, const Sketch& b);

/// How much of the shorter of two bodies under one title stands in the longer, 0 to 1, in shingles;
/// 0 under other titles and where that cannot be told. Estimated from what the two have in common
/// and their lengths, with a standard error of .07 where one is twice as long and .15 at four
/// times.
double containment(const Sketch& a, const Sketch& b);

/// More than 0 for two texts that are copies, and the more the more alike they are. Copies have the
/// similarity or the containment above, and the numbers. 30 firms fined, 23 firms fined -> 0. Wrong
/// for: numbers that a copy rounds or corrects; a report that grows under its title.
double copy_similarity(const Sketch& a, const Sketch& b);

/// Puts a sketch into a document, as terms to find it by and as a value.
void add_sketch(const Sketch& sketch, IndexDocument& document);
/// The sketch (no bands) from the value of a document; none where it has none.
std::optional<Sketch> read_sketch(const std::string& value);

/// A cluster or a fingerprint as a value, eight bytes.
std::string pack_number(std::uint64_t number);

/// A document that is in the index already and the text of another is a copy of.
struct CopyMatch {
  Xapian::docid docid = 0;
  std::string cluster;  ///< The value of its kClusterSlot.
  double similarity = 0;
};

/// The most similar document of `database`, if that is a copy, the earliest of equals; documents
/// not committed count. Those of `passed_over` do not. Throws Xapian::Error.
std::optional<CopyMatch> find_copy(const Xapian::Database& database, const Sketch& sketch,
                                   const std::function<bool(Xapian::docid)>& passed_over);

/// Finds clusters for the documents of segments, in their order, as find_copy() would one by
/// one. Remembers the latest 500,000 to a million documents, in about 140 bytes each. Thread
/// safety: thread-confined.
class CopyFinder {
 public:
  /// The cluster of a document: that of the most similar one before it if that is a copy, else
  /// `fingerprint`, its own. `older` is the most similar one of an index that they go into.
  std::uint64_t join(const Sketch& sketch, std::uint64_t fingerprint,
                     const std::optional<CopyMatch>& older = std::nullopt);

 private:
  static constexpr std::size_t kMaxDocuments = 500'000;

  // Documents, and chains of those with the same band, the latest first. A link is the number of
  // the document times kBands, plus which of its bands it is, plus 1; 0 ends a chain.
  struct Generation {
    struct Entry {
      Sketch sketch;
      std::uint64_t cluster = 0;
      std::array<std::uint32_t, Sketch::kBands> next{};
    };
    std::deque<Entry> entries;
    std::vector<std::uint32_t> first =
        std::vector<std::uint32_t>(std::size_t{1} << Sketch::kBandBits);
  };
  struct Best {
    double similarity = 0;
    std::optional<std::uint64_t> cluster;
  };

  static void look_up(const Generation& generation, const Sketch& sketch, Best& best);
  static void remember(Generation& generation, const Sketch& sketch, std::uint64_t cluster);

  Generation now_, before_;
};

}  // namespace khabar
