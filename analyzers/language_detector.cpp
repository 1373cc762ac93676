// SPDX-License-Identifier: GPL-2.0-or-later
// Which language a text is in, by adding up the evidence that each language finds in its words.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/segmenter.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {
constexpr std::size_t kBytesLookedAt = 4096;
}  // namespace

Detection detect_language(std::string_view text) {
  const auto languages = all_languages();
  std::vector<double> evidence(languages.size(), 0.0);
  Segmenter segmenter(safe_prefix(text, kBytesLookedAt));
  Segment segment;
  std::string folded;
  while (segmenter.next(segment)) {
    if (segment.kind != TokenKind::word) continue;
    for (std::size_t i = 0; i < languages.size(); ++i) {
      if (languages[i]->evidence == nullptr) continue;
      folded.clear();
      languages[i]->fold(segment.letters, folded);
      evidence[i] += languages[i]->evidence(segment.letters, folded);
    }
  }
  const auto best = std::max_element(evidence.begin(), evidence.end());
  if (best == evidence.end() || *best <= 0) return {&fallback_language(), 0};
  double rival = 0;
  for (auto it = evidence.begin(); it != evidence.end(); ++it) {
    if (it != best) rival = std::max(rival, *it);
  }
  // 0.5 where both have as much, towards 1 with the lead; a lead of two telling words is 0.88.
  const double confidence = 1.0 / (1.0 + std::exp(-(*best - rival)));
  return {languages[static_cast<std::size_t>(best - evidence.begin())], confidence};
}

}  // namespace khabar
