// SPDX-License-Identifier: GPL-2.0-or-later
// Text in one byte a letter of the Arabic block instead of two, for terms and for stored fields.
#pragma once

#include <string>
#include <string_view>

namespace khabar {

/// Appends `text` with the 64 commonest code points of the Arabic block as one byte each, 0x80 to
/// 0xBF, which begin no code point of UTF-8; all else stays as it is. A beginning of a text becomes
/// a beginning of the packed text, and what is packed already stays so. Returns whether
/// unpack_text() gives `text` back, as it does for all well-formed UTF-8.
bool pack_text(std::string_view text, std::string& packed);

/// Appends what pack_text() was given. Total over any bytes.
void unpack_text(std::string_view packed, std::string& text);

}  // namespace khabar
