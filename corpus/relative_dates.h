// SPDX-License-Identifier: GPL-2.0-or-later
// "Yesterday", "last week", "the 7 days past" in Arabic, Persian and English.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/calendar.h"

namespace khabar {

/// The days that a relative expression means, seen from the day `today` (ISO 8601): emruz, diruz,
/// pariruz, hafte-ye gozashte, in mah, sal-e gozashte, emsal, parsal, 7 ruz-e gozashte, se ruz-e
/// akhir; al-yawm, ams, awwal ams, al-usbu' al-madi, hadha al-shahr, al-'am al-madi, qabla 3 ayyam,
/// akhir thalathat ayyam, qabla shahrayn; today, yesterday, last week, this month, 3 days ago, a
/// month ago. Words of one order or the other, hyphens for blanks, numbers to ten in words.
/// Weeks are calendar weeks: they begin on Saturday in Persian and in Arabic (as CLDR has it for
/// most Arab countries; in some they begin on Sunday or Monday) and on Monday in English (ISO
/// 8601). Months and years are Jalali in Persian and Gregorian else.
/// al-usbu' al-madi, hafte-ye gozashte and pish, last week: the week before. With a number, behind
/// akhir and behind mundhu it is those days up to today: "7 days past" are the seven days before
/// today and today. With "ago", qabla, and pish behind a number, it is one day, so many days,
/// weeks, months or years back: qabla usbu', 1 week ago. A month back is the same day of that
/// month. A day of the week, a month, a day of a month without a year (jom'e, al-jum'a, 25 aban,
/// yuliyu, sha'ban) is the latest one that does not begin after today; with al-madi, gozashte,
/// last, the latest that is over. Wrong for: akhar-e hafte (Persian: the weekend), which is not
/// read. nullopt for all else, and where `today` is no ISO date. Encoding: UTF-8. Thread safety:
/// thread-safe.
std::optional<DateRange> parse_relative_date(std::string_view text, std::string_view today);

/// The latest month, or day of a month, without a year ("yuliyu", "25 aban") that does not begin
/// after the day `latest` (ISO 8601), or of those before it that of `earlier`: 1 for the next one
/// back. nullopt for all else. Encoding and thread safety as above.
std::optional<DateRange> parse_yearly_date(std::string_view text, std::string_view latest,
                                           int earlier = 0);

/// A date as a user asks for it: what parse_partial_date() reads, or a relative one. Throws
/// std::invalid_argument with why_no_day() where that knows.
std::optional<DateRange> parse_query_date(std::string_view text, std::string_view today);

/// Today in the time zone of the system (TZ), ISO 8601.
std::string local_today();

}  // namespace khabar
