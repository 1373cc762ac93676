// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/compound_lexicon.h"

#include <algorithm>
#include <limits>

#include "analyzers/affixes.h"
#include "analyzers/characters.h"
#include "analyzers/folding.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

constexpr std::string_view kAnd = "\u0648";

}  // namespace

bool CompoundLexicon::Entry::parts_at(std::size_t byte) const {
  return std::any_of(all().begin(), all().end(),
                     [&](const Range& range) { return byte == range.from || byte == range.to; });
}

CompoundLexicon::CompoundLexicon(std::string_view text, std::string_view opaque) {
  letters_.reserve(text.size());
  for_each_line(text, [&](std::string_view line) { add(line.substr(0, line.find('\t'))); });
  index_rows();
  for (Row& row : rows_) {
    if (!row.entry.letters_between) continue;
    std::string without;
    for (const Entry::Range& range : row.entry.all()) {
      without.append(letters_of(row), range.from, range.to - range.from);
    }
    row.entry.letters_between = find(without) == nullptr;
  }
  for_each_line(opaque, [&](std::string_view line) { mark_opaque(line); });
  mark_with_ending();
  index_opaque_parts();
}

std::uint64_t CompoundLexicon::letters_behind(std::string_view word) const {
  std::uint64_t letters = 0;
  if (first_parts_.find(word) == nullptr) return letters;
  for (char32_t c = kHamza; c <= kFarsiYeh; ++c) {
    const std::string letter = to_utf8({&c, 1});
    if (parts_before_last(Joined(word, letter))) letters |= bit_of(letter);
  }
  return letters;
}

// One line of the text that tells; of a compound that is not listed nothing.
void CompoundLexicon::mark_opaque(std::string_view line) {
  const std::size_t tab = std::min(line.find('\t'), line.size());
  std::string compound(line.substr(0, tab));
  std::erase(compound, '+');
  compound = fold_arabic_script(compound);
  const std::uint32_t* const at = index_.find(compound);
  if (at == nullptr) return;
  std::vector<std::string> pieces;
  for (std::string_view rest = line.substr(std::min(tab + 1, line.size())); !rest.empty();) {
    const std::size_t blank = std::min(rest.find(' '), rest.size());
    pieces.push_back(fold_arabic_script(rest.substr(0, blank)));
    rest.remove_prefix(std::min(blank + 1, rest.size()));
  }
  Entry& entry = rows_[*at].entry;
  for (std::size_t part = 0; part < entry.parts; ++part) {
    const Entry::Range range = entry.ranges[part];
    const std::string letters = compound.substr(range.from, range.to - range.from);
    if (pieces.empty() || std::find(pieces.begin(), pieces.end(), letters) != pieces.end())
      entry.opaque |= static_cast<std::uint8_t>(1U << part);
  }
}

// Endings are behind the last part, or one of their own.
void CompoundLexicon::mark_with_ending() {
  constexpr std::size_t kMostLetters = 4;
  for (Row& row : rows_) {
    if (row.entry.parts < 2) continue;
    const std::string_view letters = letters_of(row);
    for (std::size_t letter = 1; letter <= kMostLetters; ++letter) {
      const std::size_t size = letters.size() - std::min(letters.size(), letter * kLetterBytes);
      const Entry* const base = find(letters.substr(0, size));
      if (base == nullptr || base->opaque == 0 || !row.entry.parts_at(base->ranges[1].from))
        continue;
      row.entry.opaque |= base->opaque;
      break;
    }
  }
}

void CompoundLexicon::index_opaque_parts() {
  std::size_t parts = 0;
  for (const Row& row : rows_) parts += row.entry.opaque != 0 ? row.entry.parts : 0;
  opaque_parts_.reserve(parts);
  for (const Row& row : rows_) {
    for (std::size_t part = 0; part < row.entry.parts; ++part) {
      const Entry::Range range = row.entry.ranges[part];
      if (row.entry.is_opaque(part))
        opaque_parts_.insert(letters_of(row).substr(range.from, range.to - range.from), 1);
    }
  }
}

void CompoundLexicon::index_rows() {
  std::size_t borders = 0;
  for (const Row& row : rows_) borders += row.entry.parts * std::size_t{2};
  index_.reserve(rows_.size());
  first_parts_.reserve(rows_.size());
  part_begins_.reserve(borders);
  for (std::uint32_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    first_parts_.insert(letters_of(row).substr(0, row.first_part_bytes), 1);
    if (row.entry.parts < 2) continue;
    index_.insert(letters_of(row), i);
    for (const Entry::Range& range : row.entry.all()) {
      for (const std::size_t border : {range.from, range.to}) {
        if (border == 0 || border == row.bytes) continue;
        part_begins_.insert(letters_of(row).substr(0, border + kLetterBytes), 1);
      }
    }
  }
}

void CompoundLexicon::add(std::string_view text) {
  Row row;
  row.begin = static_cast<std::uint32_t>(letters_.size());
  while (!text.empty()) {
    const std::size_t plus = std::min(text.find('+'), text.size());
    const std::size_t from = letters_.size() - row.begin;
    fold_arabic_script(to_code_points(text.substr(0, plus)), letters_);
    text.remove_prefix(std::min(plus + 1, text.size()));
    const std::size_t to = letters_.size() - row.begin;
    const bool is_waw = std::string_view(letters_).substr(row.begin + from) == kAnd;
    const bool overlong = to > std::numeric_limits<std::uint8_t>::max();
    if (from == 0 && !overlong) row.first_part_bytes = static_cast<std::uint32_t>(to);
    if (from == to || overlong || (row.entry.parts == kMaxParts && !is_waw)) {
      row.entry.parts = 0;
      break;
    }
    if (is_waw && from > 0) {
      row.entry.letters_between = true;
    } else {
      row.entry.ranges[row.entry.parts++] = {static_cast<std::uint8_t>(from),
                                             static_cast<std::uint8_t>(to)};
    }
  }
  row.bytes = static_cast<std::uint32_t>(letters_.size()) - row.begin;
  rows_.push_back(row);
}

}  // namespace khabar
