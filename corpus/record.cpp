// SPDX-License-Identifier: GPL-2.0-or-later
// Final checks of documents.
#include "corpus/record.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

#include "corpus/calendar.h"
#include "corpus/markup.h"

namespace khabar {
namespace {

// The tag of a language as sources write it: "AR" and "arabic" -> "ar", "fa_IR" -> "fa-ir", "per"
// -> "fa". Sources: ISO 639-1, 639-2 B and T, 639-3, and the English names. Others stay as they
// are.
std::string language_tag(std::string_view written) {
  std::string tag = lower_case(written);
  std::replace(tag.begin(), tag.end(), '_', '-');
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"ara", "ar"}, {"arb", "ar"},     {"arabic", "ar"}, {"fas", "fa"}, {"per", "fa"},
      {"pes", "fa"}, {"persian", "fa"}, {"farsi", "fa"},  {"urd", "ur"}, {"urdu", "ur"}};
  for (const auto& [name, known] : kNames) {
    if (tag.compare(0, primary, name) == 0) return tag.replace(0, primary, known);
  }
  return tag;
}

// Without blanks at the ends, nor what nobody sees: titles are pasted with a half space before
// them.
std::string_view without_unseen(std::string_view text) {
  // ZERO WIDTH NON-JOINER and SPACE, ZERO WIDTH NO-BREAK SPACE, NO-BREAK SPACE
  constexpr std::string_view kUnseen[] = {"\u200C", "\u200B", "\uFEFF", "\u00A0"};
  text = trimmed(text);
  for (std::size_t before = 0; before != text.size();) {
    before = text.size();
    for (const std::string_view one : kUnseen) {
      if (text.starts_with(one)) text.remove_prefix(one.size());
      if (text.ends_with(one)) text.remove_suffix(one.size());
    }
    text = trimmed(text);
  }
  return text;
}

void trim_in_place(std::string& text) {
  const std::string_view inner = without_unseen(text);
  if (inner.size() == text.size()) return;
  if (inner.empty()) {
    text.clear();
    return;
  }
  const auto begin = static_cast<std::size_t>(inner.data() - text.data());
  text.resize(begin + inner.size());
  text.erase(0, begin);
}

// &laquo; -> the quote, &amp;zwnj; -> ZERO WIDTH NON-JOINER: web pages' references come along in
// fields that are no markup, some encoded twice. Wrong for: an article that shows how HTML is
// written.
void decode_references(std::string& text) {
  constexpr int kTimes = 2;
  for (int i = 0; i < kTimes && text.find('&') != std::string::npos; ++i)
    text = decode_entities(text);
}

// At most so many bytes of a text, which is never cut inside a character.
std::string_view head_of(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// A value of the source in a message: short.
std::string quoted(std::string_view value) {
  constexpr std::size_t kMaxBytes = 60;
  if (value.size() <= kMaxBytes) return "\"" + std::string(value) + "\"";
  return "\"" + std::string(head_of(value, kMaxBytes)) + "...\"";
}

// An index of n bytes of text needs more than twenty times n of memory while it is written, and no
// article is so long: 4 MB are five novels.
void cut_long_text(Document& document, RecordPlace place, const ProblemHandler& on_problem) {
  constexpr std::size_t kMaxBytes = std::size_t{4} * 1024 * 1024;
  for (std::string* text : {&document.title, &document.body}) {
    if (text->size() <= kMaxBytes) continue;
    text->resize(head_of(*text, kMaxBytes).size());
    text->shrink_to_fit();
    if (on_problem) {
      on_problem({Severity::repaired, std::string(place.path), place.line,
                  "text longer than 4 MB was cut there (split it into documents)"});
    }
  }
}

// The day, in UTC, of ten digits (seconds since 1970) or thirteen (milliseconds), with or without a
// fraction: "1714550000" -> "2024-05-01". Wrong for: a date before September 2001 so written.
std::optional<std::string> day_since_1970(std::string_view text) {
  const std::string_view digits = text.substr(0, text.find('.'));
  if (digits.size() != 10 && digits.size() != 13) return std::nullopt;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (text.substr(digits.size()).find_first_not_of(".0123456789") != std::string_view::npos)
    return std::nullopt;
  constexpr std::int64_t kMilliseconds = 1000;
  if (digits.size() == 13) seconds /= kMilliseconds;
  const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(seconds)));
  const std::chrono::year_month_day date(day);
  const auto two = [](unsigned number) {
    return (number < 10 ? "-0" : "-") + std::to_string(number);
  };
  return std::to_string(static_cast<int>(date.year())) + two(static_cast<unsigned>(date.month())) +
         two(static_cast<unsigned>(date.day()));
}

// FNV-1a of 64 bits over the fields, a zero byte between them.
std::string id_of_content(const Document& document) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  const auto take = [&hash](unsigned char byte) { hash = (hash ^ byte) * 0x100000001B3U; };
  for (const std::string* text :
       {&document.source, &document.date, &document.title, &document.body}) {
    for (const char c : *text) take(static_cast<unsigned char>(c));
    take(0);
  }
  std::string id = "text-";
  constexpr std::string_view kHex = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) id += kHex[(hash >> shift) & 0xF];
  return id;
}

void read_date(Document& document, RecordPlace place, const ProblemHandler& on_problem) {
  if (document.date.empty()) return;
  std::optional<std::string> iso = day_since_1970(document.date);
  if (!iso) iso = parse_date(document.date);
  if (iso) {
    document.date = std::move(*iso);
    return;
  }
  if (on_problem) {
    on_problem({Severity::repaired, std::string(place.path), place.line,
                "unreadable date " + quoted(document.date) +
                    " left out (write it as 2025-11-16 or 1404/08/25)"});
  }
  document.date.clear();
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

bool complete_document(Document& document, RecordPlace place, std::string_view needs,
                       const ProblemHandler& on_problem) {
  for (std::string* text : {&document.title, &document.body, &document.source, &document.category})
    decode_references(*text);
  for (std::string* text : {&document.id, &document.title, &document.body, &document.language,
                            &document.date, &document.source, &document.category, &document.url}) {
    trim_in_place(*text);
  }
  if (document.title.empty() && document.body.empty()) {
    if (on_problem) {
      on_problem({Severity::skipped, std::string(place.path), place.line,
                  "no text in title or body (" + std::string(needs) + ")"});
    }
    return false;
  }
  document.language = language_tag(document.language);
  read_date(document, place, on_problem);
  cut_long_text(document, place, on_problem);
  if (document.id.empty()) document.id = document.url;
  if (document.id.empty()) document.id = id_of_content(document);
  return true;
}

bool complete_record(Record& record, RecordPlace place, std::string_view needs,
                     const ProblemHandler& on_problem) {
  if (trimmed(record.document.body).empty()) record.document.body = std::move(record.summary);
  return complete_document(record.document, place, needs, on_problem);
}

void set_origin(Document& document, const Origin& origin) {
  const bool made_of_content = document.id == id_of_content(document);
  if (!origin.source.empty()) document.source = origin.source;
  if (made_of_content)
    document.id = id_of_content(document);
  else if (document.id != document.url)
    document.id = origin.id_prefix + document.id;
}

std::string_view base_name(std::string_view path) {
  // In "news.tar!2025/a.txt" and in "news.zip!a.txt" alike, the member's own name counts.
  const auto cut = path.find_last_of("/!");
  std::string_view name = cut == std::string_view::npos ? path : path.substr(cut + 1);
  for (int extensions = 0; extensions < 2; ++extensions) {
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) break;
    name = name.substr(0, dot);
  }
  return name;
}

bool has_extension(std::string_view path, std::string_view extension) {
  const std::string lower = lower_case(path);
  std::string_view name = lower;
  for (std::string_view packed : {".gz", ".bz2", ".xz", ".lzma", ".zst"}) {
    if (name.ends_with(packed)) {
      name.remove_suffix(packed.size());
      break;
    }
  }
  return name.ends_with(extension);
}

}  // namespace khabar
