// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyzers/analyzer.h"
#include "searcher/closing_lines.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"

namespace khabar {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

// A query in one language, and what it lights up.
class Lit {
 public:
  Lit(const std::string& query, const std::string& tag)
      : language_(*find_language(tag)), built_(build(query)) {}

  std::vector<std::string> in_title(const std::string& title) const {
    return cut(title, highlighter().title(title, language_));
  }
  Snippet snippet(const std::string& body, const std::string& title = "") const {
    return highlighter().body(body, language_, title);
  }
  std::vector<std::string> in_body(const std::string& body) const {
    const Snippet passage = snippet(body);
    return cut(passage.text, passage.highlights);
  }

 private:
  BuiltQuery build(const std::string& query) const {
    return build_query({parse_query(query), {&language_}}, {.query = query}, {});
  }
  Highlighter highlighter() const {
    return {built_.terms, std::vector<double>(built_.terms.size(), 1.0)};
  }
  static std::vector<std::string> cut(const std::string& text,
                                      const std::vector<ByteRange>& ranges) {
    std::vector<std::string> parts;
    std::size_t end = 0;
    for (const ByteRange& range : ranges) {
      EXPECT_GE(range.begin, end);  // ascending, disjoint
      EXPECT_LT(range.begin, range.end);
      EXPECT_LE(range.end, text.size());
      end = range.end;
      parts.push_back(text.substr(range.begin, range.end - range.begin));
    }
    return parts;
  }

  const Language& language_;
  BuiltQuery built_;
};

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Highlights, AreTheLettersAsTheyWereWrittenInArabic) {
  EXPECT_THAT(Lit("مدرسة", "ar").in_body("زار الوزيرُ المدرسةَ أمس."), ElementsAre("المدرسةَ"));
  EXPECT_THAT(Lit("الاتصالات", "ar").in_body("وزارة الاتـصـالات"), ElementsAre("الاتـصـالات"));
  EXPECT_THAT(Lit("أحمد", "ar").in_body("قال احمد: نعم"), ElementsAre("احمد"));
}

TEST(Highlights, AreTheLettersAsTheyWereWrittenInPersian) {
  EXPECT_THAT(Lit("کتاب", "fa").in_body("بهای كتاب بالا رفت"), ElementsAre("كتاب"));
  EXPECT_THAT(Lit("کتاب", "fa").in_body("او کتاب\u200Cها را دید"), ElementsAre("کتاب\u200Cها"));
  EXPECT_THAT(Lit("کتابها", "fa").in_body("او کتاب ها را دید"), ElementsAre("کتاب ها"));
}

TEST(Highlights, AreWholeWords) {
  EXPECT_THAT(Lit("khabar", "und").in_body("(Khabar), khabarnama"), ElementsAre("Khabar"));
}

TEST(Highlights, OfAPrefixAreTheWordsThatBeginWithIt) {
  EXPECT_THAT(Lit("kha*", "und").in_body("Khabar khas other"), ElementsAre("Khabar", "khas"));
}

TEST(Highlights, OfAPhraseAreItsWords) {
  EXPECT_THAT(Lit("\"هوش مصنوعی\"", "fa").in_body("درباره هوش مصنوعی"), ElementsAre("هوش مصنوعی"));
}

TEST(Highlights, OfFunctionWordsAreThoseBesideOthers) {
  EXPECT_THAT(Lit("\"الرئيس في بغداد\"", "ar").in_body("عاش في الريف وزار الرئيس في بغداد"),
              ElementsAre("الرئيس", "في", "بغداد"));
  EXPECT_THAT(Lit("\"فناوری و ارتباطات\"", "fa").in_body("او و وزیر فناوری و ارتباطات"),
              ElementsAre("فناوری", "و", "ارتباطات"));
  EXPECT_THAT(Lit("في", "ar").in_body("عاش في الريف"), ElementsAre("في"));
  EXPECT_THAT(Lit("من و تو", "fa").in_body("شبکه من و تو و دیگران"),
              ElementsAre("من", "و", "تو", "و"));
}

// hush-e masnu'i, pish-bini: a compound and its pieces stand at the same bytes.
TEST(Highlights, OfACompoundAreOneWhereItsPiecesMatchToo) {
  const std::vector<std::string> spellings = {"پیش\u200Cبینی", "پیش بینی", "پیشبینی"};
  for (const std::string& asked : spellings) {
    const Lit query(asked, "fa");
    for (const std::string& written : spellings) {
      const std::string text = "امروز " + written + " هوا";
      EXPECT_THAT(query.in_title(text), ElementsAre(written)) << asked;
      EXPECT_THAT(query.in_body(text), ElementsAre(written)) << asked;
    }
  }
}

TEST(Highlights, OfAPieceOfACompoundAreThatPiece) {
  EXPECT_THAT(Lit("بینی", "fa").in_body("یک پیش\u200Cبینی تازه"), ElementsAre("بینی"));
}

TEST(Highlights, LeaveExcludedWordsDark) {
  EXPECT_THAT(Lit("one -two", "und").in_body("one two"), ElementsAre("one"));
}

TEST(Highlights, OfTheTitleFieldStandInTheTitleOnly) {
  const Lit query("title:khabar", "und");
  EXPECT_THAT(query.in_title("Khabar today"), ElementsAre("Khabar"));
  EXPECT_THAT(query.in_body("Khabar today"), IsEmpty());
}

TEST(Highlights, OfPlainWordsStandInTheTitleToo) {
  EXPECT_THAT(Lit("khabar", "und").in_title("The KHABAR"), ElementsAre("KHABAR"));
}

TEST(Snippets, AreTheWholeTextWhereThatIsShort) {
  EXPECT_EQ(Lit("khabar", "und").snippet("The khabar of today.").text, "The khabar of today.");
}

TEST(Snippets, ShowTheBeginningWhereNothingMatches) {
  const std::string body = "Beginning of the text. " + repeated("word ", 100);
  EXPECT_THAT(Lit("khabar", "und").snippet(body).text,
              AllOf(StartsWith("Beginning of the text."), EndsWith("…")));
}

TEST(Snippets, AreEmptyForATextWithoutWords) {
  EXPECT_EQ(Lit("khabar", "und").snippet("").text, "");
  EXPECT_EQ(Lit("khabar", "und").snippet(" ... ").text, "");
}

TEST(Snippets, ShowTheMatchDeepInTheText) {
  const std::string body = repeated("word ", 500) + "khabar " + repeated("other ", 500);
  const Snippet snippet = Lit("khabar", "und").snippet(body);
  EXPECT_THAT(snippet.text, AllOf(StartsWith("…"), HasSubstr("khabar"), EndsWith("…")));
  EXPECT_LT(snippet.text.size(), 400U);
}

TEST(Snippets, BeginWithTheSentenceOfTheMatch) {
  const std::string before = repeated("word ", 100);
  for (const std::string end : {".", "!", "\u061F", "\u06D4", "\n"}) {
    const std::string body = before + end + " The minister said khabar " + repeated("word ", 100);
    EXPECT_THAT(Lit("khabar", "und").snippet(body).text, StartsWith("…The minister said")) << end;
  }
}

TEST(Snippets, BeginWithTheSentenceInArabicAndPersian) {
  EXPECT_THAT(Lit("المدرسة", "ar")
                  .snippet(repeated("كلمة ", 60) + "انتهى. وزار الوزير المدرسة أمس " +
                           repeated("كلمة ", 60))
                  .text,
              StartsWith("…وزار الوزير المدرسة"));
  EXPECT_THAT(Lit("ماهواره", "fa")
                  .snippet(repeated("واژه ", 60) + "رسید. نخستین ماهواره به مدار رفت " +
                           repeated("واژه ", 60))
                  .text,
              StartsWith("…نخستین ماهواره"));
}

TEST(Snippets, EndWithASentenceInArabicAndPersian) {
  EXPECT_THAT(Lit("المدرسة", "ar")
                  .snippet(repeated("كلمة ", 60) + "انتهى. وزار الوزير المدرسة أمس! ثم " +
                           repeated("كلمة ", 60))
                  .text,
              EndsWith("المدرسة أمس! …"));
  EXPECT_THAT(Lit("ماهواره", "fa")
                  .snippet(repeated("واژه ", 60) + "رسید. آیا ماهواره به مدار رفت؟ «نه». " +
                           repeated("واژه ", 60))
                  .text,
              EndsWith("به مدار رفت؟ «نه». …"));
}

TEST(Snippets, KeepTheQuoteThatASentenceBeginsWith) {
  EXPECT_THAT(Lit("الوزير", "ar")
                  .snippet(repeated("كلمة ", 60) + "انتهى. «قال الوزير» " + repeated("كلمة ", 60))
                  .text,
              StartsWith("…«قال الوزير»"));
}

TEST(Snippets, AreTwoPassagesWhereTheseCoverMoreOfTheQuery) {
  const std::string body = "«" + repeated("واژه ", 90) + "ماهوارهٔ تازه " + repeated("واژه ", 90) +
                           "وزیر ارتباطات " + repeated("واژه ", 90);
  const Lit query("ماهواره وزیر", "fa");
  EXPECT_THAT(query.in_body(body), ElementsAre("ماهوارهٔ", "وزیر"));
  const std::string text = query.snippet(body).text;
  EXPECT_THAT(text, AllOf(StartsWith("…"), HasSubstr(" …"), EndsWith("…")));
  EXPECT_LT(text.size(), 800U);
}

TEST(Snippets, AreOnePassageWhereThatHasTheWholeQuery) {
  const std::string body = repeated("كلمة ", 90) + "الوزير في المدرسة " + repeated("كلمة ", 90) +
                           "الوزير " + repeated("كلمة ", 90);
  EXPECT_THAT(Lit("الوزير المدرسة", "ar").snippet(body).text, Not(HasSubstr(" …")));
}

TEST(Snippets, PreferThePassageWithMoreOfTheQuery) {
  const std::string body =
      "one " + repeated("word ", 200) + "one two three " + repeated("word ", 99);
  EXPECT_THAT(Lit("one two three", "und").in_body(body), ElementsAre("one", "two", "three"));
}

TEST(Snippets, PreferDifferentWordsToOneManyTimes) {
  const std::string body = repeated("one ", 9) + repeated("word ", 200) + "one two";
  EXPECT_THAT(Lit("one two", "und").in_body(body), Contains("two"));
}

// sharikat tisla, vazir-e nirou: a company and a minister, and another one of each.
TEST(Snippets, PreferWordsSideBySideToTheSameWordsApart) {
  EXPECT_THAT(
      Lit("شركة تسلا", "ar")
          .snippet("اتهمت شركة أخرى بالإهمال، وعلى صعيد آخر تراجعت تسلا. " + repeated("كلمة ", 60) +
                   "وكانت شركة تسلا قد أعلنت أرباحا. " + repeated("كلمة ", 60))
          .text,
      HasSubstr("وكانت شركة تسلا"));
  EXPECT_THAT(Lit("وزیر نیرو", "fa")
                  .snippet("وزیر کشور گفت که نیرو به آنجا می\u200Cرود. " + repeated("واژه ", 60) +
                           "پس وزیر نیرو پاسخ داد. " + repeated("واژه ", 60))
                  .text,
              HasSubstr("پس وزیر نیرو"));
}

TEST(Snippets, DoNotPreferOneWordManyTimesToAllSideBySide) {
  EXPECT_THAT(Lit("مهدي بن عطية", "ar")
                  .snippet("بن عطية وبن عطية وبن عطية وبن عطية ثم مهدي وحده. " +
                           repeated("كلمة ", 60) + "وحضر مهدي بن عطية المباراة. ")
                  .text,
              HasSubstr("وحضر مهدي بن عطية"));
}

TEST(Snippets, OfEqualPassagesTakeTheOneThatBeginsWithASentence) {
  const std::string arabic = repeated("كلمة ", 60) + "الوزير " + repeated("كلمة ", 60) +
                             ". قال الوزير نعم " + repeated("كلمة ", 60);
  EXPECT_THAT(Lit("الوزير", "ar").snippet(arabic).text, StartsWith("…قال الوزير"));
  const std::string persian = repeated("واژه ", 60) + "شهردار " + repeated("واژه ", 60) +
                              ". دیروز شهردار آمد " + repeated("واژه ", 60);
  EXPECT_THAT(Lit("شهردار", "fa").snippet(persian).text, StartsWith("…دیروز شهردار"));
}

TEST(Snippets, BeginWithAPartOfALongSentence) {
  EXPECT_THAT(
      Lit("الوزير", "ar")
          .snippet(repeated("كلمة ", 60) + "كلمة، وزار الوزير بيتا " + repeated("كلمة ", 60))
          .text,
      StartsWith("…وزار الوزير"));
  EXPECT_THAT(
      Lit("شهردار", "fa")
          .snippet(repeated("واژه ", 60) + "واژه؛ آنگاه شهردار آمد " + repeated("واژه ", 60))
          .text,
      StartsWith("…آنگاه شهردار"));
}

// A picture and a mark (KITE, LEFT-POINTING DOUBLE ANGLE QUOTATION MARK) are no words.
TEST(Snippets, HaveNoEllipsisWhereNoWordIsLeftOut) {
  EXPECT_EQ(Lit("هرمز", "fa").snippet("\U0001FA81 گزارشی از تنگه هرمز \U0001FA81").text,
            "\U0001FA81 گزارشی از تنگه هرمز \U0001FA81");
  EXPECT_THAT(Lit("الوزير", "ar").snippet("«قال الوزير " + repeated("كلمة ", 60)).text,
              StartsWith("«قال الوزير"));
  EXPECT_THAT(Lit("الوزير", "ar").snippet("- قال الوزير. " + repeated("كلمة ", 60)).text,
              StartsWith("- قال الوزير"));
}

TEST(Snippets, PreferTheNewsToTheTitleOnceMore) {
  const std::string arabic = "أمطار غزيرة على جازان";
  EXPECT_THAT(Lit("أمطار جازان", "ar")
                  .snippet("هطلت الأمطار على قرى منطقة جازان. " + repeated("كلمة ", 60) +
                               "رابط الخبر: " + arabic,
                           arabic)
                  .text,
              StartsWith("هطلت الأمطار"));
  const std::string persian = "بارش شدید باران در گیلان";
  EXPECT_THAT(Lit("باران گیلان", "fa")
                  .snippet(persian + " " + repeated("واژه ", 60) +
                               ". در گیلان از دیشب باران می\u200Cبارد. " + repeated("واژه ", 60),
                           persian)
                  .text,
              StartsWith("…در گیلان از دیشب"));
}

// What stands above need not be read twice, even where no other word matches.
TEST(Snippets, BeginBehindTheTitleThatTheTextBeginsWith) {
  EXPECT_EQ(Lit("جازان", "ar")
                .snippet("أمطار غزيرة على جازان\nوحذر الدفاع المدني المواطنين من السيول.",
                         "أمطار غزيرة على جازان")
                .text,
            "وحذر الدفاع المدني المواطنين من السيول.");
  EXPECT_EQ(Lit("گیلان", "fa")
                .snippet("بارش شدید باران در گیلان\nهواشناسی از سیلاب خبر داد.",
                         "بارش شدید باران در گیلان")
                .text,
            "هواشناسی از سیلاب خبر داد.");
  EXPECT_EQ(Lit("گیلان", "fa").snippet("باران در گیلان", "باران در گیلان").text, "باران در گیلان");
}

// Posts of made-up channels, written for khabar.
TEST(Snippets, PreferTheTextToTheClosingLinesOfAChannel) {
  const std::string arabic = "افتتحت البلدية جسرا جديدا فوق الوادي. " +
                             repeated("وقال المهندس إن العمل استمر عامين كاملين. ", 12) +
                             "وحضر الأهالي الحفل في نسيم "
                             "المساء.\n#أخبار_الوادي\n📡\n@NasimWadi | نسيم الوادي";
  const std::string persian = "شهرداری پل تازه را بر رودخانه گشود. " +
                              repeated("مهندس گفت کار ساخت دو سال طول کشید. ", 12) +
                              "مردم در نسیم عصر به جشن آمدند.\n"
                              "#اخبار_دره\n📡\n@NasimDarreh | نسیم دره";
  EXPECT_THAT(Lit("نسيم", "ar").snippet(arabic).text, HasSubstr("وحضر الأهالي"));
  EXPECT_THAT(Lit("نسیم", "fa").snippet(persian).text, HasSubstr("مردم در نسیم"));
  EXPECT_THAT(Lit("الوادي", "ar").snippet(arabic).text, StartsWith("افتتحت البلدية"));
  for (const char* query : {"دره", "NasimDarreh", "اخبار_دره"}) {
    const Snippet found = Lit(query, "fa").snippet(persian);
    EXPECT_THAT(found.text, AllOf(StartsWith("شهرداری پل تازه"), Not(HasSubstr("@"))));
    EXPECT_THAT(found.highlights, IsEmpty());
  }
}

TEST(Snippets, HighlightTheClosingLinesOfAShortPost) {
  EXPECT_THAT(Lit("نسيم", "ar").in_body("افتتح الجسر اليوم\n📡\n@Nasim نسيم"), ElementsAre("نسيم"));
  EXPECT_THAT(Lit("نسیم", "fa").in_body("پل امروز گشوده شد\n📡\n@Nasim نسیم"), ElementsAre("نسیم"));
}

TEST(Snippets, LeaveOutTheClosingLinesWhereTheTitleMatches) {
  const auto shown = [](const char* tag, const char* query, const std::string& body,
                        const char* title) { return Lit(query, tag).snippet(body, title).text; };
  const char* const arabic = "جسر جديد فوق الوادي";
  const char* const persian = "پل تازه بر رودخانه";
  EXPECT_EQ(shown("ar", "جسر", "حضر الأهالي الحفل.\n✅ @NasimWadi أخبار الجسر", arabic),
            "حضر الأهالي الحفل.");
  EXPECT_EQ(shown("fa", "پل", "مردم به جشن آمدند.\n✅ @NasimDarreh خبر پل", persian),
            "مردم به جشن آمدند.");
  // Nothing else is there: the title tells it all.
  EXPECT_EQ(shown("ar", "جسر", "✅ @NasimWadi أخبار الجسر", arabic), "");
  EXPECT_EQ(shown("fa", "پل", "✅ @NasimDarreh خبر پل", persian), "");
  EXPECT_EQ(shown("ar", "جسر", "✅ @NasimWadi أخبار الجسر", ""), "✅ @NasimWadi أخبار الجسر");
  EXPECT_EQ(shown("fa", "ابر", "✅ @NasimDarreh خبر پل", ""), "✅ @NasimDarreh خبر پل");
}

TEST(Snippets, ShowWholeSentencesOfTheBeginningWhereNothingMatches) {
  const std::string arabic =
      "افتتحت البلدية صباح اليوم جسرا جديدا فوق الوادي بحضور جمع من الأهالي.";
  const std::string persian = "شهرداری بامداد امروز پل تازه را بر رودخانهٔ شهر با حضور مردم گشود.";
  EXPECT_EQ(Lit("قمر", "ar")
                .snippet(arabic + " " + repeated("وقال المهندس إن العمل استمر عامين ", 12))
                .text,
            arabic + " …");
  EXPECT_EQ(
      Lit("ماه", "fa").snippet(persian + " " + repeated("مهندس گفت کار دو سال طول کشید ", 12)).text,
      persian + " …");
}

TEST(ClosingLines, BeginWithAnAddressAndTheMarksAboveIt) {
  const auto closing = [](std::string_view text) {
    return std::string(text.substr(closing_lines(text)));
  };
  EXPECT_EQ(closing("متن خبر\n✅\n@kanal\nخبر"), "✅\n@kanal\nخبر");
  EXPECT_EQ(closing("نص الخبر\n#وسم في الفضاء\n👇\n📲 @qanat | Link"),
            "#وسم في الفضاء\n👇\n📲 @qanat | Link");
  EXPECT_EQ(closing("نص الخبر https://khabar.example"), "https://khabar.example");
  EXPECT_EQ(closing("متن خبر"), "");
  EXPECT_EQ(closing("reporter@khabar.example"), "") << "no handle";
  EXPECT_EQ(closing("@kanal " + repeated("متن خبر ", 30)), "") << "far from the end";
  EXPECT_EQ(closing("📡\n@kanal"), "📡\n@kanal");
  EXPECT_EQ(closing("متن خبر\n♦️ #اخبار_دره 👇\n@kanal"),
            "♦️ #اخبار_دره 👇\n@kanal");
  EXPECT_EQ(closing("نص الخبر\n♦️ أخبار الوادي 👇\n@qanat"), "@qanat")
      << "no hashtag";
  EXPECT_EQ(closing("كتب @qanat إن الجسر افتتح اليوم بحضور الأهالي\n@akhbar"), "@akhbar");
  EXPECT_EQ(closing("به گفتهٔ @kanal پل تازه امروز با حضور مردم گشوده شد"), "") << "a sentence";
  EXPECT_EQ(closing(""), "");
}

TEST(Snippets, HaveNoControlCharactersAndNoLineEnds) {
  const std::string text = Lit("khabar", "und").snippet("The\n\tkhabar\r\n\x1B[31m of\x7F it").text;
  for (const char c : text) EXPECT_GE(static_cast<unsigned char>(c), 0x20U);
  EXPECT_THAT(text, Not(HasSubstr("\x7F")));
}

TEST(Snippets, StayShortWhereWordsAreLong) {
  const std::string body = repeated(std::string(100, 'x') + " ", 100);
  EXPECT_LE(Lit("khabar", "und").snippet(body).text.size(), 810U);
}

TEST(Snippets, CutNoCodePoint) {
  // Ideographs are words of three bytes without blanks between them.
  const std::string text = Lit("khabar", "und").snippet(repeated("\u65B0\u805E\u3001", 500)).text;
  EXPECT_EQ(text.find("\xEF\xBF\xBD"), std::string::npos);
  const std::size_t letters = text.size() - std::string("…").size();
  EXPECT_EQ(letters % 3, 0U);
}

TEST(Snippets, CutNoCompoundInTwo) {
  const std::string word = "پیشبینی";
  for (int before = 0; before < 45; ++before) {
    const std::string body = repeated("واژه ", before) + repeated(word + " ", 60) + "ماهواره " +
                             repeated(word + " ", 60);
    std::string text = Lit("ماهواره", "fa").snippet(body).text;
    for (std::size_t at = 0; (at = text.find(word)) != std::string::npos;)
      text.erase(at, word.size());
    EXPECT_EQ(text.find("بینی"), std::string::npos) << before;
    EXPECT_EQ(text.find("پیش"), std::string::npos) << before;
  }
}

TEST(Snippets, HighlightBehindTheEllipsis) {
  const std::string body = repeated("کلمه ", 200) + "نخستین ماهواره " + repeated("کلمه ", 200);
  EXPECT_THAT(Lit("ماهواره", "fa").in_body(body), ElementsAre("ماهواره"));
}

// Where the copy of the title ends within a compound, that stays whole.
TEST(Snippet, BeginsBeforeTheCompoundThatTheCopyOfTheTitleEndsIn) {
  const std::string persian =
      "نشست بزرگداشت دومین سالگرد کتابخانهٔ شهر سید\u200Cابراهیم نوری و همکارانش با حضور "
      "مدیران امروز در تالار شهر برگزار شد و تا شب ادامه داشت";
  const Snippet one =
      Lit("سید", "fa").snippet(persian, "نشست بزرگداشت دومین سالگرد کتابخانهٔ شهر نوری");
  EXPECT_THAT(one.text, HasSubstr("سید\u200Cابراهیم"));
  const std::string arabic =
      "لقاء تكريم الفائزين بجائزة المكتبة العامة عبد الرحمن النوري ورفاقه بحضور المديرين اليوم في "
      "قاعة المدينة واستمر حتى المساء";
  const Snippet other =
      Lit("عبد", "ar").snippet(arabic, "لقاء تكريم الفائزين بجائزة المكتبة العامة النوري");
  EXPECT_THAT(other.text, HasSubstr("عبد الرحمن"));
}

}  // namespace
}  // namespace khabar
