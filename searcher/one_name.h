// SPDX-License-Identifier: GPL-2.0-or-later
// Whether two words are one name.
#pragma once

#include <string_view>

namespace khabar {

/// Whether two folded words sound so much alike that they may be one name. `farthest`: the distance
/// that they may have, where that is more than name_tolerance(). Thread safety: thread-safe.
bool sound_like_one_name(std::string_view one, std::string_view other, double farthest = 0);

/// The same of words of the index that may differ by the article, too: jubayr and al-jubayr,
/// netanyahu with ALEF and without. Thread safety: thread-safe.
bool are_spellings_of_one_name(std::string_view one, std::string_view other);

}  // namespace khabar
