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

// What the results are of, how many there are, and what is to be known about them.
std::string summary_html(const SearchResults& results, const DayWriter& write_day,
                         const PageWords& words, const PageAddress* address) {
  const auto paragraph = [](std::string_view kind, const std::string& text) {
    return fmt::format("<p class=\"{}\">{}</p>\n", kind, text);
  };
  std::string html;
  const std::string better = "<strong>" + isolated_html(results.suggestion) + "</strong>";
  const std::string typed = isolated_html(results.query);
  if (results.corrected && address != nullptr) {
    html +=
        paragraph("meant", fmt::format(fmt::runtime(words.instead), better,
                                       link_html(address->with({{"no-correction", "1"}}), typed)));
  } else if (results.corrected) {
    html += paragraph("meant", fmt::format(fmt::runtime(words.corrected), better, typed,
                                           "<code dir=\"ltr\">--no-correction</code>"));
  } else if (!results.suggestion.empty()) {
    html += paragraph(
        "meant", fmt::format(fmt::runtime(words.meant),
                             address == nullptr
                                 ? better
                                 : link_html(address->with({{"q", results.suggestion}}), better)));
  }
  if (results.total == 0) {
    html += paragraph("summary", std::string(words.nothing));
    const std::string typed_filters =
        address == nullptr
            ? std::string()
            : typed_filters_html(parse_query(address->value("q")).root, words, *address);
    if (!typed_filters.empty())
      html += paragraph("summary", std::string(words.filtered)) + "<ul class=\"filters\">\n" +
              typed_filters + "</ul>\n";
  } else if (results.hits.empty()) {
    html +=
        paragraph("summary", fmt::format(fmt::runtime(words.count), words.number(results.total)));
  } else {
    html += paragraph(
        "summary",
        fmt::format(fmt::runtime(results.total_exact ? words.results : words.about_results),
                    words.number(results.hits.front().rank), words.number(results.hits.back().rank),
                    words.number(results.total)));
  }
  for (const Note& note : results.notes) {
    std::string text = note_html(note, words, write_day);
    const bool leads =
        note.kind == NoteKind::more_in_language || note.kind == NoteKind::many_in_language;
    if (leads && address != nullptr) {
      const std::string query = fmt::format("{} lang:{}", address->value("q"), note.language);
      text = link_html(address->with({{"q", query}}), text);
    }
    if (note.kind == NoteKind::meant_in_language && address != nullptr)
      text = link_html(address->with({{"cross-language", "1"}}), text);
    if (note.kind == NoteKind::without_quotes && address != nullptr)
      text = link_html(address->with({{"q", note.found.front().front()}}), text);
    html += paragraph("notes", text);
  }
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
