// SPDX-License-Identifier: GPL-2.0-or-later
// Arabic names that are written as two words or as one.
#pragma once

#include <span>

#include "analyzers/language.h"

namespace khabar {

/// Whether such a name begins at the front of `words`, its two halves parted by a blank; see
/// Language::compound. What is written as one word stays one token, which is the compound's.
/// - ABD before a word with the article: abd ar-rahman = abdurrahman.
/// - ABU before any word but ABD: abu zabi = abuzabi.
/// - A pair of data/ar/compounds.txt: nur ad-din = nuraddin, nasr allah = nasrallah, bayt lahm.
/// WAW, FEH, BEH, LAM and KAF may stand before it: wa-li-hizb allah.
/// Wrong for: abd and abu as words of their own ("the slave who", "the father"), which news hardly
/// have before such a word; the halves are tokens, too. Thread safety: thread-safe.
bool find_arabic_compound(std::span<const Piece> words, Compound& compound);

/// Whether a folded word is a half of some such name that is opaque, see Token: abd, abu, and both
/// of a listed pair. Of others the second is a name by itself: abu mazin. Thread safety:
/// thread-safe.
bool is_opaque_arabic_piece(std::string_view word);

}  // namespace khabar
