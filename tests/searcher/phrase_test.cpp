// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases over a real index: clitics, spacing, exact ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using test::write_index;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

class Phrases : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new test::TempDir;
    write_index(*folder_ / "index",
                {article("ar-plain", "ar", "", "دخل الذكاء الاصطناعي المدارس"),
                 article("ar-li", "ar", "", "استراتيجية للذكاء الاصطناعي في البلاد"),
                 article("ar-bi", "ar", "", "مدينة تعمل بالذكاء الاصطناعي"),
                 article("ar-indefinite", "ar", "", "نظام ذكاء اصطناعي جديد"),
                 article("ar-apart", "ar", "", "الاصطناعي غير الذكاء"),
                 article("ar-minister", "ar", "لقاء لوزير الخارجية", "حضر ووزير الدفاع"),
                 article("ar-zir", "ar", "", "زير الخارجية"),
                 article("fa-plain", "fa", "", "کاربرد هوش مصنوعی در پزشکی"),
                 article("fa-zwnj", "fa", "", "کاربرد هوش\u200Cمصنوعی در پزشکی"),
                 article("fa-joined", "fa", "", "صلح در خاورمیانه پایدار نیست"),
                 article("fa-parted", "fa", "", "صلح در خاور میانه پایدار نیست"),
                 article("fa-ezafe", "fa", "", "گفت\u200Cوگو با دانشجوی ایرانی")});
  }
  static void TearDownTestSuite() { delete folder_; }

  static std::vector<std::string> found(const std::string& query, const char* language,
                                        bool exact = false) {
    SearchRequest request;
    request.query = query;
    request.language = language;
    request.exact = exact;
    std::vector<std::string> ids;
    for (const Hit& hit : Searcher(*folder_ / "index").search(request).hits) ids.push_back(hit.id);
    return ids;
  }

 private:
  static test::TempDir* folder_;
};
test::TempDir* Phrases::folder_ = nullptr;

TEST_F(Phrases, MeetCliticsOfTheFirstArabicWord) {
  EXPECT_THAT(found("\"الذكاء الاصطناعي\"", "ar"),
              UnorderedElementsAre("ar-plain", "ar-li", "ar-bi", "ar-indefinite"));
  EXPECT_THAT(found("«للذكاء الاصطناعي»", "ar"), Contains("ar-plain"));
  EXPECT_THAT(found("\"وزير الخارجية\"", "ar"), ElementsAre("ar-minister"));
  EXPECT_THAT(found("“وزير الدفاع”", "ar"), ElementsAre("ar-minister"));
}

TEST_F(Phrases, MeetThemInTheTitle) {
  EXPECT_THAT(found("title:\"وزير الخارجية\"", "ar"), ElementsAre("ar-minister"));
  EXPECT_THAT(found("title:\"وزير الدفاع\"", "ar"), IsEmpty());
}

TEST_F(Phrases, StandAsTypedWhereTheyAreExact) {
  EXPECT_THAT(found("=\"الذكاء الاصطناعي\"", "ar"), ElementsAre("ar-plain"));
  EXPECT_THAT(found("\"الذكاء الاصطناعي\"", "ar", true), ElementsAre("ar-plain"));
  EXPECT_THAT(found("=\"خاور میانه\"", "fa"), Not(Contains("fa-joined")));
}

TEST_F(Phrases, MeetEachSpacingInPersian) {
  for (const char* query : {"\"هوش مصنوعی\"", "«هوش\u200Cمصنوعی»", "\"هوش مصنوعي\""})
    EXPECT_THAT(found(query, "fa"), UnorderedElementsAre("fa-plain", "fa-zwnj")) << query;
  for (const char* query : {"\"در خاور میانه\"", "\"در خاورمیانه\"", "\"در خاور\u200Cمیانه\""})
    EXPECT_THAT(found(query, "fa"), UnorderedElementsAre("fa-joined", "fa-parted")) << query;
}

TEST_F(Phrases, MeetTheEzafeThatIsWritten) {
  EXPECT_THAT(found("\"دانشجو ایرانی\"", "fa"), ElementsAre("fa-ezafe"));
}

TEST_F(Phrases, OfWordsThatTheIndexLacksFindNothing) {
  EXPECT_THAT(found("\"الذكاء البرتقالي\"", "ar"), IsEmpty());
  EXPECT_THAT(found("\"برتقال\"", "fa"), IsEmpty());
}

}  // namespace
}  // namespace khabar
