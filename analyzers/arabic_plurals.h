// SPDX-License-Identifier: GPL-2.0-or-later
// Broken plurals that no list holds, by their pattern.
#pragma once

#include <string>

#include "analyzers/arabic_lexicon.h"

namespace khabar {

/// The singular of a broken plural by its pattern, where the news attest one clearly: mashari' ->
/// mashru', sufara' -> safir. Replaces `word`; false where no pattern fits or no singular is clear.
/// Lists come first (ArabicLexicon::irregular). Source: the patterns of broken plurals in any
/// grammar of standard Arabic; each is given with its example. Thread safety: thread-safe.
bool singular_by_pattern(const ArabicLexicon& lexicon, std::string& word);

}  // namespace khabar
