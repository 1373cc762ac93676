// SPDX-License-Identifier: GPL-2.0-or-later
// The pages that have no results: before a search, and where something is wrong.
#include <fmt/format.h>

#include <functional>

#include "searcher/html_text.h"
#include "searcher/page.h"
#include "searcher/page_controls.h"
#include "searcher/page_frame.h"
#include "searcher/page_words.h"

namespace khabar {
namespace {

constexpr std::size_t kExamples = 3;

std::string page_html(const PageWords& words, const PageAddress& address, const std::string& text,
                      std::string_view attributes) {
  return head_html(words, {.title = titled(words.home, "khabar"), .served = true}) +
         fmt::format(
             "<header>\n<h1>{}</h1>\n{}</header>\n<main id=\"main\" tabindex=\"-1\">\n{}"
             "</main>\n</body>\n</html>\n",
             words.home, form_html(address, words, {}, attributes), text);
}

}  // namespace

std::string home_as_html(const std::string& language, const PageAddress& address,
                         const IndexOverview& overview, const DateWriter& write_date,
                         const std::function<bool(const std::string&)>& finds) {
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
  std::size_t shown = 0;
  for (const std::string& query : words.queries) {
    if (shown == kExamples || !finds(query)) continue;
    ++shown;
    examples +=
        fmt::format("<li>{}</li>\n", link_html(address.with({{"q", query}}), isolated_html(query)));
  }
  std::string text = fmt::format("<p class=\"summary\">{}</p>\n", facts);
  if (shown > 0)
    text += fmt::format("<p class=\"summary\">{}:</p>\n<ul class=\"filters\">\n{}</ul>\n",
                        words.examples, examples);
  return page_html(words, address, text, " autofocus");
}

std::string fault_as_html(const std::string& language, const PageAddress& address, const Note& why,
                          const std::string& message) {
  const PageWords& words = page_words(language);
  const bool english = words.tag == "en", of_server = why.kind > NoteKind::bad_parameter;
  std::string text = note_html(why, words);
  if (english && why.kind > NoteKind::no_words) text = escaped_html(message);
  if (why.kind > NoteKind::no_words) text = fmt::format("{}<br>\n{}", words.not_done, text);
  if (!english && of_server)
    text += fmt::format("<br>\n<span lang=\"en\" dir=\"ltr\">{}</span>", escaped_html(message));
  text = fmt::format("<p id=\"fault\" class=\"fault\" role=\"alert\">{}</p>\n", text);
  const bool of_query = why.kind >= NoteKind::no_words && why.kind <= NoteKind::bad_parameter;
  return page_html(words, address, text,
                   of_query ? " autofocus aria-invalid=\"true\" aria-describedby=\"fault\"" : "");
}

}  // namespace khabar
