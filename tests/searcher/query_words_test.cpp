// SPDX-License-Identifier: GPL-2.0-or-later
// What a word of a query reaches, over small indexes on disk: where it must or must not occur, and
// when it is another spelling, a compound, or a word of both languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <tuple>

#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using testing::UnorderedElementsAre;

class QueryWords : public test::SearchTest {};

TEST_F(QueryWords, ThatMustNotOccurAreNoPiecesAndNoNames) {
  index({article("minister", "fa", "دیدار وزیر کشور"),
         article("premier", "fa", "سفر نخست\u200Cوزیر به دوحه"),
         article("first", "fa", "نخست وزیر آمد"), article("qatar", "ar", "وزير قطر في الدوحة"),
         article("train", "ar", "وزير النقل يفتتح القطار")});
  EXPECT_THAT(found("وزیر -نخست\u200Cوزیر lang:fa"), ElementsAre("minister"));
  EXPECT_THAT(found("وزير -قطر lang:ar"), ElementsAre("train"));
}

// As are opaque ones anywhere: software is nothing soft.
TEST_F(QueryWords, ThatMustOccurAreWholeCompounds) {
  index({article("soft", "fa", "پارچهٔ نرم و تازه"), article("tool", "fa", "جنگ افزار قدیمی"),
         article("half", "fa", "نرم\u200Cافزار تازه"), article("apart", "fa", "نرم افزار بومی"),
         article("plural", "fa", "بازار نرم\u200Cافزارها")});
  EXPECT_THAT(found("+نرم\u200Cافزار"), UnorderedElementsAre("half", "apart", "plural"));
  EXPECT_THAT(found("نرم\u200Cافزار"), UnorderedElementsAre("half", "apart", "plural"));
}

// "on" and the name Ali, "before" and "imam" are the same letters once folded.
TEST_F(QueryWords, ThatTheirLettersTellFromNamesAreFunctionWords) {
  index({article("sanctions", "ar", "العقوبات على تركيا"), article("on", "ar", "اتفق على موعد"),
         article("ali", "ar", "وصل علي صالح"), article("court", "ar", "مثل أمام المحكمة"),
         article("imam", "ar", "خطبة إمام المسجد"), article("fa", "fa", "دیدار با علی مطهری")});
  EXPECT_THAT(found("العقوبات على تركيا"), ElementsAre("sanctions"));
  EXPECT_THAT(found("علي صالح lang:ar"), UnorderedElementsAre("ali", "on", "sanctions"));
  EXPECT_THAT(found("أمام المحكمة"), ElementsAre("court"));
  EXPECT_THAT(found("إمام المحكمة"), UnorderedElementsAre("court", "imam"));
  EXPECT_THAT(found("علی مطهری lang:fa"), ElementsAre("fa"));
}

// "To him" and "mechanism", "in it" and "category".
TEST_F(QueryWords, ThatFoldAsFunctionWordsAreNotDropped) {
  index({article("mechanism", "ar", "آلية التنسيق الجديدة"),
         article("to him", "ar", "أشار إليه التنسيق"), article("category", "ar", "فئة الشباب"),
         article("youth", "ar", "فيه برنامج الشباب")});
  EXPECT_THAT(found("آلية التنسيق").front(), "mechanism");
  EXPECT_THAT(found("فئة الشباب").front(), "category");
  EXPECT_THAT(found("إليه التنسيق"), UnorderedElementsAre("mechanism", "to him"));
}

TEST_F(QueryWords, ThatAreTheIdOfAnArticleFindIt) {
  index({article("SN-20150806-00485", "ar", "إعلان"), article("mn-7-fa", "fa", "اعلامیه"),
         article("other", "ar", "إعلان SN 20150806 00485"), article("1404", "fa", "سال نو"),
         article("year", "fa", "برنامه ۱۴۰۴")});
  EXPECT_THAT(found("SN-20150806-00485"), ElementsAre("SN-20150806-00485"));
  EXPECT_THAT(found("mn-7-fa"), ElementsAre("mn-7-fa"));
  EXPECT_THAT(found("1404"), ElementsAre("year"));
}

TEST_F(QueryWords, ThatAreTheAddressOfAnArticleFindIt) {
  const auto at = [](Document document, const char* url) {
    document.url = url;
    return document;
  };
  index({at(article("7", "ar", "إعلان"), "https://www.news.example/world/7-إعلان"),
         at(article("https://news.example/8", "fa", "اعلامیه"), "https://news.example/8"),
         article("quotes it", "fa", "کانال ما: https://news.example/ads")});
  for (const char* pasted :
       {"https://www.news.example/world/7-إعلان", "news.example/world/7-إعلان/ ",
        "http://news.example/world/7-%D8%A5%D8%B9%D9%84%D8%A7%D9%86?utm_source=feed\n",
        "id:https://news.example/world/7-إعلان"})
    EXPECT_THAT(found(pasted), ElementsAre("7")) << pasted;
  EXPECT_THAT(found("https://news.example/8"), ElementsAre("https://news.example/8"));
  EXPECT_THAT(found("https://news.example/ads"), testing::Contains("quotes it"));
}

TEST_F(QueryWords, OfArabicNamesMeetInOneWordAndTwo) {
  index({article("apart", "ar", "زار عبد الرحمن أبو ظبي"),
         article("joined", "ar", "زار عبدالرحمن أبوظبي"), article("slave", "ar", "قصة عبد قديم"),
         article("nur", "ar", "كلمة نور الدين"), article("nurjoined", "ar", "كلمة نورالدين")});
  EXPECT_THAT(found("+عبدالرحمن"), UnorderedElementsAre("apart", "joined"));
  EXPECT_THAT(found("+\"عبد الرحمن\""), UnorderedElementsAre("apart", "joined"));
  EXPECT_THAT(found("أبوظبي"), UnorderedElementsAre("apart", "joined"));
  EXPECT_THAT(found("نورالدين"), UnorderedElementsAre("nur", "nurjoined"));
}

// A slip of the pen in one article would lead by its rarity, and by what is left of it without its
// endings.
TEST_F(QueryWords, InOtherSpellingsWeighAsOneWord) {
  std::vector<Document> documents;
  documents.reserve(13);
  for (int i = 0; i < 12; ++i) {
    documents.push_back(
        article("obama" + std::to_string(i), "ar", "خطاب أوباما " + std::to_string(i)));
    documents.push_back(article("what" + std::to_string(i), "ar", "هذا ما قاله الوزير"));
  }
  documents.push_back(article("slip", "ar", "كلمة بعما في المؤتمر"));
  index(documents);
  const std::vector<std::string> ids = found("أوباما");
  EXPECT_THAT(ids, Not(testing::Contains(HasSubstr("what"))));
  ASSERT_GE(ids.size(), 12U);
  EXPECT_THAT(ids.front(), HasSubstr("obama"));
}

TEST_F(QueryWords, InLatinLettersAreReadAsTheCommonestName) {
  std::vector<Document> documents;
  documents.reserve(21);
  for (int i = 0; i < 20; ++i)
    documents.push_back(
        article("putin" + std::to_string(i), "ar", "بوتين يستقبل وفدا " + std::to_string(i)));
  documents.push_back(article("palace", "ar", "البطين البطين البطين", "بلدية البطين بطين"));
  index(documents);
  EXPECT_THAT(found("Putin").front(), HasSubstr("putin"));
}

TEST_F(QueryWords, InLatinLettersAreReadAsTheNameThatTheLexiconHas) {
  index({article("syria", "ar", "قمة عربية في سوريا"), article("secret", "ar", "وثائق سرية جدا"),
         article("secrets", "ar", "مفاوضات سرية طويلة"), article("egypt", "ar", "زار مصر أمس"),
         article("agency", "ar", "تقرير للوكالة الدولية للطاقة الذرية"),
         article("other", "ar", "وكالة دولية للأنباء"), article("oil", "ar", "أسعار النفط"),
         article("shom", "fa", "سفر به سوریه"), article("mesr", "fa", "تیم ملی مصر")});
  EXPECT_THAT(found("Syria").front(), testing::AnyOf("syria", "shom"));
  EXPECT_THAT(found("Syria"), IsSupersetOf({"syria", "shom"}));
  EXPECT_THAT(found("Egypt"), UnorderedElementsAre("egypt", "mesr"));
  EXPECT_THAT(found("IAEA"), ElementsAre("agency"));
}

TEST_F(QueryWords, SpelledAsInEnglishAreTheNamesThatTheListHas) {
  index({article("jon", "ar", "التقى جون كيري نظيره"), article("jan", "fa", "جان کری در وین"),
         article("gin", "ar", "ظهر الجن في الحكاية"), article("maikel", "fa", "مایکل به تهران آمد"),
         article("mikal", "ar", "مايكل في بيروت"), article("mishel", "ar", "ميشيل في باريس"),
         article("phone", "fa", "قیمت موبایل"), article("jawwal", "ar", "سعر الجوال")});
  EXPECT_THAT(found("John"), IsSupersetOf({"jon", "jan"}));
  EXPECT_THAT(found("michael").front(), testing::AnyOf("maikel", "mikal"));
  EXPECT_THAT(found("mobile"), IsSupersetOf({"phone", "jawwal"}));
}

TEST_F(QueryWords, ThatAskAQuestionInArabicAreNotSearchedFor) {
  index({article("school", "ar", "تبدأ الدراسة غدا"), article("gospel", "ar", "إنجيل متى"),
         article("road", "ar", "طريق طوله 70 كم"), article("people", "ar", "عدد سكان الرياض"),
         article("few", "fa", "کم آبی در دشت")});
  EXPECT_THAT(found("متى تبدأ الدراسة"), ElementsAre("school"));
  EXPECT_THAT(found("كم عدد سكان الرياض"), ElementsAre("people"));
  EXPECT_THAT(found("إنجيل متى"), ElementsAre("gospel"));
  EXPECT_THAT(found("كم"), testing::Contains("road"));
  EXPECT_THAT(found("کم آبی در دشت").front(), "few");
}

TEST_F(QueryWords, ThatSpellLettersAreNoFunctionWords) {
  index({article("vpn", "fa", "فروش وی پی ان ممنوع شد"), article("row", "fa", "انفجارهای پی در پی"),
         article("cnn", "ar", "قالت قناة سي إن إن"), article("bbc", "ar", "قالت بي بي سي")});
  EXPECT_EQ(found("وی پی ان").front(), "vpn");
  EXPECT_EQ(found("سي ان ان").front(), "cnn");
}

TEST_F(QueryWords, OfPlanesAndRocketsMeetHoweverTheyAreWritten) {
  index({article("latin", "ar", "طائرة F16 فوق البحر"), article("hyphen", "ar", "طائرة F-16 جديدة"),
         article("name", "ar", "مقاتلة إف-16 أمريكية"),
         article("apart", "ar", "مقاتلات إف 16 تركية"),
         article("persian", "fa", "جنگنده اف-۱۶ سقوط کرد"), article("far", "ar", "صفحة 16 منها")});
  for (const char* query : {"F16", "F-16", "إف-16", "اف-۱۶"}) {
    const auto ids = found(query);
    EXPECT_THAT(ids, IsSupersetOf({"latin", "hyphen", "name", "apart", "persian"})) << query;
    EXPECT_TRUE(std::find(ids.begin(), ids.end(), "far") == ids.end() || ids.back() == "far")
        << query;
  }
}

TEST_F(QueryWords, ThatAreHalvesOfANameComeBehindIt) {
  index({article("whole", "fa", "آب و هوا و ترافیک در شهر بزرگ نیویورک"),
         article("whole2", "fa", "اخبار هنری از نیویورک"),
         article("whole3", "fa", "سفر به نیویورک"),
         article("apart", "fa", "هوا در نیو یورک سرد است"), article("york", "fa", "دوک یورک")});
  EXPECT_THAT(found("نیو یورک").front(), "apart");
  EXPECT_THAT(found("نیو یورک").back(), "york");
}

TEST_F(QueryWords, FindTheAdjectivesOfPersianNounsBehindTheNoun) {
  index({article("oil", "fa", "بهای نفت بالا رفت"),
         article("of-oil", "fa", "قراردادهای نفتی امضا شد"), article("fish", "fa", "صید ماهی"),
         article("month", "fa", "در ماه گذشته")});
  EXPECT_THAT(found("نفت"), ElementsAre("oil", "of-oil"));
  EXPECT_THAT(found("نفتی"), ElementsAre("of-oil", "oil"));
  EXPECT_THAT(found("ماه"), ElementsAre("month"));
  EXPECT_THAT(found("+نفت"), ElementsAre("oil"));
}

TEST_F(QueryWords, OfBothLanguagesAreReadAsTheIndexIs) {
  std::vector<Document> documents;
  documents.reserve(61);
  for (int i = 0; i < 60; ++i)
    documents.push_back(
        article("water" + std::to_string(i), "fa", "بحران آب " + std::to_string(i)));
  documents.push_back(article("father", "fa", "پدر و مادر"));
  index(documents);
  const SearchResults results = search({.query = "آب"});
  EXPECT_EQ(results.language, "fa");
  EXPECT_EQ(results.total, 60U);
  EXPECT_THAT(ids_of(results), Not(testing::Contains("father")));
}

TEST_F(QueryWords, MustAllOccurWhereTheDateRanks) {
  Document both = article("both", "ar", "رئيس الوزراء في بغداد");
  both.date = "2024-01-01";
  Document one = article("one", "ar", "رئيس النادي يستقيل");
  one.date = "2024-05-01";
  index({both, one});
  SearchRequest request{.query = "رئيس الوزراء", .sort = SortOrder::newest};
  EXPECT_THAT(ids_of(search(request)), ElementsAre("one", "both"));
  request.all_words = true;
  EXPECT_THAT(ids_of(search(request)), ElementsAre("both"));
  request.query = "رئيس الجامعة";
  const SearchResults some = search(request);
  EXPECT_THAT(ids_of(some), ElementsAre("one", "both"));
  EXPECT_THAT(in_english(some.notes),
              testing::Contains(HasSubstr("nothing has all of these words")));
}

// A chunk on another keyboard layout is one word: "lhi,hvi" is mahvare, "hg,.dv" al-wazir.
TEST_F(QueryWords, OfAnotherLayoutMustAllOccurToo) {
  index({article("both-fa", "fa", "وزیر از ماهواره گفت"), article("one-fa", "fa", "وزیر رفت"),
         article("both-ar", "ar", "الوزير يفتتح الجامعة"),
         article("one-ar", "ar", "الجامعة تغلق")});
  SearchRequest request{.query = "lhi,hvi وزیر", .sort = SortOrder::newest, .all_words = true};
  EXPECT_THAT(ids_of(search(request)), ElementsAre("both-fa"));
  EXPECT_THAT(search(request).notes, IsEmpty());
  request.query = "hg,.dv الجامعة";
  EXPECT_THAT(ids_of(search(request)), ElementsAre("both-ar"));
  request.correction = Correction::none;
  EXPECT_THAT(in_english(search(request).notes), testing::Contains(HasSubstr("nothing has all")));
}

// fk between lpl] (Muhammad) and sglhk (Salman) is bin; beside words as they should be it is fk.
TEST_F(QueryWords, OfTwoLettersAreOfTheLayoutOfTheOthers) {
  index({article("man", "ar", "الأمير محمد بن سلمان يصل"), article("club", "ar", "نادي fk سلمان")});
  const auto meant = [&](const std::string& query) { return results_of(query).suggestion; };
  EXPECT_EQ(meant("lpl] fk sglhk"), "محمد بن سلمان");
  EXPECT_EQ(found("نادي fk").front(), "club");
  index({article("road", "fa", "زلزله در تهران")});
  EXPECT_EQ(meant("cgcgi nv jivhk"), "زلزله در تهران");
}

// "[li,v" is jumhur, and li stands in an article; "[hlum" is jami'a, near to hulm.
TEST_F(QueryWords, WithSignsThatAreKeysAreNoLatinWords) {
  index({article("president", "fa", "رئیس جمهور سخن گفت"), article("jet", "fa", "بازی jet li v"),
         article("university", "ar", "افتتاح جامعة جديدة"), article("dream", "ar", "حلم الشباب")});
  EXPECT_THAT(found("[li,v"), ElementsAre("president"));
  EXPECT_THAT(found("[hlum"), ElementsAre("university"));
}

// Names are meant: zarif, not zarf (vessels); klopp, not qalb (heart).
TEST_F(QueryWords, InLatinLettersAreNamesBeforeCommonWords) {
  std::vector<Document> news = {article("zarif", "fa", "ظریف به وین رفت"),
                                article("klopp", "ar", "كلوب يمدح لاعبيه")};
  for (const std::string number : {"1", "2", "3", "4"}) {
    news.push_back(article("fa" + number, "fa", "ظرف مدت " + number + " روز ظرف ها پر شد"));
    news.push_back(article("ar" + number, "ar", "عملية قلب في اليوم " + number));
  }
  index(news);
  EXPECT_EQ(found("zarif").front(), "zarif");
  EXPECT_EQ(found("klopp").front(), "klopp");
}

TEST_F(QueryWords, OfAnotherLayoutAreReadAlikeWithCapsLock) {
  index({article("fa", "fa", "امروز بیت رهبری"), article("ar", "ar", "اليوم في البيت"),
         article("letters", "fa", "اف دی جی")});
  EXPECT_THAT(found("fdj"), ElementsAre("letters", "fa", "ar"));
  for (const char* small : {"hgfdj", "hlv,c", "hgd,l"}) {
    std::string capitals = small;
    for (char& c : capitals) c = static_cast<char>(std::toupper(c));
    EXPECT_EQ(found(small), found(capitals)) << small;
    EXPECT_FALSE(found(small).empty()) << small;
  }
}

// The keys of GCC are those of a name, FDJ's of a word; MERS sounds like the month.
TEST_F(QueryWords, OfTwoToFourCapitalsAreAcronyms) {
  index({article("council", "ar", "قمة دول GCC في الرياض"), article("name", "ar", "المدرب لوو"),
         article("house", "fa", "امروز بیت رهبری"), article("letters", "fa", "اف دی جی"),
         article("month", "ar", "الأول من مارس"), article("virus", "ar", "فيروس MERS"),
         article("agency", "fa", "ناسا و ناتو"), article("iran", "fa", "تیم ایران"),
         article("town", "ar", "أمطار على أبها")});
  EXPECT_THAT(found("GCC"), ElementsAre("council"));
  EXPECT_THAT(found("FDJ"), ElementsAre("letters"));
  EXPECT_THAT(found("MERS"), ElementsAre("virus"));
  EXPECT_THAT(found("NASA"), ElementsAre("agency"));
  EXPECT_THAT(found("IRAN"), ElementsAre("iran"));
  EXPECT_THAT(found("ABHA"), ElementsAre("town"));
}

// ALI is a name in Persian, and "on" in Arabic.
TEST_F(QueryWords, ThatAreFunctionWordsInOneLanguageMustOccurWhereBothReadThem) {
  index({article("ali", "fa", "علی دایی آمد"), article("karim", "fa", "کریم دایی رفت"),
         article("ar", "ar", "خبر من بيروت")});
  EXPECT_THAT(ids_of(search({.query = "علی دایی", .all_words = true})), ElementsAre("ali"));
}

TEST_F(QueryWords, TellTheLanguageAndFiltersDoNot) {
  Document arabic = article("ar", "ar", "مدرسه في الحي");
  Document persian = article("fa", "fa", "مدرسه در شهر");
  arabic.source = "هيئة الإذاعة والتلفزيون في المملكة";
  persian.source = "خبرگزاری دانشجویان ایران";
  index({arabic, persian});
  SearchRequest request;
  for (const Document& one : {arabic, persian}) {
    request.query = "مدرسه source:\"" + one.source + '"';
    const SearchResults results = search(request);
    EXPECT_EQ(results.language, "ar+fa") << one.source;
    EXPECT_THAT(ids_of(results), ElementsAre(one.id));
  }
}

TEST_F(QueryWords, BeginWithWhatStandsBehindAHalfSpace) {
  index({article("core", "fa", "هسته زمین و اقیانوس"),
         article("nuclear", "fa", "مذاکرات هسته\u200Cای")});
  EXPECT_THAT(found("هسته\u200Cا*"), ElementsAre("nuclear"));
}

TEST_F(QueryWords, AreCountedWithSignsAndByDate) {
  std::vector<Document> documents;
  documents.reserve(1201);
  for (int i = 0; i < 1200; ++i)
    documents.push_back(article("a" + std::to_string(i), "ar", "", "خبر رقم " + std::to_string(i)));
  index(documents);
  SearchRequest request{.query = "خبر"};
  EXPECT_TRUE(search(request).total_exact);
  request.query = "+خبر +رقم";
  EXPECT_TRUE(search(request).total_exact);
  EXPECT_EQ(search(request).total, 1200U);
  request.sort = SortOrder::newest;
  const SearchResults by_date = search(request);
  EXPECT_TRUE(by_date.total_exact);
  EXPECT_EQ(by_date.total, 1200U);
  request.query = "غائب";
  EXPECT_THAT(search(request).hits, IsEmpty());
}

// Every third article is a copy of the one before.
TEST_F(QueryWords, AreAsManyOnEveryPageAndWithEveryOption) {
  for (const auto& [language, query, word] :
       {std::tuple("ar", "خبر عاجل", "كلمة"), std::tuple("fa", "خبر فوری", "واژه")}) {
    std::vector<Document> documents;
    for (int i = 0; i < 3000; ++i) {
      const int text = i % 3 == 2 ? i - 1 : i;
      std::string body = query;
      for (int j = 0; j < 30; ++j)
        body.append(" ").append(word).append(std::to_string(100 * text + j));
      documents.push_back(article("a" + std::to_string(i), language, "", body));
      documents.back().date = "2025-01-02";
    }
    index(documents);
    SearchRequest request{.query = query};
    const auto expect_all = [&](const char* which) {
      const SearchResults results = search_as_is(request);
      EXPECT_EQ(results.total, 2000U) << which;
      EXPECT_TRUE(results.total_exact) << which;
    };
    for (const std::size_t offset : {0U, 500U, 1990U, 5000U}) {
      request.offset = offset;
      expect_all("offset");
    }
    request = {};
    request.query = query;
    request.limit = 0;
    expect_all("none shown");
    request.limit = 10;
    request.explain = true;
    expect_all("explain");
    request.explain = false;
    request.facets = true;
    expect_all("facets");
    request.facets = false;
    request.sort = SortOrder::recent;
    expect_all("recent");
  }
}

// More than are counted, three quarters of them at the end of the index.
TEST_F(QueryWords, TellWhetherTheirNumberIsAnEstimate) {
  constexpr int kDocuments = 80'000;
  std::vector<Document> documents;
  for (int i = 0; i < kDocuments; ++i) {
    documents.push_back(article("a" + std::to_string(i), i % 2 == 0 ? "ar" : "fa", "",
                                i < kDocuments / 4 ? "مقدمة" : "نسخة"));
    documents.back().date = i < kDocuments / 4 ? "2010-01-01" : "2020-01-01";
  }
  index(documents);
  SearchRequest request;
  request.read_date = [](const std::string& year) -> std::optional<DateSpan> {
    return DateSpan{year + "-01-01", year + "-12-31"};
  };
  for (const char* query : {"+نسخة -غائب", "نسخة date:2020"}) {
    request.query = query;
    const SearchResults results = search(request);
    EXPECT_FALSE(results.total_exact) << query;
    EXPECT_NEAR(static_cast<double>(results.total), 60'000, 600) << query;
  }
  request.query = "date:2020";
  EXPECT_TRUE(search(request).total_exact);
  EXPECT_EQ(search(request).total, 60'000U);
}

}  // namespace
}  // namespace khabar
