// SPDX-License-Identifier: GPL-2.0-or-later
// Compounds of Persian: what is written with ZWNJ, with a blank or joined gives the same words.
#pragma once

#include <span>
#include <string_view>

#include "analyzers/language.h"

namespace khabar {

/// Whether a compound begins at the front of `words`; see Language::compound.
/// - ZWNJ (or NBSP) between two words always makes one: pish|bini, and any new coinage.
/// - A blank makes one where data/fa/compounds.txt or compound_counts.txt has it: "pish bini".
/// - One word parts where these lists say so: pishbini -> pish, bini.
/// Endings after the last piece do not matter: pish bini-ha; nor does a plural that is listed or
/// that the last piece is: danesh-amuzan has the stem of danesh-amuz, but sarmaye-gozari
/// "investment" not that of sarmaye-gozar "investor". A list entry decides about letters, so that
/// any way to part them meets: goft-o-gu = goft o gu = goftgu. Wrong for: two words that stand
/// together by chance and are listed as a compound. The lists leave such pairs out. Thread safety:
/// thread-safe.
bool find_persian_compound(std::span<const Piece> words, Compound& compound);

/// Whether a folded word is a piece of some listed compound that does not speak of it, see Token:
/// its last piece, where that says little alone (sazi in vaghe'e-sazi); both of names that the last
/// one tells (najaf-abad, hasan-zade, hezb-ollah, se-shanbe); those of data/fa/opaque.txt. Thread
/// safety: thread-safe.
bool is_opaque_persian_piece(std::string_view word);

/// Whether a compound with "and", in its joined spelling, is nearly always written with blanks, in
/// nine articles of ten: kharid o forush "buying and selling", emdad o nejat "relief and rescue".
/// Each word has its own sense there, unlike in kasb o kar "business", which half the articles
/// write as one. Source: data/fa/compound_counts.txt. Wrong for: obur o morur "traffic".
/// Thread safety: thread-safe.
bool is_joined_by_and(std::string_view compound);

}  // namespace khabar
