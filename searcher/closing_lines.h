// SPDX-License-Identifier: GPL-2.0-or-later
// What a channel puts under each of its posts.
#pragma once

#include <cstddef>
#include <string_view>

namespace khabar {

/// Where the closing lines of a text begin, as bytes; its size where it has none. They begin with
/// an address in the last 200 bytes ("@handle", "https://...") that has at most five words in
/// Arabic letters behind it, and with the lines right above that hold no word, or whose first word
/// is a hashtag. "nass al-khabar <line end> @qanat" -> "@qanat". `text` is UTF-8. Wrong for: a post
/// that ends with the account it is about, which is not shown then. Source: the posts of
/// telegram-news-fa. Thread safety: thread-safe.
std::size_t closing_lines(std::string_view text);

}  // namespace khabar
