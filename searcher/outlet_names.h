// SPDX-License-Identifier: GPL-2.0-or-later
// An outlet by what it is called in another script: khabargozari-ye fars is Fars News Agency.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// A source without what makes it an address: "www.irna.ir" -> "irna". Others stay.
std::string_view without_domain(std::string_view source);

/// Whether `value`, the folded words of an outlet of the index, is the one that is `written`: by
/// the sound of their words in the same order, apart from words that many outlets have (news,
/// agency, online, channel) and that may also be joined to the name: mehr is mehrnews, sky news is
/// skynewsarabia. Wrong for: names that are translated (al-'alam, Jahan). Thread safety:
/// thread-safe.
bool is_outlet_called(const std::vector<std::string>& written,
                      const std::vector<std::string>& value);

/// The same of an agency's acronym and its names in other languages, as are_one_agency() has them,
/// with or without such words: was, Saudi Press Agency; "AFP Arabic". Thread safety: thread-safe.
bool is_agency_called(const std::vector<std::string>& written,
                      const std::vector<std::string>& value);

}  // namespace khabar
