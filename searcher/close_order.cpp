// SPDX-License-Identifier: GPL-2.0-or-later
// The best documents in the order that words near each other give (searcher/close_words.h).
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "indexer/glass_reader.h"
#include "indexer/schema.h"
#include "indexer/word_order.h"
#include "searcher/close_words.h"
#include "searcher/phrase_scores.h"
#include "searcher/phrase_source.h"
#include "searcher/top_matches.h"

namespace khabar {
namespace {

// From one word to the other.
constexpr std::size_t kFarthest = 5;

// A match with both words of a pair.
struct Part {
  Xapian::docid document = 0;
  Match* match = nullptr;
  double score = 0;                      // of the pair
  std::array<std::uint32_t, 2> forms{};  // those that it has, a bit each
};

class CloseMatches {
 public:
  explicit CloseMatches(const Bm25Weights& weights)
      : weights_(weights), cursor_(weights.reader()), orders_(weights.reader(), kWordOrderSlot) {}

  // `parts`: the matches, by document.
  void raise(const CloseWords& pair, std::vector<Part> parts) {
    for (const CloseWords::Word& word : pair.words) keep_those_with(word.stem, pair.weight, parts);
    for (std::size_t i = 0; i < pair.words.size(); ++i) {
      const std::vector<std::string>& forms = pair.words[i].forms;
      for (std::size_t form = 0; form < forms.size(); ++form)
        for_each_held(cursor_, list_of_term(forms[form]), parts,
                      [&](std::size_t at, std::uint32_t) { parts[at].forms[i] |= 1U << form; });
      std::erase_if(parts, [&](const Part& part) { return part.forms[i] == 0; });
    }
    for (const Part& part : parts) {
      if (are_close(pair, part)) part.match->score += part.score;
    }
  }

 private:
  void keep_those_with(const std::string& term, double weight, std::vector<Part>& parts) {
    const std::string list = list_of_term(term);
    const double greatest = weight * weights_.greatest(frequency_of(cursor_, term));
    std::size_t kept = 0;
    for_each_held(cursor_, list, parts, [&](std::size_t at, std::uint32_t count) {
      Part& part = parts[kept++] = parts[at];
      const double times = count;
      part.score += greatest * times / (times + weights_.added_to_count(part.document));
    });
    parts.resize(kept);
  }

  bool are_close(const CloseWords& pair, const Part& part) {
    if (!read_order(orders_, part.document, order_)) return false;
    const bool close =
        are_close(pair, part, order_.title()) || are_close(pair, part, order_.body());
    orders_.confirm();
    return close;
  }

  bool are_close(const CloseWords& pair, const Part& part, const WordCodes& text) {
    for (std::size_t i = 0; i < pair.words.size(); ++i) {
      places_[i].clear();
      for (std::size_t form = 0; form < pair.words[i].forms.size(); ++form) {
        if ((part.forms[i] >> form & 1U) == 0) continue;
        const std::uint32_t code = order_.code_of(hash_of(pair.words[i].forms[form]));
        for (std::size_t at = 0; (at = text.find(code, at, text.size())) < text.size(); ++at)
          places_[i].push_back(at);
      }
      if (places_[i].empty()) return false;
      std::ranges::sort(places_[i]);
    }
    auto second = places_[1].begin();
    for (const std::size_t first : places_[0]) {
      while (second != places_[1].end() && *second + kFarthest < first) ++second;
      if (second == places_[1].end()) return false;
      if (*second <= first + kFarthest) return true;
    }
    return false;
  }

  const Bm25Weights& weights_;
  GlassReader::Cursor cursor_;
  ValueReader orders_;
  WordOrder order_;  // a view of what orders_ has read
  std::array<std::vector<std::size_t>, 2> places_;
};

}  // namespace

void put_close_words_first(const std::vector<CloseWords>& pairs, const Bm25Weights& weights,
                           std::vector<Match>& best) {
  const auto end = best.begin() + static_cast<std::ptrdiff_t>(std::min(kCloseOrder, best.size()));
  std::vector<Part> parts;
  for (auto match = best.begin(); match != end; ++match)
    parts.push_back({match->document, &*match});
  std::ranges::sort(parts, {}, &Part::document);
  CloseMatches matches(weights);
  for (const CloseWords& pair : pairs) matches.raise(pair, parts);
  std::stable_sort(best.begin(), end,
                   [](const Match& a, const Match& b) { return a.score > b.score; });
}

}  // namespace khabar
