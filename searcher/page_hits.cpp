// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page_hits.h"

#include <fmt/format.h>

#include "indexer/schema.h"
#include "searcher/html_text.h"
#include "searcher/page_controls.h"

namespace khabar {
namespace {

std::string date_html(const Hit& hit, const DateWriter& write_date) {
  if (hit.date.empty()) return "";
  const WrittenDate date = write_date ? write_date(hit.date, hit.language) : WrittenDate{hit.date};
  return fmt::format("<time datetime=\"{}\">{}{}</time>", escaped_html(hit.date),
                     isolated_html(date.text),
                     date.beside_iso ? " (" + isolated_html(hit.date) + ")" : "");
}

// What an article without a title says stands for it. On a page that is served it leads to the
// article; else only an address of the web becomes a link.
std::string title_link(const Hit& hit, const PageAddress* address) {
  std::string title = hit.title.empty() ? isolated_html(hit.snippet, hit.snippet_highlights)
                                        : isolated_html(hit.title, hit.title_highlights);
  if (title.empty()) title = isolated_html(hit.id);
  if (address != nullptr) return link_html(address_of_article(hit.id, *address), title);
  return is_web_address(hit.url) ? link_html(hit.url, title) : title;
}

// In its own direction where that is not the title's.
std::string snippet_html(const Hit& hit) {
  if (hit.title.empty() || hit.snippet.empty()) return {};
  return fmt::format("<p{}>{}</p>\n", other_direction(hit.snippet, direction_of(hit.title)),
                     highlighted_html(hit.snippet, hit.snippet_highlights));
}

std::string item_html(const Hit& hit, const PageAddress* address, const std::string& facts,
                      const std::string& snippet) {
  return fmt::format(
      "<li value=\"{}\" lang=\"{}\" dir=\"{}\">\n<h2>{}</h2>\n<p class=\"facts\">{}</p>\n"
      "{}</li>\n",
      hit.rank, escaped_html(hit.language),
      direction_of(hit.title.empty() ? hit.snippet : hit.title), title_link(hit, address), facts,
      snippet);
}

}  // namespace

std::string copies_html(std::uint64_t copies, const std::string& language, const PageWords& words,
                        const std::string& list_address) {
  if (copies == 0) return {};
  std::string html = fmt::format(fmt::runtime(words.copies), words.number(copies));
  if (language != words.tag) html = fmt::format("<bdi lang=\"{}\">{}</bdi>", words.tag, html);
  return list_address.empty() ? html : link_html(list_address, html);
}

std::string copy_html(const Hit& copy, const DateWriter& write_date, const PageAddress& address) {
  return item_html(copy, &address, facts_html(copy, write_date, isolated_html(copy.id)), {});
}

std::string facts_html(const Hit& hit, const DateWriter& write_date, const std::string& copies) {
  std::string facts;
  for (const std::string& fact :
       {isolated_html(joined_values(hit.source)), date_html(hit, write_date),
        isolated_html(joined_values(hit.category)), copies}) {
    if (fact.empty()) continue;
    if (!facts.empty()) facts += "\u00A0\u00B7 ";  // NO-BREAK SPACE, MIDDLE DOT
    facts += fact;
  }
  return facts;
}

std::string hit_html(const Hit& hit, const DateWriter& write_date, const PageWords& words,
                     const PageAddress* address) {
  const std::string list =
      address == nullptr ? std::string() : address_of_article(hit.id, *address) + "#" + kCopiesId;
  return item_html(hit, address,
                   facts_html(hit, write_date, copies_html(hit.copies, hit.language, words, list)),
                   snippet_html(hit));
}

}  // namespace khabar
