// SPDX-License-Identifier: GPL-2.0-or-later
// Sketches, and the clusters that an index on disk keeps while documents come and go.
#include "indexer/wire_copies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "analyzers/analyzer.h"
#include "tests/indexer/indexing.h"
#include "tests/indexer/made_up_text.h"

namespace khabar {
namespace {

using test::article;
using test::made_up_text;
using test::write_index;
using testing::ElementsAre;
using testing::IsEmpty;

std::optional<Sketch> sketch_of(const std::string& text, const char* language = "ar") {
  TokenList tokens;
  analyze(text, *find_language(language), tokens);
  SketchMaker maker;
  maker.add(tokens);
  return maker.sketch();
}

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
  auto sketch = sketch_of(made_up_text(1, 300) + " 30 " + made_up_text(2, 10));
  ASSERT_TRUE(sketch);
  sketch->source = 7;
  sketch->day = -3;
  IndexDocument document;
  add_sketch(*sketch, document);
  const auto again = read_sketch(std::string(document.value(kSketchSlot)));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->codes, sketch->codes);
  EXPECT_EQ(again->numbers, sketch->numbers);
  EXPECT_EQ(again->source, 7U);
  EXPECT_EQ(again->day, -3);
  EXPECT_FALSE(read_sketch("short"));
}

class Clusters : public testing::Test {
 protected:
  static Document news(const std::string& id, std::uint64_t text, int changed_from = 1 << 30) {
    return article(id, "ar", "عنوان", made_up_text(text, 60, changed_from));
  }

  // Cluster by id, of an index.
  static std::map<std::string, std::string> clusters_in(const std::string& index) {
    const Xapian::Database database = open_index(index);
    std::map<std::string, std::string> clusters;
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      const Xapian::Document document = database.get_document(*it);
      clusters[decode_fields(document.get_data()).id] = document.get_value(kClusterSlot);
    }
    return clusters;
  }
  // The list of copies that `id` is in.
  std::vector<std::string> copies_of(const std::string& id) const {
    const std::string cluster = clusters_in(index_).at(id);
    return decode_ids(open_index(index_).get_metadata(copies_key(cluster)));
  }

  test::TempDir folder_;
  std::string index_ = folder_ / "index";
};

TEST_F(Clusters, HoldArticlesThatAreNearlyTheSame) {
  write_index(index_, {news("1", 1), news("2", 2), news("1-again", 1, 50), news("2-other", 2, 0)});
  EXPECT_THAT(copies_of("1"), ElementsAre("1", "1-again"));
  EXPECT_THAT(copies_of("2"), IsEmpty());
  EXPECT_NE(clusters_in(index_).at("2"), clusters_in(index_).at("2-other"));
}

TEST_F(Clusters, OfASentenceAreThoseOfTheSameWords) {
  const std::string arabic = "وصل وزير الخارجية إلى بغداد صباح اليوم";
  const std::string persian = "وزیر خارجه امروز به بغداد رسید";
  write_index(index_,
              {article("ar", "ar", "خبر عاجل", arabic), article("fa", "fa", "خبر فوری", persian),
               article("ar-copy", "ar", "خبر عاجل", "وصل وزير الخارجيه الى بغداد صباح اليوم."),
               article("fa-copy", "fa", "خبر فوري", "وزير خارجه امروز به بغداد رسيد"),
               article("title", "ar", "خبر آخر", arabic),
               article("more", "fa", "خبر فوری", persian + " و بازگشت")});
  write_index(index_, {article("ar-late", "ar", "خبر عاجل", arabic)});
  EXPECT_THAT(copies_of("ar"), ElementsAre("ar", "ar-copy", "ar-late"));
  EXPECT_THAT(copies_of("fa"), ElementsAre("fa", "fa-copy"));
  EXPECT_THAT(copies_of("title"), IsEmpty());
  EXPECT_THAT(copies_of("more"), IsEmpty());
}

// Posts: the first line stands as the title or in the text, and a channel's name below.
TEST_F(Clusters, OfAPostAreThoseWithItsTitleInTheTextAndOtherChannels) {
  write_index(
      index_,
      {article("1", "fa", "توقیف نفتکش متخلف در تنگه هرمز",
               "محموله آن به ساحل بازگردانده شد @AkhbareFori | Link"),
       article("1-farsna", "fa", "توقیف نفتکش متخلف در تنگه هرمز",
               "محموله آن به ساحل بازگردانده شد. @Farsna"),
       article("1-body", "fa", "",
               "توقیف نفتکش متخلف در تنگه هرمز\nمحموله آن به ساحل بازگردانده شد"),
       article("1-other", "fa", "توقیف نفتکش متخلف در تنگه هرمز",
               "محموله آن به دریا بازگردانده شد @Farsna"),
       article("2", "ar", "احتجاز ناقلة نفط مخالفة", "أعيدت حمولتها إلى الساحل اليوم @Channel"),
       article("2-body", "ar", "",
               "احتجاز ناقلة نفط مخالفة: أعيدت حمولتها إلى الساحل اليوم. @News - Link"),
       article("2-other", "ar", "احتجاز ناقلة نفط مخالفة", "أعيدت حمولتها إلى البحر اليوم @News"),
       article("3", "fa", "عکس روز", "@AkhbareFori | Link | Photo"),
       article("3-other", "fa", "عکس روز", "@AkhbareFori | Link | Photo")});
  EXPECT_THAT(copies_of("1"), ElementsAre("1", "1-farsna", "1-body"));
  EXPECT_THAT(copies_of("1-other"), IsEmpty());
  EXPECT_THAT(copies_of("2"), ElementsAre("2", "2-body"));
  EXPECT_THAT(copies_of("2-other"), IsEmpty());
  EXPECT_THAT(copies_of("3"), IsEmpty()) << "a rubric";
}

Document of(Document document, std::string source, std::string date) {
  document.source = std::move(source);
  document.date = std::move(date);
  return document;
}

// The news, its first line as the title, over an advertisement. Written for khabar, as is all
// below.
TEST_F(Clusters, OfPostsAreNotThoseOfOneAdvertisement) {
  const std::string persian =
      "\n🔹 طرح طلایی بیمه مهرگستر برای آینده فرزندان شما با سود تضمینی و پوشش کامل درمان؛ "
      "برای ثبت نام به سایت مهرگستر بیایید\n@KanalVarzesh | Link";
  const std::string arabic =
      "\n🔹 الخطة الذهبية من شركة الواحة للتأمين ضمان لمستقبل أطفالكم بأرباح ثابتة وتغطية كاملة "
      "للعلاج؛ للتسجيل زوروا موقع الواحة أو اتصلوا بمستشارينا في أي وقت\n@QanatRiyada | Link";
  write_index(
      index_,
      {article("fa-1", "fa", "گل اول ستاره شرق به دریا توسط بهمنی",
               "ستاره شرق جلو افتاد" + persian),
       article("fa-2", "fa", "گل سوم نیروی کویر به البرز توسط سهرابی", "کویر پیروز شد" + persian),
       article("fa-1-body", "fa", "",
               "گل اول ستاره شرق به دریا توسط بهمنی\nستاره شرق جلو افتاد" + persian),
       article("ar-1", "ar", "هدف أول للنجم في مرمى الساحل عبر الزاهري", "تقدم النجم" + arabic),
       article("ar-2", "ar", "هدف ثالث لفريق الواحات في شباك الجبل", "فاز الواحات" + arabic),
       article("ar-1-body", "ar", "",
               "هدف أول للنجم في مرمى الساحل عبر الزاهري\nتقدم النجم" + arabic)});
  EXPECT_THAT(copies_of("fa-1"), ElementsAre("fa-1", "fa-1-body"));
  EXPECT_THAT(copies_of("fa-2"), IsEmpty());
  EXPECT_THAT(copies_of("ar-1"), ElementsAre("ar-1", "ar-1-body"));
  EXPECT_THAT(copies_of("ar-2"), IsEmpty());
}

TEST_F(Clusters, OfAReportAreThoseWithItsNumbers) {
  const auto persian = [](const std::string& ships, const std::string& tonnes) {
    return "سازمان بندرها اعلام کرد که در شبانه روز گذشته " + ships +
           " کشتی باری و نفتکش پس از گرفتن مجوز از آبراه گذشتند و نزدیک " + tonnes +
           " تن کالا در اسکله های شمالی و جنوبی تخلیه شد و کار در همه باراندازها ادامه دارد";
  };
  const auto arabic = [](const std::string& firms, const std::string& days) {
    return "غرمت هيئة البيئة " + firms +
           " منشأة صناعية خالفت المعايير المنصوص عليها في النظام العام للبيئة ولائحته التنفيذية "
           "وأمهلت أصحابها مدة " +
           days + " يوما لتصحيح أوضاعها قبل إحالتها إلى الجهات المختصة لاتخاذ ما يلزم بحقها";
  };
  write_index(index_, {article("fa", "fa", "خبر", persian("۲۵", "۹۰۰")),
                       article("fa-copy", "fa", "خبر", persian("25", "900") + " @Bandar"),
                       article("fa-later", "fa", "خبر", persian("۳۲", "۷۴۰")),
                       article("ar", "ar", "خبر", arabic("30", "15")),
                       article("ar-copy", "ar", "خبر", arabic("٣٠", "١٥") + "، كما قالت."),
                       article("ar-later", "ar", "خبر", arabic("23", "21"))});
  EXPECT_THAT(copies_of("fa"), ElementsAre("fa", "fa-copy"));
  EXPECT_THAT(copies_of("fa-later"), IsEmpty());
  EXPECT_THAT(copies_of("ar"), ElementsAre("ar", "ar-copy"));
  EXPECT_THAT(copies_of("ar-later"), IsEmpty());
}

// Six tenths of the shingles are the same.
TEST_F(Clusters, OfAFormulaAreThoseOfItsDay) {
  const auto like = [](const std::string& id) {
    return article(id, "ar", "عنوان", made_up_text(1, 400, 310));
  };
  const Document first = article("1", "ar", "عنوان", made_up_text(1, 400));
  const double alike = similarity(*sketch_of(first.body), *sketch_of(like("2").body));
  ASSERT_GT(alike, kCopySimilarity);
  ASSERT_LT(alike, kRepeatSimilarity);
  write_index(index_,
              {of(first, "الواحة", "2026-03-01"), of(like("same-day"), "الواحة", "2026-03-01"),
               of(like("elsewhere"), "البرق", "2026-03-03"), of(like("undated"), "البرق", ""),
               of(like("no-source"), "", "2026-03-02")});
  EXPECT_THAT(copies_of("1"), ElementsAre("1", "same-day", "elsewhere", "undated", "no-source"));
  const std::string again = folder_ / "again";
  write_index(again,
              {of(first, "الواحة", "2026-03-01"), of(like("next-day"), "الواحة", "2026-03-02"),
               of(like("late"), "البرق", "2026-03-04T10:00:00Z")});
  const auto clusters = clusters_in(again);
  EXPECT_NE(clusters.at("next-day"), clusters.at("1"));
  EXPECT_NE(clusters.at("late"), clusters.at("1"));
}

TEST_F(Clusters, OfAFewWordsAreNone) {
  write_index(index_, {article("1", "ar", "خبر", "نص قصير"), article("2", "ar", "خبر", "نص قصير")});
  EXPECT_EQ(clusters_in(index_).at("1"), "");
  EXPECT_EQ(index_info(index_).clusters, 0U);
}

TEST_F(Clusters, DoNotDependOnThreadsNorOnRuns) {
  std::vector<Document> documents;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    const bool copy = i > 10 && i % 7 == 0;
    documents.push_back(news(std::to_string(i), copy ? i * 31 % i / 2 : i, copy ? 52 : 1 << 30));
  }
  const std::string parallel = folder_ / "parallel", in_two = folder_ / "in-two";
  write_index(index_, documents, {.threads = 1});
  write_index(parallel, documents, {.threads = 4});
  const auto half = documents.begin() + 1000;
  write_index(in_two, {documents.begin(), half});
  write_index(in_two, {half, documents.end()});
  EXPECT_EQ(clusters_in(index_), clusters_in(parallel));
  EXPECT_EQ(clusters_in(index_), clusters_in(in_two));
  EXPECT_GT(index_info(index_).copies, 200U);
  EXPECT_EQ(copy_clusters(index_), copy_clusters(parallel));
  EXPECT_EQ(copy_clusters(index_), copy_clusters(in_two));
  EXPECT_EQ(index_info(index_).copies, index_info(in_two).copies);
  EXPECT_EQ(index_info(index_).clusters, index_info(in_two).clusters);
}

TEST_F(Clusters, ListTheirIdsInTheOrderOfTheDocumentsWhateverTheSegments) {
  std::vector<Document> documents;
  for (int i = 0; i < 9000; ++i) {
    const int text = i % 3000;
    documents.push_back(news(std::to_string(i), static_cast<std::uint64_t>(text), 50 + text % 9));
  }
  const std::string parallel = folder_ / "parallel", small = folder_ / "small";
  write_index(index_, documents, {.threads = 1});
  write_index(parallel, documents, {.threads = 3});
  write_index(small, documents, {.threads = 4, .memory_mb = 64});
  EXPECT_THAT(copies_of("7"), ElementsAre("7", "3007", "6007"));
  EXPECT_EQ(index_info(index_).clusters, 3000U);
  EXPECT_EQ(copy_clusters(index_), copy_clusters(parallel));
  EXPECT_EQ(copy_clusters(index_), copy_clusters(small));
}

TEST_F(Clusters, GrowByWhatIsAddedLater) {
  write_index(index_, {news("1", 1), news("2", 2)});
  write_index(index_, {news("1-again", 1, 50)});
  write_index(index_, {news("1-once-more", 1, 50)});
  EXPECT_THAT(copies_of("1"), ElementsAre("1", "1-again", "1-once-more"));
}

TEST_F(Clusters, LoseWhatIsDeleted) {
  write_index(index_, {news("1", 1), news("1-again", 1, 50), news("1-once-more", 1, 55)});
  delete_documents(index_, {"1"});
  EXPECT_THAT(copies_of("1-again"), ElementsAre("1-again", "1-once-more"));
  delete_documents(index_, {"1-again"});
  EXPECT_THAT(copies_of("1-once-more"), IsEmpty());
  write_index(index_, {news("1-anew", 1)});
  EXPECT_THAT(copies_of("1-anew"), ElementsAre("1-once-more", "1-anew"));
}

TEST_F(Clusters, LoseAndWinWhatIsReplaced) {
  write_index(index_, {news("1", 1), news("1-again", 1, 50), news("2", 2)});
  write_index(index_, {news("1", 2, 50)});
  EXPECT_THAT(copies_of("1-again"), IsEmpty());
  EXPECT_THAT(copies_of("2"), ElementsAre("2", "1"));
  write_index(index_, {news("1", 1)});
  EXPECT_THAT(copies_of("1"), ElementsAre("1-again", "1"));
  EXPECT_THAT(copies_of("2"), IsEmpty());
}

TEST_F(Clusters, HoldWhatCameTwiceInOneRun) {
  write_index(index_, {news("1", 1), news("2", 2), news("1-again", 1, 50), news("2", 1, 52)});
  EXPECT_THAT(copies_of("1"), ElementsAre("1", "1-again", "2"));
}

TEST_F(Clusters, AreKeptWhenARunWasCutOff) {
  {
    IndexWriter writer(index_, {});
    for (std::uint64_t i = 0; i < 1300; ++i) writer.add(news(std::to_string(i), i / 2));
  }
  { IndexWriter(index_, {}).finish(); }
  const IndexInfo info = index_info(index_);
  EXPECT_EQ(info.clusters, info.documents / 2);
  EXPECT_EQ(info.copies, info.documents / 2);
}

}  // namespace
}  // namespace khabar
