// SPDX-License-Identifier: GPL-2.0-or-later
// The names of data/names/spellings.txt, which no rule of sounds brings together: for the name keys
// alone.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace khabar {

/// Every listed spelling of the name that a folded word is, itself among them; none where it is no
/// listed name. wien written in Persian -> the same and fiyinna. Thread safety: thread-safe.
std::span<const std::string> listed_spellings(std::string_view folded);

/// Whether both are spellings of one listed name. Thread safety: thread-safe.
bool are_one_listed_name(std::string_view folded, std::string_view other);

}  // namespace khabar
