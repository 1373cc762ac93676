// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analyzers/utf8.h"
#include "searcher/query_scanner.h"

namespace khabar {
namespace {

// "tr?mp"; not in an address, "/?p=7", and not at the end, where it is a question's.
std::size_t question_mark_within(std::string_view word) {
  const std::size_t at = word.find('?');
  const bool within = at > 0 && at + 1 < word.size() && word.find('/') == std::string_view::npos;
  return within ? at : std::string_view::npos;
}

// Deeper brackets are read as if they were not there: nobody means them, and they must not exhaust
// the stack.
constexpr int kMaxDepth = 32;

class Parser {
 public:
  explicit Parser(std::string_view query) : scan_(safe_prefix(query, kMaxQueryBytes)) {
    if (query.size() > kMaxQueryBytes) {
      scan_.fault(NoteKind::query_too_long, safe_prefix(query, kMaxQueryBytes).size(),
                  query.size());
    }
  }

  ParsedQuery parse() {
    ParsedQuery parsed;
    parsed.root = alternatives(0);
    if (!scan_.at_end()) {
      // A closing bracket that nobody opened ended the tree too early: go on behind it. One group
      // for all such parts, for a tree that is deeper with each of them would exhaust the stack.
      QueryNode all = make_group();
      append(all, std::move(parsed.root));
      while (!scan_.at_end()) {
        scan_.fault(NoteKind::closing_bracket, scan_.at(), scan_.at() + 1);
        scan_.step();
        append(all, alternatives(0));
      }
      parsed.root = std::move(all);
    }
    parsed.all_documents = all_documents_;
    parsed.faults = scan_.take_faults();
    std::ranges::stable_sort(parsed.faults, {}, &QueryFault::begin);
    return parsed;
  }

 private:
  static QueryNode make_group() { return QueryNode{}; }

  static bool is_empty(const QueryNode& node) {
    return node.children.empty() &&
           (node.kind == QueryKind::group || node.kind == QueryKind::any_of);
  }

  static void append(QueryNode& group, QueryNode child) {
    if (is_empty(child)) return;
    group.begin = group.children.empty() ? child.begin : std::min(group.begin, child.begin);
    group.end = std::max(group.end, child.end);
    group.children.push_back(std::move(child));
  }

  // An operator of so many letters at `begin` that has nothing on one side.
  void lonely_operator(std::size_t begin, std::size_t letters) {
    scan_.fault(NoteKind::bare_operator, begin, begin + letters);
  }

  // alternatives := conjunction (OR conjunction)*
  QueryNode alternatives(int depth) {
    QueryNode any;
    any.kind = QueryKind::any_of;
    QueryNode part = conjunction(depth);
    bool lonely = is_empty(part);
    append(any, std::move(part));
    for (std::size_t begin = 0; scan_.take_operator(QueryOperator::or_, begin);) {
      part = conjunction(depth);
      if (lonely || is_empty(part)) lonely_operator(begin, 2);
      lonely = false;
      append(any, std::move(part));
    }
    if (any.children.size() == 1) return std::move(any.children.front());
    return any;
  }

  // conjunction := group (AND group)*
  QueryNode conjunction(int depth) {
    QueryNode all = make_group();
    std::size_t begin = 0;
    bool behind_and = false;
    for (bool more = true; more; behind_and = true) {
      QueryNode part = group(depth);
      const bool empty = is_empty(part);
      if (empty && behind_and) lonely_operator(begin, 3);
      add_conjunct(all, std::move(part));
      more = scan_.take_operator(QueryOperator::and_, begin);
      if (more && empty && !behind_and) lonely_operator(begin, 3);
    }
    const bool plain = all.children.size() == 1 && all.children.front().need == QueryNeed::must;
    if (!plain) {
      for (QueryNode& part : all.children) require_words(part);
      return all;
    }
    QueryNode only = std::move(all.children.front());
    only.need = QueryNeed::should;
    return only;
  }

  // So that a AND b is +a +b.
  static void require_words(QueryNode& part) {
    if (part.kind != QueryKind::group || part.children.size() != 1) return;
    QueryNode& only = part.children.front();
    if (only.kind != QueryKind::text || only.need != QueryNeed::should) return;
    only.need = part.need;
    part = QueryNode(std::move(only));
  }

  // What only leaves something out is no condition of its own: a AND NOT b is a without b.
  static void add_conjunct(QueryNode& all, QueryNode part) {
    const bool excludes = std::ranges::all_of(
        part.children, [](const QueryNode& child) { return child.need == QueryNeed::must_not; });
    if (!excludes) {
      part.need = QueryNeed::must;
      append(all, std::move(part));
      return;
    }
    for (QueryNode& child : part.children) append(all, std::move(child));
  }

  // group := item*, up to AND or OR, a closing bracket or the end
  QueryNode group(int depth) {
    QueryNode result = make_group();
    for (;;) {
      scan_.skip_blanks();
      if (scan_.at_end() || scan_.letter() == ')') break;
      const auto next = scan_.peek_operator();
      if (next && next != QueryOperator::not_) break;
      add_item(result, depth);
    }
    return result;
  }

  // Whether nothing that can be negated follows.
  bool nothing_to_negate() {
    scan_.skip_blanks();
    return scan_.at_end() || scan_.letter() == ')' || scan_.peek_operator();
  }

  // item := [NOT] [sign] [field] operand. NOT is the sign - with a name.
  void add_item(QueryNode& group, int depth) {
    std::size_t begin = scan_.at();
    QueryNeed need = QueryNeed::should;
    // The sign of a field without a value is that of what follows: -title: word.
    do {
      const bool negated = scan_.take_operator(QueryOperator::not_, begin);
      if (negated && nothing_to_negate()) return lonely_operator(begin, 3);
      if (const QueryNeed sign = scan_.take_sign(); sign != QueryNeed::should) need = sign;
      if (negated) need = QueryNeed::must_not;
      if (!scan_.take_empty_field()) break;
      if (need == QueryNeed::should || nothing_to_negate()) return;
    } while (true);
    if (scan_.take_foreign_operator()) return;
    scan_.take_unknown_field();
    std::string_view field = scan_.take_field();
    if (field.empty()) field = filter_;
    check_minus(need != QueryNeed::should || field == "title", begin);
    if (field.empty() && take_all()) {
      all_documents_ = all_documents_ || need != QueryNeed::must_not;
      return;
    }
    std::optional<QueryNode> item = operand(field, depth);
    if (!item) return;
    scan_.take_foreign_suffix();
    item->begin = begin;
    item->end = scan_.at();
    if (need != QueryNeed::should) item->need = need;
    if (!extend_text(group, *item)) append(group, std::move(*item));
  }

  // "*" or "*:*" by itself, which other engines have for all documents.
  bool take_all() {
    if (scan_.at_end() || scan_.letter() != '*') return false;
    QueryScanner ahead = scan_;
    const std::string_view word = ahead.take_word();
    if (word != "*" && word != "*:*") return false;
    scan_ = ahead;
    return true;
  }

  // A minus is a sign only at the head of an item, and before a word.
  void check_minus(bool behind_another, std::size_t begin) {
    if (scan_.at_end() || scan_.letter() != '-') return;
    const std::size_t at = scan_.at();
    if (behind_another) {
      scan_.fault(NoteKind::minus_behind_sign, at, at + 1);
    } else if (begin == 0 && scan_.text(at, at + 2) == "- ") {
      scan_.fault(NoteKind::minus_before_blank, at, at + 1);
    }
  }

  // Words side by side are one text: the analyzer must see them together (a Persian plural after a
  // blank).
  bool extend_text(QueryNode& group, const QueryNode& item) const {
    const auto plain = [](const QueryNode& node) {
      return node.kind == QueryKind::text && node.need == QueryNeed::should && node.field.empty();
    };
    if (group.children.empty() || !plain(item) || !plain(group.children.back())) return false;
    QueryNode& last = group.children.back();
    const std::size_t gap = last.in_query(last.text.size());
    const auto [nothing, next] = item.pieces.front();
    if (scan_.is_blank_text(gap, next)) {
      last.text += scan_.text(gap, next);
    } else {
      last.text += ' ';
      last.pieces.emplace_back(last.text.size(), next);
    }
    last.text += item.text;
    last.end = group.end = item.end;
    return true;
  }

  std::optional<QueryNode> operand(std::string_view field, int depth) {
    const bool filter = !field.empty() && field != "title";
    const bool equals = !filter && scan_.take_equals_sign();
    const std::size_t begin = scan_.at();
    if (const auto quoted = scan_.take_quoted()) {
      if (quoted->empty()) return std::nullopt;
      if (!filter && quoted->find('*') != std::string_view::npos) {
        scan_.fault(NoteKind::star_in_quotes, begin, scan_.at());
      }
      QueryNode node = leaf(equals ? QueryKind::exact_phrase : QueryKind::phrase, field, *quoted);
      if (filter) {
        node.kind = QueryKind::filter;
      } else {
        node.need = QueryNeed::must;
        node.near = scan_.take_nearness();
      }
      return node;
    }
    if (scan_.letter() == '(') return brackets(field, depth);
    if (filter) return leaf(QueryKind::filter, field, filter_value(field));
    return word(field, equals);
  }

  // "date:2025-01.." has no end, whereas "source:irna." ends a sentence.
  std::string_view filter_value(std::string_view field) {
    if (field == "date") {
      if (const std::string_view range = scan_.take_range(); !range.empty()) return range;
    }
    const std::string_view value = scan_.take_value();
    if (field == "date" && value.ends_with("..") && !value.ends_with("...")) return value;
    return without_end_punctuation(value);
  }

  // `text` is a part of the query.
  QueryNode leaf(QueryKind kind, std::string_view field, std::string_view text) const {
    QueryNode node;
    node.kind = kind;
    node.field = field;
    node.text = std::string(text);
    node.pieces.emplace_back(0, scan_.offset_of(text));
    return node;
  }

  std::optional<QueryNode> brackets(std::string_view field, int depth) {
    const std::size_t begin = scan_.at();
    scan_.step();
    if (depth >= kMaxDepth) {
      scan_.fault(NoteKind::deep_brackets, begin, begin + 1);
      return std::nullopt;
    }
    const std::string_view filter_before = filter_;
    filter_ = field == "title" ? std::string_view() : field;
    QueryNode node = alternatives(depth + 1);
    filter_ = filter_before;
    if (!scan_.at_end()) {
      scan_.step();  // the closing bracket
      if (is_empty(node)) scan_.fault(NoteKind::empty_brackets, begin, scan_.at());
    } else {
      scan_.fault(NoteKind::open_bracket, begin, begin + 1);
    }
    if (is_empty(node)) return std::nullopt;
    if (field == "title") set_field(node, field);
    return node;
  }

  static void set_field(QueryNode& node, std::string_view field) {
    if (node.kind != QueryKind::filter) node.field = field;
    for (QueryNode& child : node.children) set_field(child, field);
  }

  // "#na_be_e'dam": its words stand side by side.
  static bool is_hashtag_of_words(std::string_view text) {
    constexpr std::string_view kSign = "#";
    const std::size_t joint = text.find('_');
    return text.starts_with(kSign) && joint != std::string_view::npos && joint > kSign.size() &&
           joint + 1 < text.size();
  }

  QueryNode word(std::string_view field, bool exact) {
    const std::size_t begin = scan_.at();
    const std::string_view typed = scan_.take_word();
    std::string_view text = without_end_punctuation(typed);
    const std::size_t star = std::min(text.find('*'), question_mark_within(text));
    if (text.size() > 1 && star == text.size() - 1) {
      text.remove_suffix(1);
      return leaf(exact ? QueryKind::exact_prefix : QueryKind::prefix, field, text);
    }
    if (star != std::string_view::npos) {
      scan_.fault(NoteKind::wildcard_in_word, begin + star, begin + star + 1);
    }
    if (exact) return leaf(QueryKind::exact, field, text);
    return leaf(is_hashtag_of_words(text) ? QueryKind::phrase : QueryKind::text, field, typed);
  }

  QueryScanner scan_;
  std::string_view filter_;     // whose brackets are read: source:(a OR b)
  bool all_documents_ = false;  // "*" was read
};

}  // namespace

ParsedQuery parse_query(std::string_view query) { return Parser(query).parse(); }

ParsedQuery plain_query(std::string_view query) {
  ParsedQuery parsed;
  QueryNode text;
  text.kind = QueryKind::text;
  text.text = std::string(query);
  text.pieces.emplace_back(0, 0);
  text.end = parsed.root.end = query.size();
  parsed.root.children.push_back(std::move(text));
  return parsed;
}

}  // namespace khabar
