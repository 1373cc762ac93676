// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_proclitics.h"

#include <algorithm>
#include <cstdint>

#include "analyzers/affixes.h"
#include "analyzers/arabic_endings.h"
#include "analyzers/arabic_letters.h"
#include "analyzers/arabic_plurals.h"
#include "analyzers/arabic_steps.h"

namespace khabar {
namespace {

using namespace arabic_letters;

// Whether an ALEF that is the word's own, by its HAMZA or MADDA, would go: alwan "colours" has no
// article.
bool takes_own_alef(const Proclitic& proclitic, const TypedLetter& alef) {
  return proclitic.affix.size() - proclitic.replacement.size() > alef.at;
}

}  // namespace

ArabicProclitics::ArabicProclitics(const ArabicLexicon& lexicon, const ArabicVerbForms& verbs)
    : lexicon_(lexicon), verbs_(verbs), proclitics_(arabic_proclitics()) {}

bool ArabicProclitics::known_noun(std::string_view word) const {
  return lexicon_.is_whole(word) || !lexicon_.irregular(word).empty() ||
         lexicon_.verb(word) == word;
}

// What an article leaves is attested or a listed plural (al-adahi), or its feminine is (al-tali, of
// which taliya), or what is left without an ending (al-sharqiyyin), or it is seen behind LAM LAM.
bool ArabicProclitics::noun_holds(std::string_view word, std::string_view rest) const {
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

bool ArabicProclitics::is_behind_no_article(std::string_view rest, const TypedLetter& alef) const {
  return !alef.is_known() && lexicon_.is_particle(rest) && !lexicon_.is_name_with_article(rest) &&
         !lexicon_.is_listed_with_pronoun(rest);
}

// iltizamat "duties", of the whole word iltizam.
bool ArabicProclitics::is_whole_with_ending(std::string_view word) const {
  thread_local std::string base;
  base = word;
  return strip_arabic_ending(lexicon_, base) != nullptr && lexicon_.is_whole(base);
}

// BEH or WAW before a noun with a pronoun, where the noun without it is far commoner: bi-aswati-him
// -> aswat, wa-dawahi-ha -> dawahi.
bool ArabicProclitics::is_particle_with_pronoun(std::string_view word,
                                                std::string_view rest) const {
  constexpr std::uint32_t kFarCommoner = 3, kShortCommoner = 50;
  constexpr std::size_t kMinLetters = 4;
  // HEH, HEH ALEF, HEH MEEM; WAW, and ALEF TEH YEH "my".
  const bool of_people = rest.ends_with(kWaw) && rest.starts_with(kMeem);  // wa-muhafizu
  if (!of_people && !rest.ends_with(kHeh) && !rest.ends_with("\u0647\u0627") &&
      !rest.ends_with("\u0647\u0645") && !rest.ends_with("\u0627\u062A\u06CC")) {
    return false;
  }
  if (lexicon_.is_listed(word) || lexicon_.takes_article(word)) return false;
  thread_local std::string base;
  base = word;
  if (strip_arabic_ending(lexicon_, base) != nullptr && lexicon_.takes_article(base)) return false;
  base = rest;
  const Ending* const ending = strip_arabic_ending(lexicon_, base);
  if (ending == nullptr) return false;
  const bool plural = base.ends_with("\u0627\u062A");  // wa-mu'alajati-hi
  const bool his = ending->affix == kHeh && (plural || !is_adjective_pattern(base));
  const bool construct = ending->kind == EndingKind::construct &&
                         (of_people || letter_count(ending->affix) > 1 || plural);
  // bi-jarasi-ha "with its bell": a short noun is commoner yet
  const bool is_short = letter_count(base) < kMinLetters;
  if (is_short && (letter_count(base) < kMinLetters - 1 || letter_count(ending->affix) < 2 ||
                   base.ends_with(kHeh) ||
                   lexicon_.count_noun(base) < kShortCommoner * (lexicon_.count(word) + 1))) {
    return false;
  }
  if (plural) strip_arabic_ending(lexicon_, base);  // wa-madlulati-ha
  if ((!his && !construct && ending->kind != EndingKind::pronoun) ||
      !lexicon_.takes_article(base) ||
      lexicon_.count_noun(base) < kFarCommoner * lexicon_.count(word)) {
    return false;
  }
  base = word;
  return !verbs_.take(base);  // laqina-hum "we met them"
}

// Behind "and" and "so" the next letter is the word's own where the word takes the article without
// them, or is listed, or has an ending that comes off so: wa-kamil, wa-sa'adat, wa-liqa'i-hi.
bool ArabicProclitics::is_own_behind_conjunction(const Proclitic& proclitic,
                                                 std::string_view word) const {
  if (proclitic.min_ratio <= kArticleRatio || letter_count(proclitic.affix) < 2 ||
      (!word.starts_with(kWaw) && !word.starts_with(kFeh))) {
    return false;
  }
  const std::string_view behind = word.substr(kWaw.size());
  if (lexicon_.is_listed(behind) || lexicon_.takes_article(behind)) return true;
  // Not wa-sa-tara "and you will see", beside sitr; but wa-sayyidu-na, which the news have alone.
  if (proclitic.before == Before::verb && proclitic.replacement != kAlef)
    return lexicon_.count(behind) >= ArabicLexicon::kMinDocuments &&
           verbs_.present_of_future(behind.substr(kWaw.size())).empty();
  thread_local std::string base;
  base = behind;
  return strip_arabic_ending(lexicon_, base) != nullptr && lexicon_.takes_article(base);
}

// What stands behind "and" is read as it is without it: wa-bi-mujib as bi-mujib "by virtue of",
// which stays whole.
bool ArabicProclitics::holds_without_conjunction(const Proclitic& proclitic, std::string_view word,
                                                 std::string_view rest) const {
  if (letter_count(proclitic.affix) < 2 || (!word.starts_with(kWaw) && !word.starts_with(kFeh)))
    return true;
  const std::string_view behind = std::string_view(proclitic.affix).substr(kWaw.size());
  const auto alone = std::find_if(proclitics_.begin(), proclitics_.end(), [&](const Proclitic& p) {
    return p.affix == behind && p.replacement == proclitic.replacement;
  });
  return alone == proclitics_.end() || proclitic_holds(*alone, word.substr(kWaw.size()), rest);
}

// The past of a listed verb before "her" or "them", unless "and" and a verb are likelier: kafala-ha
// "secured it"; but wa-radda-ha.
bool ArabicProclitics::is_verb_with_pronoun(std::string_view word) const {
  for (const std::string_view pronoun : {"\u0647\u0627", "\u0647\u0645", "\u0647"}) {
    if (!has_suffix(word, pronoun)) continue;
    const std::string_view form = word.substr(0, word.size() - pronoun.size());
    const std::string_view behind = form.substr(std::min(kWaw.size(), form.size()));
    const std::size_t letters = pronoun == kHeh ? 4 : 3;  // a lone HEH may be TEH MARBUTA
    return letter_count(form) >= letters && lexicon_.verb(form) == form &&
           (!word.starts_with(kWaw) || lexicon_.verb(behind) != behind);
  }
  return false;
}

// What is left is "and" with a commoner word, before which no particle of `word` goes: Bunajah is
// not bi-wa-najah, nor Fulkan fa-wa-la-kan. Not bi-wa'di, of wa'd; nor fa-wada'u-ha, a verb.
bool ArabicProclitics::is_and(std::string_view word, std::string_view rest) const {
  const std::string_view behind = rest.substr(kWaw.size());
  if (lexicon_.takes_article(rest) || lexicon_.is_listed(rest) || behind.starts_with(kArticle) ||
      lexicon_.count_noun(behind) < lexicon_.count_noun(rest)) {
    return false;
  }
  for (const std::string_view preposition : {"\u0628", "\u0644"}) {  // BEH, LAM
    if (!word.starts_with(preposition) && lexicon_.count(preposition, rest) > 0) return false;
  }
  thread_local std::string base;
  base = rest;
  if (verbs_.take(base)) return false;
  return strip_arabic_ending(lexicon_, base) == nullptr || !base.starts_with(kWaw) ||
         (!lexicon_.takes_article(base) && !lexicon_.is_listed(base));
}

bool ArabicProclitics::proclitic_holds(const Proclitic& proclitic, std::string_view word,
                                       std::string_view rest) const {
  const bool article = proclitic.min_ratio <= kArticleRatio;
  if (letter_count(rest) < (article ? 2U : 3U)) return false;
  if (is_own_behind_conjunction(proclitic, word)) return false;
  if (proclitic.affix != "\u0627\u0644" && lexicon_.takes_article(word)) return false;
  if (article) return article_holds(proclitic, word, rest);
  if (lexicon_.function_word(rest) == ArabicLexicon::kPronoun)
    return false;  // kulli-ha, not ka-la-ha
  if (is_verb_with_pronoun(word)) return false;
  // Not with ALEF, which may be the noun's or a verb's own: sakin, sa'ad.
  if (proclitic.before == Before::verb && proclitic.replacement != kAlef &&
      !verbs_.present_of_future(rest).empty()) {
    return true;
  }
  const std::string_view past = lexicon_.verb(rest);
  return may_stand_before(proclitic, word, rest, past) &&
         is_common_enough(proclitic, word, rest, past);
}

// The article, with what is written before it.
bool ArabicProclitics::article_holds(const Proclitic& proclitic, std::string_view word,
                                     std::string_view rest) const {
  if (proclitic.replacement.empty() && lexicon_.is_listed_with_pronoun(rest)) return false;
  // lil-munaqasha, not of li-munaqasha, which is common, too.
  if (!proclitic.replacement.empty() && !lexicon_.takes_article(rest) &&
      !lexicon_.is_listed(rest) && lexicon_.takes_article(rest.substr(kLam.size())) &&
      lexicon_.count(rest.substr(kLam.size())) >= ArabicLexicon::kMinDocuments) {
    return false;
  }
  // wa-iltizamat "and duties", bi-iltizamat
  const bool conjunction = word.starts_with(kWaw) || word.starts_with(kFeh);
  const std::size_t before = proclitic.affix.ends_with(kArticle)
                                 ? proclitic.affix.size() - kArticle.size()
                                 : (conjunction ? kWaw.size() : 0);
  const std::string_view alone = word.substr(before);
  return (lexicon_.is_listed(rest) || !is_whole_with_ending(alone)) &&
         !is_verb_in_lam(lexicon_, verbs_, alone) && noun_holds(word, rest);
}

// Whether `rest`, of the verb `past` if of any, is of a kind that the proclitic goes before.
bool ArabicProclitics::may_stand_before(const Proclitic& proclitic, std::string_view word,
                                        std::string_view rest, std::string_view past) const {
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
  return !rest.starts_with(kWaw) || (!preposition && proclitic.affix != kFeh) ||
         !is_and(word, rest);
}

// Whether so many articles have `rest` that `word` is likely to be it with the proclitic.
bool ArabicProclitics::is_common_enough(const Proclitic& proclitic, std::string_view word,
                                        std::string_view rest, std::string_view past) const {
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
  const bool with = alone || proclitic.affix.ends_with(kBeh) || proclitic.affix.ends_with(kLam) ||
                    proclitic.affix == kFeh;
  if (rest_count < ArabicLexicon::kMinDocuments) {
    if (proclitic.before != Before::noun && verbs_.is_rare_form(rest, word)) return true;
    return with && is_particle_with_pronoun(word, rest);
  }
  // A set phrase is commoner than its noun (bi-sha'n "regarding"), and "and he added" than "he
  // added".
  const bool likely = lexicon_.is_listed(rest) ||
                      ((proclitic.before == Before::noun || (alone && letter_count(rest) > 4)) &&
                       lexicon_.takes_article(rest));
  const float trust = !past.empty() ? 50.0F : likely ? 5.0F : 1.0F;
  const float ratio = proclitic.min_ratio / trust;
  if (as_float(rest_count) < ratio * as_float(lexicon_.count(word))) {
    return with && is_particle_with_pronoun(word, rest);
  }
  // The first letter is the word's own where the word without its ending takes the article:
  // wujud-hu, not wa-juda; but wa-'uyun, a listed plural.
  thread_local std::string base;
  base = word;
  const bool verb = past == rest && letter_count(rest) > 3;  // wa-barhana, no wabr "fur"
  return (alone && (verb || !lexicon_.irregular(rest).empty())) ||
         strip_arabic_ending(lexicon_, base) == nullptr || !lexicon_.takes_article(base) ||
         lexicon_.count_noun(base) <= rest_count;
}

Before ArabicProclitics::strip(std::string& word, TypedLetter& alef) const {
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
    // sa-u'linu: a typed HAMZA is the first person's.
    const bool mine = proclitic.replacement == kAlef &&
                      alef.at == proclitic.affix.size() - kAlef.size() &&
                      !verbs_.present_of_future(rest).empty();
    if (!mine && (!proclitic_holds(proclitic, word, rest) ||
                  !holds_without_conjunction(proclitic, word, rest)))
      continue;
    if (proclitic.min_ratio <= kArticleRatio && is_behind_no_article(rest, alef)) continue;
    // A listed word is the likelier: wa-almaniya, not wal-maniya. Then the longest proclitic, but
    // for a rest twice as common: wa-bikin, not wa-bi-kin. Then the commoner rest.
    const bool rest_known = is_noun(proclitic.before) ? known_noun(rest) : lexicon_.is_listed(rest);
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

bool ArabicProclitics::take_short_noun(std::string& word) const {
  if (lexicon_.takes_article(word)) return false;
  // WAW, FEH, BEH, LAM.
  for (const std::string_view front : {"\u0648", "\u0641", "\u0628", "\u0644"}) {
    if (!word.starts_with(front)) continue;
    const std::string_view rest = std::string_view(word).substr(front.size());
    for (const std::string_view vowel : {kAlef, kWaw, kYeh}) {
      if (rest.starts_with(vowel)) return false;
      if (rest.ends_with(vowel) && (vowel != kYeh || front != kBeh)) return false;  // bi-hayy
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

void ArabicProclitics::strip_unknown(std::string& word, const TypedLetter& alef) const {
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
           letter_count(word) >= letter_count(proclitic.affix) + (alone ? kShortest : kMinLetters);
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
    // al-kunfushyusiyya: the feminine of a nisba that would stay
    thread_local std::string rest;
    rest.assign(word, 0, word.size() - ending.size());
    const bool nisba = ending == kHeh && rest.ends_with("\u06CC") &&
                       letter_count(word) >= kMinLetters + (with_article ? 2 : 3) &&
                       strip_arabic_ending(lexicon_, rest) == nullptr;
    if ((participle || nisba || ending.ends_with("\u062A")) && lexicon_.count_noun(word) == 0) {
      word.resize(word.size() - ending.size());
    }
    return;
  }
}

}  // namespace khabar
