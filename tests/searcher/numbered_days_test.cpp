// SPDX-License-Identifier: GPL-2.0-or-later
// Days in digits as readers type them, over small indexes on disk.
#include "searcher/numbered_days.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/calendar.h"
#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"
#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

// As the commands hand it in.
std::optional<NumberedDay> read_day(std::string_view text) {
  const auto day = day_in_digits(text);
  if (!day) return std::nullopt;
  return NumberedDay{day->day, day->month, day->years, day->months};
}

class NumberedDays : public test::SearchTest {
 protected:
  std::vector<std::string> found_in(const char* language, const std::string& query,
                                    bool all_words = false) {
    return found(
        {.query = query, .language = language, .read_day = read_day, .all_words = all_words});
  }
};

TEST_F(NumberedDays, MeetWordsAndEachOrderInArabic) {
  index({article("words", "ar", "يعقد الاجتماع يوم 12 أغسطس 2015 في العاصمة"),
         article("levant", "ar", "يعقد اللقاء في 12 آب 2015"),
         article("both", "ar", "تقام المباراة في 12 أغسطس/آب 2015"),
         article("digits", "ar", "الموافق 12/08/2015م"), article("iso", "ar", "بتاريخ 2015-08-12"),
         article("points", "ar", "مؤرخ في 12.8.2015"),
         article("no-year", "ar", "أعلن يوم 12 أغسطس عن الفائز"),
         article("other-day", "ar", "في 11 أغسطس 2015 حضر 12 وزيرا"),
         article("other-month", "ar", "في 8 ديسمبر 2015 حضر 12 وزيرا")});
  for (const char* query : {"12/8/2015", "2015-08-12", "١٢/٠٨/٢٠١٥", "12.8.2015", "2015/8/12"}) {
    EXPECT_THAT(found_in("ar", query, true),
                UnorderedElementsAre("words", "levant", "both", "digits", "iso", "points"))
        << query;
    auto ids = found_in("ar", query);
    ids.resize(7);
    EXPECT_THAT(
        ids, UnorderedElementsAre("words", "levant", "both", "digits", "iso", "points", "no-year"))
        << query;
  }
  EXPECT_THAT(found_in("ar", "اجتماع 12/8/2015", true), ElementsAre("words"));
}

TEST_F(NumberedDays, MeetWordsAndEachOrderInPersian) {
  index({article("words", "fa", "نشست روز ۲۷ خرداد ۱۳۹۸ برگزار شد"),
         article("month", "fa", "از ۲۷ خرداد ماه ۱۳۹۸ آغاز شد"),
         article("short", "fa", "دیدار ۲۷ خرداد ۹۸ بود"), article("digits", "fa", "مورخ ۹۸/۰۳/۲۷"),
         article("padded", "fa", "در تاریخ ۱۳۹۸/۰۳/۲۷"),
         article("no-year", "fa", "مراسم ۲۷ خرداد است"),
         article("other-year", "fa", "۲۷ خرداد ۱۳۹۷ و ۳ تیر ۱۳۹۸"),
         article("other-day", "fa", "۳ نفر در ۲۷ شهر، سال ۱۳۹۸")});
  for (const char* query : {"۱۳۹۸/۰۳/۲۷", "1398/3/27", "۹۸/۳/۲۷", "۱۳۹۸-۰۳-۲۷"}) {
    EXPECT_THAT(found_in("fa", query, true),
                UnorderedElementsAre("words", "month", "short", "digits", "padded"))
        << query;
    auto ids = found_in("fa", query);
    ids.resize(5);
    EXPECT_THAT(ids, UnorderedElementsAre("words", "month", "short", "digits", "padded")) << query;
  }
  EXPECT_THAT(found_in("fa", "دیدار ۱۳۹۸/۰۳/۲۷", true), ElementsAre("short"));
}

TEST_F(NumberedDays, MeetHijriMonthsOfTwoWords) {
  index({article("words", "ar", "في 5 ربيع الأول 1436 هـ"),
         article("digits", "ar", "بتاريخ 05/03/1436هـ"),
         article("other", "ar", "في 5 ربيع الآخر 1436 هـ")});
  EXPECT_THAT(found_in("ar", "5/3/1436", true), UnorderedElementsAre("words", "digits"));
}

// Three numbers side by side are rarer than a word, and one thing.
TEST_F(NumberedDays, CountNoMoreThanAWordBesideThem) {
  std::vector<Document> news;
  for (const std::string number : {"1", "2", "3", "4", "5", "6"}) {
    news.push_back(article("ar" + number, "ar", "الاجتماع رقم " + number + " كان في الصيف"));
    news.push_back(article("fa" + number, "fa", "نشست شماره " + number + " در تابستان بود"));
  }
  news.push_back(article("day", "ar", "افتتاح المعرض يوم 6 أغسطس 2015"));
  news.push_back(article("word", "ar", "تفجير في سوق المدينة صباح أمس"));
  news.push_back(article("both", "ar", "تفجير يوم 6 أغسطس 2015"));
  news.push_back(article("day-fa", "fa", "گشایش نمایشگاه در ۲۷ خرداد ۱۴۰۵"));
  news.push_back(article("word-fa", "fa", "انفجار در بازار شهر بامداد دیروز"));
  news.push_back(article("both-fa", "fa", "انفجار در ۲۷ خرداد ۱۴۰۵"));
  index(news);
  const auto times_the_word = [&](const char* query, const std::string& ending) {
    const SearchResults results = search({.query = query, .read_day = read_day});
    EXPECT_EQ(results.hits.at(0).id, "both" + ending);
    const auto score = [&](const std::string& id) {
      const auto hit = std::find_if(results.hits.begin(), results.hits.end(),
                                    [&](const Hit& one) { return one.id == id; });
      return hit == results.hits.end() ? 0 : hit->score;
    };
    return score("day" + ending) / score("word" + ending);
  };
  EXPECT_LT(times_the_word("تفجير 6/8/2015", ""), 2);
  EXPECT_LT(times_the_word("انفجار 1405/03/27", "-fa"), 2);
}

TEST(NumberedDay, IsWholeAndReal) {
  const auto numbers_at = [](std::string_view text) {
    std::vector<ByteRange> numbers;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] < '0' || text[at] > '9') continue;
      const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
      numbers.push_back({at, end});
      at = end;
    }
    return day_at(text, numbers, read_day);
  };
  ASSERT_TRUE(numbers_at("12/8/2015"));
  EXPECT_EQ(numbers_at("12/8/2015")->numbers, kMostDayNumbers);
  EXPECT_EQ(numbers_at("12/8/2015")->day.month, 8U);
  EXPECT_EQ(numbers_at("8/25/2015")->day.day, 25U);
  EXPECT_TRUE(numbers_at("2015-08-12."));
  for (const char* text : {"12/8", "12/8/2015/3", "1-2-3", "30/2/2015", "12/8-2015", "2015/13/40"})
    EXPECT_FALSE(numbers_at(text)) << text;
  EXPECT_FALSE(day_at("12/8/2015", std::vector<ByteRange>{{0, 2}, {3, 4}, {5, 9}}, nullptr));
}

}  // namespace
}  // namespace khabar
