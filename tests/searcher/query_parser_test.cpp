// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace khabar {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Row {
  const char* query;
  const char* tree;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.query; }

class Reading : public testing::TestWithParam<Row> {};
TEST_P(Reading, GivesTheTree) {
  EXPECT_EQ(describe(parse_query(GetParam().query).root), GetParam().tree);
}

INSTANTIATE_TEST_SUITE_P(Words, Reading,
                         testing::Values(Row{"a", R"(group(words("a")))"},
                                         Row{"a b c", R"(group(words("a b c")))"},
                                         Row{"  a   b  ", R"(group(words("a   b")))"},
                                         Row{"a\tb\nc", "group(words(\"a\tb\nc\"))"},
                                         Row{"خبر و گزارش", R"(group(words("خبر و گزارش")))"},
                                         Row{"a-b c_d", R"(group(words("a-b c_d")))"}));

INSTANTIATE_TEST_SUITE_P(
    Phrases, Reading,
    testing::Values(
        Row{R"("a b")", R"(group(must phrase("a b")))"},
        Row{R"(a "b c" d)", R"(group(words("a"), must phrase("b c"), words("d")))"},
        Row{"«a b»", R"(group(must phrase("a b")))"}, Row{"»a b«", R"(group(must phrase("a b")))"},
        Row{"“a b”", R"(group(must phrase("a b")))"}, Row{"„a b“", R"(group(must phrase("a b")))"},
        Row{R"(-"a b" c)", R"(group(not phrase("a b"), words("c")))"},
        Row{"“a b\"", R"(group(must phrase("a b")))"},
        Row{"\"a b”", R"(group(must phrase("a b")))"}, Row{"”a b“", R"(group(must phrase("a b")))"},
        Row{"«a \"b» c", R"(group(must phrase("a "b"), words("c")))"},
        Row{R"(="a b")", R"(group(must exact phrase("a b")))"},
        Row{"title:=«a b»", R"(group(must title:exact phrase("a b")))"},
        Row{R"(a"b c")", R"(group(words("a"), must phrase("b c")))"},
        Row{R"("(a) OR b")", R"(group(must phrase("(a) OR b")))"}));

INSTANTIATE_TEST_SUITE_P(
    Operators, Reading,
    testing::Values(Row{"a AND b", R"(group(must words("a"), must words("b")))"},
                    Row{"a OR b", R"(any of(group(words("a")), group(words("b"))))"},
                    Row{"a b AND c", R"(group(must words("a b"), must words("c")))"},
                    Row{"a OR b AND c", R"(any of(group(words("a")), )"
                                        R"(group(must words("b"), must words("c"))))"},
                    Row{"a NOT b", R"(group(words("a"), not words("b")))"},
                    Row{"a AND NOT b", R"(group(must words("a"), not words("b")))"},
                    Row{"NOT a", R"(group(not words("a")))"}));

INSTANTIATE_TEST_SUITE_P(
    NegationOfTheNextItemAlone, Reading,
    testing::Values(
        Row{"NOT تركيا سوريا", R"(group(not words("تركيا"), words("سوريا")))"},
        Row{"سوريا NOT تركيا", R"(group(words("سوريا"), not words("تركيا")))"},
        Row{"NOT ایران سوریه عراق", R"(group(not words("ایران"), words("سوریه عراق")))"},
        Row{"سوریه NOT ایران عراق", R"(group(words("سوریه"), not words("ایران"), words("عراق")))"},
        Row{"NOT title:ترامب ترامب", R"(group(not title:words("ترامب"), words("ترامب")))"},
        Row{R"(NOT "a b" c)", R"(group(not phrase("a b"), words("c")))"},
        Row{"NOT (a b) c", R"(group(not group(words("a b")), words("c")))"},
        Row{"NOT source:irna c", R"(group(not source:filter("irna"), words("c")))"},
        Row{"NOT a NOT b c", R"(group(not words("a"), not words("b"), words("c")))"},
        Row{"NOT NOT a", R"(group(not words("a")))"}, Row{"NOT -a", R"(group(not words("a")))"},
        Row{"a AND NOT b c", R"(group(must words("a"), must group(not words("b"), words("c"))))"},
        Row{"a OR NOT b", R"(any of(group(words("a")), group(not words("b"))))"}));

INSTANTIATE_TEST_SUITE_P(Nothing, Reading,
                         testing::Values(Row{"", "any of()"}, Row{" () ", "any of()"},
                                         Row{"(()) OR ()", "any of()"}));

INSTANTIATE_TEST_SUITE_P(OperatorsInLowerCase, Reading,
                         testing::Values(Row{"a and b", R"(group(words("a and b")))"},
                                         Row{"a or not b", R"(group(words("a or not b")))"},
                                         Row{"ANDROID ORDER", R"(group(words("ANDROID ORDER")))"},
                                         Row{"a و b یا c", R"(group(words("a و b یا c")))"}));

INSTANTIATE_TEST_SUITE_P(
    Signs, Reading,
    testing::Values(Row{"+a b", R"(group(must words("a"), words("b")))"},
                    Row{"a -b", R"(group(words("a"), not words("b")))"},
                    Row{"a - b", R"(group(words("a - b")))"}, Row{"--a", R"(group(words("--a")))"},
                    Row{"a +(b c)", R"(group(words("a"), must group(words("b c"))))"}));

INSTANTIATE_TEST_SUITE_P(
    DashesOfProse, Reading,
    testing::Values(
        Row{"الملك سلمان -حفظه الله- يصل", R"(group(words("الملك سلمان -حفظه الله- يصل")))"},
        Row{"قول الله -عز وجل-، في", R"(group(words("قول الله -عز وجل-، في")))"},
        Row{"رهبر انقلاب -مدظله العالی– گفت", R"(group(words("رهبر انقلاب -مدظله العالی– گفت")))"},
        Row{"وزیر -امروز- گفت", R"(group(words("وزیر -امروز- گفت")))"},
        Row{"-عز وجل-", R"(group(words("-عز وجل-")))"},
        Row{"a b c d e f g h i j k l m -n o", R"(group(words("a b c d e f g h i j k l m -n o")))"},
        Row{"سوريا -تركيا", R"(group(words("سوريا"), not words("تركيا")))"},
        Row{"سوریه -ایران -عراق",
            R"(group(words("سوریه"), not words("ایران"), not words("عراق")))"},
        Row{"الحكومة - أيدها الله -.", R"(group(words("الحكومة - أيدها الله -.")))"},
        Row{"دولت - حفظه الله -،", R"(group(words("دولت - حفظه الله -،")))"},
        Row{"-a -b", R"(group(not words("a"), not words("b")))"},
        Row{"-a-b c", R"(group(not words("a-b"), words("c")))"},
        Row{"-a b - c", R"(group(not words("a"), words("b - c")))"},
        Row{"انقلاب -سوريا 2011- 2015",
            R"(group(words("انقلاب"), not words("سوريا"), words("2011- 2015")))"},
        Row{"جنگ -سوریه ۱۳۹۰– ۱۳۹۴",
            R"(group(words("جنگ"), not words("سوریه"), words("۱۳۹۰– ۱۳۹۴")))"},
        Row{"الثورة -عام 2011- كانت", R"(group(words("الثورة -عام 2011- كانت")))"},
        Row{"انقلاب -سال ۱۳۵۷- بود", R"(group(words("انقلاب -سال ۱۳۵۷- بود")))"},
        Row{"-1 2 3 4 5 6 7 8 9-", R"(group(not words("1"), words("2 3 4 5 6 7 8 9-")))"},
        Row{"a b c d e f g h i j k l -m",
            R"(group(words("a b c d e f g h i j k l"), not words("m")))"},
        Row{"a b c d e f g h i j k l m -source:n",
            R"(group(words("a b c d e f g h i j k l m"), not source:filter("n")))"},
        Row{"+a b c d e f g h i j k l m -n",
            R"(group(must words("a"), words("b c d e f g h i j k l m"), not words("n")))"},
        Row{R"("a b c d e f g h i j" "k l m" -n)",
            R"(group(must phrase("a b c d e f g h i j"), must phrase("k l m"), not words("n")))"},
        Row{"a b c d e f g h i j k l m NOT n",
            R"(group(words("a b c d e f g h i j k l m"), not words("n")))"}));

INSTANTIATE_TEST_SUITE_P(
    Fields, Reading,
    testing::Values(
        Row{"title:a", R"(group(title:words("a")))"},
        Row{"title:a b", R"(group(title:words("a"), words("b")))"},
        Row{R"(title:"a b")", R"(group(must title:phrase("a b")))"},
        Row{"title:(a b)", R"(group(group(title:words("a b"))))"},
        Row{"source:irna", R"(group(source:filter("irna")))"},
        Row{R"(source:"al riyadh" a)", R"(group(source:filter("al riyadh"), words("a")))"},
        Row{"category:علم a", R"(group(category:filter("علم"), words("a")))"},
        Row{"lang:fa", R"(group(lang:filter("fa")))"},
        Row{"date:1404/07..1404/08", R"(group(date:filter("1404/07..1404/08")))"},
        Row{"-source:irna a", R"(group(not source:filter("irna"), words("a")))"},
        Row{"unknown:a", R"(group(words("a")))"},
        Row{"-titel:a b", R"(group(not words("a"), words("b")))"},
        Row{"TITLE:a headline:b", R"(group(title:words("a"), title:words("b")))"},
        Row{"body:خبر text:تازه", R"(group(words("خبر تازه")))"},
        Row{"نص:خبر متن:تازه", R"(group(words("خبر تازه")))"},
        Row{"site:ایرنا Outlet:عكاظ language:fa",
            R"(group(source:filter("ایرنا"), source:filter("عكاظ"), lang:filter("fa")))"},
        Row{"date:[2015-07-01 TO 2015-08-01] خبر",
            R"(group(date:filter("[2015-07-01 TO 2015-08-01]"), words("خبر")))"},
        Row{"title: a", R"(group(words("a")))"}, Row{"a title: b", R"(group(words("a b")))"},
        Row{"-title: كتاب خبر", R"(group(not words("كتاب"), words("خبر")))"},
        Row{"خبر -source: کتاب", R"(group(words("خبر"), not words("کتاب")))"},
        Row{"+lang: کتاب خبر", R"(group(must words("کتاب"), words("خبر")))"},
        Row{"a NOT title: (b c)", R"(group(words("a"), not group(words("b c"))))"},
        Row{"a -title: +b", R"(group(words("a"), must words("b")))"},
        Row{"a -title: OR b", R"(any of(group(words("a")), group(words("b"))))"},
        Row{"a -title:", R"(group(words("a")))"}, Row{"source: کتاب", R"(group(words("کتاب")))"},
        Row{"title:", "any of()"}, Row{"كتاب (title:)", R"(group(words("كتاب")))"},
        Row{"http://a.b", R"(group(words("http://a.b")))"}));

INSTANTIATE_TEST_SUITE_P(PrefixesAndExactWords, Reading,
                         testing::Values(Row{"a*", R"(group(prefix("a")))"}, Row{"*", "any of()"},
                                         Row{"* خبر", R"(group(words("خبر")))"},
                                         Row{"a*b", R"(group(words("a*b")))"},
                                         Row{"title:a*", R"(group(title:prefix("a")))"},
                                         Row{"=a b", R"(group(exact("a"), words("b")))"},
                                         Row{"=a*", R"(group(exact prefix("a")))"},
                                         Row{"=", R"(group(words("=")))"},
                                         Row{"a=b", R"(group(words("a=b")))"}));

// The comma, semicolon, question mark and full stop of the script; TATWEEL is a letter.
INSTANTIATE_TEST_SUITE_P(
    Punctuation, Reading,
    testing::Values(Row{"كتاب، قلم؛ دفتر؟", R"(group(words("كتاب، قلم؛ دفتر؟")))"},
                    Row{"=كتاب، قلم", R"(group(exact("كتاب"), words("قلم")))"},
                    Row{"کتا*؟", R"(group(prefix("کتا")))"},
                    Row{"source:Nilna، کتاب", R"(group(source:filter("Nilna"), words("کتاب")))"},
                    Row{"date:1404/07؛", R"(group(date:filter("1404/07")))"},
                    Row{"کتـاب", R"(group(words("کتـاب")))"}));

// Pasted text carries marks of direction.
INSTANTIATE_TEST_SUITE_P(MarksOfDirection, Reading,
                         testing::Values(Row{"\u200F\"a b\"", R"(group(must phrase("a b")))"},
                                         Row{"\u200Etitle:a", R"(group(title:words("a")))"},
                                         Row{"a \u200F-b", R"(group(words("a"), not words("b")))"},
                                         Row{"a AND\u200F b",
                                             R"(group(must words("a"), must words("b")))"}));

INSTANTIATE_TEST_SUITE_P(
    Nearness, Reading,
    testing::Values(
        Row{"\"وزير الاقتصاد\"~5", R"(group(must phrase near 5("وزير الاقتصاد")))"},
        Row{"«وزیر اقتصاد»~۱۲ خبر", R"(group(must phrase near 12("وزیر اقتصاد"), words("خبر")))"},
        Row{"“وزير الاقتصاد”\u200F~\u200F٥، خبر",
            R"(group(must phrase near 5("وزير الاقتصاد"), words("خبر")))"},
        Row{"title:\"a b\"~2 -=\"c d\"~3",
            R"(group(must title:phrase near 2("a b"), not exact phrase near 3("c d")))"},
        Row{"(\"a b\"~2)", R"(group(group(must phrase near 2("a b"))))"},
        Row{"\"a b\"~2\"c d\"", R"(group(must phrase near 2("a b"), must phrase("c d")))"},
        Row{"\"a b\"~0", R"(group(must phrase("a b")))"},
        Row{"\"a b\"~x c", R"(group(must phrase("a b"), words("c")))"},
        Row{"\"a b\"~99999999999", R"(group(must phrase near 1000("a b")))"},
        Row{"\"a b\"~3^2", R"(group(must phrase near 3("a b")))"},
        Row{"\"a b\" ~3", R"(group(must phrase("a b"), words("~3")))"}));

INSTANTIATE_TEST_SUITE_P(
    OperatorsOfOtherEngines, Reading,
    testing::Values(Row{"سوريا || تركيا", R"(group(words("سوريا تركيا")))"},
                    Row{"سوریه && ایران", R"(group(words("سوریه ایران")))"},
                    Row{"!سوريا", R"(group(not words("سوريا")))"},
                    Row{"الهلال –النصر", R"(group(words("الهلال"), not words("النصر")))"},
                    Row{"سپاهان −تراکتور", R"(group(words("سپاهان"), not words("تراکتور")))"},
                    Row{"دما −5", R"(group(words("دما −5")))"},
                    Row{"a NEAR/5 b", R"(group(words("a b")))"},
                    Row{"سوريا~ تركيا~2", R"(group(words("سوريا تركيا")))"},
                    Row{"سوریه^2 ایران", R"(group(words("سوریه ایران")))"},
                    Row{"مصر~2018 خبر", R"(group(words("مصر~2018 خبر")))"},
                    Row{"ایران^1404 خبر", R"(group(words("ایران^1404 خبر")))"},
                    Row{"(a^0.5)", R"(group(group(words("a"))))"},
                    Row{"~5 a", R"(group(words("~5 a")))"}, Row{"a^b", R"(group(words("a^b")))"}));

INSTANTIATE_TEST_SUITE_P(
    Brackets, Reading,
    testing::Values(
        Row{"(a OR b) AND c", R"(group(must group(any of(group(words("a")), group(words("b")))), )"
                              R"(must words("c")))"},
        Row{"a(b)c", R"(group(words("a"), group(words("b")), words("c")))"},
        Row{"(((a)))", R"(group(group(group(group(words("a"))))))"},
        Row{"-source:(a, \"b c\") d",
            R"(group(not group(source:filter("a"), source:filter("b c")), words("d")))"},
        Row{"مصدر:(أ OR ب)",
            "group(any of(group(source:filter(\"أ\")), group(source:filter(\"ب\"))))"}));

TEST(QueryParser, FindsNoPartWhereNothingIsAskedFor) {
  for (const char* query : {"", "   ", "()", "(())", "AND", "OR OR", "\t\n"}) {
    EXPECT_THAT(parse_query(query).root.children, IsEmpty()) << query;
  }
}

TEST(QueryParser, TellsOfAQuoteThatIsNotClosed) {
  const ParsedQuery parsed = parse_query("a \"b c");
  EXPECT_THAT(in_english(parsed.notes()), ElementsAre(HasSubstr("quote")));
  EXPECT_THAT(describe(parsed.root), HasSubstr("b c"));
}

TEST(QueryParser, TellsOfABracketThatIsNotClosed) {
  const ParsedQuery parsed = parse_query("a (b c");
  EXPECT_THAT(in_english(parsed.notes()), ElementsAre(HasSubstr("bracket")));
  EXPECT_THAT(describe(parsed.root), HasSubstr("b c"));
}

TEST(QueryParser, TellsOfABracketThatNobodyOpenedAndGoesOnBehindIt) {
  const ParsedQuery parsed = parse_query("a) b");
  EXPECT_THAT(in_english(parsed.notes()), ElementsAre(HasSubstr("bracket")));
  EXPECT_THAT(describe(parsed.root), HasSubstr("\"b\""));
}

TEST(QueryParser, PutsThePartsBehindSuchBracketsSideBySide) {
  // A tree that is deeper with each of them exhausted the stack.
  EXPECT_EQ(describe(parse_query("a) b)) c").root),
            R"(group(group(words("a")), group(words("b")), group(words("c"))))");
}

TEST(QueryParser, TellsTheSameOnce) { EXPECT_EQ(parse_query("a) b) c) d)").notes().size(), 1U); }

TEST(QueryParser, HasNothingToTellOfAGoodQuery) {
  EXPECT_THAT(parse_query("a AND (b OR \"c d\") -e title:f*").notes(), IsEmpty());
}

TEST(QueryParser, SurvivesBracketsOfAnyDepth) {
  for (const std::size_t depth : {31U, 33U, 1000U, 30000U}) {
    const ParsedQuery parsed = parse_query(std::string(depth, '(') + "a" + std::string(depth, ')'));
    EXPECT_THAT(describe(parsed.root), HasSubstr("\"a\"")) << depth;
  }
}

TEST(QueryParser, GivesTheBytesOfEachPart) {
  const std::string query = "خبر date:nonsense b";
  const ParsedQuery parsed = parse_query(query);
  ASSERT_EQ(parsed.root.children.size(), 3U);
  const QueryNode& filter = parsed.root.children[1];
  EXPECT_EQ(query.substr(filter.begin, filter.end - filter.begin), "date:nonsense");
}

TEST(QueryParser, GivesThePlaceOfEachWord) {
  for (const std::string query : {"سوريا && تركيا  لبنان", "سوریه~2 ایران^2 عراق", "title: تهران",
                                  "(کتاب title: خبر", "\"كتاب -x +خبر", "-title: کتاب"}) {
    const auto check = [&](const QueryNode& node, const auto& self) -> void {
      for (std::size_t at = 0; at < node.text.size(); ++at) {
        if (node.text[at] != ' ') {
          EXPECT_EQ(query[node.in_query(at)], node.text[at]) << query << at;
        }
      }
      for (const QueryNode& child : node.children) self(child, self);
    };
    check(parse_query(query).root, check);
  }
}

TEST(QueryParser, GivesThePlacesOfAPartOfAText) {
  const std::string query = "وزارة && الخارجية && اليوم";
  const QueryNode text = parse_query(query).root.children.front();
  const QueryNode part = text.with_part(text.text.find("الخ"), text.text.size());
  EXPECT_EQ(part.text, "الخارجية اليوم");
  EXPECT_EQ(part.in_query(0), query.find("الخارجية"));
  EXPECT_EQ(part.in_query(part.text.find("اليوم")), query.find("اليوم"));
}

TEST(QueryParser, GivesTheWordsThatAreSearchedFor) {
  const auto words = [](const char* query) { return words_of_query(parse_query(query).root); };
  EXPECT_EQ(words("source:ایرنا كتاب -خبر title:\"a b\" lang:fa"), "كتاب خبر a b");
  EXPECT_EQ(words("date:1404 (کتاب OR خبر*)"), "کتاب خبر");
  EXPECT_EQ(words("source:Okaz"), "");
}

TEST(QueryParser, KnowsFieldsByTheirArabicAndPersianNames) {
  const auto tree = [](const std::string& query) { return describe(parse_query(query).root); };
  for (const char* title : {"عنوان", "العنوان"})
    EXPECT_EQ(tree(std::string(title) + ":كتاب"), tree("title:كتاب"));
  for (const char* source : {"مصدر", "المصدر", "منبع"})
    EXPECT_EQ(tree(std::string(source) + ":فارس"), tree("source:فارس")) << source;
  for (const char* category : {"تصنيف", "التصنيف", "القسم", "دسته", "بخش"})
    EXPECT_EQ(tree(std::string(category) + ":اقتصاد"), tree("category:اقتصاد")) << category;
  for (const char* date : {"تاريخ", "التاريخ", "تاریخ"})
    EXPECT_EQ(tree(std::string(date) + ":1404.."), tree("date:1404..")) << date;
  for (const char* language : {"لغة", "اللغة", "زبان"})
    EXPECT_EQ(tree(std::string(language) + ":fa"), tree("lang:fa")) << language;
  // Prose has a blank there, and a long text is prose.
  for (const char* prose : {"المصدر: رويترز", "منبع: فارس"}) {
    const ParsedQuery parsed = parse_query(prose);
    EXPECT_EQ(describe(parsed.root), "group(words(\"" + std::string(prose) + "\"))");
    ASSERT_EQ(parsed.faults.size(), 1U);
    EXPECT_EQ(parsed.faults.front().kind, NoteKind::blank_behind_field);
  }
  EXPECT_EQ(tree("المصدر:رويترز أ ب ت ث ج ح خ د ذ ر ز س").find("filter"), std::string::npos);
}

TEST(QueryParser, LeavesAMisspeltFieldOut) {
  const ParsedQuery parsed = parse_query("titel:كتاب");
  EXPECT_EQ(describe(parsed.root), "group(words(\"كتاب\"))");
  EXPECT_EQ(parsed.faults.at(0).nearest, "title");
  for (const char* slip : {"sorce", "tilte", "catgory", "langs", "dat"})
    EXPECT_EQ(parse_query(std::string(slip) + ":کتاب").faults.at(0).kind, NoteKind::misspelt_field);
  for (const char* other : {"tower:کتاب", "http://a.b", "10:30"}) {
    for (const QueryFault& fault : parse_query(other).faults) EXPECT_EQ(fault.nearest, "") << other;
  }
}

TEST(QueryParser, ReadsBytesThatAreNoTextAsWords) {
  EXPECT_THAT(describe(parse_query("\xFF\xFE a").root), HasSubstr("words"));
}

TEST(PlainQuery, ReadsNoOperator) {
  const std::string query = "a AND -b \"c title:d* (";
  EXPECT_EQ(describe(plain_query(query).root), "group(words(\"" + query + "\"))");
}

struct FaultRow {
  const char* query;
  const char* message;
  const char* bytes;  // what the fault points at
};
void PrintTo(const FaultRow& row, std::ostream* out) { *out << row.query; }

class Faults : public testing::TestWithParam<FaultRow> {};
TEST_P(Faults, PointAtTheBytes) {
  const std::string query = GetParam().query;
  const auto faults = parse_query(query).faults;
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_THAT(fault_in_english(faults[0].note()), HasSubstr(GetParam().message));
  EXPECT_EQ(query.substr(faults[0].begin, faults[0].end - faults[0].begin), GetParam().bytes);
}
INSTANTIATE_TEST_SUITE_P(
    All, Faults,
    testing::Values(
        FaultRow{"وزارة \"الاتصالات", "quote that is not closed", "\""},
        FaultRow{"هوش «مصنوعی", "quote that is not closed", "«"},
        FaultRow{"هوش مصنوعی»", "quote that is not closed", "»"},
        FaultRow{"a \"\" b", "between the quotes", "\"\""},
        FaultRow{"وزارة (الاتصالات", "bracket that is not closed", "("},
        FaultRow{"هوش) مصنوعی", "without an opening one", ")"},
        FaultRow{"a () b", "between the brackets", "()"},
        FaultRow{"AND كتاب", "without words on both sides", "AND"},
        FaultRow{"كتاب AND", "without words on both sides", "AND"},
        FaultRow{"كتاب OR", "without words on both sides", "OR"},
        FaultRow{"OR کتاب", "without words on both sides", "OR"},
        FaultRow{"a OR OR b", "without words on both sides", "OR"},
        FaultRow{"کتاب NOT", "without words on both sides", "NOT"},
        FaultRow{"الملك -حفظه الله- يصل", "dash as in prose", "-"},
        FaultRow{"رهبر -مدظله العالی- گفت", "dash as in prose", "-"},
        FaultRow{"titel:كتاب", "no field is named \"titel\" (the nearest is title:)", "titel:"},
        FaultRow{"title: کتاب", "without a value", "title:"},
        FaultRow{"ك*اب", "no star at the end", "*"}, FaultRow{"*سوريا", "no star at the end", "*"},
        FaultRow{"تر?مب", "no star at the end", "?"}, FaultRow{"ته?ان", "no star at the end", "?"},
        FaultRow{"\"مجلس ال*\"", "star within quotes", "\"مجلس ال*\""},
        FaultRow{"سوریه~", "~ behind a word", "~"},
        FaultRow{"\"وزير المال\"~x", "~ without a number behind a phrase", "~x"},
        FaultRow{"«وزیر کشور»~ تهران", "~ without a number behind a phrase", "~"},
        FaultRow{"\"a b\"~2.5 c", "~ without a number behind a phrase", "~2.5"},
        FaultRow{"\"a b\"~-1", "~ without a number behind a phrase", "~-1"},
        FaultRow{"\"a b\"~1001 c", "more than 1000 words between", "~1001"},
        FaultRow{"\"a b\"~3^2", "^ behind a word", "^2"},
        FaultRow{"source:\"a b\"~3", "~ behind a word", "~3"},
        FaultRow{"سوريا^2", "^ behind a word", "^2"},
        FaultRow{"سوريا || تركيا", "|| is no operator", "||"},
        FaultRow{"سوریه && ایران", "&& is no operator", "&&"},
        FaultRow{"!سوريا", "! before a word", "!"},
        FaultRow{"author:خبر", "an unknown field", "author:"},
        FaultRow{"الهلال NEAR/5 النصر", "an operator of nearness", "NEAR/5"},
        FaultRow{"تهران <-> قم", "an operator of nearness", "<->"},
        FaultRow{"تهران w/3 قم", "an operator of nearness", "w/3"}));

TEST(QueryParser, ReadsAStarByItselfAsAllDocuments) {
  for (const char* query : {"*", "*:*", "* source:عكاظ", "*:* -ایران"})
    EXPECT_TRUE(parse_query(query).all_documents) << query;
  for (const char* query : {"-*", "NOT *", "خبر*", "**"})
    EXPECT_FALSE(parse_query(query).all_documents) << query;
}

TEST(QueryParser, HasNothingToTellOfTimesAndAddresses) {
  for (const char* query : {"10:30", "http://a.b/c", "a: b", "الوزير: نعم", "وزیر:گفت", "a-b", "-"})
    EXPECT_THAT(parse_query(query).notes(), IsEmpty()) << query;
}

TEST(QueryParser, ReadsTheBeginningOfAQueryWithoutEnd) {
  const ParsedQuery parsed = parse_query(std::string(kMaxQueryBytes, 'a') + " b");
  ASSERT_EQ(parsed.faults.size(), 1U);
  EXPECT_EQ(parsed.faults[0].begin, kMaxQueryBytes);
  EXPECT_EQ(describe(parsed.root).find('b'), std::string::npos);
}

TEST(QueryParser, NamesTheFirstFiftyFaults) {
  EXPECT_EQ(parse_query(std::string(5000, ')')).faults.size(), 50U);
  EXPECT_EQ(parse_query(std::string(5000, '"') + "«").notes().size(), 1U);
}

}  // namespace
}  // namespace khabar
