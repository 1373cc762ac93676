// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/listed_names.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "analyzers/folding.h"
#include "analyzers/lexicon.h"
#include "analyzers/utf8.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

// Calls `take` with each part of a text between separators.
template <typename Take>
void for_each_part(std::string_view text, char separator, Take take) {
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    if (!part.empty()) take(part);
  }
}

class ListedNames {
 public:
  explicit ListedNames(std::string_view text) {
    std::size_t spellings = 0;
    for_each_part(text, '\n', [&](std::string_view line) {
      if (line.front() == '#') return;
      std::vector<std::string>& name = names_.emplace_back();
      for_each_part(line, '\t', [&](std::string_view spelling) {
        std::string& folded = name.emplace_back();
        fold_arabic_script(to_code_points(spelling), folded);
        std::erase(folded, ' ');
      });
      spellings += name.size();
    });
    index_.reserve(spellings);
    for (std::uint32_t number = 0; number < names_.size(); ++number) {
      for (const std::string& spelling : names_[number]) index_.insert(spelling, number);
    }
  }
  ListedNames(const ListedNames&) = delete;  // index_ looks into names_
  ListedNames& operator=(const ListedNames&) = delete;

  const std::uint32_t* number(std::string_view folded) const { return index_.find(folded); }
  std::span<const std::string> spellings(std::uint32_t number) const { return names_[number]; }
  bool are_one(std::string_view folded, std::string_view other) const {
    const std::uint32_t* const name = number(folded);
    if (name == nullptr) return false;
    const std::uint32_t* const same = number(other);
    return same != nullptr && *same == *name;
  }

 private:
  std::vector<std::vector<std::string>> names_;
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

bool are_one_listed_name(std::string_view folded, std::string_view other) {
  return listed_names().are_one(folded, other);
}

bool are_one_agency(std::string_view folded, std::string_view other) {
  static const ListedNames agencies(data::names_agencies());
  return agencies.are_one(folded, other);
}

}  // namespace khabar
