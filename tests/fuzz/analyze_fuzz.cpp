// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes can be analyzed in every language, and the promises of token.h hold.
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/utf8.h"
#include "tests/fuzz/check.h"

namespace {

using khabar::test::check;

void check_tokens(std::string_view text, const khabar::TokenList& tokens) {
  std::uint32_t begin = 0;
  std::uint32_t position = 1;
  for (const khabar::Token& token : tokens) {
    check(token.begin < token.end && token.end <= text.size(), "0 <= begin < end <= size");
    check(token.begin >= begin, "begin never decreases");
    check(token.position >= position, "position never decreases");
    check(!token.word.empty() && token.word.size() <= khabar::kMaxWordBytes, "length of word");
    check(!token.stem.empty() && token.stem.size() <= khabar::kMaxWordBytes, "length of stem");
    check(token.language != nullptr, "a token has a language");
    begin = token.begin;
    position = token.position;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static khabar::TokenList tokens;
  static khabar::TokenList traced;
  static std::vector<khabar::TokenTrace> trace;
  const std::string_view text = khabar::test::as_text(data, size);
  for (const khabar::Language* language : khabar::all_languages()) {
    khabar::analyze(text, *language, tokens);
    check_tokens(text, tokens);
    khabar::analyze_traced(text, *language, traced, trace);
    check(traced.size() == tokens.size(), "a trace changes nothing");
  }
  const khabar::Detection detection = khabar::detect_language(text);
  check(detection.language != nullptr, "a detection has a language");
  check(khabar::safe_prefix(text, size / 2).size() <= size / 2, "a prefix is within its limit");
  return 0;
}
