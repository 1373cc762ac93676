// SPDX-License-Identifier: GPL-2.0-or-later
// The words of relative dates in Arabic, Persian and English. For relative_dates.cpp and
// date_text.cpp only.
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/calendar.h"

namespace khabar::relative_date_words {

/// What is counted.
enum class Unit : std::uint8_t { day, week, month, year };

/// Weekdays as <chrono> counts them.
inline constexpr unsigned kMonday = 1;
inline constexpr unsigned kSaturday = 6;

/// A unit of time, and the calendar and week of the language whose word it is.
struct UnitOfLanguage {
  Unit unit = Unit::day;
  Calendar calendar = Calendar::gregorian;
  unsigned week_start = kMonday;
  int count = 0;  ///< That the word itself tells: a dual.
};

/// Two of a unit, by the Arabic dual.
constexpr UnitOfLanguage two(Unit unit) { return {unit, Calendar::gregorian, kSaturday, 2}; }

/// What a word says of the unit beside it.
enum class Time : std::uint8_t {
  current,  ///< This one.
  before,   ///< The one before; with a number, so many up to today.
  until,    ///< So many up to today; one without a number.
  ago,      ///< The day so many before today; one without a number.
};

/// A word, or words, and what they mean.
template <typename Meaning>
struct Phrase {
  std::string_view text;
  Meaning meaning;
};

// Source of all words: written for khabar. Spelling does not matter: all are folded by
// date_pieces().
inline constexpr Phrase<int> kDays[] = {
    {"\u0627\u0645\u0631\u0648\u0632", 0},                       // emruz
    {"\u0627\u0645\u0634\u0628", 0},                             // emshab
    {"\u062F\u06CC\u0631\u0648\u0632", -1},                      // diruz
    {"\u062F\u06CC\u0634\u0628", -1},                            // dishab
    {"\u067E\u0631\u06CC\u0631\u0648\u0632", -2},                // pariruz
    {"\u0627\u0644\u064A\u0648\u0645", 0},                       // al-yawm
    {"\u0627\u0644\u0644\u064A\u0644\u0629", 0},                 // al-layla
    {"\u0623\u0645\u0633", -1},                                  // ams
    {"\u0627\u0644\u0628\u0627\u0631\u062D\u0629", -1},          // al-bariha
    {"\u0623\u0648\u0644 \u0623\u0645\u0633", -2},               // awwal ams
    {"\u0623\u0645\u0633 \u0627\u0644\u0623\u0648\u0644", -2},   // ams al-awwal
    {"\u0623\u0648\u0644 \u0645\u0646 \u0623\u0645\u0633", -2},  // awwal min ams
    {"\u0642\u0628\u0644 \u0623\u0645\u0633", -2},               // qabla ams
    {"today", 0},                                                // English
    {"tonight", 0},                                              // English
    {"yesterday", -1},                                           // English
    {"day before yesterday", -2},                                // English
    {"the day before yesterday", -2},                            // English
};

inline constexpr Phrase<int> kJalaliYears[] = {
    {"\u067E\u0627\u0631\u0633\u0627\u0644", -1},              // parsal
    {"\u067E\u06CC\u0631\u0627\u0631\u0633\u0627\u0644", -2},  // pirarsal
    {"\u0627\u0645\u0633\u0627\u0644", 0},                     // emsal
};

inline constexpr Phrase<UnitOfLanguage> kUnits[] = {
    {"\u0631\u0648\u0632", {Unit::day, Calendar::jalali, kSaturday}},           // ruz
    {"\u0631\u0648\u0632\u0647", {Unit::day, Calendar::jalali, kSaturday}},     // ruze
    {"\u0647\u0641\u062A\u0647", {Unit::week, Calendar::jalali, kSaturday}},    // hafte
    {"\u0645\u0627\u0647", {Unit::month, Calendar::jalali, kSaturday}},         // mah
    {"\u0633\u0627\u0644", {Unit::year, Calendar::jalali, kSaturday}},          // sal
    {"\u064A\u0648\u0645", {Unit::day, Calendar::gregorian, kSaturday}},        // yawm
    {"\u064A\u0648\u0645\u0627", {Unit::day, Calendar::gregorian, kSaturday}},  // yawman
    {"\u0623\u064A\u0627\u0645", {Unit::day, Calendar::gregorian, kSaturday}},  // ayyam
    {"\u0627\u0644\u0623\u064A\u0627\u0645",
     {Unit::day, Calendar::gregorian, kSaturday}},                                     // al-ayyam
    {"\u0623\u0633\u0628\u0648\u0639", {Unit::week, Calendar::gregorian, kSaturday}},  // usbu'
    {"\u0627\u0644\u0623\u0633\u0628\u0648\u0639",
     {Unit::week, Calendar::gregorian, kSaturday}},  // al-usbu'
    {"\u0623\u0633\u0627\u0628\u064A\u0639",
     {Unit::week, Calendar::gregorian, kSaturday}},                                     // asabi'
    {"\u0634\u0647\u0631", {Unit::month, Calendar::gregorian, kSaturday}},              // shahr
    {"\u0627\u0644\u0634\u0647\u0631", {Unit::month, Calendar::gregorian, kSaturday}},  // al-shahr
    {"\u0623\u0634\u0647\u0631", {Unit::month, Calendar::gregorian, kSaturday}},        // ashhur
    {"\u0639\u0627\u0645", {Unit::year, Calendar::gregorian, kSaturday}},               // 'am
    {"\u0627\u0644\u0639\u0627\u0645", {Unit::year, Calendar::gregorian, kSaturday}},   // al-'am
    {"\u0633\u0646\u0629", {Unit::year, Calendar::gregorian, kSaturday}},               // sana
    {"\u0627\u0644\u0633\u0646\u0629", {Unit::year, Calendar::gregorian, kSaturday}},   // al-sana
    {"\u0623\u0639\u0648\u0627\u0645", {Unit::year, Calendar::gregorian, kSaturday}},   // a'wam
    {"\u0633\u0646\u0648\u0627\u062A", {Unit::year, Calendar::gregorian, kSaturday}},   // sanawat
    {"\u064A\u0648\u0645\u064A\u0646", two(Unit::day)},                                 // yawmayn
    {"\u064A\u0648\u0645\u0627\u0646", two(Unit::day)},                                 // yawman
    {"\u0627\u0644\u064A\u0648\u0645\u064A\u0646", two(Unit::day)},               // al-yawmayn
    {"\u0623\u0633\u0628\u0648\u0639\u064A\u0646", two(Unit::week)},              // usbu'ayn
    {"\u0623\u0633\u0628\u0648\u0639\u0627\u0646", two(Unit::week)},              // usbu'an
    {"\u0627\u0644\u0623\u0633\u0628\u0648\u0639\u064A\u0646", two(Unit::week)},  // al-usbu'ayn
    {"\u0634\u0647\u0631\u064A\u0646", two(Unit::month)},                         // shahrayn
    {"\u0634\u0647\u0631\u0627\u0646", two(Unit::month)},                         // shahran
    {"\u0627\u0644\u0634\u0647\u0631\u064A\u0646", two(Unit::month)},             // al-shahrayn
    {"\u0633\u0646\u062A\u064A\u0646", two(Unit::year)},                          // sanatayn
    {"\u0633\u0646\u062A\u0627\u0646", two(Unit::year)},                          // sanatan
    {"\u0627\u0644\u0633\u0646\u062A\u064A\u0646", two(Unit::year)},              // al-sanatayn
    {"\u0639\u0627\u0645\u064A\u0646", two(Unit::year)},                          // 'amayn
    {"\u0639\u0627\u0645\u0627\u0646", two(Unit::year)},                          // 'aman
    {"\u0627\u0644\u0639\u0627\u0645\u064A\u0646", two(Unit::year)},              // al-'amayn
    {"\u0623\u0633\u0628\u0648\u0639\u0627",
     {Unit::week, Calendar::gregorian, kSaturday}},  // usbu'an (accusative)
    {"\u0627\u0644\u0623\u0633\u0627\u0628\u064A\u0639",
     {Unit::week, Calendar::gregorian, kSaturday}},  // al-asabi'
    {"\u0634\u0647\u0631\u0627",
     {Unit::month, Calendar::gregorian, kSaturday}},  // shahran (accusative)
    {"\u0627\u0644\u0623\u0634\u0647\u0631",
     {Unit::month, Calendar::gregorian, kSaturday}},                              // al-ashhur
    {"\u0634\u0647\u0648\u0631", {Unit::month, Calendar::gregorian, kSaturday}},  // shuhur
    {"\u0639\u0627\u0645\u0627",
     {Unit::year, Calendar::gregorian, kSaturday}},  // 'aman (accusative)
    {"\u0627\u0644\u0623\u0639\u0648\u0627\u0645",
     {Unit::year, Calendar::gregorian, kSaturday}},  // al-a'wam
    {"\u0627\u0644\u0633\u0646\u0648\u0627\u062A",
     {Unit::year, Calendar::gregorian, kSaturday}},           // al-sanawat
    {"day", {Unit::day, Calendar::gregorian, kMonday}},       // English
    {"days", {Unit::day, Calendar::gregorian, kMonday}},      // English
    {"week", {Unit::week, Calendar::gregorian, kMonday}},     // English
    {"weeks", {Unit::week, Calendar::gregorian, kMonday}},    // English
    {"month", {Unit::month, Calendar::gregorian, kMonday}},   // English
    {"months", {Unit::month, Calendar::gregorian, kMonday}},  // English
    {"year", {Unit::year, Calendar::gregorian, kMonday}},     // English
    {"years", {Unit::year, Calendar::gregorian, kMonday}},    // English
};

inline constexpr Phrase<Time> kTimes[] = {
    {"\u0627\u06CC\u0646", Time::current},                               // in
    {"\u062C\u0627\u0631\u06CC", Time::current},                         // jari
    {"\u06A9\u0646\u0648\u0646\u06CC", Time::current},                   // konuni
    {"\u06AF\u0630\u0634\u062A\u0647", Time::before},                    // gozashte
    {"\u067E\u06CC\u0634", Time::ago},                                   // pish
    {"\u0642\u0628\u0644", Time::ago},                                   // qabl, qabla
    {"\u0627\u062E\u06CC\u0631", Time::before},                          // akhir
    {"\u0647\u0630\u0627", Time::current},                               // hadha
    {"\u0647\u0630\u0647", Time::current},                               // hadhihi
    {"\u0627\u0644\u062D\u0627\u0644\u064A", Time::current},             // al-hali
    {"\u0627\u0644\u062D\u0627\u0644\u064A\u0629", Time::current},       // al-haliyya
    {"\u0627\u0644\u062C\u0627\u0631\u064A", Time::current},             // al-jari
    {"\u0627\u0644\u062C\u0627\u0631\u064A\u0629", Time::current},       // al-jariya
    {"\u0627\u0644\u0645\u0627\u0636\u064A", Time::before},              // al-madi
    {"\u0627\u0644\u0645\u0627\u0636\u064A\u0629", Time::before},        // al-madiya
    {"\u0627\u0644\u0641\u0627\u0626\u062A", Time::before},              // al-fa'it
    {"\u0627\u0644\u0641\u0627\u0626\u062A\u0629", Time::before},        // al-fa'ita
    {"\u0627\u0644\u0645\u0646\u0635\u0631\u0645", Time::before},        // al-munsarim
    {"\u0627\u0644\u0645\u0646\u0635\u0631\u0645\u0629", Time::before},  // al-munsarima
    {"\u0627\u0644\u0633\u0627\u0628\u0642", Time::before},              // al-sabiq
    {"\u0627\u0644\u0633\u0627\u0628\u0642\u0629", Time::before},        // al-sabiqa
    {"\u0627\u0644\u0623\u062E\u064A\u0631\u0629", Time::before},        // al-akhira
    {"\u0645\u0646\u0630", Time::until},                                 // mundhu
    {"\u0622\u062E\u0631", Time::until},  // akhir, the last (Arabic; Persian has it for an end)
    {"\u0627\u0644\u0623\u062E\u064A\u0631", Time::before},                    // al-akhir
    {"\u0627\u0644\u0645\u0627\u0636\u064A\u064A\u0646", Time::before},        // al-madiyayn
    {"\u0627\u0644\u0645\u0627\u0636\u064A\u062A\u064A\u0646", Time::before},  // al-madiyatayn
    {"\u0627\u0644\u0623\u062E\u064A\u0631\u064A\u0646", Time::before},        // al-akhirayn
    {"\u0627\u0644\u0623\u062E\u064A\u0631\u062A\u064A\u0646", Time::before},  // al-akhiratayn
    {"this", Time::current},                                                   // English
    {"current", Time::current},                                                // English
    {"last", Time::before},                                                    // English
    {"past", Time::before},                                                    // English
    {"previous", Time::before},                                                // English
    {"ago", Time::ago},                                                        // English
};

inline constexpr Phrase<int> kNumbers[] = {
    {"\u06CC\u06A9", 1},                          // yek
    {"a", 1},                                     // English
    {"an", 1},                                    // English
    {"one", 1},                                   // English
    {"\u062F\u0648", 2},                          // do
    {"two", 2},                                   // English
    {"\u0633\u0647", 3},                          // se
    {"\u062B\u0644\u0627\u062B\u0629", 3},        // thalatha
    {"\u062B\u0644\u0627\u062B", 3},              // thalath
    {"three", 3},                                 // English
    {"\u0686\u0647\u0627\u0631", 4},              // chahar
    {"\u0623\u0631\u0628\u0639\u0629", 4},        // arba'a
    {"\u0623\u0631\u0628\u0639", 4},              // arba'
    {"four", 4},                                  // English
    {"\u067E\u0646\u062C", 5},                    // panj
    {"\u062E\u0645\u0633\u0629", 5},              // khamsa
    {"\u062E\u0645\u0633", 5},                    // khams
    {"five", 5},                                  // English
    {"\u0634\u0634", 6},                          // shesh
    {"\u0633\u062A\u0629", 6},                    // sitta
    {"\u0633\u062A", 6},                          // sitt
    {"six", 6},                                   // English
    {"\u0647\u0641\u062A", 7},                    // haft
    {"\u0633\u0628\u0639\u0629", 7},              // sab'a
    {"\u0633\u0628\u0639", 7},                    // sab'
    {"seven", 7},                                 // English
    {"\u0647\u0634\u062A", 8},                    // hasht
    {"\u062B\u0645\u0627\u0646\u064A\u0629", 8},  // thamaniya
    {"\u062B\u0645\u0627\u0646\u064A", 8},        // thamani
    {"\u062B\u0645\u0627\u0646", 8},              // thaman
    {"eight", 8},                                 // English
    {"\u0646\u0647", 9},                          // noh
    {"\u062A\u0633\u0639\u0629", 9},              // tis'a
    {"\u062A\u0633\u0639", 9},                    // tis'
    {"nine", 9},                                  // English
    {"\u062F\u0647", 10},                         // dah
    {"\u0639\u0634\u0631\u0629", 10},             // 'ashara
    {"\u0639\u0634\u0631", 10},                   // 'ashr
    {"ten", 10},                                  // English
};

/// As <chrono> counts them; the words of a name are joined: "se shanbe".
inline constexpr Phrase<unsigned> kWeekdays[] = {
    {"\u0634\u0646\u0628\u0647", 6},                          // shanbe
    {"\u0627\u0644\u0633\u0628\u062A", 6},                    // al-sabt
    {"saturday", 6},                                          // English
    {"\u06CC\u06A9\u0634\u0646\u0628\u0647", 0},              // yekshanbe
    {"\u0627\u0644\u0623\u062D\u062F", 0},                    // al-ahad
    {"sunday", 0},                                            // English
    {"\u062F\u0648\u0634\u0646\u0628\u0647", 1},              // doshanbe
    {"\u0627\u0644\u0627\u062B\u0646\u064A\u0646", 1},        // al-ithnayn
    {"monday", 1},                                            // English
    {"\u0633\u0647\u0634\u0646\u0628\u0647", 2},              // seshanbe
    {"\u0627\u0644\u062B\u0644\u0627\u062B\u0627\u0621", 2},  // al-thulatha'
    {"tuesday", 2},                                           // English
    {"\u0686\u0647\u0627\u0631\u0634\u0646\u0628\u0647", 3},  // chaharshanbe
    {"\u0627\u0644\u0623\u0631\u0628\u0639\u0627\u0621", 3},  // al-arbi'a'
    {"wednesday", 3},                                         // English
    {"\u067E\u0646\u062C\u0634\u0646\u0628\u0647", 4},        // panjshanbe
    {"\u0627\u0644\u062E\u0645\u064A\u0633", 4},              // al-khamis
    {"thursday", 4},                                          // English
    {"\u062C\u0645\u0639\u0647", 5},                          // jom'e
    {"\u0622\u062F\u06CC\u0646\u0647", 5},                    // adine
    {"\u0627\u0644\u062C\u0645\u0639\u0629", 5},              // al-jum'a
    {"friday", 5},                                            // English
};

/// Words that say nothing of the time.
inline constexpr std::string_view kEmptyWords[] = {
    "\u062E\u0644\u0627\u0644",  // khilala
    "\u0641\u064A",              // fi
    "\u062F\u0631",              // dar
    "\u0637\u06CC",              // tey
    "the",                       // English
    "in",                        // English
    "during",                    // English
};

}  // namespace khabar::relative_date_words
