// SPDX-License-Identifier: GPL-2.0-or-later
// JSON that is not one object a line. The texts are written for khabar.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/reading.h"

namespace khabar::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> ids_of(const Reading& reading) {
  std::vector<std::string> ids;
  for (const Document& document : reading.documents) ids.push_back(document.id);
  return ids;
}

TEST(JsonReader, ReadsAnArrayOnOneLineOrMany) {
  for (const char* text :
       {R"([{"id":"1","title":"ميناء [جديد]"},{"id":"2","body":"بندر \"{تازه\""}])",
        "[\n {\n  \"id\": \"1\",\n  \"title\": \"ميناء [جديد]\"\n },\n"
        " {\n  \"id\": \"2\",\n  \"body\": \"بندر \\\"{تازه\\\"\"\n }\n]\n"}) {
    const Reading reading = read_bytes_as("news.json", text);
    EXPECT_THAT(reading.problems, IsEmpty());
    ASSERT_THAT(ids_of(reading), ElementsAre("1", "2"));
    EXPECT_EQ(reading.documents[0].title, "ميناء [جديد]");
    EXPECT_EQ(reading.documents[1].body, "بندر \"{تازه\"");
  }
}

TEST(JsonReader, FindsTheListThatIsWrapped) {
  const Reading wrapped = read_bytes_as(
      "a.json",
      R"({"status":"ok","articles":[{"id":"1","title":"ميناء"},{"id":"2","title":"بندر"}]})");
  EXPECT_THAT(ids_of(wrapped), ElementsAre("1", "2"));
  const Reading answer = read_bytes_as(
      "b.json",
      R"({"took":1,"hits":{"total":{"value":1},"hits":[{"_id":"e","_source":{"title":"بندر"}}]}})");
  EXPECT_THAT(ids_of(answer), ElementsAre("e"));
  EXPECT_EQ(answer.documents[0].title, "بندر");
}

TEST(JsonReader, TakesTheNameOfAnOutletOrSectionThatIsAnObject) {
  const Reading reading =
      read_bytes_as("news.json",
                    R"({"articles":[{"id":"1","title":"ميناء","source":{"id":null,"name":"الساحل"}},
          {"id":"2","title":"بندر","category":{"id":7,"name":"اقتصاد"},"source":{"url":"x"}}]})");
  ASSERT_THAT(ids_of(reading), ElementsAre("1", "2"));
  EXPECT_EQ(reading.documents[0].source, "الساحل");
  EXPECT_EQ(reading.documents[1].category, "اقتصاد");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_THAT(reading.problems[0].message, HasSubstr("in the field \"source\""));
}

TEST(JsonReader, ReadsTheChannelOfTelegramDesktop) {
  const Reading reading = read_bytes_as("result.json", R"({
 "name": "بندرنامه",
 "type": "public_channel",
 "id": 1,
 "messages": [
  {"id": 1, "type": "service", "date": "2024-05-01T09:00:00", "action": "create_channel", "text": ""},
  {"id": 2, "type": "message", "date": "2024-05-01T10:00:00",
   "text": ["خبر فوری ", {"type": "bold", "text": "زلزله"}, " در بندر"]},
  {"id": 3, "type": "message", "date": "2024-05-02T10:00:00", "text": "وصلت السفينة"}
 ]
})");
  ASSERT_THAT(ids_of(reading), ElementsAre("بندرنامه/2", "بندرنامه/3"));
  EXPECT_EQ(reading.documents[0].body, "خبر فوری زلزله در بندر");
  EXPECT_EQ(reading.documents[0].source, "بندرنامه");
  EXPECT_EQ(reading.documents[0].date, "2024-05-01");
  EXPECT_EQ(reading.documents[1].body, "وصلت السفينة");
}

TEST(JsonReader, ReadsThePostsOfWordPress) {
  const Reading reading = read_bytes_as("posts.json", R"([
{"id": 7, "date": "2024-05-01T10:00:00", "guid": {"rendered": "https://wadi.example/?p=7"},
 "link": "https://wadi.example/2024/bridge/", "title": {"rendered": "جسر جديد &#8211; الوادي"},
 "content": {"rendered": "<p>افتتح <b>الجسر</b> أمس.</p>\n<p>حضر الأهالي.</p>", "protected": false},
 "excerpt": {"rendered": "<p>موجز</p>"}, "author": 1},
{"id": 7, "date": "2024-05-02T10:00:00", "link": "https://darreh.example/?p=7",
 "title": {"rendered": "پل تازه &amp; رودخانه"}, "content": {"rendered": ""},
 "excerpt": {"rendered": "<p>دیروز پل گشوده شد.</p>"}},
{"title": {"rendered": "بلا رقم"}, "link": "https://wadi.example/b"}])");
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_THAT(ids_of(reading),
              ElementsAre("wadi.example/7", "darreh.example/7", "https://wadi.example/b"));
  EXPECT_EQ(reading.documents[0].title, "جسر جديد – الوادي");
  EXPECT_EQ(reading.documents[0].body, "افتتح الجسر أمس.\nحضر الأهالي.");
  EXPECT_EQ(reading.documents[0].date, "2024-05-01");
  EXPECT_EQ(reading.documents[0].url, "https://wadi.example/2024/bridge/");
  EXPECT_EQ(reading.documents[1].title, "پل تازه & رودخانه");
  EXPECT_EQ(reading.documents[1].body, "دیروز پل گشوده شد.");
}

TEST(JsonReader, ReadsOnePostOfWordPressAndLeavesOutWhatIsNoText) {
  const Reading one = read_bytes_as(
      "post.json", R"({"id":7,"link":"https://darreh.example/7","title":{"rendered":"پل تازه"}})");
  EXPECT_THAT(ids_of(one), ElementsAre("darreh.example/7"));
  const Reading broken =
      read_bytes_as("post.json", R"([{"id":7,"title":"جسر","content":{"rendered":5}}])");
  EXPECT_THAT(ids_of(broken), ElementsAre("7"));
  ASSERT_THAT(broken.problems, SizeIs(1));
  EXPECT_THAT(broken.problems[0].message, HasSubstr("no text in the field \"content\""));
}

TEST(JsonReader, ReadsObjectsOverSeveralLines) {
  const Reading reading = read_bytes_as("news.json",
                                        "{\n\"id\": \"1\",\n\"title\": \"ميناء\",\n\"tags\": "
                                        "[\"x\"]\n}\n{\n\"id\": \"2\",\n\"title\": "
                                        "\"بندر\"\n}\n");
  EXPECT_THAT(ids_of(reading), ElementsAre("1", "2"));
}

TEST(JsonReader, LeavesLinesOfObjectsWithListsToJsonLines) {
  const Reading reading = read_bytes_as("news.jsonl",
                                        "{\"id\":\"1\",\"title\":\"ميناء\",\"items\":[{\"id\":"
                                        "\"x\"}]}\n{\"id\":\"2\",\"title\":\"بندر\"}\n");
  EXPECT_THAT(ids_of(reading), ElementsAre("1", "2"));
}

TEST(JsonReader, KeepsWhatCameBeforeTheTextBrokeOff) {
  const Reading reading =
      read_bytes_as("news.json", R"([{"id":"1","title":"ميناء"},{"id":"2","title":"بند)");
  EXPECT_THAT(ids_of(reading), ElementsAre("1"));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::failed);
  EXPECT_THAT(reading.problems[0].message, HasSubstr("breaks off"));
}

}  // namespace
}  // namespace khabar::test
