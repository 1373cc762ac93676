// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/word_order.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "indexer/schema.h"

namespace khabar {
namespace {

// A perfect hash function of the document's words, by hash and displace: a word falls into a
// bucket, and the bucket's displacement, found by trial, leads its words to codes that no other
// word has. A reader asks only for words that the document has, so the words themselves need not be
// stored. Source: Belazzougui, Botelho, Dietzfelbinger: Hash, displace, and compress (2009).
constexpr std::size_t kWordsPerBucket = 4;
constexpr unsigned kDisplacements = 256;
// A code has one bit more where no seed of so many leads all words to codes of their own.
constexpr unsigned kSeeds = 8;
constexpr unsigned kMaxCodeBits = 32;

std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93;
  return x ^ (x >> 32);
}

std::uint32_t scaled(std::uint64_t hash, std::uint64_t range) {
  return static_cast<std::uint32_t>(((hash >> 32) * range) >> 32);
}

std::uint32_t bucket_of(std::uint64_t word, unsigned seed, std::size_t buckets) {
  return scaled(mixed(word + seed), buckets);
}

std::uint32_t code_in(std::uint64_t word, unsigned displacement, std::uint32_t codes) {
  return scaled(mixed(word ^ ((displacement + 1) * 0x9E3779B97F4A7C15)), codes);
}

std::size_t buckets_for(std::size_t words) { return words / kWordsPerBucket + 1; }

// All codes of so many bits but the last, which is that of a gap.
std::uint32_t codes_of(unsigned width) {
  return static_cast<std::uint32_t>((std::uint64_t{1} << width) - 1);
}

// The search for displacements. Of use for one document.
class Placement {
 public:
  explicit Placement(std::span<const std::uint64_t> words)
      : words_(words),
        codes(words.size()),
        displacements(buckets_for(words.size()), '\0'),
        // An eighth of the codes stays free at least.
        width(std::max(kLowCodeBits,
                       static_cast<unsigned>(std::bit_width(words.size() * 8 / 7 + 1)))) {
    while (!place_all()) {
      if (++seed % kSeeds == 0) ++width;
    }
  }

 private:
  const std::span<const std::uint64_t> words_;

 public:
  std::vector<std::uint32_t> codes;  // of each word
  std::string displacements;         // of each bucket
  unsigned width;                    // bits of a code
  unsigned seed = 0;

 private:
  bool place_all() {
    sort_into_buckets();
    taken_.assign(codes_of(width), false);
    for (const std::uint32_t bucket : fullest_first_) {
      if (!place(bucket)) return false;
    }
    return true;
  }

  void sort_into_buckets() {
    const std::size_t buckets = displacements.size();
    begin_.assign(buckets + 1, 0);
    for (const std::uint64_t word : words_) ++begin_[bucket_of(word, seed, buckets) + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    members_.resize(words_.size());
    std::vector<std::uint32_t> end(begin_.begin(), begin_.end() - 1);
    for (std::uint32_t i = 0; i < words_.size(); ++i)
      members_[end[bucket_of(words_[i], seed, buckets)]++] = i;
    fullest_first_.resize(buckets);
    std::iota(fullest_first_.begin(), fullest_first_.end(), 0U);
    std::stable_sort(fullest_first_.begin(), fullest_first_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return size_of(a) > size_of(b); });
  }

  std::uint32_t size_of(std::uint32_t bucket) const { return begin_[bucket + 1] - begin_[bucket]; }

  bool place(std::uint32_t bucket) {
    const std::span members = std::span(members_).subspan(begin_[bucket], size_of(bucket));
    for (unsigned displacement = 0; displacement < kDisplacements; ++displacement) {
      std::size_t placed = 0;
      for (; placed < members.size(); ++placed) {
        const std::uint32_t code = code_in(words_[members[placed]], displacement, codes_of(width));
        if (taken_[code]) break;
        taken_[code] = true;
        codes[members[placed]] = code;
      }
      if (placed == members.size()) {
        displacements[bucket] = static_cast<char>(displacement);
        return true;
      }
      while (placed > 0) taken_[codes[members[--placed]]] = false;
    }
    return false;
  }

  std::vector<std::uint32_t> begin_;    // of each bucket in members_
  std::vector<std::uint32_t> members_;  // words, one bucket after the other
  std::vector<std::uint32_t> fullest_first_;
  std::vector<bool> taken_;
};

// Numbers of a fixed count of bits, the low bits first.
class BitWriter {
 public:
  explicit BitWriter(std::string& bytes) : bytes_(bytes) {}
  void write(std::uint32_t number, unsigned width) {
    pending_ |= std::uint64_t{number} << count_;
    for (count_ += width; count_ >= 8; count_ -= 8, pending_ >>= 8)
      bytes_ += static_cast<char>(pending_ & 0xFF);
  }
  void finish() {
    if (count_ > 0) bytes_ += static_cast<char>(pending_ & 0xFF);
  }

 private:
  std::string& bytes_;
  std::uint64_t pending_ = 0;
  unsigned count_ = 0;  // bits pending
};

[[noreturn]] void throw_damaged() {
  throw IndexError(
      "the order of a document's words cannot be read: the index is damaged "
      "(khabar check tells more)");
}

}  // namespace

std::string encode_word_order(std::span<const std::uint64_t> words,
                              std::span<const std::uint32_t> title,
                              std::span<const std::uint32_t> body) {
  std::string data;
  if (words.empty()) return data;
  const Placement placement(words);
  append_number(title.size(), data);
  append_number(body.size(), data);
  append_number(placement.displacements.size(), data);
  append_number(placement.seed, data);
  append_number(placement.width, data);
  data += placement.displacements;
  std::string high;
  BitWriter high_bits(high);
  const std::uint32_t gap = codes_of(placement.width);
  for (const std::span text : {title, body}) {
    for (const std::uint32_t word : text) {
      const std::uint32_t code = word == kNoWord ? gap : placement.codes[word];
      data += static_cast<char>(code & 0xFF);
      high_bits.write(code >> kLowCodeBits, placement.width - kLowCodeBits);
    }
  }
  high_bits.finish();
  return data + high;
}

std::size_t WordCodes::find(std::uint32_t code, std::size_t begin, std::size_t end) const {
  while (begin < end) {
    const void* const found = std::memchr(low_ + begin, static_cast<int>(code & 0xFF), end - begin);
    if (found == nullptr) return end;
    const auto place = static_cast<std::size_t>(static_cast<const char*>(found) - low_);
    if (high_bits(place) == code >> kLowCodeBits) return place;
    begin = place + 1;
  }
  return end;
}

void WordOrder::assign(std::string_view data) {
  try {
    title_words_ = take_number(data);
    body_words_ = take_number(data);
    buckets_ = take_number(data);
    seed_ = static_cast<unsigned>(take_number(data));
    const std::size_t width = take_number(data);
    const std::size_t words = title_words_ + body_words_;
    if (width < kLowCodeBits || width > kMaxCodeBits || buckets_ == 0 || buckets_ > data.size() ||
        words < title_words_ || words > data.size() ||
        words + (words * (width - kLowCodeBits) + 7) / 8 != data.size() - buckets_)
      throw_damaged();
    width_ = static_cast<unsigned>(width);
    data_ = data.data();
  } catch (const std::out_of_range&) {
    throw_damaged();
  }
}

std::uint32_t WordOrder::code_of(std::uint64_t word) const {
  const std::uint32_t bucket = bucket_of(word, seed_, buckets_);
  return code_in(word, static_cast<unsigned char>(data_[bucket]), codes_of(width_));
}

namespace {

// Whether `phrase` stands in `text` without a gap. `rarest`: the word to look for.
bool has_side_by_side(const WordCodes& text, std::span<const std::uint32_t> phrase,
                      std::size_t rarest) {
  const std::size_t end = text.size() - phrase.size() + 1 + rarest;
  for (std::size_t at = rarest; (at = text.find(phrase[rarest], at, end)) < end; ++at) {
    std::size_t found = 0;
    while (found < phrase.size() && text.is_at(at - rarest + found, phrase[found])) ++found;
    if (found == phrase.size()) return true;
  }
  return false;
}

}  // namespace

bool has_phrase(const WordCodes& text, std::span<const std::uint32_t> phrase, std::size_t window,
                std::size_t rarest) {
  if (phrase.empty() || phrase.size() > text.size()) return false;
  if (window == phrase.size()) return has_side_by_side(text, phrase, rarest);
  const std::size_t last = text.size() - phrase.size() + 1;  // what cannot begin one
  for (std::size_t first = 0; (first = text.find(phrase[0], first, last)) < last; ++first) {
    const std::size_t end = std::min(first + window, text.size());
    // Taking each word as early as can be leaves most room for the next.
    std::size_t at = first;
    std::size_t found = 1;
    while (found < phrase.size() && (at = text.find(phrase[found], at + 1, end)) < end) ++found;
    if (found == phrase.size()) return true;
  }
  return false;
}

bool has_near(const WordCodes& text, std::span<const std::uint32_t> words, std::size_t window) {
  std::map<std::uint32_t, std::size_t> times_of;  // of the words
  for (const std::uint32_t word : words) ++times_of[word];
  std::vector<std::pair<std::size_t, std::uint32_t>> places;
  for (const auto& [word, times] : times_of) {
    const std::size_t before = places.size();
    for (std::size_t at = 0; (at = text.find(word, at, text.size())) < text.size(); ++at)
      places.emplace_back(at, word);
    if (places.size() - before < times) return false;
  }
  std::sort(places.begin(), places.end());
  // Of each word the last so many that were passed: the oldest of them all begins the window.
  std::map<std::uint32_t, std::vector<std::size_t>> last;
  std::size_t complete = 0;
  for (const auto& place : places) {
    const std::size_t at = place.first;
    const std::uint32_t word = place.second;
    std::vector<std::size_t>& seen = last[word];
    seen.push_back(at);
    const std::size_t times = times_of[word];
    if (seen.size() == times) ++complete;
    if (seen.size() > times) seen.erase(seen.begin());
    if (complete < times_of.size()) continue;
    const bool within = std::all_of(last.begin(), last.end(), [&](const auto& one) {
      return at - one.second.front() < window;
    });
    if (within) return true;
  }
  return false;
}

}  // namespace khabar
