// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/result_writer.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <unistd.h>

#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>

#include "analyzers/utf8.h"
#include "searcher/terminal_text.h"
#include "tests/support/lines.h"

namespace khabar {
namespace {

using test::lines_of;
using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kIsolate = "\u2068";
constexpr const char* kPop = "\u2069";
constexpr const char* kEscape = "\033";

SearchResults one_hit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 3.14159;
  hit.id = "fa-1";
  hit.title = "ماهوارهٔ تازه";
  hit.title_highlights = {{0, 16}};
  hit.date = "2025-11-16";
  hit.source = "Didban";
  hit.language = "fa";
  hit.snippet = "ماهواره به مدار رسید";
  hit.snippet_highlights = {{0, 14}};
  SearchResults results;
  results.query = "ماهواره";
  results.language = "fa";
  results.total = 1;
  results.hits.push_back(hit);
  return results;
}

nlohmann::json as_json(const SearchResults& results) {
  return nlohmann::json::parse(results_as_json(results));
}

TEST(ResultsAsJson, AreOneLineOfUtf8) {
  const std::string json = results_as_json(one_hit());
  EXPECT_THAT(json, Not(HasSubstr("\n")));
  EXPECT_THAT(json, HasSubstr("ماهوارهٔ تازه"));
  EXPECT_THAT(json, Not(HasSubstr("\\u06")));
}

TEST(ResultsAsJson, HaveTheKeysOfTheContract) {
  const auto json = as_json(one_hit());
  EXPECT_EQ(json.at("query"), "ماهواره");
  EXPECT_EQ(json.at("total"), 1);
  EXPECT_TRUE(json.contains("seconds"));
  const auto hit = json.at("hits").at(0);
  for (const char* key :
       {"rank", "score", "id", "title", "date", "source", "language", "snippet"}) {
    EXPECT_TRUE(hit.contains(key)) << key;
  }
  EXPECT_EQ(hit.at("snippet_highlights"), nlohmann::json({{0, 14}}));
  EXPECT_EQ(hit.at("title_highlights"), nlohmann::json({{0, 16}}));
}

TEST(ResultsAsJson, HaveAnEmptyListOfHitsWhereNothingIsFound) {
  EXPECT_EQ(as_json({}).at("hits"), nlohmann::json::array());
}

TEST(ResultsAsJson, StayValidWhateverTheBytes) {
  SearchResults results = one_hit();
  std::string all_bytes;
  for (int byte = 0; byte < 256; ++byte) all_bytes += static_cast<char>(byte);
  results.query = all_bytes;
  results.hits[0].title = all_bytes;
  results.hits[0].snippet = "\"\\\n\t</script>\u2028";
  const auto json = as_json(results);
  EXPECT_EQ(json.at("hits").at(0).at("snippet"), "\"\\\n\t</script>\u2028");
}

TEST(ResultsAsJson, HaveNumbersThatJsonCanHold) {
  SearchResults results = one_hit();
  results.hits[0].score = std::numeric_limits<double>::infinity();
  results.seconds = std::nan("");
  EXPECT_EQ(as_json(results).at("hits").at(0).at("score"), 0.0);
  EXPECT_EQ(as_json(results).at("seconds"), 0.0);
}

TEST(ResultsAsJson, TellTheEvidenceOnlyWhenExplained) {
  SearchResults results = one_hit();
  EXPECT_FALSE(as_json(results).at("hits").at(0).contains("evidence"));
  results.parsed_query = "group(words(\"x\"))";
  results.hits[0].evidence.push_back({"x", "Zx", "stem", 2, 1.5});
  const auto json = as_json(results);
  EXPECT_EQ(json.at("parsed_query"), results.parsed_query);
  EXPECT_EQ(json.at("hits").at(0).at("evidence").at(0).at("count"), 2);
}

TEST(ResultsAsText, InAPipeHaveNeitherIsolatesNorEscapes) {
  const std::string text = results_as_text(one_hit(), {});
  EXPECT_THAT(text, Not(HasSubstr(kIsolate)));
  EXPECT_THAT(text, Not(HasSubstr(kEscape)));
  EXPECT_THAT(text, EndsWith("\n"));
}

TEST(ResultsAsText, ShowRankTitleFactsAndSnippet) {
  const auto lines = lines_of(results_as_text(one_hit(), {}));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0], "  1  ماهوارهٔ تازه");
  EXPECT_EQ(lines[1], "     Didban · 2025-11-16 · fa · fa-1");
  EXPECT_EQ(lines[2], "     ماهواره به مدار رسید");
}

TEST(ResultsAsText, OnATerminalIsolateEachLineOfRightToLeftText) {
  const std::string text = results_as_text(one_hit(), {.terminal = true});
  const auto lines = lines_of(text);
  EXPECT_THAT(lines.front(), AllOf(HasSubstr(kIsolate), EndsWith(kPop)));
  EXPECT_THAT(lines.back(), AllOf(HasSubstr(kIsolate), EndsWith(kPop)));
  EXPECT_THAT(lines[1], Not(HasSubstr(kIsolate)));  // nothing right-to-left in it
  EXPECT_THAT(text, Not(HasSubstr(kEscape)));
}

TEST(ResultsAsText, InColourLightUpTheHighlights) {
  const std::string text = results_as_text(one_hit(), {.terminal = true, .color = true});
  EXPECT_THAT(text, HasSubstr("\033[1;7mماهواره\033[0m"));
  for (const std::string& line : lines_of(text)) {
    if (line.find(kEscape) != std::string::npos) {
      EXPECT_EQ(line.rfind("\033[0m"), line.rfind(kEscape)) << line;
    }
  }
}

TEST(ResultsAsText, WrapAtTheWidthOfTheTerminal) {
  SearchResults results = one_hit();
  results.hits[0].snippet.clear();
  for (int i = 0; i < 60; ++i) results.hits[0].snippet += "واژه ";
  results.hits[0].snippet += std::string(200, 'x');
  results.hits[0].snippet_highlights.clear();
  std::size_t shown = 0;
  for (const std::string& line :
       lines_of(results_as_text(results, {.terminal = true, .columns = 40}))) {
    EXPECT_LE(count_columns(printable(line)), 40U) << line;
    for (std::size_t at = 0; (at = line.find("واژه", at)) != std::string::npos; ++at) ++shown;
  }
  EXPECT_EQ(shown, 60U);  // broken between words only
}

TEST(ResultsAsText, ShowWhatTheArticleSaysWhereThereIsNoTitle) {
  SearchResults results = one_hit();
  results.hits[0].title.clear();
  results.hits[0].title_highlights.clear();
  results.hits[0].snippet_highlights.clear();
  const std::string snippet = results.hits[0].snippet;
  EXPECT_THAT(results_as_text(results, {}), StartsWith("  1  " + snippet + "\n"));
  EXPECT_EQ(results_as_text(results, {}).rfind(snippet), 5U);  // once
  results.hits[0].snippet.clear();
  EXPECT_THAT(results_as_text(results, {}), StartsWith("  1  fa-1\n"));
}

TEST(ResultsAsText, WriteDatesAsTheCallerDoes) {
  TextLayout layout;
  layout.write_date = [](const std::string& date, const std::string& language) {
    return WrittenDate{date + " in " + language};
  };
  EXPECT_THAT(results_as_text(one_hit(), layout), HasSubstr("2025-11-16 in fa"));
}

// In one isolate with Arabic letters, 2025-11-16 would be shown as 16-11-2025.
TEST(ResultsAsText, KeepTheIsoDateOutOfTheIsolate) {
  TextLayout layout;
  layout.terminal = true;
  layout.write_date = [](const std::string&, const std::string&) {
    return WrittenDate{"۲۵ آبان ۱۴۰۴", true};
  };
  EXPECT_THAT(results_as_text(one_hit(), layout),
              HasSubstr("\u2068۲۵ آبان ۱۴۰۴\u2069 (2025-11-16)"));
}

TEST(ResultsAsText, LetNoDocumentSteerTheTerminal) {
  SearchResults results = one_hit();
  results.hits[0].title = "a\033[2Jb\u202Ec\x9B\x07";
  results.hits[0].id = "\033]0;x\007";
  const std::string text = results_as_text(results, {.terminal = true});
  EXPECT_THAT(text, Not(HasSubstr(kEscape)));
  EXPECT_THAT(text, Not(HasSubstr("\u202E")));
  EXPECT_THAT(text, Not(HasSubstr("\x07")));
}

TEST(Printable, MakesOneLine) {
  EXPECT_EQ(printable("a\n\n b\t\tc "), "a b c");
  EXPECT_EQ(printable("\u202Ea\u2066b\u2069\u200F"), "ab");
  EXPECT_EQ(printable("a\xFF"), "a\uFFFD");
  EXPECT_EQ(printable("کتاب\u200Cها"), "کتاب\u200Cها");
}

TEST(Isolated, WrapsOnlyWhatHoldsRightToLeftLetters) {
  EXPECT_EQ(isolated("خبر"), std::string(kIsolate) + "خبر" + kPop);
  EXPECT_EQ(isolated("news 5"), "news 5");
  EXPECT_EQ(isolated(""), "");
}

TEST(Columns, AreCountedAsATerminalDoes) {
  EXPECT_EQ(count_columns("abc"), 3U);
  EXPECT_EQ(count_columns("خبر"), 3U);
  EXPECT_EQ(count_columns("خَبَر"), 3U);
  EXPECT_EQ(count_columns("کتاب\u200Cها"), 6U);
  EXPECT_EQ(count_columns("\u65B0\u805E"), 4U);
}

Facets some_facets() {
  Facets facets;
  facets.sources = {{"دیدار", 2}, {"Al-Nahr", 1}};
  facets.languages = {{"fa", 2}, {"ar", 1}};
  facets.months = {{"1404-08", "آبان ۱۴۰۴", "2025-10-23", "2025-11-21", 3}};
  facets.documents = 3;
  return facets;
}

TEST(ResultsAsText, ShowFacetsBelowTheHits) {
  SearchResults results = one_hit();
  results.facets = some_facets();
  results.total = 3;
  const auto lines = lines_of(results_as_text(results, {}));
  ASSERT_EQ(lines.size(), 8U);
  EXPECT_EQ(lines[4], "3 documents");
  EXPECT_EQ(lines[5], "source    دیدار (2) · Al-Nahr (1)");
  EXPECT_EQ(lines[7], "month     آبان ۱۴۰۴ (3)");
  results.facets->exact = false;
  EXPECT_EQ(lines_of(results_as_text(results, {}))[4],
            "3 documents, the first that were looked at");
}

// Each label in an isolate of its own and each count in brackets behind it: neither joins a
// neighbour, whether the terminal reorders the line or not.
TEST(ResultsAsText, KeepFacetCountsWithTheirLabelsOnATerminal) {
  SearchResults results = one_hit();
  results.facets = some_facets();
  results.facets->months = {{"2025-01", "يناير 2025", "2025-01-01", "2025-01-31", 3},
                            {"2025-02", "فبراير 2025", "2025-02-01", "2025-02-28", 10}};
  const auto lines = lines_of(results_as_text(results, {.terminal = true}));
  EXPECT_EQ(lines[5], "source    \u2068دیدار\u2069 (2) · Al-Nahr (1)");
  EXPECT_EQ(lines[7], "month     \u2068يناير 2025\u2069 (3) · \u2068فبراير 2025\u2069 (10)");
}

// Months from the first of `first` on, two documents each, as a reader of Gregorian dates has them.
std::vector<FacetMonth> months_from(int first, int count) {
  std::vector<FacetMonth> months;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i % 12 + 1);
    const std::string value =
        std::to_string(first + i / 12) + (number.size() == 1 ? "-0" : "-") + number;
    months.push_back({value, "month " + value, value + "-01", value + "-28", 2});
  }
  return months;
}

TEST(ResultsAsText, CountTheYearsOfALongTime) {
  SearchResults results = one_hit();
  results.facets = some_facets();
  const auto lines = [&](int first, int count) {
    results.facets->months = months_from(first, count);
    const auto all = lines_of(results_as_text(results, {}));
    return std::vector<std::string>(all.begin() + 7, all.end());
  };
  ASSERT_EQ(lines(2024, 24).size(), 1U);
  EXPECT_THAT(lines(2024, 24)[0], HasSubstr("month 2024-01 (2) · "));
  EXPECT_THAT(lines(2024, 24)[0], HasSubstr(" · month 2025-12 (2)"));
  EXPECT_THAT(lines(1403, 27),
              ElementsAre("year      1403 (24) · 1404 (24) · 1405 (6)",
                          "          27 months: --json, or those of 1405 by --since 1405-01-01 "
                          "--until 1405-03-28"));
  const auto long_time = lines(2001, 14 * 12);
  ASSERT_EQ(long_time.size(), 3U);
  EXPECT_THAT(long_time[0], HasSubstr("year      2003 (24) · 2004 (24)"));
  EXPECT_THAT(long_time[0], HasSubstr("2014 (24)"));
  EXPECT_EQ(long_time[2], "          2 earlier years: --json");
}

TEST(ResultsAsJson, HaveFacetsWhereTheyWereAskedFor) {
  SearchResults results = one_hit();
  EXPECT_FALSE(as_json(results).contains("facets"));
  results.facets = some_facets();
  const auto facets = as_json(results).at("facets");
  EXPECT_EQ(facets.at("source").at(0), nlohmann::json({{"value", "دیدار"}, {"count", 2}}));
  EXPECT_EQ(facets.at("month").at(0).at("first"), "2025-10-23");
  EXPECT_EQ(facets.at("category"), nlohmann::json::array());
  EXPECT_EQ(facets.at("exact"), true);
}

WrittenDate in_brackets(const std::string& date, const std::string&) {
  return {"(" + date + ")", true};
}

TEST(ResultsAsJson, HaveHtmlAndTheReadersDatesOnRequest) {
  const auto hit =
      nlohmann::json::parse(results_as_json(one_hit(), {.html = true, .write_date = in_brackets}))
          .at("hits")
          .at(0);
  EXPECT_EQ(hit.at("date_text"), "(2025-11-16)");
  EXPECT_THAT(std::string(hit.at("snippet_html")), HasSubstr("<mark>ماهواره</mark>"));
  EXPECT_TRUE(hit.contains("title_html"));
}

TEST(ResultsAsText, ExplainEachTermByItsWord) {
  SearchResults results = one_hit();
  results.parsed_query = "words(\"وزراء\")";
  results.terms = {{"وزراء", "وزراء", "word", "as typed", 0.25, 12, "وزراء", "وُزراء"},
                   {"وزراء", "Zوزیر", "stem", "other forms of the word", 1.0, 1, "وزیر"}};
  results.hits[0].score = 3;
  results.hits[0].evidence = {
      {"وزراء", "Zوزیر", "stem, other forms of the word", 2, 1.5, "وزیر", "وُزراء"},
      {"", "وزیر کشور", "words side by side", 0, 0.5, "وزیر کشور"}};
  const std::string text = results_as_text(results, {});
  EXPECT_THAT(text, HasSubstr("  وُزراء\n    ×0.25        12 documents  وزراء  (word, as typed)\n"));
  EXPECT_THAT(text, HasSubstr("×1.00         1 document   وزیر  (stem, other forms of the word)"));
  EXPECT_THAT(text,
              HasSubstr("     score 3.0000, of which\n"
                        "        1.5000  ×2   وزیر  (stem, other forms of the word; for وُزراء)\n"
                        "        0.5000       وزیر کشور  (words side by side)\n"
                        "        1.0000       words that the query has in several parts\n"));
}

// The lines below "looked for", without the hit.
std::string looked_for(std::vector<TermReading> terms) {
  SearchResults results;
  results.parsed_query = "words(...)";
  for (TermReading& one : results.terms = std::move(terms)) one.typed = one.word;
  const std::string text = results_as_text(results, {});
  return text.substr(text.find("looked for\n"));
}

TEST(ResultsAsText, NameInOneLineWhatNoDocumentHas) {
  const TermReading word{"داده", "داده", "word", "as typed", 0.25, 39, "داده"};
  const TermReading name{"داده", "عداد", "word", "the name spelled otherwise", 0.03, 0, "عداد"};
  TermReading stem = name;
  stem.text = "دادا";
  EXPECT_EQ(looked_for({word, name, stem, stem}),
            "looked for\n  داده\n    ×0.25        39 documents  داده  (word, as typed)\n"
            "    in no document: عداد · دادا\n\n");
  stem.documents = 3;  // found after all, as a stem
  EXPECT_THAT(looked_for({word, name, stem}), EndsWith("in no document: عداد\n\n"));
}

TEST(ResultsAsText, NameTheFirstOfManySpellingsThatNoDocumentHas) {
  std::vector<TermReading> terms;
  for (const char* text : {"زلنسكي", "زيلنسكي", "زلينسكي", "زلنسكى", "زيلينسكي", "زلنسقي"})
    terms.push_back({"زلنسكي", text, "word", "the name spelled otherwise", 0.5, 0, text});
  EXPECT_EQ(looked_for(std::move(terms)),
            "looked for\n  زلنسكي\n"
            "    in no document: زلنسكي · زيلنسكي · زلينسكي · زلنسكى · 2 more\n\n");
}

TEST(ResultsAsText, CountNoDocumentsOfWordsThatBeginSo) {
  EXPECT_THAT(
      looked_for({{"وزا", "وزا...", "words that begin so", "as typed", 1.0, {}, "وزا..."}}),
      EndsWith("    ×1.00                      وزا...  (words that begin so, as typed)\n\n"));
}

// Sets an environment variable as long as it lives.
class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) {
    const char* before = std::getenv(name);
    had_ = before != nullptr;
    if (had_) before_ = before;
    if (value != nullptr) {
      setenv(name, value, 1);
    } else {
      unsetenv(name);
    }
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment() {
    if (had_) {
      setenv(name_, before_.c_str(), 1);
    } else {
      unsetenv(name_);
    }
  }

 private:
  const char* name_;
  bool had_ = false;
  std::string before_;
};

class LayoutOfATerminal : public testing::Test {
 protected:
  LayoutOfATerminal() {
    winsize size{};
    size.ws_row = 30;
    size.ws_col = 57;
    if (openpty(&screen_, &terminal_, nullptr, nullptr, &size) != 0)
      throw std::runtime_error("pty");
  }
  ~LayoutOfATerminal() override {
    close(screen_);
    close(terminal_);
  }
  int screen_ = -1;
  int terminal_ = -1;
};

TEST_F(LayoutOfATerminal, HasItsWidthAndColour) {
  const Environment term("TERM", "xterm");
  const Environment no_color("NO_COLOR", nullptr);
  const TextLayout layout = text_layout(terminal_);
  EXPECT_TRUE(layout.terminal);
  EXPECT_TRUE(layout.color);
  EXPECT_EQ(layout.columns, 57U);
}

TEST_F(LayoutOfATerminal, HasNoColourWithNoColor) {
  const Environment term("TERM", "xterm");
  const Environment no_color("NO_COLOR", "1");
  const TextLayout layout = text_layout(terminal_);
  EXPECT_TRUE(layout.terminal);
  EXPECT_FALSE(layout.color);
}

TEST_F(LayoutOfATerminal, HasNoColourWhereItIsDumb) {
  const Environment no_color("NO_COLOR", nullptr);
  const Environment term("TERM", "dumb");
  EXPECT_FALSE(text_layout(terminal_).color);
}

TEST(LayoutOfAFile, HasNeitherIsolatesNorColour) {
  const Environment term("TERM", "xterm");
  const int file = open("/dev/null", O_WRONLY);
  const TextLayout layout = text_layout(file);
  close(file);
  EXPECT_FALSE(layout.terminal);
  EXPECT_FALSE(layout.color);
}

}  // namespace
}  // namespace khabar
