// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/common_words.h"

#include <algorithm>

#include "analyzers_data.h"

namespace khabar {

std::vector<std::string_view> common_words(std::size_t most) {
  std::vector<std::string_view> words;
  for (std::string_view list : {data::ar_words(), data::fa_words()}) {
    for (std::size_t taken = 0; taken < most && !list.empty();) {
      const std::string_view line = list.substr(0, list.find('\n'));
      list.remove_prefix(std::min(line.size() + 1, list.size()));
      if (line.empty() || line.front() == '#') continue;
      words.push_back(line.substr(0, line.find('\t')));
      ++taken;
    }
  }
  return words;
}

}  // namespace khabar
