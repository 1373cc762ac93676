// SPDX-License-Identifier: GPL-2.0-or-later
// Persian numbers in words: panj, panzdahom, bist o panjom, sad.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"

namespace khabar {

/// Language::read_number: cardinals and ordinals to 99 (bist o panj, bist o panjomin) and hundreds.
/// Not yek, na and si alone, which are "a", "no" and a letter (bi bi si), nor avval "first".
/// Source: any grammar of Persian. Wrong for: dah where it is deh "village". Thread safety:
/// thread-safe.
NumberWords read_persian_number(std::span<const std::string_view> words);

/// Language::number_words: the same words. Thread safety: thread-safe.
std::vector<std::vector<std::string>> persian_number_words(std::uint32_t number);

}  // namespace khabar
