// SPDX-License-Identifier: GPL-2.0-or-later
// The files of the source tree, for the tests that look at them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/lines.h"
#include "tests/support/temp_dir.h"

namespace khabar::test {

inline const std::filesystem::path kSourceRoot = KHABAR_SOURCE_DIR;

/// What is named "build" or begins with a dot is not the repository's, but for these.
inline bool is_outside(const std::filesystem::path& name) {
  const std::string text = name.string();
  return text == "build" || (text.starts_with('.') && text != ".ci");
}

/// Paths of all files, from the source root, in order.
inline std::vector<std::string> repository_files() {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator it(kSourceRoot), end; it != end; ++it) {
    if (it->is_directory() && is_outside(it->path().filename())) {
      it.disable_recursion_pending();
    } else if (it->is_regular_file()) {
      files.push_back(it->path().lexically_relative(kSourceRoot).string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

inline bool ends_in(std::string_view path, const std::vector<std::string_view>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

}  // namespace khabar::test
