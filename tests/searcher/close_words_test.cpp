// SPDX-License-Identifier: GPL-2.0-or-later
// Two words of a short query that stand near each other in other forms, over small indexes on disk.
#include "searcher/close_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::ElementsAre;

class CloseWordsOfAQuery : public test::SearchTest {};

// Taslim sitta min al-matlubin; bazdasht-e se khabarnegar. Written for khabar.
TEST_F(CloseWordsOfAQuery, LeadInOtherForms) {
  index(
      {article(
           "apart", "ar", "",
           "جرى بعد أشهر من البحث والتحري تسليم وثائق الدارسين في الكليات للجنة كانوا غير مطلوبين"),
       article("near", "ar", "", "جرى بعد أشهر من البحث والتحري تسليم ستة من المطلوبين للجهات"),
       article("turned", "ar", "", "جرى بعد أشهر من البحث والتحري أمس للمطلوبين المطلوبين تسليم"),
       article("apart-fa", "fa", "",
               "دیروز در شهری دور بازداشت دزد طلا در بازار بزرگ شهر به گفته خبرنگار ما"),
       article("near-fa", "fa", "", "دیروز در شهری دور خبرنگاران محلی بازداشت شدند")});
  EXPECT_THAT(found_in("ar", "تسليم مطلوبين"), ElementsAre("turned", "near", "apart"));
  EXPECT_THAT(found_in("fa", "بازداشت خبرنگار"), ElementsAre("near-fa", "apart-fa"));
}

// An answer has the words of a question in another order.
TEST_F(CloseWordsOfAQuery, DoNotLeadInAQuestion) {
  index({article("apart", "ar", "", "تسليم وثائق الدارسين في الكليات ينتهي غدا وهم غير مطلوبين"),
         article("near", "ar", "", "جرى بعد أشهر من البحث والتحري تسليم ستة من المطلوبين للجهات"),
         article("apart-fa", "fa", "", "بازداشت دزد طلا در بازار بزرگ شهر به گفته خبرنگار ما"),
         article("near-fa", "fa", "", "دیروز در شهری دور خبرنگاران محلی بازداشت شدند")});
  EXPECT_EQ(found_in("ar", "تسليم مطلوبين؟").front(), "apart");
  EXPECT_EQ(found_in("fa", "بازداشت خبرنگار؟").front(), "apart-fa");
}

TEST_F(CloseWordsOfAQuery, LeaveEachPageInOneOrder) {
  std::vector<Document> documents;
  for (int i = 0; i < 60; ++i) {
    const std::string number = std::to_string(i);
    const std::string between = i % 3 == 0 ? " " : " دزد طلا در بازار بزرگ شهر به گفته ";
    std::string text = "بازداشت" + between + "خبرنگاران";
    for (int words = 0; words < i % 7; ++words) text += " سخن" + std::to_string(words);
    documents.push_back(article(number, "fa", "", text + " " + number));
  }
  index(documents);
  const std::vector<std::string> all = found("بازداشت خبرنگار");
  for (const bool facets : {false, true}) {
    std::vector<std::string> pages;
    for (std::size_t offset = 0; offset < documents.size(); offset += 10) {
      SearchRequest request{.query = "بازداشت خبرنگار", .offset = offset};
      request.all_copies = true;
      request.facets = facets;
      for (std::string& id : ids_of(search_as_is(request))) pages.push_back(std::move(id));
    }
    EXPECT_EQ(pages, all) << facets;
  }
}

}  // namespace
}  // namespace khabar
