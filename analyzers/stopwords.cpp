// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/stopwords.h"

#include "analyzers/lexicon.h"
#include "analyzers_data.h"

namespace khabar {

bool is_stop_word(std::string_view folded_word, const Language& language) {
  struct StopList {
    std::string_view tag;
    WordSet words;
  };
  const auto read = [](std::string_view tag, std::string_view text) {
    return StopList{tag, WordSet(text, language_of_tag(tag).fold)};
  };
  static const StopList lists[] = {read("ar", data::ar_stopwords()),
                                   read("fa", data::fa_stopwords()),
                                   read("ur", data::ur_stopwords())};
  for (const StopList& list : lists) {
    if (list.tag == language.tag) return list.words.contains(folded_word);
  }
  return false;
}

}  // namespace khabar
