// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/lexicon.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <functional>

#include "analyzers/folding.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

// Calls `take` with each line that is neither empty nor a comment.
template <typename Take>
void for_each_line(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.front() != '#') take(line);
  }
}

std::string fold_word(std::string_view word) {
  std::string folded;
  fold_arabic_script(to_code_points(word), folded);
  return folded;
}

}  // namespace

void WordTable::reserve(std::size_t words) {
  slots_.assign(std::bit_ceil(words * 2 + 2), Slot{});
  size_ = 0;
}

void WordTable::insert(std::string_view word, std::uint32_t number) {
  std::size_t at = std::hash<std::string_view>{}(word) & (slots_.size() - 1);
  while (!slots_[at].word.empty()) {
    if (slots_[at].word == word) return;
    at = (at + 1) & (slots_.size() - 1);
  }
  if (word.empty()) return;
  slots_[at] = {word, number};
  ++size_;
}

const std::uint32_t* WordTable::find(std::string_view word) const {
  if (word.empty() || slots_.empty()) return nullptr;
  std::size_t at = std::hash<std::string_view>{}(word) & (slots_.size() - 1);
  while (!slots_[at].word.empty()) {
    if (slots_[at].word == word) return &slots_[at].number;
    at = (at + 1) & (slots_.size() - 1);
  }
  return nullptr;
}

FrequencyLexicon::FrequencyLexicon(std::string_view text) {
  words_.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  for_each_line(text, [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    std::uint32_t count = 1;
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), count);
    words_.insert(line.substr(0, tab), count);
  });
}

std::uint32_t FrequencyLexicon::count(std::string_view word) const {
  const std::uint32_t* const count = words_.find(word);
  return count == nullptr ? 0 : *count;
}

WordMap::WordMap(std::string_view text) {
  for_each_line(text, [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    entries_.push_back({fold_word(line.substr(0, tab)), fold_word(line.substr(tab + 1))});
  });
  index_.reserve(entries_.size());
  for (std::uint32_t i = 0; i < entries_.size(); ++i) index_.insert(entries_[i].form, i);
}

std::string_view WordMap::find(std::string_view form) const {
  const std::uint32_t* const at = index_.find(form);
  return at == nullptr ? std::string_view() : std::string_view(entries_[*at].lemma);
}

WordSet::WordSet(std::string_view text) {
  for_each_line(text, [&](std::string_view line) { words_.push_back(fold_word(line)); });
  std::sort(words_.begin(), words_.end());
  index_.reserve(words_.size());
  for (const std::string& word : words_) index_.insert(word, 1);
}

bool WordSet::contains(std::string_view word) const { return index_.find(word) != nullptr; }

}  // namespace khabar
