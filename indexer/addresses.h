// SPDX-License-Identifier: GPL-2.0-or-later
// The address of an article, in one spelling for the ways it is copied and pasted.
#pragma once

#include <string>
#include <string_view>

namespace khabar {

/// The term of an article's address, "U" and a hash of it: one for the ways it is pasted, with http
/// or https, www. or not, letters or their %D8%A7, '/' at the end; without what is behind '#' and
/// what counts visitors (utm_source). Encoding: any bytes. Thread safety: thread-safe.
std::string address_term(std::string_view url);

/// Whether a text is an address and nothing else: "https://news.example/8", "news.example/8".
bool is_address(std::string_view text);

}  // namespace khabar
