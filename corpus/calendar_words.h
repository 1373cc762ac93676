// SPDX-License-Identifier: GPL-2.0-or-later
// The words of dates: month names of three calendars as news sites write them, the letters that
// name a calendar, and what may stand between the parts of a date. For calendar.cpp only.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "corpus/calendar.h"

namespace khabar::calendar_words {

/// The twelve month names of one calendar in one usage. Their spelling does not matter for reading
/// (names are folded there); it is what format_date() writes.
struct MonthNames {
  Calendar calendar;
  std::array<std::string_view, 12> names;
};

/// Indices of the rows of kMonthNames that format_date() writes.
inline constexpr std::size_t kGregorianArabic = 0;
inline constexpr std::size_t kGregorianPersian = 4;
inline constexpr std::size_t kJalali = 8;
inline constexpr std::size_t kHijriArabic = 10;
inline constexpr std::size_t kHijriPersian = 11;

// clang-format off
inline constexpr std::array kMonthNames = {
    // Arabic, most countries
    MonthNames{Calendar::gregorian, {
        "\u064A\u0646\u0627\u064A\u0631",  // يناير
        "\u0641\u0628\u0631\u0627\u064A\u0631",  // فبراير
        "\u0645\u0627\u0631\u0633",  // مارس
        "\u0623\u0628\u0631\u064A\u0644",  // أبريل
        "\u0645\u0627\u064A\u0648",  // مايو
        "\u064A\u0648\u0646\u064A\u0648",  // يونيو
        "\u064A\u0648\u0644\u064A\u0648",  // يوليو
        "\u0623\u063A\u0633\u0637\u0633",  // أغسطس
        "\u0633\u0628\u062A\u0645\u0628\u0631",  // سبتمبر
        "\u0623\u0643\u062A\u0648\u0628\u0631",  // أكتوبر
        "\u0646\u0648\u0641\u0645\u0628\u0631",  // نوفمبر
        "\u062F\u064A\u0633\u0645\u0628\u0631",  // ديسمبر
    }},
    // Levant and Iraq
    MonthNames{Calendar::gregorian, {
        "\u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u062B\u0627\u0646\u064A",  // كانون الثاني
        "\u0634\u0628\u0627\u0637",  // شباط
        "\u0622\u0630\u0627\u0631",  // آذار
        "\u0646\u064A\u0633\u0627\u0646",  // نيسان
        "\u0623\u064A\u0627\u0631",  // أيار
        "\u062D\u0632\u064A\u0631\u0627\u0646",  // حزيران
        "\u062A\u0645\u0648\u0632",  // تموز
        "\u0622\u0628",  // آب
        "\u0623\u064A\u0644\u0648\u0644",  // أيلول
        "\u062A\u0634\u0631\u064A\u0646 \u0627\u0644\u0623\u0648\u0644",  // تشرين الأول
        "\u062A\u0634\u0631\u064A\u0646 \u0627\u0644\u062B\u0627\u0646\u064A",  // تشرين الثاني
        "\u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u0623\u0648\u0644",  // كانون الأول
    }},
    // Algeria and Tunisia
    MonthNames{Calendar::gregorian, {
        "\u062C\u0627\u0646\u0641\u064A",  // جانفي
        "\u0641\u064A\u0641\u0631\u064A",  // فيفري
        "\u0645\u0627\u0631\u0633",  // مارس
        "\u0623\u0641\u0631\u064A\u0644",  // أفريل
        "\u0645\u0627\u064A",  // ماي
        "\u062C\u0648\u0627\u0646",  // جوان
        "\u062C\u0648\u064A\u0644\u064A\u0629",  // جويلية
        "\u0623\u0648\u062A",  // أوت
        "\u0633\u0628\u062A\u0645\u0628\u0631",  // سبتمبر
        "\u0623\u0643\u062A\u0648\u0628\u0631",  // أكتوبر
        "\u0646\u0648\u0641\u0645\u0628\u0631",  // نوفمبر
        "\u062F\u064A\u0633\u0645\u0628\u0631",  // ديسمبر
    }},
    // Morocco
    MonthNames{Calendar::gregorian, {
        "\u064A\u0646\u0627\u064A\u0631",  // يناير
        "\u0641\u0628\u0631\u0627\u064A\u0631",  // فبراير
        "\u0645\u0627\u0631\u0633",  // مارس
        "\u0623\u0628\u0631\u064A\u0644",  // أبريل
        "\u0645\u0627\u064A",  // ماي
        "\u064A\u0648\u0646\u064A\u0648",  // يونيو
        "\u064A\u0648\u0644\u064A\u0648\u0632",  // يوليوز
        "\u063A\u0634\u062A",  // غشت
        "\u0634\u062A\u0646\u0628\u0631",  // شتنبر
        "\u0623\u0643\u062A\u0648\u0628\u0631",  // أكتوبر
        "\u0646\u0648\u0646\u0628\u0631",  // نونبر
        "\u062F\u062C\u0646\u0628\u0631",  // دجنبر
    }},
    // Persian of Iran
    MonthNames{Calendar::gregorian, {
        "\u0698\u0627\u0646\u0648\u06CC\u0647",  // ژانویه
        "\u0641\u0648\u0631\u06CC\u0647",  // فوریه
        "\u0645\u0627\u0631\u0633",  // مارس
        "\u0622\u0648\u0631\u06CC\u0644",  // آوریل
        "\u0645\u0647",  // مه
        "\u0698\u0648\u0626\u0646",  // ژوئن
        "\u0698\u0648\u0626\u06CC\u0647",  // ژوئیه
        "\u0627\u0648\u062A",  // اوت
        "\u0633\u067E\u062A\u0627\u0645\u0628\u0631",  // سپتامبر
        "\u0627\u06A9\u062A\u0628\u0631",  // اکتبر
        "\u0646\u0648\u0627\u0645\u0628\u0631",  // نوامبر
        "\u062F\u0633\u0627\u0645\u0628\u0631",  // دسامبر
    }},
    // Persian of Afghanistan
    MonthNames{Calendar::gregorian, {
        "\u062C\u0646\u0648\u0631\u06CC",  // جنوری
        "\u0641\u0628\u0631\u0648\u0631\u06CC",  // فبروری
        "\u0645\u0627\u0631\u0686",  // مارچ
        "\u0627\u067E\u0631\u06CC\u0644",  // اپریل
        "\u0645\u06CC",  // می
        "\u062C\u0648\u0646",  // جون
        "\u062C\u0648\u0644\u0627\u06CC",  // جولای
        "\u0627\u06AF\u0633\u062A",  // اگست
        "\u0633\u067E\u062A\u0645\u0628\u0631",  // سپتمبر
        "\u0627\u06A9\u062A\u0648\u0628\u0631",  // اکتوبر
        "\u0646\u0648\u0645\u0628\u0631",  // نومبر
        "\u062F\u0633\u0645\u0628\u0631",  // دسمبر
    }},
    // English
    MonthNames{Calendar::gregorian, {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    }},
    // English, short
    MonthNames{Calendar::gregorian, {
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    }},
    // Iran
    MonthNames{Calendar::jalali, {
        "\u0641\u0631\u0648\u0631\u062F\u06CC\u0646",  // فروردین
        "\u0627\u0631\u062F\u06CC\u0628\u0647\u0634\u062A",  // اردیبهشت
        "\u062E\u0631\u062F\u0627\u062F",  // خرداد
        "\u062A\u06CC\u0631",  // تیر
        "\u0645\u0631\u062F\u0627\u062F",  // مرداد
        "\u0634\u0647\u0631\u06CC\u0648\u0631",  // شهریور
        "\u0645\u0647\u0631",  // مهر
        "\u0622\u0628\u0627\u0646",  // آبان
        "\u0622\u0630\u0631",  // آذر
        "\u062F\u06CC",  // دی
        "\u0628\u0647\u0645\u0646",  // بهمن
        "\u0627\u0633\u0641\u0646\u062F",  // اسفند
    }},
    // Afghanistan
    MonthNames{Calendar::jalali, {
        "\u062D\u0645\u0644",  // حمل
        "\u062B\u0648\u0631",  // ثور
        "\u062C\u0648\u0632\u0627",  // جوزا
        "\u0633\u0631\u0637\u0627\u0646",  // سرطان
        "\u0627\u0633\u062F",  // اسد
        "\u0633\u0646\u0628\u0644\u0647",  // سنبله
        "\u0645\u06CC\u0632\u0627\u0646",  // میزان
        "\u0639\u0642\u0631\u0628",  // عقرب
        "\u0642\u0648\u0633",  // قوس
        "\u062C\u062F\u06CC",  // جدی
        "\u062F\u0644\u0648",  // دلو
        "\u062D\u0648\u062A",  // حوت
    }},
    // Arabic
    MonthNames{Calendar::hijri, {
        "\u0645\u062D\u0631\u0645",  // محرم
        "\u0635\u0641\u0631",  // صفر
        "\u0631\u0628\u064A\u0639 \u0627\u0644\u0623\u0648\u0644",  // ربيع الأول
        "\u0631\u0628\u064A\u0639 \u0627\u0644\u0622\u062E\u0631",  // ربيع الآخر
        "\u062C\u0645\u0627\u062F\u0649 \u0627\u0644\u0623\u0648\u0644\u0649",  // جمادى الأولى
        "\u062C\u0645\u0627\u062F\u0649 \u0627\u0644\u0622\u062E\u0631\u0629",  // جمادى الآخرة
        "\u0631\u062C\u0628",  // رجب
        "\u0634\u0639\u0628\u0627\u0646",  // شعبان
        "\u0631\u0645\u0636\u0627\u0646",  // رمضان
        "\u0634\u0648\u0627\u0644",  // شوال
        "\u0630\u0648 \u0627\u0644\u0642\u0639\u062F\u0629",  // ذو القعدة
        "\u0630\u0648 \u0627\u0644\u062D\u062C\u0629",  // ذو الحجة
    }},
    // Persian
    MonthNames{Calendar::hijri, {
        "\u0645\u062D\u0631\u0645",  // محرم
        "\u0635\u0641\u0631",  // صفر
        "\u0631\u0628\u06CC\u0639\u200C\u0627\u0644\u0627\u0648\u0644",  // ربیع-الاول
        "\u0631\u0628\u06CC\u0639\u200C\u0627\u0644\u062B\u0627\u0646\u06CC",  // ربیع-الثانی
        "\u062C\u0645\u0627\u062F\u06CC\u200C\u0627\u0644\u0627\u0648\u0644",  // جمادی-الاول
        "\u062C\u0645\u0627\u062F\u06CC\u200C\u0627\u0644\u062B\u0627\u0646\u06CC",  // جمادی-الثانی
        "\u0631\u062C\u0628",  // رجب
        "\u0634\u0639\u0628\u0627\u0646",  // شعبان
        "\u0631\u0645\u0636\u0627\u0646",  // رمضان
        "\u0634\u0648\u0627\u0644",  // شوال
        "\u0630\u06CC\u0642\u0639\u062F\u0647",  // ذیقعده
        "\u0630\u06CC\u062D\u062C\u0647",  // ذیحجه
    }},
};

/// A further name of a month, for reading.
struct MonthName {
  Calendar calendar;
  unsigned month;  ///< 1 to 12.
  std::string_view name;
};

inline constexpr std::array kOtherMonthNames = {
    MonthName{Calendar::gregorian, 9, "sept"},
    MonthName{Calendar::gregorian, 6, "\u064A\u0648\u0646\u064A\u0647"},  // يونيه
    MonthName{Calendar::gregorian, 7, "\u064A\u0648\u0644\u064A\u0647"},  // يوليه
    MonthName{Calendar::gregorian, 9, "\u0633\u0628\u062A\u0627\u0645\u0628\u0631"},  // سبتامبر
    MonthName{Calendar::gregorian, 8, "\u0622\u06AF\u0648\u0633\u062A"},  // آگوست
    MonthName{Calendar::gregorian, 1, "\u062C\u0646\u0641\u064A"},  // جنفي
    MonthName{Calendar::jalali, 5, "\u0627\u0645\u0631\u062F\u0627\u062F"},  // امرداد
    MonthName{Calendar::hijri, 1, "\u0627\u0644\u0645\u062D\u0631\u0645"},  // المحرم
    MonthName{Calendar::hijri, 3, "\u0631\u0628\u064A\u0639 \u0623\u0648\u0644"},  // ربيع أول
    // ربيع الثاني
    MonthName{Calendar::hijri, 4, "\u0631\u0628\u064A\u0639 \u0627\u0644\u062B\u0627\u0646\u064A"},
    // ربيع ثاني
    MonthName{Calendar::hijri, 4, "\u0631\u0628\u064A\u0639 \u062B\u0627\u0646\u064A"},
    // ربيع الآخرة
    MonthName{Calendar::hijri, 4, "\u0631\u0628\u064A\u0639 \u0627\u0644\u0622\u062E\u0631\u0629"},
    // جمادى الأول
    MonthName{Calendar::hijri, 5, "\u062C\u0645\u0627\u062F\u0649 \u0627\u0644\u0623\u0648\u0644"},
    // جمادى الثاني
    MonthName{Calendar::hijri, 6,
              "\u062C\u0645\u0627\u062F\u0649 \u0627\u0644\u062B\u0627\u0646\u064A"},
    // جمادى الثانية
    MonthName{Calendar::hijri, 6,
              "\u062C\u0645\u0627\u062F\u0649 \u0627\u0644\u062B\u0627\u0646\u064A\u0629"},
    // جمادى الآخر
    MonthName{Calendar::hijri, 6, "\u062C\u0645\u0627\u062F\u0649 \u0627\u0644\u0622\u062E\u0631"},
    // ذي القعدة
    MonthName{Calendar::hijri, 11, "\u0630\u064A \u0627\u0644\u0642\u0639\u062F\u0629"},
    // ذا القعدة
    MonthName{Calendar::hijri, 11, "\u0630\u0627 \u0627\u0644\u0642\u0639\u062F\u0629"},
    MonthName{Calendar::hijri, 11, "\u0630\u064A \u0642\u0639\u062F\u0629"},  // ذي قعدة
    MonthName{Calendar::hijri, 11, "\u0630\u0648 \u0642\u0639\u062F\u0629"},  // ذو قعدة
    MonthName{Calendar::hijri, 12, "\u0630\u064A \u0627\u0644\u062D\u062C\u0629"},  // ذي الحجة
    MonthName{Calendar::hijri, 12, "\u0630\u0627 \u0627\u0644\u062D\u062C\u0629"},  // ذا الحجة
    MonthName{Calendar::hijri, 12, "\u0630\u064A \u062D\u062C\u0629"},  // ذي حجة
    MonthName{Calendar::hijri, 12, "\u0630\u0648 \u062D\u062C\u0629"},  // ذو حجة
};

/// Words after a year that tell its calendar, blanks and dots left out.
struct CalendarMark {
  Calendar calendar;
  std::string_view mark;
};

inline constexpr std::array kCalendarMarks = {
    CalendarMark{Calendar::hijri, "\u0647"},  // ه
    CalendarMark{Calendar::hijri, "\u0647 \u0642"},  // ه ق
    CalendarMark{Calendar::hijri, "\u0647\u062C\u0631\u064A"},  // هجري
    // هجري قمري
    CalendarMark{Calendar::hijri, "\u0647\u062C\u0631\u064A \u0642\u0645\u0631\u064A"},
    CalendarMark{Calendar::hijri, "\u0642\u0645\u0631\u064A"},  // قمري
    CalendarMark{Calendar::hijri, "\u0644\u0644\u0647\u062C\u0631\u0629"},  // للهجرة
    CalendarMark{Calendar::jalali, "\u0634"},  // ش
    CalendarMark{Calendar::jalali, "\u0647 \u0634"},  // ه ش
    CalendarMark{Calendar::jalali, "\u0634\u0645\u0633\u064A"},  // شمسي
    // هجري شمسي
    CalendarMark{Calendar::jalali, "\u0647\u062C\u0631\u064A \u0634\u0645\u0633\u064A"},
    CalendarMark{Calendar::jalali, "\u062E\u0648\u0631\u0634\u064A\u062F\u064A"},  // خورشيدي
    // هجري خورشيدي
    CalendarMark{Calendar::jalali,
              "\u0647\u062C\u0631\u064A \u062E\u0648\u0631\u0634\u064A\u062F\u064A"},
    CalendarMark{Calendar::gregorian, "\u0645"},  // م
    CalendarMark{Calendar::gregorian, "\u0645\u064A\u0644\u0627\u062F\u064A"},  // ميلادي
    CalendarMark{Calendar::gregorian, "\u0645\u064A\u0644\u0627\u062F\u064A\u0629"},  // ميلادية
    CalendarMark{Calendar::gregorian, "\u0644\u0644\u0645\u064A\u0644\u0627\u062F"},  // للميلاد
};

/// A day of the month as Persian papers write it out.
struct DayName {
  unsigned day;
  std::string_view name;
};

inline constexpr std::array<DayName, 32> kDayNames = {{
    {1, "\u0627\u0648\u0644"},  // اول
    {1, "\u06CC\u06A9\u0645"},  // یکم
    {2, "\u062F\u0648\u0645"},  // دوم
    {3, "\u0633\u0648\u0645"},  // سوم
    {4, "\u0686\u0647\u0627\u0631\u0645"},  // چهارم
    {5, "\u067E\u0646\u062C\u0645"},  // پنجم
    {6, "\u0634\u0634\u0645"},  // ششم
    {7, "\u0647\u0641\u062A\u0645"},  // هفتم
    {8, "\u0647\u0634\u062A\u0645"},  // هشتم
    {9, "\u0646\u0647\u0645"},  // نهم
    {10, "\u062F\u0647\u0645"},  // دهم
    {11, "\u06CC\u0627\u0632\u062F\u0647\u0645"},  // یازدهم
    {12, "\u062F\u0648\u0627\u0632\u062F\u0647\u0645"},  // دوازدهم
    {13, "\u0633\u06CC\u0632\u062F\u0647\u0645"},  // سیزدهم
    {14, "\u0686\u0647\u0627\u0631\u062F\u0647\u0645"},  // چهاردهم
    {15, "\u067E\u0627\u0646\u0632\u062F\u0647\u0645"},  // پانزدهم
    {16, "\u0634\u0627\u0646\u0632\u062F\u0647\u0645"},  // شانزدهم
    {17, "\u0647\u0641\u062F\u0647\u0645"},  // هفدهم
    {18, "\u0647\u062C\u062F\u0647\u0645"},  // هجدهم
    {19, "\u0646\u0648\u0632\u062F\u0647\u0645"},  // نوزدهم
    {20, "\u0628\u06CC\u0633\u062A\u0645"},  // بیستم
    {21, "\u0628\u06CC\u0633\u062A \u0648 \u06CC\u06A9\u0645"},  // بیست و یکم
    {22, "\u0628\u06CC\u0633\u062A \u0648 \u062F\u0648\u0645"},  // بیست و دوم
    {23, "\u0628\u06CC\u0633\u062A \u0648 \u0633\u0648\u0645"},  // بیست و سوم
    {24, "\u0628\u06CC\u0633\u062A \u0648 \u0686\u0647\u0627\u0631\u0645"},  // بیست و چهارم
    {25, "\u0628\u06CC\u0633\u062A \u0648 \u067E\u0646\u062C\u0645"},  // بیست و پنجم
    {26, "\u0628\u06CC\u0633\u062A \u0648 \u0634\u0634\u0645"},  // بیست و ششم
    {27, "\u0628\u06CC\u0633\u062A \u0648 \u0647\u0641\u062A\u0645"},  // بیست و هفتم
    {28, "\u0628\u06CC\u0633\u062A \u0648 \u0647\u0634\u062A\u0645"},  // بیست و هشتم
    {29, "\u0628\u06CC\u0633\u062A \u0648 \u0646\u0647\u0645"},  // بیست و نهم
    {30, "\u0633\u06CC \u0627\u0645"},  // سی ام
    {31, "\u0633\u06CC \u0648 \u06CC\u06A9\u0645"},  // سی و یکم
}};

/// Words without meaning for the date between its parts: prepositions, "year", "month", the
/// epithets of the Hijri months, the endings of ordinals.
inline constexpr std::array<std::string_view, 22> kFillers = {
    "\u0645\u0646",  // من
    "\u0641\u064A",  // في
    "\u0634\u0647\u0631",  // شهر
    "\u0639\u0627\u0645",  // عام
    "\u0644\u0639\u0627\u0645",  // لعام
    "\u0633\u0646\u0629",  // سنة
    "\u0644\u0633\u0646\u0629",  // لسنة
    "\u0645\u0627\u0647",  // ماه
    "\u0633\u0627\u0644",  // سال
    "\u0645",  // م
    "\u0627\u0645",  // ام
    "\u0627\u0644\u062D\u0631\u0627\u0645",  // الحرام
    "\u0627\u0644\u0645\u0638\u0641\u0631",  // المظفر
    "\u0627\u0644\u0645\u0631\u062C\u0628",  // المرجب
    "\u0627\u0644\u0645\u0639\u0638\u0645",  // المعظم
    "\u0627\u0644\u0645\u0628\u0627\u0631\u0643",  // المبارك
    "of",
    "the",
    "st",
    "nd",
    "rd",
    "th",
};

/// Words that stand in front of a date or a time and change nothing of it.
inline constexpr std::array<std::string_view, 7> kAttendants = {
    "\u064A\u0648\u0645",  // يوم
    "\u0631\u0648\u0632",  // روز
    "\u0627\u0644\u0633\u0627\u0639\u0629",  // الساعة
    "\u0633\u0627\u0639\u062A",  // ساعت
    "\u0627\u0644\u0645\u0648\u0627\u0641\u0642",  // الموافق
    "\u0628\u0631\u0627\u0628\u0631 \u0628\u0627",  // برابر با
    "\u0645\u0637\u0627\u0628\u0642 \u0628\u0627",  // مطابق با
};
// clang-format on

}  // namespace khabar::calendar_words
