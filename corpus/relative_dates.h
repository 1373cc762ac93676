// SPDX-License-Identifier: GPL-2.0-or-later
// "Yesterday", "last week", "the 7 days past" in Arabic, Persian and English.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/calendar.h"

namespace khabar {

/// The days that a relative expression means, seen from the day `today` (ISO 8601): emruz, diruz,
/// pariruz, hafte-ye gozashte, in mah, sal-e gozashte, emsal, parsal, 7 ruz-e gozashte; al-yawm,
/// ams, awwal ams, al-usbu' al-madi, hadha al-shahr, al-'am al-madi, qabla 3 ayyam; today,
/// yesterday, last week, this month, 3 days ago. Words of one order or the other, hyphens for
/// blanks.
/// Weeks are calendar weeks: they begin on Saturday in Persian and in Arabic (as CLDR has it for
/// most Arab countries; in some they begin on Sunday or Monday) and on Monday in English (ISO
/// 8601). Months and years are Jalali in Persian and Gregorian else. "7 days past" are the seven
/// days before today and today; a month of such a count has 30 days, a year 365. nullopt for all
/// else, and where `today` is no ISO date. Encoding: UTF-8. Thread safety: thread-safe.
std::optional<DateRange> parse_relative_date(std::string_view text, std::string_view today);

/// A date as a user asks for it: what parse_partial_date() reads, or a relative one.
std::optional<DateRange> parse_query_date(std::string_view text, std::string_view today);

/// Today in the time zone of the system (TZ), ISO 8601.
std::string local_today();

}  // namespace khabar
