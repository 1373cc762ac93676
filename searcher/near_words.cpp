// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/near_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "analyzers/utf8.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

constexpr std::size_t kMinLetters = 3;
constexpr std::size_t kMaxLetters = 30;
constexpr Cost kNever = 10000;
constexpr double kCostWeight = 8.5;

// How much may differ: a short word is soon another one.
Cost tolerance(std::size_t letters) {
  if (letters <= 3) return 80;
  if (letters == 4) return 110;
  return letters <= 6 ? 130 : 160;
}

// Walks the lists as a tree of letters. Each letter of a listed word adds one row to the table of
// the weighted Damerau-Levenshtein distance; words that begin alike share rows, and a beginning
// that is too dear ends its branch.
class Walk {
 public:
  Walk(std::u32string typed, std::size_t limit)
      : typed_(std::move(typed)), limit_(limit), tolerance_(tolerance(typed_.size())) {
    for (std::size_t i = 0; i < typed_.size(); ++i) {
      extra_[i] = extra_cost(typed_[i], i > 0 ? typed_[i - 1] : 0,
                             i + 1 < typed_.size() ? typed_[i + 1] : 0);
    }
    rows_[0][0] = 0;
    for (std::size_t j = 1; j <= typed_.size(); ++j) {
      rows_[0][j] = rows_[0][j - 1] + extra_[j - 1] + (j == 1 ? kFirstLetter : 0);
    }
  }

  // Whether a word with this first letter can be near.
  bool may_begin_with(char32_t letter) {
    letters_[0] = letter;
    return add_row(1);
  }

  void read(std::string_view list) {
    WordListReader reader(list);
    std::size_t depth = 0;                            // letters with a row
    std::size_t dead = kNever;                        // bytes of a beginning that is too dear
    std::array<std::size_t, kMaxLetters + 3> ends{};  // bytes of the first letters
    while (reader.next()) {
      if (reader.shared() >= dead) continue;
      dead = kNever;
      while (depth > 0 && ends[depth] > reader.shared()) --depth;
      const std::string_view word = reader.word();
      for (std::size_t at = ends[depth]; at < word.size();) {
        letters_[depth] = next_code_point(word, at);
        ends[++depth] = at;
        if (add_row(depth) && depth <= kMaxLetters) continue;
        dead = at;
        --depth;
        break;
      }
      if (dead == kNever) take(word, cost_of(depth), reader.weight());
    }
  }

  std::vector<NearWord> found() && { return std::move(found_); }

 private:
  using Row = std::array<Cost, kMaxLetters + 1>;

  // The row of letters_[depth - 1]; false where nothing that begins so can be near.
  bool add_row(std::size_t depth) {
    const char32_t meant = letters_[depth - 1];
    const char32_t before = depth > 1 ? letters_[depth - 2] : 0;
    const Row& above = rows_[depth - 1];
    Row& row = rows_[depth];
    const Cost first = depth == 1 ? kFirstLetter : 0;
    const Cost missing = missing_cost(meant, before) + first;
    Cost least = row[0] = above[0] + missing;
    for (std::size_t j = 1; j <= typed_.size(); ++j) {
      const char32_t typed = typed_[j - 1];
      Cost best = above[j - 1];
      if (typed != meant) best += substitution_cost(typed, meant) + (j == 1 ? first : 0);
      best = std::min({best, above[j] + missing, row[j - 1] + extra_[j - 1]});
      if (depth > 1 && j > 1 && typed == before && typed_[j - 2] == meant && typed != meant) {
        best = std::min(best, rows_[depth - 2][j - 2] + kTransposition);
      }
      row[j] = best;
      least = std::min(least, best);
      // The next letter may end a transposition that begins here.
      if (typed == meant && j > 1) least = std::min(least, above[j - 2] + kTransposition);
    }
    return least <= tolerance_;
  }

  // Of the word of the first `depth` letters. Both ends are known only now.
  Cost cost_of(std::size_t depth) const {
    const Cost end = end_substitution_cost(typed_.back(), letters_[depth - 1]);
    return std::min(rows_[depth][typed_.size()], rows_[depth - 1][typed_.size() - 1] + end);
  }

  void take(std::string_view word, Cost cost, std::uint8_t weight) {
    if (cost == 0 || cost > tolerance_) return;
    const double documents = documents_of_weight(weight);
    const double rank = explanation(cost, documents);
    const auto place = std::ranges::find_if(
        found_, [&](const NearWord& one) { return explanation(one.cost, one.documents) > rank; });
    if (place == found_.end() && found_.size() >= limit_) return;
    found_.insert(place, {std::string(word), cost, documents});
    if (found_.size() > limit_) found_.pop_back();
  }

  const std::u32string typed_;
  const std::size_t limit_;
  const Cost tolerance_;
  std::array<Cost, kMaxLetters> extra_{};
  std::array<Row, kMaxLetters + 3> rows_{};
  std::array<char32_t, kMaxLetters + 3> letters_{};
  std::vector<NearWord> found_;
};

}  // namespace

double explanation(Cost cost, double documents) {
  return kCostWeight * cost / kAnyLetter - std::log(documents);
}

std::vector<NearWord> near_words(std::string_view folded, const Vocabulary& vocabulary,
                                 std::size_t limit) {
  std::u32string typed = to_code_points(folded);
  if (typed.size() < kMinLetters || typed.size() > kMaxLetters) return {};
  Walk walk(std::move(typed), limit);
  for (const std::string& letter : vocabulary.listed_letters()) {
    std::size_t at = 0;
    if (walk.may_begin_with(next_code_point(letter, at))) walk.read(vocabulary.word_list(letter));
  }
  return std::move(walk).found();
}

std::vector<NearWord> one_slip_words(std::string_view folded, const Vocabulary& vocabulary,
                                     double least) {
  constexpr std::size_t kLeastLetters = 4;
  const std::u32string typed = to_code_points(folded);
  if (typed.size() < kLeastLetters || typed.size() > kMaxLetters) return {};
  std::vector<NearWord> found;
  const auto add = [&](std::u32string_view meant, Cost cost) {
    if (cost > kAnyLetter || meant == typed) return;
    std::string word = to_utf8(meant);
    const double documents = vocabulary.word_frequency(word);
    if (documents < least) return;
    const auto same = std::find_if(found.begin(), found.end(),
                                   [&](const NearWord& one) { return one.word == word; });
    if (same == found.end()) {
      found.push_back({std::move(word), cost, documents});
    } else {
      same->cost = std::min(same->cost, cost);
    }
  };
  std::u32string meant;
  for (std::size_t at = 0; at <= typed.size(); ++at) {
    const Cost first = at == 0 ? kFirstLetter : 0;
    const char32_t before = at > 0 ? typed[at - 1] : 0;
    for (const char32_t letter : folded_letters()) {
      meant.assign(typed).insert(at, 1, letter);
      add(meant, missing_cost(letter, before) + first);
      if (at == typed.size()) continue;
      const Cost other = at + 1 == typed.size() ? end_substitution_cost(typed[at], letter)
                                                : substitution_cost(typed[at], letter);
      meant.assign(typed)[at] = letter;
      add(meant, other + first);
    }
    if (at == typed.size()) continue;
    const char32_t after = at + 1 < typed.size() ? typed[at + 1] : 0;
    meant.assign(typed).erase(at, 1);
    add(meant, extra_cost(typed[at], before, after) + first);
    if (after == 0) continue;
    meant.assign(typed);
    std::swap(meant[at], meant[at + 1]);
    add(meant, kTransposition);
  }
  return found;
}

}  // namespace khabar
