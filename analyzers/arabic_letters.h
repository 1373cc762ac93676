// SPDX-License-Identifier: GPL-2.0-or-later
// The letters that the Arabic stemmer looks for, folded and in UTF-8.
#pragma once

#include <string_view>

/// Folded letters by their Unicode names; YEH is FARSI YEH U+06CC, and HEH is also TEH MARBUTA. The
/// code points of analyzers/characters.h are of text as it was typed.
namespace khabar::arabic_letters {

inline constexpr std::string_view kAlef = "\u0627";
inline constexpr std::string_view kBeh = "\u0628";
inline constexpr std::string_view kTeh = "\u062A";
inline constexpr std::string_view kFeh = "\u0641";
inline constexpr std::string_view kKeheh = "\u06A9";
inline constexpr std::string_view kLam = "\u0644";
inline constexpr std::string_view kMeem = "\u0645";
inline constexpr std::string_view kNoon = "\u0646";
inline constexpr std::string_view kHeh = "\u0647";
inline constexpr std::string_view kWaw = "\u0648";
inline constexpr std::string_view kYeh = "\u06CC";
inline constexpr std::string_view kAlefTeh = "\u0627\u062A";
inline constexpr std::string_view kAlefHeh = "\u0627\u0647";
inline constexpr std::string_view kAlefYehYeh = "\u0627\u06CC\u06CC";
inline constexpr std::string_view kWawNoon = "\u0648\u0646";
inline constexpr std::string_view kYehNoon = "\u06CC\u0646";
/// ALEF LAM.
inline constexpr std::string_view kArticle = "\u0627\u0644";

}  // namespace khabar::arabic_letters
