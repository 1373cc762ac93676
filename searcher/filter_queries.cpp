// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/filter_queries.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "analyzers/arabic_letters.h"
#include "analyzers/language.h"
#include "analyzers/utf8.h"
#include "indexer/addresses.h"
#include "indexer/schema.h"
#include "searcher/date_ranges.h"
#include "searcher/filter_values.h"
#include "searcher/page_words.h"

namespace khabar {
namespace {

using arabic_letters::kArticle;

constexpr std::size_t kMaxFilters = 100;
// Of what a message quotes.
constexpr std::size_t kMaxShownBytes = 100;
// Values of filters that no document has: so many are told of.
constexpr std::size_t kMaxUnknownValues = 3;
// Looks at all values of a field for what one is meant to be.
constexpr std::size_t kMaxLooks = 10;
constexpr std::size_t kMaxShownValues = 5;
// Of which July is looked for.
constexpr int kMostYears = 40;
// What a date may be, for whoever wrote none; with al-yawm, al-usbu' al-madi, emruz, hafte-ye
// gozashte.
std::vector<std::vector<std::string>> dates_to_write() {
  return {{"2025-03-02", "2025-03", "2025"},
          {"1404/07/20", "1404/07"},
          {"1447/05/25"},
          {"today", "last week"},
          {"\u0627\u0644\u064A\u0648\u0645",
           "\u0627\u0644\u0623\u0633\u0628\u0648\u0639-\u0627\u0644\u0645\u0627\u0636\u064A"},
          {"\u0627\u0645\u0631\u0648\u0632",
           "\u0647\u0641\u062A\u0647-\u06AF\u0630\u0634\u062A\u0647"}};
}

// "2025-03-02" -> "20250302", as kDateSlot has it.
std::string date_value(std::string iso_date) {
  std::erase(iso_date, '-');
  return iso_date;
}

std::string_view prefix_of(std::string_view field) {
  return field == "source" ? kSourcePrefix : kCategoryPrefix;
}

// A name of a language in one spelling, without the article and the ending of al-lugha al-`arabiya.
std::string language_key(std::string_view name) {
  using arabic_letters::kHeh;
  std::string key = filter_key(name);
  if (key.starts_with(kArticle)) key.erase(0, kArticle.size());
  if (key.ends_with(kHeh)) key.resize(key.size() - kHeh.size());
  return key;
}

// By its name in English, Arabic or Persian: "Persian", farsi, al-`arabiya".
const Language* language_named(std::string_view name) {
  const std::string key = language_key(name);
  for (const Language* one : all_languages()) {
    for (const std::string_view reader : {"en", "ar", "fa"}) {
      if (language_key(page_words(reader).language(one->tag)) == key) return one;
    }
  }
  return nullptr;
}

// Capitals make no difference, as in the other filters.
Xapian::Query by_language(const std::string& tag, std::size_t begin, std::size_t end) {
  const Language* found = find_language(tag);
  if (found == nullptr) found = language_named(tag);
  if (found == nullptr) {
    std::vector<std::string> known;
    for (const Language* one : all_languages()) known.emplace_back(one->tag);
    throw QueryError(
        Note{.kind = NoteKind::unknown_language, .asked = {tag}, .found = {std::move(known)}},
        begin, end);
  }
  return Xapian::Query(word_term(kLanguagePrefix, found->tag));
}

}  // namespace

Xapian::Query days_between(const DateSpan& days) {
  return {Xapian::Query::OP_VALUE_RANGE, kDateSlot, date_value(days.first), date_value(days.last)};
}

DateSpan dated_days(const Xapian::Database& index) {
  return {iso_date(index.get_value_lower_bound(kDateSlot)),
          iso_date(index.get_value_upper_bound(kDateSlot))};
}

std::string group_of_filter(const QueryNode& filter) {
  const std::string_view text = filter.text;
  if (filter.field != "date" || !is_comparison(text)) return filter.field;
  return filter.field + (date_ends(text, nullptr).first.empty() ? " until" : " since");
}

Xapian::Query FilterQueries::of(const QueryNode& node) {
  if (filters_ == kMaxFilters) {
    notes_.note({.kind = NoteKind::too_many_filters, .number = kMaxFilters});
    return {};
  }
  ++filters_;
  if (node.field == "date") return dates(node.text, node.begin, node.end);
  if (node.field == "lang") return by_language(node.text, node.begin, node.end);
  if (node.field == "id") return by_id(node.text);
  return by_key(node.field, node.text);
}

// Letter for letter; or the address.
Xapian::Query FilterQueries::by_id(const std::string& text) {
  std::string term = id_term(text);
  const auto is_known = [&] {
    return vocabulary_ == nullptr || vocabulary_->database().term_exists(term);
  };
  if (!is_known() && is_address(text)) term = address_term(text);
  if (!is_known())
    notes_.note(
        {.kind = NoteKind::no_such_id, .asked = {std::string(safe_prefix(text, kMaxShownBytes))}});
  return Xapian::Query(term);
}

// `field` is source or category.
Xapian::Query FilterQueries::by_key(std::string_view field, std::string_view value) {
  const std::string key = filter_key(value);
  const std::string term = word_term(prefix_of(field), key);
  const bool known =
      vocabulary_ == nullptr || (!key.empty() && vocabulary_->database().term_exists(term));
  if (!known) {
    const Xapian::Database& index = vocabulary_->database();
    if (Xapian::Query meant = by_what_is_meant(field, value, index); !meant.empty()) return meant;
    if (unknown_values_++ < kMaxUnknownValues)
      notes_.note(no_such_value(field, safe_prefix(value, kMaxShownBytes), index));
  }
  // A value without a letter belongs to no document.
  return key.empty() ? Xapian::Query::MatchNothing : Xapian::Query(term);
}

// Any of the values that are meant by one that no document has; an empty query where none is.
Xapian::Query FilterQueries::by_what_is_meant(std::string_view field, std::string_view value,
                                              const Xapian::Database& database) {
  if (looks_ == kMaxLooks) return {};
  ++looks_;
  const std::vector<FilterValue> values = values_meant(field, value, database);
  if (values.empty()) return {};
  std::vector<Xapian::Query> parts;
  FilterReading reading{std::string(field), std::string(safe_prefix(value, kMaxShownBytes)), {}};
  for (const FilterValue& one : values) {
    parts.emplace_back(word_term(prefix_of(field), one.key));
    reading.taken.push_back(one.text);
  }
  std::vector<std::string> shown = reading.taken;
  shown.resize(std::min(kMaxShownValues, shown.size()));
  notes_.note({.kind = field == "source" ? NoteKind::source_taken : NoteKind::category_taken,
               .asked = {reading.asked},
               .found = {shown},
               .number = values.size() - shown.size()});
  readings_.push_back(std::move(reading));
  return any_of(parts);
}

DateSpan FilterQueries::read_date(const std::string& text, std::size_t begin, std::size_t end) {
  Note why{.kind = NoteKind::unreadable_date,
           .asked = {std::string(safe_prefix(text, kMaxShownBytes))},
           .found = dates_to_write()};
  try {
    std::optional<DateSpan> span;
    if (request_.read_date != nullptr) span = request_.read_date(text);
    if (span) return in_index(*span, text);
    if (begin < end && text.find_first_of("[]{}<>=+~*,/") != std::string::npos) {
      why.kind = NoteKind::unreadable_range;
      why.found = {{"2025-01..2025-03", "2025-01..", "..2025-03"}};
    }
  } catch (const std::invalid_argument& error) {
    const std::string message =
        "cannot read the date \"" + why.asked.front() + "\": " + error.what();
    throw QueryError(Note{.kind = NoteKind::no_such_date, .asked = why.asked}, message, begin, end);
  }
  throw QueryError(why, begin, end);
}

// July is the last one that the index has, where the latest of all is behind its articles.
DateSpan FilterQueries::in_index(const DateSpan& span, const std::string& text) {
  const DateSpan indexed = indexed_days();
  if (indexed.last.empty() || span.first <= indexed.last || request_.read_yearly_date == nullptr)
    return span;
  for (int earlier = 0; earlier < kMostYears; ++earlier) {
    const auto last = request_.read_yearly_date(text, indexed.last, earlier);
    if (!last || last->last < indexed.first) break;
    if (vocabulary_->count(days_between(*last), 1) == 0) continue;
    notes_.note(
        {.kind = NoteKind::last_of_its_name, .asked = {text}, .days = *last, .indexed = indexed});
    return *last;
  }
  return span;
}

DateSpan FilterQueries::indexed_days() const {
  return vocabulary_ == nullptr ? DateSpan() : dated_days(vocabulary_->database());
}

Xapian::Query FilterQueries::dates(const std::string& text, std::size_t begin, std::size_t end) {
  const auto is_date = [&](const std::string& one) {
    try {
      return request_.read_date != nullptr && request_.read_date(one).has_value();
    } catch (const std::invalid_argument&) {
      return false;
    }
  };
  const DateEnds ends = date_ends(text, is_date);
  Xapian::Query days = date_range(ends.first, ends.last, begin, end);
  if (ends.without_first) days = without_days(days, ends.first, begin, end);
  if (ends.without_last) days = without_days(days, ends.last, begin, end);
  return days;
}

Xapian::Query FilterQueries::without_days(const Xapian::Query& days, const std::string& text,
                                          std::size_t begin, std::size_t end) {
  return {Xapian::Query::OP_AND_NOT, days, days_between(read_date(text, begin, end))};
}

Xapian::Query FilterQueries::date_range(const std::string& first, const std::string& last,
                                        std::size_t begin, std::size_t end) {
  DateSpan days;
  if (!first.empty()) days.first = read_date(first, begin, end).first;
  if (!last.empty()) days.last = read_date(last, begin, end).last;
  if (!last.empty() && days.last < days.first)
    throw QueryError(Note{.kind = NoteKind::dates_reversed}, begin, end);
  note_days_outside(first, last, days);
  const std::string from = first.empty() ? "0" : date_value(days.first);
  if (last.empty()) return {Xapian::Query::OP_VALUE_GE, kDateSlot, from};
  return {Xapian::Query::OP_VALUE_RANGE, kDateSlot, from, date_value(days.last)};
}

void FilterQueries::note_days_outside(const std::string& first, const std::string& last,
                                      const DateSpan& days) {
  const DateSpan indexed = indexed_days();
  const bool before = !days.last.empty() && days.last < indexed.first;
  const bool behind = !indexed.last.empty() && days.first > indexed.last;
  if (!before && !behind) return;
  Note note{.kind = NoteKind::dates_outside, .days = days, .indexed = indexed};
  if (!first.empty()) note.asked.push_back(first);
  if (!last.empty() && last != first) note.asked.push_back(last);
  notes_.note(std::move(note));
}

std::vector<Xapian::Query> FilterQueries::of_request() {
  std::vector<Xapian::Query> filters;
  if (!request_.id.empty()) filters.push_back(by_id(request_.id));
  if (!request_.source.empty()) filters.push_back(by_key("source", request_.source));
  if (!request_.category.empty()) filters.push_back(by_key("category", request_.category));
  if (!request_.since.empty() || !request_.until.empty()) {
    filters.push_back(date_range(request_.since, request_.until, 0, 0));
  }
  if (request_.language != "auto") {
    const Xapian::Query wanted = by_language(request_.language, 0, 0);
    if (request_.filter_language && !request_.cross_language) {
      // Documents whose language nobody knows stay in.
      const Xapian::Query unknown(word_term(kLanguagePrefix, fallback_language().tag));
      filters.emplace_back(Xapian::Query::OP_OR, wanted, unknown);
    }
  }
  return filters;
}

}  // namespace khabar
