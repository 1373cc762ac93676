// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a query: it is read, built, or refused with the bytes at fault.
#include <optional>
#include <string>

#include "corpus/calendar.h"
#include "indexer/schema.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/terminal_text.h"
#include "tests/fuzz/check.h"

namespace {

using khabar::test::check;

std::optional<khabar::DateSpan> read_date(const std::string& text) {
  const auto range = khabar::parse_partial_date(text);
  if (!range) return std::nullopt;
  return khabar::DateSpan{range->first, range->last};
}

void build(const khabar::ParsedQuery& parsed, const khabar::SearchRequest& request) {
  const std::vector<const khabar::Language*> languages(khabar::all_languages().begin(),
                                                       khabar::all_languages().end());
  try {
    const khabar::BuiltQuery built = khabar::build_query({parsed, languages}, request, {});
    for (const khabar::QueryTerm& term : built.terms) {
      check(term.term.size() <= khabar::kMaxTermBytes, "a term fits the index");
    }
  } catch (const khabar::QueryError& error) {
    check(error.begin <= error.end && error.end <= request.query.size(), "the bytes at fault");
    khabar::query_with_carets(request.query, error.begin, error.end);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  khabar::SearchRequest request;
  request.query = khabar::test::as_text(data, size);
  request.read_date = read_date;
  const khabar::ParsedQuery parsed = khabar::parse_query(request.query);
  check(parsed.root.end <= size, "the tree ends within the query");
  khabar::describe(parsed.root);
  build(parsed, request);
  build(khabar::plain_query(request.query), request);
  khabar::filter_key(request.query);
  check(khabar::id_term(request.query).size() <= khabar::kMaxTermBytes, "an id fits the index");
  return 0;
}
