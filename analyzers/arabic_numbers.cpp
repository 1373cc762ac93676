// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_numbers.h"

#include <algorithm>
#include <array>

namespace khabar {
namespace {

constexpr std::string_view kAnd = "\u0648";          // WAW
constexpr std::string_view kThe = "\u0627\u0644";    // ALEF LAM
constexpr std::string_view kToThe = "\u0644\u0644";  // LAM LAM
constexpr std::string_view kOf = "\u0645\u0646";     // MEEM NOON
constexpr std::string_view kHundred = "\u0645\u06CC\u0647";
// What goes with a unit that is masculine, or feminine, in form.
constexpr std::string_view kTen = "\u0639\u0634\u0631";                // AIN SHEEN REH
constexpr std::string_view kTenFeminine = "\u0639\u0634\u0631\u0647";  // AIN SHEEN REH HEH

// One and two are other words, too.
constexpr std::uint32_t kLeastAlone = 3;

enum class Unit : std::uint8_t { cardinal, in_ten, in_tens, ordinal, feminine_ordinal };

struct UnitWord {
  std::string_view word;
  std::uint32_t number = 0;
  std::string_view ten;  // its 'ashar; empty: none
  Unit unit = Unit::cardinal;
};

// Folded. In_ten: before 'ashar alone; in_tens: before tens, too or alone.
constexpr std::array kUnits = std::to_array<UnitWord>({
    {"\u0627\u062D\u062F", 1, kTen, Unit::in_ten},
    {"\u0627\u062D\u062F\u06CC", 1, kTenFeminine, Unit::in_tens},
    {"\u0648\u0627\u062D\u062F", 1, {}, Unit::in_tens},
    {"\u0648\u0627\u062D\u062F\u0647", 1, {}, Unit::in_tens},
    {"\u0627\u062B\u0646\u0627", 2, kTen, Unit::in_ten},
    {"\u0627\u062B\u0646\u06CC", 2, kTen, Unit::in_ten},
    {"\u0627\u062B\u0646\u062A\u0627", 2, kTenFeminine, Unit::in_ten},
    {"\u0627\u062B\u0646\u062A\u06CC", 2, kTenFeminine, Unit::in_ten},
    {"\u0627\u062B\u0646\u0627\u0646", 2, {}, Unit::in_tens},
    {"\u0627\u062B\u0646\u06CC\u0646", 2, {}, Unit::in_tens},
    {"\u0627\u062B\u0646\u062A\u0627\u0646", 2, {}, Unit::in_tens},
    {"\u0627\u062B\u0646\u062A\u06CC\u0646", 2, {}, Unit::in_tens},
    {"\u062B\u0644\u0627\u062B\u0647", 3, kTen},
    {"\u062B\u0644\u0627\u062B", 3, kTenFeminine},
    {"\u0627\u0631\u0628\u0639\u0647", 4, kTen},
    {"\u0627\u0631\u0628\u0639", 4, kTenFeminine},
    {"\u062E\u0645\u0633\u0647", 5, kTen},
    {"\u062E\u0645\u0633", 5, kTenFeminine},
    {"\u0633\u062A\u0647", 6, kTen},
    {"\u0633\u062A", 6, kTenFeminine},
    {"\u0633\u0628\u0639\u0647", 7, kTen},
    {"\u0633\u0628\u0639", 7, kTenFeminine},
    {"\u062B\u0645\u0627\u0646\u06CC\u0647", 8, kTen},
    {"\u062B\u0645\u0627\u0646\u06CC", 8, kTenFeminine},
    {"\u062B\u0645\u0627\u0646", 8, kTenFeminine},
    {"\u062A\u0633\u0639\u0647", 9, kTen},
    {"\u062A\u0633\u0639", 9, kTenFeminine},
    {kTenFeminine, 10, {}},
    {kTen, 10, {}},
    {"\u0627\u0644\u0627\u0648\u0644", 1, {}, Unit::ordinal},
    {"\u0627\u0644\u062D\u0627\u062F\u06CC", 1, kTen, Unit::ordinal},
    {"\u0627\u0644\u062D\u0627\u062F\u06CC\u0647", 1, kTenFeminine, Unit::feminine_ordinal},
    {"\u0627\u0644\u062B\u0627\u0646\u06CC", 2, kTen, Unit::ordinal},
    {"\u0627\u0644\u062B\u0627\u0646\u06CC\u0647", 2, kTenFeminine, Unit::feminine_ordinal},
    {"\u0627\u0644\u062B\u0627\u0644\u062B", 3, kTen, Unit::ordinal},
    {"\u0627\u0644\u062B\u0627\u0644\u062B\u0647", 3, kTenFeminine, Unit::feminine_ordinal},
    {"\u0627\u0644\u0631\u0627\u0628\u0639", 4, kTen, Unit::ordinal},
    {"\u0627\u0644\u0631\u0627\u0628\u0639\u0647", 4, kTenFeminine, Unit::feminine_ordinal},
    {"\u0627\u0644\u062E\u0627\u0645\u0633", 5, kTen, Unit::ordinal},
    {"\u0627\u0644\u062E\u0627\u0645\u0633\u0647", 5, kTenFeminine, Unit::feminine_ordinal},
    {"\u0627\u0644\u0633\u0627\u062F\u0633", 6, kTen, Unit::ordinal},
    {"\u0627\u0644\u0633\u0627\u062F\u0633\u0647", 6, kTenFeminine, Unit::feminine_ordinal},
    {"\u0627\u0644\u0633\u0627\u0628\u0639", 7, kTen, Unit::ordinal},
    {"\u0627\u0644\u0633\u0627\u0628\u0639\u0647", 7, kTenFeminine, Unit::feminine_ordinal},
    {"\u0627\u0644\u062B\u0627\u0645\u0646", 8, kTen, Unit::ordinal},
    {"\u0627\u0644\u062B\u0627\u0645\u0646\u0647", 8, kTenFeminine, Unit::feminine_ordinal},
    {"\u0627\u0644\u062A\u0627\u0633\u0639", 9, kTen, Unit::ordinal},
    {"\u0627\u0644\u062A\u0627\u0633\u0639\u0647", 9, kTenFeminine, Unit::feminine_ordinal},
    {"\u0627\u0644\u0639\u0627\u0634\u0631", 10, {}, Unit::ordinal},
});

struct RoundNumber {
  std::string_view word;
  std::uint32_t number = 0;
};

// The tens in the nominative and in the other cases.
constexpr std::array kTens = std::to_array<RoundNumber>({
    {"\u0639\u0634\u0631\u0648\u0646", 20},
    {"\u0639\u0634\u0631\u06CC\u0646", 20},
    {"\u062B\u0644\u0627\u062B\u0648\u0646", 30},
    {"\u062B\u0644\u0627\u062B\u06CC\u0646", 30},
    {"\u0627\u0631\u0628\u0639\u0648\u0646", 40},
    {"\u0627\u0631\u0628\u0639\u06CC\u0646", 40},
    {"\u062E\u0645\u0633\u0648\u0646", 50},
    {"\u062E\u0645\u0633\u06CC\u0646", 50},
    {"\u0633\u062A\u0648\u0646", 60},
    {"\u0633\u062A\u06CC\u0646", 60},
    {"\u0633\u0628\u0639\u0648\u0646", 70},
    {"\u0633\u0628\u0639\u06CC\u0646", 70},
    {"\u062B\u0645\u0627\u0646\u0648\u0646", 80},
    {"\u062B\u0645\u0627\u0646\u06CC\u0646", 80},
    {"\u062A\u0633\u0639\u0648\u0646", 90},
    {"\u062A\u0633\u0639\u06CC\u0646", 90},
});
constexpr std::array kHundreds = std::to_array<RoundNumber>({
    {kHundred, 100},
    {"\u0645\u06CC\u062A\u0627\u0646", 200},
    {"\u0645\u06CC\u062A\u06CC\u0646", 200},
    {"\u0645\u06CC\u062A\u0627", 200},
    {"\u0645\u06CC\u062A\u06CC", 200},
    {"\u062B\u0644\u0627\u062B\u0645\u06CC\u0647", 300},
    {"\u0627\u0631\u0628\u0639\u0645\u06CC\u0647", 400},
    {"\u062E\u0645\u0633\u0645\u06CC\u0647", 500},
    {"\u0633\u062A\u0645\u06CC\u0647", 600},
    {"\u0633\u0628\u0639\u0645\u06CC\u0647", 700},
    {"\u062B\u0645\u0627\u0646\u0645\u06CC\u0647", 800},
    {"\u062B\u0645\u0627\u0646\u06CC\u0645\u06CC\u0647", 800},
    {"\u062A\u0633\u0639\u0645\u06CC\u0647", 900},
});

// WAW, BEH and LAM, which are written to a number.
constexpr std::array<std::string_view, 4> kFronts = {"", kAnd, "\u0628", "\u0644"};

constexpr bool is_ordinal(const UnitWord& unit) {
  return unit.unit == Unit::ordinal || unit.unit == Unit::feminine_ordinal;
}

constexpr bool goes_with_tens(const UnitWord& unit) {
  return unit.unit != Unit::in_ten && unit.number < 10;
}

template <typename Words>
const typename Words::value_type* find_word(const Words& words, std::string_view word) {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const auto& one) { return one.word == word; });
  return found == words.end() ? nullptr : &*found;
}

std::string_view without_front(std::string_view word, std::string_view front) {
  return word.starts_with(front) ? word.substr(front.size()) : word;
}

using Spellings = std::vector<std::vector<std::string>>;

// With what is written to a number, and what stands behind it.
void add_with_fronts(std::string_view word, std::string_view behind, Spellings& spellings) {
  const auto add = [&](std::string first) {
    spellings.push_back({std::move(first)});
    if (!behind.empty()) spellings.back().emplace_back(behind);
  };
  if (word.starts_with(kThe)) {
    add(std::string(word));
    add(std::string(kAnd).append(word));
    add(std::string(kToThe).append(word.substr(kThe.size())));
    return;
  }
  for (const std::string_view front : kFronts) add(std::string(front).append(word));
}

void add_definite(std::string_view word, Spellings& spellings) {
  add_with_fronts(word, {}, spellings);
  add_with_fronts(std::string(kThe).append(word), {}, spellings);
}

void add_below_twenty(std::uint32_t number, Spellings& spellings) {
  for (const UnitWord& unit : kUnits) {
    if (number > 10) {
      if (unit.number + 10 == number && !unit.ten.empty())
        add_with_fronts(unit.word, unit.ten, spellings);
    } else if (unit.number == number && unit.unit == Unit::cardinal) {
      add_definite(unit.word, spellings);
    } else if (unit.number == number && unit.unit == Unit::ordinal) {
      add_with_fronts(unit.word, kOf, spellings);
    }
  }
}

void add_below_hundred(std::uint32_t number, Spellings& spellings) {
  for (const RoundNumber& tens : kTens) {
    if (tens.number + number % 10 != number) continue;
    if (tens.number == number) {
      add_definite(tens.word, spellings);
      continue;
    }
    for (const UnitWord& unit : kUnits) {
      if (unit.number != number % 10 || !goes_with_tens(unit)) continue;
      const std::string and_the = std::string(kAnd).append(is_ordinal(unit) ? kThe : "");
      add_with_fronts(unit.word, and_the + std::string(tens.word), spellings);
    }
  }
}

// The tens of words behind a unit, "and twenty", in one word or two.
NumberWords read_tens(std::span<const std::string_view> words) {
  if (words.empty() || !words.front().starts_with(kAnd)) return {};
  const bool apart = words.front() == kAnd;
  if (apart && words.size() < 2) return {};
  const std::string_view word = apart ? words[1] : words.front().substr(kAnd.size());
  const RoundNumber* tens = find_word(kTens, without_front(word, kThe));
  return tens == nullptr ? NumberWords{} : NumberWords{tens->number, apart ? 2U : 1U};
}

}  // namespace

NumberWords read_arabic_number(std::span<const std::string_view> words) {
  if (words.empty()) return {};
  const std::string_view first = words.front();
  const std::string_view second = words.size() > 1 ? words[1] : std::string_view();
  if (const UnitWord* unit = find_word(kUnits, first)) {
    if (!unit->ten.empty() && (second == kTen || second == kTenFeminine))
      return {10 + unit->number, 2};
    if (goes_with_tens(*unit)) {
      const NumberWords tens = read_tens(words.subspan(1));
      if (tens.words > 0) return {tens.number + unit->number, 1 + tens.words};
    }
    if (unit->number < kLeastAlone) return {};
    if (unit->unit == Unit::ordinal)
      return second == kOf ? NumberWords{unit->number, 2} : NumberWords{};
    if (unit->unit != Unit::cardinal) return {};
    if (second == kHundred && unit->number < 10) return {100 * unit->number, 2};
    return {unit->number, 1};
  }
  if (const RoundNumber* tens = find_word(kTens, without_front(first, kThe)))
    return {tens->number, 1};
  if (const RoundNumber* hundreds = find_word(kHundreds, first)) return {hundreds->number, 1};
  return {};
}

std::vector<std::vector<std::string>> arabic_number_words(std::uint32_t number) {
  Spellings spellings;
  if (number > 0 && number < 20) add_below_twenty(number, spellings);
  if (number >= 20 && number < 100) add_below_hundred(number, spellings);
  for (const RoundNumber& hundreds : kHundreds) {
    if (hundreds.number == number) add_with_fronts(hundreds.word, {}, spellings);
  }
  for (const UnitWord& unit : kUnits) {
    if (100 * unit.number == number && unit.unit == Unit::cardinal && unit.ten == kTenFeminine)
      add_with_fronts(unit.word, kHundred, spellings);
  }
  return spellings;
}

}  // namespace khabar
