// SPDX-License-Identifier: GPL-2.0-or-later
// Where the words of a phrase stand in a text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyzers/token.h"

namespace khabar {

/// Whether the folded words of one of `phrases` stand side by side in `tokens`, the token `at`
/// among them; compounds, which stand beside their pieces, do not count. Thread safety:
/// thread-safe.
bool stands_in(const std::vector<std::vector<std::string>>& phrases, const TokenList& tokens,
               std::size_t at);

}  // namespace khabar
