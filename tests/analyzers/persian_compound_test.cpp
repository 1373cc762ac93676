// SPDX-License-Identifier: GPL-2.0-or-later
// Persian compounds: ZWNJ, blank and joined spellings give the same words, each with its own bytes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/compound_lexicon.h"

namespace khabar::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

struct Seen {
  std::string word;
  std::string stem;
  std::uint32_t position;
  bool compound;
  bool operator==(const Seen&) const = default;
};

std::vector<Seen> seen(std::string_view text) {
  TokenList tokens;
  analyze(text, *find_language("fa"), tokens);
  std::vector<Seen> list;
  for (const Token& token : tokens) {
    list.push_back(
        {std::string(token.word), std::string(token.stem), token.position, token.compound});
  }
  return list;
}

// The bytes of each token, as text.
std::vector<std::string> originals(std::string_view text) {
  TokenList tokens;
  analyze(text, *find_language("fa"), tokens);
  std::vector<std::string> list;
  for (const Token& token : tokens) {
    list.emplace_back(text.substr(token.begin, token.end - token.begin));
  }
  return list;
}

std::vector<std::string> compounds(std::string_view text) {
  std::vector<std::string> list;
  for (const Seen& token : seen(text)) {
    if (token.compound) list.push_back(token.word);
  }
  return list;
}

TEST(PersianCompound, GivesTheSameWordsInEverySpelling) {
  const auto with_zwnj = seen("پیش\u200Cبینی");
  EXPECT_EQ(with_zwnj.size(), 3U);
  EXPECT_EQ(seen("پیش بینی"), with_zwnj);
  EXPECT_EQ(seen("پیشبینی"), with_zwnj);
  EXPECT_EQ(seen("پیش\u00A0بینی"), with_zwnj);
}

TEST(PersianCompound, GivesTheSameWordsWithEndings) {
  const auto with_zwnj = seen("پیش\u200Cبینی\u200Cهای");
  EXPECT_EQ(seen("پیش بینی های"), with_zwnj);
  EXPECT_EQ(seen("پیشبینی\u200Cهای"), with_zwnj);
  EXPECT_EQ(with_zwnj.front().stem, "پیشبینی");
}

TEST(PersianCompound, HasTheStemOfItsSingular) {
  const auto stem = [](const char* text) { return seen(text).at(0).stem; };
  // The singular is listed, or the last piece is a plural, or the joined spelling is known.
  for (const auto& [singular, plural] : std::vector<std::pair<const char*, const char*>>{
           {"دانش\u200Cآموز", "دانش\u200Cآموزان"},
           {"دانش\u200Cآموز", "دانش آموزان"},
           {"دانش آموز", "دانش\u200Cآموزانی"},
           {"سرمایه\u200Cگذار", "سرمایه\u200Cگذاران"},
           {"دست\u200Cاندرکار", "دست\u200Cاندرکاران"},
           {"شهرک\u200Cنشین", "شهرک\u200Cنشینان"},
           {"شرکت\u200Cکننده", "شرکت\u200Cکنندگان"},
           {"شبه\u200Cنظامی", "شبه\u200Cنظامیان"},
           {"آتش\u200Cنشان", "آتش نشانان"},
           {"حذف\u200Cشده", "حذف\u200Cشدگان"},
           {"گزارش\u200Cدهنده", "گزارش\u200Cدهندگان"},
           {"بی\u200Cسابقه", "بی\u200Cسابقه\u200Cترین"},
           {"معامله\u200Cگر", "معامله\u200Cگران"},
           {"اخلالگر", "اخلالگران"},
           {"رئیس\u200Cجمهور", "رئیس\u200Cجمهوران"},
           {"هم\u200Cوطن", "هم\u200Cوطنانم"},
           {"هم\u200Cوطن", "هم\u200Cوطنانش"},
           {"ضد\u200Cحمله", "ضدحملات"},
           {"هلی\u200Cکوپتر", "هلیکوپترهای"},
           {"پسماند", "پسماندهای"}})
    EXPECT_EQ(stem(plural), stem(singular)) << plural;
  // investment, kidnapping and premiership are no forms of their agent, and what only ends so
  for (const auto& [word, other] :
       std::vector<std::pair<const char*, const char*>>{{"سرمایه\u200Cگذاری", "سرمایه\u200Cگذار"},
                                                        {"آدم\u200Cربایی", "آدم\u200Cربا"},
                                                        {"دانش\u200Cآموزی", "دانش\u200Cآموز"},
                                                        {"هم\u200Cپیمان", "هم\u200Cپی"},
                                                        {"روان\u200Cگردان", "روان\u200Cگرد"},
                                                        {"بمب\u200Cباران", "بمب\u200Cبار"},
                                                        {"آتش\u200Cنشان", "آتش\u200Cنش"}})
    EXPECT_NE(stem(word), stem(other)) << word;
}

// HAMZA is silent at the end of "sha'" alone: all spellings have one stem.
TEST(PersianCompound, OfGodWillingHasOneStem) {
  for (const char* text : {"ان\u200Cشاءالله", "ان شاءالله", "ان شاء الله", "انشاءالله", "انشاالله",
                           "ان\u200Cشاالله", "إن شاء الله"})
    EXPECT_EQ(seen(text).at(0).stem, "انشاءالله") << text;
  for (const char* text : {"ماشاءالله", "ما شاء الله", "ما\u200Cشاءالله", "ماشاالله"})
    EXPECT_EQ(seen(text).at(0).stem, "ماشاءالله") << text;
}

// "And" between two words of a compound is silent however it is written.
TEST(PersianCompound, WithAndGivesTheSameWordsInEverySpelling) {
  for (const auto& [blank, others] : std::vector<std::pair<const char*, std::vector<const char*>>>{
           {"سیستان و بلوچستان",
            {"سیستان\u200Cوبلوچستان", "سیستان\u200Cو\u200Cبلوچستان", "سیستان وبلوچستان",
             "سیستان_و_بلوچستان"}},
           {"صدا و سیما", {"صداوسیما", "صداو\u200Cسیما", "صدا\u200Cوسیما"}},
           {"رعد و برق", {"رعدوبرق", "رعد\u200Cوبرق"}},
           {"ساز و کار", {"سازوکار"}},
           {"گرد و خاک", {"گردوخاک"}},
           {"حل و فصل", {"حل\u200Cوفصل"}},
           {"حال و هوای", {"حال\u200Cوهوای"}},
           {"گفت و گوی", {"گفت\u200Cوگوی", "گفتگوی"}}}) {
    EXPECT_EQ(compounds(blank).size(), 1U) << blank;
    for (const char* other : others) EXPECT_EQ(seen(other), seen(blank)) << other;
  }
  EXPECT_EQ(seen("سازوکارهایی").at(0).stem, seen("ساز و کار").at(0).stem);
  // desert, aircraft, Kandovan, Chrysler's rival: words of their own
  for (const char* word : {"بیابان", "هواپیما", "کندوان", "دوربین", "فرودگاه"})
    EXPECT_THAT(compounds(word), IsEmpty()) << word;
}

// Behind ZWNJ, "and" parts from a word that is far commoner, and from a number.
TEST(PersianCompound, PartsAndFromAWordBehindAHalfSpace) {
  const auto pieces = [](const char* text) {
    std::vector<std::string> words;
    for (const Seen& token : seen(text)) {
      if (!token.compound) words.push_back(token.word);
    }
    return words;
  };
  EXPECT_EQ(pieces("راه\u200Cوشهرسازی"), pieces("راه و شهرسازی"));
  EXPECT_EQ(pieces("آب\u200Cوفاضلاب"), pieces("آب و فاضلاب"));
  EXPECT_EQ(pieces("بیست\u200Cوپنجم"), pieces("بیست و پنجم"));
  EXPECT_EQ(pieces("سی\u200Cوهفتمین"), pieces("سی و هفتمین"));
  EXPECT_EQ(pieces("بیست\u200Cودو"), pieces("بیست و دو"));
  EXPECT_EQ(pieces("دویست\u200Cوپنجاهمین"), pieces("دویست و پنجاهمین"));
  for (const char* word : {"نخست\u200Cوزیر", "سنگین\u200Cوزن", "هم\u200Cوزنی", "حق\u200Cوتو",
                           "بی\u200Cوارث", "بی\u200Cوقفه", "خودروی\u200Cولوو", "دیوانه\u200Cوار"})
    EXPECT_EQ(pieces(word).size(), 2U) << word;
}

// FBI, CIA, DNA, FATF, CNN: the names of letters are no endings, and three of them one word.
TEST(PersianCompound, OfLettersIsOneWordInEverySpelling) {
  EXPECT_EQ(seen("اف\u200Cبی\u200Cآی"), seen("اف بی آی"));
  EXPECT_EQ(seen("سی\u200Cآی\u200Cای"), seen("سی آی ای"));
  EXPECT_EQ(seen("دی\u200Cان\u200Cای"), seen("دی ان ای"));
  EXPECT_EQ(seen("ام\u200Cآر\u200Cآی"), seen("ام آر آی"));
  EXPECT_EQ(seen("اف\u200Cای\u200Cتی\u200Cاف"), seen("اف ای تی اف"));
  EXPECT_THAT(compounds("شبکه سی ان ان"), ElementsAre("سیانان"));
  EXPECT_EQ(seen("سی آی ای").at(0).word, seen("سیآیای").at(0).word);
  // "thirtieth", "a house", "something without": endings and words
  EXPECT_EQ(seen("سی\u200Cام").at(0).word, "سیام");
  EXPECT_THAT(compounds("خانه\u200Cای"), IsEmpty());
  EXPECT_THAT(compounds("او بی کتاب"), IsEmpty());
}

// God's name with one LAM, TEH MARBUTA without its dots.
TEST(PersianCompound, OfAnArabicNameHasOneStem) {
  const auto stem = [](const char* text) { return seen(text).at(0).stem; };
  for (const char* text : {"حزب اله", "حزب\u200Cاله", "حزباله", "حزب\u200Cالله"})
    EXPECT_EQ(stem(text), stem("حزب الله")) << text;
  for (const char* text : {"آیت اله", "آیت\u200Cاله", "آیه الله", "آیةالله"})
    EXPECT_EQ(stem(text), stem("آیت\u200Cالله")) << text;
  for (const char* text : {"حجه الاسلام", "حجةالاسلام", "حجه\u200Cالاسلام"})
    EXPECT_EQ(stem(text), stem("حجت الاسلام")) << text;
  EXPECT_EQ(stem("بقیة الله"), "بقیهالله");
}

TEST(PersianCompound, ComesBeforeItsFirstPieceAtTheSamePlace) {
  const auto tokens = seen("نرم\u200Cافزار تازه");
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[0], (Seen{"نرمافزار", "نرمافزار", 1, true}));
  EXPECT_EQ(tokens[1].position, 1U);
  EXPECT_EQ(tokens[2].position, 2U);
  EXPECT_EQ(tokens[3].position, 3U);
}

TEST(PersianCompound, LeavesOutTheAndBetweenItsPieces) {
  const auto expected = seen("گفت\u200Cوگو");
  EXPECT_EQ(expected.size(), 3U);
  for (const char* text : {"گفتگو", "گفت و گو", "گفت\u200Cو\u200Cگو", "گفت وگو", "گفتوگو"}) {
    EXPECT_EQ(seen(text), expected) << text;
  }
}

TEST(PersianCompound, HasTheBytesOfItsPieces) {
  EXPECT_THAT(originals("پیش\u200Cبینی"), ElementsAre("پیش\u200Cبینی", "پیش", "بینی"));
  EXPECT_THAT(originals("پیشبینیها"), ElementsAre("پیشبینیها", "پیش", "بینیها"));
  EXPECT_THAT(originals("گفت و گوی"), ElementsAre("گفت و گوی", "گفت", "گوی"));
}

TEST(PersianCompound, PartsBehindMarksAndTatweel) {
  // FATHA behind SHEEN belongs to the piece it stands on.
  EXPECT_THAT(originals("پیش\u064Eبینی"), ElementsAre("پیش\u064Eبینی", "پیش\u064E", "بینی"));
  EXPECT_THAT(originals("پیش\u0640بینی"), ElementsAre("پیش\u0640بینی", "پیش\u0640", "بینی"));
}

TEST(PersianCompound, IsMadeOfAnyWordsThatZwnjJoins) {
  EXPECT_THAT(compounds("قلمبه\u200Cشکن"), ElementsAre("قلمبهشکن"));
  EXPECT_THAT(compounds("فرا\u200Cقاره\u200Cپیما"), ElementsAre("فراقارهپیما"));
}

TEST(PersianCompound, IsNotMadeOfWordsThatStandTogetherByChance) {
  for (const char* text :
       {"هم این", "خرید و کتاب", "من و تو", "کتاب خوب", "در این", "مردم ایران"}) {
    EXPECT_THAT(compounds(text), IsEmpty()) << text;
  }
}

TEST(PersianCompound, DoesNotReachOverPunctuation) {
  EXPECT_THAT(compounds("پیش، بینی"), IsEmpty());
  EXPECT_THAT(compounds("پیش. بینی"), IsEmpty());
}

TEST(PersianCompound, DoesNotPartAWordThatIsAlwaysJoined) {
  for (const char* text : {"دانشگاه", "همکاری", "کتابخانه", "خبرنگار"}) {
    EXPECT_THAT(compounds(text), IsEmpty()) << text;
  }
}

TEST(PersianCompound, TakesZwnjInsideAWordForAMistake) {
  EXPECT_THAT(seen("اعلا\u200Cم"), ElementsAre(Seen{"اعلام", "اعلام", 1, false}));
  EXPECT_EQ(seen("اسلا\u200Cمی"), seen("اسلامی"));
}

TEST(PersianCompound, LeavesEndingsAndVerbsToTheirWord) {
  for (const char* text :
       {"کتاب\u200Cها", "می\u200Cرود", "برمی\u200Cگردد", "بزرگ\u200Cترین", "خانه\u200Cای"}) {
    EXPECT_THAT(compounds(text), IsEmpty()) << text;
    EXPECT_EQ(seen(text).size(), 1U) << text;
  }
}

TEST(PersianCompound, IsExplainedByTheTrace) {
  TokenList tokens;
  std::vector<TokenTrace> trace;
  analyze_traced("پیشبینی", *find_language("fa"), tokens, trace);
  ASSERT_EQ(trace.size(), 3U);
  const auto stages = [&](std::size_t i) {
    std::vector<std::string> list;
    for (const TraceStep& step : trace[i].steps) list.push_back(step.stage);
    return list;
  };
  EXPECT_THAT(stages(0), Contains("join"));
  EXPECT_THAT(stages(1), Contains("split"));
  EXPECT_EQ(trace[2].token, 2U);
}

TEST(CompoundLexicon, FindsLettersHoweverTheyArePartedInTheList) {
  const CompoundLexicon lexicon("# comment\nکتاب+خوان\t3\nشست+و+شو\nرفت+و+آمد\nشست+شو\n");
  ASSERT_NE(lexicon.find("کتابخوان"), nullptr);
  EXPECT_EQ(lexicon.find("کتابخوان")->parts, 2);
  EXPECT_FALSE(lexicon.find("شستوشو")->letters_between);
  EXPECT_TRUE(lexicon.find("رفتوامد")->letters_between);
  EXPECT_EQ(lexicon.find("کتاب"), nullptr);
  EXPECT_EQ(lexicon.letters_behind("رفت"), CompoundLexicon::bit_of("و"));
  EXPECT_EQ(lexicon.letters_behind("خوان"), 0U);
}

// Sib "apple" is no potato, tokhm "egg" is in tokhm-e morgh.
TEST(CompoundLexicon, TellsWhichPartsAreOpaque) {
  const CompoundLexicon lexicon("سیب+زمینی\nسیب+زمینی+ها\nتخم+مرغ\nتخم+مرغی\nدانش+آموز\n",
                                "سیب+زمینی\nتخم+مرغ\tمرغ\nنا+آشنا\n");
  const auto opaque = [&](std::string_view letters, std::size_t part) {
    const auto* const entry = lexicon.find(letters);
    return entry != nullptr && entry->is_opaque(part);
  };
  for (const char* letters : {"سیبزمینی", "سیبزمینیها"}) {
    EXPECT_TRUE(opaque(letters, 0)) << letters;
    EXPECT_TRUE(opaque(letters, 1)) << letters;
  }
  EXPECT_FALSE(opaque("سیبزمینیها", 2));
  for (const char* letters : {"تخممرغ", "تخممرغی"}) {
    EXPECT_FALSE(opaque(letters, 0)) << letters;
    EXPECT_TRUE(opaque(letters, 1)) << letters;
  }
  EXPECT_FALSE(opaque("دانشاموز", 0));
  EXPECT_TRUE(lexicon.is_opaque_part("سیب"));
  EXPECT_FALSE(lexicon.is_opaque_part("تخم"));
}

// The words of a text that are opaque pieces.
std::vector<std::string> opaque_words(std::string_view text, std::string_view tag) {
  TokenList tokens;
  analyze(text, *find_language(tag), tokens);
  std::vector<std::string> list;
  for (const Token& token : tokens) {
    if (token.opaque) list.emplace_back(token.word);
  }
  return list;
}

TEST(PersianCompound, HasOpaquePiecesInEverySpelling) {
  for (const char* text : {"سیب\u200Cزمینی", "سیب زمینی", "سیبزمینی"})
    EXPECT_THAT(opaque_words(text, "fa"), ElementsAre("سیب", "زمینی")) << text;
  EXPECT_THAT(opaque_words("آتش\u200Cبس آتش\u200Cسوزی", "fa"), ElementsAre("اتش", "بس"));
  // by the last piece: a town, a family, a day
  EXPECT_THAT(opaque_words("نجف\u200Cآباد", "fa"), ElementsAre("نجف", "اباد"));
  EXPECT_THAT(opaque_words("حسن\u200Cزاده", "fa"), ElementsAre("حسن", "زاده"));
  EXPECT_THAT(opaque_words("سه\u200Cشنبه", "fa"), ElementsAre("سه", "شنبه"));
  EXPECT_THAT(opaque_words("دانش بنیان و نخست\u200Cوزیر", "fa"), IsEmpty());
}

TEST(ArabicCompound, HasOpaqueHalves) {
  EXPECT_THAT(opaque_words("نور الدين", "ar"), ElementsAre("نور", "الدین"));
  EXPECT_THAT(opaque_words("وعبد السلام", "ar"), ElementsAre("وعبد", "السلام"));
  EXPECT_THAT(opaque_words("بيت لحم", "ar"), ElementsAre("بیت", "لحم"));
  EXPECT_THAT(opaque_words("أبو مازن", "ar"), ElementsAre("ابو"));  // a name by itself
  EXPECT_THAT(opaque_words("بيت جديد", "ar"), IsEmpty());
}

}  // namespace
}  // namespace khabar::test
