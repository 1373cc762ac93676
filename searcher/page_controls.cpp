// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page_controls.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "searcher/html_text.h"

namespace khabar {
namespace {

constexpr std::array<std::string_view, 5> kFilters = {"source", "category", "language", "since",
                                                      "until"};

std::string option_html(std::string_view value, std::string_view text, std::string_view chosen) {
  return fmt::format("<option value=\"{}\"{}>{}</option>", value,
                     value == chosen ? " selected" : "", text);
}

std::size_t number_of(std::string_view digits, std::size_t otherwise) {
  std::size_t number = otherwise;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string chip_html(const std::string& html, std::string_view text, const std::string& without,
                      const PageWords& words) {
  return fmt::format("<li><span>{}</span> {}</li>\n", html, without_html(without, text, words));
}

// One for all the days, in the words of the reader.
std::string days_html(const PageAddress& address, const PageWords& words,
                      const DayWriter& write_day) {
  const DateSpan days{std::string(address.value("since")), std::string(address.value("until"))};
  if (days.first.empty() && days.last.empty()) return {};
  const auto day = [&](const std::string& typed) {
    return write_day && !typed.empty() ? write_day(typed) : typed;
  };
  return chip_html(
      days_text(days, words, [&](const std::string& typed) { return isolated_html(day(typed)); }),
      days_text(days, words, day), address.with({{"since", ""}, {"until", ""}}), words);
}

std::string filters_html(const PageAddress& address, const PageWords& words,
                         const DayWriter& write_day) {
  std::string html;
  for (const std::string_view parameter : {"source", "category", "language"}) {
    const std::string_view value = address.value(parameter);
    if (value.empty() || value == "auto") continue;
    const std::string_view text = parameter == "language" ? words.language(value) : value;
    html += chip_html(isolated_html(text), text, address.with({{parameter, ""}}), words);
  }
  html += days_html(address, words, write_day);
  return html.empty() ? html : "<ul class=\"filters\">\n" + html + "</ul>\n";
}

}  // namespace

std::string link_html(const std::string& address, const std::string& html) {
  return fmt::format("<a href=\"{}\">{}</a>", escaped_html(address), html);
}

std::string without_html(const std::string& address, std::string_view filter,
                         const PageWords& words) {
  return fmt::format("<a href=\"{}\" title=\"{}\" aria-label=\"{}: {}\">\u00D7</a>",  // x
                     escaped_html(address), words.without, words.without, escaped_html(filter));
}

std::string address_of_article(const std::string& id, const PageAddress& search) {
  return search.at("/article", {{"id", id}}).with({{"offset", search.value("offset")}});
}

std::string address_of_feed(const PageAddress& search, std::string_view query) {
  return search.at("/feed").with({{"q", query}, {"sort", ""}, {"limit", ""}});
}

std::string form_html(const PageAddress& address, const PageWords& words,
                      const DayWriter& write_day, std::string_view attributes) {
  const std::string_view query = address.value("q"), order = address.value("sort");
  std::string kept;  // the filters are shown below, and stay
  for (const std::string_view parameter : kFilters) {
    const std::string_view value = address.value(parameter);
    if (!value.empty())
      kept += fmt::format("<input type=\"hidden\" name=\"{}\" value=\"{}\">\n", parameter,
                          escaped_html(value));
  }
  return fmt::format(
      "<form action=\"/\" role=\"search\">\n"
      "<input type=\"search\" name=\"q\" value=\"{}\" dir=\"{}\" list=\"completions\" "
      "aria-label=\"{}\" autocomplete=\"off\" required{}>\n<datalist "
      "id=\"completions\"></datalist>\n"
      "<button>{}</button>\n<select name=\"sort\" aria-label=\"{}\">{}{}{}</select>\n"
      "<label><input type=\"checkbox\" name=\"cross-language\" value=\"1\"{}> {}</label>\n{}"
      "</form>\n{}",
      escaped_html(query), begins_latin(query) && has_arabic(query) ? "rtl" : "auto", words.search,
      attributes, words.search, words.order, option_html("relevance", words.relevance, order),
      option_html("newest", words.newest, order), option_html("oldest", words.oldest, order),
      address.value("cross-language") == "1" ? " checked" : "", words.other_languages, kept,
      filters_html(address, words, write_day));
}

std::string address_with(const PageAddress& address, const FacetList& list,
                         const ListedValue& value) {
  if (!value.first.empty()) return address.with({{"since", value.first}, {"until", value.last}});
  if (list.name == "language" && value.value == "und") return {};
  return address.with({{list.name, value.value}});
}

std::string pages_html(const SearchResults& results, const PageAddress& address,
                       const PageWords& words) {
  if (results.hits.empty()) return {};
  const std::size_t size = number_of(address.value("limit"), SearchRequest().limit);
  const std::size_t first = results.hits.front().rank - 1, last = results.hits.back().rank;
  std::string html;
  const auto add = [&](std::size_t offset, std::string_view relation, std::string_view text) {
    html += fmt::format("<a rel=\"{}\" href=\"{}\">{}</a>\n", relation,
                        escaped_html(address.with({{"offset", std::to_string(offset)}})), text);
  };
  if (first > 0) add(first - std::min(first, size), "prev", words.previous);
  if (last < results.total) add(last, "next", words.next);
  return html.empty() ? html
                      : fmt::format("<nav aria-label=\"{}\">\n{}</nav>\n", words.pages, html);
}

}  // namespace khabar
