// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/persian_numbers.h"

#include <algorithm>
#include <array>
#include <string>

namespace khabar {
namespace {

constexpr std::string_view kAnd = "\u0648";              // WAW
constexpr std::string_view kOrdinal = "\u0645";          // MEEM
constexpr std::string_view kAdjective = "\u06CC\u0646";  // FARSI YEH NOON

struct Number {
  std::uint32_t number = 0;
  std::string_view word;
  std::string_view ordinal = {};  // where it is not the word with MEEM
};

// Folded. Se and si: not sahm "share", sim "wire".
constexpr std::array kNumbers = std::to_array<Number>({
    {1, "\u06CC\u06A9"},
    {2, "\u062F\u0648"},
    {3, "\u0633\u0647", "\u0633\u0648\u0645"},
    {4, "\u0686\u0647\u0627\u0631"},
    {5, "\u067E\u0646\u062C"},
    {6, "\u0634\u0634"},
    {7, "\u0647\u0641\u062A"},
    {8, "\u0647\u0634\u062A"},
    {9, "\u0646\u0647"},
    {10, "\u062F\u0647"},
    {11, "\u06CC\u0627\u0632\u062F\u0647"},
    {12, "\u062F\u0648\u0627\u0632\u062F\u0647"},
    {13, "\u0633\u06CC\u0632\u062F\u0647"},
    {14, "\u0686\u0647\u0627\u0631\u062F\u0647"},
    {15, "\u067E\u0627\u0646\u0632\u062F\u0647"},
    {16, "\u0634\u0627\u0646\u0632\u062F\u0647"},
    {17, "\u0647\u0641\u062F\u0647"},
    {18, "\u0647\u062C\u062F\u0647"},
    {18, "\u0647\u06CC\u062C\u062F\u0647"},
    {19, "\u0646\u0648\u0632\u062F\u0647"},
    {20, "\u0628\u06CC\u0633\u062A"},
    {30, "\u0633\u06CC", "\u0633\u06CC\u0627\u0645"},
    {40, "\u0686\u0647\u0644"},
    {50, "\u067E\u0646\u062C\u0627\u0647"},
    {60, "\u0634\u0635\u062A"},
    {70, "\u0647\u0641\u062A\u0627\u062F"},
    {80, "\u0647\u0634\u062A\u0627\u062F"},
    {90, "\u0646\u0648\u062F"},
    {100, "\u0635\u062F"},
    {100, "\u06CC\u06A9\u0635\u062F"},
    {200, "\u062F\u0648\u06CC\u0633\u062A"},
    {300, "\u0633\u06CC\u0635\u062F"},
    {400, "\u0686\u0647\u0627\u0631\u0635\u062F"},
    {500, "\u067E\u0627\u0646\u0635\u062F"},
    {600, "\u0634\u0634\u0635\u062F"},
    {700, "\u0647\u0641\u062A\u0635\u062F"},
    {800, "\u0647\u0634\u062A\u0635\u062F"},
    {900, "\u0646\u0647\u0635\u062F"},
});
// The ordinal of thirty with a blank.
constexpr std::string_view kThirty = "\u0633\u06CC";
constexpr std::array<std::string_view, 2> kOfThirty = {"\u0627\u0645", "\u0627\u0645\u06CC\u0646"};

constexpr bool is_unit(std::uint32_t number) { return number >= 1 && number < 10; }
constexpr bool is_tens(std::uint32_t number) {
  return number >= 20 && number < 100 && number % 10 == 0;
}

std::string ordinal_of(const Number& one) {
  return one.ordinal.empty() ? std::string(one.word).append(kOrdinal) : std::string(one.ordinal);
}

// Yek is also "a", na "no", and si a letter (bi bi si).
constexpr bool is_clear_alone(std::uint32_t number) {
  return number != 1 && number != 9 && number != 30;
}

struct Reading {
  std::uint32_t number = 0;
  bool ordinal = false;
};

Reading read_word(std::string_view word) {
  for (const Number& one : kNumbers) {
    if (word == one.word) return {one.number, false};
    if (!one.ordinal.empty()) {
      if (word.starts_with(one.ordinal)) {
        const std::string_view end = word.substr(one.ordinal.size());
        if (end.empty() || end == kAdjective) return {one.number, true};
      }
    } else if (word.starts_with(one.word)) {
      std::string_view end = word.substr(one.word.size());
      if (!end.starts_with(kOrdinal)) continue;
      end.remove_prefix(kOrdinal.size());
      if (end.empty() || end == kAdjective) return {one.number, true};
    }
  }
  return {};
}

// The unit of words behind tens: "and five", in one word or two. How many words, or 0.
NumberWords read_unit(std::span<const std::string_view> words) {
  if (words.empty() || !words.front().starts_with(kAnd)) return {};
  const bool apart = words.front() == kAnd;
  if (apart && words.size() < 2) return {};
  const Reading unit = read_word(apart ? words[1] : words.front().substr(kAnd.size()));
  return is_unit(unit.number) ? NumberWords{unit.number, apart ? 2U : 1U} : NumberWords{};
}

// Tens and a unit written as one: haftadonohomin. 0: it is none.
std::uint32_t read_joined(std::string_view word) {
  for (const Number& tens : kNumbers) {
    if (!is_tens(tens.number) || !word.starts_with(tens.word)) continue;
    const std::array<std::string_view, 1> rest = {word.substr(tens.word.size())};
    if (const NumberWords unit = read_unit(rest); unit.words > 0) return tens.number + unit.number;
  }
  return 0;
}

// A number and its ordinals.
std::vector<std::string> forms_of(const Number& one, bool alone) {
  std::vector<std::string> forms;
  if (!alone || is_clear_alone(one.number)) forms.emplace_back(one.word);
  const std::string ordinal = ordinal_of(one);
  forms.push_back(ordinal);
  forms.push_back(ordinal + std::string(kAdjective));
  return forms;
}

}  // namespace

NumberWords read_persian_number(std::span<const std::string_view> words) {
  if (words.empty()) return {};
  const Reading first = read_word(words.front());
  if (first.number == 0) {
    const std::uint32_t joined = read_joined(words.front());
    return {joined, joined > 0 ? 1U : 0U};
  }
  if (is_tens(first.number) && !first.ordinal) {
    const NumberWords unit = read_unit(words.subspan(1));
    if (unit.words > 0) return {first.number + unit.number, 1 + unit.words};
  }
  if (words.front() == kThirty && words.size() > 1 &&
      std::find(kOfThirty.begin(), kOfThirty.end(), words[1]) != kOfThirty.end())
    return {first.number, 2};
  if (!first.ordinal && !is_clear_alone(first.number)) return {};
  return {first.number, 1};
}

std::vector<std::vector<std::string>> persian_number_words(std::uint32_t number) {
  std::vector<std::vector<std::string>> spellings;
  for (const Number& one : kNumbers) {
    if (one.number == number) {
      for (std::string& form : forms_of(one, true)) spellings.push_back({std::move(form)});
      if (one.word != kThirty) continue;
      for (const std::string_view end : kOfThirty)
        spellings.push_back({std::string(kThirty), std::string(end)});
    }
    if (!is_tens(one.number) || !is_unit(number - one.number)) continue;
    for (const Number& unit : kNumbers) {
      if (one.number + unit.number != number || !is_unit(unit.number)) continue;
      for (const std::string& form : forms_of(unit, false)) {
        spellings.push_back({std::string(one.word), std::string(kAnd), form});
        spellings.push_back({std::string(one.word), std::string(kAnd) + form});
        spellings.push_back({std::string(one.word) + std::string(kAnd) + form});
      }
    }
  }
  return spellings;
}

}  // namespace khabar
