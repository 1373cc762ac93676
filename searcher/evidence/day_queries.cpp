// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/day_queries.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "analyzers/analyzer.h"
#include "analyzers/stopwords.h"
#include "searcher/numbered_days.h"
#include "searcher/text_words.h"

namespace khabar {
namespace {

// Of what was typed. Without its year it is a day of other years, too.
constexpr double kOtherOrder = 0.7;
constexpr double kWithoutYear = 0.5;
// 12 aghustus/ab 2015, 27 khordad mah 1405: words that may stand before the year.
constexpr std::size_t kBeforeYear = 2;

std::string padded(const std::string& number) { return number.size() < 2 ? "0" + number : number; }

// In either order, with zeros or without, in one word with points.
std::vector<std::vector<std::string>> in_digits(const NumberedDay& day, const std::string& year) {
  const std::string number = std::to_string(day.day), month = std::to_string(day.month);
  std::vector<std::vector<std::string>> ways;
  for (const auto& [first, second] :
       {std::pair(number, month), std::pair(padded(number), padded(month))}) {
    ways.push_back({year, second, first});
    ways.push_back({first, second, year});
    std::string in_one = first;
    ways.push_back({in_one.append(".").append(second).append(".").append(year)});
  }
  return ways;
}

}  // namespace

QueryWords::iterator mark_day(QueryWords::iterator place, QueryWords& typed, std::string_view text,
                              const DayReader& read_day) {
  std::vector<ByteRange> numbers;
  for (auto next = place; next != typed.end() && numbers.size() < kMostDayNumbers; ++next) {
    if (next->second.kind != TokenKind::number) break;
    numbers.push_back({next->second.begin, next->second.end});
  }
  std::optional<DayAt> found = day_at(text, numbers, read_day);
  if (!found) return place;
  const auto last = std::next(place, static_cast<std::ptrdiff_t>(found->numbers) - 1);
  last->second.day = std::move(found->day);
  if (place == last) return last;
  for (auto part = place; part != std::next(last); ++part) {
    part->second.half = true;
    last->second.number.push_back(part->second.surfaces.front());
  }
  return last;
}

double share_of_day(const WordContext& context, const QueryWord& day, const QueryWords& typed) {
  double rarest = 0;
  for (const auto& [place, word] : typed) {
    if (word.stop || word.half || word.day || word.kind == TokenKind::number) continue;
    rarest = std::max(rarest, context.vocabulary->idf(documents_of(context, word)));
  }
  return rarest == 0 ? 1.0
                     : std::min(1.0, rarest / rarity_of(*context.vocabulary, typed_words(day)));
}

void add_day(const WordContext& context, const QueryWord& word, double share, bool with_others,
             Alternatives& found) {
  const NumberedDay& day = *word.day;
  const std::vector<std::string> typed = typed_words(word);
  const double rarity = rarity_of(*context.vocabulary, typed);
  std::set<std::vector<std::string>> seen{typed};
  if (typed.size() > 1)
    add_side_by_side(context, typed,
                     {word.written, share * context.weights.joined, EvidenceOrigin::number}, found);
  const auto add = [&](const std::vector<std::string>& words, double weight) {
    constexpr double kMostShare = 2.0;  // as of any number
    if (context.vocabulary->rarest(words) == 0 || !seen.insert(words).second) return false;
    add_side_by_side(
        context, words,
        {word.written,
         share * weight * std::min(kMostShare, rarity / rarity_of(*context.vocabulary, words)),
         EvidenceOrigin::number},
        found);
    return true;
  };
  for (const std::string& year : day.years) {
    for (const std::vector<std::string>& way : in_digits(day, year)) add(way, kOtherOrder);
  }
  for (const std::string& name : day.months) {
    std::vector<std::string> words{std::to_string(day.day)};
    TokenList tokens;
    analyze(name, fallback_language(), tokens);
    for (const std::string_view part : words_of(tokens).words) words.emplace_back(part);
    const bool telling =
        words.size() > 2 || std::ranges::none_of(context.languages, [&](const Language* one) {
          return is_stop_word(words.back(), *one);
        });
    if (with_others && telling) add(words, kWithoutYear);
    for (const std::string& year : day.years) {
      words.push_back(year);
      if (add(words, kOtherOrder) && !found.phrases.empty() &&
          found.phrases.back().terms.size() == words.size())
        found.phrases.back().window += kBeforeYear;
      words.pop_back();
    }
  }
}

}  // namespace khabar
