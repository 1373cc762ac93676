// SPDX-License-Identifier: GPL-2.0-or-later
// Where two common words stand side by side. Many documents have both, and few of these have them
// as a phrase: the terms of pairs tell which cannot, without a look at the order of the words in
// each.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace khabar {

/// The terms of a text with these words one after the other, each once, in ascending order: one for
/// two common words side by side, of any language (analyzers/common_words.h). Some pairs share a
/// term. `words`: stable_hash() of the term of each word; 0 where one was left out. Thread safety:
/// thread-safe.
std::vector<std::string> pair_terms(std::span<const std::uint64_t> words);

}  // namespace khabar
