// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page_controls.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "searcher/result_writer.h"

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

std::string filters_html(const PageAddress& address, const PageWords& words) {
  std::string html;
  for (const std::string_view parameter : kFilters) {
    const std::string_view value = address.value(parameter);
    if (value.empty() || value == "auto") continue;
    const std::string_view shown = parameter == "language" ? words.language(value) : value;
    html +=
        fmt::format("<li>{} <a href=\"{}\" title=\"{}\" aria-label=\"{}\">\u00D7</a></li>\n",  // x
                    isolated_html(shown), escaped_html(address.with({{parameter, ""}})),
                    words.without, words.without);
  }
  return html.empty() ? html : "<ul class=\"filters\">\n" + html + "</ul>\n";
}

}  // namespace

std::string link_html(const std::string& address, const std::string& html) {
  return fmt::format("<a href=\"{}\">{}</a>", escaped_html(address), html);
}

std::string address_of_article(const std::string& id, std::string_view query) {
  return PageAddress("/article", {{"id", id}, {"q", std::string(query)}}).with({});
}

std::string form_html(const PageAddress& address, const PageWords& words) {
  const std::string_view order = address.value("sort");
  std::string kept;  // the filters are shown below, and stay
  for (const std::string_view parameter : kFilters) {
    const std::string_view value = address.value(parameter);
    if (!value.empty())
      kept += fmt::format("<input type=\"hidden\" name=\"{}\" value=\"{}\">\n", parameter,
                          escaped_html(value));
  }
  return fmt::format(
      "<form action=\"/\" role=\"search\">\n"
      "<input type=\"search\" name=\"q\" value=\"{}\" dir=\"auto\" list=\"completions\" "
      "aria-label=\"{}\" autocomplete=\"off\" required{}>\n<datalist "
      "id=\"completions\"></datalist>\n"
      "<button>{}</button>\n<select name=\"sort\">{}{}{}</select>\n"
      "<label><input type=\"checkbox\" name=\"cross-language\" value=\"1\"{}> {}</label>\n{}"
      "</form>\n{}",
      escaped_html(address.value("q")), words.search,
      address.value("q").empty() ? " autofocus" : "", words.search,
      option_html("relevance", words.relevance, order), option_html("newest", words.newest, order),
      option_html("oldest", words.oldest, order),
      address.value("cross-language") == "1" ? " checked" : "", words.other_languages, kept,
      filters_html(address, words));
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
  return html.empty() ? html : "<nav>\n" + html + "</nav>\n";
}

std::string served_head_html() {
  return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         "style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; form-action 'self'\">\n"
         "<script src=\"/completions.js\" defer></script>\n";
}

std::string_view completion_script() {
  return "const narrow = document.querySelector('aside > details');\n"
         "if (narrow) narrow.open = matchMedia('(min-width: 64em)').matches;\n"
         "const input = document.querySelector('input[type=search]');\n"
         "const list = document.getElementById('completions');\n"
         "let last = '';\n"
         "input.addEventListener('input', async () => {\n"
         "  const typed = last = input.value;\n"
         "  const answer = typed.trim() && await fetch('/api/suggest?q=' + "
         "encodeURIComponent(typed));\n"
         "  if (!answer || !answer.ok || typed !== last) return;\n"
         "  const { completions } = await answer.json();\n"
         "  list.replaceChildren(...completions.map(({ text }) => {\n"
         "    const option = document.createElement('option');\n"
         "    option.value = text;\n"
         "    return option;\n"
         "  }));\n"
         "});\n";
}

}  // namespace khabar
