// SPDX-License-Identifier: GPL-2.0-or-later
// What `khabar search` can be asked for besides words: strictness, dates, calendars, ways to
// highlight.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using testing::UnorderedElementsAre;

TEST(SearchOptions, AreLenientWithStrayQuotesAndBrackets) {
  const IndexFixture fixture;
  for (const char* query : {"المحطة\"", "«المحطة", "(المحطة", "المحطة)"})
    EXPECT_THAT(fixture.find(query), ElementsAre("ar-2")) << query;
  for (const char* query : {"\"ماهواره", "ماهواره»", "ماهواره (", "ماهواره))"})
    EXPECT_THAT(fixture.find(query), ElementsAre("fa-2")) << query;
  EXPECT_THAT(fixture.run("search", {"«المحطة"}).err, HasSubstr("a quote that is not closed"));
}

TEST(SearchOptions, PointAtTheByteWhereTheyAreStrict) {
  const IndexFixture fixture;
  const Outcome arabic = fixture.run("search", {"--strict", "المحطة \"القمر"});
  EXPECT_EQ(arabic.exit_code, 2);
  EXPECT_THAT(arabic.out, IsEmpty());
  EXPECT_EQ(arabic.err,
            "khabar: a quote that is not closed (byte 13)\n  المحطة \"القمر\n         ^\n"
            "Mend it, or search without --strict, which takes such a sign for text\n");
  const Outcome persian = fixture.run("search", {"--strict", "ماهواره (مدار"});
  EXPECT_EQ(persian.exit_code, 2);
  EXPECT_THAT(persian.err, HasSubstr("a bracket that is not closed (byte 15)"));
  EXPECT_EQ(fixture.run("search", {"--strict", "ماهواره AND (مدار OR \"پیام\")"}).exit_code, 0);
}

TEST(SearchOptions, TellWhatToDoAboutAQueryThatCannotBe) {
  const IndexFixture fixture;
  const auto error = [&](const std::vector<std::string>& arguments) {
    const Outcome outcome = fixture.run("search", arguments);
    EXPECT_EQ(outcome.exit_code, 2);
    return outcome.err;
  };
  EXPECT_THAT(error({"؟!"}), EndsWith("\nWrite a word, or * for every document\n"));
  EXPECT_THAT(error({"--since", "غدير", "قمر"}), StartsWith("khabar: --since: cannot read"));
  EXPECT_THAT(error({"--since", "1404/01", "--until", "سیزدهم", "ماهواره"}),
              StartsWith("khabar: --until: cannot read"));
  EXPECT_THAT(error({"--since", "2025-05", "--until", "2025-04", "قمر"}),
              StartsWith("khabar: --since, --until: the dates end before they begin (write"));
  EXPECT_THAT(error({"date:1404/05..1404/03 ماهواره"}), HasSubstr("earlier one first) (byte 0)"));
}

TEST(SearchOptions, PutTheCaretBelowRightToLeftTextOnATerminal) {
  const IndexFixture fixture;
  const Outcome outcome =
      run_on_terminal({"search", "--index", fixture.index(), "--strict", "خبر \"تازه"}, 80);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.out, HasSubstr("  \u2067خبر \"تازه\u2069"));
  EXPECT_THAT(outcome.out, HasSubstr("\u200F\u00A0\u200F\u00A0^\u200F\u00A0\u200F"));
}

TEST(SearchOptions, ReadRelativeDatesInThreeLanguages) {
  const IndexFixture fixture;
  const std::string today = "--today=2025-01-12";
  for (const char* yesterday : {"دیروز", "أمس", "yesterday"}) {
    EXPECT_THAT(fixture.find(std::string("date:") + yesterday, {today}), ElementsAre("fa-3"));
    EXPECT_THAT(fixture.find("همایش مؤتمر", {today, "--since", yesterday, "--until", "اليوم"}),
                ElementsAre("fa-3"));
  }
  EXPECT_THAT(fixture.find("date:\"ماه گذشته\"", {"--today", "2024-12-25"}),
              UnorderedElementsAre("ar-2", "fa-2"));  // Azar 1403 begins on 21 November
  for (const char* date : {"آخر-ثلاثة-أيام", "سه-روز-اخیر", "منذ-يومين", "\"last 2 days\""})
    EXPECT_THAT(fixture.find(std::string("date:") + date, {today}),
                UnorderedElementsAre("ar-3", "fa-3"))
        << date;
  for (const char* date : {"السبت", "شنبه", "saturday", "11-يناير", "۲۲-دی"})
    EXPECT_THAT(fixture.find(std::string("date:") + date, {today}), ElementsAre("fa-3")) << date;
  EXPECT_THAT(fixture.find("date:العام-الماضي..أمس", {today}),
              UnorderedElementsAre("ar-2", "fa-2", "ar-3", "fa-3"));
  EXPECT_THAT(fixture.find("date:last-year", {today}), UnorderedElementsAre("ar-2", "fa-2"));
}

TEST(SearchOptions, TakeAMonthWithoutAYearForTheLastOfTheArchive) {
  const IndexFixture fixture(json_line("july", "خبر", "", {{"date", "2016-07-10"}}) + '\n' +
                             json_line("last", "خبر", "", {{"date", "2018-03-02"}}));
  const std::string today = "--today=2026-11-29";
  for (const char* month : {"يوليو", "july", "تیر", "شوال", "10-يوليو"}) {
    const Outcome outcome = fixture.run("search", {today, std::string("خبر date:") + month});
    EXPECT_THAT(outcome.out, HasSubstr("july")) << month;
    EXPECT_THAT(outcome.out, Not(HasSubstr("last"))) << month;
    EXPECT_THAT(outcome.err,
                HasSubstr("\" without a year is the last that the archive has, 2016-0"));
    EXPECT_THAT(outcome.err, HasSubstr("(its articles: 2016-07-10 to 2018-03-02)"));
  }
  EXPECT_THAT(fixture.find("خبر", {today, "--since", "تیر"}), UnorderedElementsAre("july", "last"));
  EXPECT_THAT(fixture.find("خبر date:2018.."), ElementsAre("last"));
}

TEST(SearchOptions, SayWhichDaysWereMeantOutsideOfTheArchive) {
  const IndexFixture fixture(json_line("1", "خبر", "", {{"date", "2016-07-10"}}) + '\n' +
                             json_line("2", "خبر", "", {{"date", "2018-03-02"}}));
  const std::string today = "--today=2026-11-29";
  for (const char* day : {"امروز", "اليوم", "today"}) {
    const Outcome outcome = fixture.run("search", {today, std::string("خبر date:") + day});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, HasSubstr("\" means 2026-11-29; the articles of the archive are of "
                                       "2016-07-10 to 2018-03-02"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("fewer or other words")));
  }
  EXPECT_THAT(fixture.run("search", {today, "--since", "yesterday", "خبر"}).err,
              HasSubstr("means 2026-11-28 and later"));
  const auto page = [&](const char* query) {
    return fixture.run("search", {today, "--highlight", "html", query}).out;
  };
  EXPECT_THAT(page("خبرهای تازه date:امروز"), HasSubstr("۸ آذر ۱۴۰۵"));
  EXPECT_THAT(page("الخبر الجديد date:اليوم"), HasSubstr("29 نوفمبر 2026"));
}

TEST(SearchOptions, ReadTheWaysToWriteARange) {
  std::string lines;
  for (const char* day : {"2025-05-09", "2025-05-10", "2025-05-12", "2025-05-13"})
    lines += json_line(day, "خبر", "", {{"date", day}}) + '\n';
  const IndexFixture fixture(lines);
  for (const char* later : {"date:>2025-05-10", "date:>1404/02/20", "date:>۱۴۰۴/۰۲/۲۰",
                            "date:>١٤٤٦/١١/١٢", "date:\"> 10 مايو 2025\""})
    EXPECT_THAT(fixture.find(std::string("خبر ") + later),
                UnorderedElementsAre("2025-05-12", "2025-05-13"))
        << later;
  for (const char* within :
       {"date:2025-05-10-2025-05-12", "date:2025-05-10/2025-05-12", "date:2025-05-10~2025-05-12",
        "date:1404/02/20–1404/02/22", "date:۱۴۰۴/۰۲/۲۰،۱۴۰۴/۰۲/۲۲", "date:1404/02/20/1404/02/22",
        "date:١٤٤٦/١١/١٢-١٤٤٦/١١/١٤", "date:1404/02/20 تا 1404/02/22",
        "date:2025/05/10 إلى 2025/05/12", "date:\"من 10 مايو 2025 إلى 12 مايو 2025\"",
        "date:\"۲۰ اردیبهشت ۱۴۰۴ تا ۲۲ اردیبهشت ۱۴۰۴\"", "date:>=2025-05-10 date:<2025-05-13",
        "date:≥1404/02/20 date:≤1404/02/22"})
    EXPECT_THAT(fixture.find(std::string("خبر ") + within),
                UnorderedElementsAre("2025-05-10", "2025-05-12"))
        << within;
  for (const char* unclear : {"date:2025-05-10/12", "date:~1404/02/20", "date:10-12-مايو-2025"})
    EXPECT_EQ(fixture.run("search", {std::string("خبر ") + unclear}).exit_code, 2) << unclear;
}

TEST(SearchOptions, SayThatAFieldIsMisspelt) {
  const IndexFixture fixture(json_line("ar", "فوز الهلال", "انتهت المباراة", {{"lang", "ar"}}) +
                             '\n' +
                             json_line("fa", "برد پیروزی", "مسابقه تمام شد", {{"lang", "fa"}}));
  for (const auto& [typed, meant] :
       {std::pair("titel:الهلال", "title:الهلال"), std::pair("titel:پیروزی", "title:پیروزی")}) {
    const Outcome outcome = fixture.run("search", {typed});
    EXPECT_THAT(outcome.err, HasSubstr("no field is named \"titel\" (the nearest is title:)"));
    EXPECT_THAT(outcome.err, HasSubstr(std::string("Did you mean: ") + meant));
  }
}

TEST(SearchOptions, SayWhichDateTheyCannotRead) {
  const IndexFixture fixture;
  const Outcome in_query = fixture.run("search", {"خبر date:دیرزو"});
  EXPECT_EQ(in_query.exit_code, 2);
  EXPECT_THAT(in_query.err, HasSubstr("cannot read the date \"دیرزو\""));
  EXPECT_THAT(in_query.err, HasSubstr("^^^^^^^^^^"));
  for (const char* date : {"2025-03-02", "1404/07/20", "1447/05/25", "last week", "اليوم", "امروز"})
    EXPECT_THAT(in_query.err, HasSubstr(date));
  EXPECT_EQ(fixture.run("search", {"--since", "أمسس", "خبر"}).exit_code, 2);
  for (const char* range : {"خبر date:[2025-01 2025-03]", "وزير date:2025-01*"})
    EXPECT_THAT(fixture.run("search", {range}).err, HasSubstr("write a range as 2025-01..2025-03"));
  EXPECT_THAT(fixture.run("search", {"خبر date:1439/06/31"}).err,
              HasSubstr("\"1439/06/31\": that month of the Hijri calendar has 29 days"));
  EXPECT_THAT(fixture.run("search", {"--until", "۳۱ مهر ۱۴۰۴", "خبر"}).err,
              HasSubstr("that month of the Jalali calendar has 30 days"));
  for (const char* day : {"tomorrow", "1404/07", "2025-02-30"}) {
    const Outcome today = fixture.run("search", {"--today", day, "خبر"});
    EXPECT_EQ(today.exit_code, 2);
    EXPECT_THAT(today.err, HasSubstr("--today is no date"));
  }
}

TEST(SearchOptions, TakeTodayInEachCalendar) {
  const IndexFixture fixture;
  for (const char* today : {"2025-01-12", "1403/10/23", "۲۳ دی ۱۴۰۳", "12 رجب 1446"}) {
    for (const char* yesterday : {"دیروز", "أمس"})
      EXPECT_THAT(fixture.find(std::string("date:") + yesterday, {"--today", today}),
                  ElementsAre("fa-3"))
          << today;
  }
}

TEST(SearchOptions, EndAHijriMonthWithDayThirty) {
  const IndexFixture fixture(json_line("ar-1", "هلال", "هلال العيد", {{"date", "2025-03-29"}}) +
                             json_line("fa-1", "هلال", "هلال ماه", {{"date", "2025-03-30"}}));
  EXPECT_THAT(fixture.find("هلال", {"--until", "30 رمضان 1446"}), ElementsAre("ar-1"));
  EXPECT_THAT(fixture.find("هلال date:..1446/09/30"), ElementsAre("ar-1"));
  EXPECT_THAT(fixture.find("هلال date:\"۳۰ رمضان ۱۴۴۶\""), ElementsAre("ar-1"));
}

TEST(SearchOptions, FilterWithoutAQuery) {
  const IndexFixture fixture;
  const std::size_t all = fixture.find("*").size();
  EXPECT_GT(all, 3U);
  EXPECT_EQ(fixture.find("*:*").size(), all);
  for (const char* tag : {"ar", "fa"}) {
    const Outcome outcome = fixture.run("search", {"--language", tag});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(fixture.run("search", {std::string("* lang:") + tag}).exit_code, 0);
  }
  EXPECT_EQ(fixture.run("search", {"--since", "2000"}).exit_code, 0);
  const Outcome nothing = fixture.run("search", {});
  EXPECT_EQ(nothing.exit_code, 2);
  EXPECT_THAT(nothing.err, HasSubstr("QUERY is required"));
}

TEST(SearchOptions, WriteDatesInTheCalendarThatIsAskedFor) {
  const IndexFixture fixture;
  EXPECT_THAT(fixture.run("search", {"المحطة", "--calendar", "hijri"}).out,
              HasSubstr("٢٢ جمادى الأولى ١٤٤٦ (2024-11-24)"));
  EXPECT_THAT(fixture.run("search", {"المحطة", "--calendar", "jalali"}).out,
              HasSubstr("(2024-11-24)"));
  EXPECT_THAT(fixture.run("search", {"درسی", "--calendar", "gregorian"}).out,
              HasSubstr("۱۵ مه ۲۰۲۵"));
  const auto json = fixture.json("search", {"درسی", "--calendar", "jalali"});
  EXPECT_EQ(json.at("hits").at(0).at("date"), "2025-05-15");
  EXPECT_EQ(json.at("hits").at(0).at("date_text"), "۲۵ اردیبهشت ۱۴۰۴");
}

TEST(SearchOptions, ShowJalaliDatesToAPersianReader) {
  const IndexFixture fixture;
  // The Arabic article is found by the source; the query is Persian.
  const std::string out =
      fixture.run("search", {"source:Nilna این که را از است برنامه\u200Cای"}).out;
  EXPECT_THAT(out, HasSubstr("۲۵ اردیبهشت ۱۴۰۴ (2025-05-15)"));
}

TEST(SearchOptions, SayThatNoDocumentHasTheSourceOrSection) {
  const IndexFixture fixture;
  const Outcome source = fixture.run("search", {"--source", "Niln", "المحطة"});
  EXPECT_EQ(source.exit_code, 1);
  EXPECT_THAT(source.err, HasSubstr("no document has the source \"Niln\" (there is: Nilna"));
  EXPECT_THAT(source.err, Not(HasSubstr("fewer or other words")));
  EXPECT_THAT(fixture.run("search", {"ماهواره category:ورزش"}).err,
              HasSubstr("no document has the category \"ورزش\" (there is: technology"));
  EXPECT_THAT(fixture.run("search", {"ظظظظ"}).err, HasSubstr("fewer or other words"));
}

TEST(SearchOptions, SayWhichSourceIsTakenForAPartOfItsName) {
  const IndexFixture fixture(json_line("1", "خبر", "", {{"source", "BBC Arabic"}}) + '\n' +
                             json_line("2", "خبر", "", {{"source", "خبرگزاری فارس"}}));
  for (const auto& [written, name, id] :
       {std::tuple("BBC", "BBC Arabic", "1"), std::tuple("فارس", "خبرگزاری فارس", "2")}) {
    const Outcome outcome = fixture.run("search", {"--json", "--source", written, "خبر"});
    EXPECT_EQ(outcome.exit_code, 0);
    const auto results = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(results["hits"][0]["id"], id);
    EXPECT_EQ(results["filters"].dump(),
              nlohmann::json::array({{{"field", "source"}, {"asked", written}, {"taken", {name}}}})
                  .dump());
    EXPECT_THAT(outcome.err, HasSubstr(std::string("taken for ") + name));
  }
  EXPECT_FALSE(
      nlohmann::json::parse(fixture.run("search", {"--json", "خبر"}).out).contains("filters"));
}

TEST(SearchOptions, ReadDashesOfProseAsText) {
  const IndexFixture fixture;
  for (const char* query : {"المحطة -حفظه الله- القمر", "ماهواره -مدظله العالی- مدار"}) {
    const Outcome outcome = fixture.run("search", {query});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.err, HasSubstr("a dash as in prose: it was read as text")) << query;
  }
}

TEST(SearchOptions, HighlightAsTheyAreTold) {
  const IndexFixture fixture;
  EXPECT_THAT(fixture.run("search", {"--highlight", "ansi", "ماهواره"}).out,
              HasSubstr("\033[1;7mماهواره\033[0m"));
  EXPECT_THAT(
      run_on_terminal({"search", "--index", fixture.index(), "--highlight", "plain", "ماهواره"}, 80)
          .out,
      Not(HasSubstr("\033")));
  EXPECT_THAT(fixture.run("search", {"--highlight", "html", "القمر"}).out,
              HasSubstr("بلغ <mark>القمر</mark> الصناعي"));
  EXPECT_THAT(std::string(fixture.json("search", {"--highlight", "html", "ماهواره"})
                              .at("hits")
                              .at(0)
                              .at("title_html")),
              HasSubstr("<mark>ماهوارهٔ</mark>"));
}

TEST(SearchOptions, PrintAPageInTheLanguageOfItsReader) {
  const IndexFixture fixture;
  const auto page = [&](const std::string& query) {
    return fixture.run("search", {"--highlight", "html", query}).out;
  };
  const std::string arabic = page("المحطة\" source:xyz");
  EXPECT_THAT(arabic, HasSubstr("<html lang=\"ar\" dir=\"rtl\">"));
  EXPECT_THAT(arabic, HasSubstr(">علامة اقتباس لم تُغلق؛ أُهملت.</p>"));
  EXPECT_THAT(arabic, HasSubstr(">لا مقال من المصدر «<bdi>xyz</bdi>» (من المصادر الموجودة: "));
  const std::string persian = page("ماهواره\" source:xyz");
  EXPECT_THAT(persian, HasSubstr("<html lang=\"fa\" dir=\"rtl\">"));
  EXPECT_THAT(persian, HasSubstr(">گیومه\u200Cای بسته نشده است؛ نادیده گرفته شد.</p>"));
  EXPECT_THAT(persian, HasSubstr(">هیچ مطلبی از منبع «<bdi>xyz</bdi>» نیست (از منابع موجود: "));
  const std::string english = page("satellite\" source:xyz");
  EXPECT_THAT(english, HasSubstr("<html lang=\"en\" dir=\"ltr\">"));
  EXPECT_THAT(english, HasSubstr(">a quote that is not closed: it was left out</p>"));
}

TEST(SearchOptions, HeadAPageByWhatWasReadOnAnotherLayout) {
  const IndexFixture fixture;
  const std::string persian = fixture.run("search", {"--highlight", "html", "lhi,hvi"}).out;
  EXPECT_THAT(persian, HasSubstr("<html lang=\"fa\""));
  EXPECT_THAT(persian, HasSubstr("<h1><bdi>ماهواره</bdi></h1>"));
  EXPECT_THAT(persian, HasSubstr("<bdi>lhi,hvi</bdi>"));
  const std::string arabic = fixture.run("search", {"--highlight", "html", "hglp'm"}).out;
  EXPECT_THAT(arabic, HasSubstr("<html lang=\"ar\""));
  EXPECT_THAT(arabic, HasSubstr("<h1><bdi>المحطة</bdi></h1>"));
  EXPECT_THAT(arabic, HasSubstr("<bdi>hglp&#39;m</bdi>"));
}

TEST(SearchOptions, ExplainInWordsAndInJson) {
  const IndexFixture fixture;
  const std::string out = fixture.run("search", {"--explain", "مدرسة"}).out;
  EXPECT_THAT(out, HasSubstr("looked for\n  مدرسة\n"));
  EXPECT_THAT(out, HasSubstr("(stem, other forms of the word)"));
  const auto json = fixture.json("search", {"--explain", "\"وزارت ارتباطات\""});
  const auto term = json.at("terms").at(0);
  EXPECT_EQ(term.at("word"), "وزارت");
  EXPECT_EQ(term.at("kind"), "word");
  EXPECT_EQ(term.at("why"), "as typed");
  EXPECT_GE(term.at("documents"), 1);
  EXPECT_TRUE(
      fixture.json("search", {"--explain", "وزا*"}).at("terms").at(0).at("documents").is_null());
  EXPECT_THAT(fixture.run("search", {"--explain", "مدرسة زرافة"}).out,
              HasSubstr("  زرافة\n    in no document: زرافة"));
  EXPECT_THAT(fixture.run("search", {"--explain", "ماهواره پلنگ"}).out,
              HasSubstr("  پلنگ\n    in no document: پلنگ\n"));
}

TEST(SearchOptions, AreInTheHelpAndTheManual) {
  const std::string help = run_khabar({"search", "--help"}).out;
  const std::string manual = file_bytes(KHABAR_SOURCE_DIR "/scripts/khabar.1");
  const std::string completion = file_bytes(KHABAR_SOURCE_DIR "/scripts/khabar.bash");
  for (const std::string option : {"strict", "facets", "calendar", "highlight", "today"}) {
    EXPECT_THAT(help, HasSubstr("--" + option));
    EXPECT_THAT(manual, HasSubstr("\\-\\-" + option));
    EXPECT_THAT(completion, HasSubstr("--" + option));
  }
}

TEST(SearchOptions, MayNotBeEmpty) {
  const IndexFixture fixture;
  for (const char* option : {"--since", "--until", "--source", "--category", "--today"}) {
    for (const char* query : {"المحطة", "ماهواره"}) {
      const Outcome outcome = fixture.run("search", {option, "", query});
      EXPECT_EQ(outcome.exit_code, 2) << option;
      EXPECT_THAT(outcome.err, HasSubstr(std::string(option) + ": an empty value: give one"));
    }
  }
}

TEST(SearchOptions, SayWhereTheHalfLifeDoesNothing) {
  const IndexFixture fixture;
  const std::string note = "--half-life has no effect without --sort recent";
  EXPECT_THAT(fixture.run("search", {"--half-life", "3", "ماهواره"}).err, HasSubstr(note));
  EXPECT_THAT(fixture.run("search", {"--half-life", "3", "--sort", "recent", "ماهواره"}).err,
              Not(HasSubstr(note)));
}

TEST(SearchOptions, FindADocumentByItsId) {
  const IndexFixture fixture;
  EXPECT_THAT(fixture.find("id:ar-2"), ElementsAre("ar-2"));
  EXPECT_THAT(fixture.find("id:\"fa-2\""), ElementsAre("fa-2"));
  EXPECT_THAT(fixture.find("id:ar-2 OR id:fa-2"), UnorderedElementsAre("ar-2", "fa-2"));
  EXPECT_THAT(fixture.find("ماهواره -id:fa-2"), IsEmpty());
  const Outcome outcome = fixture.run("search", {"id:AR-2"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("no document has the id \"AR-2\""));
}

TEST(SearchOptions, NoteAMinusThatLeavesNothingOut) {
  const IndexFixture fixture;
  for (const char* query : {"title:-المحطة", "+-ماهواره", "- ماهواره"})
    EXPECT_THAT(fixture.run("search", {"--", query}).err, HasSubstr("it was read as text (-word"))
        << query;
  for (const char* query : {"-title:المحطة مداره", "ماهواره -پیام", "ماهواره - مدار"})
    EXPECT_THAT(fixture.run("search", {"--", query}).err, Not(HasSubstr("it was read as text")))
        << query;
}

TEST(SearchOptions, FindWhatAListOfSynonymsSays) {
  const IndexFixture fixture;
  const std::string list = fixture.folder.write(
      "same.txt", "ماهواره, پرندهٔ مصنوعی\nقمر صناعي، تابع فضائي\nندوة => مؤتمر\n");
  EXPECT_THAT(fixture.find("پرندهٔ مصنوعی", {"--synonyms", list}), ElementsAre("fa-2"));
  EXPECT_THAT(fixture.find("التابع الفضائي", {"--synonyms", list}), ElementsAre("ar-2"));
  EXPECT_THAT(fixture.find("ندوة", {"--synonyms", list}), ElementsAre("ar-3"));
  const Outcome none = fixture.run("search", {"--synonyms", "no-such-file", "قمر"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("cannot read the synonyms in no-such-file"));
  const Outcome wrong =
      fixture.run("search", {"--synonyms", fixture.folder.write("wrong.txt", "قمر\n"), "قمر"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("wrong.txt, line 1: write terms that mean the same"));
}

}  // namespace
}  // namespace khabar::test
