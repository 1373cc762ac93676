// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers and the signs beside them as readers type them, over small indexes on disk.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;
using testing::UnorderedElementsAre;

class NumberQueries : public test::SearchTest {};

TEST_F(NumberQueries, MeetEachSpellingOfAPercentage) {
  index({article("sign", "ar", "نما الاقتصاد 5%"),
         article("arabic-sign", "ar", "نما القطاع بنسبة ٥٪"),
         article("in", "ar", "نمت التجارة 5 في المائة"),
         article("with", "ar", "نمت السياحة 5 بالمئة"),
         article("old", "ar", "نمت الزراعة 5 بالمائة"),
         article("other", "ar", "خمسة وزراء في مئة يوم 5 مرات")});
  for (const char* query :
       {"5%", "٥٪", "%5", "5 في المئة", "5 في المائة", "5 بالمئة", "5 بالمائة", "5 percent"}) {
    auto ids = found_in("ar", query);
    ids.resize(5);
    EXPECT_THAT(ids, UnorderedElementsAre("sign", "arabic-sign", "in", "with", "old")) << query;
  }
  for (const char* phrase : {"\"5%\"", "\"٥٪\"", "\"5 في المئة\"", "\"5 بالمائة\""}) {
    EXPECT_THAT(found_in("ar", phrase),
                UnorderedElementsAre("sign", "arabic-sign", "in", "with", "old"))
        << phrase;
  }
  index({article("sign", "fa", "رشد صنعت 5%"), article("persian-sign", "fa", "تورم ۵٪ شد"),
         article("word", "fa", "۵ درصد رشد"), article("of", "fa", "افزایش ۵ درصدی بها"),
         article("other", "fa", "۵ وزیر در جلسه")});
  for (const char* query : {"5%", "۵٪", "۵ درصد", "5 percent"}) {
    auto ids = found_in("fa", query);
    ids.resize(4);
    EXPECT_THAT(ids, UnorderedElementsAre("sign", "persian-sign", "word", "of")) << query;
  }
  EXPECT_THAT(found_in("fa", "\"۵ درصد\""),
              UnorderedElementsAre("sign", "persian-sign", "word", "of"));
}

// The day of another month has as many words of the query, and oftener.
TEST_F(NumberQueries, CountWithWhatTheyCount) {
  index({article("digits", "fa", "مراسم ۲۲ بهمن برگزار شد"),
         article("words", "fa", "جشن بیست و دوم بهمن در شهر"),
         article("festival", "fa", "بیست و دومین جشنواره بیست و دوم دی، دوم از بیست"),
         article("month", "fa", "بهمن در بهمن شهر، بهمن ۲۲ بار"),
         article("other-day", "fa", "دوم بهمن و بیست مرد")});
  for (const char* query : {"۲۲ بهمن", "بیست و دوم بهمن"}) {
    auto ids = found_in("fa", query);
    ids.resize(2);
    EXPECT_THAT(ids, UnorderedElementsAre("digits", "words")) << query;
  }
  index({article("digits", "ar", "أعلن الوزير في 12 أغسطس 2015 عن الخطة"),
         article("words", "ar", "قرر المجلس في الثاني عشر من أغسطس"),
         article("other-day", "ar", "11 أغسطس 2015: تشكيل 12 لجنة، 12 عضوا في أغسطس"),
         article("year", "ar", "أغسطس 2015 وأغسطس 2015")});
  EXPECT_EQ(found_in("ar", "12 أغسطس 2015").front(), "digits");
  auto ids = found_in("ar", "12 أغسطس");
  EXPECT_EQ(ids.front(), "digits");
}

TEST_F(NumberQueries, MustOccurWithTheirSign) {
  const std::vector<Document> documents = {
      article("sign-ar", "ar", "نما القطاع 20%"),  article("word-ar", "ar", "نما 20 في المئة"),
      article("day-ar", "ar", "20 أكتوبر"),        article("sign-fa", "fa", "رشد صنعت ۲۰٪"),
      article("word-fa", "fa", "۲۰ درصد رشد"),     article("day-fa", "fa", "۲۰ خرداد"),
      article("dollar-ar", "ar", "ربح 20 دولارا"), article("dollar-fa", "fa", "۲۰ دلار سود")};
  index(documents);
  SearchRequest request;
  request.all_words = true;
  const auto found_as = [&](const char* language, const char* query) {
    request.language = language;
    request.query = query;
    return ids_of(search(request));
  };
  for (const char* query : {"20%", "٢٠٪", "20 في المئة"})
    EXPECT_THAT(found_as("ar", query), UnorderedElementsAre("sign-ar", "word-ar")) << query;
  for (const char* query : {"20%", "۲۰٪", "۲۰ درصد"})
    EXPECT_THAT(found_as("fa", query), UnorderedElementsAre("sign-fa", "word-fa")) << query;
  EXPECT_THAT(found_as("ar", "$20"), ElementsAre("dollar-ar"));
  EXPECT_THAT(found_as("fa", "$20"), ElementsAre("dollar-fa"));
  EXPECT_THAT(found_as("auto", "20%"),
              UnorderedElementsAre("sign-ar", "word-ar", "sign-fa", "word-fa"));
}

TEST_F(NumberQueries, MeetTheSignsOfCurrencies) {
  index({article("sign", "ar", "خسر $100 في يوم"), article("word", "ar", "ربح 100 دولار"),
         article("euro", "ar", "سعر 50€ للقطعة")});
  EXPECT_THAT(found_in("ar", "+دولار"), UnorderedElementsAre("sign", "word"));
  EXPECT_THAT(found_in("ar", "+$100"), UnorderedElementsAre("sign", "word"));
  EXPECT_THAT(found_in("ar", "يورو"), ElementsAre("euro"));
  index({article("sign", "fa", "بهای ۱۰۰$ شد"), article("word", "fa", "۱۰۰ دلار زیان"),
         article("euro", "fa", "بهای ۵۰€ شد")});
  EXPECT_THAT(found_in("fa", "\"۱۰۰ دلار\""), UnorderedElementsAre("sign", "word"));
  EXPECT_THAT(found_in("fa", "یورو"), ElementsAre("euro"));
}

TEST_F(NumberQueries, MarkTheNumberAndTheSignAsTheyAreWritten) {
  index({article("ar", "ar", "نما الاقتصاد 2,5% هذا العام")});
  EXPECT_EQ(first_highlights("ar", "2.5 في المئة"), "[2,5][%]");
  index({article("ar", "ar", "نما الاقتصاد ٢٫٥ في المئة")});
  EXPECT_EQ(first_highlights("ar", "2.5%"), "[٢٫٥][في المئة]");
  index({article("fa", "fa", "تورم ۲/۵٪ شد")});
  EXPECT_EQ(first_highlights("fa", "2.5 درصد"), "[۲][۵][٪]");
}

TEST_F(NumberQueries, MeetADecimalInEachSpelling) {
  index({article("point", "ar", "بلغ 20.8 مليون"), article("arabic", "ar", "بلغ ٢٠٫٨ مليون"),
         article("comma", "ar", "بلغ 20,8 مليون"), article("reh", "ar", "بلغ 8ر20 مليون"),
         article("other", "ar", "بلغ 208 مليون")});
  for (const char* query : {"20.8", "٢٠٫٨", "20,8"})
    EXPECT_THAT(found_in("ar", query), UnorderedElementsAre("point", "arabic", "comma", "reh"))
        << query;
  index({article("point", "fa", "تورم ۲۰.۸ درصد"), article("persian", "fa", "تورم ۲۰٫۸ درصد"),
         article("slash", "fa", "تورم ۲۰/۸ درصد"), article("visual", "fa", "تورم 8/20 درصد"),
         article("other", "fa", "تورم ۲۰ درصد در ۸ شهر")});
  for (const char* query : {"20.8", "۲۰٫۸"}) {
    const auto ids = found_in("fa", query);
    EXPECT_THAT(ids, UnorderedElementsAre("point", "persian", "slash", "visual")) << query;
    EXPECT_EQ(ids.back(), "visual") << query;
  }
  EXPECT_THAT(found_in("fa", "۲۰/۸"), IsSupersetOf({"point", "persian", "slash"}));
}

TEST_F(NumberQueries, LeaveDatesScoresAndTimesAlone) {
  index({article("decimal", "fa", "شاخص ۵.۳ واحد"), article("date", "fa", "در روز ۱۴۰۴/۵/۳ بود")});
  for (const char* query : {"۱۴۰۴/۵/۳", "۵-۳", "۵:۳"})
    EXPECT_THAT(found_in("fa", query), Not(Contains("decimal"))) << query;
  index({article("decimal", "ar", "المؤشر 5.3 نقطة"), article("score", "ar", "فاز الفريق 5-3")});
  for (const char* query : {"5-3", "5:3", "1446/5/3"})
    EXPECT_THAT(found_in("ar", query), Not(Contains("decimal"))) << query;
  EXPECT_THAT(found_in("ar", "5.3"), ElementsAre("decimal"));
}

TEST_F(NumberQueries, MeetThousandsInEachSpelling) {
  index({article("plain", "ar", "بلغ 72837 مترا"), article("comma", "ar", "بلغ 72,837 مترا"),
         article("arabic", "ar", "بلغ ٧٢٬٨٣٧ مترا"), article("point", "ar", "بلغ 72.837 مترا")});
  for (const char* query : {"72837", "72,837", "٧٢٬٨٣٧", "72.837"})
    EXPECT_THAT(found_in("ar", query), UnorderedElementsAre("plain", "comma", "arabic", "point"))
        << query;
  EXPECT_EQ(found_in("ar", "72.837").front(), "point");
  index({article("plain", "fa", "۱۲۰۰۰۰۰ تومان"), article("persian", "fa", "۱٬۲۰۰٬۰۰۰ تومان"),
         article("points", "fa", "1.200.000 تومان"), article("commas", "fa", "۱,۲۰۰,۰۰۰ تومان")});
  for (const char* query : {"1200000", "۱٬۲۰۰٬۰۰۰", "1.200.000", "1,200,000"})
    EXPECT_THAT(found_in("fa", query), UnorderedElementsAre("plain", "persian", "points", "commas"))
        << query;
}

}  // namespace
}  // namespace khabar
