// SPDX-License-Identifier: GPL-2.0-or-later
// What a channel puts under each of its posts.
#pragma once

#include <cstddef>
#include <string_view>

#include "analyzers/token.h"

namespace khabar {

/// Where the closing lines of a text begin, as bytes; its size where it has none. They begin with
/// an address in the last 200 bytes ("@handle", "https://..."), and with the lines right above that
/// hold no word, or begin with a hashtag. "nass al-khabar <line end> @qanat" -> "@qanat". `text` is
/// UTF-8, `words` are its tokens. Wrong for: a post that ends with the account it is about, which
/// is worth less then. Source: the posts of telegram-news-fa. Thread safety: thread-safe.
std::size_t closing_lines(std::string_view text, const TokenList& words);

}  // namespace khabar
