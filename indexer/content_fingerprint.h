// SPDX-License-Identifier: GPL-2.0-or-later
// Tells whether a document has changed since it was indexed.
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/document.h"

namespace khabar {

/// 64 bits of all that the index makes of a document: its fields, and the language asked for
/// ("auto" or a tag, as in WriterOptions). Two equal ones of one id are of the same content, but
/// for one chance in 2^64. The same on every little-endian machine. Thread safety: thread-safe.
std::uint64_t content_fingerprint(const Document& document, std::string_view language);

}  // namespace khabar
