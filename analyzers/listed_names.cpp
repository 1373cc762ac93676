// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/listed_names.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "analyzers/folding.h"
#include "analyzers/lexicon.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

// Calls `take` with each spelling of a line, between TABs.
template <typename Take>
void for_each_spelling(std::string_view line, Take take) {
  while (!line.empty()) {
    const std::string_view spelling = line.substr(0, line.find('\t'));
    line.remove_prefix(std::min(spelling.size() + 1, line.size()));
    if (!spelling.empty()) take(spelling);
  }
}

class ListedNames {
 public:
  explicit ListedNames(std::string_view text) {
    // Folded at once, not spelling by spelling: what parts them is no letter.
    const std::string list = fold_arabic_script(text);
    first_of_name_.push_back(0);
    for_each_line(list, [&](std::string_view line) {
      for_each_spelling(line, [&](std::string_view spelling) {
        written_.emplace_back(spelling);
        std::erase(spellings_.emplace_back(spelling), ' ');
      });
      first_of_name_.push_back(spellings_.size());
    });
    index_.reserve(spellings_.size());
    for (std::uint32_t number = 0; number + 1 < first_of_name_.size(); ++number) {
      for (const std::string& spelling : spellings(number)) index_.insert(spelling, number);
    }
  }
  ListedNames(const ListedNames&) = delete;  // index_ looks into spellings_
  ListedNames& operator=(const ListedNames&) = delete;

  const std::uint32_t* number(std::string_view folded) const { return index_.find(folded); }
  std::span<const std::string> spellings(std::uint32_t number) const {
    return of_name(spellings_, number);
  }
  std::span<const std::string> written(std::uint32_t number) const {
    return of_name(written_, number);
  }
  bool are_one(std::string_view folded, std::string_view other) const {
    const std::uint32_t* const name = number(folded);
    if (name == nullptr) return false;
    const std::uint32_t* const same = number(other);
    return same != nullptr && *same == *name;
  }

 private:
  std::span<const std::string> of_name(const std::vector<std::string>& list,
                                       std::uint32_t number) const {
    const std::size_t first = first_of_name_[number];
    return std::span(list).subspan(first, first_of_name_[number + 1] - first);
  }

  std::vector<std::string> spellings_;      // without blanks
  std::vector<std::string> written_;        // the same with them
  std::vector<std::size_t> first_of_name_;  // and the end
  WordTable index_;
};

const ListedNames& listed_names() {
  static const ListedNames names(data::names_spellings());
  return names;
}

}  // namespace

std::span<const std::string> listed_spellings(std::string_view folded) {
  const std::uint32_t* const number = listed_names().number(folded);
  return number == nullptr ? std::span<const std::string>() : listed_names().spellings(*number);
}

std::span<const std::string> listed_spellings_with_blanks(std::string_view joined) {
  const std::uint32_t* const number = listed_names().number(joined);
  return number == nullptr ? std::span<const std::string>() : listed_names().written(*number);
}

bool are_one_listed_name(std::string_view folded, std::string_view other) {
  return listed_names().are_one(folded, other);
}

bool are_distinct_names(std::string_view folded, std::string_view other) {
  static const WordSet distinct(data::names_distinct());
  return distinct.contains(folded) && distinct.contains(other);
}

bool are_two_listed_names(std::string_view folded, std::string_view other) {
  static const WordSet arabic(data::ar_names());
  static const WordSet persian(std::string(data::fa_names()).append(data::fa_places()));
  const auto has_both = [&](const WordSet& names) {
    return names.contains(folded) && names.contains(other);
  };
  const std::uint32_t* const one = listed_names().number(folded);
  const std::uint32_t* const two = listed_names().number(other);
  if (one != nullptr && two != nullptr) return *one != *two;
  return has_both(arabic) || has_both(persian);
}

bool are_one_agency(std::string_view folded, std::string_view other) {
  static const ListedNames agencies(data::names_agencies());
  return agencies.are_one(folded, other);
}

}  // namespace khabar
