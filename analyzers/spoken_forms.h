// SPDX-License-Identifier: GPL-2.0-or-later
// How the written language has a word of the spoken one. For queries: no term of an index depends
// on it.
#pragma once

#include <string>
#include <string_view>

namespace khabar {

/// The written form of a folded Persian word of the spoken language; empty where it is none. By
/// data/fa/spoken.txt; by data/fa/spellings.txt where the conjugation has the form, too (meydun ->
/// meydan); by rule where the news hardly have the word and many times the rest: the plural in ALEF
/// of what has one in HEH ALEF or ALEF NOON (mo'allema -> mo'allem, bachche-a -> bachche), with the
/// ezafe, too (mo'allema-ye), the copula in HEH of what has a comparative and, with the HEH, no
/// plural (gerune -> geran; not khushe "a cluster"), and the object in WAW (barqu -> barq). Wrong
/// for: rare names that are a common word and ALEF or WAW (Nura, nur "light"). UTF-8. Thread
/// safety: thread-safe.
std::string persian_written_form(std::string_view word);

/// The same of an Arabic word of a dialect. By data/ar/spoken.txt; by rule where the news do not
/// have the word: "this" and "on" before the article (ha-l-usbu' -> al-usbu', 'a-t-tariq ->
/// at-tariq), and the future in HAH or HEH and the present in BEH of a listed verb (ha-yusafir,
/// bi-yusafir -> yusafir). Wrong for: rare names of such letters. UTF-8. Thread safety:
/// thread-safe.
std::string arabic_written_form(std::string_view word);

}  // namespace khabar
