// SPDX-License-Identifier: GPL-2.0-or-later
// Suggester: what a correction must be to be shown, and to be searched without asking.
#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <span>

#include "analyzers/listed_names.h"
#include "analyzers/utf8.h"
#include "searcher/function_words.h"
#include "searcher/suggestions.h"

namespace khabar {
namespace {

// One likely slip, and a word that is no slip itself.
constexpr Cost kSureCost = 60;
constexpr double kSureDocuments = 8;
// What stands in one to four documents may be their own slip. Alone, it finds these.
constexpr double kFewSlips = 4;
// A shorter word is as likely a name that is rare here: irma, no slip of amr.
constexpr std::size_t kMinSlipLetters = 5;
constexpr double kTimesCommoner = 100;
// What its stem may say, beside what Word::documents has of that, against a correction that nobody
// asked for.
constexpr double kMostByStem = 0.9;
// Of Option::context: four times the documents that chance gives.
constexpr double kSpeaksFor = 1;
// What is left behind a clitic, in letters: of a short rest it tells nothing.
constexpr std::size_t kMinRest = 4;
// A word in so many times as many documents, if the slip is a likely one.
constexpr double kFarCommoner = 30;
constexpr double kFarTogether = 5;
constexpr std::size_t kMinHintLetters = 5;
constexpr double kShortFarCommoner = 200;
constexpr double kStillRare = 3;  // times Vocabulary::common()
// Any letter for any other, the first or the last too; in a word of so many letters, if the near
// word stands in so many times as many documents as the next.
constexpr Cost kOneLetter = 130;
constexpr std::size_t kOneLetterLetters = 6;
constexpr double kFarAhead = 3;
constexpr double kOfNews = 4;  // documents for one of known_to_news()
constexpr std::size_t kNearWords = 8;
constexpr std::string_view kArabicTag = "ar";
// The article, alone and behind "with" and "and".
constexpr std::array<std::string_view, 3> kFronts = {
    "\u0627\u0644",        // ALEF LAM
    "\u0628\u0627\u0644",  // BEH ALEF LAM
    "\u0648\u0627\u0644",  // WAW ALEF LAM
};
// The same behind "for". Also "for" before a word in LAM: li-liverkuzin is of no yverkuzin.
constexpr std::string_view kLam = "\u0644", kForThe = "\u0644\u0644";
// -ha and -ha-ye. Not -i, which makes another word.
constexpr std::array<std::string_view, 2> kPlurals = {
    "\u0647\u0627",        // HEH ALEF
    "\u0647\u0627\u06CC",  // HEH ALEF FARSI YEH
};

// A dual that has lost its NOON before a genitive, of a noun in TEH MARBUTA that the news have:
// mahattata kahraba', "two power stations". Wrong for: a slip that makes such an ending.
bool is_before_genitive(std::string_view word, const Language& language) {
  constexpr std::string_view kDual = "\u062A\u0627";  // TEH ALEF
  constexpr std::string_view kHeh = "\u0647";         // TEH MARBUTA as it is folded
  if (language.article.empty() || language.stem == nullptr || !word.ends_with(kDual)) return false;
  std::string noun(word.substr(0, word.size() - kDual.size())), scratch;
  noun += kHeh;
  return is_news_word(noun) && language.stem(word, scratch) == noun;
}

// What no news sample has and may yet be right: a listed name, a form of a listed verb, a word of
// the news behind a clitic (bi-l-qurm "on the Crimea").
bool may_be_good(std::string_view word) {
  if (!listed_spellings(word).empty()) return true;
  return std::ranges::any_of(all_languages(), [&](const Language* language) {
    if (language->verb != nullptr && !language->verb(word).empty()) return true;
    return language->clitics != nullptr &&
           std::ranges::any_of(language->clitics->fronts, [&](std::string_view front) {
             if (!word.starts_with(front)) return false;
             const std::string_view rest = word.substr(front.size());
             return count_code_points(rest) >= kMinRest && is_news_word(rest);
           });
  });
}

bool has_one_other_letter(std::string_view word, std::string_view other) {
  const std::u32string letters = to_code_points(word), others = to_code_points(other);
  return letters.size() == others.size() &&
         std::inner_product(letters.begin(), letters.end(), others.begin(), 0, std::plus<>(),
                            std::not_equal_to<>()) == 1;
}

}  // namespace

bool Suggester::is_sure(std::size_t at, const Option& option) const {
  const auto replaced = std::span(words_).subspan(at, option.replaced);
  // istighlal, which no Persian article has, is an Arabic word.
  const auto is_good = [&](const Word& one) {
    return is_news_word(one.folded) ||
           std::ranges::any_of(languages_,
                               [&](const Language* language) {
                                 return is_before_genitive(one.folded, *language);
                               }) ||
           (option.context < kSpeaksFor && may_be_good(one.folded));
  };
  const auto is_slip = [&](const Word& one) {
    double frequency = vocabulary_.word_frequency(one.folded);
    if (frequency == 0) frequency = written_to_others(one);
    return frequency == 0 || (words_.size() > 1 && frequency <= kFewSlips &&
                              count_code_points(one.folded) >= kMinSlipLetters &&
                              option.documents >= kTimesCommoner * frequency);
  };
  // tubkiki "makes you cry" may be no slip of tafkik; articles have other forms of it.
  const auto may_be_form = [&](const Word& one) {
    return option.rank() + kMargin > explanation(0, one.documents + by_stems(one, kMostByStem));
  };
  // Beside a word that the index hardly knows nothing tells a name from a slip: rahaf al-qunun.
  const bool is_alone =
      context_of(at, at + option.replaced) == nullptr &&
      std::ranges::count_if(words_, [](const Word& one) { return !one.fixed; }) > 1;
  // What a blank parts or joins the search finds as typed.
  return option.words.size() == option.replaced && option.cost <= kSureCost && !is_alone &&
         option.documents >= kSureDocuments &&
         std::ranges::all_of(replaced,
                             [](const Word& one) { return one.kind == TokenKind::word; }) &&
         std::ranges::none_of(replaced, is_good) &&
         (option.replaced > 1 || !may_be_form(replaced.front())) &&
         std::ranges::any_of(replaced, is_slip);
}

// kwshr is as near to kawthar as to kishvar, and sipahn to sepahan as to sipah.
bool Suggester::is_doubtful(std::size_t at, const Option& option) const {
  constexpr std::size_t kLong = 7, kShort = 5;  // letters
  constexpr Cost kFarSlip = 75, kOneSlip = 95;
  if (option.reading || option.replaced != option.words.size()) return false;
  const std::string& typed = words_[at].folded;
  const std::string& meant = option.words.front();
  // Few slips are at the ends of a word: lubnan for bunan, which may be a name of tomorrow.
  if (option.documents < kSureDocuments && (meant.starts_with(typed) || meant.ends_with(typed)))
    return true;
  const std::size_t letters = count_code_points(typed);
  if (letters < kLong) return letters < kShort || option.cost > kFarSlip;
  return option.cost > kOneSlip && !has_one_other_letter(typed, meant);
}

// al-huthin, in a few articles by their own slip, for al-huthiyyin, which stands in a hundred times
// as many and is no form of the same stem. Wrong for: a rare name next to a common word.
std::optional<Suggester::Option> Suggester::far_commoner(std::size_t at) const {
  const Word& word = words_[at];
  if (word.fixed || word.kind != TokenKind::word) return std::nullopt;
  double typed = vocabulary_.word_frequency(word.folded);
  if (typed == 0) return std::nullopt;
  for (const std::string& stem : word.stems)
    typed = std::max<double>(typed, vocabulary_.stem_frequency(stem));
  const std::size_t letters = count_code_points(word.folded);
  if (typed > kStillRare * vocabulary_.common() || letters < kMinHintLetters) return std::nullopt;
  // A short word is soon another one.
  const double far = letters == kMinHintLetters ? kShortFarCommoner : kFarCommoner;
  const double news = std::max(1.0, news_count(word.folded));
  const Word* const other = context_of(at, at + 1);
  const double typed_together = other == nullptr ? 0 : together(word.folded, other->folded);
  std::optional<Option> best;
  for (NearWord& near : near_words(word.folded, vocabulary_, kNearWords)) {
    const double documents = vocabulary_.word_frequency(near.word);
    if (documents < far * typed || news_count(near.word) < kFarCommoner * news ||
        !may_mean(word, near.word))
      continue;
    Option option{.words = {near.word}, .cost = near.cost, .documents = documents};
    // The rest of the query tells the two apart.
    if (other != nullptr && add_context(*other, option) < kFarTogether * typed_together) continue;
    if (option.rank() > explanation(0, typed)) continue;
    if (!best || option.rank() < best->rank()) best = std::move(option);
  }
  return best;
}

// One letter of a long word, whichever it is, where no document has the word, no other word of the
// query finds any, and one word is far commoner than all that are as near: perspoklis -> perspolis,
// tilhsun -> tilirsun. Wrong for: a long name that the news has never had beside a common one.
std::optional<Suggester::Option> Suggester::one_letter(std::size_t at) const {
  const Word& word = words_[at];
  const std::size_t letters = count_code_points(word.folded);
  if (word.fixed || word.kind != TokenKind::word || letters < kOneLetterLetters ||
      word.acronym != Acronym::none || is_news_word(word.folded) || may_be_good(word.folded) ||
      vocabulary_.word_frequency(word.folded) > 0 || by_stems(word, 1) > 0 ||
      written_to_others(word) > 0 || context_of(at, at + 1) != nullptr)
    return std::nullopt;
  std::optional<Option> best;
  double second = 0;
  for (const NearWord& near : near_words(word.folded, vocabulary_, kNearWords)) {
    if (near.cost > kOneLetter || !may_mean(word, near.word)) continue;
    const double documents =
        vocabulary_.word_frequency(near.word) + kOfNews * known_to_news(news_count(near.word));
    if (best && documents <= best->documents) {
      second = std::max(second, documents);
      continue;
    }
    if (best) second = best->documents;
    best = Option{.words = {near.word}, .cost = near.cost, .documents = documents};
  }
  if (!best || best->documents < kSureDocuments || best->documents < kFarAhead * second)
    return std::nullopt;
  return best;
}

// Articles may have a good word only with what is written to it: tilifun behind the article,
// Persian nouns before their plural. The search finds it there. Wrong for: a slip that an article
// has so.
double Suggester::written_to_others(const Word& word) const {
  if (word.kind != TokenKind::word || count_code_points(word.folded) < kMinRest) return 0;
  double documents = 0;
  for (const Language* language : languages_) {
    if (language->tag == kArabicTag) {
      for (const std::string_view front : kFronts)
        documents += vocabulary_.word_frequency(std::string(front) + word.folded);
      if (vocabulary_.word_frequency(std::string(kLam) + word.folded) == 0)
        documents += vocabulary_.word_frequency(std::string(kForThe) + word.folded);
    } else {
      for (const std::string_view ending : kPlurals)
        documents += vocabulary_.word_frequency(word.folded + std::string(ending));
    }
  }
  return documents;
}

// A slip of the articles themselves is not what was meant but the word that it is a slip of:
// awrdughan -> not arudghan, in a few, but ardughan. Wrong for: a rare name near a common word.
void Suggester::take_usual(Option& option) const {
  if (option.words.size() != 1 || option.replaced != 1 || option.reading ||
      option.documents >= vocabulary_.common())
    return;
  for (NearWord& near : near_words(option.words.front(), vocabulary_, kNearWords)) {
    const double documents = vocabulary_.word_frequency(near.word);
    if (near.cost > kSureCost || documents < kFarCommoner * option.documents) continue;
    option.words.front() = std::move(near.word);
    option.documents = documents;
    return;
  }
}

// barayi "for" is no better than rubayi, which a few documents have; a short one, as wa-fi, is near
// to all that is short. Nor is fal-jara'im a slip of wal-jara'im: an Arabic word is as good with
// either "and". Wrong for: fazir for wazir.
bool Suggester::may_mean(const Word& typed, const std::string& near) const {
  constexpr std::size_t kShort = 3;  // letters
  const auto behind_and = [](std::string_view word) {
    constexpr std::string_view kWaw = "\u0648", kFeh = "\u0641";
    const bool found = word.starts_with(kWaw) || word.starts_with(kFeh);
    return found ? word.substr(kWaw.size()) : std::string_view();
  };
  if (!behind_and(near).empty() && behind_and(near) == behind_and(typed.folded)) return false;
  if (count_code_points(near) <= kShort && (is_small_word(near) || is_small_word(behind_and(near))))
    return false;
  return vocabulary_.word_frequency(typed.folded) == 0 || !is_function_word(near, languages_);
}

void Suggester::fix_values(const std::vector<QueryFault>& faults) {
  constexpr std::size_t kQuoteBytes = 2;
  for (const QueryFault& fault : faults) {
    if (fault.kind != NoteKind::unknown_field) continue;
    const auto value =
        std::ranges::find_if(words_, [&](const Word& word) { return word.begin >= fault.end; });
    if (value != words_.end() && value->begin <= fault.end + kQuoteBytes) value->fixed = true;
  }
}

}  // namespace khabar
