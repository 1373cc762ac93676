// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/name_index.h"

#include "analyzers/name_keys.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

// Names of one word are shorter; what is longer is a word with affixes or joined by mistake.
constexpr std::size_t kMaxNameBytes = 28;
constexpr std::size_t kMinNameBytes = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void NameIndex::add_term(std::string_view term) {
  if (term.starts_with(kTitleStemPrefix) || term.empty()) return;
  if (term.starts_with(kStemPrefix)) {
    term.remove_prefix(kStemPrefix.size());
  } else if (term.front() >= 'A' && term.front() <= 'Z') {
    return;  // a filter, or a word of the title, which the body's terms have too
  }
  if (term.size() < kMinNameBytes || term.size() > kMaxNameBytes || is_digit(term.front())) return;
  std::string key = name_key(term);
  if (!key.empty() && words_[std::move(key)].emplace(term).second) ++size_;
}

void NameIndex::add_terms(const std::vector<CountedTerm>& terms) {
  for (const CountedTerm& term : terms) add_term(readable_term(term.text));
}

void NameIndex::write(Xapian::WritableDatabase& database) {
  for (auto& [key, spellings] : words_) {
    auto& words = spellings;  // no lambda of Clang 14 captures a structured binding
    const std::string name = std::string(kNameKeyPrefix) + key;
    const std::string before = database.get_metadata(name);
    for_each_word(before, [&](std::string_view word) { words.emplace(word); });
    std::string list;
    for (const std::string& word : words) {
      if (!list.empty()) list += ' ';
      list += word;
    }
    if (list != before) database.set_metadata(name, list);
  }
  words_.clear();
  size_ = 0;
}

}  // namespace khabar
