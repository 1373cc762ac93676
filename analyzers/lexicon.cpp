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

FrequencyLexicon::FrequencyLexicon(std::string_view text) {
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  slots_.resize(std::bit_ceil(lines * 2 + 2));
  for_each_line(text, [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    Slot slot{line.substr(0, tab), 1};
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), slot.count);
    std::size_t at = std::hash<std::string_view>{}(slot.word) & (slots_.size() - 1);
    while (!slots_[at].word.empty() && slots_[at].word != slot.word) {
      at = (at + 1) & (slots_.size() - 1);
    }
    if (slots_[at].word.empty()) ++size_;
    slots_[at] = slot;
  });
}

std::uint32_t FrequencyLexicon::count(std::string_view word) const {
  if (word.empty()) return 0;
  std::size_t at = std::hash<std::string_view>{}(word) & (slots_.size() - 1);
  while (!slots_[at].word.empty()) {
    if (slots_[at].word == word) return slots_[at].count;
    at = (at + 1) & (slots_.size() - 1);
  }
  return 0;
}

WordMap::WordMap(std::string_view text) {
  for_each_line(text, [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    entries_.push_back({fold_word(line.substr(0, tab)), fold_word(line.substr(tab + 1))});
  });
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry& a, const Entry& b) { return a.form < b.form; });
}

std::string_view WordMap::find(std::string_view form) const {
  const auto at = std::lower_bound(
      entries_.begin(), entries_.end(), form,
      [](const Entry& entry, std::string_view wanted) { return entry.form < wanted; });
  return at != entries_.end() && at->form == form ? std::string_view(at->lemma)
                                                  : std::string_view();
}

WordSet::WordSet(std::string_view text) {
  for_each_line(text, [&](std::string_view line) { words_.push_back(fold_word(line)); });
  std::sort(words_.begin(), words_.end());
}

bool WordSet::contains(std::string_view word) const {
  return std::binary_search(words_.begin(), words_.end(), word, std::less<>{});
}

}  // namespace khabar
