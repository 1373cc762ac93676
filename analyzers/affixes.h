// SPDX-License-Identifier: GPL-2.0-or-later
// Taking affixes off, validated: an affix comes off only where what remains is attested.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "analyzers/lexicon.h"

namespace khabar {

/// One affix and what it takes for it to come off. Spellings are folded.
struct AffixRule {
  std::string_view affix;
  std::string_view
      replacement;  ///< Put in the affix's place: TEH MARBUTA shows as TEH before a pronoun.
  std::uint8_t min_letters = 3;  ///< Letters that must remain, the replacement counted.
  /// The remainder must be in at least this many documents for each document that holds the whole
  /// word. A base word is commoner than one of its forms; what only looks like an affix leaves a
  /// rare word or none (wazir - wa = zir).
  float min_ratio = 0.05F;
};

/// Letters of a folded Arabic-script word: all of them take two bytes.
constexpr std::size_t letter_count(std::string_view folded) { return folded.size() / 2; }

/// Whether `word` begins, or ends, with the affix. The byte that tells letters apart, the last one
/// of each, is compared first: affixes are tried one after the other.
inline bool has_prefix(std::string_view word, std::string_view affix) {
  if (affix.empty()) return true;
  return word.size() >= affix.size() && word[affix.size() - 1] == affix.back() &&
         word.starts_with(affix);
}
inline bool has_suffix(std::string_view word, std::string_view affix) {
  if (affix.empty()) return true;
  return word.size() >= affix.size() && word.back() == affix.back() && word.ends_with(affix);
}

/// The last bytes of folded words, 0x80 + n as bit n; `text_of` gives each one's letters. Most
/// words end otherwise than any of a few, which may_end_so() tells at once. Not of empty words.
template <typename Words, typename TextOf = std::identity>
constexpr std::uint64_t last_bytes(const Words& words, TextOf text_of = {}) {
  std::uint64_t bits = 0;
  for (const auto& word : words)
    bits |=
        std::uint64_t{1} << (static_cast<unsigned char>(std::invoke(text_of, word).back()) & 0x3F);
  return bits;
}
constexpr bool may_end_so(std::uint64_t last_bytes, std::string_view word) {
  return (last_bytes >> (static_cast<unsigned char>(word.back()) & 0x3F) & 1) != 0;
}

/// How often a word was seen, for validation.
using CountWord = std::uint32_t (*)(std::string_view word);

/// Takes off the suffix whose remainder is commonest among those that hold; false where none does.
/// `word` is replaced by the remainder.
bool strip_suffix(std::span<const AffixRule> rules, CountWord count, std::string& word);

}  // namespace khabar
