// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_verb_forms.h"

#include <cstdint>

#include "analyzers/affixes.h"
#include "analyzers/arabic_endings.h"
#include "analyzers/arabic_letters.h"

namespace khabar {

using namespace arabic_letters;

// Ends in the TEH of a noun rather than of a verb: qudrat-hu "his ability", not qadarat-hu.
bool ArabicVerbForms::is_feminine_before_pronoun(std::string_view form) const {
  if (!form.ends_with(kTeh)) return false;
  const std::string_view stem = form.substr(0, form.size() - kTeh.size());
  const Joined noun(stem, kHeh);
  // akhbarat-hu "she told him", whose akhbarat-ha makes akhbara-hu "he told him" look like a noun.
  if (lexicon_.verb(stem) == stem && lexicon_.count(kArticle, noun) == 0 &&
      !lexicon_.is_listed(noun))
    return false;
  if (!lexicon_.is_feminine_noun(stem)) {
    // wahdat-ha "its unity", of a noun far commoner than wahhadat "she united"
    return lexicon_.takes_article(noun) && lexicon_.count_noun(noun) > 4 * lexicon_.count(form);
  }
  if (lexicon_.count(stem, kHeh) > lexicon_.count(form)) return true;
  // sum'at-hum "their reputation", of as-sum'a, beside sami'at "she heard"
  return lexicon_.irregular(noun).empty() && lexicon_.takes_article(noun) &&
         2 * lexicon_.count_noun(noun) > lexicon_.count(form);
}

// A pronoun hides the ALEF of WAW ALEF (qatalu-hu), and makes a final YEH an ALEF (yara-ha).
std::string_view ArabicVerbForms::verb_before_pronoun(std::string_view form) const {
  thread_local std::string whole;
  // tabannaa-hu "adopted it", and not tubna-hu "we repented of it".
  if (form.ends_with("\u0646\u0627")) {  // NOON ALEF
    whole = form.substr(0, form.size() - kAlef.size());
    if (const std::string_view past = lexicon_.verb(whole.append(kYeh)); past == whole) return past;
  }
  // hada-ha "led her", ahda-ha "gave her", and not hada'a "calmed", which is rarer.
  if (form.ends_with(kAlef) && !lexicon_.verb(form).empty()) {
    whole = form.substr(0, form.size() - kAlef.size());
    if (const std::string_view past = lexicon_.verb(whole.append(kYeh));
        past == whole && lexicon_.count(whole) >= lexicon_.count(form)) {
      return past;
    }
  }
  if (const std::string_view past = lexicon_.verb(form); !past.empty()) return past;
  if (form.ends_with("\u062A\u0645\u0648")) {  // TEH MEEM WAW: ra'aytumu-hu "you saw him"
    const std::string_view you = form.substr(0, form.size() - kWaw.size());
    if (const std::string_view past = lexicon_.verb(you); !past.empty()) return past;
  }
  if (form.ends_with(kWaw)) {
    if (lexicon_.takes_article(form)) return {};  // numuww-ha "its growth", not namaw-ha
    whole = form.substr(0, form.size() - kWaw.size());
    // jaza'u-hu "its penalty", not jazza'u-hu; but bada'u-ha "they began it". Wrong for: qara'u-ha
    if (whole.ends_with(kAlef) && lexicon_.takes_article(whole += "\u0621") &&
        lexicon_.count_noun(whole) > lexicon_.count(form.substr(0, form.size() - kWaw.size())))
      return {};
    whole = form;
    return lexicon_.verb(whole.append(kAlef));
  }
  if (!form.ends_with(kAlef)) return {};
  whole = form.substr(0, form.size() - kAlef.size());
  return lexicon_.verb(whole.append(kYeh));
}

// izala "removal", isti'ada "recovery", talbiya "compliance": seen with the article, and no "he
// removed it", "she complies with it".
bool ArabicVerbForms::is_masdar_in_heh(std::string_view word, std::string_view form) const {
  constexpr std::string_view kTenth = "\u0627\u0633\u062A";                   // ALEF SEEN TEH
  const bool of_tenth = form.starts_with(kTenth) && letter_count(form) == 6;  // istithara "rousing"
  if (!of_tenth && lexicon_.count("\u0627\u0644", word) == 0) return false;
  if (form.starts_with(kTeh)) return letter_count(form) == 4 && form.ends_with(kYeh);
  return form.starts_with(kAlef) && letter_count(form) >= 4 && lexicon_.verb(form) == form &&
         form.substr(form.size() - 2 * kAlef.size()).starts_with(kAlef);
}

// A listed verb, also with a pronoun: yaqulu-ha -> qal.
bool ArabicVerbForms::take(std::string& word) const {
  constexpr std::string_view kOur = "\u0646\u0627";  // NOON ALEF
  constexpr std::string_view kMe = "\u0646\u06CC";   // NOON YEH
  // HEH, HEH ALEF, HEH MEEM, HEH MEEM ALEF, KEHEH MEEM, NOON YEH, NOON ALEF.
  constexpr std::string_view kPronouns[] = {
      "",  "\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u06A9\u0645",
      kMe, kOur};
  for (const std::string_view pronoun : kPronouns) {
    if (!has_suffix(word, pronoun) || letter_count(word) < 2 + letter_count(pronoun)) continue;
    const std::string_view form = std::string_view(word).substr(0, word.size() - pronoun.size());
    // A doubled verb, damma-ha; a lone HEH may be TEH MARBUTA (mudda), but for a past that is no
    // noun: shanna-hu.
    if (letter_count(form) == 2 &&
        (pronoun.empty() || pronoun == kOur || lexicon_.verb(form) != form ||
         (pronoun == kHeh && lexicon_.count("\u0627\u0644", form) > 0))) {
      continue;
    }
    if (!pronoun.empty() && (lexicon_.takes_article(word) || lexicon_.is_whole(word))) return false;
    const std::string_view past = pronoun.empty() ? lexicon_.verb(form) : verb_before_pronoun(form);
    if (past.empty()) continue;
    if (pronoun == kHeh && is_masdar_in_heh(word, form)) return false;
    // tashwih-an, makruh-an, not tashwi-ha, makaru-ha (MEEM)
    if (pronoun == "\u0647\u0627" &&
        ((form.starts_with(kTeh) && form.ends_with(kYeh)) || form.starts_with("\u0645")) &&
        lexicon_.is_heh_a_radical(std::string_view(word).substr(0, word.size() - kAlef.size())))
      return false;
    // alwan-an "colours", not alu-na
    if (pronoun == kOur &&
        !lexicon_.irregular(std::string_view(word).substr(0, word.size() - kAlef.size())).empty())
      return false;
    // A noun before a pronoun: qudrat-hu, khutat-hu. "Me" follows none: wajahat-ni.
    if (!pronoun.empty() && pronoun != kMe &&
        (is_feminine_before_pronoun(form) || !lexicon_.irregular(form).empty())) {
      return false;
    }
    word.assign(past);
    return true;
  }
  return take_past_of_women(word);
}

// kharajna "they went out", of women, in the letters of "we went out" but for the ALEF.
// Not of a weak last radical (ramayna), which names look like: bikin. Wrong for: foreign names in
// NOON in the letters of a common verb (eden), which are listed.
bool ArabicVerbForms::take_past_of_women(std::string& word) const {
  constexpr std::size_t kMinLetters = 4;
  if (!word.ends_with(kNoon) || letter_count(word) < kMinLetters) return false;
  const std::string_view stem = std::string_view(word).substr(0, word.size() - kNoon.size());
  if (stem.ends_with(kAlef) || stem.ends_with(kYeh) || stem.ends_with(kWaw) ||
      lexicon_.takes_article(word))
    return false;
  const std::string_view past = lexicon_.verb(Joined(word, kAlef));
  if (past.empty() || lexicon_.count(word) > lexicon_.count(past)) return false;
  word.assign(past);
  return true;
}

bool ArabicVerbForms::is_rare_form(std::string_view rest, std::string_view word) const {
  constexpr std::size_t kMinLetters = 5;
  constexpr std::uint32_t kCommon = 20;  // documents
  constexpr std::string_view kSeen = "\u0633";
  // wa-yamkur "and schemes": names hardly begin so, as they do with sa-, fa- and li- (sivan,
  // viraj).
  const bool present = rest.starts_with(kYeh) && has_prefix(word, kWaw);
  if (letter_count(rest) < (present ? kMinLetters - 1 : kMinLetters) ||
      lexicon_.count(word) >= kCommon)
    return false;
  thread_local std::string form;
  form = rest;
  if (!take(form)) return false;
  form = word;
  if (take(form)) return false;
  const bool future = has_prefix(word, kSeen) && word.substr(kSeen.size()) == rest;
  return future || strip_arabic_ending(lexicon_, form) == nullptr;
}

std::string_view ArabicVerbForms::present_of_future(std::string_view rest) const {
  constexpr std::size_t kMinLetters = 4;
  if (rest.starts_with(kYeh) || letter_count(rest) < kMinLetters) return {};
  thread_local std::string present, past;
  present = kYeh;
  present += rest.substr(kYeh.size());
  past = present;
  if (lexicon_.count(present) < ArabicLexicon::kMinDocuments || !take(past)) return {};
  return present;
}

// "And" before a verb of two letters: wa-tamma.
bool ArabicVerbForms::take_behind_and(std::string& word) const {
  if (!word.starts_with("\u0648") && !word.starts_with("\u0641")) return false;
  const std::string_view past = lexicon_.verb(std::string_view(word).substr(2));
  if (past.empty()) return false;
  word.assign(past);
  return true;
}

bool ArabicVerbForms::take_behind_question(std::string& word, const TypedLetter& alef) const {
  constexpr char32_t kHamzaAbove = 0x0623;  // on ALEF
  if (alef.is_known() && (alef.at != 0 || alef.letter != kHamzaAbove)) return false;
  const std::size_t least_letters = alef.is_known() ? 4 : 5;
  const std::uint32_t commoner = alef.is_known() ? 1 : 20;
  if (!word.starts_with(kAlef) || letter_count(word) < least_letters) return false;
  const std::string_view present = std::string_view(word).substr(kAlef.size());
  if (!present.starts_with(kYeh) && !present.starts_with(kTeh)) return false;
  if (lexicon_.count(present) < ArabicLexicon::kMinDocuments ||
      lexicon_.count(present) < commoner * lexicon_.count(word) || lexicon_.is_listed(word) ||
      lexicon_.takes_article(word)) {  // al-aysar "the left one"
    return false;
  }
  // atafahham "I understand", as yatafahham; but a-ta'rifun, of many (WAW NOON)
  if (lexicon_.count(kYeh, present) > 0 && !present.ends_with("\u0648\u0646")) return false;
  const std::string_view past = lexicon_.verb(present);
  if (past.empty() || !lexicon_.verb(word).empty()) return false;
  word = past;
  return true;
}

// The past of a woman that no list holds, attested in its present: takhassasat -> takhassas, of
// which yatakhassas is seen.
bool ArabicVerbForms::take_past_of_woman(std::string& word) const {
  constexpr std::size_t kMinLetters = 5;
  if (letter_count(word) < kMinLetters || !word.starts_with(kTeh) || !word.ends_with(kTeh)) {
    return false;
  }
  const std::string_view past = std::string_view(word).substr(0, word.size() - kTeh.size());
  if (past.ends_with(kAlef) || past.ends_with(kWaw) ||
      lexicon_.count(kYeh, past) < ArabicLexicon::kMinDocuments) {
    return false;
  }
  word.resize(past.size());
  return true;
}

// The past of the seventh, eighth or tenth form, which no noun looks like: the letters ALEF NOON
// and three more, ALEF, a letter, TEH and two more, ALEF SEEN TEH and three more.
bool ArabicVerbForms::is_derived_past(std::string_view form) const {
  const std::size_t letters = letter_count(form);
  if (letters < 5 || !form.starts_with(kAlef)) return false;
  const std::string_view second = form.substr(kAlef.size(), kAlef.size());
  if (second == kAlef || second == kTeh) return false;
  for (const std::string_view last : {kAlef, kHeh, kKeheh}) {  // the latter may be pronouns
    if (form.ends_with(last)) return false;
  }
  const std::string_view third = form.substr(2 * kAlef.size(), kAlef.size());
  if (letters == 6) return second == "\u0633" && third == kTeh;  // SEEN
  // Not yunafiq, of nafaq.
  return letters == 5 && (third == kTeh || (second == "\u0646" && third != kAlef));  // NOON
}

// istahjanat, yastahjin, yastahjinun -> istahjan; yastajir -> istajar.
bool ArabicVerbForms::take_derived(std::string& word) const {
  thread_local std::string past;
  past = word;
  if (word.starts_with(kAlef)) {
    const std::string_view ending = word.ends_with(kTeh) ? kTeh : "\u0648\u0627";  // WAW ALEF
    if (!has_suffix(word, ending)) return false;
    past.resize(past.size() - ending.size());
  } else {
    if (!word.starts_with(kYeh)) return false;
    for (const std::string_view ending : {"\u0648\u0646", "\u0648\u0627"}) {  // WAW NOON, WAW ALEF
      if (letter_count(past) > 6 && past.ends_with(ending))
        past.resize(past.size() - ending.size());
    }
    past.replace(0, kYeh.size(), kAlef);
    const std::size_t last = past.size() - kYeh.size();
    if (past.ends_with(kNoon)) return false;  // of women
    if (!past.ends_with(kYeh) && past.compare(last - kYeh.size(), kYeh.size(), kYeh) == 0) {
      past.replace(last - kYeh.size(), kYeh.size(), kAlef);
    }
  }
  if (!is_derived_past(past)) return false;
  word = past;
  return true;
}

// The fifth form's past under the second, as its present is, and the sixth's under the third:
// tajammadat, of jammad; ta'anaqat, of 'anaq.
bool ArabicVerbForms::take_fifth(std::string& word) const {
  if (!word.starts_with(kTeh) || !word.ends_with(kTeh)) return false;
  const bool sixth =
      letter_count(word) == 6 && word.compare(2 * kTeh.size(), kAlef.size(), kAlef) == 0;
  if (!sixth && letter_count(word) != 5) return false;
  const std::string_view second =
      lexicon_.verb(std::string_view(word).substr(0, word.size() - kTeh.size()));
  if (second.empty() || word.compare(kTeh.size(), second.size(), second) != 0) return false;
  word.assign(second);
  return true;
}

// A verb no list holds, attested in its past: yastaqtib -> istaqtab where istaqtabat is seen.
bool ArabicVerbForms::take_by_pattern(std::string& word) const {
  if (lexicon_.takes_article(word) || letter_count(word) < 4) return false;
  if (take_derived(word) || take_fifth(word) || take_past_of_woman(word)) return true;
  if (word.ends_with(kAlef)) return false;
  std::string_view form = word;
  for (const std::string_view ending : {"\u0648\u0646", "\u0648\u0627"}) {  // WAW NOON, WAW ALEF
    if (form.ends_with(ending) && letter_count(form) >= 6) form.remove_suffix(ending.size());
  }
  if (!form.starts_with(kYeh) && !form.starts_with(kTeh)) return false;
  const std::string_view base = form.substr(kYeh.size());
  if (letter_count(base) < 3) return false;
  // takris is no form of a verb, but the masdar of one.
  if (form.starts_with(kTeh) && letter_count(base) == 4 && !base.starts_with(kTeh) &&
      !base.substr(kAlef.size()).starts_with(kAlef) &&
      base.substr(2 * kYeh.size()).starts_with(kYeh)) {
    return false;
  }
  // yata'ayyan, tata'ayyan, of 'ayyan, as ta'ayyan is.
  if (base.starts_with(kTeh)) {
    const std::string_view second = lexicon_.verb(base);
    if (!second.empty() && base.substr(kTeh.size()) == second) {
      word.assign(second);
      return true;
    }
  }
  thread_local std::string best;
  best.clear();
  std::uint32_t best_count = ArabicLexicon::kMinDocuments;
  for (const std::string_view front : {std::string_view(), kAlef}) {
    thread_local std::string past;
    past = front;
    past += base;
    if (lexicon_.count(past) < ArabicLexicon::kMinDocuments) continue;
    const std::uint32_t count = lexicon_.count(past, kTeh);
    if (count <= best_count || lexicon_.takes_article(Joined(past, kTeh))) continue;
    best_count = count;
    best = past;
  }
  if (best.empty()) return false;
  word = best;
  return true;
}

}  // namespace khabar
