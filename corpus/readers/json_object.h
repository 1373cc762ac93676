// SPDX-License-Identifier: GPL-2.0-or-later
// The fast path of JSON Lines.
#pragma once

#include <string_view>

#include "corpus/field_names.h"

namespace khabar {

/// Fills `record` from one JSON object whose values are strings, null or whole numbers.
/// False, with `record` in any state, for every other text: a JSON parser must then decide what
/// is wrong or unusual. A surrogate without its partner becomes U+FFFD. Encoding: `line` must be
/// well-formed UTF-8. Fields of other names go to `unused`. Thread safety: thread-safe.
bool read_plain_object(std::string_view line, Record& record, UnusedFields& unused);

}  // namespace khabar
