// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/vocabulary.h"

#include "indexer/schema.h"

namespace khabar {

Xapian::doccount Vocabulary::word_frequency(std::string_view word) const {
  return word.empty() ? 0 : database_.get_termfreq(std::string(word));
}

Xapian::doccount Vocabulary::stem_frequency(std::string_view stem) const {
  return database_.get_termfreq(std::string(kStemPrefix).append(stem));
}

std::vector<std::string> Vocabulary::words_of_key(std::string_view key) const {
  const std::string list = database_.get_metadata(std::string(kNameKeyPrefix).append(key));
  std::vector<std::string> words;
  for_each_word(list, [&](std::string_view word) { words.emplace_back(word); });
  return words;
}

std::vector<std::string> Vocabulary::listed_letters() const {
  std::vector<std::string> letters;
  const std::string prefix(kWordListPrefix);
  for (auto key = database_.metadata_keys_begin(prefix); key != database_.metadata_keys_end(prefix);
       ++key) {
    letters.push_back((*key).substr(prefix.size()));
  }
  return letters;
}

std::string Vocabulary::word_list(std::string_view first_letter) const {
  return database_.get_metadata(std::string(kWordListPrefix).append(first_letter));
}

}  // namespace khabar
