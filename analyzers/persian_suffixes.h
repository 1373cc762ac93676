// SPDX-License-Identifier: GPL-2.0-or-later
// The endings that come off Persian nouns and adjectives: for persian_stem.cpp alone.
#pragma once

#include <string>

namespace khabar {

/// Takes one ending off a folded word of four letters or more, where what remains is attested:
/// ketabha -> ketab; false where none comes off. Of a word that no article has, the plural's comes
/// off all the same. Thread safety: thread-safe.
bool strip_persian_suffix(std::string& word);

}  // namespace khabar
