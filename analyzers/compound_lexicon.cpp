// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/compound_lexicon.h"

#include <algorithm>
#include <limits>

#include "analyzers/folding.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

constexpr std::string_view kWaw = "\u0648";

}  // namespace

bool CompoundLexicon::Entry::parts_at(std::size_t byte) const {
  return std::any_of(all().begin(), all().end(),
                     [&](const Range& range) { return byte == range.from || byte == range.to; });
}

CompoundLexicon::CompoundLexicon(std::span<const std::string_view> texts) {
  for (std::string_view text : texts) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (!line.empty() && line.front() != '#') add(line.substr(0, line.find('\t')));
    }
  }
  for (auto& [letters, entry] : entries_) {
    if (entry.letters_between) {
      std::string without;
      for (const Entry::Range& range : entry.all()) {
        without.append(letters, range.from, range.to - range.from);
      }
      entry.letters_between = !entries_.contains(without);
    }
  }
}

const CompoundLexicon::Entry* CompoundLexicon::find(std::string_view letters) const {
  const auto found = entries_.find(letters);
  return found == entries_.end() ? nullptr : &found->second;
}

void CompoundLexicon::add(std::string_view row) {
  Entry entry;
  std::string letters;
  std::string folded;
  while (!row.empty()) {
    const std::size_t plus = std::min(row.find('+'), row.size());
    folded.clear();
    fold_arabic_script(to_code_points(row.substr(0, plus)), folded);
    row.remove_prefix(std::min(plus + 1, row.size()));
    const std::size_t to = letters.size() + folded.size();
    if (folded.empty() || to > std::numeric_limits<std::uint8_t>::max()) return;
    if (letters.empty()) first_parts_.insert(folded);
    if (folded == kWaw && !letters.empty()) {
      entry.letters_between = true;
    } else {
      if (entry.parts == kMaxParts) return;
      entry.ranges[entry.parts++] = {static_cast<std::uint8_t>(letters.size()),
                                     static_cast<std::uint8_t>(to)};
    }
    letters += folded;
  }
  if (entry.parts > 1) entries_.try_emplace(letters, entry);
}

}  // namespace khabar
