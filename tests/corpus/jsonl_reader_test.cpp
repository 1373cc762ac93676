// SPDX-License-Identifier: GPL-2.0-or-later
// JSON Lines: what is read, and what each kind of bad line does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/readers/json_object.h"
#include "tests/corpus/reading.h"

namespace khabar::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

Reading read_lines(std::string_view lines) { return read_bytes_as("news.jsonl", lines); }

TEST(JsonlReader, ReadsEveryFieldOfAnArabicDocument) {
  const Reading reading = read_lines(
      R"({"id":"a1","title":"زار الوزير طوكيو","body":"متن","lang":"ar","date":"2025-11-16",)"
      R"("source":"وكالة","category":"سياسة","url":"https://example.org/1"})"
      "\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_THAT(reading.problems, IsEmpty());
  const Document expected{"a1",    "زار الوزير طوكيو",     "متن", "ar", "2025-11-16", "وكالة",
                          "سياسة", "https://example.org/1"};
  EXPECT_EQ(reading.documents[0], expected);
}

TEST(JsonlReader, ReadsAPersianDocumentWithZwnjEscaped) {
  const Reading reading = read_lines(R"({"id":"f1","body":"می\u200cرود","lang":"fa"})");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].body, "می\u200Cرود");
}

TEST(JsonlReader, DecodesAllEscapes) {
  const Reading reading =
      read_lines(R"({"id":"1","body":"a\"b\\c\/d\b\f\n\r\te\u0643\ud83d\ude00z"})");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].body, "a\"b\\c/d\b\f\n\r\te\u0643\U0001F600z");
}

TEST(JsonlReader, DecodesTheReferencesOfWebPages) {
  const Reading reading = read_lines(
      R"({"id":"1","title":"&quot;الوزير&quot; &amp; النائب","body":"قال: &#171;نعم&#187; &lt;5"})"
      "\n"
      R"({"id":"2","title":"&laquo;گزارش&raquo;","body":"م&#1740;&zwnj;رود &amp;quot;او&amp;quot;"})"
      "\n"
      R"({"id":"3","title":"R&D &bogus;","source":"A &amp; B","url":"http://a.b/?c=1&amp;d"})");
  ASSERT_THAT(reading.documents, SizeIs(3));
  EXPECT_EQ(reading.documents[0].title, "\"الوزير\" & النائب");
  EXPECT_EQ(reading.documents[0].body, "قال: «نعم» <5");
  EXPECT_EQ(reading.documents[1].title, "«گزارش»");
  EXPECT_EQ(reading.documents[1].body, "می\u200Cرود \"او\"");
  EXPECT_EQ(reading.documents[2].title, "R&D &bogus;");
  EXPECT_EQ(reading.documents[2].source, "A & B");
  EXPECT_EQ(reading.documents[2].url, "http://a.b/?c=1&amp;d");
}

TEST(JsonlReader, MakesALoneSurrogateAReplacementCharacter) {
  const Reading reading = read_lines(R"({"id":"1","body":"x\ud83dy\udc00\ud83d\u0628"})");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].body, "x\uFFFDy\uFFFD\uFFFD\u0628");
}

TEST(JsonlReader, DropsWhatNobodySeesAtTheEndsOfAText) {
  const Reading reading = read_lines(
      R"({"id":"1","title":"\u200c\u00a0\u062e\u0628\u0631\u200c\u0647\u0627\ufeff ","body":"\u200b"})");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].title, "\u062e\u0628\u0631\u200c\u0647\u0627");
  EXPECT_EQ(reading.documents[0].body, "");
}

TEST(JsonlReader, TakesANumberForAnId) {
  const Reading reading =
      read_lines("{\"id\":42,\"title\":\"خبر\"}\n{\"id\":-7,\"title\":\"خبر\"}\n");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_EQ(reading.documents[0].id, "42");
  EXPECT_EQ(reading.documents[1].id, "-7");
}

TEST(JsonlReader, TakesNullForAbsent) {
  const Reading reading =
      read_lines(R"({"id":"1","title":null,"body":"متن","date":null,"url":null})");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_THAT(reading.problems, IsEmpty());
  EXPECT_EQ(reading.documents[0].title, "");
}

TEST(JsonlReader, UnderstandsOtherNamesOfFields) {
  const Reading reading = read_lines(
      R"({"id":"1","headline":"عنوان","text":"متن","language":"fa","published":"2025-01-02"})");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].title, "عنوان");
  EXPECT_EQ(reading.documents[0].body, "متن");
  EXPECT_EQ(reading.documents[0].language, "fa");
  EXPECT_EQ(reading.documents[0].date, "2025-01-02");
}

TEST(JsonlReader, PassesOverUnknownAndNestedFields) {
  const Reading reading = read_lines(
      R"({"id":"1","tags":{"a":[1,2]},"views":1.5e3,"draft":false,"body":"متن","x":"y"})");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].body, "متن");
}

// An ordered object of n keys takes n * n steps: 100,000 keys took ten seconds.
TEST(JsonlReader, ReadsTheFieldsThatItKnowsAmongAHundredThousand) {
  std::string line = R"({"id":"1","score":1.5)";
  for (int i = 0; i < 100'000; ++i) line += ",\"k" + std::to_string(i) + "\":" + std::to_string(i);
  const Reading reading = read_lines(line + R"(,"title":"خبر","body":"متن"})");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].title, "خبر");
  EXPECT_EQ(reading.documents[0].body, "متن");
  ASSERT_THAT(reading.problems, Not(IsEmpty()));
  EXPECT_EQ(reading.problems[0].severity, Severity::repaired);
  EXPECT_THAT(reading.problems[0].message, HasSubstr("of 100004 fields the first 4096 are read"));
}

TEST(JsonlReader, TellsWhereAFieldOfOursHoldsNoText) {
  const Reading reading = read_lines(
      "{\"id\":\"1\",\"title\":\"خبر\",\"source\":{\"city\":\"وكالة\"},\"date\":null}\n"
      "{\"id\":\"2\",\"body\":[\"بند\",null,{\"b\":\"متن\"}],\"category\":[]}\n");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_EQ(reading.documents[1].body, "بند");
  ASSERT_THAT(reading.problems, SizeIs(2));
  EXPECT_EQ(reading.problems[0].severity, Severity::repaired);
  EXPECT_THAT(reading.problems[0].message, HasSubstr("no text in the field \"source\""));
  EXPECT_EQ(reading.problems[1].line, 2U);
  EXPECT_THAT(reading.problems[1].message, HasSubstr("no text in the field \"body\""));
}

TEST(JsonlReader, JoinsAListOfParagraphs) {
  const Reading reading = read_lines(R"({"id":"1","body":["فقرة","فقرة ثانية"]})");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].body, "فقرة\nفقرة ثانية");
}

TEST(JsonlReader, SkipsABrokenLineAndGoesOn) {
  const Reading reading = read_lines(
      "{\"id\":\"1\",\"title\":\"خبر\"}\n{\"id\":\"2\",\"title\":\n{\"id\":\"3\",\"title\":\"خبر\"}"
      "\n");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_EQ(reading.documents[1].id, "3");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::skipped);
  EXPECT_EQ(reading.problems[0].line, 2U);
  EXPECT_THAT(reading.problems[0].path, HasSubstr("news.jsonl"));
  EXPECT_THAT(reading.problems[0].message, HasSubstr("broken JSON"));
}

TEST(JsonlReader, TellsOfANumberThatIsTooLargeWithoutTheNamesOfALibrary) {
  const Reading reading = read_lines("{\"id\":\"1\",\"title\":\"خبر تازه\",\"views\":1e999}\n");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_THAT(reading.problems[0].message, HasSubstr("broken JSON, number overflow"));
}

TEST(JsonlReader, SkipsARecordWithoutText) {
  const Reading reading = read_lines("{\"id\":\"2\"}\n{\"id\":\"\",\"body\":\"\"}\n");
  EXPECT_THAT(reading.documents, IsEmpty());
  ASSERT_THAT(reading.problems, SizeIs(2));
  EXPECT_EQ(reading.problems[0].message,
            "no text in title or body (each object needs one of title, body)");
}

TEST(JsonlReader, TakesTheAddressForTheIdAndElseTheContent) {
  const Reading reading = read_lines(R"({"url":"https://example.org/1","title":"افتتاح مكتبة"})"
                                     "\n"
                                     R"({"title":"گشایش کتابخانه","body":"متن"})"
                                     "\n"
                                     R"({"body":"متن","title":"گشایش کتابخانه"})"
                                     "\n"
                                     R"({"title":"گشایش کتابخانه","body":"متن دیگر"})"
                                     "\n");
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_THAT(reading.documents, SizeIs(4));
  EXPECT_EQ(reading.documents[0].id, "https://example.org/1");
  EXPECT_THAT(reading.documents[1].id, MatchesRegex("text-[0-9a-f]{16}"));
  EXPECT_EQ(reading.documents[1].id, reading.documents[2].id);
  EXPECT_NE(reading.documents[1].id, reading.documents[3].id);
}

TEST(JsonlReader, KnowsTheNamesOfFieldsInThreeLanguages) {
  for (const char* line :
       {R"({"_id":"1","headline":"t","full_text":"b","publishedAt":"2024-05-01","outlet":"s"})",
        R"({"معرف":"1","العنوان":"t","النص":"b","تاريخ النشر":"2024-05-01","المصدر":"s"})",
        R"({"شناسه":"1","تیتر":"t","متن خبر":"b","تاریخ\u200cانتشار":"۱۴۰۳/۰۲/۱۲","خبرگزاری":"s"})",
        R"({"كد خبر":"1","عنوان":"t","متن":"b","تاريخ":"12 ارديبهشت 1403","منبع":"s"})"}) {
    const Reading reading = read_lines(line);
    ASSERT_THAT(reading.documents, SizeIs(1)) << line;
    const Document& document = reading.documents[0];
    EXPECT_EQ(document.id, "1") << line;
    EXPECT_EQ(document.title, "t") << line;
    EXPECT_EQ(document.body, "b") << line;
    EXPECT_EQ(document.date, "2024-05-01") << line;
    EXPECT_EQ(document.source, "s") << line;
  }
}

TEST(JsonlReader, TakesASummaryForTheBodyOnlyWhereThereIsNone) {
  const Reading reading = read_lines(R"({"id":"1","summary":"الخلاصة","body":"النص"})"
                                     "\n"
                                     R"({"id":"2","title":"سرخط","خلاصه":"چکیده خبر"})"
                                     "\n");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_EQ(reading.documents[0].body, "النص");
  EXPECT_EQ(reading.documents[1].body, "چکیده خبر");
}

TEST(JsonlReader, TellsEachFieldThatIsNotUsedOnce) {
  const Reading reading = read_lines(
      "{\"id\":\"1\",\"body\":\"نص\",\"views\":7,\"کلیدواژه\":\"بندر\"}\n"
      "{\"id\":\"2\",\"body\":\"متن\",\"views\":8,\"tags\":[\"بندر\"]}\n");
  EXPECT_THAT(reading.documents, SizeIs(2));
  EXPECT_THAT(reading.unused, ElementsAre("views", "کلیدواژه", "tags"));
}

TEST(JsonlReader, ReadsSecondsAndMillisecondsSince1970) {
  const Reading reading = read_lines(
      "{\"id\":\"1\",\"body\":\"نص\",\"date\":1714550000}\n"
      "{\"id\":\"2\",\"body\":\"متن\",\"date\":\"1714550000123\"}\n"
      "{\"id\":\"3\",\"body\":\"متن\",\"timestamp\":1714550000.5}\n");
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_THAT(reading.documents, SizeIs(3));
  for (const Document& document : reading.documents) EXPECT_EQ(document.date, "2024-05-01");
}

TEST(JsonlReader, ReadsWhatElasticsearchAndMongoExport) {
  const Reading reading = read_lines(
      R"({"_index":"n","_id":"es1","_source":{"title":"ميناء جديد","date":"2024-03-01"}})"
      "\n"
      R"({"index":{"_index":"n","_id":"b1"}})"
      "\n"
      R"({"title":"بندر تازه","body":"متن"})"
      "\n"
      R"({"delete":{"_id":"b0"}})"
      "\n"
      R"({"_id":{"$oid":"5f"},"title":"ميناء","date":{"$date":{"$numberLong":"1714550000123"}}})"
      "\n");
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_THAT(reading.documents, SizeIs(3));
  EXPECT_EQ(reading.documents[0].id, "es1");
  EXPECT_EQ(reading.documents[0].date, "2024-03-01");
  EXPECT_EQ(reading.documents[1].id, "b1");
  EXPECT_EQ(reading.documents[1].title, "بندر تازه");
  EXPECT_EQ(reading.documents[2].id, "5f");
  EXPECT_EQ(reading.documents[2].date, "2024-05-01");
}

TEST(JsonlReader, TakesWhiteSpaceForNothing) {
  const Reading reading = read_lines(
      "{\"id\":\"1\",\"title\":\"  \",\"body\":\" متن \"}\n{\"id\":\" \",\"body\":\"x\"}\n");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_EQ(reading.documents[0].title, "");
  EXPECT_EQ(reading.documents[0].body, "متن");
  EXPECT_THAT(reading.documents[1].id, StartsWith("text-"));
}

TEST(JsonlReader, SkipsALineThatIsNoObject) {
  const Reading reading = read_lines("{\"id\":\"1\",\"body\":\"متن\"}\n\"متن\"\n17\n");
  EXPECT_THAT(reading.documents, SizeIs(1));
  ASSERT_THAT(reading.problems, SizeIs(2));
  EXPECT_THAT(reading.problems[0].message, HasSubstr("no JSON object"));
}

TEST(JsonlReader, SkipsANumberOutOfRange) {
  const Reading reading =
      read_lines("{\"id\":1e999,\"body\":\"متن\"}\n{\"id\":2,\"body\":\"متن\"}\n");
  EXPECT_THAT(reading.documents, SizeIs(1));
  EXPECT_THAT(reading.problems, SizeIs(1));
}

TEST(JsonlReader, RefusesTextBehindTheObject) {
  const Reading reading = read_lines("{\"id\":\"1\",\"body\":\"متن\"} x\n");
  EXPECT_THAT(reading.documents, IsEmpty());
  EXPECT_THAT(reading.problems, SizeIs(1));
}

TEST(JsonlReader, MendsBrokenUtf8AndReportsItOnce) {
  const Reading reading = read_lines(
      "{\"id\":\"1\",\"body\":\"خبر سليم\"}\n{\"id\":\"2\",\"body\":\"خب\xD8 تهران\"}\n"
      "{\"id\":\"3\",\"body\":\"\xFF خبر\"}\n");
  ASSERT_THAT(reading.documents, SizeIs(3));
  EXPECT_EQ(reading.documents[1].body, "خب\uFFFD تهران");
  EXPECT_EQ(reading.documents[2].body, "\uFFFD خبر");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::repaired);
  EXPECT_EQ(reading.problems[0].line, 2U);
}

TEST(JsonlReader, LeavesOutAnUnreadableDate) {
  const Reading reading = read_lines(R"({"id":"1","body":"متن","date":"someday"})");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].date, "");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::repaired);
  EXPECT_EQ(reading.problems[0].line, 1U);
  EXPECT_THAT(reading.problems[0].message, HasSubstr("someday"));
}

TEST(JsonlReader, ReadsALineOfAlmostFourMegabytes) {
  std::string body;
  while (body.size() < 4'100'000) body += "تهران بغداد ";
  const Reading reading =
      read_lines("{\"id\":\"long\",\"body\":\"" + body + "\"}\n{\"id\":\"2\",\"body\":\"x\"}");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_EQ(reading.documents[0].body.size(), body.size() - 1);  // less the last space
}

TEST(JsonlReader, SkipsALineOfMoreThan64Megabytes) {
  const std::string body(65U << 20, 'x');
  const Reading reading = read_lines("{\"id\":\"1\",\"body\":\"y\"}\n{\"id\":\"2\",\"body\":\"" +
                                     body + "\"}\n{\"id\":\"3\",\"body\":\"z\"}\n");
  ASSERT_THAT(reading.documents, SizeIs(2));
  EXPECT_EQ(reading.documents[1].id, "3");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::skipped);
  EXPECT_EQ(reading.problems[0].line, 2U);
}

TEST(JsonlReader, ReadsWindowsLineEndsAndEmptyLines) {
  const Reading reading =
      read_lines("{\"id\":\"1\",\"body\":\"متن\"}\r\n\r\n{\"id\":\"2\",\"body\":\"متن\"}\r\n");
  EXPECT_THAT(reading.documents, SizeIs(2));
  EXPECT_THAT(reading.problems, IsEmpty());
}

TEST(JsonlReader, SaysOnceThatAnArrayIsOfAnotherFormat) {
  const Reading reading = read_bytes_as(
      "news.jsonl", "[{\"id\":\"1\",\"body\":\"x\"},\n{\"id\":\"2\",\"body\":\"x\"}]\n", "jsonl");
  EXPECT_THAT(reading.documents, IsEmpty());
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::failed);
  EXPECT_THAT(reading.problems[0].message, HasSubstr("--format json"));
}

TEST(PlainObject, LeavesUnusualJsonToTheParser) {
  Record record;
  const ProblemHandler nobody;
  UnusedFields unused("", nobody);
  for (const char* line :
       {"{\"id\":1.5}", "{\"id\":01}", "{\"id\":true}", "{\"id\":[]}", "{\"id\"}", "{\"id\":\"a\"",
        "{\"id\":\"\\q\"}", "{\"id\":\"\\u12g4\"}", "{\"i\\u0064\":1}", "{\"id\":\"a\"}}",
        "{\"id\":\"a\",}", "{\"id\":\"tab\there\"}", "", "{"}) {
    EXPECT_FALSE(read_plain_object(line, record, unused)) << line;
  }
}

}  // namespace
}  // namespace khabar::test
