// SPDX-License-Identifier: GPL-2.0-or-later
// Arabic numbers in words: khamsa, khamsata 'ashar, al-hadi wal-'ishrin, mi'a.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"

namespace khabar {

/// Language::read_number: cardinals from three to 99 and hundreds in either gender and any case,
/// tens with the article (qimmat al-'ishrin, the G20), ordinals from the eleventh to the 99th, and
/// those before "of" from the third to the tenth, which are mostly days (al-khamis min yunyu). Not
/// one and two, which are other words, too (wahid "someone", al-ithnayn "Monday"), nor other
/// ordinals (thalith "third" is no three), nor mi'a with the article (percent). Source: any grammar
/// of Arabic. Wrong for: ath-thalith min naw'ih, the third of its kind, which is no 3; sitt "lady".
/// Thread safety: thread-safe.
NumberWords read_arabic_number(std::span<const std::string_view> words);

/// Language::number_words: the same words, with wa-, bi- and li- written to them; of one and two
/// the days alone (al-awwal min mayu). Thread safety: thread-safe.
std::vector<std::vector<std::string>> arabic_number_words(std::uint32_t number);

}  // namespace khabar
