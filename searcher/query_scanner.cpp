// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_scanner.h"

#include <algorithm>
#include <utility>

#include "analyzers/characters.h"
#include "analyzers/utf8.h"
#include "searcher/date_ranges.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxWordLook = 256;  // bytes

// More are not told apart by anybody.
constexpr std::size_t kMaxFaults = 50;

// The words of an aside between dashes, at most: "-may God have mercy on him-".
constexpr std::size_t kMaxAside = 8;
// Nobody types so many words to leave one out; a pasted headline or sentence has them.
constexpr std::size_t kMaxTypedWords = 12;

// Any of these closes any of these: keyboards and word processors mix them.
constexpr std::array<std::string_view, 8> kDoubleQuotes = {
    "\"",
    "\u201C",  // LEFT DOUBLE QUOTATION MARK
    "\u201D",  // RIGHT DOUBLE QUOTATION MARK
    "\u201E",  // DOUBLE LOW-9 QUOTATION MARK
    "\u201F",  // DOUBLE HIGH-REVERSED-9 QUOTATION MARK
    "\u2033",  // DOUBLE PRIME
    "\u275D",  // HEAVY DOUBLE TURNED COMMA QUOTATION MARK ORNAMENT
    "\u275E",  // HEAVY DOUBLE COMMA QUOTATION MARK ORNAMENT
};
// Each closes the other of its pair.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kAngleQuotes = {{
    {"\u00AB", "\u00BB"},  // LEFT-, RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
    {"\u00BB", "\u00AB"},
    {"\u2039", "\u203A"},  // SINGLE LEFT-, RIGHT-POINTING ANGLE QUOTATION MARK
    {"\u203A", "\u2039"},
}};

constexpr std::array<std::string_view, 9> kEndPunctuation = {
    ",",      ";", ".", "?", "!",
    "\u060C",  // ARABIC COMMA
    "\u061B",  // ARABIC SEMICOLON
    "\u061F",  // ARABIC QUESTION MARK
    "\u06D4",  // ARABIC FULL STOP
};

// What may close an aside that a hyphen opens.
constexpr std::array<std::string_view, 3> kDashes = {
    "-",
    "\u2013",  // EN DASH
    "\u2014",  // EM DASH
};

// For which phones and word processors change a minus.
constexpr std::array<std::string_view, 2> kMinuses = {
    "\u2013",  // EN DASH
    "\u2212",  // MINUS SIGN
};

bool is_digit(char32_t c) { return character_class(c) == CharacterClass::digit; }

bool ends_with_digit(std::string_view word) {
  char32_t last = 0;
  for (std::size_t at = 0; at < word.size();) last = next_code_point(word, at);
  return is_digit(last);
}

// The double quote at the front of `text`; empty for none.
std::string_view double_quote(std::string_view text) {
  for (const std::string_view quote : kDoubleQuotes) {
    if (text.starts_with(quote)) return quote;
  }
  return {};
}

// Which of kAngleQuotes is at the front of `text`; their number for none.
std::size_t angle_quote(std::string_view text) {
  std::size_t at = 0;
  while (at < kAngleQuotes.size() && !text.starts_with(kAngleQuotes[at].first)) ++at;
  return at;
}

std::string_view any_quote(std::string_view text) {
  const std::size_t angle = angle_quote(text);
  return angle < kAngleQuotes.size() ? kAngleQuotes[angle].first : double_quote(text);
}

// Such marks alone: "-." ends an aside.
bool is_end_punctuation(std::string_view word) {
  const std::string_view first = without_end_punctuation(word);
  return std::ranges::find(kEndPunctuation, first) != kEndPunctuation.end();
}

constexpr std::uint32_t kNoNumber = 0xFFFFFFFF;

// Of digits of any script, signs of direction aside; a million for larger ones.
std::uint32_t number_in(std::string_view text) {
  constexpr std::uint32_t kLarge = 1'000'000;
  std::uint32_t number = kNoNumber;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (character_class(c) == CharacterClass::ignorable) continue;
    if (!is_digit(c)) return kNoNumber;
    number = std::min(kLarge, (number == kNoNumber ? 0 : 10 * number) + digit_value(c));
  }
  return number;
}

// Of other engines: NEAR/5, near/5, w/5, n/5, pre/5; <->, <2>.
bool is_nearness(std::string_view word) {
  if (word == "<->") return true;
  if (word.starts_with('<') && word.ends_with('>'))
    return number_in(word.substr(1, word.size() - 2)) != kNoNumber;
  const std::size_t slash = word.find('/');
  if (slash == std::string_view::npos || number_in(word.substr(slash + 1)) == kNoNumber)
    return false;
  constexpr std::array<std::string_view, 9> kNames = {"NEAR", "near", "ONEAR", "W",  "w",
                                                      "N",    "n",    "PRE",   "pre"};
  return std::ranges::find(kNames, word.substr(0, slash)) != kNames.end();
}

struct Closing {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
};

Closing find_double_quote(std::string_view text, std::size_t from) {
  // The bytes that a double quote begins with.
  for (; (from = text.find_first_of("\"\xE2", from)) != std::string_view::npos; ++from) {
    const std::string_view quote = double_quote(text.substr(from));
    if (!quote.empty()) return {from, quote.size()};
  }
  return {};
}

}  // namespace

std::string_view without_end_punctuation(std::string_view word) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : kEndPunctuation) {
      if (word.size() <= mark.size() || !word.ends_with(mark)) continue;
      word.remove_suffix(mark.size());
      more = true;
    }
  }
  return word;
}

bool QueryScanner::is_blank(std::size_t at) const {
  const CharacterClass kind = character_class(next_code_point(query_, at));
  return kind == CharacterClass::blank || kind == CharacterClass::line_end;
}

bool QueryScanner::is_separator(std::size_t at) const {
  return is_blank(at) || character_class(next_code_point(query_, at)) == CharacterClass::ignorable;
}

void QueryScanner::skip_blanks() {
  while (!at_end() && is_separator(at_)) next_code_point(query_, at_);
}

std::optional<QueryOperator> QueryScanner::peek_operator() const {
  constexpr std::array<std::pair<std::string_view, QueryOperator>, 3> kOperators = {
      {{"AND", QueryOperator::and_}, {"OR", QueryOperator::or_}, {"NOT", QueryOperator::not_}}};
  for (const auto& [name, op] : kOperators) {
    const std::size_t end = at_ + name.size();
    if (!starts_with(name)) continue;
    if (end == query_.size() || is_separator(end) || query_[end] == '(' || query_[end] == ')' ||
        !any_quote(query_.substr(end)).empty()) {
      return op;
    }
  }
  return std::nullopt;
}

bool QueryScanner::take_operator(QueryOperator wanted, std::size_t& begin) {
  skip_blanks();
  if (peek_operator() != wanted) return false;
  begin = at_;
  at_ += wanted == QueryOperator::or_ ? 2 : 3;
  return true;
}

// Of the minus at `at`, or what stands for it; 0 for none.
std::size_t QueryScanner::minus_bytes(std::size_t at) const {
  const std::string_view rest = query_.substr(at);
  if (rest.starts_with('-') || rest.starts_with('!')) return 1;
  const auto* const sign =
      std::ranges::find_if(kMinuses, [&](std::string_view one) { return rest.starts_with(one); });
  if (sign == kMinuses.end() || rest.size() == sign->size()) return 0;
  std::size_t next = at + sign->size();
  return is_digit(next_code_point(query_, next)) ? 0 : sign->size();
}

QueryNeed QueryScanner::take_sign() {
  const std::size_t minus = minus_bytes(at_);
  const std::size_t end = at_ + (letter() == '+' ? 1 : minus);
  const bool sign = end > at_ && end < query_.size() && !is_separator(end) &&
                    text(at_, end) != query_.substr(end, end - at_);
  if (!sign || is_end_punctuation(text(end, behind_word(at_)))) return QueryNeed::should;
  if (minus > 0 && (closed_by_dash() || is_pasted())) {
    if (letter() != '!') fault(NoteKind::dash_of_prose, at_, end);
    return QueryNeed::should;
  }
  if (letter() == '!') fault(NoteKind::exclamation_mark, at_, end);
  at_ = end;
  return minus == 0 ? QueryNeed::must : QueryNeed::must_not;
}

// Or in the middle of a word that is too long to be one.
std::size_t QueryScanner::behind_word(std::size_t at) const {
  const std::size_t most = std::min(query_.size(), at + kMaxWordLook);
  while (at < most && !is_blank(at)) next_code_point(query_, at);
  return at;
}

// Whether one of the next words ends with a dash: "-azza wa jall-", and before a comma too; not
// that of a span of years ("2011- 2015").
bool QueryScanner::closed_by_dash() const {
  std::size_t begin = at_;
  for (std::size_t words = 0; words < kMaxAside && begin < query_.size(); ++words) {
    const std::size_t end = behind_word(begin);
    std::string_view word = without_end_punctuation(text(begin, end));
    const auto* const dash = std::ranges::find_if(kDashes, [&](std::string_view one) {
      return word.size() > one.size() && word.ends_with(one);
    });
    for (begin = end; begin < query_.size() && is_separator(begin);) next_code_point(query_, begin);
    if (dash == kDashes.end()) continue;
    word.remove_suffix(dash->size());
    std::size_t next = begin;
    const bool span =
        ends_with_digit(word) && begin < query_.size() && is_digit(next_code_point(query_, next));
    if (!span) return true;
  }
  return false;
}

// Whether the query is a long text that holds no operator but such dashes. A pasted text may have
// quotes and brackets, but most of it stands outside.
bool QueryScanner::is_pasted() {
  if (pasted_) return *pasted_;
  std::size_t words = 0;
  bool operators = false;
  QueryScanner scan(query_);
  for (scan.skip_blanks(); !scan.at_end() && !operators; scan.skip_blanks()) {
    if (scan.take_quoted()) continue;
    const std::size_t begin = scan.at_ + minus_bytes(scan.at_);
    const std::size_t end = behind_word(scan.at_);
    operators = scan.peek_operator() || scan.letter() == '+' || !field_at(begin).field.empty() ||
                text(begin, end).ends_with('*');
    if (begin == scan.at_) ++words;
    scan.at_ = end;
  }
  pasted_ = !operators && words > kMaxTypedWords;
  return *pasted_;
}

// The known field at `at`. In long texts the words of other scripts are prose.
FieldName QueryScanner::field_at(std::size_t at) {
  const FieldName name = field_name_at(query_.substr(at));
  return name.other_script && !is_short() ? FieldName() : name;
}

bool QueryScanner::is_short() {
  if (short_) return *short_;
  std::size_t words = 0;
  for (std::size_t at = 0; at < query_.size() && words <= kMaxTypedWords;) {
    const std::size_t begin = at;
    while (at < query_.size() && !is_separator(at)) next_code_point(query_, at);
    if (at > begin) ++words;
    while (at < query_.size() && is_separator(at)) next_code_point(query_, at);
  }
  short_ = words <= kMaxTypedWords;
  return *short_;
}

bool QueryScanner::has_value(std::size_t name_bytes) const {
  const std::size_t value = at_ + name_bytes + 1;
  return value < query_.size() && !is_separator(value) && query_[value] != ')';
}

std::string_view QueryScanner::take_field() {
  const FieldName name = field_at(at_);
  if (name.field.empty() || !has_value(name.bytes)) return {};
  at_ += name.bytes + 1;
  return name.field == kTextField ? std::string_view() : name.field;
}

void QueryScanner::take_unknown_field() {
  const std::string_view rest = query_.substr(at_);
  const auto* const colon = std::find_if_not(rest.begin(), rest.end(), is_latin_letter);
  const std::string_view name = rest.substr(0, static_cast<std::size_t>(colon - rest.begin()));
  if (name.empty() || colon == rest.end() || *colon != ':' || !has_value(name.size())) return;
  if (rest.substr(name.size() + 1).starts_with('/') || !is_short()) return;
  if (!field_name_at(rest).field.empty()) return;
  const std::string_view nearest = nearest_field(name);
  const std::size_t end = at_ + name.size() + 1;
  fault({.kind = nearest.empty() ? NoteKind::unknown_field : NoteKind::misspelt_field,
         .begin = at_,
         .end = end,
         .name = std::string(name),
         .nearest = std::string(nearest)});
  at_ = end;
}

// "al-masdar: rutirz" is prose.
bool QueryScanner::take_empty_field() {
  const FieldName name = field_at(at_);
  if (name.field.empty() || has_value(name.bytes)) return false;
  const std::size_t end = at_ + name.bytes + 1;
  if (name.other_script) {
    fault(NoteKind::blank_behind_field, at_, end);
    return false;
  }
  fault(NoteKind::field_without_value, at_, end);
  at_ = end;
  return true;
}

bool QueryScanner::take_foreign_operator() {
  const std::string_view word = text(at_, behind_word(at_));
  NoteKind kind = NoteKind::double_bar;
  if (word == "&&") {
    kind = NoteKind::double_ampersand;
  } else if (is_nearness(word)) {
    kind = NoteKind::foreign_nearness;
  } else if (word != "||") {
    return false;
  }
  fault(kind, at_, at_ + word.size());
  at_ += word.size();
  return true;
}

// Where "~", "~2", "^2", "^0.5" begin at the end of `word`; its size where none does. A larger
// number, as misr~2018, is one to search for.
std::size_t QueryScanner::foreign_suffix(std::string_view word) const {
  constexpr std::size_t kMostDigits = 2;
  const std::size_t sign = word.find_last_not_of("0123456789.");
  if (sign == std::string_view::npos) return word.size();
  if (std::min(word.find('.', sign), word.size()) - sign > kMostDigits + 1) return word.size();
  const bool near = word[sign] == '~';
  const bool weight = word[sign] == '^' && sign + 1 < word.size();
  return near || weight ? sign : word.size();
}

void QueryScanner::take_foreign_suffix() {
  if (at_end() || (letter() != '~' && letter() != '^')) return;
  const std::string_view rest = text(at_, behind_word(at_));
  const std::size_t end = at_ + std::min(rest.size(), rest.find(')'));
  if (foreign_suffix(text(at_, end)) != 0) return;
  fault(letter() == '~' ? NoteKind::tilde_behind_word : NoteKind::caret_behind_word, at_, end);
  at_ = end;
}

std::uint32_t QueryScanner::take_nearness() {
  std::size_t begin = at_;
  while (begin < query_.size() && is_separator(begin) && !is_blank(begin))
    next_code_point(query_, begin);
  if (begin >= query_.size() || query_[begin] != '~') return 0;
  std::size_t end = begin + 1;
  while (end < query_.size() && !is_blank(end) && query_[end] != ')' && query_[end] != '^' &&
         any_quote(query_.substr(end)).empty())
    next_code_point(query_, end);
  const std::uint32_t words = number_in(without_end_punctuation(text(begin + 1, end)));
  if (words == kNoNumber) fault(NoteKind::nearness_without_number, begin, end);
  if (words != kNoNumber && words > kMaxNear) fault(NoteKind::nearness_too_wide, begin, end);
  at_ = end;
  return words == kNoNumber ? 0 : std::min(words, kMaxNear);
}

bool QueryScanner::is_blank_text(std::size_t begin, std::size_t end) const {
  while (begin < end && is_separator(begin)) next_code_point(query_, begin);
  return begin >= end;
}

bool QueryScanner::take_equals_sign() {
  const bool sign = query_[at_] == '=' && at_ + 1 < query_.size() && !is_separator(at_ + 1) &&
                    query_[at_ + 1] != '(' && query_[at_ + 1] != ')';
  if (sign) ++at_;
  return sign;
}

bool QueryScanner::take_opening_quote() {
  const std::string_view open = any_quote(query_.substr(at_));
  at_ += open.size();
  return !open.empty();
}

std::optional<std::string_view> QueryScanner::take_quoted() {
  const std::string_view open = any_quote(query_.substr(at_));
  if (open.empty()) return std::nullopt;
  const std::size_t angle = angle_quote(open);
  bool& not_closed = not_closed_[angle];
  const std::size_t begin = at_ + open.size();
  Closing closing;
  if (!not_closed) {
    const std::string_view other =
        angle < kAngleQuotes.size() ? kAngleQuotes[angle].second : std::string_view();
    closing = other.empty() ? find_double_quote(query_, begin)
                            : Closing{query_.find(other, begin), other.size()};
  }
  if (closing.at == std::string_view::npos) {
    not_closed = true;
    fault(NoteKind::open_quote, at_, begin);
    return std::nullopt;
  }
  if (closing.at == begin) {
    fault(NoteKind::empty_quotes, at_, begin + closing.size);
  }
  at_ = closing.at + closing.size;
  return query_.substr(begin, closing.at - begin);
}

std::string_view QueryScanner::take_word() {
  const std::size_t begin = at_;
  next_code_point(query_, at_);
  while (!at_end() && !is_blank(at_) && query_[at_] != '(' && query_[at_] != ')' &&
         any_quote(query_.substr(at_)).empty()) {
    next_code_point(query_, at_);
  }
  const std::size_t suffix = foreign_suffix(query_.substr(begin, at_ - begin));
  if (suffix > 0) at_ = begin + suffix;
  return query_.substr(begin, at_ - begin);
}

std::string_view QueryScanner::take_range() {
  const std::string_view range = range_with_blanks(query_.substr(at_));
  at_ += range.size();
  return range;
}

std::string_view QueryScanner::take_value() {
  const std::size_t begin = at_;
  while (!at_end() && !is_blank(at_) && query_[at_] != ')') next_code_point(query_, at_);
  return query_.substr(begin, at_ - begin);
}

void QueryScanner::fault(QueryFault fault) {
  if (faults_.size() < kMaxFaults) faults_.push_back(std::move(fault));
}

}  // namespace khabar
