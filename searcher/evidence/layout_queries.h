// SPDX-License-Identifier: GPL-2.0-or-later
// What the keys of a word give on another keyboard layout.
#pragma once

#include "searcher/evidence/word_evidence.h"
#include "searcher/query_tree.h"

namespace khabar {

/// Adds what the chunks of `node` are on other layouts, and blanks there what it reads otherwise.
void add_layout_readings(const WordContext& context, QueryNode& node, Alternatives& found);

}  // namespace khabar
