// SPDX-License-Identifier: GPL-2.0-or-later
// The letters of the query language: quotes, fields, operators, signs. For query_parser.cpp only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "searcher/query_fields.h"
#include "searcher/query_tree.h"

namespace khabar {

enum class QueryOperator : std::uint8_t { and_, or_, not_ };

/// Moves over a query from its begin to its end. Thread safety: thread-confined.
class QueryScanner {
 public:
  /// `query` must outlive it.
  explicit QueryScanner(std::string_view query) : query_(query) {}

  bool at_end() const { return at_ >= query_.size(); }
  std::size_t at() const { return at_; }
  char letter() const { return query_[at_]; }
  std::string_view text(std::size_t begin, std::size_t end) const {
    return query_.substr(begin, end - begin);
  }
  /// Where a part of the query begins in it.
  std::size_t offset_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - query_.data());
  }
  void step() { ++at_; }
  /// Whether the bytes [begin, end) are blanks and signs of direction.
  bool is_blank_text(std::size_t begin, std::size_t end) const;

  /// Blanks, line ends and the invisible signs that steer the direction of text.
  void skip_blanks();

  /// AND, OR or NOT, not moving on.
  std::optional<QueryOperator> peek_operator() const;
  /// Moves behind the operator if it is `wanted`; `begin` becomes its first byte.
  bool take_operator(QueryOperator wanted, std::size_t& begin);

  /// The sign of a word: + or -, for which phones and word processors write EN DASH and MINUS SIGN
  /// (not before a digit), and other engines ! (a fault). It counts at the start of a word only: a
  /// hyphen within one is text. A minus that is a dash of prose is no sign, and a fault: "-hafizahu
  /// allah-", which a later word closes, and those of a long text without any other operator. Wrong
  /// for: a query of more than twelve words that leaves one out; NOT does it there.
  QueryNeed take_sign();

  /// A known field with a value behind it, or nothing; that of the text is moved over.
  std::string_view take_field();
  /// Moves behind a Latin name that is no field, and its colon, where a value follows: titel:word,
  /// author:word. A fault. Not in long texts, nor addresses ("http://").
  void take_unknown_field();
  /// A known field without a value, a fault.
  bool take_empty_field();

  /// An operator of other engines by itself: ||, &&; NEAR/5, w/5, <->, <2>. A fault.
  bool take_foreign_operator();
  /// What other engines have behind a word or phrase: ~, ~2, ^2. A fault. See take_nearness(), too.
  void take_foreign_suffix();

  /// "~5" behind a phrase: how many other words may stand between its words, in digits of any
  /// script; 0 where there is none. Without a number it is left out, and a fault; at most kMaxNear.
  std::uint32_t take_nearness();

  /// "=" before a word or a quote.
  bool take_equals_sign();

  /// A quote, whether it is closed or not.
  bool take_opening_quote();

  /// What stands between quotes. The double quotes of all scripts close each other; angle quotes
  /// come in pairs, either way round. A quote that is not closed is a fault, and not taken.
  std::optional<std::string_view> take_quoted();

  /// Up to a blank, a bracket, a quote or a foreign suffix; one character at least, whatever it is.
  std::string_view take_word();
  /// Up to a blank or a closing bracket.
  std::string_view take_value();
  /// A range of dates that has blanks (range_with_blanks()), or nothing.
  std::string_view take_range();

  /// Notes what is wrong with the bytes [begin, end) and how it was read.
  void fault(NoteKind kind, std::size_t begin, std::size_t end) {
    fault({.kind = kind, .begin = begin, .end = end});
  }
  std::vector<QueryFault> take_faults() { return std::move(faults_); }

 private:
  void fault(QueryFault fault);
  bool is_blank(std::size_t at) const;
  bool is_separator(std::size_t at) const;
  bool starts_with(std::string_view text) const { return query_.substr(at_).starts_with(text); }
  std::size_t minus_bytes(std::size_t at) const;
  std::size_t foreign_suffix(std::string_view word) const;
  std::size_t behind_word(std::size_t at) const;
  FieldName field_at(std::size_t at);
  bool has_value(std::size_t name_bytes) const;
  bool is_short();
  bool closed_by_dash() const;
  bool is_pasted();

  std::string_view query_;
  std::size_t at_ = 0;
  std::array<bool, 5> not_closed_{};  // by kind of quote: none closes it up to the end
  std::optional<bool> pasted_;        // see is_pasted(); not known yet
  std::optional<bool> short_;         // see is_short()
  std::vector<QueryFault> faults_;
};

/// `word` without the punctuation of three scripts at its end.
std::string_view without_end_punctuation(std::string_view word);

}  // namespace khabar
