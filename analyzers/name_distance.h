// SPDX-License-Identifier: GPL-2.0-or-later
// How far apart two spellings of a name are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/name_keys.h"
#include "analyzers/name_sounds.h"

namespace khabar {

/// How far apart two spellings are when both are read as the same name: 0 for the same letters and
/// for the spellings of one name in data/names/spellings.txt, the N of tanwin not counted (see
/// data/names/adverbs.txt), about 0.1 for a pair such as GAF and GHAIN, 0.25 for a vowel letter
/// that one of them leaves out; kNoName or more where a consonant differs. Either can be in Latin
/// letters. Thread safety: thread-safe.
double name_distance(std::string_view folded, std::string_view other);

/// The largest distance at which two spellings are taken for one name: longer names leave more
/// room, a word in Latin letters of two consonants or three letters little, since most such words
/// are near to a dozen others (hello, data; gov, kaf).
double name_tolerance(std::string_view folded, std::string_view other);

/// Letters of a word of the Arabic script that small distances exchange with each other or leave
/// out: ALEF, AIN, HAMZA and HEH.
struct WeakLetters {
  std::size_t all = 0;
  std::size_t inner_alefs = 0;  ///< Not the first letter: never left out for little.
};

/// The same from one name to many words: quick where words that begin alike follow each other, as
/// in ascending order. Thread safety: thread-confined.
class NameDistances {
 public:
  explicit NameDistances(std::string_view folded);
  /// name_distance(); more than `limit` can be told as kNoName.
  double to(std::string_view other, double limit = kNoName);
  /// name_tolerance() for a word with this name_key().
  double tolerance(std::string_view other, std::string_view other_key) const;

 private:
  // A row of the table of the weighted edit distance: what it costs to make the other word up to
  // a sound of each beginning of the name. Words that begin alike share rows.
  struct Row {
    ScriptSound read;  // or the Latin one
    double least = 0;  // of the costs
  };
  std::size_t width() const { return sounds_.size() + 1; }
  void start(bool latin);
  ScriptSound next_latin_sound() const;
  void add_row(const ScriptSound& read, bool latin);
  const double* exchange_costs(const Sound& other);

  const std::string folded_;
  const std::size_t key_size_;
  const double tolerance_;
  const bool listed_;
  std::string firm_;  // classes of letters that no small distance touches
  WeakLetters weak_;
  const Sounds sounds_;
  const bool teh_marbuta_;
  const bool adverb_;                                     // of data/names/adverbs.txt
  std::unique_ptr<NameDistances> without_tanwin_;         // of a Latin name, if that may be one
  std::array<std::vector<double>, 2> left_out_;           // costs of each sound; for a Latin word
  std::array<std::uint16_t, 0x100> exchange_costs_at_{};  // by letter, from 1 on; 0: not known yet
  std::vector<double> exchange_costs_;
  std::string other_;  // that the rows are of
  Sounds latin_sounds_;
  std::vector<Row> rows_;      // the first is before all sounds
  std::vector<double> cells_;  // of the rows
};

}  // namespace khabar
