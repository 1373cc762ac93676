// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/stopwords.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <unordered_set>

#include "analyzers/utf8.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    return std::hash<std::string_view>{}(word);
  }
};
using StopWords = std::unordered_set<std::string, WordHash, std::equal_to<>>;

struct StopList {
  std::string_view tag;
  StopWords words;
};

// One word a line, '#' begins a comment line. Folded by the language itself, as the words of a
// query are.
StopList read_list(std::string_view tag, std::string_view text) {
  StopList list{tag, {}};
  const Language* language = find_language(tag);
  while (language != nullptr && !text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    std::string folded;
    language->fold(to_code_points(line), folded);
    list.words.insert(std::move(folded));
  }
  return list;
}

}  // namespace

bool is_stop_word(std::string_view folded_word, const Language& language) {
  static const std::array<StopList, 3> lists = {read_list("ar", data::ar_stopwords()),
                                                read_list("fa", data::fa_stopwords()),
                                                read_list("ur", data::ur_stopwords())};
  for (const StopList& list : lists) {
    if (list.tag == language.tag) return list.words.contains(folded_word);
  }
  return false;
}

}  // namespace khabar
