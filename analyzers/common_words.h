// SPDX-License-Identifier: GPL-2.0-or-later
// The words that most articles have, whatever these are about.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace khabar {

/// Of each language with counted words the `most` commonest ones, folded, in no order; a word that
/// two languages have comes twice. Source: data/*/words.txt, whose lines are sorted by count.
/// Thread safety: thread-safe; the views are of text that is never freed.
std::vector<std::string_view> common_words(std::size_t most);

}  // namespace khabar
