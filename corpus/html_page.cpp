// SPDX-License-Identifier: GPL-2.0-or-later
// The article in an HTML page, on the tree that libxml2's forgiving HTML parser makes. Walks use no
// recursion: broken pages nest elements thousands deep.
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "corpus/calendar.h"
#include "corpus/linked_data.h"
#include "corpus/markup.h"
#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

struct DocumentFreer {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using HtmlTree = std::unique_ptr<xmlDoc, DocumentFreer>;

HtmlTree parse_html(std::string text) {
  static const bool initialized = (xmlInitParser(), true);  // libxml2's own is not thread-safe
  static_cast<void>(initialized);
  // libxml2 takes a zero byte for the end of the page.
  std::replace(text.begin(), text.end(), '\0', ' ');
  return HtmlTree(htmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                     HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC));
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string attribute(const xmlNode* node, const char* name) {
  // libxml2's reading functions take nodes that are not const, and leave them as they are.
  xmlChar* value = xmlGetProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name));
  std::string text(trimmed(view(value)));
  xmlFree(value);
  return text;
}

bool is_element(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && view(node->name) == name;
}

bool is_one_of(const xmlNode* node, std::span<const std::string_view> names) {
  return node->type == XML_ELEMENT_NODE &&
         std::find(names.begin(), names.end(), view(node->name)) != names.end();
}

bool has_children(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE && node->children != nullptr;
}

// The node after `node` in document order below `root`; `enter` says whether its children count.
const xmlNode* next_node(const xmlNode* node, const xmlNode* root, bool enter) {
  if (enter && has_children(node)) return node->children;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

constexpr std::array<std::string_view, 15> kNoText = {
    "script", "style",  "nav",    "noscript", "aside",  "form",     "button", "select",
    "svg",    "iframe", "footer", "template", "option", "textarea", "head"};
constexpr std::array<std::string_view, 27> kBlocks = {
    "p",  "br", "div", "li",    "ul", "ol",         "h1",      "h2",         "h3",
    "h4", "h5", "h6",  "table", "tr", "blockquote", "section", "article",    "main",
    "td", "th", "dd",  "dt",    "dl", "pre",        "figure",  "figcaption", "header"};

void append_text_of(const xmlNode* node, std::string& text) {
  if (is_one_of(node, kBlocks)) text += '\n';
  if (node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE) return;
  // A line end in HTML source is a space.
  for (const char c : view(node->content)) text += c == '\n' || c == '\r' ? ' ' : c;
}

// All text below `root`, blocks on lines of their own.
std::string text_below(const xmlNode* root) {
  std::string text;
  for (const xmlNode* node = root; node != nullptr;) {
    append_text_of(node, text);
    if (has_children(node) && (node == root || !is_one_of(node, kNoText))) {
      node = node->children;
      continue;
    }
    while (node != nullptr) {
      if (is_one_of(node, kBlocks)) text += '\n';
      if (node != root && node->next != nullptr) break;
      node = node == root ? nullptr : node->parent;
    }
    if (node != nullptr) node = node->next;
  }
  return tidy_lines(text);
}

// What a page says about itself, collected in one walk.
struct Page {
  std::map<std::string, std::string> meta;  // og:title, article:section, ... -> content
  std::string language;
  std::string canonical;
  std::string title;
  std::vector<std::string> dates;  // of elements, in order
  LinkedArticle linked;
  const xmlNode* heading = nullptr;
  const xmlNode* body = nullptr;
  std::vector<const xmlNode*> articles;
  const xmlNode* main = nullptr;
};

// <time datetime="2025-11-16">, <span itemprop="datePublished" content="2025-11-16">, or their
// text.
void note_date(const xmlNode* node, Page& page) {
  for (const char* name : {"datetime", "content"}) {
    if (std::string value = attribute(node, name); !value.empty())
      page.dates.push_back(std::move(value));
  }
  page.dates.push_back(text_below(node));
}

void note_element(const xmlNode* node, Page& page) {
  const std::string_view name = view(node->name);
  if (name == "meta") {
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string said = lower_case(attribute(node, key));
      if (!said.empty()) page.meta.try_emplace(said, attribute(node, "content"));
    }
  } else if (name == "html") {
    page.language = attribute(node, "lang");
    if (page.language.empty()) page.language = attribute(node, "xml:lang");
  } else if (name == "link") {
    if (lower_case(attribute(node, "rel")) == "canonical") page.canonical = attribute(node, "href");
  } else if (name == "title") {
    if (page.title.empty()) page.title = text_below(node);
  } else if (name == "script") {
    if (lower_case(attribute(node, "type")) == "application/ld+json" && node->children != nullptr)
      read_linked_data(view(node->children->content), page.linked);
  } else if (name == "time" || lower_case(attribute(node, "itemprop")) == "datepublished") {
    note_date(node, page);
  } else if (name == "h1") {
    if (page.heading == nullptr) page.heading = node;
  } else if (name == "body") {
    page.body = node;
  } else if (name == "article" || lower_case(attribute(node, "itemprop")) == "articlebody") {
    page.articles.push_back(node);
  } else if (name == "main" && page.main == nullptr) {
    page.main = node;
  }
}

Page read_page(const xmlNode* root) {
  Page page;
  for (const xmlNode* node = root; node != nullptr; node = next_node(node, root, true)) {
    if (node->type == XML_ELEMENT_NODE) note_element(node, page);
  }
  return page;
}

std::string first_meta(const Page& page, std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = page.meta.find(std::string(name));
    if (found != page.meta.end() && !found->second.empty()) return found->second;
  }
  return {};
}

// Behind "tarikh-e enteshar", "tarikh an-nashr" or "nushira" (published), at the beginning of a
// short line of the page: the date that follows there or on the next line. Wrong for: a list of
// other articles above the article's own line.
std::string date_behind_label(const Page& page) {
  constexpr std::array<std::string_view, 8> kLabels = {
      "\u062A\u0627\u0631\u06CC\u062E \u0627\u0646\u062A\u0634\u0627\u0631",  // tarikh-e enteshar
      "\u062A\u0627\u0631\u064A\u062E \u0627\u0646\u062A\u0634\u0627\u0631",  // the same, YEH
      "\u062A\u0627\u0631\u064A\u062E \u0627\u0644\u0646\u0634\u0631",        // tarikh an-nashr
      "\u0645\u0646\u062A\u0634\u0631 \u0634\u062F\u0647",                    // montasher shode
      "\u0646\u064F\u0634\u0631 \u0641\u064A",  // nushira fi, with DAMMA
      "\u0646\u0634\u0631 \u0641\u064A",        // nushira fi
      "\u0646\u064F\u0634\u0631:",              // nushira, with DAMMA
      "\u0646\u0634\u0631:"};                   // nushira
  constexpr std::size_t kLongestLine = 120;
  if (page.body == nullptr) return {};
  const std::string text = text_below(page.body);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.size() > kLongestLine) continue;
    for (const std::string_view label : kLabels) {
      if (!line.starts_with(label)) continue;
      const std::string_view behind = line.substr(label.size());
      const bool alone = behind.find_first_not_of(" :") == std::string_view::npos;
      const std::string_view date = alone ? rest.substr(0, rest.find('\n')) : behind;
      if (date.size() <= kLongestLine && parse_date(date)) return std::string(date);
    }
  }
  return {};
}

// Whether one of an element's classes is a date's: "date", "news-date", "date_time"; not "update".
bool has_date_class(const xmlNode* node) {
  const std::string classes = lower_case(attribute(node, "class"));
  for (std::size_t at = classes.find("date"); at != std::string::npos;
       at = classes.find("date", at + 1)) {
    constexpr std::string_view kBorders = " -_";
    if (at == 0 || kBorders.find(classes[at - 1]) != std::string_view::npos) return true;
  }
  return false;
}

// Of an element of class "date" close behind the headline; a page's head shows today's date.
std::string date_below_heading(const Page& page, const xmlNode* root) {
  constexpr std::size_t kMostTextBetween = 600;
  constexpr std::size_t kLongest = 120;
  std::size_t between = 0;
  if (page.heading == nullptr) return {};
  for (const xmlNode* node = page.heading; node != nullptr && between < kMostTextBetween;
       node = next_node(node, root, true)) {
    if (node->type == XML_TEXT_NODE) between += trimmed(view(node->content)).size();
    if (node->type != XML_ELEMENT_NODE || !has_date_class(node)) continue;
    std::string text = text_below(node);
    if (text.size() <= kLongest && parse_date(text)) return text;
  }
  return {};
}

std::string paragraphs_below(const xmlNode* root) {
  std::string text;
  for (const xmlNode* node = root; node != nullptr;) {
    const bool paragraph = is_element(node, "p");
    const bool skipped = is_one_of(node, kNoText) || is_element(node, "header");
    if (paragraph) text += text_below(node) + '\n';
    node = next_node(node, root, !paragraph && !skipped);
  }
  return tidy_lines(text);
}

// The text of the article element that has most of it; pages list other articles below their own.
std::string article_text(const Page& page) {
  std::string best;
  for (const xmlNode* article : page.articles) {
    std::string text = text_below(article);
    if (text.size() > best.size()) best = std::move(text);
  }
  if (best.empty() && page.main != nullptr) best = text_below(page.main);
  if (best.empty() && page.body != nullptr) best = paragraphs_below(page.body);
  if (best.empty() && page.body != nullptr) best = text_below(page.body);
  return best;
}

// The first that says a day, of what is made for programs and then of what readers see; else what
// the page gives for a date, to be told.
std::string date_of(const Page& page, const xmlNode* root) {
  constexpr std::array<std::string_view, 2> kPublished = {"article:published_time",
                                                          "datepublished"};
  constexpr std::array<std::string_view, 9> kOthers = {
      "publishdate",    "pubdate",          "date",          "dc.date",    "dcterms.created",
      "dc.date.issued", "parsely-pub-date", "sailthru.date", "datecreated"};
  std::string said;
  for (const std::string& date :
       {first_meta(page, kPublished), page.linked.date_published, first_meta(page, kOthers)}) {
    if (parse_date(date)) return date;
    if (said.empty()) said = date;
  }
  for (const std::string& date : page.dates) {
    if (parse_date(date)) return date;
  }
  std::string date = date_behind_label(page);
  if (date.empty()) date = date_below_heading(page, root);
  return date.empty() ? said : date;
}

// The headline is the title's; a body that begins with it would count it twice.
void drop_leading_line(std::string_view line, std::string& text) {
  if (line.empty() || !text.starts_with(line)) return;
  if (text.size() == line.size())
    text.clear();
  else if (text[line.size()] == '\n')
    text.erase(0, line.size() + 1);
}

bool is_address_of_a_page(std::string_view address) {
  // A canonical address that is the site's front page is a common mistake of templates.
  const auto scheme = address.find("://");
  if (scheme == std::string_view::npos) return false;
  const auto path = address.find('/', scheme + 3);
  return path != std::string_view::npos && path + 1 < address.size();
}

}  // namespace

Document html_to_document(std::string_view bytes, std::string_view charset, std::string_view url) {
  Document document;
  const HtmlTree tree = parse_html(decode_to_utf8(bytes, charset));
  const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  document.url = url;
  if (root == nullptr) return document;
  const Page page = read_page(root);
  constexpr std::array<std::string_view, 2> kTitles = {"og:title", "twitter:title"};
  constexpr std::array<std::string_view, 2> kSources = {"og:site_name", "application-name"};
  constexpr std::array<std::string_view, 2> kSections = {"article:section", "section"};
  constexpr std::array<std::string_view, 2> kLanguages = {"og:locale", "content-language"};
  constexpr std::array<std::string_view, 1> kAddresses = {"og:url"};

  const std::string heading = page.heading != nullptr ? text_below(page.heading) : std::string();
  document.title = first_meta(page, kTitles);
  if (document.title.empty()) document.title = page.linked.headline;
  if (document.title.empty()) document.title = heading.empty() ? page.title : heading;
  document.body = article_text(page);
  drop_leading_line(heading, document.body);
  drop_leading_line(document.title, document.body);
  document.language = page.language.empty() ? first_meta(page, kLanguages) : page.language;
  std::replace(document.language.begin(), document.language.end(), '_', '-');
  document.date = date_of(page, root);
  document.source = first_meta(page, kSources);
  if (document.source.empty()) document.source = page.linked.publisher;
  document.category = first_meta(page, kSections);
  if (document.category.empty()) document.category = page.linked.section;
  if (document.url.empty()) {
    document.url = page.canonical.empty() ? first_meta(page, kAddresses) : page.canonical;
    if (!is_address_of_a_page(document.url)) document.url.clear();
  }
  document.id = document.url;
  return document;
}

std::string html_fragment_to_text(std::string_view html) {
  const HtmlTree tree = parse_html(std::string(html));
  const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  return root != nullptr ? text_below(root) : std::string();
}

}  // namespace khabar
