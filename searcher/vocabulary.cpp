// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/vocabulary.h"

#include "indexer/schema.h"

namespace khabar {

Xapian::doccount Vocabulary::word_frequency(std::string_view word) const {
  return word.empty() ? 0 : database_.get_termfreq(word_term({}, word));
}

Xapian::doccount Vocabulary::stem_frequency(std::string_view stem) const {
  return database_.get_termfreq(word_term(kStemPrefix, stem));
}

std::vector<std::string> Vocabulary::words_of_key(std::string_view key) const {
  const std::string list = database_.get_metadata(std::string(kNameKeyPrefix).append(key));
  std::vector<std::string> words;
  for_each_word(list, [&](std::string_view word) { words.emplace_back(word); });
  return words;
}

}  // namespace khabar
