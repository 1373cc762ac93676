// SPDX-License-Identifier: GPL-2.0-or-later
// The sentences of notes. For note_words.cpp and each other only.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "searcher/notes.h"

namespace khabar {

/// A note in each language, with places for what it is about, as fmt has them; `done` is what was
/// done about a fault. UTF-8.
struct Wording {
  NoteKind kind = NoteKind::translated;
  std::string_view english, done, arabic, persian;
};

/// Whether these are the wordings of the kinds from `first` to `last`, in their order.
template <std::size_t Count>
constexpr bool are_of_kinds(const std::array<Wording, Count>& wordings, NoteKind first,
                            NoteKind last) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (wordings[i].kind != static_cast<NoteKind>(static_cast<std::size_t>(first) + i))
      return false;
  }
  return wordings.back().kind == last;
}

/// The wording of a kind among those of kinds in their order, from any first one on.
template <std::size_t Count>
constexpr const Wording& wording_among(const std::array<Wording, Count>& wordings, NoteKind kind) {
  return wordings[static_cast<std::size_t>(kind) - static_cast<std::size_t>(wordings.front().kind)];
}

/// Thread safety: thread-safe.
const Wording& wording_of(NoteKind kind);
/// The same for faults, from NoteKind::query_too_long on.
const Wording& wording_of_fault(NoteKind kind);
/// The same for errors, from NoteKind::no_article on.
const Wording& wording_of_error(NoteKind kind);

}  // namespace khabar
