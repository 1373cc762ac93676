// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/term_lists.h"

#include <string>
#include <string_view>

#include "indexer/name_index.h"
#include "indexer/packed_text.h"
#include "indexer/word_list.h"

namespace khabar {

void write_term_lists(const SegmentMerge& merge, Xapian::WritableDatabase& target) {
  NameIndex names;
  NewWordLists words(target);
  std::string word;
  merge.for_each_term([&](std::string_view term, Xapian::doccount documents) {
    word.clear();
    unpack_text(term, word);
    names.add_term(word);
    if (names.is_large()) names.write(target);
    words.add(word, documents);
  });
  names.write(target);
  words.finish();
}

}  // namespace khabar
