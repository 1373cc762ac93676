// SPDX-License-Identifier: GPL-2.0-or-later
// The clusters that an index on disk keeps while documents come and go.
#include "indexer/wire_copies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/indexer/indexing.h"
#include "tests/indexer/made_up_text.h"
#include "tests/indexer/sketching.h"

namespace khabar {
namespace {

using test::article;
using test::made_up_text;
using test::sketch_of;
using test::write_index;
using testing::ElementsAre;
using testing::IsEmpty;

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

// A report and its beginning under one title, its signs and letters written otherwise; the
// beginning under another title; another text under the title, as a column has it.
TEST_F(Clusters, OfOneTitleAreATextAndAShortenedOne) {
  struct Report {
    const char *language, *title, *title_again, *other_title, *beginning, *rest, *other;
  };
  const Report reports[] = {
      {"ar", "افتتاح «مكتبة الميناء القديم» بعد ترميمها",
       "إفتتاح مكتبه الميناء القديم، بعد ترميمها", "آلاف المخطوطات في قاعات الميناء",
       "افتتحت بلدية المدينة صباح اليوم مكتبة الميناء القديم بعد ترميم استمر عامين كاملين، وحضر "
       "الحفل عدد كبير من الكتاب والطلاب وسكان الحي. وقالت مديرة المكتبة إن القاعات تضم الآن آلاف "
       "الكتب والمخطوطات التي جمعت من بيوت البحارة والتجار.",
       " وذكر المهندس المشرف أن العمال حافظوا على الجدران الحجرية والنوافذ الخشبية كما كانت، وأن "
       "السقف أعيد بناؤه بمواد تقاوم الرطوبة والملح. ويأمل أصحاب المقاهي المجاورة أن يعود الزوار "
       "إلى الساحل بعد سنوات من الركود، فيما تدرس البلدية ربط المكتبة بمحطة الحافلات الجديدة عبر "
       "ممر مظلل بالأشجار، وتخصيص يوم في الأسبوع لتلاميذ المدارس.",
       "عادت رائحة الورق إلى الحي بعد طول غياب، وجلس رجل مسن على الدرج يروي لحفيده كيف كان يستعير "
       "القصص من هنا قبل أن يركب البحر أول مرة، بينما التقط شابان صورا للنوارس فوق القبة."},
      {"fa", "کتابخانه بندر قدیمی پس از ۲ سال باز شد", "«كتابخانه بندر قديمي» پس از 2 سال باز شد!",
       "هزاران کتاب کهن در تالارهای تازه",
       "شهرداری صبح امروز کتابخانه بندر قدیمی را پس از دو سال بازسازی دوباره گشود و گروه بزرگی از "
       "نویسندگان و دانشجویان و ساکنان محله در آیین گشایش حضور داشتند. مدیر کتابخانه گفت که "
       "تالارها اکنون هزاران کتاب کهن دارند که از خانه\u200Cهای دریانوردان گردآوری شده است.",
       " مهندس ناظر توضیح داد که کارگران دیوارهای سنگی و پنجره\u200Cهای چوبی را همان\u200Cگونه که "
       "بود نگه "
       "داشته\u200Cاند و سقف با مصالحی ساخته شده است که در برابر نم و نمک دوام می\u200Cآورد. "
       "صاحبان "
       "قهوه\u200Cخانه\u200Cهای اطراف امیدوارند که گردشگران پس از سال\u200Cها رکود به ساحل "
       "بازگردند و شهرداری "
       "می\u200Cخواهد کتابخانه را با گذرگاهی سایه\u200Cدار به ایستگاه تازه اتوبوس پیوند دهد.",
       "بوی کاغذ پس از سال\u200Cها به کوچه برگشته است و پیرمردی روی پله\u200Cها برای نوه\u200Cاش "
       "می\u200Cگوید که پیش "
       "از نخستین سفر دریایی از همین\u200Cجا داستان امانت می\u200Cگرفت، و دو جوان از مرغان دریایی "
       "بالای "
       "گنبد عکس می\u200Cگیرند."}};
  for (const Report& report : reports) {
    const auto news_of = [&](const std::string& id, const char* title, const std::string& body) {
      return article(id, report.language, title, body);
    };
    const std::string whole = std::string(report.beginning) + report.rest;
    const std::string index = folder_ / report.language, again = index + "-again";
    write_index(index, {news_of("whole", report.title, whole),
                        news_of("other-title", report.other_title, report.beginning),
                        news_of("other-text", report.title, report.other)});
    write_index(index, {news_of("short", report.title_again, report.beginning)});
    write_index(again, {news_of("short", report.title, report.beginning),
                        news_of("whole", report.title_again, whole)});
    const auto found = clusters_in(index), found_again = clusters_in(again);
    EXPECT_NE(found.at("other-title"), found.at("whole"));
    EXPECT_NE(found.at("other-text"), found.at("whole"));
    EXPECT_EQ(found_again.at("short"), found_again.at("whole"));
  }
}

// Posts: a sentence of the report, another channel's name below.
TEST_F(Clusters, OfOneTitleAreAPostAndOneOfItsSentences) {
  write_index(
      index_,
      {article(
           "fa", "fa", "آغاز ساخت پل تازه بر رودخانه شهر",
           "🔹 کارگران از بامداد امروز پی\u200Cریزی پل را در کرانه خاوری آغاز کردند.\n🔹 شهردار گفت "
           "ساخت پل تا پایان سال آینده به درازا می\u200Cکشد و راه کشتی\u200Cها بسته "
           "نمی\u200Cشود.\n@KanalShahr"),
       article("fa-part", "fa", "آغاز ساخت پل تازه بر رودخانه شهر",
               "♦️ کارگران از بامداد امروز پی\u200Cریزی پل را در کرانه خاوری آغاز "
               "کردند. "
               "@Bamdad "
               "| Link"),
       article("fa-other", "fa", "آغاز ساخت پل تازه بر رودخانه شهر",
               "🎥 ماهیگیران از سر و صدای دستگاه\u200Cها در نزدیکی اسکله\u200Cشان گله دارند. "
               "@Bamdad | Link"),
       article("ar", "ar", "بدء بناء جسر جديد على نهر المدينة",
               "🔹 باشر العمال فجر اليوم حفر أساسات الجسر في الضفة الشرقية.\n🔹 وقال رئيس البلدية إن "
               "البناء يستمر حتى نهاية العام المقبل ولن يتوقف مرور السفن.\n@QanatMadina"),
       article("ar-part", "ar", "بدء بناء جسر جديد على نهر المدينة",
               "باشر العمال فجر اليوم حفر أساسات الجسر في الضفة الشرقية. @Fajr | Link"),
       article("ar-other", "ar", "بدء بناء جسر جديد على نهر المدينة",
               "اشتكى الصيادون من ضجيج الآلات قرب مرساهم منذ أسبوع كامل. @Fajr | Link")});
  EXPECT_THAT(copies_of("fa"), ElementsAre("fa", "fa-part"));
  EXPECT_THAT(copies_of("fa-other"), IsEmpty());
  EXPECT_THAT(copies_of("ar"), ElementsAre("ar", "ar-part"));
  EXPECT_THAT(copies_of("ar-other"), IsEmpty());
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
       article("ar-1", "ar", "هدف أول للنجم في مرمى الساحل عبر الزاهري", "تقدم النجم قبل الاستراحة" + arabic),
       article("ar-2", "ar", "هدف ثالث لفريق الواحات في شباك الجبل", "فاز الواحات بعد تأخر" + arabic),
       article("ar-1-body", "ar", "",
               "هدف أول للنجم في مرمى الساحل عبر الزاهري\nتقدم النجم قبل الاستراحة" + arabic)});
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

// Two thirds of the shorter are in the longer, as of the weather of two days.
TEST_F(Clusters, OfOneTitleOnAnotherDayHaveMoreInCommon) {
  const std::string title = made_up_text(9, 5);
  const std::string whole = made_up_text(1, 400), part = made_up_text(1, 150, 95);
  const double share = containment(*sketch_of(whole, "ar", title), *sketch_of(part, "ar", title));
  ASSERT_GT(share, kCopyContainment);
  ASSERT_LT(share, kOtherDayContainment);
  const auto news_of = [&](const char* id, const std::string& text, const char* date) {
    return of(article(id, "ar", title, text), id, date);
  };
  write_index(index_, {news_of("1", whole, "2026-03-01"), news_of("same-day", part, "2026-03-01"),
                       news_of("late", made_up_text(1, 170), "2026-03-04")});
  EXPECT_THAT(copies_of("1"), ElementsAre("1", "same-day"));
  const std::string again = folder_ / "again";
  write_index(again, {news_of("1", whole, "2026-03-01"), news_of("next-day", part, "2026-03-02"),
                      news_of("all-of-it", made_up_text(1, 170), "2026-03-03")});
  auto clusters = clusters_in(again);
  EXPECT_NE(clusters.at("next-day"), clusters.at("1"));
  EXPECT_EQ(clusters.at("all-of-it"), clusters.at("1"));
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
    if (i % 5 > 0) continue;
    // A column of many articles, every third one a shortened one.
    documents.back().title = made_up_text(9, 5);
    documents.back().body = made_up_text(5000 + i / 15, i % 3 == 0 ? 24 : 60);
  }
  const std::string parallel = folder_ / "parallel", in_two = folder_ / "in-two";
  write_index(index_, documents, {.threads = 1});
  write_index(parallel, documents, {.threads = 4});
  const auto half = documents.begin() + 1000;
  write_index(in_two, {documents.begin(), half});
  write_index(in_two, {half, documents.end()});
  EXPECT_EQ(clusters_in(index_), clusters_in(parallel));
  EXPECT_EQ(clusters_in(index_), clusters_in(in_two));
  EXPECT_GT(index_info(index_).copies, 400U);
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
