// SPDX-License-Identifier: GPL-2.0-or-later
// Search results as a page of HTML.
#include <fmt/format.h>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "analyzers/utf8.h"
#include "searcher/facet_lists.h"
#include "searcher/page_words.h"
#include "searcher/query_parser.h"
#include "searcher/result_writer.h"
#include "searcher/terminal_text.h"

namespace khabar {
namespace {

// Whatever an article holds, nothing of it is loaded or run.
constexpr std::string_view kPolicy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'\">\n";

constexpr std::string_view kStyle =
    "<style>\n"
    ":root { color-scheme: light dark }\n"
    "body { max-width: 46em; margin: 1em auto; padding: 0 1em; font-family: sans-serif; "
    "line-height: 1.7; overflow-wrap: anywhere }\n"
    "h1 { font-size: 1.4em } h2, p { margin: 0 }\n"
    "h2 { font-size: 1.1em } aside h2 { font-size: 1em; margin-top: 1em }\n"
    "ol { padding: 0 } ol > li { margin-block-end: 1.2em; margin-inline-start: 2.5em }\n"
    "[lang=fa] > body ol { list-style-type: persian }\n"
    ".facts, .summary, .notes { opacity: .75; font-size: .9em }\n"
    ".facts bdi, .notes bdi, time { display: inline-block }\n"
    "mark { background: #ffe58a; color: #000; border-radius: .2em }\n"
    "aside { border-top: 1px solid; display: grid; gap: 0 2em; "
    "grid-template-columns: repeat(auto-fill, minmax(12em, 1fr)) }\n"
    "aside ul { list-style: none; padding: 0; margin: 0 }\n"
    "@media print { mark { background: none; font-weight: bold } li { break-inside: avoid } }\n"
    "</style>\n";

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

// An Arabic or Persian text has the direction of that, also where it begins with a Latin word.
// Wrong for an English one that quotes them.
bool has_arabic(std::string_view text) {
  const Glyphs glyphs = glyphs_of(text);
  return has_right_to_left({glyphs.begin(), glyphs.end()});
}

bool begins_latin(std::string_view text) {
  const Glyphs glyphs = glyphs_of(text);
  return first_strong({glyphs.begin(), glyphs.end()}) == Direction::left_to_right;
}

std::string date_html(const Hit& hit, const DateWriter& write_date) {
  if (hit.date.empty()) return "";
  const WrittenDate date = write_date ? write_date(hit.date, hit.language) : WrittenDate{hit.date};
  return fmt::format("<time datetime=\"{}\">{}{}</time>", escaped(hit.date),
                     isolated_html(date.text),
                     date.beside_iso ? " (" + isolated_html(hit.date) + ")" : "");
}

// The language of whoever reads the results of `query`. Latin letters are of somebody who reads
// English, whatever language the articles have, unless they were meant as others: wrong for Arabic
// and Persian in Latin letters, "khabar". Of several rules that read it, those that it looks like.
const PageWords& words_for_reader(const SearchResults& results, const std::string& query) {
  const std::string typed = words_of_query(parse_query(results.query).root);
  if (begins_latin(typed) && !has_arabic(typed) && !results.other_layout) return page_words("en");
  const std::string_view guess =
      detect_language(words_of_query(parse_query(query).root)).language->tag;
  return page_words(results.language.find(guess) == std::string::npos ? results.language : guess);
}

const char* direction_of(std::string_view text) { return has_arabic(text) ? "rtl" : "ltr"; }

// What an article without a title says stands for it. Only an address of the web becomes a link.
std::string title_link(const Hit& hit) {
  std::string title = hit.title.empty() ? isolated_html(hit.snippet, hit.snippet_highlights)
                                        : isolated_html(hit.title, hit.title_highlights);
  if (title.empty()) title = isolated_html(hit.id);
  const bool web = hit.url.starts_with("https://") || hit.url.starts_with("http://");
  return web ? "<a href=\"" + escaped(hit.url) + "\">" + title + "</a>" : title;
}

// In its own direction where that is not the title's.
std::string snippet_html(const Hit& hit) {
  if (hit.title.empty() || hit.snippet.empty()) return {};
  const std::string_view direction = direction_of(hit.snippet);
  const std::string html = highlighted_html(hit.snippet, hit.snippet_highlights);
  if (direction == direction_of(hit.title)) return "<p>" + html + "</p>\n";
  return fmt::format("<p dir=\"{}\">{}</p>\n", direction, html);
}

std::string hit_html(const Hit& hit, const DateWriter& write_date, const PageWords& words) {
  std::string facts;
  const std::string copies =
      hit.copies == 0 ? "" : fmt::format(fmt::runtime(words.copies), words.number(hit.copies));
  for (const std::string& fact : {isolated_html(hit.source), date_html(hit, write_date),
                                  isolated_html(hit.category), copies}) {
    if (fact.empty()) continue;
    if (!facts.empty()) facts += " \u00B7 ";  // MIDDLE DOT
    facts += fact;
  }
  return fmt::format(
      "<li value=\"{}\" lang=\"{}\" dir=\"{}\">\n<h2>{}</h2>\n<p class=\"facts\">{}</p>\n"
      "{}</li>\n",
      hit.rank, escaped(hit.language), direction_of(hit.title.empty() ? hit.snippet : hit.title),
      title_link(hit), facts, snippet_html(hit));
}

std::string facets_html(const Facets& facets, const PageWords& words) {
  std::string html = "<aside>\n";
  for (const FacetList& list : facet_lists(facets)) {
    html += fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n<ul>\n",
                        list.name, words.facet(list.name));
    for (const FacetValue& one : list.values) {
      const bool language = list.name == "language";
      html += fmt::format("<li>{} <small>({})</small></li>\n",
                          isolated_html(language ? words.language(one.value) : one.value),
                          words.number(one.count));
    }
    if (list.left_out > 0) {
      const bool years = list.name == "year";
      html += fmt::format("<li>{}</li>\n",
                          fmt::format(fmt::runtime(years ? words.earlier_years : words.more),
                                      words.number(list.left_out)));
    }
    html += "</ul>\n</section>\n";
  }
  return html + "</aside>\n";
}

// What the results are of, how many there are, and what is to be known about them.
std::string summary_html(const SearchResults& results, const PageWords& words) {
  const auto paragraph = [](std::string_view kind, const std::string& text) {
    return fmt::format("<p class=\"{}\">{}</p>\n", kind, text);
  };
  std::string html;
  if (results.corrected) {
    html +=
        paragraph("meant", fmt::format(fmt::runtime(words.corrected),
                                       "<strong>" + isolated_html(results.suggestion) + "</strong>",
                                       isolated_html(results.query),
                                       "<code dir=\"ltr\">--no-correction</code>"));
  } else if (!results.suggestion.empty()) {
    html += paragraph("meant",
                      fmt::format(fmt::runtime(words.meant),
                                  "<strong>" + isolated_html(results.suggestion) + "</strong>"));
  }
  if (results.total == 0) {
    html += paragraph("summary", std::string(words.nothing));
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
  for (const Note& note : results.notes) html += paragraph("notes", note_html(note, words));
  return html;
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

// A <bdi> without a direction takes that of the first letter.
std::string isolated_html(std::string_view text, const std::vector<ByteRange>& highlights) {
  if (text.empty()) return {};
  const bool mixed = begins_latin(text) && has_arabic(text);
  return (mixed ? "<bdi dir=\"rtl\">" : "<bdi>") + highlighted_html(text, highlights) + "</bdi>";
}

std::string results_as_html(const SearchResults& results, const DateWriter& write_date) {
  const std::string& query = results.corrected ? results.suggestion : results.query;
  const PageWords& words = words_for_reader(results, query);
  std::string html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{}"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{} \u2013 {}</title>\n{}</head>\n<body>\n<header>\n<h1>{}</h1>\n{}"
      "</header>\n",
      words.tag, words.direction, kPolicy, escaped(query), words.title, kStyle,
      isolated_html(query), summary_html(results, words));
  if (!results.hits.empty()) {
    html += "<main>\n<ol>\n";
    for (const Hit& hit : results.hits) html += hit_html(hit, write_date, words);
    html += "</ol>\n</main>\n";
  }
  if (results.facets) html += facets_html(*results.facets, words);
  return html + "</body>\n</html>\n";
}

}  // namespace khabar
