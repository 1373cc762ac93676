// SPDX-License-Identifier: GPL-2.0-or-later
// ICU's NFKC_Casefold does most of the folding; the letters that Arabic and Persian keyboards
// mix up are folded here. (The analyzers fold for search; corpus does not know them.)
#include "corpus/date_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "corpus/calendar_words.h"
#include "corpus/relative_date_words.h"

namespace khabar {
namespace {

namespace words = calendar_words;

// A longer text is not a date.
constexpr std::size_t kMaxDateBytes = 256;

// One spelling for the ways to write a letter; hamza, the sign as the letter, is left out (0).
UChar32 folded_letter(UChar32 letter) {
  switch (letter) {
    case 0x0621:  // HAMZA
      return 0;
    case 0x0622:  // ALEF WITH MADDA ABOVE
    case 0x0623:  // ALEF WITH HAMZA ABOVE
    case 0x0625:  // ALEF WITH HAMZA BELOW
    case 0x0671:  // ALEF WASLA
      return 0x0627;
    case 0x0624:  // WAW WITH HAMZA ABOVE
      return 0x0648;
    case 0x0626:  // YEH WITH HAMZA ABOVE
    case 0x0649:  // ALEF MAKSURA
    case 0x06CC:  // FARSI YEH
      return 0x064A;
    case 0x0629:  // TEH MARBUTA
    case 0x06C0:  // HEH WITH YEH ABOVE
    case 0x06D5:  // AE
      return 0x0647;
    case 0x06A9:  // KEHEH
    case 0x06AA:  // SWASH KAF
      return 0x0643;
    default:
      return letter;
  }
}

// '/', '-', ',' for what stands for them in either script; '?' for marks that no date has.
char folded_mark(UChar32 mark) {
  if (mark == 0x060D || mark == 0x2044) return '/';  // ARABIC DATE SEPARATOR, FRACTION SLASH
  if (mark == 0x060C) return ',';                    // ARABIC COMMA
  if (mark == 0x2212 || u_charType(mark) == U_DASH_PUNCTUATION) return '-';
  return mark < 0x80 ? static_cast<char>(mark) : '?';
}

void append_letter(UChar32 letter, std::string& text) {
  if (letter != 0) icu::UnicodeString(letter).toUTF8String(text);
}

// Adds a code point to the piece it continues, or as a new one.
void add_to_pieces(UChar32 c, bool& apart, Pieces& pieces) {
  constexpr std::uint32_t kLeftOut = U_GC_M_MASK | U_GC_CF_MASK;  // harakat, bidi controls
  constexpr UChar32 kTatweel = 0x0640;
  if (c == kTatweel || (U_MASK(u_charType(c)) & kLeftOut) != 0) return;
  if (u_isUWhiteSpace(c)) {
    apart = true;
    return;
  }
  const int digit = u_charType(c) == U_DECIMAL_DIGIT_NUMBER ? u_charDigitValue(c) : -1;
  const PieceKind kind = digit >= 0          ? PieceKind::number
                         : u_isalpha(c) != 0 ? PieceKind::word
                                             : PieceKind::mark;
  if (apart || kind == PieceKind::mark || pieces.empty() || pieces.back().kind != kind) {
    pieces.push_back({kind, {}});
  }
  apart = false;
  std::string& text = pieces.back().text;
  if (kind == PieceKind::number) {
    text.push_back(static_cast<char>('0' + digit));
  } else if (kind == PieceKind::word) {
    append_letter(folded_letter(c), text);
  } else {
    text.push_back(folded_mark(c));
  }
}

}  // namespace

Pieces date_pieces(std::string_view text) {
  constexpr UChar32 kReplacement = 0xFFFD;
  if (text.size() > kMaxDateBytes) return {};
  UErrorCode status = U_ZERO_ERROR;
  // Presentation forms become letters, ZWNJ goes, capitals become small.
  const icu::UnicodeString folded = icu::Normalizer2::getNFKCCasefoldInstance(status)->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status);
  if (U_FAILURE(status) || folded.indexOf(kReplacement) >= 0) return {};
  Pieces pieces;
  bool apart = false;
  for (std::int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
    add_to_pieces(folded.char32At(at), apart, pieces);
  }
  return pieces;
}

bool is_number(const Pieces& pieces, std::size_t at, std::size_t min_digits,
               std::size_t max_digits) {
  if (at >= pieces.size() || pieces[at].kind != PieceKind::number) return false;
  return pieces[at].text.size() >= min_digits && pieces[at].text.size() <= max_digits;
}

bool is_mark(const Pieces& pieces, std::size_t at, std::string_view marks) {
  return at < pieces.size() && pieces[at].kind == PieceKind::mark &&
         marks.find(pieces[at].text) != std::string_view::npos;
}

int number_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

unsigned small_number_of(std::string_view digits) {
  return static_cast<unsigned>(number_of(digits));
}

namespace {

// The words of `text`, folded and joined: the key of a name in the tables below.
std::string key_of(std::string_view text) {
  std::string key;
  for (const DatePiece& piece : date_pieces(text)) key += piece.text;
  return key;
}

template <typename Meaning>
using Names = std::unordered_map<std::string, Meaning>;

// The longest name of up to three words that begins at `at`; dots between words are left out.
template <typename Meaning>
std::optional<Found<Meaning>> find_name(const Names<Meaning>& names, const Pieces& pieces,
                                        std::size_t at) {
  std::optional<Found<Meaning>> found;
  std::string key;
  std::size_t count = 0;
  for (; at < pieces.size() && count < 3; ++at) {
    if (count > 0 && is_mark(pieces, at, ".")) continue;
    if (pieces[at].kind != PieceKind::word) break;
    key += pieces[at].text;
    ++count;
    const auto name = names.find(key);
    if (name != names.end()) found = Found<Meaning>{name->second, at + 1};
  }
  return found;
}

Names<MonthOfCalendar> make_months() {
  Names<MonthOfCalendar> months;
  const std::string month_word = key_of("\u0645\u0627\u0647");  // mah, as in "aban-mah"
  const auto add = [&](std::string_view name, MonthOfCalendar month) {
    const std::string key = key_of(name);
    months.emplace(key, month);
    if (month.calendar == Calendar::jalali) months.emplace(key + month_word, month);
  };
  for (const words::MonthNames& row : words::kMonthNames) {
    for (unsigned i = 0; i < row.names.size(); ++i) add(row.names[i], {row.calendar, i + 1});
  }
  for (const words::MonthName& other : words::kOtherMonthNames) {
    add(other.name, {other.calendar, other.month});
  }
  return months;
}

}  // namespace

std::optional<Found<MonthOfCalendar>> find_month(const Pieces& pieces, std::size_t at) {
  static const Names<MonthOfCalendar> months = make_months();
  return find_name(months, pieces, at);
}

namespace {

std::optional<Found<unsigned>> find_day_name(const Pieces& pieces, std::size_t at) {
  static const Names<unsigned> days = [] {
    Names<unsigned> made;
    for (const words::DayName& one : words::kDayNames) made.emplace(key_of(one.name), one.day);
    return made;
  }();
  return find_name(days, pieces, at);
}

}  // namespace

std::optional<Found<Calendar>> find_calendar_mark(const Pieces& pieces, std::size_t at) {
  static const Names<Calendar> marks = [] {
    Names<Calendar> made;
    for (const words::CalendarMark& mark : words::kCalendarMarks) {
      made.emplace(key_of(mark.mark), mark.calendar);
    }
    return made;
  }();
  return find_name(marks, pieces, at);
}

std::optional<std::size_t> behind_attendant(const Pieces& pieces, std::size_t at) {
  static const Names<bool> attendants = [] {
    constexpr std::size_t kShort = 3;  // "sun"
    Names<bool> made;
    for (const auto& [name, day] : relative_date_words::kWeekdays) {
      made.emplace(key_of(name), true);
      if (u_isalpha(name.front())) made.emplace(name.substr(0, kShort), true);
    }
    for (const std::string_view word : words::kAttendants) made.emplace(key_of(word), true);
    return made;
  }();
  const auto found = find_name(attendants, pieces, at);
  return found ? std::optional(found->next) : std::nullopt;
}

bool is_filler(const Pieces& pieces, std::size_t at) {
  static const std::vector<std::string> fillers = [] {
    std::vector<std::string> made;
    made.reserve(words::kFillers.size());
    for (const std::string_view filler : words::kFillers) made.push_back(key_of(filler));
    return made;
  }();
  if (at >= pieces.size()) return false;
  if (pieces[at].kind == PieceKind::mark) return is_mark(pieces, at, "-/,.()");
  return pieces[at].kind == PieceKind::word &&
         std::find(fillers.begin(), fillers.end(), pieces[at].text) != fillers.end();
}

std::size_t behind_fillers(const Pieces& pieces, std::size_t at) {
  while (is_filler(pieces, at)) ++at;
  return at;
}

Pieces with_day_numbers(Pieces pieces) {
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (const auto month = find_month(pieces, at)) {
      at = month->next - 1;
      continue;
    }
    const auto day = find_day_name(pieces, at);
    if (!day || !find_month(pieces, behind_fillers(pieces, day->next))) continue;
    pieces[at] = {PieceKind::number, std::to_string(day->meaning)};
    const auto begin = pieces.begin() + static_cast<std::ptrdiff_t>(at);
    pieces.erase(begin + 1, pieces.begin() + static_cast<std::ptrdiff_t>(day->next));
  }
  return pieces;
}

}  // namespace khabar
