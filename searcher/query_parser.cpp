// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_parser.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analyzers/characters.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

// Deeper brackets are read as if they were not there: nobody means them, and they must not exhaust
// the stack.
constexpr int kMaxDepth = 32;

struct Quote {
  std::string_view open;
  std::string_view close;
};
constexpr std::array kQuotes = {
    Quote{"\"", "\""},
    Quote{"\u00AB", "\u00BB"},  // LEFT- and RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
    Quote{"\u00BB", "\u00AB"},  // as typed the wrong way round in right-to-left text
    Quote{"\u201C", "\u201D"},  // LEFT and RIGHT DOUBLE QUOTATION MARK
    Quote{"\u201E", "\u201C"},  // DOUBLE LOW-9 QUOTATION MARK
};

constexpr std::array<std::string_view, 5> kFields = {"title", "source", "category", "lang", "date"};

bool is_blank(std::string_view text, std::size_t at) {
  const CharacterClass kind = character_class(next_code_point(text, at));
  return kind == CharacterClass::blank || kind == CharacterClass::line_end;
}

class Parser {
 public:
  explicit Parser(std::string_view query) : query_(query) {}

  ParsedQuery parse() {
    ParsedQuery parsed;
    parsed.root = alternatives(0);
    if (at_ < query_.size()) {
      // A closing bracket that nobody opened ended the tree too early: go on behind it. One group
      // for all such parts, for a tree that is deeper with each of them would exhaust the stack.
      QueryNode all = make_group();
      append(all, std::move(parsed.root));
      while (at_ < query_.size()) {
        note("a closing bracket without an opening one was left out");
        ++at_;
        append(all, alternatives(0));
      }
      parsed.root = std::move(all);
    }
    parsed.notes = std::move(notes_);
    return parsed;
  }

 private:
  enum class Operator : unsigned char { and_, or_, not_ };

  static QueryNode make_group() { return QueryNode{}; }

  static void append(QueryNode& group, QueryNode child) {
    const bool empty = child.children.empty() &&
                       (child.kind == QueryKind::group || child.kind == QueryKind::any_of);
    if (empty) return;
    group.begin = group.children.empty() ? child.begin : std::min(group.begin, child.begin);
    group.end = std::max(group.end, child.end);
    group.children.push_back(std::move(child));
  }

  void note(std::string text) {
    if (std::find(notes_.begin(), notes_.end(), text) == notes_.end())
      notes_.push_back(std::move(text));
  }

  // alternatives := conjunction (OR conjunction)*
  QueryNode alternatives(int depth) {
    QueryNode any;
    any.kind = QueryKind::any_of;
    append(any, conjunction(depth));
    while (take_operator(Operator::or_)) append(any, conjunction(depth));
    if (any.children.size() == 1) return std::move(any.children.front());
    return any;
  }

  // conjunction := [NOT] group ((AND | NOT | AND NOT) group)*
  QueryNode conjunction(int depth) {
    QueryNode all = make_group();
    bool negated = take_operator(Operator::not_);
    for (bool more = true; more;) {
      QueryNode part = group(depth);
      part.need = negated ? QueryNeed::must_not : QueryNeed::must;
      append(all, std::move(part));
      more = take_operator(Operator::and_);
      negated = take_operator(Operator::not_);
      more = more || negated;
    }
    const bool plain = all.children.size() == 1 && all.children.front().need == QueryNeed::must;
    if (!plain) return all;
    QueryNode only = std::move(all.children.front());
    only.need = QueryNeed::should;
    return only;
  }

  // group := item*, up to an operator, a closing bracket or the end
  QueryNode group(int depth) {
    QueryNode result = make_group();
    for (;;) {
      skip_blanks();
      if (at_ >= query_.size() || query_[at_] == ')') break;
      if (peek_operator()) break;
      add_item(result, depth);
    }
    return result;
  }

  void add_item(QueryNode& group, int depth) {
    const std::size_t begin = at_;
    const QueryNeed need = take_sign();
    const std::string_view field = take_field();
    std::optional<QueryNode> item = operand(field, depth);
    if (!item) return;
    item->begin = begin;
    item->end = at_;
    if (need != QueryNeed::should) item->need = need;
    if (!extend_text(group, *item)) append(group, std::move(*item));
  }

  // Words side by side are one text: the analyzer must see them together (a Persian plural after a
  // blank).
  bool extend_text(QueryNode& group, const QueryNode& item) const {
    const auto plain = [](const QueryNode& node) {
      return node.kind == QueryKind::text && node.need == QueryNeed::should && node.field.empty();
    };
    if (group.children.empty() || !plain(item) || !plain(group.children.back())) return false;
    QueryNode& last = group.children.back();
    last.end = group.end = item.end;
    last.text = std::string(query_.substr(last.begin, last.end - last.begin));
    return true;
  }

  std::optional<QueryNode> operand(std::string_view field, int depth) {
    const bool filter = !field.empty() && field != "title";
    if (std::optional<QueryNode> quoted = take_quoted()) {
      if (filter) quoted->kind = QueryKind::filter;
      quoted->field = field;
      return quoted;
    }
    if (filter) return take_filter(field);
    if (query_[at_] == '(') return take_brackets(field, depth);
    return take_word(field);
  }

  std::optional<QueryNode> take_quoted() {
    for (const Quote& quote : kQuotes) {
      if (!query_.substr(at_).starts_with(quote.open)) continue;
      const std::size_t begin = at_ + quote.open.size();
      const std::size_t close = query_.find(quote.close, begin);
      if (close == std::string_view::npos) {
        if (quote.open == "\"") note("a quote that is not closed was left out");
        continue;
      }
      QueryNode node;
      node.kind = QueryKind::phrase;
      node.need = QueryNeed::must;
      node.text = std::string(query_.substr(begin, close - begin));
      at_ = close + quote.close.size();
      return node;
    }
    return std::nullopt;
  }

  QueryNode take_filter(std::string_view field) {
    QueryNode node;
    node.kind = QueryKind::filter;
    node.field = field;
    node.text = std::string(
        take_while([this](std::size_t at) { return !is_blank(query_, at) && query_[at] != ')'; }));
    return node;
  }

  std::optional<QueryNode> take_brackets(std::string_view field, int depth) {
    ++at_;
    if (depth >= kMaxDepth) {
      note("brackets deeper than 32 levels were left out");
      return std::nullopt;
    }
    QueryNode node = alternatives(depth + 1);
    if (at_ < query_.size()) {
      ++at_;  // the closing bracket
    } else {
      note("a bracket that is not closed was read as closed at the end");
    }
    if (node.children.empty()) return std::nullopt;
    if (!field.empty()) set_field(node, field);
    return node;
  }

  static void set_field(QueryNode& node, std::string_view field) {
    if (node.kind != QueryKind::filter) node.field = field;
    for (QueryNode& child : node.children) set_field(child, field);
  }

  QueryNode take_word(std::string_view field) {
    QueryNode node;
    node.kind = QueryKind::text;
    node.field = field;
    const bool exact = query_[at_] == '=' && at_ + 1 < query_.size() && !is_blank(query_, at_ + 1);
    if (exact) {
      ++at_;
      node.kind = QueryKind::exact;
    }
    const std::size_t begin = at_;
    // At least one character, whatever it is, so that parsing moves on.
    next_code_point(query_, at_);
    take_while([this](std::size_t at) { return !is_blank(query_, at) && !ends_word(at); });
    std::string_view word = query_.substr(begin, at_ - begin);
    if (!exact && word.size() > 1 && word.back() == '*') {
      node.kind = QueryKind::prefix;
      word.remove_suffix(1);
    }
    node.text = std::string(word);
    return node;
  }

  bool ends_word(std::size_t at) const {
    const char c = query_[at];
    if (c == '(' || c == ')') return true;
    const std::string_view rest = query_.substr(at);
    return std::any_of(kQuotes.begin(), kQuotes.end(),
                       [&](const Quote& quote) { return rest.starts_with(quote.open); });
  }

  template <typename Predicate>
  std::string_view take_while(Predicate predicate) {
    const std::size_t begin = at_;
    while (at_ < query_.size() && predicate(at_)) next_code_point(query_, at_);
    return query_.substr(begin, at_ - begin);
  }

  void skip_blanks() {
    take_while([this](std::size_t at) { return is_blank(query_, at); });
  }

  // A sign counts at the start of a word only: a hyphen within one is text.
  QueryNeed take_sign() {
    const char c = query_[at_];
    const bool sign = (c == '+' || c == '-') && at_ + 1 < query_.size() &&
                      !is_blank(query_, at_ + 1) && query_[at_ + 1] != c;
    if (!sign) return QueryNeed::should;
    ++at_;
    return c == '+' ? QueryNeed::must : QueryNeed::must_not;
  }

  std::string_view take_field() {
    for (const std::string_view field : kFields) {
      const std::size_t value = at_ + field.size() + 1;
      if (query_.substr(at_).starts_with(field) && value < query_.size() &&
          query_[value - 1] == ':' && !is_blank(query_, value) && query_[value] != ')') {
        at_ = value;
        return field;
      }
    }
    return {};
  }

  std::optional<std::pair<Operator, std::size_t>> peek_operator() const {
    constexpr std::array<std::pair<std::string_view, Operator>, 3> kOperators = {
        {{"AND", Operator::and_}, {"OR", Operator::or_}, {"NOT", Operator::not_}}};
    for (const auto& [name, op] : kOperators) {
      const std::size_t end = at_ + name.size();
      if (!query_.substr(at_).starts_with(name)) continue;
      if (end == query_.size() || is_blank(query_, end) || query_[end] == '(') return {{op, end}};
    }
    return std::nullopt;
  }

  bool take_operator(Operator wanted) {
    skip_blanks();
    const auto found = peek_operator();
    if (!found || found->first != wanted) return false;
    at_ = found->second;
    return true;
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::vector<std::string> notes_;
};

std::string_view kind_name(QueryKind kind) {
  switch (kind) {
    case QueryKind::text:
      return "words";
    case QueryKind::phrase:
      return "phrase";
    case QueryKind::prefix:
      return "prefix";
    case QueryKind::exact:
      return "exact";
    case QueryKind::filter:
      return "filter";
    case QueryKind::group:
      return "group";
    case QueryKind::any_of:
      return "any of";
  }
  return "";
}

}  // namespace

ParsedQuery parse_query(std::string_view query) { return Parser(query).parse(); }

ParsedQuery plain_query(std::string_view query) {
  ParsedQuery parsed;
  QueryNode text;
  text.kind = QueryKind::text;
  text.text = std::string(query);
  text.end = parsed.root.end = query.size();
  parsed.root.children.push_back(std::move(text));
  return parsed;
}

std::string describe(const QueryNode& node) {
  std::string text;
  if (node.need == QueryNeed::must) text += "must ";
  if (node.need == QueryNeed::must_not) text += "not ";
  if (!node.field.empty() && node.children.empty()) text += node.field + ":";
  text += kind_name(node.kind);
  text += '(';
  const bool holds_others = node.kind == QueryKind::group || node.kind == QueryKind::any_of;
  if (!holds_others) text += '"' + node.text + '"';
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) text += ", ";
    text += describe(node.children[i]);
  }
  return text + ')';
}

}  // namespace khabar
