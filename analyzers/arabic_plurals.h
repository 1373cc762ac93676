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

/// The plural in -at of a masdar that folds as a broken plural, which takes none: ish'arat ->
/// ish'ar "notice", not of ash'ar "poems"; ishkalat, i'dadat. Nothing comes off what is left, which
/// is read so with its HAMZA, too (is_masdar_by_alef()). Wrong for: plurals of plurals (rijalat).
/// Thread safety: thread-safe.
bool take_plural_of_masdar(const ArabicLexicon& lexicon, std::string& word);

}  // namespace khabar
