// SPDX-License-Identifier: GPL-2.0-or-later
// The language of words that no rules of ours read: other scripts, and texts of no known language.
// Segmentation and common folding, no stemming. Also the template for a new language: copy it, fill
// in what the language has.
#include "analyzers/folding.h"
#include "analyzers/language.h"

namespace khabar {

extern const Language undetermined_language;
constinit const Language undetermined_language = {
    .tag = "und",
    .name = "undetermined",
    .version = 1,
    .fold = fold_arabic_script,
};

}  // namespace khabar
