// SPDX-License-Identifier: GPL-2.0-or-later
// The letters in which spellings of one foreign name differ.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace khabar {

/// Whether a letter is ALEF, WAW or YEH.
bool is_vowel_letter(char32_t letter);

/// How two words differ that are written with the same letters but for those that may be exchanged
/// and vowel letters that one of them leaves out within: butin, butn. None of them stands for
/// another: payan "end" is no payin "below".
struct Liberties {
  std::size_t exchanged = 0;
  std::size_t left_out = 0;
  bool of_long_names = false;
};

/// nullopt where two folded words differ in other letters. Thread safety: thread-safe.
std::optional<Liberties> liberties_between(std::u32string_view a, std::u32string_view b);

}  // namespace khabar
