// SPDX-License-Identifier: GPL-2.0-or-later
// What the reader of results should know about them, before it is put into words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace khabar {

/// What there is to tell; note_words.cpp has the sentences, in this order.
enum class NoteKind : std::uint8_t {
  // Of the words.
  translated,          ///< `found` for the words of `language`.
  missing_translated,  ///< The same where no article has `asked`.
  spelled_otherwise,   ///< No article has `asked`, and some the name in the letters of `found`.
  in_other_languages,
  meant_in_language,  ///< Read by another language; in `language` the words mean `found`.
  more_in_language,   ///< `number` of the results are in `language`, and none of the first.
  many_in_language,   ///< The same of more than `number`.
  some_of_the_words,
  without_quotes,  ///< Nothing has the phrases; `found` is the query with their words alone.
  in_quotes,       ///< The word is only a part of others; `found` is the query that finds these.
  too_many_words,
  words_too_long,
  phrase_too_long,
  letters_too_common,
  form_excluded,    ///< A form or spelling of a wanted word.
  wanted_excluded,  ///< The wanted word itself.
  too_many_stars,
  too_many_near,
  wide_star,
  // Of the filters.
  source_taken,
  category_taken,
  no_such_source,
  other_sources,  ///< The same, with some that there are.
  no_such_category,
  other_categories,
  no_such_id,
  last_of_its_name,  ///< A month without a year: that of the last year in the index.
  dates_outside,     ///< None of `days` may be in the index.
  too_many_filters,
  // Faults: what looks like an operator and can be none.
  query_too_long,
  closing_bracket,
  open_bracket,
  empty_brackets,
  deep_brackets,
  open_quote,
  empty_quotes,
  bare_operator,
  minus_behind_sign,
  minus_before_blank,
  dash_of_prose,
  star_in_quotes,
  wildcard_in_word,  ///< "*" or "?"
  field_without_value,
  unknown_field,
  misspelt_field,      ///< `asked` is none; `found` is the nearest.
  blank_behind_field,  ///< Behind its Arabic or Persian name.
  exclamation_mark,
  double_bar,
  double_ampersand,
  foreign_nearness,  ///< NEAR/5, w/5, <->
  tilde_behind_word,
  caret_behind_word,
  nearness_without_number,
  nearness_too_wide,
  // Errors: why there is no result. Of an address.
  no_article,
  no_page,
  address_too_long,
  // Of a query, its filters and the address that holds them.
  no_words,
  misplaced_sign,    ///< A fault, where it is an error.
  unknown_language,  ///< `found` are known.
  unreadable_date,   ///< `found`: how to write one.
  unreadable_range,  ///< The same.
  no_such_date,
  dates_reversed,
  bad_parameter,  ///< Of the address.
  // Of the server.
  unreadable_index,
  internal_error
};

/// Days [first, last], ISO 8601. Of a note, empty where there is no end.
struct DateSpan {
  std::string first;
  std::string last;
  bool operator==(const DateSpan&) const = default;
};

/// Thread safety: thread-compatible.
struct Note {
  NoteKind kind = NoteKind::translated;
  std::vector<std::string> asked = {};  ///< What it is about; words are folded. UTF-8.
  std::vector<std::string> typed = {};  ///< The same words as in the query, for its reader.
  /// What stands for it in the index: of each word or value those that mean the same.
  std::vector<std::vector<std::string>> found = {};
  std::size_t number = 0;     ///< A limit; or how many more than `found` there are.
  std::string language = {};  ///< Tag: "ar", "fa", "en".
  DateSpan days = {};         ///< That are meant.
  DateSpan indexed = {};      ///< Those of the first and the last article.
  /// However it was typed.
  bool operator==(const Note& other) const {
    return kind == other.kind && asked == other.asked && found == other.found &&
           number == other.number && language == other.language && days == other.days;
  }
};

/// For terminals and programs: no article has "x"; read as Persian: y. A fault with what was done:
/// "a quote that is not closed: it was left out". Thread safety: thread-safe, as all here.
std::string in_english(const Note& note);
std::vector<std::string> in_english(const std::vector<Note>& notes);

/// A fault without what was done, for where it is an error.
std::string fault_in_english(const Note& fault);

}  // namespace khabar
