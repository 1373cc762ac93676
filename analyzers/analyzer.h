// SPDX-License-Identifier: GPL-2.0-or-later
// Text -> tokens. One function for documents and for queries, so that both always agree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/token.h"

namespace khabar {

/// One stage's output for one token, for `khabar analyze --trace`.
struct TraceStep {
  std::string stage;   ///< "segment", "fold", "join", "split", "stem", "drop".
  std::string input;   ///< UTF-8, as it came in.
  std::string output;  ///< UTF-8, as it went out.
  std::string reason;  ///< The rule, in words a student understands; may be empty.
};

/// The steps of one token, in order; `token` indexes the TokenList, or is npos for a word that was
/// left out.
struct TokenTrace {
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  std::size_t token = npos;
  std::vector<TraceStep> steps;
};

/// Fills `tokens` (cleared first) with the words of `text`, read by the rules of `language`.
/// Encoding: any bytes; ill-formed UTF-8 counts as U+FFFD and ends a word. Never throws, except for
/// lack of memory. Offsets are bytes of `text`, which must be smaller than 4 GiB (the rest is left
/// out). Thread safety: thread-safe with one TokenList a thread.
void analyze(std::string_view text, const Language& language, TokenList& tokens);

/// The same, telling what each stage did.
void analyze_traced(std::string_view text, const Language& language, TokenList& tokens,
                    std::vector<TokenTrace>& trace);

/// The language of a text and how sure that is.
struct Detection {
  const Language* language =
      nullptr;  ///< Never nullptr; fallback_language() where nothing speaks for any.
  double confidence =
      0;  ///< 0 to 1; below kSureLanguage a query is read in every language that is possible.
};
inline constexpr double kSureLanguage = 0.75;

/// Detects Arabic or Persian (or another language of all_languages()) from letters and common
/// words; fallback_language() for Sorani and Pashto, which no rules here are for. "soroki herem"
/// with OE and YEH WITH SMALL V -> und; one name so spelled in a Persian text -> fa. Wrong for a
/// query of that name alone. Looks at the first 4 KB. Encoding as for analyze(). Thread safety:
/// thread-safe.
Detection detect_language(std::string_view text);

}  // namespace khabar
