// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/result_feed.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/schema.h"
#include "searcher/html_text.h"
#include "searcher/page_controls.h"
#include "searcher/page_frame.h"
#include "searcher/page_reader.h"

namespace khabar {
namespace {

// Of U+FFFE and U+FFFF, which are characters of UTF-8 and not of XML; what else it lacks is not
// shown at all.
std::string escaped_xml(std::string_view text) {
  constexpr std::string_view kReplacement = "\uFFFD";
  std::string xml = escaped_html(text);
  for (const std::string_view none : {"\uFFFE", "\uFFFF"}) {
    for (std::size_t at = 0; (at = xml.find(none, at)) != std::string::npos;)
      xml.replace(at, none.size(), kReplacement);
  }
  return xml;
}

std::string element(std::string_view name, std::string_view text) {
  return fmt::format("<{0}>{1}</{0}>\n", name, escaped_xml(text));
}

std::string link(std::string_view relation, std::string_view type, std::string_view address) {
  return fmt::format("<link rel=\"{}\"{} href=\"{}\"/>\n", relation,
                     type.empty() ? "" : fmt::format(" type=\"{}\"", type), escaped_xml(address));
}

// The index knows days; what is no day in ISO 8601 is none.
std::string day_of(const Hit& hit) {
  constexpr std::string_view kForm = "0000-00-00";
  const std::string day = hit.date.substr(0, kForm.size());
  const auto same = [](char one, char form) {
    return form == '0' ? one >= '0' && one <= '9' : one == form;
  };
  return std::equal(day.begin(), day.end(), kForm.begin(), kForm.end(), same) ? day : "";
}

std::string time_of(const std::string& day) {
  return (day.empty() ? "1970-01-01" : day) + "T00:00:00Z";
}

// What no address holds, not even an international one (RFC 3987), as %XX.
std::string address_of(std::string_view url) {
  constexpr std::string_view kNever = " \"<>\\^`{|}";
  std::string address;
  for (const char c : url)
    address +=
        kNever.find(c) == std::string_view::npos ? std::string(1, c) : percent_encoded({&c, 1});
  return address;
}

// Of the language of the article, or of no known one.
std::string language_of(const Hit& hit) {
  return hit.language.empty() ? "und" : escaped_xml(hit.language);
}

std::string author(std::string_view name) {
  return "<author>" + element("name", name) + "</author>\n";
}

std::string entry(const Hit& hit, const PageAddress& search, const std::string& site) {
  const std::string& title = !hit.title.empty()    ? hit.title
                             : hit.snippet.empty() ? hit.id
                                                   : hit.snippet;
  const std::string page = site + address_of_article(hit.id, search);
  std::string xml = fmt::format("<entry xml:lang=\"{}\">\n", language_of(hit)) +
                    element("title", title) +
                    element("id", "urn:khabar:" + percent_encoded(hit.id));
  const std::string day = day_of(hit);
  if (!day.empty()) xml += element("published", time_of(day));
  xml += element("updated", time_of(day));
  if (is_web_address(hit.url)) {
    xml += link("alternate", "", address_of(hit.url)) + link("related", "text/html", page);
  } else {
    xml += link("alternate", "text/html", page);
  }
  for_each_value(hit.source, [&](std::string_view one) { xml += author(one); });
  for_each_value(hit.category, [&](std::string_view one) {
    xml += fmt::format("<category term=\"{}\"/>\n", escaped_xml(one));
  });
  if (!hit.snippet.empty() && !hit.title.empty())
    xml += fmt::format(
        "<summary type=\"html\">{}</summary>\n",
        escaped_xml(fmt::format("<p lang=\"{}\" dir=\"{}\">{}</p>", language_of(hit),
                                direction_of(hit.snippet),
                                highlighted_html(hit.snippet, hit.snippet_highlights))));
  return xml + "</entry>\n";
}

}  // namespace

std::string results_as_feed(const SearchResults& results, const PageAddress& search,
                            const std::string& site) {
  const PageWords& words = words_for_reader(results);
  const std::string self = site + search.at("/feed").with({});
  std::string newest;
  for (const Hit& hit : results.hits) newest = std::max(newest, day_of(hit));
  std::string xml = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
      words.tag);
  xml += element("title", titled(results.query, words.title)) + element("id", self) +
         element("updated", time_of(newest)) + link("self", "application/atom+xml", self) +
         link("alternate", "text/html", site + search.at("/").with({{"sort", "newest"}})) +
         author("khabar") + element("generator", "khabar");
  for (const Hit& hit : results.hits) xml += entry(hit, search, site);
  return xml + "</feed>\n";
}

}  // namespace khabar
