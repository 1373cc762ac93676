// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page_frame.h"

#include <fmt/format.h>

#include "searcher/html_text.h"

namespace khabar {
namespace {

// Whatever an article holds, nothing of it is loaded or run.
constexpr std::string_view kPolicy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'\">\n";

constexpr std::string_view kServedPolicy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; form-action 'self'\">\n"
    "<script src=\"/completions.js\" defer></script>\n";

// What is pressed is 44 pixels high: the form and the filters always, what stands in lists where a
// finger points.
constexpr std::string_view kStyle = R"css(<style>
:root { color-scheme: light dark }
body { max-width: 46em; margin: 1em auto; padding: 0 1em; font-family: sans-serif; line-height: 1.7;
  overflow-wrap: anywhere }
h1 { font-size: 1.4em; margin-block: .4em }
h2, p { margin: 0 }
h2 { font-size: 1.1em }
article p { margin-block: .6em }
main > h2 { margin-block: 1.5em .5em }
main > ol { padding: 0 }
main > ol > li { margin-block-end: 1.2em; margin-inline-start: 2.2em }
[lang=fa] > body main > ol { list-style-type: persian }
.facts, .summary, .notes { opacity: .75; font-size: .9em }
.facts bdi, .notes bdi, time { display: inline-block }
.fault { margin-block: 1em; padding: .3em .8em; border-inline-start: .3em solid #c62828 }
mark { background: #ffe58a; color: #000; border-radius: .2em }

:focus-visible { outline: 3px solid; outline-offset: 2px }
main:focus { outline: 0 }
.skip { position: absolute; inset-block-start: .4em; padding: .6em 1em; background: Canvas }
.skip:not(:focus) { inset-block-start: -9em }
form { display: flex; flex-wrap: wrap; gap: .5em; align-items: center }
input, button, select { font: inherit }
input[type=search] { flex: 1 1 16em; padding: .3em .6em }
input[type=checkbox] { width: 1.3em; height: 1.3em }
label, nav a, .follow a, .back a, .filters a { display: inline-flex; align-items: center; gap: .4em }
input[type=search], button, select, label, nav a, .follow a, .back a, .filters a, aside summary {
  min-height: 2.75rem; min-width: 2.75rem; box-sizing: border-box }
nav { display: flex; gap: 2em }
aside ul, .filters { list-style: none; padding: 0; margin: 0 }
.filters li { display: inline-flex; align-items: center; border: 1px solid; border-radius: 1.4em;
  padding-inline-start: 1em; margin-block-start: .5em; margin-inline-end: .5em }
.filters a { justify-content: center }
.filters a:only-child { padding-inline-end: 1em }

aside { border-top: 1px solid; margin-block: .7em; display: grid; gap: 0 2em;
  grid-template-columns: repeat(auto-fill, minmax(12em, 1fr)) }
aside h2 { font-size: 1em; margin-top: 1em }
aside > details { grid-column: 1 / -1 }
aside summary { cursor: pointer; padding-block: .5em }
figure { position: relative; margin: .7em 0 0 }
figure ol { display: flex; height: 4em; margin: .2em 0 0; padding: 0; list-style: none;
  border-block-end: 1px solid; overflow-x: auto }
figure li { flex: 1 0 10px }
figure a { display: flex; align-items: end; height: 100%; padding-inline: 1px; color: inherit }
figure a:focus-visible { outline-offset: -3px }
figure span { flex: 1; min-height: 2px; background: currentcolor; opacity: .55;
  print-color-adjust: exact }
figure div, figure a::after { display: flex; justify-content: space-between; font-size: .8em }
figure a:is(:hover, :focus) span { opacity: 1 }
figure a:is(:hover, :focus)::after { content: attr(aria-label); position: absolute;
  inset: auto 0 0; justify-content: center; background: Canvas }

@media (pointer: coarse) {
  aside li a { display: inline-flex; align-items: center; min-width: 2.75rem; min-height: 2.75rem }
  h2 a { display: inline-block; padding-block: .4em }
}
@media (min-width: 64em) {
  body.found { max-width: 68em; display: grid; column-gap: 3em;
    grid-template-columns: minmax(0, 1fr) 15em; grid-template-rows: auto 1fr }
  .found > header { grid-column: 1 / -1 }
  .found > main { grid-area: 2 / 1 }
  .found > aside { grid-area: 2 / 2; display: block; border: 0 }
}
@media print {
  form, nav, .follow, .back, .skip, .filters a, .found > aside { display: none }
  a { color: inherit; text-decoration: none }
  mark { background: none; font-weight: bold }
  li { break-inside: avoid }
}
</style>
)css";

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
      "<title>{}</title>\n{}{}</head>\n<body{}>\n{}",
      words.tag, words.direction, head.served ? kServedPolicy : kPolicy, escaped_html(head.title),
      feed, kStyle, head.found ? " class=\"found\"" : "",
      head.served ? fmt::format("<a class=\"skip\" href=\"#main\">{}</a>\n", words.skip) : "");
}

std::string titled(std::string_view title, std::string_view of) {
  return fmt::format("{} \u2013 {}", title, of);
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
