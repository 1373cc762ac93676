// SPDX-License-Identifier: GPL-2.0-or-later
// Sketches: what two texts have in common.
#include <gtest/gtest.h>

#include "indexer/schema.h"
#include "indexer/wire_copies.h"
#include "tests/indexer/made_up_text.h"
#include "tests/indexer/sketching.h"

namespace khabar {
namespace {

using test::made_up_text;
using test::sketch_of;

TEST(Sketches, OfEqualTextsAreEqual) {
  const auto one = sketch_of(made_up_text(1, 300));
  const auto other = sketch_of(made_up_text(1, 300));
  ASSERT_TRUE(one && other);
  EXPECT_DOUBLE_EQ(similarity(*one, *other), 1.0);
  EXPECT_EQ(one->bands, other->bands);
}

TEST(Sketches, OfOtherTextsHaveLittleInCommon) {
  for (std::uint64_t i = 1; i < 50; ++i) {
    EXPECT_LT(similarity(*sketch_of(made_up_text(i, 200)), *sketch_of(made_up_text(i + 50, 200))),
              0.25);
  }
}

TEST(Sketches, TellHowMuchTwoTextsShare) {
  // 296 shingles in common, 100 or so of either alone: 296 / 496.
  const double found =
      similarity(*sketch_of(made_up_text(1, 400)), *sketch_of(made_up_text(1, 400, 300)));
  EXPECT_NEAR(found, 0.6, 0.14);
}

TEST(Sketches, TellUnderOneTitleHowMuchOfTheShorterIsInTheLonger) {
  const std::string title = made_up_text(7, 5);
  const auto found = [&](int shorter, int longer, int changed_from = 1 << 30) {
    return containment(*sketch_of(made_up_text(1, longer), "ar", title),
                       *sketch_of(made_up_text(1, shorter, changed_from), "ar", title));
  };
  EXPECT_NEAR(found(60, 100), 1.0, 0.1);  // with the title in the text
  EXPECT_NEAR(found(10, 60), 1.0, 0.3);
  EXPECT_NEAR(found(60, 240), 1.0, 0.2);  // in the shorter
  EXPECT_NEAR(found(150, 600), 1.0, 0.2);
  EXPECT_NEAR(found(200, 400, 100), 0.5, 0.2);
  EXPECT_LT(found(40, 60, 0), 0.2);
  EXPECT_LT(found(200, 400, 0), 0.2);
  EXPECT_EQ(found(5, 60), 0.0) << "too little to tell";
  EXPECT_EQ(containment(*sketch_of(made_up_text(1, 60), "ar", title),
                        *sketch_of(made_up_text(1, 30), "ar", made_up_text(8, 5))),
            0.0);
  EXPECT_EQ(containment(*sketch_of(made_up_text(1, 60), "ar", "خبر قصير"),
                        *sketch_of(made_up_text(1, 30), "ar", "خبر قصير")),
            0.0);
}

TEST(Sketches, DoNotDependOnHowTheLettersAreWritten) {
  const std::string plain =
      "وزیر گفت که کتابهای تازه برای همه مدرسه های کشور چاپ می شود و دانش آموزان از آغاز سال "
      "آینده آن ها را می خوانند و آموزگاران نیز دوره ای کوتاه خواهند دید";
  const std::string written =
      "وزير گفت كه كتاب\u200Cهاي تازه براي همه مدرسه\u200Cهاي كشور چاپ مي\u200Cشود و دانش آموزان "
      "از آغاز سال آينده آن\u200Cها را مي\u200Cخوانند و آموزگاران نيز دوره\u200Cاي كوتاه خواهند "
      "ديد";
  const auto one = sketch_of(plain, "fa");
  const auto other = sketch_of(written, "fa");
  ASSERT_TRUE(one && other);
  EXPECT_GE(similarity(*one, *other), kCopySimilarity);
}

TEST(Sketches, OfAFewWordsAreLikeThoseOfTheSameWordsAlone) {
  EXPECT_FALSE(sketch_of(made_up_text(1, 5)));
  for (const int words : {6, 10, 21}) {
    const auto sketch = sketch_of(made_up_text(1, words));
    ASSERT_TRUE(sketch);
    EXPECT_DOUBLE_EQ(similarity(*sketch, *sketch_of(made_up_text(1, words))), 1.0);
    for (std::uint64_t i = 2; i < 200; ++i)
      EXPECT_LT(similarity(*sketch, *sketch_of(made_up_text(i, words))), 0.25);
    EXPECT_LT(similarity(*sketch, *sketch_of(made_up_text(1, words + 1))), 0.25);
    EXPECT_LT(similarity(*sketch, *sketch_of(made_up_text(1, 300))), 0.25);
  }
}

TEST(Sketches, OfPartsAreThoseOfTheWhole) {
  TokenList tokens;
  SketchMaker maker;
  for (const std::string& part : {made_up_text(1, 40), made_up_text(2, 40)}) {
    analyze(part, *find_language("ar"), tokens);
    maker.add(tokens);
  }
  const auto whole = sketch_of(made_up_text(1, 40) + " " + made_up_text(2, 40));
  EXPECT_DOUBLE_EQ(similarity(*maker.sketch(), *whole), 1.0);
}

TEST(Sketches, ComeBackFromAValue) {
  auto sketch =
      sketch_of(made_up_text(1, 90) + " 30 " + made_up_text(2, 10), "ar", made_up_text(3, 5));
  ASSERT_TRUE(sketch);
  sketch->words = 5;
  sketch->source = 7;
  sketch->day = -3;
  IndexDocument document;
  add_sketch(*sketch, document);
  const auto again = read_sketch(std::string(document.value(kSketchSlot)));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->codes, sketch->codes);
  EXPECT_EQ(again->numbers, sketch->numbers);
  EXPECT_EQ(again->words, 5U);
  EXPECT_NE(again->title, 0U);
  EXPECT_EQ(again->title, sketch->title);
  EXPECT_EQ(again->shingles, 99);
  EXPECT_EQ(again->title_shingles, 5);
  EXPECT_EQ(again->source, 7U);
  EXPECT_EQ(again->day, -3);
  EXPECT_FALSE(read_sketch("short"));
}

}  // namespace
}  // namespace khabar
