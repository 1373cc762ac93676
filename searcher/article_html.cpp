// SPDX-License-Identifier: GPL-2.0-or-later
// An article as a page of HTML.
#include <fmt/format.h>

#include <algorithm>

#include "searcher/html_text.h"
#include "searcher/page.h"
#include "searcher/page_controls.h"
#include "searcher/page_frame.h"
#include "searcher/page_hits.h"
#include "searcher/page_words.h"

namespace khabar {
namespace {

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

// A paragraph a line, with what the query matched.
std::string body_html(const ArticleView& view, std::string_view direction) {
  std::string html;
  const std::string_view body = view.article.body;
  for (std::string_view rest = body; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    html += fmt::format("<p{}>{}</p>\n", other_direction(line, direction),
                        highlighted_html(line, within(view.in_text, body, line)));
  }
  return html;
}

// The copies of the article, and those like it.
std::string others_html(const ArticleView& view, const DateWriter& write_date,
                        const PageWords& words, const PageAddress& search) {
  std::string html;
  if (!view.copies.hits.empty()) {
    html += fmt::format("<h2 id=\"{}\">{}</h2>\n<ol>\n", kCopiesId,
                        copies_html(view.copies.total, std::string(words.tag), words, {}));
    for (const Hit& hit : view.copies.hits) html += copy_html(hit, write_date, search);
    html += "</ol>\n";
  }
  if (!view.similar.hits.empty()) {
    html += fmt::format("<h2>{}</h2>\n<ol>\n", words.similar);
    const PageAddress none("/", {});
    for (const Hit& hit : view.similar.hits) html += hit_html(hit, write_date, words, &none);
    html += "</ol>\n";
  }
  return html;
}

}  // namespace

std::string article_as_html(const ArticleView& view, const DateWriter& write_date,
                            const PageAddress& address, const std::string& reader) {
  const StoredFields& article = view.article;
  const PageWords& words = page_words(reader);
  const PageAddress search = address.at("/").without("id");
  const std::string title = article.title.empty() ? article.id : article.title;
  Hit facts;
  facts.language = article.language;
  facts.date = article.date;
  facts.source = article.source;
  facts.category = article.category;
  std::string html = head_html(words, {.title = titled(title, "khabar"), .served = true}) +
                     "<header>\n" + form_html(search, words);
  if (!search.value("q").empty())
    html += "<div class=\"back\">\n<p>" +
            link_html(search.with({{"offset", search.value("offset")}}), std::string(words.back)) +
            "</p>\n</div>\n";
  html += "</header>\n";
  html += fmt::format(
      "<main id=\"main\" tabindex=\"-1\">\n<article lang=\"{}\" dir=\"{}\">\n<h1>{}</h1>\n"
      "<p class=\"facts\">{}</p>\n",
      escaped_html(article.language), direction_of(title), isolated_html(title, view.in_title),
      facts_html(
          facts, write_date,
          copies_html(view.copies.total, article.language, words, std::string("#") + kCopiesId)));
  if (is_web_address(article.url))
    html += fmt::format("<p class=\"back\" lang=\"{}\" dir=\"{}\">", words.tag, words.direction) +
            link_html(article.url, std::string(words.original)) + "</p>\n";
  html += body_html(view, direction_of(title)) + "</article>\n" +
          others_html(view, write_date, words, search);
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace khabar
