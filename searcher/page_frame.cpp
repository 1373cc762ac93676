// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page_frame.h"

#include <fmt/format.h>

#include "searcher/html_text.h"

namespace khabar {
namespace data {
std::string_view completions();  // searcher/data/completions.js
std::string_view style();        // searcher/data/style.css
}  // namespace data

namespace {

// Whatever an article holds, nothing of it is loaded or run.
constexpr std::string_view kPolicy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'\">\n";

constexpr std::string_view kServedPolicy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; form-action 'self'\">\n"
    "<script src=\"/completions.js\" defer></script>\n";

}  // namespace

std::string head_html(const PageWords& words, const PageHead& head) {
  const std::string feed =
      head.feed.empty() ? std::string()
                        : fmt::format(
                              "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" "
                              "href=\"{}\">\n",
                              words.follow, escaped_html(head.feed));
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{}"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n{}<style>\n{}</style>\n</head>\n<body{}>\n{}",
      words.tag, words.direction, head.served ? kServedPolicy : kPolicy, escaped_html(head.title),
      feed, data::style(), head.found ? " class=\"found\"" : "",
      head.served ? fmt::format("<a class=\"skip\" href=\"#main\">{}</a>\n", words.skip) : "");
}

std::string titled(std::string_view title, std::string_view of) {
  return fmt::format("{} \u2013 {}", title, of);
}

std::string_view completion_script() { return data::completions(); }

}  // namespace khabar
