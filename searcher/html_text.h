// SPDX-License-Identifier: GPL-2.0-or-later
// Text in HTML: escaped, its direction, and that of what it stands in. For what makes pages and
// feeds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/search_results.h"

namespace khabar {

/// Whether any letter is of the Arabic script. UTF-8. Thread safety: thread-safe, as all here.
bool has_arabic(std::string_view text);

/// Whether the first letter is written from left to right.
bool begins_latin(std::string_view text);

/// "rtl" for a text with any word in the Arabic script, also where it begins with a Latin one; else
/// "ltr". Wrong for an English text that quotes one.
const char* direction_of(std::string_view text);

/// The attribute ` dir="ltr"` of a block in one of the other direction; empty where its text has
/// the same, or no letters at all.
std::string other_direction(std::string_view text, std::string_view around);

/// "https://…" or "http://…": the only addresses that an article can make a link of.
bool is_web_address(std::string_view url);

/// `text` escaped for HTML, between tags and in quotes, with <mark> around the highlights. Controls
/// of direction are dropped, ill-formed bytes become U+FFFD.
std::string highlighted_html(std::string_view text, const std::vector<ByteRange>& highlights);
/// The same without any.
inline std::string escaped_html(std::string_view text) { return highlighted_html(text, {}); }

/// The same in <bdi>, from right to left if any word of it is in the Arabic script; empty for
/// nothing.
std::string isolated_html(std::string_view text, const std::vector<ByteRange>& highlights = {});

}  // namespace khabar
