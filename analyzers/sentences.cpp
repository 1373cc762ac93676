// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>

namespace khabar {
namespace {

// ICU's rules, one object a thread because moving over a text changes it; nullptr where ICU's data
// cannot be had.
icu::BreakIterator* sentence_rules() {
  thread_local const std::unique_ptr<icu::BreakIterator> rules = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) made.reset();
    return made;
  }();
  return rules.get();
}

}  // namespace

std::vector<std::size_t> sentence_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  icu::BreakIterator* const rules = sentence_rules();
  if (rules == nullptr || text.empty()) return starts;
  UErrorCode status = U_ZERO_ERROR;
  UText utf8 = UTEXT_INITIALIZER;
  utext_openUTF8(&utf8, text.data(), static_cast<std::int64_t>(text.size()), &status);
  rules->setText(&utf8, status);
  if (U_SUCCESS(status)) {
    for (auto at = rules->next(); at != icu::BreakIterator::DONE; at = rules->next()) {
      if (static_cast<std::size_t>(at) < text.size())
        starts.push_back(static_cast<std::size_t>(at));
    }
  }
  utext_close(&utf8);
  return starts;
}

}  // namespace khabar
