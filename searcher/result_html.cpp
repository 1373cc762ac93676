// SPDX-License-Identifier: GPL-2.0-or-later
// Search results as a page of HTML.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "analyzers/utf8.h"
#include "searcher/facet_lists.h"
#include "searcher/page_controls.h"
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
    "aside ul, .filters { list-style: none; padding: 0; margin: 0 }\n"
    "form { display: flex; flex-wrap: wrap; gap: .5em; align-items: center }\n"
    "input[type=search] { flex: 1 1 16em; font: inherit; padding: .3em .6em } button, select { "
    "font: inherit }\n"
    ".filters li { display: inline-block; border: 1px solid; border-radius: 1em; "
    "padding-inline: .7em; margin-block-start: .5em; margin-inline-end: .5em }\n"
    "aside > details { grid-column: 1 / -1 } aside summary { cursor: pointer }\n"
    "@media (min-width: 64em) { body.found { max-width: 68em; display: grid; column-gap: 3em; "
    "grid-template-columns: minmax(0, 1fr) 15em; grid-template-rows: auto 1fr } "
    ".found > header { grid-column: 1 / -1 } .found > main { grid-area: 2 / 1 } "
    ".found > aside { grid-area: 2 / 2; display: block; border: 0 } }\n"
    "nav { display: flex; gap: 2em } article p { margin-block: .6em } main > h2 { margin-block: "
    "1.5em .5em }\n"
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
  return fmt::format("<time datetime=\"{}\">{}{}</time>", escaped_html(hit.date),
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

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

// What an article without a title says stands for it. On a page that is served it leads to the
// article; else only an address of the web becomes a link.
std::string title_link(const Hit& hit, const PageAddress* address) {
  std::string title = hit.title.empty() ? isolated_html(hit.snippet, hit.snippet_highlights)
                                        : isolated_html(hit.title, hit.title_highlights);
  if (title.empty()) title = isolated_html(hit.id);
  if (address != nullptr) return link_html(address_of_article(hit.id, address->value("q")), title);
  return is_web_address(hit.url) ? link_html(hit.url, title) : title;
}

// In its own direction where that is not the title's.
std::string snippet_html(const Hit& hit) {
  if (hit.title.empty() || hit.snippet.empty()) return {};
  const std::string_view direction = direction_of(hit.snippet);
  const std::string html = highlighted_html(hit.snippet, hit.snippet_highlights);
  if (direction == direction_of(hit.title)) return "<p>" + html + "</p>\n";
  return fmt::format("<p dir=\"{}\">{}</p>\n", direction, html);
}

// `copies` is HTML.
std::string facts_html(const Hit& hit, const DateWriter& write_date, const std::string& copies) {
  std::string facts;
  for (const std::string& fact : {isolated_html(hit.source), date_html(hit, write_date),
                                  isolated_html(hit.category), copies}) {
    if (fact.empty()) continue;
    if (!facts.empty()) facts += "\u00A0\u00B7 ";  // NO-BREAK SPACE, MIDDLE DOT
    facts += fact;
  }
  return facts;
}

std::string hit_html(const Hit& hit, const DateWriter& write_date, const PageWords& words,
                     const PageAddress* address) {
  std::string copies =
      hit.copies == 0 ? "" : fmt::format(fmt::runtime(words.copies), words.number(hit.copies));
  if (address != nullptr && hit.copies > 0)
    copies = link_html(address->with({{"all-copies", "1"}}), copies);
  return fmt::format(
      "<li value=\"{}\" lang=\"{}\" dir=\"{}\">\n<h2>{}</h2>\n<p class=\"facts\">{}</p>\n"
      "{}</li>\n",
      hit.rank, escaped_html(hit.language),
      direction_of(hit.title.empty() ? hit.snippet : hit.title), title_link(hit, address),
      facts_html(hit, write_date, copies), snippet_html(hit));
}

// Queries that show what can be asked: words, a phrase, a word of the title, one to leave out.
std::array<std::string_view, 3> examples_in(std::string_view language) {
  if (language == "ar")
    return {"\u0623\u0633\u0639\u0627\u0631 \u0627\u0644\u0646\u0641\u0637",
            "\"\u0648\u0632\u064A\u0631 \u0627\u0644\u062E\u0627\u0631\u062C\u064A\u0629\"",
            "title:\u0627\u0644\u0627\u0646\u062A\u062E\u0627\u0628\u0627\u062A "
            "-\u0627\u0644\u0631\u0626\u0627\u0633\u064A\u0629"};
  if (language == "fa")
    return {"\u0642\u06CC\u0645\u062A \u0646\u0641\u062A",
            "\"\u0648\u0632\u06CC\u0631 \u062E\u0627\u0631\u062C\u0647\"",
            "title:\u0627\u0646\u062A\u062E\u0627\u0628\u0627\u062A -\u0645\u062C\u0644\u0633"};
  return {"Tehran", "Riyadh oil", "title:Baghdad"};
}

// Whether every result has its one value, so that it narrows nothing.
bool is_of_all(const FacetList& list, const Facets& facets) {
  return list.values.size() == 1 && list.left_out == 0 &&
         list.values.front().count == facets.documents;
}

std::string facet_html(const FacetList& list, const PageWords& words, const PageAddress* address) {
  std::string html =
      fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n<ul>\n", list.name,
                  words.facet(list.name));
  for (const ListedValue& one : list.values) {
    const bool language = list.name == "language";
    std::string value = isolated_html(language ? words.language(one.value) : one.value);
    const std::string narrower =
        address == nullptr ? std::string() : address_with(*address, list, one);
    if (!narrower.empty()) value = link_html(narrower, value);
    html += fmt::format("<li>{} <small>({})</small></li>\n", value, words.number(one.count));
  }
  if (list.left_out > 0) {
    const bool years = list.name == "year";
    html += fmt::format("<li>{}</li>\n",
                        fmt::format(fmt::runtime(years ? words.earlier_years : words.more),
                                    words.number(list.left_out)));
  }
  return html + "</ul>\n</section>\n";
}

// On a served page they are folded where there is no room beside the results.
std::string facets_html(const SearchResults& results, const PageWords& words,
                        const PageAddress* address) {
  const Facets& facets = *results.facets;
  std::string html;
  for (const FacetList& list : facet_lists(facets)) {
    if (!is_of_all(list, facets)) html += facet_html(list, words, address);
  }
  if (html.empty()) return html;
  if (results.total_exact && facets.documents > results.total)
    html += fmt::format("<p class=\"notes\">{}</p>\n", words.copies_counted);
  if (address != nullptr)
    html = fmt::format("<details>\n<summary>{}</summary>\n{}</details>\n", words.narrow, html);
  return "<aside>\n" + html + "</aside>\n";
}

std::string head_html(const PageWords& words, std::string_view title, bool served,
                      std::string_view kind = {}) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{}"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n{}</head>\n<body{}>\n",
      words.tag, words.direction, served ? served_head_html() : std::string(kPolicy),
      escaped_html(title), kStyle,
      kind.empty() ? std::string() : fmt::format(" class=\"{}\"", kind));
}

// The ranges of `text` that lie in a line of it, as bytes of that.
std::vector<ByteRange> within(const std::vector<ByteRange>& ranges, std::string_view text,
                              std::string_view line) {
  const auto begin = static_cast<std::size_t>(line.data() - text.data());
  std::vector<ByteRange> found;
  for (const ByteRange& one : ranges) {
    if (one.begin >= begin && one.end <= begin + line.size())
      found.push_back({one.begin - begin, one.end - begin});
  }
  return found;
}

std::string titled(std::string_view title, std::string_view of) {
  return fmt::format("{} \u2013 {}", title, of);
}

// The filters that are typed in a query, each with a link to the page without it.
std::string typed_filters_html(const QueryNode& node, const PageWords& words,
                               const PageAddress& address) {
  std::string html;
  if (node.kind == QueryKind::filter) {
    std::string query(address.value("q"));
    const std::string filter = query.substr(node.begin, node.end - node.begin);
    query.erase(node.begin, node.end - node.begin);
    if (query.find_first_not_of(' ') == std::string::npos) query = "*";
    html = fmt::format("<li>{} <a href=\"{}\" title=\"{}\" aria-label=\"{}\">\u00D7</a></li>\n",
                       isolated_html(filter), escaped_html(address.with({{"q", query}})),
                       words.without, words.without);
  }
  for (const QueryNode& child : node.children) html += typed_filters_html(child, words, address);
  return html;
}

// What the results are of, how many there are, and what is to be known about them.
std::string summary_html(const SearchResults& results, const DateWriter& write_date,
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
  const auto write_day = [&](const std::string& day) {
    return write_date ? write_date(day, std::string(words.tag)).text : day;
  };
  for (const Note& note : results.notes) {
    std::string text = note_html(note, words, write_day);
    const bool leads =
        note.kind == NoteKind::more_in_language || note.kind == NoteKind::many_in_language;
    if (leads && address != nullptr) {
      const std::string query = fmt::format("{} lang:{}", address->value("q"), note.language);
      text = link_html(address->with({{"q", query}}), text);
    }
    html += paragraph("notes", text);
  }
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

std::string results_as_html(const SearchResults& results, const DateWriter& write_date,
                            const PageAddress* address) {
  const std::string& query = results.corrected ? results.suggestion : results.query;
  const PageWords& words = words_for_reader(results, query);
  std::string html =
      head_html(words, titled(query, words.title), address != nullptr,
                address != nullptr && results.facets && !results.hits.empty() ? "found" : "") +
      "<header>\n";
  if (address != nullptr) html += form_html(*address, words);
  html += fmt::format("<h1>{}</h1>\n{}</header>\n", isolated_html(query),
                      summary_html(results, write_date, words, address));
  std::string facets;
  if (results.facets) facets = facets_html(results, words, address);
  if (address != nullptr) html += facets;
  if (!results.hits.empty()) {
    html += "<main>\n<ol>\n";
    for (const Hit& hit : results.hits) html += hit_html(hit, write_date, words, address);
    html += "</ol>\n";
    if (address != nullptr) html += pages_html(results, *address, words);
    html += "</main>\n";
  }
  if (address == nullptr) html += facets;
  return html + "</body>\n</html>\n";
}

std::string home_as_html(const std::string& language, const PageAddress& address,
                         const IndexOverview& overview, const DateWriter& write_date) {
  const PageWords& words = page_words(language);
  const auto day = [&](const std::string& date) {
    return isolated_html(write_date(date, std::string(words.tag)).text);
  };
  std::string facts = fmt::format(fmt::runtime(words.articles), words.number(overview.articles));
  for (const auto& [tag, count] : {std::pair("ar", overview.arabic), {"fa", overview.persian}}) {
    if (count > 0)
      facts += fmt::format("\u00A0\u00B7 {} ({})", words.language(tag), words.number(count));
  }
  if (!overview.days.first.empty())
    facts += "\u00A0\u00B7 " + fmt::format(fmt::runtime(words.days), day(overview.days.first),
                                           day(overview.days.last));
  std::string examples;
  for (const std::string_view query : examples_in(words.tag))
    examples +=
        fmt::format("<li>{}</li>\n", link_html(address.with({{"q", query}}), isolated_html(query)));
  return head_html(words, titled(words.home, "khabar"), true) + "<header>\n" +
         form_html(address, words) +
         fmt::format(
             "<p class=\"summary\">{}</p>\n<p class=\"summary\">{}:</p>\n"
             "<ul class=\"filters\">\n{}</ul>\n</header>\n</body>\n</html>\n",
             facts, words.examples, examples);
}

std::string fault_as_html(const std::string& language, const PageAddress& address, PageFault fault,
                          const std::string& message) {
  const PageWords& words = page_words(language);
  std::string text = fmt::format("<p class=\"notes\">{}</p>\n",
                                 fault == PageFault::no_words ? words.no_words : words.no_article);
  if (fault == PageFault::other)
    text = "<p class=\"notes\" lang=\"en\" dir=\"ltr\">" + escaped_html(message) + "</p>\n";
  return head_html(words, titled(words.home, "khabar"), true) + "<header>\n" +
         form_html(address, words) + text + "</header>\n</body>\n</html>\n";
}

std::string article_as_html(const StoredFields& article, const SearchResults& similar,
                            const DateWriter& write_date, const PageAddress& address,
                            const std::vector<ByteRange>& in_title,
                            const std::vector<ByteRange>& in_text) {
  const PageWords& words = page_words(article.language);
  const PageAddress search("/", {{"q", std::string(address.value("q"))}});
  const std::string title = article.title.empty() ? article.id : article.title;
  Hit facts;
  facts.language = article.language;
  facts.date = article.date;
  facts.source = article.source;
  facts.category = joined_values(article.category);
  std::string html =
      head_html(words, titled(title, "khabar"), true) + "<header>\n" + form_html(search, words);
  if (!search.value("q").empty())
    html += "<p>" + link_html(search.with({}), std::string(words.back)) + "</p>\n";
  html += "</header>\n";
  html += fmt::format(
      "<main>\n<article lang=\"{}\" dir=\"{}\">\n<h1>{}</h1>\n"
      "<p class=\"facts\">{}</p>\n",
      escaped_html(article.language), direction_of(title), isolated_html(title, in_title),
      facts_html(facts, write_date, {}));
  if (is_web_address(article.url))
    html += "<p>" + link_html(article.url, std::string(words.original)) + "</p>\n";
  for (std::string_view rest = article.body; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    html += fmt::format("<p dir=\"{}\">{}</p>\n", direction_of(line),
                        highlighted_html(line, within(in_text, article.body, line)));
  }
  html += "</article>\n";
  if (!similar.hits.empty()) {
    html += fmt::format("<h2>{}</h2>\n<ol>\n", words.similar);
    const PageAddress none("/", {});
    for (const Hit& hit : similar.hits) html += hit_html(hit, write_date, words, &none);
    html += "</ol>\n";
  }
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace khabar
