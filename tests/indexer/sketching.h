// SPDX-License-Identifier: GPL-2.0-or-later
// Sketches of texts at hand.
#pragma once

#include <optional>
#include <string>

#include "analyzers/analyzer.h"
#include "indexer/wire_copies.h"

namespace khabar::test {

/// The sketch of a text and its title, read by the rules of `language`.
inline std::optional<Sketch> sketch_of(const std::string& text, const char* language = "ar",
                                       const std::string& title = {}) {
  TokenList tokens;
  SketchMaker maker;
  analyze(title, *find_language(language), tokens);
  maker.add_title(tokens);
  analyze(text, *find_language(language), tokens);
  maker.add(tokens);
  return maker.sketch();
}

}  // namespace khabar::test
