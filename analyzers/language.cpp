// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/language.h"

#include <algorithm>

namespace khabar {

extern const Language undetermined_language;  // analyzers/languages/undetermined.cpp

namespace {
// Raised when segmentation or common folding change, which every language shares.
constexpr int kSharedVersion = 2;
}  // namespace

const Language* find_language(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find('-'));
  const auto languages = all_languages();
  const auto found = std::find_if(languages.begin(), languages.end(),
                                  [&](const Language* l) { return l->tag == primary; });
  return found == languages.end() ? nullptr : *found;
}

const Language& fallback_language() { return undetermined_language; }

std::string analyzer_fingerprint() {
  std::string fingerprint = "khabar/" + std::to_string(kSharedVersion);
  for (const Language* language : all_languages()) {
    fingerprint += ' ';
    fingerprint += language->tag;
    fingerprint += '/';
    fingerprint += std::to_string(language->version);
  }
  return fingerprint;
}

}  // namespace khabar
