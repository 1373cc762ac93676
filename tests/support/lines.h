// SPDX-License-Identifier: GPL-2.0-or-later
// A text by its lines.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::test {

/// The lines of a text, without their ends; the last one need not have one.
inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace khabar::test
