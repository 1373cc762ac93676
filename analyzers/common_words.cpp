// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/common_words.h"

#include "analyzers/lexicon.h"
#include "analyzers_data.h"

namespace khabar {

std::vector<std::string_view> common_words(std::size_t most) {
  std::vector<std::string_view> words;
  for (const std::string_view list : {data::ar_words(), data::fa_words()}) {
    std::size_t taken = 0;
    for_each_line(list, [&](std::string_view line) {
      if (taken++ < most) words.push_back(line.substr(0, line.find('\t')));
    });
  }
  return words;
}

}  // namespace khabar
