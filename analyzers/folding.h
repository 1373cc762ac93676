// SPDX-License-Identifier: GPL-2.0-or-later
// One spelling for all ways to write the same letters of the Arabic script.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace khabar {

/// Appends the folded spelling of one word's letters to `folded`, in UTF-8. Idempotent.
///
/// Both languages fold to the same letters, so that a name is one term in a mixed index:
/// - YEH, ALEF MAKSURA, FARSI YEH and the other yehs -> FARSI YEH;   KAF and its kin -> KEHEH
/// - the alefs (MADDA, HAMZA ABOVE and BELOW, WASLA) -> ALEF;         WAW WITH HAMZA -> WAW
/// - YEH WITH HAMZA -> WAW before WAW, else FARSI YEH: mas'ul is written with either seat, or two
/// waws
/// - TEH MARBUTA, HEH GOAL, HEH WITH YEH ABOVE (ezafe) ... -> HEH;    VEH -> FEH
/// - harakat, SUPERSCRIPT ALEF, Quranic marks, TATWEEL: left out; combining MADDA and HAMZA compose
/// first
/// - presentation forms: by their compatibility decomposition, the marks among them left out
/// PEH, TCHEH, JEH, GAF stay: they part Persian words (gel "mud" from kel).
/// Wrong for: words that only a hamza or madda parts (qur'an / qiran), which are rare and near in
/// meaning or sound. Thread safety: thread-safe.
void fold_arabic_script(std::u32string_view letters, std::string& folded);

/// The folded spelling of a word, or of a text whose other characters stay. Encoding: UTF-8.
std::string fold_arabic_script(std::string_view text);

/// The same for words of other scripts: Unicode case folding, accents left out ("Zürich" ->
/// "zurich").
void fold_foreign_script(std::u32string_view letters, std::string& folded);

/// The common letters that a text begins with.
struct CommonLetters {
  std::size_t size = 0;  ///< Their bytes, in the text and folded.
  /// A bit of each of the last 64, the last one's lowest: whether it is ALEF with HAMZA or MADDA.
  std::uint64_t alefs = 0;
};

/// Folds the common letters that `text` begins with, at most as many as `folded` has room for.
/// Common are those that every language folds as fold_arabic_script() does, whatever stands beside
/// them but marks: the letters of Arabic and Persian without HAMZA alone, on WAW and on YEH. Each
/// is two bytes of UTF-8, folded, too. Nearly all words are of them alone. Thread safety:
/// thread-safe.
CommonLetters fold_common_letters(std::string_view text, std::span<char> folded);

}  // namespace khabar
