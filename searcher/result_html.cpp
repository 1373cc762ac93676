// SPDX-License-Identifier: GPL-2.0-or-later
// Search results as a page of HTML.
#include <fmt/format.h>

#include <algorithm>

#include "searcher/html_text.h"
#include "searcher/page.h"
#include "searcher/page_controls.h"
#include "searcher/page_facets.h"
#include "searcher/page_frame.h"
#include "searcher/page_hits.h"
#include "searcher/page_reader.h"
#include "searcher/page_words.h"
#include "searcher/query_parser.h"

namespace khabar {
namespace {

// The filters that are typed in a query, each with a link to the page without it.
std::string typed_filters_html(const QueryNode& node, const PageWords& words,
                               const PageAddress& address) {
  std::string html;
  if (node.kind == QueryKind::filter) {
    std::string query(address.value("q"));
    const std::string filter = query.substr(node.begin, node.end - node.begin);
    query.erase(node.begin, node.end - node.begin);
    if (query.find_first_not_of(' ') == std::string::npos) query = "*";
    html = fmt::format("<li>{} {}</li>\n", isolated_html(filter),
                       without_html(address.with({{"q", query}}), filter, words));
  }
  for (const QueryNode& child : node.children) html += typed_filters_html(child, words, address);
  return html;
}

void add_filters(const QueryNode& node, std::vector<ByteRange>& filters) {
  if (node.kind == QueryKind::filter) filters.push_back({node.begin, node.end});
  for (const QueryNode& child : node.children) add_filters(child, filters);
}

// With each filter by itself: behind Arabic or Persian words "date:2025 source:" and the name of an
// outlet would be turned about.
std::string query_html(const std::string& query) {
  std::vector<ByteRange> filters;
  add_filters(parse_query(query).root, filters);
  if (filters.empty()) return isolated_html(query);
  std::string html;
  std::size_t at = 0;
  const auto add = [&](std::size_t end) {
    if (end > at && query.find_first_not_of(' ', at) < end)
      html += (html.empty() ? "" : " ") + isolated_html(query.substr(at, end - at));
    at = std::max(at, end);
  };
  for (const ByteRange& filter : filters) {
    add(filter.begin);
    add(filter.end);
  }
  add(query.size());
  return html;
}

std::string paragraph(std::string_view kind, const std::string& text) {
  return fmt::format("<p class=\"{}\">{}</p>\n", kind, text);
}

// The query that the results are of instead of the one typed, or that was perhaps meant.
std::string meant_html(const SearchResults& results, const PageWords& words,
                       const PageAddress* address) {
  if (results.suggestion.empty()) return {};
  const std::string better = "<strong>" + isolated_html(results.suggestion) + "</strong>";
  const std::string typed = isolated_html(results.query);
  if (!results.corrected) {
    const std::string link =
        address == nullptr ? better : link_html(address->with({{"q", results.suggestion}}), better);
    return paragraph("meant", fmt::format(fmt::runtime(words.meant), link));
  }
  if (address == nullptr)
    return paragraph("meant", fmt::format(fmt::runtime(words.corrected), better, typed,
                                          "<code dir=\"ltr\">--no-correction</code>"));
  return paragraph("meant", fmt::format(fmt::runtime(words.instead), better,
                                        link_html(address->with({{"no-correction", "1"}}), typed)));
}

// That there are none, with the filters that may be why.
std::string nothing_html(const PageWords& words, const PageAddress* address) {
  std::string html = paragraph("summary", std::string(words.nothing));
  if (address == nullptr) return html;
  const std::string filters =
      typed_filters_html(parse_query(address->value("q")).root, words, *address);
  if (!filters.empty())
    html += paragraph("summary", std::string(words.filtered)) + "<ul class=\"filters\">\n" +
            filters + "</ul>\n";
  return html;
}

std::string count_html(const SearchResults& results, const PageWords& words,
                       const PageAddress* address) {
  if (results.total == 0) return nothing_html(words, address);
  if (results.hits.empty())
    return paragraph("summary",
                     fmt::format(fmt::runtime(words.count), words.number(results.total)));
  return paragraph(
      "summary",
      fmt::format(fmt::runtime(results.total_exact ? words.results : words.about_results),
                  words.number(results.hits.front().rank), words.number(results.hits.back().rank),
                  words.number(results.total)));
}

// On a page that is served some notes lead to the results that they are about.
std::string linked_note_html(const Note& note, const DayWriter& write_day, const PageWords& words,
                             const PageAddress* address) {
  std::string text = note_html(note, words, write_day);
  if (address == nullptr) return text;
  switch (note.kind) {
    case NoteKind::more_in_language:
    case NoteKind::many_in_language: {
      const std::string query = fmt::format("{} lang:{}", address->value("q"), note.language);
      return link_html(address->with({{"q", query}}), text);
    }
    case NoteKind::meant_in_language:
      return link_html(address->with({{"cross-language", "1"}}), text);
    case NoteKind::without_quotes:
    case NoteKind::in_quotes:
      return link_html(address->with({{"q", note.found.front().front()}}), text);
    default:
      return text;
  }
}

// What the results are of, how many there are, and what is to be known about them.
std::string summary_html(const SearchResults& results, const DayWriter& write_day,
                         const PageWords& words, const PageAddress* address) {
  std::string html = meant_html(results, words, address) + count_html(results, words, address);
  for (const Note& note : results.notes)
    html += paragraph("notes", linked_note_html(note, write_day, words, address));
  return html;
}

}  // namespace

std::string results_as_html(const SearchResults& results, const DateWriter& write_date,
                            const PageAddress* address) {
  const std::string& query = shown_query(results);
  const PageWords& words = words_for_reader(results);
  const bool served = address != nullptr;
  const bool counted = results.facets && !results.hits.empty();
  const auto write_day = [&](const std::string& day) {
    return write_date ? write_date(day, std::string(words.tag)).text : day;
  };
  PageHead head{.title = titled(query, words.title), .served = served, .found = served && counted};
  if (served) head.feed = address_of_feed(*address, query);
  std::string html = head_html(words, head) + "<header>\n";
  if (served) html += form_html(*address, words, write_day);
  html += fmt::format("<h1>{}</h1>\n{}", query_html(query),
                      summary_html(results, write_day, words, address));
  if (served) {
    html += "<p class=\"follow\">" + link_html(head.feed, std::string(words.follow)) + "</p>\n";
    if (counted) html += timeline_html(*results.facets, write_day, words, *address);
  }
  html += "</header>\n";
  const std::string facets = results.facets ? facets_html(results, words, address) : "";
  if (served) html += facets + "<main id=\"main\" tabindex=\"-1\">\n";
  if (!results.hits.empty()) {
    if (!served) html += "<main>\n";
    html += "<ol>\n";
    for (const Hit& hit : results.hits) html += hit_html(hit, write_date, words, address);
    html += "</ol>\n";
    if (served) html += pages_html(results, *address, words);
    if (!served) html += "</main>\n";
  }
  html += served ? "</main>\n" : facets;
  return html + "</body>\n</html>\n";
}

}  // namespace khabar
