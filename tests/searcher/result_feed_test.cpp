// SPDX-License-Identifier: GPL-2.0-or-later
// A feed as its readers take it in: parsed by libxml2, and held against RFC 4287.
#include "searcher/result_feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/parser.h>

#include <map>
#include <memory>
#include <tuple>
#include <vector>

namespace khabar {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;
using testing::StartsWith;
using testing::UnorderedElementsAre;

// The elements below one, by name; "link alternate" is the address of such a link.
using Elements = std::multimap<std::string, std::string>;

std::string text_of(xmlChar* owned) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> text(owned, xmlFree);
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text.get());
}

std::string attribute(xmlNode* node, const char* name) {
  return text_of(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)));
}

Elements below(xmlNode* parent) {
  Elements found;
  for (xmlNode* node = parent->children; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const std::string name = reinterpret_cast<const char*>(node->name);
    if (name == "link") {
      found.emplace("link " + attribute(node, "rel"), attribute(node, "href"));
    } else {
      found.emplace(
          name, name == "category" ? attribute(node, "term") : text_of(xmlNodeGetContent(node)));
    }
  }
  return found;
}

struct Feed {
  Elements elements;
  std::vector<Elements> entries;
  std::vector<std::string> languages;  // of the entries
};

Feed parsed(const std::string& xml) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "feed", nullptr, XML_PARSE_NONET),
      xmlFreeDoc);
  Feed feed;
  if (document == nullptr) {
    ADD_FAILURE() << "no XML: " << xml;
    return feed;
  }
  xmlNode* root = xmlDocGetRootElement(document.get());
  EXPECT_STREQ(reinterpret_cast<const char*>(root->ns->href), "http://www.w3.org/2005/Atom");
  feed.elements = below(root);
  for (xmlNode* node = root->children; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE ||
        std::string(reinterpret_cast<const char*>(node->name)) != "entry")
      continue;
    feed.entries.push_back(below(node));
    feed.languages.push_back(text_of(xmlNodeGetLang(node)));
  }
  return feed;
}

std::string one(const Elements& elements, const char* name) {
  EXPECT_EQ(elements.count(name), 1U) << name;
  const auto found = elements.find(name);
  return found == elements.end() ? "" : found->second;
}

const PageAddress kSearch("/feed", {{"q", "\u0646\u0641\u062A"}, {"source", "A & B"}});

SearchResults results_of(const char* language, const char* title, const char* text) {
  SearchResults results;
  results.query = "نفت";
  results.language = language;
  Hit hit;
  hit.id = "n/1 \u0646";
  hit.title = title;
  hit.snippet = text;
  hit.snippet_highlights = {{0, 6}};
  hit.date = "2025-11-16";
  hit.source = "A & B";
  hit.category = "<economy>";
  hit.language = language;
  hit.url = "https://news.example/a b?x=1&y=\"2\"";
  results.hits.push_back(hit);
  return results;
}

std::string feed_of(const SearchResults& results) {
  return results_as_feed(results, kSearch, "http://127.0.0.1:8080");
}

TEST(ResultsAsFeed, HaveAnElementForEachOutletAndSection) {
  for (const auto& [language, first, second] :
       {std::tuple("ar", "اقتصاد", "طاقة"), {"fa", "اقتصاد", "انرژی"}}) {
    SearchResults results = results_of(language, "نفت", "");
    results.hits[0].source = std::string(first) + "\nA";
    results.hits[0].category = std::string(first) + '\n' + second;
    const Elements& entry = parsed(feed_of(results)).entries.at(0);
    EXPECT_EQ(entry.count("author"), 2U);
    const auto [begin, end] = entry.equal_range("category");
    EXPECT_THAT(std::vector(begin, end),
                UnorderedElementsAre(Pair("category", first), Pair("category", second)));
  }
}

TEST(ResultsAsFeed, HaveWhatAtomRequires) {
  for (const char* language : {"ar", "fa"}) {
    const Feed feed = parsed(feed_of(results_of(language, "نفت <b>", "نفت & گاز")));
    EXPECT_THAT(one(feed.elements, "title"), StartsWith("نفت – "));
    EXPECT_EQ(one(feed.elements, "updated"), "2025-11-16T00:00:00Z");
    EXPECT_EQ(one(feed.elements, "id"), one(feed.elements, "link self"));
    EXPECT_EQ(one(feed.elements, "link self"),
              "http://127.0.0.1:8080/feed?q=%D9%86%D9%81%D8%AA&source=A%20%26%20B");
    EXPECT_EQ(one(feed.elements, "link alternate"),
              "http://127.0.0.1:8080/?q=%D9%86%D9%81%D8%AA&source=A%20%26%20B&sort=newest");
    EXPECT_EQ(feed.elements.count("author"), 1U);
    ASSERT_EQ(feed.entries.size(), 1U);
    const Elements& entry = feed.entries[0];
    EXPECT_EQ(one(entry, "title"), "نفت <b>");
    EXPECT_EQ(one(entry, "id"), "urn:khabar:n%2F1%20%D9%86");
    EXPECT_EQ(one(entry, "published"), "2025-11-16T00:00:00Z");
    EXPECT_EQ(one(entry, "updated"), "2025-11-16T00:00:00Z");
    EXPECT_THAT(one(entry, "author"), HasSubstr("A & B"));
    EXPECT_EQ(one(entry, "category"), "<economy>");
    EXPECT_EQ(one(entry, "summary"), "<p lang=\"" + std::string(language) +
                                         "\" dir=\"rtl\"><mark>نفت</mark> &amp; گاز</p>");
    EXPECT_EQ(one(entry, "link alternate"), "https://news.example/a%20b?x=1&y=%222%22");
    EXPECT_THAT(one(entry, "link related"),
                StartsWith("http://127.0.0.1:8080/article?id=n%2F1%20%D9%86&q="));
    EXPECT_THAT(feed.languages, ElementsAre(language));
  }
}

TEST(ResultsAsFeed, LeadToTheArticleWhereItHasNoAddressOfTheWeb) {
  SearchResults results = results_of("fa", "نفت", "");
  results.hits[0].url = "javascript:alert(1)";
  const std::string xml = feed_of(results);
  EXPECT_THAT(xml, Not(HasSubstr("javascript")));
  EXPECT_THAT(one(parsed(xml).entries[0], "link alternate"),
              StartsWith("http://127.0.0.1:8080/article?id="));
}

TEST(ResultsAsFeed, HaveATimeWhateverTheArticleHas) {
  for (const char* date : {"", "yesterday", "2025-11"}) {
    SearchResults results = results_of("ar", "", "نص الخبر");
    results.hits[0].date = date;
    const Feed feed = parsed(feed_of(results));
    EXPECT_EQ(one(feed.entries[0], "updated"), "1970-01-01T00:00:00Z");
    EXPECT_EQ(feed.entries[0].count("published"), 0U);
    EXPECT_EQ(one(feed.entries[0], "title"), "نص الخبر");
  }
  SearchResults results = results_of("fa", "نفت", "");
  results.hits[0].date = "2025-11-16T08:30:00+03:30";
  EXPECT_EQ(one(parsed(feed_of(results)).entries[0], "updated"), "2025-11-16T00:00:00Z");
}

TEST(ResultsAsFeed, AreXmlWhateverTheBytes) {
  std::string bytes = "خبر\uFFFE\uFFFF\u202E]]>";
  for (int c = 1; c < 256; ++c) bytes += static_cast<char>(c);
  SearchResults results = results_of("ar", bytes.c_str(), bytes.c_str());
  results.query = results.hits[0].id = results.hits[0].source = results.hits[0].language = bytes;
  results.hits[0].url = "https://" + bytes;
  EXPECT_EQ(parsed(feed_of(results)).entries.size(), 1U);
}

TEST(ResultsAsFeed, AreAFeedWithoutAnyToo) {
  SearchResults none;
  none.query = "نفت";
  none.language = "fa";
  const Feed feed = parsed(feed_of(none));
  EXPECT_EQ(feed.entries.size(), 0U);
  EXPECT_EQ(one(feed.elements, "updated"), "1970-01-01T00:00:00Z");
}

}  // namespace
}  // namespace khabar
