// SPDX-License-Identifier: GPL-2.0-or-later
// Where sentences begin.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace khabar {

/// The first byte of each sentence of `text`, ascending; that of the text is one. By the rules of
/// ICU (UAX #29), which know the question mark and the full stop of Arabic script, decimals and
/// line ends. Wrong for abbreviations: "d. Ahmad" (Dr. Ahmad) counts as two. Encoding: any bytes.
/// Takes time by the length of the text: hand in the surroundings of what is looked for. Throws
/// nothing but for lack of memory. Thread safety: thread-safe.
std::vector<std::size_t> sentence_starts(std::string_view text);

}  // namespace khabar
