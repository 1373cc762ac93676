// SPDX-License-Identifier: GPL-2.0-or-later
// The sentences of notes. For note_words.cpp and each other only.
#pragma once

#include <string_view>

#include "searcher/notes.h"

namespace khabar {

/// A note in each language, with places for what it is about, as fmt has them; `done` is what was
/// done about a fault. UTF-8.
struct Wording {
  NoteKind kind = NoteKind::translated;
  std::string_view english, done, arabic, persian;
};

/// Thread safety: thread-safe.
const Wording& wording_of(NoteKind kind);
/// The same for faults, from NoteKind::query_too_long on.
const Wording& wording_of_fault(NoteKind kind);

}  // namespace khabar
