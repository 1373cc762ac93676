// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/other_spellings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <tuple>

#include "analyzers/affixes.h"
#include "analyzers/arabic_letters.h"
#include "analyzers/listed_names.h"
#include "analyzers/name_distance.h"
#include "analyzers/name_keys.h"
#include "analyzers/stopwords.h"
#include "analyzers/utf8.h"
#include "indexer/schema.h"
#include "searcher/bm25.h"
#include "searcher/english_meanings.h"

namespace khabar {
namespace {

using arabic_letters::kArticle;

constexpr std::size_t kMaxSpellings = 8;
constexpr std::size_t kMinLetters = 3;
constexpr std::size_t kLetter = 2;  // bytes, in the Arabic script
// A candidate farther from the query word than the nearest by more than this is another name.
constexpr double kSlack = 0.25;
// Name evidence comes after exact and stem evidence.
constexpr double kNameWeight = 0.35;
constexpr double kLatinWeight = 0.8;
// A reading of a Latin word that costs so much more is less likely by a factor of e.
constexpr double kReadings = 0.06;

// A word of two parts: so many letters at least, and each part in so many articles of the
// language's sample.
constexpr std::size_t kMinSplitLetters = 5;
constexpr std::uint32_t kMinPartCount = 20;
// Two words that stand in more of the sample's articles together, by chance, may stand side by side
// there: sar baz "head open" is no sarbaz "soldier", sar nakh is sar-nakh "clue".
constexpr double kMaxTogether = 50;
// First parts of two letters, which people write apart or not whatever stands behind them: be-,
// bi-, ham; ma zal, la siyyama.
constexpr std::array<std::string_view, 6> kShortFirstParts = {
    "\u0628\u0647", "\u0628\u06CC", "\u0647\u0645",  // BEH HEH, BEH YEH, HEH MEEM
    "\u0645\u0627", "\u0644\u0627", "\u06A9\u0645",  // MEEM ALEF, LAM ALEF, KAF MEEM
};

// BEH ALEF "with", BEH FARSI YEH "without".
constexpr std::string_view kWith = "\u0628\u0627", kWithout = "\u0628\u06CC";

// "Owner of": dhulfiqar, dhilhijja are one word or two, though no word stands so before others.
constexpr std::array<std::string_view, 2> kOwners = {"\u0630\u0648",
                                                     "\u0630\u06CC"};  // THAL WAW, THAL FARSI YEH

// Each half of a pair than its joined spelling: kharid, forush and kharidoforush.
constexpr std::uint32_t kFarCommoner = 50;
// A word so much commoner than a half is no slip: al-muttahida "the united" is not almat and hidda.
constexpr std::uint32_t kFarCommonerThanHalf = 100;

struct Candidate {
  std::string text;
  double distance = 0;
  double frequency = 0;
  double cost = 0;
};

// Distance, and a little for rarity: of two spellings as near, the commoner is meant. In Latin
// letters names are a little likelier: zarif is no zarf (vessel). Another word in Latin letters is
// the least likely: saat is sa'at (hour), not "that".
double cost_of(const Candidate& candidate, TokenKind kind, double documents) {
  constexpr double kCommonWord = 0.03, kAlsoLatin = 0.25;
  double cost = candidate.distance + 0.03 * std::log2((documents + 1) / (candidate.frequency + 1));
  if (kind != TokenKind::foreign) return cost;
  if (is_common_word(candidate.text)) cost += kCommonWord;
  if (is_latin(candidate.text)) cost += kAlsoLatin;
  return cost;
}

// What a word of one consonant, which has no key, is with a vowel letter more or less within:
// huwawi, hawawi.
std::vector<std::string> with_other_vowels(std::string_view word) {
  constexpr std::size_t kEnoughLetters = 5;
  constexpr std::array<std::string_view, 3> kVowels = {"\u0627", "\u0648", "\u06CC"};
  std::vector<std::string> found;
  if (is_latin(word) || word.size() < kEnoughLetters * kLetter || !name_key(word).empty())
    return found;
  for (std::size_t at = kLetter; at + kLetter < word.size(); at += kLetter) {
    const std::string before(word.substr(0, at));
    const std::string_view letter = word.substr(at, kLetter);
    for (const std::string_view vowel : kVowels) {
      if (letter == vowel) {
        found.push_back(before + std::string(word.substr(at + kLetter)));
      } else {
        found.push_back(before + std::string(vowel) + std::string(word.substr(at)));
      }
    }
  }
  return found;
}

// Whether what sounds like a word of the Arabic script is an English one that means otherwise: no
// black for bulugh (puberty). A common word has loans alone (bitcoin; no money for man' "ban").
bool is_another_english_word(std::string_view latin, std::string_view word, bool common) {
  const EnglishMeanings meanings(latin);
  return common ? !meanings.include(word) : meanings.exclude(word);
}

// Whether what sounds like a common word is a form of another known one: mata'ibuhu (his troubles),
// for mutaba'a (observation).
bool is_form_of_another(std::string_view other, std::string_view word) {
  constexpr std::uint32_t kKnown = 20;
  std::string scratch, scratch_of_word;
  return std::ranges::any_of(all_languages(), [&](const Language* language) {
    if (language->stem == nullptr || language->count == nullptr) return false;
    const std::string_view stem = language->stem(other, scratch);
    return stem != other && stem != word && language->count(stem) >= kKnown &&
           stem != language->stem(word, scratch_of_word);
  });
}

// Of another spelling of a name that the index has as it is typed: murawada "dealings" is no murda
// "dead", gung "vague" no kung. What it lacks may be spelled in farther ways: tiriza as tirza.
double farthest_beside_own(std::string_view word, std::string_view other) {
  constexpr std::size_t kShort = 4;
  constexpr double kFarthestOfShort = 0.3;
  const std::size_t letters = std::min(count_code_points(word), count_code_points(other));
  return letters <= kShort ? kFarthestOfShort : kNoName;
}

std::vector<Candidate> listed_names(std::string_view word) {
  std::vector<Candidate> found;
  for (const std::string& other : listed_spellings(word)) {
    if (other != word) found.push_back({other, 0});
  }
  return found;
}

void nearest_first_each_once(std::vector<Candidate>& found) {
  const auto place = [](const Candidate& one) { return std::tie(one.distance, one.text); };
  std::ranges::sort(found,
                    [&](const Candidate& a, const Candidate& b) { return place(a) < place(b); });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const Candidate& a, const Candidate& b) { return a.text == b.text; }),
              found.end());
}

// The words whose letters are near enough and that may be the name, the nearest first, each once.
std::vector<Candidate> names_near(std::string_view word, const Vocabulary& vocabulary) {
  std::vector<Candidate> found;
  // What so many documents hold is another word there: ali is "on" in Arabic.
  constexpr Xapian::doccount kNameShare = 3;
  for (std::string& spelling : spellings_without_key(word)) {
    if (vocabulary.word_frequency(spelling) > vocabulary.documents() / kNameShare) continue;
    found.push_back({std::move(spelling), 0});
  }
  NameDistances distances(word);
  const double farthest = farthest_of_one_name(word);  // if known, less than any tolerance
  const bool latin = is_latin(word), common = farthest < kNoName;
  if (farthest == kNoName) {
    for (std::string& other : with_other_vowels(word)) {
      const double distance = distances.to(other);
      if (vocabulary.word_frequency(other) > 0 && !is_common_word(other) &&
          may_be_one_name(word, other, distance))
        found.push_back({std::move(other), distance});
    }
  }
  const bool has_it = !latin && vocabulary.documents_with(word, word) > 0;
  for (const std::string& key : name_keys(word, farthest)) {
    const std::string list = vocabulary.words_of_key(key);
    for_each_word(list, [&](std::string_view other) {
      if (other == word) return;
      double most = common ? farthest : distances.tolerance(other, key);
      if (has_it) most = std::min(most, farthest_beside_own(word, other));
      const double distance = distances.to(other, most);
      if (distance > most || !may_be_one_name(word, other, distance)) return;
      if (distance > 0 && !latin &&
          (is_latin(other) ? is_another_english_word(other, word, common)
                           : common && is_form_of_another(other, word)))
        return;
      found.push_back({std::string(other), distance});
    });
  }
  nearest_first_each_once(found);
  return found;
}

// Beside a known word of a language with the article: a stem that the index has neither as a word
// nor behind the article, and the news hardly. It is the lemma of a list, and no name: mansik, of
// manasik "rites", is no Minsk; qasr, of qasran "by force", no kasr "fracture".
bool is_lemma_alone(std::string_view name, std::string_view word, const Vocabulary& vocabulary) {
  constexpr std::uint32_t kKnown = 10;
  if (vocabulary.word_frequency(name) > 0) return false;
  bool known = false;
  for (const Language* language : all_languages()) {
    if (language->count == nullptr) continue;
    if (language->count(name) >= kKnown) return false;
    if (language->article.empty()) continue;
    if (vocabulary.word_frequency(std::string(language->article).append(name)) > 0) return false;
    known = known || language->count(word) >= kKnown;
  }
  return known;
}

// Those of them that the index has, and that are not too far behind the nearest.
std::vector<Candidate> candidates_of(std::string_view word, TokenKind kind, SpellingsBy by,
                                     const Vocabulary& vocabulary) {
  std::vector<Candidate> found;
  double nearest = std::numeric_limits<double>::max();
  for (Candidate& near :
       by == SpellingsBy::list ? listed_names(word) : names_near(word, vocabulary)) {
    if (near.distance > nearest + kSlack) break;  // a cost is no less than the distance
    near.frequency = vocabulary.documents_with(near.text, near.text);
    if (near.frequency == 0 || is_lemma_alone(near.text, word, vocabulary)) continue;
    near.cost = cost_of(near, kind, vocabulary.documents());
    nearest = std::min(nearest, near.cost);
    found.push_back(std::move(near));
  }
  return found;
}

// Beside a nearer name a common word is none: benzema is no bi-nizam "with a system".
void leave_out_farther_words(std::vector<Candidate>& found) {
  double nearest = std::numeric_limits<double>::max();
  for (const Candidate& one : found) {
    if (one.distance < nearest && !is_common_word(one.text)) nearest = one.distance;
  }
  std::erase_if(found, [&](const Candidate& one) {
    return one.distance > nearest && is_common_word(one.text);
  });
}

std::vector<OtherSpelling> find_spellings(std::string_view word, TokenKind kind, SpellingsBy by,
                                          const Vocabulary& vocabulary) {
  std::vector<Candidate> found = candidates_of(word, kind, by, vocabulary);
  if (kind == TokenKind::word) leave_out_farther_words(found);
  if (found.empty()) return {};
  const double documents = vocabulary.documents();
  double commonest = 0;
  for (const Candidate& candidate : found) commonest = std::max(commonest, candidate.frequency);
  const double own = vocabulary.documents_with(word, word);
  std::ranges::sort(found, [](const Candidate& a, const Candidate& b) {
    return std::tie(a.cost, a.text) < std::tie(b.cost, b.text);
  });
  const double nearest = found.front().cost;
  // All spellings are one word and count as often: a slip of the pen in one article is no rare
  // word.
  const double likeliest = kind == TokenKind::foreign ? found.front().frequency : commonest;
  const double meant = rarity(own > 0 ? own : likeliest, documents);
  std::vector<OtherSpelling> spellings;
  for (Candidate& candidate : found) {
    if (spellings.size() == kMaxSpellings || candidate.cost > nearest + kSlack) break;
    double weight = (kind == TokenKind::foreign ? kLatinWeight : kNameWeight) *
                    (1.0 - std::min(0.8, candidate.distance)) *
                    std::min(1.0, meant / rarity(candidate.frequency, documents));
    // How likely each reading of a Latin word is; of another that the index has not, the commonest
    // is the likeliest.
    if (kind == TokenKind::foreign) {
      weight *= std::exp((nearest - candidate.cost) / kReadings);
    } else if (own == 0) {
      weight *= candidate.frequency / commonest;
    }
    spellings.push_back({std::move(candidate.text), weight});
  }
  return spellings;
}

// Whether WITH makes an adjective of the noun: one whose opposite is a compound. Ba-savad
// "literate" is one, as bi-savad; bamdad "dawn" is not, nobody is bi-medad "without a pencil".
bool has_opposite(std::string_view noun, const Language& language) {
  if (language.compound == nullptr) return false;
  const std::string opposite = std::string(kWithout).append(noun);
  const Piece word{.word = opposite};
  Compound compound;
  return language.compound({&word, 1}, compound) && !compound.parts.empty() &&
         compound.parts.front().to == kWithout.size();
}

// In how many articles of a language's sample both words stand, if that is left to chance; of the
// language where they are the most: sar is commoner in Persian "head" than in Arabic "secret".
double together_by_chance(std::string_view first, std::string_view second) {
  double most = 0;
  for (const Language* language : all_languages()) {
    if (language->count == nullptr) continue;
    const double both = static_cast<double>(language->count(first)) * language->count(second);
    most = std::max(most, both / kNewsArticles);
  }
  return most;
}

// sirilanka = siri lanka: of a name one part at least is a word of its own nowhere else, so the
// index alone tells. Wrong for: none known, since the parts have to stand side by side.
std::vector<std::string> name_written_apart(std::string_view word, const Language& language,
                                            const Vocabulary& vocabulary) {
  constexpr std::size_t kLeastOfPart = 3 * kLetter;
  if (farthest_of_one_name(word) < kNoName) return {};
  std::vector<std::string> best;
  Xapian::doccount best_documents = 0;
  for (std::size_t at = kLeastOfPart; at + kLeastOfPart <= word.size(); at += kLetter) {
    const std::string_view first = word.substr(0, at), second = word.substr(at);
    if (language.count(first) >= kMinPartCount && language.count(second) >= kMinPartCount) continue;
    if (is_stop_word(first, language) || is_stop_word(second, language)) continue;
    const Xapian::doccount documents =
        std::min(vocabulary.word_frequency(first), vocabulary.word_frequency(second));
    if (documents <= best_documents) continue;
    best_documents = documents;
    best = {std::string(first), std::string(second)};
  }
  return best;
}

}  // namespace

std::vector<OtherSpelling> spellings_of_name(std::string_view word, TokenKind kind,
                                             const Vocabulary& vocabulary, SpellingsBy by) {
  if (kind == TokenKind::number || count_code_points(word) < kMinLetters) return {};
  const auto find = [&] { return find_spellings(word, kind, by, vocabulary); };
  if (by == SpellingsBy::list) return find();
  return vocabulary.spellings(std::string(word), find);
}

std::vector<std::string> spellings_across(std::string_view word, bool guest,
                                          const Vocabulary& vocabulary) {
  constexpr Xapian::doccount kSlips = 3, kArticleIsUsual = 5;
  constexpr std::string_view kPersian = "\u0647\u0627\u06CC";  // HEH ALEF FARSI YEH
  constexpr std::string_view kArabic = "\u06CC\u06CC";         // both YEHs, folded
  constexpr std::string_view kYehEnd = "\u06CC";               // FARSI YEH
  std::vector<std::string> found;
  const Xapian::doccount own = vocabulary.word_frequency(word);
  const auto add = [&](std::string other, Xapian::doccount least) {
    if (letter_count(other) >= kMinLetters && vocabulary.word_frequency(other) > least)
      found.push_back(std::move(other));
  };
  for (const Language* language : all_languages()) {
    const std::string_view article = language->article;
    if (article.empty() || !guest) continue;
    if (!vocabulary.has_few_in(*language)) {
      if (word.ends_with(kYehEnd)) add(std::string(article).append(word), kArticleIsUsual * own);
    } else if (word.starts_with(article) && own <= kSlips) {
      add(std::string(word.substr(article.size())), own);
    }
  }
  if (own > kSlips) return found;
  for (const auto& [ending, other] : {std::pair(kPersian, kArabic), std::pair(kArabic, kPersian)}) {
    if (word.ends_with(ending))
      add(std::string(word.substr(0, word.size() - ending.size())).append(other), own);
  }
  return found;
}

std::string with_both_yehs(std::string_view word, const Vocabulary& vocabulary) {
  constexpr double kFarRarer = 10;
  constexpr std::size_t kLeastLetters = 6;
  constexpr std::string_view kOneYeh = "\u06CC", kUn = "\u0648\u0646", kIn = "\u06CC\u0646";
  if ((!word.ends_with(kIn) && !word.ends_with(kUn)) || letter_count(word) < kLeastLetters)
    return {};
  const std::string adjective =
      std::string(word.substr(0, word.size() - kIn.size())).append(kOneYeh);
  if (adjective.ends_with("\u06CC\u06CC")) return {};  // it has both
  std::string plural = adjective + std::string(word.substr(word.size() - kIn.size()));
  const double documents = vocabulary.word_frequency(plural);
  const bool far_commoner = documents >= kFarRarer * (1 + vocabulary.word_frequency(word));
  return far_commoner && vocabulary.word_frequency(adjective) > 0 ? plural : std::string();
}

std::vector<std::string> written_apart(std::string_view word, const Language& language,
                                       const Vocabulary& vocabulary) {
  if (language.count == nullptr || letter_count(word) < kMinSplitLetters) return {};
  for (const std::string_view owner : kOwners) {
    if (!word.starts_with(owner) || !word.substr(owner.size()).starts_with(kArticle)) continue;
    const std::string_view owned = word.substr(owner.size());
    if (vocabulary.word_frequency(owner) > 0 && vocabulary.word_frequency(owned) > 0)
      return {std::string(owner), std::string(owned)};
  }
  if (word.starts_with(kWith)) {
    const std::string_view noun = word.substr(kWith.size());
    if (vocabulary.word_frequency(kWith) > 0 && vocabulary.word_frequency(noun) > 0 &&
        has_opposite(noun, language))
      return {std::string(kWith), std::string(noun)};
  }
  std::vector<std::string> best;
  std::uint32_t best_count = kMinPartCount;
  const std::uint32_t own_count = language.count(word);
  const auto consider = [&](std::string_view first, std::string_view second, bool with_and) {
    const std::uint32_t count = std::min(language.count(first), language.count(second));
    if (count < (with_and ? kFarCommoner * own_count : own_count / kFarCommonerThanHalf)) return;
    if (is_stop_word(first, language) || is_stop_word(second, language)) return;
    if (count <= best_count || vocabulary.word_frequency(first) == 0 ||
        vocabulary.word_frequency(second) == 0)
      return;
    best_count = count;
    best = {std::string(first)};
    if (with_and) best.emplace_back(kAnd);
    best.emplace_back(second);
  };
  for (std::size_t at = 4; at + 6 <= word.size(); at += 2) {
    const std::string_view first = word.substr(0, at);
    const std::string_view second = word.substr(at);
    const auto may_be_short_part = [&] {
      return std::ranges::find(kShortFirstParts, first) != kShortFirstParts.end() ||
             together_by_chance(first, second) <= kMaxTogether;
    };
    if (at > 4 || may_be_short_part()) consider(first, second, false);
    if (second.starts_with(kAnd) && letter_count(second) > 2) {
      consider(first, second.substr(kAnd.size()), true);
    }
  }
  if (best.empty()) best = name_written_apart(word, language, vocabulary);
  return best;
}

std::string_view before_allah(std::string_view latin_word) {
  for (const std::string_view ending : {"ollah", "ullah", "allah", "olah", "ulah"}) {
    if (latin_word.ends_with(ending) && latin_word.size() >= ending.size() + 2) {
      return latin_word.substr(0, latin_word.size() - ending.size());
    }
  }
  return {};
}

bool is_name_particle(std::string_view latin_word) {
  constexpr std::array<std::string_view, 6> kParticles = {"al", "bin", "ben", "el", "abu", "ibn"};
  return std::ranges::find(kParticles, latin_word) != kParticles.end();
}

}  // namespace khabar
