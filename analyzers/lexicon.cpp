// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/lexicon.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>

#include "analyzers/folding.h"
#include "analyzers/utf8.h"

namespace khabar {
void WordTable::reserve(std::size_t words) {
  slots_.assign(std::bit_ceil(words * 2 + 2), Slot{});
  size_ = 0;
}

void WordTable::insert(std::string_view word, std::uint32_t number) {
  if (word.empty() || word.size() > std::numeric_limits<std::uint16_t>::max()) return;
  if (find(word) != nullptr) return;
  const std::uint64_t hash = hash_word(word);
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].bytes != nullptr) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {word.data(), static_cast<std::uint16_t>(word.size()), tag_of(hash), number};
  ++size_;
}

FrequencyLexicon::FrequencyLexicon(std::string_view text) : text_(text) {
  // Few slots, as they are looked up in no order: the cache of a processor holds them.
  std::size_t lines = 0;
  for_each_line(text, [&](std::string_view) { ++lines; });
  slots_.assign(std::bit_ceil(lines * 2 + 4), 0);
  place_mask_ = std::bit_ceil(static_cast<std::uint32_t>(text.size() + 2)) - 1;
  for_each_line(text, [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0) return;
    insert(line.substr(0, tab), static_cast<std::size_t>(line.data() - text_.data()));
  });
}

// The slot that holds the word, or the empty one where it would be.
std::size_t FrequencyLexicon::slot_of(std::string_view word, std::uint64_t hash) const {
  const auto tag = static_cast<std::uint32_t>(hash >> 32) & ~place_mask_;
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
    if ((slots_[at] & ~place_mask_) != tag) continue;
    const std::string_view rest = text_.substr((slots_[at] & place_mask_) - 1);
    if (rest.size() > word.size() && rest[word.size()] == '\t' && rest.starts_with(word)) break;
  }
  return at;
}

void FrequencyLexicon::insert(std::string_view word, std::size_t offset) {
  const std::uint64_t hash = hash_word(word);
  const std::size_t at = slot_of(word, hash);
  if (slots_[at] == 0) ++size_;
  const auto tag = static_cast<std::uint32_t>(hash >> 32) & ~place_mask_;
  slots_[at] = tag | (static_cast<std::uint32_t>(offset) + 1);
}

std::uint32_t FrequencyLexicon::count(std::string_view word) const {
  if (word.empty()) return 0;
  const std::uint32_t slot = slots_[slot_of(word, hash_word(word))];
  if (slot == 0) return 0;
  const char* const digits = text_.data() + (slot & place_mask_) + word.size();
  std::uint32_t count = 1;
  std::from_chars(digits, text_.data() + text_.size(), count);
  return count;
}

WordMap::WordMap(std::string_view text) {
  for_each_line(text, [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    entries_.push_back(
        {fold_arabic_script(line.substr(0, tab)), fold_arabic_script(line.substr(tab + 1))});
  });
  index_.reserve(entries_.size());
  for (std::uint32_t i = 0; i < entries_.size(); ++i) index_.insert(entries_[i].form, i);
}

std::string_view WordMap::find(std::string_view form) const {
  const std::uint32_t* const at = index_.find(form);
  return at == nullptr ? std::string_view() : std::string_view(entries_[*at].lemma);
}

WordFamilies::WordFamilies(std::string_view text) {
  const auto add = [&](const std::string& one, const std::string& other) {
    std::vector<std::string>& others = families_[one];
    if (std::find(others.begin(), others.end(), other) == others.end()) others.push_back(other);
  };
  for_each_line(text, [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    const std::string one = fold_arabic_script(line.substr(0, tab));
    const std::string other = fold_arabic_script(line.substr(tab + 1));
    add(one, other);
    add(other, one);
  });
}

const std::vector<std::string>& WordFamilies::find(std::string_view word) const {
  static const std::vector<std::string> none;
  const auto found = families_.find(word);
  return found == families_.end() ? none : found->second;
}

WordSet::WordSet(std::string_view text, void (*fold)(std::u32string_view, std::string&)) {
  for_each_line(text, [&](std::string_view line) {
    if (fold == nullptr) {
      words_.push_back(fold_arabic_script(line));
    } else {
      fold(to_code_points(line), words_.emplace_back());
    }
  });
  std::sort(words_.begin(), words_.end());
  index_.reserve(words_.size());
  for (const std::string& word : words_) index_.insert(word, 1);
}

bool WordSet::contains(std::string_view word) const { return index_.find(word) != nullptr; }

}  // namespace khabar
