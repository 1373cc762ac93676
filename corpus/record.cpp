// SPDX-License-Identifier: GPL-2.0-or-later
// Field names and final checks of documents.
#include "corpus/record.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "corpus/calendar.h"
#include "corpus/markup.h"

namespace khabar {
namespace {

struct FieldName {
  std::string_view name;
  std::string Document::*field;
};

// The first eight are khabar's own; the others are what TREC collections, feeds and dumps use.
constexpr std::array kFieldNames = {
    FieldName{"id", &Document::id},
    FieldName{"title", &Document::title},
    FieldName{"body", &Document::body},
    FieldName{"lang", &Document::language},
    FieldName{"date", &Document::date},
    FieldName{"source", &Document::source},
    FieldName{"category", &Document::category},
    FieldName{"url", &Document::url},
    FieldName{"docno", &Document::id},
    FieldName{"docid", &Document::id},
    FieldName{"doc_id", &Document::id},
    FieldName{"headline", &Document::title},
    FieldName{"text", &Document::body},
    FieldName{"content", &Document::body},
    FieldName{"contents", &Document::body},
    FieldName{"language", &Document::language},
    FieldName{"published", &Document::date},
    FieldName{"publish_date", &Document::date},
    FieldName{"published_at", &Document::date},
    FieldName{"pubdate", &Document::date},
    FieldName{"datetime", &Document::date},
    FieldName{"publisher", &Document::source},
    FieldName{"section", &Document::category},
    FieldName{"cat", &Document::category},
    FieldName{"link", &Document::url},
};

bool same_ignoring_case(std::string_view given, std::string_view lower) {
  if (given.size() != lower.size()) return false;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const char c = given[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c) != lower[i]) return false;
  }
  return true;
}

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

void trim_in_place(std::string& text) {
  const std::string_view inner = trimmed(text);
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

void read_date(Document& document, RecordPlace place, const ProblemHandler& on_problem) {
  if (document.date.empty()) return;
  if (std::optional<std::string> iso = parse_date(document.date)) {
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

std::string* field_named(Document& document, std::string_view name) {
  for (const FieldName& known : kFieldNames) {
    if (same_ignoring_case(name, known.name)) return &(document.*known.field);
  }
  return nullptr;
}

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
  for (const FieldName& own : std::span(kFieldNames).first(8)) trim_in_place(document.*own.field);
  std::string missing;
  if (document.id.empty()) missing = "missing field \"id\"";
  if (document.title.empty() && document.body.empty()) {
    missing += missing.empty() ? "no text in title or body" : " and no text in title or body";
  }
  if (!missing.empty()) {
    if (on_problem) {
      on_problem({Severity::skipped, std::string(place.path), place.line,
                  missing + " (" + std::string(needs) + ")"});
    }
    return false;
  }
  document.language = language_tag(document.language);
  read_date(document, place, on_problem);
  cut_long_text(document, place, on_problem);
  return true;
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
