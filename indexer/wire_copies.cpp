// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/wire_copies.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <limits>
#include <utility>

#include "indexer/schema.h"

namespace khabar {
namespace {

constexpr std::uint32_t kEmptyBin = std::numeric_limits<std::uint32_t>::max();
// Documents looked at for each band, the latest: one of a template (prayer times, share prices) may
// be shared by thousands.
constexpr std::size_t kMaxCandidates = 64;
// Shingles of a body, below which its share in another is a guess.
constexpr int kMinContained = 6;
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

void compare(std::uint64_t a, std::uint64_t b, BinCounts& counts) {
  const std::uint64_t in_a = (a | a >> 1) & kEvenBits;
  const std::uint64_t in_b = (b | b >> 1) & kEvenBits;
  const std::uint64_t change = a ^ b;
  const std::uint64_t differs = (change | change >> 1) & kEvenBits;
  counts.single += std::popcount(in_a ^ in_b);
  counts.different += std::popcount(in_a & in_b & differs);
  counts.equal += std::popcount(in_a & in_b & ~differs);
}

template <std::size_t N>
BinCounts compare(const std::array<std::uint64_t, N>& a, const std::array<std::uint64_t, N>& b) {
  BinCounts counts;
  for (std::size_t i = 0; i < N; ++i) compare(a[i], b[i], counts);
  return counts;
}

// The bins with the same thing in both. Of those with different ones a third has the same code of
// three by chance.
double agreeing(const BinCounts& counts) { return counts.equal - 0.5 * counts.different; }

template <std::size_t N>
void set_code(std::size_t bin, std::uint32_t code, std::array<std::uint64_t, N>& codes) {
  codes[bin / 32] |= std::uint64_t{code} << bin % 32 * 2;
}

void keep_least(std::uint64_t shingle, std::array<std::uint32_t, Sketch::kBins>& least) {
  std::uint32_t& kept = least[(shingle >> 32) * Sketch::kBins >> 32];
  kept = std::min(kept, static_cast<std::uint32_t>(shingle));
}

std::uint32_t band_of(std::uint64_t hash) {
  const auto band = static_cast<std::uint32_t>(hash) & ((1U << Sketch::kBandBits) - 1);
  return std::max(band, 1U);
}

std::uint16_t capped(std::size_t count) {
  return static_cast<std::uint16_t>(std::min<std::size_t>(count, 0xFFFF));
}

double resemblance(const Sketch& a, const Sketch& b) {
  const BinCounts bins = compare(a.codes, b.codes);
  const int filled = bins.equal + bins.different + bins.single;
  return filled == 0 ? 0 : std::max(0.0, agreeing(bins) / filled);
}

// 0 where one of the days is unknown.
std::int32_t days_between(const Sketch& a, const Sketch& b) {
  return a.day == 0 || b.day == 0 ? 0 : std::abs(a.day - b.day);
}

bool may_repeat(const Sketch& a, const Sketch& b) {
  const bool same_source = a.source != 0 && a.source == b.source;
  return days_between(a, b) > (same_source ? 0 : kCopyDays);
}

bool is_shortened(const Sketch& a, const Sketch& b) {
  const std::int32_t days = days_between(a, b);
  if (days > kCopyDays) return false;
  return containment(a, b) >= (days > 0 ? kOtherDayContainment : kCopyContainment);
}

bool numbers_differ(const Sketch& a, const Sketch& b, double least) {
  const BinCounts beside = compare(a.numbers, b.numbers);
  return agreeing(beside) < least * (beside.equal + beside.different);
}

std::string pack_two(std::uint32_t high, std::uint32_t low) {
  return pack_number(std::uint64_t{high} << 32 | low);
}

// The number at `at`, which moves behind it.
std::uint64_t unpack_number(const std::string& value, std::size_t& at) {
  std::uint64_t number = 0;
  for (std::size_t byte = 8; byte-- > 0;)
    number = number << 8 | static_cast<unsigned char>(value[at + byte]);
  at += 8;
  return number;
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
  numbers_.fill(kEmptyBin);
  title_shingles_.clear();
  title_.clear();
  number_before_ = false;
  stems_ = title_stems_ = words_ = own_words_ = 0;
  before_ = before_that_ = hash_ = hash_of_own_ = 0;
}

void SketchMaker::add_title(const TokenList& tokens) {
  for (const Token& token : tokens) {
    if (token.compound) continue;  // its pieces follow
    add_word(token);
    title_ += token.word;
    if (const auto shingle = add_stem(token)) title_shingles_.push_back(*shingle);
  }
  title_stems_ = stems_;
}

void SketchMaker::add(const TokenList& tokens) {
  for (const Token& token : tokens) {
    if (token.compound) continue;
    add_word(token);
    const auto shingle = add_stem(token);
    if (!shingle) continue;
    if (stems_ > title_stems_ + 2) {
      keep_least(*shingle, least_);
    } else {
      title_shingles_.push_back(*shingle);
    }
  }
}

void SketchMaker::add_word(const Token& token) {
  ++words_;
  hash_ = mix(hash_ + stable_hash(token.word));
  if (token.kind == TokenKind::foreign) return;
  own_words_ = words_;
  hash_of_own_ = hash_;
}

std::optional<std::uint64_t> SketchMaker::add_stem(const Token& token) {
  const std::uint64_t stem = stable_hash(token.stem);
  const bool number = token.kind == TokenKind::number;
  if (number_before_) add_number(stem, before_);
  if (number && stems_ > 0) add_number(~before_, stem);
  std::optional<std::uint64_t> shingle;
  if (++stems_ > 2) shingle = mix(before_that_ + 3 * before_ + 7 * stem);
  before_that_ = std::exchange(before_, stem);
  number_before_ = number;
  return shingle;
}

void SketchMaker::add_number(std::uint64_t beside, std::uint64_t number) {
  const std::uint64_t place = mix(beside);
  const auto code = static_cast<std::uint32_t>(1 + mix(place + number) % 3);
  std::uint32_t& kept = numbers_[place >> 32 & (kNumberBins - 1)];
  kept = std::min(kept, (static_cast<std::uint32_t>(place) & ~3U) + code);
}

std::optional<Sketch> SketchMaker::sketch() const {
  if (words_ < kMinWords) return std::nullopt;
  const bool few = stems_ - title_stems_ < kMinShingles + 2;
  if (few && own_words_ < kMinOwnWords) return std::nullopt;
  Sketch sketch = sketch_of_shingles();
  if (few) {
    sketch.words = static_cast<std::uint32_t>(hash_of_own_ >> 32) | 1;
    sketch.bands = {band_of(hash_of_own_)};
  }
  if (title_.size() >= kMinTitleBytes) {
    const std::uint64_t hash = mix(stable_hash(title_));
    sketch.title = static_cast<std::uint32_t>(hash >> 32) | 1;
    sketch.bands.back() = band_of(hash);
  }
  for (std::size_t bin = 0; bin < kNumberBins; ++bin) {
    if (numbers_[bin] != kEmptyBin) set_code(bin, numbers_[bin] & 3, sketch.numbers);
  }
  return sketch;
}

Sketch SketchMaker::sketch_of_shingles() const {
  Sketch sketch;
  Bins least = least_;
  const std::size_t body = stems_ - title_stems_;
  sketch.shingles = capped(std::max<std::size_t>(body, 2) - 2);
  if (body < kPostStems) {
    for (const std::uint64_t shingle : title_shingles_) keep_least(shingle, least);
    sketch.title_shingles = capped(title_shingles_.size());
  }
  std::array<std::uint32_t, Sketch::kLeast> smallest;
  smallest.fill(kEmptyBin);
  for (std::size_t bin = 0; bin < Sketch::kBins; ++bin) {
    if (least[bin] == kEmptyBin) continue;
    set_code(bin, 1 + least[bin] % 3, sketch.codes);
    if (least[bin] >= smallest.back()) continue;
    smallest.back() = least[bin];
    std::inplace_merge(smallest.begin(), smallest.end() - 1, smallest.end());
  }
  std::transform(smallest.begin(), smallest.end(), sketch.bands.begin(), band_of);
  return sketch;
}

double similarity(const Sketch& a, const Sketch& b) {
  if (a.words != 0 || b.words != 0) return a.words == b.words ? 1 : 0;
  return resemblance(a, b);
}

// |A and B| is J / (1 + J) of |A| + |B|.
double containment(const Sketch& a, const Sketch& b) {
  if (a.title == 0 || a.title != b.title) return 0;
  const int shorter = std::min(a.shingles, b.shingles);
  const double alike = resemblance(a, b);
  if (shorter < kMinContained || alike < kShortenedSimilarity) return 0;
  const int all = a.shingles + a.title_shingles + b.shingles + b.title_shingles;
  const double common = all * alike / (1 + alike) - std::min(a.title_shingles, b.title_shingles);
  return std::clamp(common / shorter, 0.0, 1.0);
}

double copy_similarity(const Sketch& a, const Sketch& b) {
  const bool repeat = may_repeat(a, b);
  double found = similarity(a, b);
  if (found < (repeat ? kRepeatSimilarity : kCopySimilarity)) {
    if (!is_shortened(a, b)) return 0;
    found = resemblance(a, b);
  }
  return numbers_differ(a, b, repeat ? kRepeatNumbers : kCopyNumbers) ? 0 : found;
}

void add_sketch(const Sketch& sketch, IndexDocument& document) {
  for (const std::uint32_t band : sketch.bands)
    if (band != 0) document.add_boolean_term(band_term(band));
  std::string value;
  for (const std::uint64_t word : sketch.codes) value += pack_number(word);
  for (const std::uint64_t word : sketch.numbers) value += pack_number(word);
  value += pack_two(sketch.words, sketch.title);
  value += pack_two(sketch.shingles, sketch.title_shingles);
  value += pack_two(sketch.source, static_cast<std::uint32_t>(sketch.day));
  document.add_value(kSketchSlot, value);
}

std::optional<Sketch> read_sketch(const std::string& value) {
  Sketch sketch;
  if (value.size() != sizeof sketch.codes + sizeof sketch.numbers + 24) return std::nullopt;
  std::size_t at = 0;
  for (std::uint64_t& word : sketch.codes) word = unpack_number(value, at);
  for (std::uint64_t& word : sketch.numbers) word = unpack_number(value, at);
  const std::uint64_t text = unpack_number(value, at);
  sketch.words = static_cast<std::uint32_t>(text >> 32);
  sketch.title = static_cast<std::uint32_t>(text);
  const std::uint64_t lengths = unpack_number(value, at);
  sketch.shingles = static_cast<std::uint16_t>(lengths >> 32);
  sketch.title_shingles = static_cast<std::uint16_t>(lengths);
  const std::uint64_t origin = unpack_number(value, at);
  sketch.source = static_cast<std::uint32_t>(origin >> 32);
  sketch.day = static_cast<std::int32_t>(origin & 0xFFFFFFFF);
  return sketch;
}

std::string pack_number(std::uint64_t number) {
  std::string bytes;
  for (int i = 0; i < 8; ++i, number >>= 8) bytes += static_cast<char>(number & 0xFF);
  return bytes;
}

std::optional<CopyMatch> find_copy(const Xapian::Database& database, const Sketch& sketch,
                                   const std::function<bool(Xapian::docid)>& passed_over) {
  std::vector<Xapian::docid> candidates;
  for (const std::uint32_t band : sketch.bands) {
    if (band == 0) continue;
    const std::string term = band_term(band);
    const Xapian::doccount all = database.get_termfreq(term);
    Xapian::doccount count = 0;
    for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
      if (++count + kMaxCandidates > all) candidates.push_back(*it);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::optional<CopyMatch> best;
  double best_similarity = 0;
  for (const Xapian::docid docid : candidates) {
    if (passed_over(docid)) continue;
    const Xapian::Document document = database.get_document(docid);
    const std::optional<Sketch> other = read_sketch(document.get_value(kSketchSlot));
    const double found = other ? copy_similarity(sketch, *other) : 0;
    if (found <= best_similarity) continue;
    best = CopyMatch{docid, document.get_value(kClusterSlot), found};
    best_similarity = found;
  }
  return best;
}

std::uint64_t CopyFinder::join(const Sketch& sketch, std::uint64_t fingerprint,
                               const std::optional<CopyMatch>& older) {
  Best best;
  look_up(now_, sketch, best);
  look_up(before_, sketch, best);
  if (std::size_t at = 0; older && older->similarity >= best.similarity)
    best.cluster = unpack_number(older->cluster, at);
  const std::uint64_t cluster = best.cluster.value_or(fingerprint);
  if (now_.entries.size() == kMaxDocuments) before_ = std::exchange(now_, Generation());
  remember(now_, sketch, cluster);
  return cluster;
}

// The latest first, so an equal one that comes behind is an earlier document.
void CopyFinder::look_up(const Generation& generation, const Sketch& sketch, Best& best) {
  for (std::size_t band = 0; band < Sketch::kBands; ++band) {
    if (sketch.bands[band] == 0) continue;
    std::uint32_t at = generation.first[sketch.bands[band]];
    for (std::size_t count = 0; at != 0 && count < kMaxCandidates; ++count) {
      const Generation::Entry& entry = generation.entries[(at - 1) / Sketch::kBands];
      const double found = copy_similarity(sketch, entry.sketch);
      if (found > 0 && found >= best.similarity) best = {found, entry.cluster};
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
    if (sketch.bands[band] == 0) continue;
    std::uint32_t& first = generation.first[sketch.bands[band]];
    entry.next[band] = std::exchange(first, number + static_cast<std::uint32_t>(band) + 1);
  }
}

}  // namespace khabar
