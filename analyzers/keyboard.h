// SPDX-License-Identifier: GPL-2.0-or-later
// What was meant when a word was typed with the wrong keyboard layout active.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// What the keys of `typed`, a word in ASCII, give on the Persian and on the Arabic keyboard:
/// "jivhk" -> tehran in Arabic script. Each reading once; none where a key has no letter there.
/// Encoding: UTF-8, not folded. Source: ISIRI 9147 (Persian, with the variants of m and backslash
/// in use) and Arabic 101, from memory of the layouts. Thread safety: thread-safe.
std::vector<std::string> arabic_script_readings(std::string_view typed);

/// The other way round: what the keys of a word in Arabic script give on a US keyboard, by the
/// Arabic and the Persian layout: LAM KHAH KHAH LAM MEEM THEH -> "google".
std::vector<std::string> latin_readings(std::string_view typed);

/// Whether two letters lie on keys that touch, on the Arabic, the Persian or the US keyboard, so
/// that a finger hits the one for the other: SEEN and SHEEN. Folded letters, as in Token::word;
/// a letter that folding makes of several stands on the keys of all of them.
bool are_neighbour_keys(char32_t letter, char32_t other);

}  // namespace khabar
