// SPDX-License-Identifier: GPL-2.0-or-later
// Names that no rule of sounds brings together: those of data/names/spellings.txt, for the name
// keys alone, those of data/names/agencies.txt; and names that sound alike and are two.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace khabar {

/// Every listed spelling of the name that a folded word is, itself among them, without blanks; none
/// where it is no listed name. wien written in Persian -> the same and fiyinna. Thread safety:
/// thread-safe.
std::span<const std::string> listed_spellings(std::string_view folded);

/// The same with the blanks of those that are several words: hungkung, joined as it is looked up ->
/// the same, hung kung, hunj kunj. Thread safety: thread-safe.
std::span<const std::string> listed_spellings_with_blanks(std::string_view joined);

/// Whether both are spellings of one listed name. Thread safety: thread-safe.
bool are_one_listed_name(std::string_view folded, std::string_view other);

/// Whether both are in data/names/distinct.txt: names that differ by a vowel letter only, and are
/// not one, muhammad and mahmud. Thread safety: thread-safe.
bool are_distinct_names(std::string_view folded, std::string_view other);

/// Whether both are listed, and as two names: in two lines of data/names/spellings.txt, or as two
/// of the names of one language (data/*/names.txt, data/fa/places.txt). Kuwayta (Quetta), Kitu
/// (Quito). Wrong for: names that the lists of a language have in two spellings, which sound nearly
/// the same (tajura', tajura). Thread safety: thread-safe.
bool are_two_listed_names(std::string_view folded, std::string_view other);

/// Whether both are what one news agency is called: its acronym or its name in English, Arabic or
/// Persian, folded, without blanks. was, Saudi Press Agency; isna, khabargozari-ye daneshjuyan.
/// Source: written for khabar. Thread safety: thread-safe.
bool are_one_agency(std::string_view folded, std::string_view other);

}  // namespace khabar
