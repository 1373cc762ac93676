// SPDX-License-Identifier: GPL-2.0-or-later
// Initialisms of Latin letters in Persian writing: BBC is bi bi si, with ZWNJ, a blank or joined.
#pragma once

#include <span>
#include <string_view>

#include "analyzers/language.h"

namespace khabar {

/// The names of the Latin letters a to z, folded. Source: how news write them, counted in
/// hamshahri2, fa-news-tagged and telegram-news-fa.
std::span<const std::string_view> persian_letter_names();

/// Whether a folded word is one of them. Thread safety: thread-safe.
bool is_persian_letter_name(std::string_view word);

/// Whether `piece`, behind `before` and ZWNJ, is a letter's name and no ending: ef|bi|ay is FBI,
/// and no "a bi". Wrong for: no word; si-om "thirtieth" is left out.
bool spells_persian_letters(std::string_view before, std::string_view piece);

/// How many of the words, from the first on, spell the letters of an initialism: three or more,
/// with ZWNJ or blanks between them; else 0. si en en, ef|bi|ay. All of the 560 that blanks part in
/// hamshahri2, fa-news-tagged and telegram-news-fa are initialisms. Wrong for: "he without that",
/// u bi an, by chance; its words are found all the same. Thread safety: thread-safe.
std::size_t persian_initialism(std::span<const Piece> words);

}  // namespace khabar
