// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/topics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "tests/corpus/reading.h"
#include "tests/support/temp_dir.h"

namespace khabar {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

std::vector<Topic> topics_of(const std::string& bytes) {
  const test::TempDir folder;
  return read_topics(folder.write("topics", bytes));
}

Qrels qrels_of(const std::string& bytes) {
  const test::TempDir folder;
  return read_qrels(folder.write("qrels.txt", bytes));
}

template <typename Read>
void expect_error(Read read, const std::string& message) {
  EXPECT_THAT(read, ThrowsMessage<std::runtime_error>(HasSubstr(message)));
}

TEST(Topics, AreReadFromJsonLines) {
  const auto topics = topics_of(
      "{\"id\": \"1\", \"lang\": \"fa\", \"title\": \"قیمت نفت\", \"description\": \"بهای نفت "
      "خام\"}\n"
      "\n"
      "{\"id\": \"s1\", \"lang\": \"ar\", \"title\": \" دبلوماسية التكنولوجيا \", "
      "\"description\": null}\n");
  ASSERT_EQ(topics.size(), 2U);
  EXPECT_EQ(topics[0].id, "1");
  EXPECT_EQ(topics[0].language, "fa");
  EXPECT_EQ(topics[0].title, "قیمت نفت");
  EXPECT_EQ(topics[0].description, "بهای نفت خام");
  EXPECT_EQ(topics[1].title, "دبلوماسية التكنولوجيا");
  EXPECT_EQ(topics[1].description, "");
}

TEST(Topics, MayHaveNumbersAsIdsAndNoLanguage) {
  const auto topics = topics_of("{\"id\": 17, \"title\": \"النفط\"}");
  ASSERT_EQ(topics.size(), 1U);
  EXPECT_EQ(topics[0].id, "17");
  EXPECT_EQ(topics[0].language, "");
}

TEST(Topics, AreReadFromTrecWithoutClosingTags) {
  const auto topics = topics_of(
      "<top>\n<num> Number: AR26\n<title> مجلس المقاومة الوطني الكردستاني\n\n"
      "<desc> Description:\nكيف ينظر المجلس\nإلى الاستقلال؟\n\n"
      "<narr> Narrative:\nالمقالات عن المجلس.\n</top>\n\n"
      "<top>\n<num> Number: AR27\n<title> النفط\n</top>\n");
  ASSERT_EQ(topics.size(), 2U);
  EXPECT_EQ(topics[0].id, "AR26");
  EXPECT_EQ(topics[0].title, "مجلس المقاومة الوطني الكردستاني");
  EXPECT_EQ(topics[0].description, "كيف ينظر المجلس إلى الاستقلال؟");
  EXPECT_EQ(topics[1].id, "AR27");
  EXPECT_EQ(topics[1].description, "");
}

TEST(Topics, AreReadFromTrecWithClosingTags) {
  const auto topics = topics_of(
      "<?xml version=\"1.0\"?>\n<topics>\n<TOP><NUM>551</NUM><TITLE>قیمت نفت</TITLE>"
      "<DESC>بهای نفت</DESC></TOP>\n</topics>\n");
  ASSERT_EQ(topics.size(), 1U);
  EXPECT_EQ(topics[0].id, "551");
  EXPECT_EQ(topics[0].title, "قیمت نفت");
  EXPECT_EQ(topics[0].description, "بهای نفت");
}

TEST(Topics, AreReadFromXmlOfTrec) {
  const auto topics = topics_of(
      "<?xml version=\"1.0\"?>\n<topics task=\"news\">\n"
      "<topic number=\"1\" type=\"single\">\n<query>أسعار النفط</query>\n"
      "<description>كيف تغيرت أسعار النفط &amp; الغاز\nهذا العام؟</description>\n</topic>\n"
      "<topic number='2'><title>قیمت نفت</title><question>بهای نفت چه شد؟</question></topic>"
      "<topic>\n<number>3</number><title>نفت &lt;خام&gt;</title></topic>\n</topics>\n");
  ASSERT_EQ(topics.size(), 3U);
  EXPECT_EQ(topics[0].id, "1");
  EXPECT_EQ(topics[0].title, "أسعار النفط");
  EXPECT_EQ(topics[0].description, "كيف تغيرت أسعار النفط & الغاز هذا العام؟");
  EXPECT_EQ(topics[1].id, "2");
  EXPECT_EQ(topics[1].title, "قیمت نفت");
  EXPECT_EQ(topics[1].description, "بهای نفت چه شد؟");
  EXPECT_EQ(topics[2].id, "3");
  EXPECT_EQ(topics[2].title, "نفت <خام>");
}

TEST(Topics, OfXmlThatIsWrongAreRefused) {
  expect_error([] { topics_of("<topics>\n<topic number=\"1\">\n<title>نفت</title>\n</topics>\n"); },
               ":2: <topic> without </topic>");
  expect_error([] { topics_of("<topics>\n<topic number=\"1\">\n</topic>\n</topics>\n"); },
               ":2: topic \"1\" without title");
  expect_error([] { topics_of("<topics>\n<topic><title>نفط</title></topic>\n</topics>\n"); },
               ":2: topic without id");
  expect_error([] { topics_of("<news>\n</news>\n"); }, "no <top> and no <topic> in the file");
}

TEST(Topics, AreReadCompressed) {
  EXPECT_EQ(topics_of(test::gzip("{\"id\":\"1\",\"title\":\"نفت\"}\n")).at(0).title, "نفت");
}

TEST(Topics, OfAnArabicCodePageAreDecoded) {
  // "النفط" in windows-1256, with enough text for the detector.
  const auto topics = topics_of(
      "<top>\n<num> Number: 1\n<title> \xC7\xE1\xE4\xDD\xD8\n<desc> Description:\n"
      "\xE3\xD1\xCD\xC8\xC7 \xC8\xDF\xE3 \xDD\xED \xE3\xE6\xDE\xDA \xC7\xE1\xC3\xCE\xC8\xC7\xD1 "
      "\xC7\xE1\xDA\xD1\xC8\xED\xC9\n</top>\n");
  ASSERT_EQ(topics.size(), 1U);
  EXPECT_EQ(topics[0].title, "النفط");
}

TEST(Topics, AreReadFromBeirAndFromLinesWithATab) {
  for (const char* text :
       {"{\"_id\":\"1\",\"text\":\"أسعار النفط\"}\n{\"qid\":2,\"query\":\"قیمت نفت\"}\n",
        "1\tأسعار النفط\n2\tقیمت نفت\n", "qid\tquery\n1\tأسعار النفط\n2\tقیمت نفت\n"}) {
    const std::vector<Topic> topics = topics_of(text);
    ASSERT_EQ(topics.size(), 2U) << text;
    EXPECT_EQ(topics[0].id, "1");
    EXPECT_EQ(topics[0].title, "أسعار النفط");
    EXPECT_EQ(topics[1].id, "2");
    EXPECT_EQ(topics[1].title, "قیمت نفت");
  }
}

TEST(Topics, NameTheLineThatIsNoJson) {
  const test::TempDir folder;
  const std::string path = folder.write("t.jsonl", "{\"id\":\"1\",\"title\":\"نفت\"}\n{\"id\":\n");
  expect_error([&] { read_topics(path); }, path + ":2: not a JSON object");
}

TEST(Topics, RefuseAMissingIdOrTitle) {
  expect_error([] { topics_of("{\"title\":\"نفت\"}"); }, ":1: topic without id");
  expect_error([] { topics_of("{\"id\":\"7\",\"title\":null}"); }, ":1: topic \"7\" without title");
  expect_error([] { topics_of("<top>\n<num> 7\n</top>"); }, ":1: topic \"7\" without title");
}

TEST(Topics, RefuseAnIdThatComesTwice) {
  expect_error([] { topics_of("{\"id\":1,\"title\":\"a\"}\n{\"id\":\"1\",\"title\":\"b\"}"); },
               ":2: topic id \"1\" comes twice");
}

TEST(Topics, RefuseABlankInAnId) {
  expect_error([] { topics_of("{\"id\":\"a b\",\"title\":\"x\"}"); }, "blank in topic id \"a b\"");
}

TEST(Topics, RefuseACutFile) {
  expect_error([] { topics_of("\n<top>\n<num> 7\n<title> x\n"); }, ":2: <top> without </top>");
}

TEST(Topics, RefuseOtherFormatsAndEmptyFiles) {
  expect_error([] { topics_of("id,title\n1,نفت\n"); }, ":1: neither JSON Lines, TREC topics");
  expect_error([] { topics_of(""); }, "no topics in the file");
  expect_error([] { read_topics("/nowhere/topics"); }, "/nowhere/topics: ");
}

TEST(Topics, RefuseATruncatedGzip) {
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += "{\"id\":" + std::to_string(i) + ",\"title\":\"نفت " + std::to_string(i * 7919 % 5003) +
            "\"}\n";
  }
  std::string packed = test::gzip(text);
  packed.resize(packed.size() / 2);
  EXPECT_THROW(topics_of(packed), std::runtime_error);
}

TEST(Qrels, AreReadAsTopicDocumentGrade) {
  const Qrels qrels = qrels_of("4 0 HAM2-811011-049 1\n4\t0\tHAM2-2\t-1\r\nar-1 Q0 خبر-1 3\n\n");
  EXPECT_EQ(qrels.size(), 2U);
  EXPECT_EQ(qrels.at("4").at("HAM2-811011-049"), 1);
  EXPECT_EQ(qrels.at("4").at("HAM2-2"), -1);
  EXPECT_EQ(qrels.at("ar-1").at("خبر-1"), 3);
}

TEST(Qrels, AreReadCompressed) { EXPECT_EQ(qrels_of(test::gzip("1 0 a 2\n")).at("1").at("a"), 2); }

TEST(Qrels, OfBeirAreReadBelowTheirHeader) {
  EXPECT_EQ(qrels_of("query-id\tcorpus-id\tscore\n1\ta\t2\n").at("1").at("a"), 2);
  expect_error([] { qrels_of("1 a 2\n"); }, ":1: 3 fields");
}

TEST(Qrels, AreReadFromJsonLines) {
  const Qrels qrels = qrels_of(
      "{\"query-id\":\"1\",\"corpus-id\":\"خبر-1\",\"score\":2}\n"
      "{\"qid\":2,\"docid\":\"b\",\"rel\":\"0\"}\n");
  EXPECT_EQ(qrels.at("1").at("خبر-1"), 2);
  EXPECT_EQ(qrels.at("2").at("b"), 0);
  expect_error([] { qrels_of("{\"query-id\":\"1\",\"corpus-id\":\"a\"}\n"); }, ":1: no judgment");
  expect_error([] { qrels_of("{\"query-id\":\n"); }, ":1: no judgment");
}

TEST(Qrels, NameTheLineWithAWrongNumberOfFields) {
  expect_error([] { qrels_of("1 0 a 1\n1 0 news 7 1\n"); }, ":2: 5 fields (a judgment has four");
}

TEST(Qrels, RefuseAGradeThatIsNoWholeNumber) {
  expect_error([] { qrels_of("1 0 a 0.5\n"); }, ":1: relevance \"0.5\" is no whole number");
}

TEST(Qrels, RefuseContradictionsAndKeepRepetitions) {
  EXPECT_EQ(qrels_of("1 0 a 1\n1 0 a 1\n").at("1").size(), 1U);
  expect_error([] { qrels_of("1 0 a 1\n1 0 a 0\n"); }, ":2: document \"a\" is judged twice");
}

TEST(Qrels, RefuseAnEmptyFile) {
  expect_error([] { qrels_of("\n"); }, "no judgments in the file");
}

}  // namespace
}  // namespace khabar
