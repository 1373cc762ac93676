// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page_facets.h"

#include <fmt/format.h>

#include <algorithm>

#include "searcher/facet_lists.h"
#include "searcher/html_text.h"
#include "searcher/page_controls.h"

namespace khabar {
namespace {

std::string shown_value(const FacetList& list, const ListedValue& value, const PageWords& words) {
  if (list.name == "language") return std::string(words.language(value.value));
  return list.name == "year" ? words.digits(value.value) : value.value;
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
    std::string value = isolated_html(shown_value(list, one, words));
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

// A bar, its height in hundredths of the highest. No day without articles is a link.
std::string bar_html(const std::string& address, const std::string& label, std::uint64_t height) {
  if (height == 0) return "<li></li>\n";
  return fmt::format(
      "<li><a href=\"{}\" aria-label=\"{}\"><span style=\"height: {}%\"></span></a></li>\n",
      escaped_html(address), label, height);
}

}  // namespace

std::string facets_html(const SearchResults& results, const PageWords& words,
                        const PageAddress* address) {
  const Facets& facets = *results.facets;
  std::string html;
  for (const FacetList& list : facet_lists(facets)) {
    if (!is_of_all(list, facets)) html += facet_html(list, words, address);
  }
  if (html.empty()) return html;
  if (address != nullptr)
    html = fmt::format("<details>\n<summary>{}</summary>\n{}</details>\n", words.narrow, html);
  return "<aside>\n" + html + "</aside>\n";
}

std::string timeline_html(const Facets& facets, const DayWriter& write_day, const PageWords& words,
                          const PageAddress& address) {
  constexpr std::uint64_t kWhole = 100;
  const FacetList list = timeline_of(facets);
  if (list.values.size() < 2) return {};
  const auto label = [&](const ListedValue& one) {
    return list.name == "day" ? write_day(one.value) : shown_value(list, one, words);
  };
  const auto most = std::ranges::max_element(list.values, {}, &ListedValue::count);
  std::string bars;
  for (const ListedValue& one : list.values)
    bars += bar_html(address_with(address, list, one),
                     escaped_html(fmt::format("{} ({})", label(one), words.number(one.count))),
                     (one.count * kWhole + most->count - 1) / most->count);
  return fmt::format(
      "<figure>\n<figcaption class=\"summary\">{}</figcaption>\n<ol>\n{}</ol>\n"
      "<div aria-hidden=\"true\">{} {}</div>\n</figure>\n",
      fmt::format(fmt::runtime(words.timeline(list.name)), isolated_html(label(*most)),
                  words.number(most->count)),
      bars, isolated_html(label(list.values.front())), isolated_html(label(list.values.back())));
}

}  // namespace khabar
