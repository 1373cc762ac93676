// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/number_queries.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "searcher/evidence/day_queries.h"
#include "searcher/number_words.h"

namespace khabar {
namespace {

// How much a spelling counts beside the number as it was typed. Two numbers side by side may be a
// score or a day and month, and in visual order anything.
constexpr double kOtherMark = 0.7;
constexpr double kVisualOrder = 0.3;
// A number in words that was typed in digits, or the other way round: less than the two kinds of
// evidence that what was typed is.
constexpr double kOtherNumber = 0.7;
// The same of words of some rarity, where that is what was typed: a rare spelling is no rarer a
// number, nor one in digits, of one word, a commoner one. Little more, though, for a 2, which half
// of all articles have.
double weight_of_other_number(double typed_rarity, double rarity) {
  constexpr double kMostShare = 2.0;
  return kOtherNumber * std::min(kMostShare, typed_rarity / rarity);
}

// Of dates, times, scores and models: nobody writes out a part of 12:30 or F-16.
bool is_beside_mark(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kMarks = "/:-.";
  const auto is_mark = [&](std::size_t at) {
    return at < text.size() && kMarks.find(text[at]) != std::string_view::npos;
  };
  return (begin > 0 && is_mark(begin - 1)) || is_mark(end);
}

// Between the two halves of a decimal.
bool is_decimal_slash(std::string_view between) {
  return between == "/" || between == "\u060C";  // ARABIC COMMA
}

// The longest number that the words begin with, in any language that reads them.
QueryNumber number_in(const WordContext& context, std::span<const std::string_view> words) {
  QueryNumber number;
  for (const Language* language : context.languages) {
    QueryNumber one = number_at(words, *language);
    if (one.words < number.words || one.words == 0) continue;
    if (one.words > number.words) number.spellings.clear();
    number.words = one.words;
    std::move(one.spellings.begin(), one.spellings.end(), std::back_inserter(number.spellings));
  }
  return number;
}

// The 8 of 20/8.
bool is_second_half(const Neighbours& before, const QueryWord& word, std::string_view text) {
  const auto is_behind = [&](const QueryWord* last, const QueryWord& next) {
    return last != nullptr && last->kind == TokenKind::number &&
           is_decimal_slash(text.substr(last->end, next.begin - last->end));
  };
  if (!is_behind(before.last, word) || is_behind(before.first, *before.last)) return false;
  return text.substr(word.end, 1) != "/";
}

}  // namespace

void mark_numbers(const WordContext& context, const DayReader& read_day, QueryWords& typed,
                  std::string_view text) {
  QueryWord* compound = nullptr;
  for (auto place = typed.begin(); place != typed.end(); ++place) {
    QueryWord& first = place->second;
    if (first.compound) {
      compound = &first;
      continue;
    }
    if (first.half) continue;  // of the number before
    if (first.kind == TokenKind::number) {
      place = mark_day(place, typed, text, read_day);
      if (is_beside_mark(text, first.begin, first.end)) continue;
    }
    std::array<std::string_view, kMostNumberWords> words;
    std::array<QueryWord*, kMostNumberWords> behind{};
    std::size_t count = 0;
    for (auto next = place; next != typed.end() && count < behind.size(); ++next, ++count) {
      if (next->second.compound) break;
      behind[count] = &next->second;
      words[count] = next->second.surfaces.front();
    }
    QueryNumber number = number_in(context, std::span(words).first(count));
    if (number.words == 0) continue;
    const std::span<QueryWord*> run = std::span(behind).first(number.words);
    // Panj of panj-shanbe (Thursday) is no five.
    const bool whole =
        first.piece && compound->begin == first.begin && compound->end == run.back()->end;
    if (run.back()->piece && !whole) continue;
    QueryWord& target = whole ? *compound : *run.back();
    target.numbers = std::move(number.spellings);
    if (run.size() < 2) continue;
    const bool enough =
        context.vocabulary->word_frequency(target.numbers.front().front()) >= kEnough;
    for (QueryWord* word : run) {
      target.number.push_back(word->surfaces.front());
      word->half = !whole;
      word->beside = enough && !whole;
    }
  }
}

void add_number(const WordContext& context, const QueryWord& word, Alternatives& found) {
  const bool several = !word.number.empty();
  const double typed = rarity_of(*context.vocabulary, typed_words(word));
  if (several)
    add_side_by_side(context, word.number,
                     {word.written, context.weights.joined, EvidenceOrigin::number}, found);
  // An article that has it as it was typed, too, has it once. Of a longer query that is not worth
  // its time.
  const std::string unless =
      several || !context.is_short() ? std::string() : surface_term(context, word.surfaces.front());
  for (const std::vector<std::string>& words : word.numbers) {
    if (context.vocabulary->rarest(words) == 0) continue;
    const double weight = weight_of_other_number(typed, rarity_of(*context.vocabulary, words));
    if (words.size() > 1) {
      add_side_by_side(context, words, {word.written, weight, EvidenceOrigin::number}, found,
                       unless);
      continue;
    }
    std::string term = surface_term(context, words.front());
    context.terms.remember(
        {term, word.written, EvidenceKind::surface, context.title, weight, EvidenceOrigin::number});
    if (unless.empty()) {
      found.terms.push_back({std::move(term), weight});
    } else if (context.vocabulary->frequency(term) > 0) {
      found.phrases.push_back({{std::move(term)}, 1, weight, unless});
    }
  }
}

void add_number_neighbours(const WordContext& context, const QueryWord& first,
                           const QueryWord& second, double weight, Alternatives& found) {
  std::vector<std::string> typed = typed_words(first);
  typed.push_back(second.surfaces.front());
  const double rarity = rarity_of(*context.vocabulary, typed);
  const auto add = [&](std::vector<std::string> words, const std::vector<std::string>& next) {
    words.insert(words.end(), next.begin(), next.end());
    if (context.vocabulary->rarest(words) == 0) return;
    add_side_by_side(
        context, words,
        {first.written,
         weight_of_other_number(rarity, rarity_of(*context.vocabulary, words)) * weight,
         EvidenceOrigin::number},
        found);
  };
  for (const auto& number : first.numbers) add(number, {second.surfaces.front()});
  for (const auto& number : second.numbers) add(typed_words(first), number);
}

void add_number_spellings(const WordContext& context, const Neighbours& before,
                          const QueryWord& word, std::string_view text, Alternatives& found) {
  if (context.weights.spacing <= 0) return;
  const auto add = [&](const std::string& spelling) {
    if (context.vocabulary->word_frequency(spelling) == 0) return;
    add_whole(context, spelling, {word.written, kOtherMark, EvidenceOrigin::spacing}, found);
  };
  const auto add_apart = [&](const std::vector<std::string>& words, double weight) {
    add_side_by_side(context, words, {word.written, weight, EvidenceOrigin::spacing}, found);
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
  for (const Language* language : context.languages) {
    if (language->decimal_slash) {
      add_apart({whole, part}, kOtherMark);
      if (whole != part) add_apart({part, whole}, kVisualOrder);
    }
    if (!language->decimal_letter.empty())
      add_apart({part, std::string(language->decimal_letter), whole}, kOtherMark);
  }
}

}  // namespace khabar
