// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/wire_copies.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <utility>

#include "indexer/schema.h"

namespace khabar {
namespace {

constexpr std::uint32_t kEmptyBin = std::numeric_limits<std::uint32_t>::max();
// Documents looked at for each band: one of a template (prayer times, share prices) may be shared
// by thousands.
constexpr std::size_t kMaxCandidates = 64;
constexpr std::uint64_t kEvenBits = 0x5555555555555555;

// The finalizer of MurmurHash3: every bit of the input moves every bit of the output.
std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xFF51AFD7ED558CCD;
  x ^= x >> 33;
  x *= 0xC4CEB9FE1A85EC53;
  return x ^ x >> 33;
}

// Bins, not documents: filled in both and equal, filled in both and different, filled in one.
struct BinCounts {
  int equal = 0, different = 0, single = 0;
};

BinCounts compare(const Sketch& a, const Sketch& b) {
  BinCounts counts;
  for (std::size_t i = 0; i < a.codes.size(); ++i) {
    const std::uint64_t in_a = (a.codes[i] | a.codes[i] >> 1) & kEvenBits;
    const std::uint64_t in_b = (b.codes[i] | b.codes[i] >> 1) & kEvenBits;
    const std::uint64_t change = a.codes[i] ^ b.codes[i];
    const std::uint64_t differs = (change | change >> 1) & kEvenBits;
    counts.single += std::popcount(in_a ^ in_b);
    counts.different += std::popcount(in_a & in_b & differs);
    counts.equal += std::popcount(in_a & in_b & ~differs);
  }
  return counts;
}

// Six bits a character; no control characters, which would cost two bytes in a key.
std::string band_term(std::uint32_t band) {
  std::string term(kBandPrefix);
  for (std::uint32_t shift = 0; shift < Sketch::kBandBits; shift += 6) {
    term += static_cast<char>('0' + (band >> shift & 0x3F));
  }
  return term;
}

}  // namespace

void SketchMaker::clear() {
  least_.fill(kEmptyBin);
  stems_ = words_ = own_words_ = 0;
  hash_ = hash_of_own_ = 0;
}

void SketchMaker::add_title(const TokenList& tokens) {
  for (const Token& token : tokens) {
    if (!token.compound) add_word(token);
  }
}

void SketchMaker::add_word(const Token& token) {
  ++words_;
  hash_ = mix(hash_ + stable_hash(token.word));
  if (token.kind == TokenKind::foreign) return;
  own_words_ = words_;
  hash_of_own_ = hash_;
}

void SketchMaker::add(const TokenList& tokens) {
  for (const Token& token : tokens) {
    if (token.compound) continue;  // its pieces follow
    add_word(token);
    const std::uint64_t stem = stable_hash(token.stem);
    if (++stems_ > 2) {
      const std::uint64_t hash = mix(before_that_ + 3 * before_ + 7 * stem);
      const std::size_t bin = (hash >> 32) * Sketch::kBins >> 32;
      least_[bin] = std::min(least_[bin], static_cast<std::uint32_t>(hash));
    }
    before_that_ = std::exchange(before_, stem);
  }
}

std::optional<Sketch> SketchMaker::sketch() const {
  if (words_ < kMinWords) return std::nullopt;
  if (stems_ < kMinShingles + 2) {
    if (own_words_ < kMinOwnWords) return std::nullopt;
    return sketch_of_words();
  }
  Sketch sketch;
  std::array<std::uint32_t, Sketch::kBands> smallest;
  smallest.fill(kEmptyBin);
  for (std::size_t bin = 0; bin < Sketch::kBins; ++bin) {
    if (least_[bin] == kEmptyBin) continue;
    sketch.codes[bin / 32] |= std::uint64_t{1 + least_[bin] % 3} << bin % 32 * 2;
    if (least_[bin] >= smallest.back()) continue;
    smallest.back() = least_[bin];
    std::inplace_merge(smallest.begin(), smallest.end() - 1, smallest.end());
  }
  for (std::size_t i = 0; i < smallest.size(); ++i) {
    sketch.bands[i] = smallest[i] & ((1U << Sketch::kBandBits) - 1);
  }
  return sketch;
}

// Full of what the hash of the words gives: two texts that differ agree in a third of the bins,
// which is a similarity of 0, by chance .05 more or less.
Sketch SketchMaker::sketch_of_words() const {
  Sketch sketch;
  std::uint64_t hash = hash_of_own_;
  for (std::size_t bin = 0; bin < Sketch::kBins; ++bin) {
    hash = mix(hash + bin + 1);
    sketch.codes[bin / 32] |= (1 + hash % 3) << bin % 32 * 2;
  }
  for (std::size_t i = 0; i < sketch.bands.size(); ++i)
    sketch.bands[i] = hash_of_own_ >> 15 * i & ((1U << Sketch::kBandBits) - 1);
  return sketch;
}

double similarity(const Sketch& a, const Sketch& b) {
  const BinCounts bins = compare(a, b);
  const int filled = bins.equal + bins.different + bins.single;
  if (filled == 0) return 0;
  // Of the bins with different shingles a third has the same code of three by chance.
  return std::max(0.0, (bins.equal - 0.5 * bins.different) / filled);
}

void add_sketch(const Sketch& sketch, IndexDocument& document) {
  for (const std::uint32_t band : sketch.bands) document.add_boolean_term(band_term(band));
  std::string value;
  for (const std::uint64_t word : sketch.codes) value += pack_number(word);
  document.add_value(kSketchSlot, value);
}

std::optional<Sketch> read_sketch(const std::string& value) {
  Sketch sketch;
  if (value.size() != sizeof sketch.codes) return std::nullopt;
  for (std::size_t i = 0; i < sketch.codes.size(); ++i) {
    for (std::size_t byte = 8; byte-- > 0;) {
      sketch.codes[i] = sketch.codes[i] << 8 | static_cast<unsigned char>(value[i * 8 + byte]);
    }
  }
  return sketch;
}

std::string pack_number(std::uint64_t number) {
  std::string bytes;
  for (int i = 0; i < 8; ++i, number >>= 8) bytes += static_cast<char>(number & 0xFF);
  return bytes;
}

std::optional<CopyMatch> find_copy(const Xapian::Database& database, const Sketch& sketch,
                                   Xapian::docid besides) {
  std::vector<Xapian::docid> candidates;
  for (const std::uint32_t band : sketch.bands) {
    const std::string term = band_term(band);
    std::size_t count = 0;
    for (auto it = database.postlist_begin(term);
         it != database.postlist_end(term) && count < kMaxCandidates; ++it, ++count) {
      candidates.push_back(*it);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::optional<CopyMatch> best;
  double best_similarity = 0;
  for (const Xapian::docid docid : candidates) {
    if (docid == besides) continue;
    const Xapian::Document document = database.get_document(docid);
    const std::optional<Sketch> other = read_sketch(document.get_value(kSketchSlot));
    const double found = other ? similarity(sketch, *other) : 0;
    if (found < kCopySimilarity || found <= best_similarity) continue;
    best = CopyMatch{docid, document.get_value(kClusterSlot)};
    best_similarity = found;
  }
  return best;
}

std::uint64_t CopyFinder::join(const Sketch& sketch, std::uint64_t fingerprint) {
  Best best;
  look_up(now_, sketch, best);
  look_up(before_, sketch, best);
  const std::uint64_t cluster = best.cluster.value_or(fingerprint);
  if (now_.entries.size() == kMaxDocuments) before_ = std::exchange(now_, Generation());
  remember(now_, sketch, cluster);
  return cluster;
}

// The latest first, so an equal one that comes behind is an earlier document.
void CopyFinder::look_up(const Generation& generation, const Sketch& sketch, Best& best) {
  for (std::size_t band = 0; band < Sketch::kBands; ++band) {
    std::uint32_t at = generation.first[sketch.bands[band]];
    for (std::size_t count = 0; at != 0 && count < kMaxCandidates; ++count) {
      const Generation::Entry& entry = generation.entries[(at - 1) / Sketch::kBands];
      const double found = similarity(sketch, entry.sketch);
      if (found >= best.similarity) best = {found, entry.cluster};
      at = entry.next[(at - 1) % Sketch::kBands];
    }
  }
}

void CopyFinder::remember(Generation& generation, const Sketch& sketch, std::uint64_t cluster) {
  const auto number = static_cast<std::uint32_t>(generation.entries.size() * Sketch::kBands);
  Generation::Entry& entry = generation.entries.emplace_back();
  entry.sketch = sketch;
  entry.cluster = cluster;
  for (std::size_t band = 0; band < Sketch::kBands; ++band) {
    std::uint32_t& first = generation.first[sketch.bands[band]];
    entry.next[band] = std::exchange(first, number + static_cast<std::uint32_t>(band) + 1);
  }
}

}  // namespace khabar
