// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_stemmer.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include "analyzers/affixes.h"
#include "analyzers/arabic_affixes.h"
#include "analyzers/arabic_endings.h"
#include "analyzers/arabic_hamzas.h"
#include "analyzers/arabic_lexicon.h"
#include "analyzers/arabic_plurals.h"
#include "analyzers/arabic_verb_forms.h"

namespace khabar {
namespace {

// Folded letters by code point: YEH is FARSI YEH U+06CC, KAF is KEHEH U+06A9, TEH MARBUTA is HEH
// U+0647.
constexpr std::string_view kAlef = "\u0627";
constexpr std::string_view kYeh = "\u06CC";
constexpr std::string_view kWaw = "\u0648";
constexpr std::string_view kHeh = "\u0647";
constexpr std::string_view kArticle = "\u0627\u0644";
constexpr std::string_view kBeh = "\u0628";
constexpr std::string_view kFeh = "\u0641";
constexpr std::string_view kMeem = "\u0645";
// What a particle with a pronoun stands under in data/ar/function_words.txt: HEH WAW "he".
constexpr std::string_view kPronoun = "\u0647\u0648";

using Steps = std::vector<StemStep>;

constexpr std::string_view kStays = "stays whole: ";
constexpr std::string_view kStaysWhole = "stays whole: a listed word";
constexpr std::string_view kNoArticle = "stays whole: the article goes before no particle";
constexpr std::string_view kMasdar = "stays whole: a masdar, by its hamza";

// Strings of the functions are thread_local, so that their memory is used again: no function here
// calls itself.
class Stemmer {
 public:
  explicit Stemmer(const ArabicLexicon& lexicon)
      : lexicon_(lexicon), verbs_(lexicon), proclitics_(arabic_proclitics()) {}

  void stem(std::string_view word, TypedLetter alef, std::string& stemmed, Steps* steps) const;

 private:
  bool known_noun(std::string_view word) const {
    return lexicon_.is_whole(word) || !lexicon_.irregular(word).empty() ||
           lexicon_.verb(word) == word;
  }
  bool take_function_word(std::string& word) const;
  Before strip_proclitics(std::string& word, TypedLetter& alef) const;
  bool proclitic_holds(const Proclitic& proclitic, std::string_view word,
                       std::string_view rest) const;
  bool is_whole_with_ending(std::string_view word) const;
  bool is_behind_no_article(std::string_view rest, const TypedLetter& alef) const;
  bool noun_holds(std::string_view word, std::string_view rest) const;
  bool take_whole(std::string& word) const;
  bool take_his(std::string& word) const;
  bool take_short_noun(std::string& word) const;
  bool take_conjunction(std::string& word, TypedLetter& alef) const;
  bool is_own_behind_conjunction(const Proclitic& proclitic, std::string_view word) const;
  bool is_preposition_with_pronoun(std::string_view word, std::string_view rest) const;
  void strip_unknown(std::string& word, const TypedLetter& alef) const;
  std::string_view reduce(std::string& word, const TypedLetter& alef, Before& before,
                          bool& done) const;

  const ArabicLexicon& lexicon_;
  const ArabicVerbForms verbs_;
  const std::vector<Proclitic> proclitics_;
};

float as_float(std::uint32_t count) { return static_cast<float>(count); }

// Function words, also behind WAW and FEH: wa-alladhi, fa-hadha; and but for pronouns behind BEH,
// LAM and KAF: li-hadha.
bool Stemmer::take_function_word(std::string& word) const {
  constexpr std::string_view kFronts[] = {"",       "\u0648", "\u0641",       "\u0628",
                                          "\u0644", "\u06A9", "\u0648\u0628", "\u0648\u0644"};
  constexpr std::size_t kConjunctions = 3;  // and nothing: the first of kFronts
  for (std::size_t i = 0; i < std::size(kFronts); ++i) {
    const std::string_view front = kFronts[i];
    if (!word.starts_with(front)) continue;
    const std::string_view rest = std::string_view(word).substr(front.size());
    const std::string_view head = lexicon_.function_word(rest);
    if (head.empty()) continue;
    if (i >= kConjunctions && (head == kPronoun || letter_count(rest) < 3)) continue;
    word.assign(head);
    return true;
  }
  return false;
}

// What an article leaves is attested or a listed plural (al-adahi), or its feminine is (al-tali, of
// which taliya), or what is left without an ending (al-sharqiyyin), or it is seen behind LAM LAM.
bool Stemmer::noun_holds(std::string_view word, std::string_view rest) const {
  if (lexicon_.is_name_with_article(rest)) return true;
  if (lexicon_.is_whole(rest) && lexicon_.count(word) >= lexicon_.count(rest)) return true;
  const std::uint32_t rest_count = lexicon_.count(rest);
  if (rest_count >= ArabicLexicon::kMinDocuments) {
    return as_float(rest_count) >= kArticleRatio * as_float(lexicon_.count(word));
  }
  if (lexicon_.count("\u0644\u0644", rest) + lexicon_.count(rest, kHeh) > 0) return true;
  if (!lexicon_.irregular(rest).empty()) return true;
  thread_local std::string base;
  base = rest;
  return letter_count(rest) >= 5 && strip_arabic_ending(lexicon_, base) != nullptr;
}

// al-bunn "coffee" is no bin "son of" behind the article. A typed ALEF is another word's: al-ali
// "automatic", alfay "two thousand". Nor alwanu-ha "its colours", of wa-anna-ha.
bool Stemmer::is_behind_no_article(std::string_view rest, const TypedLetter& alef) const {
  return !alef.is_known() && lexicon_.is_particle(rest) && !lexicon_.is_name_with_article(rest) &&
         !lexicon_.is_listed_with_pronoun(rest);
}

// iltizamat "duties", of the whole word iltizam.
bool Stemmer::is_whole_with_ending(std::string_view word) const {
  thread_local std::string base;
  base = word;
  return strip_arabic_ending(lexicon_, base) != nullptr && lexicon_.is_whole(base);
}

// BEH or WAW before a noun with a pronoun, where the noun without it is far commoner: bi-aswati-him
// -> aswat, wa-dawahi-ha -> dawahi.
bool Stemmer::is_preposition_with_pronoun(std::string_view word, std::string_view rest) const {
  constexpr std::uint32_t kFarCommoner = 5;
  constexpr std::size_t kMinLetters = 4;
  // HEH, HEH ALEF, HEH MEEM.
  if (!rest.ends_with(kHeh) && !rest.ends_with("\u0647\u0627") && !rest.ends_with("\u0647\u0645")) {
    return false;
  }
  if (lexicon_.is_listed(word) || lexicon_.takes_article(word)) return false;
  thread_local std::string base;
  base = word;
  if (strip_arabic_ending(lexicon_, base) != nullptr && lexicon_.takes_article(base)) return false;
  base = rest;
  const Ending* const ending = strip_arabic_ending(lexicon_, base);
  return ending != nullptr && ending->kind == EndingKind::pronoun &&
         letter_count(base) >= kMinLetters && lexicon_.takes_article(base) &&
         lexicon_.count_noun(base) >= kFarCommoner * lexicon_.count(word);
}

// Behind "and" and "so" the next letter is the word's own where the word takes the article without
// them, or is listed, or has an ending that comes off so: wa-kamil, wa-sa'adat, wa-liqa'i-hi.
bool Stemmer::is_own_behind_conjunction(const Proclitic& proclitic, std::string_view word) const {
  if (proclitic.min_ratio <= kArticleRatio || letter_count(proclitic.affix) < 2 ||
      (!word.starts_with(kWaw) && !word.starts_with(kFeh))) {
    return false;
  }
  const std::string_view behind = word.substr(kWaw.size());
  if (lexicon_.is_listed(behind) || lexicon_.takes_article(behind)) return true;
  // Not wa-sa-tara "and you will see", beside sitr.
  if (proclitic.before == Before::verb && proclitic.replacement != kAlef) return false;
  thread_local std::string base;
  base = behind;
  return strip_arabic_ending(lexicon_, base) != nullptr && lexicon_.takes_article(base);
}

bool Stemmer::proclitic_holds(const Proclitic& proclitic, std::string_view word,
                              std::string_view rest) const {
  const bool article = proclitic.min_ratio <= kArticleRatio;
  if (letter_count(rest) < (article ? 2U : 3U)) return false;
  if (is_own_behind_conjunction(proclitic, word)) return false;
  if (proclitic.affix != "\u0627\u0644" && lexicon_.takes_article(word)) return false;
  if (article) {
    if (proclitic.replacement.empty() && lexicon_.is_listed_with_pronoun(rest)) return false;
    // lil-munaqasha, not of li-munaqasha, which is common, too.
    if (!proclitic.replacement.empty() && !lexicon_.takes_article(rest) &&
        !lexicon_.is_listed(rest) &&
        lexicon_.takes_article(rest.substr(proclitic.replacement.size()))) {
      return false;
    }
    return (lexicon_.is_listed(rest) || !is_whole_with_ending(word)) && noun_holds(word, rest);
  }
  if (lexicon_.function_word(rest) == kPronoun) return false;  // kulli-ha, not ka-la-ha
  // Not with ALEF, which may be the noun's or a verb's own: sakin, sa'ad.
  if (proclitic.before == Before::verb && proclitic.replacement != kAlef &&
      !verbs_.present_of_future(rest).empty()) {
    return true;
  }
  const std::string_view past = lexicon_.verb(rest);
  if (proclitic.before == Before::verb && proclitic.replacement != kYeh && past.empty() &&
      !verbs_.is_rare_form(rest, word)) {
    return false;
  }
  // BEH and KAF before a noun only: batat is not bi-atat.
  if (proclitic.before == Before::noun && !past.empty() && past != rest &&
      !lexicon_.takes_article(rest)) {
    return false;
  }
  if (proclitic.before == Before::verb) {
    // Not sayyidi, nor sa-adat: the past takes no SEEN.
    if (past.empty()) {
      if (letter_count(rest) < 4) return false;
    } else if (past != rest) {
      const std::size_t weak = past.ends_with(kYeh) ? kYeh.size() : 0;
      if (rest.starts_with(past.substr(0, past.size() - weak))) return false;
    }
  }
  // No preposition before "and": bushahr is not bi-wa-shahr.
  const bool preposition = proclitic.before == Before::noun || proclitic.affix.ends_with("\u0644");
  if (preposition && rest.starts_with(kWaw) && !lexicon_.takes_article(rest) &&
      !lexicon_.is_listed(rest) && !lexicon_.takes_preposition(rest)) {
    return false;
  }
  const std::uint32_t rest_count = lexicon_.count_noun(rest);
  // What BEH or LAM go before has none of its own, nor "and" and "so": wasfu-hu "his account"
  // (bi-wasfi-hi), not wa-sifa; kooper. LAM LAM is an article's. The commoner rest is likelier:
  // lurusiya.
  if (!proclitic.affix.starts_with("\u0644") && rest_count < lexicon_.count(word) && past.empty() &&
      lexicon_.takes_preposition(word))
    return false;
  // A listed name that the news do not have: wa-sanandaj.
  if (rest_count < ArabicLexicon::kMinDocuments && lexicon_.is_whole(rest)) {
    return lexicon_.count(word) < ArabicLexicon::kMinDocuments;
  }
  const bool alone = proclitic.affix == kWaw;
  const bool with = alone || proclitic.affix.ends_with(kBeh);
  if (rest_count < ArabicLexicon::kMinDocuments) {
    if (proclitic.before != Before::noun && verbs_.is_rare_form(rest, word)) return true;
    return with && is_preposition_with_pronoun(word, rest);
  }
  // A set phrase is commoner than its noun (bi-sha'n "regarding"), and "and he added" than "he
  // added".
  const bool likely = lexicon_.is_listed(rest) ||
                      ((proclitic.before == Before::noun || (alone && letter_count(rest) > 4)) &&
                       lexicon_.takes_article(rest));
  const float trust = !past.empty() ? 50.0F : likely ? 5.0F : 1.0F;
  const float ratio = proclitic.min_ratio / trust;
  if (as_float(rest_count) < ratio * as_float(lexicon_.count(word))) {
    return with && is_preposition_with_pronoun(word, rest);
  }
  // The first letter is the word's own where the word without its ending takes the article:
  // wujud-hu, not wa-juda; but wa-'uyun, a listed plural.
  thread_local std::string base;
  base = word;
  return !lexicon_.irregular(rest).empty() || strip_arabic_ending(lexicon_, base) == nullptr ||
         !lexicon_.takes_article(base) || lexicon_.count_noun(base) <= rest_count;
}

// Whether an ALEF that is the word's own, by its HAMZA or MADDA, would go: alwan "colours" has no
// article.
bool takes_own_alef(const Proclitic& proclitic, const TypedLetter& alef) {
  return proclitic.affix.size() - proclitic.replacement.size() > alef.at;
}

Before Stemmer::strip_proclitics(std::string& word, TypedLetter& alef) const {
  thread_local std::string rest;
  thread_local std::string best;
  best.clear();
  const Proclitic* chosen = nullptr;
  bool best_known = false;
  std::uint32_t best_count = 0;
  for (const Proclitic& proclitic : proclitics_) {
    if (!has_prefix(word, proclitic.affix) || takes_own_alef(proclitic, alef)) continue;
    rest = proclitic.replacement;
    rest.append(word, proclitic.affix.size());
    if (!proclitic_holds(proclitic, word, rest)) continue;
    if (proclitic.min_ratio <= kArticleRatio && is_behind_no_article(rest, alef)) continue;
    // A listed word is the likelier: wa-almaniya, not wal-maniya. Then the longest proclitic, but
    // for a rest twice as common: wa-bikin, not wa-bi-kin. Then the commoner rest.
    const bool rest_known =
        proclitic.before == Before::noun ? known_noun(rest) : lexicon_.is_listed(rest);
    const std::uint32_t count = lexicon_.count(rest);
    if (chosen != nullptr) {
      if (best_known && !rest_known) continue;
      const bool shorter = proclitic.affix.size() < chosen->affix.size();
      const bool commoner = count > (shorter ? 2 * best_count : best_count);
      if (best_known == rest_known && (!commoner || (shorter && !rest_known))) continue;
    }
    chosen = &proclitic;
    best_known = rest_known;
    best_count = count;
    best = rest;
  }
  if (chosen == nullptr) return Before::any;
  if (alef.is_known()) alef.at -= static_cast<std::uint32_t>(word.size() - best.size());
  std::string_view present;  // behind the future's SEEN
  if (chosen->before == Before::verb) present = verbs_.present_of_future(best);
  word = present.empty() ? std::string_view(best) : present;
  return chosen->before;
}

// A whole word with a pronoun or the accusative, which may look like a verb: insan-an is no form of
// nasiya.
bool Stemmer::take_whole(std::string& word) const {
  for (const std::string_view ending : {"\u0627", "\u0647\u0627", "\u0647\u0645", "\u0646\u0627"}) {
    if (!has_suffix(word, ending) || letter_count(word) < 3 + letter_count(ending)) continue;
    const std::string_view base = std::string_view(word).substr(0, word.size() - ending.size());
    if (ending == kAlef && base.ends_with(kHeh)) continue;  // TEH MARBUTA takes no ALEF: kitab-ha
    if (!lexicon_.is_whole(base) || lexicon_.verb(base) == base ||
        lexicon_.takes_preposition(word) ||
        (ending == kAlef && !lexicon_.may_be_accusative(base)) ||
        (ending != kAlef && verbs_.is_feminine_before_pronoun(base))) {
      continue;
    }
    word.resize(base.size());
    return true;
  }
  return false;
}

// "His" on a noun of two consonants that is far commoner, where the word has no article, as one in
// TEH MARBUTA has: nassu-hu, zannu-hu; not sana, umma. Wrong for: 'idda "several".
bool Stemmer::take_his(std::string& word) const {
  constexpr std::uint32_t kFarCommoner = 5;
  if (letter_count(word) != 3 || !word.ends_with(kHeh) || lexicon_.is_listed(word)) return false;
  const std::string_view noun = std::string_view(word).substr(0, word.size() - kHeh.size());
  if (lexicon_.count(kArticle, word) > 0 || !lexicon_.takes_article(noun) ||
      lexicon_.count_noun(noun) < kFarCommoner * lexicon_.count(word) ||
      !lexicon_.function_word(noun).empty() || lexicon_.is_feminine_noun(noun)) {
    return false;
  }
  word.resize(noun.size());
  return true;
}

// A letter before a noun of two consonants: bi-haqq, li-hall. The noun is commoner, and the word
// never seen with the article: walad, lahm stay. Wrong for: labith "stayed", beside bathth.
bool Stemmer::take_short_noun(std::string& word) const {
  if (lexicon_.takes_article(word)) return false;
  // WAW, FEH, BEH, LAM.
  for (const std::string_view front : {"\u0648", "\u0641", "\u0628", "\u0644"}) {
    if (!word.starts_with(front)) continue;
    const std::string_view rest = std::string_view(word).substr(front.size());
    for (const std::string_view vowel : {kAlef, kWaw, kYeh}) {
      if (rest.starts_with(vowel) || rest.ends_with(vowel)) return false;
    }
    if (!lexicon_.takes_article(rest) || lexicon_.count_noun(rest) < lexicon_.count(word) ||
        !lexicon_.function_word(rest).empty()) {
      return false;
    }
    word.erase(0, front.size());
    return true;
  }
  return false;
}

// "And" or "so" before a typed ALEF with HAMZA: no noun has WAW there, and few have FEH (fa's
// "axe"): wa-a'adda, fa-adda "so he led to", which are not wa'id and the name Fadi.
bool Stemmer::take_conjunction(std::string& word, TypedLetter& alef) const {
  if (alef.at != kWaw.size() || letter_count(word) < 3) return false;
  const std::string_view rest = std::string_view(word).substr(kWaw.size());
  const bool listed = lexicon_.is_listed(rest) || !lexicon_.function_word(rest).empty();
  const bool holds =
      word.starts_with(kWaw)
          ? listed || (letter_count(rest) > 2 && lexicon_.count(rest) >= ArabicLexicon::kMinDocuments)
          : word.starts_with(kFeh) && letter_count(rest) > 2 && !lexicon_.verb(rest).empty();
  if (!holds) return false;
  word.erase(0, kWaw.size());
  alef.at = 0;
  return true;
}

// One step towards the stem, and what was done; empty where nothing was. `done`: no step follows.
std::string_view Stemmer::reduce(std::string& word, const TypedLetter& alef, Before& before,
                                 bool& done) const {
  done = true;
  const std::string_view listed = listed_with_alef(word, alef);
  if (!listed.empty() && (before != Before::noun || lexicon_.verb(listed) != listed ||
                          lexicon_.takes_article(listed))) {
    word = listed;
    return "by the list of words that a hamza tells";
  }
  if (is_masdar_by_alef(word, alef) && !lexicon_.is_rare_spelling(word)) return kMasdar;
  done = false;
  if (const std::string_view lemma = lexicon_.irregular(word); !lemma.empty()) {
    const bool spelling = lexicon_.is_rare_spelling(word);
    word = lemma;
    before = Before::noun;
    return spelling ? "the usual spelling of the word"
                    : "by the list of broken plurals and irregular forms";
  }
  done = true;
  if (lexicon_.is_whole(word)) return kStaysWhole;
  if (word.starts_with(kArticle) &&
      is_behind_no_article(std::string_view(word).substr(kArticle.size()), alef))
    return kNoArticle;
  if (take_whole(word)) return "an ending off a listed word";
  if (before != Before::noun && verbs_.take(word)) return "the past: a listed verb's form";
  if (letter_count(word) < 4) return take_his(word) ? "a pronoun off its end" : "";
  if (before != Before::noun && verbs_.take_by_pattern(word)) return "the past, as the news has it";
  done = false;
  if (singular_by_pattern(lexicon_, word)) {
    before = Before::noun;
    return "a broken plural by its pattern: the news has the singular";
  }
  const Ending* const ending = strip_arabic_ending(lexicon_, word);
  if (ending == nullptr && take_defective(lexicon_, word)) {
    before = Before::noun;
    return "the indefinite of a noun in YEH";
  }
  done = ending == nullptr;
  if (done) return {};
  const bool dual_of_verb = ending->kind == EndingKind::accusative && word.starts_with(kYeh);
  const bool may_be_of_verb =
      ending->replacement.empty() &&
      (ending->kind == EndingKind::pronoun || ending->kind == EndingKind::feminine || dual_of_verb);
  if (!may_be_of_verb) before = Before::noun;
  return name_of(ending->kind);
}

void note(Steps* steps, std::string_view output, std::string_view reason) {
  if (steps != nullptr && !reason.empty()) {
    steps->push_back({std::string(output), std::string(reason)});
  }
}

void Stemmer::stem(std::string_view word, TypedLetter alef, std::string& stemmed,
                   Steps* steps) const {
  constexpr int kMaxSteps = 5;
  stemmed = word;
  if (take_conjunction(stemmed, alef)) {
    note(steps, stemmed, "what is written before the word off");
    word.remove_prefix(kWaw.size());
  }
  const bool listed = !listed_with_alef(word, alef).empty();
  if (!listed && lexicon_.function_word(word).empty() && lexicon_.is_whole(word) &&
      !lexicon_.is_rare_spelling(word)) {
    return note(steps, stemmed, kStaysWhole);
  }
  if (!listed && take_function_word(stemmed)) {
    return note(steps, stemmed, "the head of a family of function words");
  }
  if (letter_count(word) == 3 && !lexicon_.is_listed(word) && verbs_.take_behind_and(stemmed)) {
    return note(steps, stemmed, "\"and\" off a short verb");
  }
  if (letter_count(word) == 3 && !lexicon_.is_listed(word) && take_short_noun(stemmed)) {
    note(steps, stemmed, "what is written before a short noun off");
  }
  Before before = Before::any;
  bool may_have_proclitic = true;
  bool done = false;
  for (int step = 0; step < kMaxSteps && !done; ++step) {
    // Also once a pronoun is off: bi-i'tibar-ha.
    if (may_have_proclitic && letter_count(stemmed) >= 4 && !lexicon_.is_listed(stemmed)) {
      const std::size_t size = stemmed.size();
      const Before behind = strip_proclitics(stemmed, alef);
      may_have_proclitic = stemmed.size() == size;
      if (before == Before::any) before = behind;
      if (!may_have_proclitic) note(steps, stemmed, "what is written before the word off");
    }
    const std::string_view reason = reduce(stemmed, alef, before, done);
    if (!done || step == 0 || !reason.starts_with(kStays)) note(steps, stemmed, reason);
  }
  const std::size_t size = stemmed.size();
  if (lexicon_.is_listed(stemmed) || !lexicon_.verb(stemmed).empty()) return;
  strip_unknown(stemmed, alef);
  if (stemmed.size() != size)
    note(steps, stemmed, "the article or plural off a word that is new without");
}

// A word of which no rule held, that the news has nowhere or with the article alone: the article
// goes with what is written before it, then of a new word the plural in -at, and of a participle
// its feminine and, behind an article, the plural in -in and -un. al-buldwzarat -> buldwzar,
// mutahawwira -> mutahawwir, al-munaqqibin -> munaqqib, al-ghamidi -> ghamidi. Wrong for: foreign
// names in ALEF LAM (alexis), in query and article alike.
void Stemmer::strip_unknown(std::string& word, const TypedLetter& alef) const {
  constexpr std::size_t kMinLetters = 4;  // that remain
  constexpr std::size_t kShortest = 3;    // behind ALEF LAM alone, which the news have: al-balah
  const bool is_new = lexicon_.count(word) == 0;
  const auto has_article = [&](const Proclitic& proclitic) {
    if (!has_prefix(word, proclitic.affix)) return false;
    // Not before YEH, as in alex.
    const bool alone = !is_new && proclitic.affix == kArticle &&
                       word.compare(kArticle.size(), kYeh.size(), kYeh) != 0;
    return proclitic.min_ratio <= kArticleRatio && proclitic.replacement.empty() &&
           !takes_own_alef(proclitic, alef) &&
           letter_count(word) >=
               letter_count(proclitic.affix) + (alone ? kShortest : kMinLetters);
  };
  bool with_article = false;
  // Again where the word itself begins so: al-iliktrud, whose own letters go in iliktrud, too.
  for (;;) {
    if (lexicon_.count(kArticle, word) > 0) break;  // al-alman: they are the word's own
    const auto found = std::find_if(proclitics_.begin(), proclitics_.end(), has_article);
    if (found == proclitics_.end()) break;
    const std::string_view rest = std::string_view(word).substr(found->affix.size());
    if (!is_new && lexicon_.count(rest) >= ArabicLexicon::kMinDocuments) break;
    word.erase(0, found->affix.size());
    with_article = true;
  }
  if (!is_new) return;
  // ALEF TEH, HEH, YEH NOON, WAW NOON.
  for (const std::string_view ending : {"\u0627\u062A", "\u0647", "\u06CC\u0646", "\u0648\u0646"}) {
    const std::size_t letters = letter_count(ending) + kMinLetters;
    if (!has_suffix(word, ending) || letter_count(word) < letters) continue;
    const bool participle = word.starts_with(ending == kHeh ? "\u0645\u062A" : kMeem) &&
                            (with_article || ending == kHeh);
    if ((participle || ending.ends_with("\u062A")) && lexicon_.count_noun(word) == 0) {
      word.resize(word.size() - ending.size());
    }
    return;
  }
}

const Stemmer& stemmer() {
  static const Stemmer one(ArabicLexicon::get());
  return one;
}

}  // namespace

std::string_view stem_arabic(std::string_view word, const TypedLetter& alef, std::string& scratch) {
  stemmer().stem(word, alef, scratch, nullptr);
  return scratch;
}

std::vector<StemStep> explain_arabic_stem(std::string_view word, const TypedLetter& alef) {
  Steps steps;
  std::string stemmed;
  stemmer().stem(word, alef, stemmed, &steps);
  return steps;
}

}  // namespace khabar
