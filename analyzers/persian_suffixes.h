// SPDX-License-Identifier: GPL-2.0-or-later
// The endings that come off Persian nouns and adjectives, and the YEH that does not.
#pragma once

#include <string>
#include <string_view>

namespace khabar {

/// Takes one ending off a folded word of four letters or more, where what remains is attested:
/// ketabha -> ketab; false where none comes off. Of a word that no article has, the plural's comes
/// off all the same, and that of agents where none has the single one (chaykaran). Thread safety:
/// thread-safe.
bool strip_persian_suffix(std::string& word);

/// Whether the folded word ends in YEH and is a word of its own, beside the word without it:
/// difa'i, meydani. Source: data/fa/yeh_words.txt, counted. Thread safety: thread-safe.
bool persian_keeps_yeh(std::string_view word);

}  // namespace khabar
