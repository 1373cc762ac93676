// SPDX-License-Identifier: GPL-2.0-or-later
// The numbers of a query as articles write them otherwise, where the writing alone does not tell
// (analyzers/segmenter.h).
#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/word_queries.h"

namespace khabar {
namespace {

// How much a spelling counts beside the number as it was typed. Two numbers side by side may be a
// score or a day and month, and in visual order anything.
constexpr double kOtherMark = 0.7;
constexpr double kVisualOrder = 0.3;

// Between the two halves of a decimal.
bool is_decimal_slash(std::string_view between) {
  return between == "/" || between == "\u060C";  // ARABIC COMMA
}

}  // namespace

// - 20.8 is 20/8 or 8/20 in Persian newspapers, 8 REH 20 in Arabic ones (Language::decimal_slash).
//   Wrong for: scores and dates, 2/5, which a decimal finds, too.
// - 20/8 is 20.8, but for 1404/5/3.
// - 72.837 is 72837, and either may be meant. Wrong for: 2.445 millions.
void WordQueries::add_number_spellings(const Neighbours& before, const Readings& word,
                                       std::string_view text, bool title, Alternatives& found) {
  if (weights_.spacing <= 0) return;
  const auto add = [&](std::string spelling) {
    if (vocabulary_->word_frequency(spelling) == 0) return;
    add_whole(std::move(spelling), word.written, title, kOtherMark, EvidenceOrigin::spacing, found);
  };
  const auto add_apart = [&](const std::vector<std::string>& words, double weight) {
    add_side_by_side(words, word.written, title, weight, EvidenceOrigin::spacing, found);
  };
  constexpr std::size_t kGroup = 3;  // digits
  const std::string& number = word.surfaces.front();
  const std::size_t point = number.find('.');
  if (point == std::string::npos) {
    if (number.size() > kGroup && number.size() <= 2 * kGroup)
      add(std::string(number).insert(number.size() - kGroup, "."));
    if (is_second_half(before, word, text)) add(before.last->surfaces.front() + "." + number);
    return;
  }
  const std::string whole = number.substr(0, point), part = number.substr(point + 1);
  if (part.find('.') != std::string::npos) return;
  if (whole.size() <= kGroup && part.size() == kGroup) add(whole + part);
  for (const Language* language : languages_) {
    if (language->decimal_slash) {
      add_apart({whole, part}, kOtherMark);
      if (whole != part) add_apart({part, whole}, kVisualOrder);
    }
    if (!language->decimal_letter.empty())
      add_apart({part, std::string(language->decimal_letter), whole}, kOtherMark);
  }
}

// The 8 of 20/8.
bool WordQueries::is_second_half(const Neighbours& before, const Readings& word,
                                 std::string_view text) {
  const auto is_behind = [&](const Readings* last, const Readings& next) {
    return last != nullptr && last->kind == TokenKind::number &&
           is_decimal_slash(text.substr(last->end, next.begin - last->end));
  };
  if (!is_behind(before.last, word) || is_behind(before.first, *before.last)) return false;
  return text.substr(word.end, 1) != "/";
}

}  // namespace khabar
