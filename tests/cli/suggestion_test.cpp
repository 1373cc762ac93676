// SPDX-License-Identifier: GPL-2.0-or-later
// "Did you mean" and completions, with the real binary over an index of both languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// Forty articles, so that words are common ones.
std::string many_articles() {
  std::string lines;
  const nlohmann::json arabic{{"lang", "ar"}}, persian{{"lang", "fa"}};
  for (int i = 0; i < 20; ++i) {
    const std::string n = std::to_string(i);
    lines += json_line("ar-" + n, "وزارة التعليم تفتتح المدارس الجديدة",
                       "افتتحت وزارة التعليم اليوم مدارس جديدة في المحافظة رقم " + n, arabic);
    lines +=
        json_line("fa-" + n, "وزارت خارجه گفتگوهای تهران را تأیید کرد",
                  "سخنگوی وزارت خارجه از گفتگوهای هسته\u200Cای در تهران خبر داد " + n, persian);
  }
  return lines;
}

const IndexFixture& news() {
  static const IndexFixture fixture(many_articles());
  return fixture;
}

std::string suggestion(const std::string& query, std::vector<std::string> options = {}) {
  options.insert(options.end(), {"--", query});
  return news().json("search", options).value("suggestion", "");
}

TEST(Suggestion, CorrectsArabicWordsInTheirUsualSpelling) {
  EXPECT_EQ(suggestion("وظارة"), "وزارة");        // a letter of the same sound
  EXPECT_EQ(suggestion("التعليك"), "التعليم");    // the next key
  EXPECT_EQ(suggestion("المحاظفة"), "المحافظة");  // transposed
  EXPECT_EQ(suggestion("الجددة"), "الجديدة");     // missing
  EXPECT_EQ(suggestion("التعلليم"), "التعليم");   // doubled
}

TEST(Suggestion, CorrectsPersianWordsInTheirUsualSpelling) {
  EXPECT_EQ(suggestion("خازجه"), "خارجه");
  EXPECT_EQ(suggestion("سخنکوی"), "سخنگوی");
  EXPECT_EQ(suggestion("تهارن"), "تهران");
}

TEST(Suggestion, IsNoFunctionWord) {
  std::string lines;
  for (int i = 0; i < 20; ++i) {
    const std::string n = std::to_string(i);
    lines += json_line("house-" + n, "كان له بيت وفي البيت جرس", "", {{"lang", "ar"}});
    lines += json_line("bell-" + n, "از این خانه با زنگ", "", {{"lang", "fa"}});
  }
  const IndexFixture fixture(lines);
  for (const char* typed : {"كانله", "كانلة", "وفيي", "ازاین", "ازز"})
    EXPECT_EQ(fixture.json("search", {typed}).value("suggestion", ""), "") << typed;
  EXPECT_EQ(fixture.json("search", {"البييت"}).value("suggestion", ""), "البيت");
  EXPECT_EQ(fixture.json("search", {"خاننه"}).value("suggestion", ""), "خانه");
}

// `azza "he consoled" has a form ta`ziha, sar "head" one sar-tan; ta`ziziha "its strengthening" and
// saratan "cancer" were meant.
TEST(Suggestion, IsGivenWhereOtherFormsOfTheWordAreFound) {
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    const std::string n = std::to_string(i);
    lines +=
        json_line("solace-" + n, "عزى الوزير أسرة الفقيد والجرائم تزيد " + n, "", {{"lang", "ar"}});
    lines += json_line("head-" + n, "درد سر او " + n, "", {{"lang", "fa"}});
    if (i >= 50) continue;
    lines += json_line("strength-" + n, "سعي إلى تعزيزها " + n, "", {{"lang", "ar"}});
    lines += json_line("cancer-" + n, "درمان سرطان " + n, "", {{"lang", "fa"}});
  }
  const IndexFixture fixture(lines);
  for (const auto& [typed, meant] : {std::pair("تعزيها", "تعزيزها"), std::pair("سرتان", "سرطان")}) {
    const auto found = fixture.json("search", {typed});
    EXPECT_EQ(found.value("suggestion", ""), meant);
    EXPECT_FALSE(found.value("corrected", false));
    EXPECT_EQ(found.at("total"), 300);
  }
  EXPECT_EQ(fixture.json("search", {"فالجرائم"}).value("suggestion", ""), "");
}

// ALEF, ALEF MAKSURA and TEH MARBUTA at the end sound the same.
TEST(Suggestion, KnowsEndsOfOneSound) {
  std::string lines;
  for (int i = 0; i < 6; ++i) {
    const std::string n = std::to_string(i);
    lines += json_line("island-" + n, "جزيرة سقطرى", "", {{"lang", "ar"}});
    lines += json_line("country-" + n, "زار الوزير هولندا", "", {{"lang", "ar"}});
    lines += json_line("state-" + n, "نفت آلاسکا", "", {{"lang", "fa"}});
  }
  for (int i = 0; i < 20; ++i) {
    const std::string n = std::to_string(i);
    lines += json_line("fell-" + n, "سقطوا في البحر وعادت هولندية", "", {{"lang", "ar"}});
  }
  const IndexFixture fixture(lines);
  EXPECT_EQ(fixture.json("search", {"سقطرا"}).value("suggestion", ""), "سقطرى");
  EXPECT_EQ(fixture.json("search", {"هولنده"}).value("suggestion", ""), "هولندا");
  EXPECT_EQ(fixture.json("search", {"آلاسکه"}).value("suggestion", ""), "آلاسکا");
}

// Chats write the tanwin of vaqe'an and fawran as it is heard.
TEST(Suggestion, KnowsTanwinThatIsWrittenWithNoon) {
  std::string lines;
  for (int i = 0; i < 6; ++i) {
    const std::string n = std::to_string(i);
    lines += json_line("really-" + n, "این فیلم واقعاً دیدنی است", "", {{"lang", "fa"}});
    lines += json_line("real-" + n, "قهرمان واقعی این داستان", "", {{"lang", "fa"}});
    lines += json_line("at-once-" + n, "عاد القارب فورًا إلى الميناء", "", {{"lang", "ar"}});
    lines += json_line("immediate-" + n, "طلب الربان ردا فوريا", "", {{"lang", "ar"}});
  }
  const IndexFixture fixture(lines);
  EXPECT_EQ(fixture.json("search", {"واقعن"}).value("suggestion", ""), "واقعا");
  EXPECT_EQ(fixture.json("search", {"فورن"}).value("suggestion", ""), "فورا");
}

TEST(Suggestion, MendsBlanks) {
  EXPECT_EQ(suggestion("وزارةالتعليم"), "وزارة التعليم");
  EXPECT_EQ(suggestion("تهر ان"), "تهران");
}

TEST(Suggestion, LeavesTheRestOfTheQueryAsItIs) {
  EXPECT_EQ(suggestion("+مدارس \"وظارة التعليم\" -القدس lang:ar"),
            "+مدارس \"وزارة التعليم\" -القدس lang:ar");
}

TEST(Suggestion, CorrectsBesideWhatIsLeftOutOfTheQuery) {
  EXPECT_EQ(suggestion("المدارس && وظارة"), "المدارس && وزارة");
  EXPECT_EQ(suggestion("تهران~2 خازجه"), "تهران~2 خارجه");
  EXPECT_EQ(suggestion("title: تهران^2 خازجه"), "title: تهران^2 خارجه");
  EXPECT_EQ(suggestion("تهران jivhk && خارجه"), "تهران تهران && خارجه");
}

TEST(Suggestion, ShowsAWordWithoutItsEzafe) {
  const IndexFixture fixture(json_line("1", "ماهوارۀ ایرانی", "", {{"lang", "fa"}}) +
                             json_line("2", "برنامه\u200Cی هسته\u200Cای", "", {{"lang", "fa"}}) +
                             json_line("3", "المكتبة الوطنية", "", {{"lang", "ar"}}));
  EXPECT_EQ(fixture.json("search", {"lhi,hvi"}).at("suggestion"), "ماهواره");
  EXPECT_EQ(fixture.json("search", {"fvkhli"}).at("suggestion"), "برنامه");
  EXPECT_EQ(fixture.json("search", {"hgl;jfm"}).at("suggestion"), "المكتبة");
}

TEST(Suggestion, KeepsAwayFromGoodWords) {
  EXPECT_EQ(suggestion("وزارة التعليم"), "");
  EXPECT_EQ(suggestion("وزارت خارجه"), "");
  EXPECT_EQ(suggestion("من في"), "");
  EXPECT_EQ(suggestion("=وظارة التعليم"), "");
  EXPECT_EQ(suggestion("مدارس -وظارة"), "");
  EXPECT_EQ(suggestion("وظار*"), "");
  EXPECT_EQ(suggestion("12345"), "");
}

TEST(Suggestion, ShowsResultsOfTheBetterQueryWhereNothingIsFound) {
  const auto json = news().json("search", {"--all-copies", "المحاظفة"});
  EXPECT_EQ(json.at("query"), "المحاظفة");
  EXPECT_EQ(json.at("corrected"), true);
  EXPECT_EQ(json.at("total"), 20);
  const Outcome text = news().run("search", {"المحاظفة"});
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_THAT(text.err, HasSubstr("Showing results for المحافظة"));
  EXPECT_THAT(text.err, HasSubstr("نتائج البحث عن «المحافظة»"));
  EXPECT_THAT(text.err, HasSubstr("--no-correction"));
  EXPECT_EQ(news().run("search", {"--no-correction", "المحاظفة"}).exit_code, 1);
  // Letters of both languages.
  const Outcome persian = news().run("search", {"سخنگنوی"});
  EXPECT_THAT(persian.err, HasSubstr("Showing results for سخنگوی"));
  EXPECT_THAT(persian.err, HasSubstr("نتایج جست\u200Cوجوی «سخنگوی»"));
}

// Other articles have what a slip sounds like, or what it can be parted into.
TEST(Suggestion, ShowsThemWhereOnlySoundsAndPiecesAreFound) {
  std::string lines = json_line("ar-camp", "معسكر السي قرب بلدة سيي", "", {{"lang", "ar"}}) +
                      json_line("ar-sound", "سيصيو", "", {{"lang", "ar"}}) +
                      json_line("fa-camp", "اردو در شهر وان", "", {{"lang", "fa"}}) +
                      json_line("fa-sound", "اردن", "", {{"lang", "fa"}});
  for (int i = 0; i < 20; ++i) {
    const std::string number = std::to_string(i);
    lines += json_line("ar-" + number, "السيسي يزور المحافظة " + number, "", {{"lang", "ar"}});
    lines += json_line("fa-" + number, "سفر اردوغان به استان " + number, "", {{"lang", "fa"}});
  }
  const IndexFixture fixture(lines);
  for (const auto& [slip, meant] :
       {std::pair("السيسيي", "السيسي"), std::pair("اردووان", "اردوغان")}) {
    const auto json = fixture.json("search", {slip});
    EXPECT_EQ(json.at("suggestion"), meant);
    EXPECT_EQ(json.at("corrected"), true);
    EXPECT_EQ(json.at("total"), 20);
  }
  // The pieces are what is meant.
  const auto pieces = fixture.json("search", {"سفراردوغان"});
  EXPECT_EQ(pieces.at("suggestion"), "سفر اردوغان");
  EXPECT_EQ(pieces.at("corrected"), false);
}

TEST(Suggestion, AsksInTheLanguageOfTheQuery) {
  const Outcome arabic = news().run("search", {"--limit", "1", "المدارس وزارةالتعليم"});
  EXPECT_THAT(arabic.err, HasSubstr("Did you mean: المدارس وزارة التعليم"));
  EXPECT_THAT(arabic.err, HasSubstr("هل تقصد «المدارس وزارة التعليم»؟"));
  const Outcome persian = news().run("search", {"--limit", "1", "گفتگوهای وزارتخارجه"});
  EXPECT_THAT(persian.err, HasSubstr("آیا منظورتان «گفتگوهای وزارت خارجه» بود؟"));
}

TEST(Suggestion, TellsWhatTheKeysMeantOnAnotherLayout) {
  const auto json = news().json("search", {"jivhk"});
  EXPECT_EQ(json.at("suggestion"), "تهران");
  EXPECT_EQ(json.at("corrected"), true);
  EXPECT_EQ(news().run("search", {"--no-correction", "jivhk"}).exit_code, 1);
}

// The pieces of a chunk read on another layout are no words: "m" and "dm" name other things.
TEST(Suggestion, SearchesTheReadingOfALayoutAlone) {
  const std::string both =
      many_articles() + json_line("dm", "DM و M", "تويتر يتيح الدردشة DM m", {{"lang", "ar"}}) +
      json_line("messenger", "M و DM", "پیام\u200Cرسان m DM", {{"lang", "fa"}}) +
      json_line("ar-one", "السعودية المملكة", "المملكة العربية السعودية", {{"lang", "ar"}}) +
      json_line("fa-one", "دیدار کشور", "دیدار وزیر کشور", {{"lang", "fa"}});
  const IndexFixture fixture(both);
  const auto ids = [&](const std::string& query, std::vector<std::string> options = {}) {
    std::vector<std::string> found;
    options.insert(options.end(), {"--", query});
    const nlohmann::json answer = fixture.json("search", options);
    for (const auto& hit : answer.at("hits")) found.push_back(hit.at("id"));
    return found;
  };
  EXPECT_THAT(ids("hgsu,]dm"), ElementsAre("ar-one"));
  EXPECT_THAT(ids("hgllg;m hgsu,]dm"), ElementsAre("ar-one"));
  EXPECT_THAT(ids("ndnhv ;a,v"), ElementsAre("fa-one"));
  EXPECT_THAT(ids("hgsu,]dm", {"--no-correction"}), UnorderedElementsAre("dm", "messenger"));
  // Words beside the chunk count as they are.
  EXPECT_THAT(ids("dm hgsu,]dm"), UnorderedElementsAre("ar-one", "dm", "messenger"));
}

TEST(Suggestion, ShowsReadingsOfALayoutInTheLettersOfTheirLanguage) {
  const IndexFixture fixture(many_articles() +
                             json_line("ar", "مدينة الرياض", "الملك سلمان", {{"lang", "ar"}}) +
                             json_line("fa", "کتاب سینما", "کتابخانه ملی", {{"lang", "fa"}}));
  const auto shown = [&](const std::string& query) {
    return fixture.json("search", {query}).value("suggestion", "");
  };
  EXPECT_EQ(shown("l]dkm hgvdhq"), "مدينة الرياض");  // YEH, not FARSI YEH
  EXPECT_EQ(shown("hglg; sglhk"), "الملك سلمان");    // KAF, not KEHEH
  EXPECT_EQ(shown("sdklh"), "سینما");                // FARSI YEH
  EXPECT_EQ(shown(";jhf"), "کتاب");                  // KEHEH
}

TEST(Suggestion, ReadsLatinNames) {
  const auto json = news().json("search", {"tehran"});
  EXPECT_EQ(json.at("suggestion"), "تهران");
  EXPECT_EQ(json.at("corrected"), true);
}

std::string repeated(const std::string& name, int count, const std::string& text,
                     const std::string& language) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    lines += json_line(name + std::to_string(i), text, text + " " + std::to_string(i),
                       {{"lang", language}});
  return lines;
}

std::string suggestion_in(const IndexFixture& fixture, const std::string& query,
                          std::vector<std::string> options = {}) {
  options.insert(options.end(), {"--", query});
  return fixture.json("search", options).value("suggestion", "");
}

const IndexFixture& names() {
  static const IndexFixture fixture(
      many_articles() + repeated("khashoggi", 20, "اختفاء جمال خاشقجي", "ar") +
      repeated("slip", 3, "جمال خاشقي", "ar") + repeated("mbs", 20, "محمد بن سلمان", "ar") +
      repeated("jubeir", 20, "عادل الجبير", "ar") + repeated("contracts", 20, "عقود العقود", "ar") +
      repeated("bullets", 20, "مقتل شاب برصاص", "ar") + repeated("banks", 20, "يسمح بنقص", "ar") +
      repeated("rouhani", 20, "حسن روحانی", "fa") +
      repeated("soleimani", 20, "قاسم سلیمانی", "fa") +
      repeated("centuries", 20, "صبر در قرون", "fa") + repeated("com", 5, "bin bin al com", "ar"));
  return fixture;
}

TEST(Suggestion, ReadsLatinNamesAsAWholeOrNotAtAll) {
  EXPECT_EQ(suggestion_in(names(), "Khashoggi"), "خاشقجي");  // not the slip of three articles
  EXPECT_EQ(suggestion_in(names(), "Mohammed bin Salman"), "محمد بن سلمان");
  EXPECT_EQ(suggestion_in(names(), "Adel al-Jubeir"), "عادل الجبير");
  EXPECT_EQ(suggestion_in(names(), "Ghasem Soleimani"), "قاسم سلیمانی");
  EXPECT_EQ(suggestion_in(names(), "Rouhani"), "روحانی");
  EXPECT_EQ(suggestion_in(names(), "Mohammed bin Wxyzt"), "");
  EXPECT_EQ(suggestion_in(names(), "Qwxyz Soleimani"), "");
}

TEST(Suggestion, LeavesAddressesAndNumberedNamesAlone) {
  for (const char* query : {"covid-19", "http://www.3alyoum.com", "rohani.ir", "soleimani@news.ir",
                            "www.tehran.ir", "وظارة-19", "وظارة-۱۹"})
    EXPECT_EQ(suggestion_in(names(), query), "") << query;
}

TEST(Suggestion, LeavesWordsOfTheLexiconAlone) {
  for (const char* query : {"oil prices", "Saudi crown prince", "cyber attack on banks"}) {
    EXPECT_EQ(suggestion_in(names(), query), "") << query;
    EXPECT_EQ(suggestion_in(names(), query, {"--cross-language"}), "") << query;
  }
}

TEST(Suggestion, ParticlesOfLatinNamesAreNoWords) {
  const auto json = names().json("search", {"Mohammed bin Salman"});
  EXPECT_EQ(json.at("total"), 20);  // not what has "bin" twice
  EXPECT_EQ(names().json("search", {"bin"}).at("total"), 5);
}

// Most titles have the sign, which is no word to search for by itself.
TEST(Suggestion, ShowsAWordAndNotItsSign) {
  const IndexFixture fixture(repeated("sign", 20, "نما الاقتصاد 5%", "ar") +
                             repeated("word", 2, "نمت السياحة 5 بالمئة", "ar") +
                             repeated("persian-sign", 20, "تورم ۵٪ شد", "fa") +
                             repeated("persian-word", 2, "رشد ۵ درصد بود", "fa"));
  const std::string shown = suggestion_in(fixture, "percent");
  EXPECT_TRUE(shown == "بالمئة" || shown == "درصد") << shown;
}

// The articles have the slip themselves: five of them, and two hundred the word.
TEST(Suggestion, HintsAtAWordFarCommonerWhereTheIndexHasTheSlip) {
  const IndexFixture fixture(repeated("governorate", 200, "سوق المحافظة", "ar") +
                             repeated("slip", 5, "خبر المحافضة", "ar") +
                             repeated("university", 200, "دانشگاه تهران", "fa") +
                             repeated("lapse", 5, "خبر دانشکاه", "fa") +
                             repeated("rare", 5, "كتابها كتابهم", "ar") +
                             repeated("book", 200, "كتابه", "ar"));
  for (const auto& [typed, meant] : {std::pair("المحافضة", "المحافظة"), {"دانشکاه", "دانشگاه"}}) {
    const auto json = fixture.json("search", {typed});
    EXPECT_EQ(json.value("suggestion", ""), meant);
    EXPECT_FALSE(json.value("corrected", false));
    EXPECT_EQ(json.at("total"), fixture.json("search", {"--no-correction", typed}).at("total"));
  }
  EXPECT_EQ(suggestion_in(fixture, "كتابهم"), "");  // another form, no slip
  EXPECT_EQ(suggestion_in(fixture, "تهران"), "");
}

TEST(Suggestion, MendsBothWordsInEitherOrder) {
  const IndexFixture fixture(repeated("club", 200, "مانشستر يونايتد", "ar") +
                             repeated("other", 1, "مانشستر يونايتيد", "ar") +
                             repeated("rest", 800, "مباراة اليوم", "ar") +
                             repeated("ministry", 200, "وزارت خارجه", "fa"));
  EXPECT_EQ(suggestion_in(fixture, "مانشتسر يونايتيد"), "مانشستر يونايتد");
  EXPECT_EQ(suggestion_in(fixture, "يونايتيد مانشتسر"), "يونايتد مانشستر");
  EXPECT_EQ(suggestion_in(fixture, "وزرات خازجه"), "وزارت خارجه");
}

TEST(Suggestion, SeeksNoOtherWordsWhereAFilterFindsNothing) {
  const auto nothing = [](const std::string& query, std::vector<std::string> options = {}) {
    options.insert(options.end(), {"--", query});
    const nlohmann::json json = names().json("search", options);
    return json.at("total") == 0 && json.value("suggestion", "").empty();
  };
  EXPECT_TRUE(nothing("source:BBC خاشقي"));
  EXPECT_TRUE(nothing("lang:fa خاشقي"));
  EXPECT_TRUE(nothing("خاشقي", {"--since", "2030-01-01"}));
  EXPECT_TRUE(nothing("source:BBC روحانی"));
}

TEST(SuggestCommand, CompletesInTheUsualSpelling) {
  const auto texts = [](const std::string& prefix) {
    std::vector<std::string> list;
    const nlohmann::json answer = news().json("suggest", {prefix});
    for (const auto& one : answer.at("completions")) list.push_back(one.at("text"));
    return list;
  };
  EXPECT_EQ(texts("المحا").front(), "المحافظة");
  EXPECT_EQ(texts("خار").front(), "خارجه");
  EXPECT_THAT(texts("وزار"), Contains("وزارة"));
  EXPECT_EQ(texts("وزارة ").front(), "وزارة التعليم");
  EXPECT_EQ(texts("وزارت خ").front(), "وزارت خارجه");
  EXPECT_EQ(texts("jiv").front(), "تهران");
}

// Of a verb, of an ending and between two words.
TEST(SuggestCommand, CompletesBehindAHalfSpace) {
  std::string lines;
  for (int i = 0; i < 6; ++i) {
    lines += json_line(std::to_string(i), "حزب\u200Cالله می\u200Cخواهد",
                       "شبکه حزب\u200Cالله کتاب\u200Cها را می\u200Cخواهد", {{"lang", "fa"}});
  }
  const IndexFixture fixture(lines);
  const auto first = [&](const std::string& typed) {
    return fixture.run("suggest", {"--limit", "1", typed}).out;
  };
  EXPECT_EQ(first("حزب\u200Cا"), "حزب\u200Cالله\n");
  EXPECT_EQ(first("شبکه حزب\u200Cا"), "شبکه حزب\u200Cالله\n");
  EXPECT_EQ(first("می\u200Cخ"), "می\u200Cخواهد\n");
  EXPECT_EQ(first("کتاب\u200Cه"), "کتاب\u200Cها\n");
}

TEST(SuggestCommand, SaysWhereNothingBeginsSo) {
  const Outcome outcome = news().run("suggest", {"ظظظ"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(run_khabar({"suggest", "--help"}).out, HasSubstr("khabar suggest --index news"));
}

TEST(SuggestCommand, FollowsTheIndexAsItGrows) {
  const IndexFixture fixture(many_articles());
  EXPECT_EQ(fixture.run("suggest", {"قناة"}).exit_code, 1);
  std::string more;
  for (int i = 0; i < 3; ++i)
    more += json_line("new-" + std::to_string(i), "قناة السويس", "", {{"lang", "ar"}});
  ASSERT_EQ(fixture.run("index", {"-"}, more).exit_code, 0);
  EXPECT_THAT(fixture.run("suggest", {"قنا"}).out, HasSubstr("قناة"));
  EXPECT_EQ(fixture.json("search", {"السويث"}).at("suggestion"), "السويس");
}

}  // namespace
}  // namespace khabar::test
