// SPDX-License-Identifier: GPL-2.0-or-later
// Texts of made-up words: as many as a test needs, the same in every run.
#pragma once

#include <cstdint>
#include <string>

#include "analyzers/utf8.h"

namespace khabar::test {

/// Text number `seed`: so many words of five Arabic letters. Two of them have hardly a word in
/// common. Of the words from `changed_from` on every third is another one.
inline std::string made_up_text(std::uint64_t seed, int words, int changed_from = 1 << 30) {
  std::string text;
  for (int i = 0; i < words; ++i) {
    const bool changed = i >= changed_from && (i - changed_from) % 3 == 0;
    std::uint64_t state = (seed * 1000 + static_cast<std::uint64_t>(i)) * 2 + (changed ? 1 : 0);
    if (i > 0) text += ' ';
    for (int letter = 0; letter < 5; ++letter) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      append_utf8(static_cast<char32_t>(0x0628 + (state >> 40) % 19), text);  // BEH to GHAIN
    }
  }
  return text;
}

}  // namespace khabar::test
