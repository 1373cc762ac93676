// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_tree.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace khabar {
namespace {

std::string_view kind_name(QueryKind kind) {
  switch (kind) {
    case QueryKind::text:
      return "words";
    case QueryKind::phrase:
      return "phrase";
    case QueryKind::prefix:
      return "prefix";
    case QueryKind::exact_prefix:
      return "exact prefix";
    case QueryKind::exact:
      return "exact";
    case QueryKind::exact_phrase:
      return "exact phrase";
    case QueryKind::filter:
      return "filter";
    case QueryKind::group:
      return "group";
    case QueryKind::any_of:
      return "any of";
  }
  return "";
}

// The first piece that begins behind byte `at` of the text.
QueryNode::Pieces::const_iterator behind(const QueryNode::Pieces& pieces, std::size_t at) {
  return std::upper_bound(pieces.begin(), pieces.end(), at,
                          [](std::size_t place, const auto& piece) { return place < piece.first; });
}

// In the order of the query; not those of which a document must not have any.
void add_phrases(const QueryNode& node, std::vector<const QueryNode*>& phrases) {
  if (node.need == QueryNeed::must_not) return;
  const bool quoted = node.kind == QueryKind::phrase && node.need == QueryNeed::must;
  if (quoted || node.kind == QueryKind::exact_phrase) phrases.push_back(&node);
  for (const QueryNode& child : node.children) add_phrases(child, phrases);
}

}  // namespace

std::size_t QueryNode::in_query(std::size_t at) const {
  const auto next = behind(pieces, at);
  if (next == pieces.begin()) return begin + at;
  const auto& [in_text, place] = *std::prev(next);
  return place + (at - in_text);
}

QueryNode QueryNode::with_part(std::size_t first, std::size_t last) const {
  QueryNode part;
  part.kind = kind;
  part.need = need;
  part.field = field;
  part.text = text.substr(first, last - first);
  part.pieces.emplace_back(0, in_query(first));
  for (auto piece = behind(pieces, first); piece != pieces.end() && piece->first < last; ++piece)
    part.pieces.emplace_back(piece->first - first, piece->second);
  part.begin = begin;
  part.end = end;
  return part;
}

Note QueryFault::note() const {
  Note note{.kind = kind};
  if (!nearest.empty()) {
    note.asked = {name};
    note.found = {{nearest + ":"}};
  }
  return note;
}

std::vector<Note> ParsedQuery::notes() const {
  std::vector<Note> list;
  for (const QueryFault& fault : faults) {
    Note note = fault.note();
    if (std::ranges::find(list, note) == list.end()) list.push_back(std::move(note));
  }
  return list;
}

std::string words_of_query(const QueryNode& root) {
  std::string words = root.kind == QueryKind::filter ? std::string() : root.text;
  for (const QueryNode& child : root.children) {
    const std::string more = words_of_query(child);
    if (!words.empty() && !more.empty()) words += ' ';
    words += more;
  }
  return words;
}

std::optional<std::string> without_quotes(std::string_view query, const QueryNode& root) {
  std::vector<const QueryNode*> phrases;
  add_phrases(root, phrases);
  if (phrases.empty()) return std::nullopt;
  std::string text;
  std::size_t at = 0;
  for (const QueryNode* const phrase : phrases) {
    text += query.substr(at, phrase->begin - at);
    text += phrase->field.empty() ? phrase->text : phrase->field + ":(" + phrase->text + ")";
    at = phrase->end;
  }
  text += query.substr(at);
  return text;
}

std::string describe(const QueryNode& node) {
  std::string text;
  if (node.need == QueryNeed::must) text += "must ";
  if (node.need == QueryNeed::must_not) text += "not ";
  if (!node.field.empty() && node.children.empty()) text += node.field + ":";
  text += kind_name(node.kind);
  if (node.near > 0) text += " near " + std::to_string(node.near);
  text += '(';
  const bool holds_others = node.kind == QueryKind::group || node.kind == QueryKind::any_of;
  if (!holds_others) text += '"' + node.text + '"';
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) text += ", ";
    text += describe(node.children[i]);
  }
  return text + ')';
}

bool has_filter(const QueryNode& node) {
  return node.kind == QueryKind::filter || node.need == QueryNeed::must_not ||
         std::ranges::any_of(node.children,
                             [](const QueryNode& child) { return has_filter(child); });
}

}  // namespace khabar
