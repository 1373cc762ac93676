// SPDX-License-Identifier: GPL-2.0-or-later
// Search results as HTML.
#include <fmt/format.h>

#include "analyzers/utf8.h"
#include "searcher/facet_lists.h"
#include "searcher/result_writer.h"
#include "searcher/terminal_text.h"

namespace khabar {
namespace {

constexpr const char* kHead =
    "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>khabar</title>\n"
    "<style>body { max-width: 50em; margin: 1em auto; font-family: sans-serif; line-height: 1.6 }\n"
    "li { margin-bottom: 1em } h3, p { margin: 0 } .facts { color: #666; font-size: small "
    "}</style>\n"
    "</head>\n<body>\n";

void append_escaped(char32_t c, std::string& html) {
  switch (c) {
    case U'&':
      html += "&amp;";
      break;
    case U'<':
      html += "&lt;";
      break;
    case U'>':
      html += "&gt;";
      break;
    case U'"':
      html += "&quot;";
      break;
    case U'\'':
      html += "&#39;";
      break;
    default:
      append_utf8(c, html);
  }
}

std::string escaped(std::string_view text) { return highlighted_html(text, {}); }

std::string isolated_html(std::string_view text) {
  return text.empty() ? std::string() : "<bdi>" + escaped(text) + "</bdi>";
}

std::string date_html(const Hit& hit, const DateWriter& write_date) {
  if (hit.date.empty() || !write_date) return isolated_html(hit.date);
  const WrittenDate date = write_date(hit.date, hit.language);
  return isolated_html(date.text) + (date.beside_iso ? " (" + isolated_html(hit.date) + ")" : "");
}

// That of the text, for what stands around it.
const char* direction_of(const Hit& hit) {
  const Glyphs glyphs = glyphs_of(hit.title.empty() ? hit.snippet : hit.title);
  return first_strong({glyphs.begin(), glyphs.end()}) == Direction::right_to_left ? "rtl" : "ltr";
}

// What an article without a title says stands for it. Only an address of the web becomes a link.
std::string title_link(const Hit& hit) {
  std::string text = hit.title.empty() ? highlighted_html(hit.snippet, hit.snippet_highlights)
                                       : highlighted_html(hit.title, hit.title_highlights);
  if (text.empty()) text = escaped(hit.id);
  const std::string title = "<bdi>" + text + "</bdi>";
  const bool web = hit.url.starts_with("https://") || hit.url.starts_with("http://");
  return web ? "<a href=\"" + escaped(hit.url) + "\">" + title + "</a>" : title;
}

std::string hit_html(const Hit& hit, const DateWriter& write_date) {
  std::string facts;
  for (const std::string& fact :
       {isolated_html(hit.source), date_html(hit, write_date), isolated_html(hit.category)}) {
    if (fact.empty()) continue;
    if (!facts.empty()) facts += " \u00B7 ";  // MIDDLE DOT
    facts += fact;
  }
  return fmt::format(
      "<li value=\"{}\" lang=\"{}\" dir=\"{}\">\n<h3>{}</h3>\n<p class=\"facts\">{}</p>\n"
      "{}</li>\n",
      hit.rank, escaped(hit.language), direction_of(hit), title_link(hit), facts,
      hit.title.empty() ? ""
                        : "<p>" + highlighted_html(hit.snippet, hit.snippet_highlights) + "</p>\n");
}

std::string facets_html(const Facets& facets) {
  std::string html = "<aside>\n";
  for (const FacetList& list : facet_lists(facets)) {
    html += fmt::format("<h4>{}</h4>\n<ul>\n", list.name);
    for (const FacetValue& one : list.values)
      html += fmt::format("<li>{} <small>({})</small></li>\n", isolated_html(one.value), one.count);
    if (list.left_out > 0) html += fmt::format("<li>{}</li>\n", left_out_text(list));
    html += "</ul>\n";
  }
  return html + "</aside>\n";
}

}  // namespace

std::string highlighted_html(std::string_view text, const std::vector<ByteRange>& highlights) {
  std::string html;
  bool lit = false;
  for (const Glyph& glyph : glyphs_of(text, highlights)) {
    if (glyph.lit != lit) html += glyph.lit ? "<mark>" : "</mark>";
    lit = glyph.lit;
    append_escaped(glyph.code_point, html);
  }
  if (lit) html += "</mark>";
  return html;
}

std::string results_as_html(const SearchResults& results, const DateWriter& write_date) {
  std::string html = kHead;
  html += fmt::format("<h2 dir=\"auto\">{}</h2>\n<ol>\n", escaped(results.query));
  for (const Hit& hit : results.hits) html += hit_html(hit, write_date);
  html += "</ol>\n";
  if (results.facets) html += facets_html(*results.facets);
  return html + "</body>\n</html>\n";
}

}  // namespace khabar
