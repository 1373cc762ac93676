// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_plurals.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "analyzers/affixes.h"

namespace khabar {
namespace {

// A pattern of folded letters: '1' to '5' are any letter (the radicals), the others stand for
// themselves, in Latin letters so that the table can be read: A ALEF, w WAW, y YEH, h HEH (TEH
// MARBUTA), m MEEM, t TEH, ' HAMZA.
struct PluralPattern {
  std::string_view plural;
  std::string_view singular;
  bool not_of_verbs;  // the pattern is also one of masdars: a root that has the verb af'ala is left
                      // alone
};

// Wrong for: a masdar of a verb that the news do not hold in the past (none known); words of the
// pattern that are singular are kept by the rule that a word with sound plurals has no broken
// singular.
constexpr PluralPattern kPatterns[] = {
    {"12A3y4", "123w4", false},  // mashari' -> mashru', sanadiq -> sunduq
    {"12A3y4", "123A4", false},  // mafatih -> miftah
    {"12A3y4", "123y4", false},  // taqarir -> taqrir, baramil -> barmil
    {"12A3y4", "123y4h", false}, {"1wA3y4", "1A3w4", false},  // qawanin -> qanun
    {"1wA3y4", "1A3y4h", false}, {"12A34", "1234", false},    // marakiz -> markaz
    {"12A34", "1234h", false},                                // manatiq -> mintaqa
    {"1wA34", "1A34", false},                                 // jawanib -> janib
    {"1wA34", "1A34h", false},                                // qawa'im -> qa'ima
    {"1wA3y4", "1A3w4h", false},                              // fawatir -> fatura
    {"12A3y4", "123w4h", false},                              // asatir -> ustura
    {"12A2y3", "12A3", false},                                // dakakin -> dukkan
    {"12A2y3", "12w3", false},                                // dababis -> dabbus
    {"12A2y3", "12y3", false},                                // sakakin -> sikkin
    {"12A2y3", "1y2A3", false},                               // dananir -> dinar
    {"12Ay4", "12y4h", false},                                // wasa'il -> wasila
    {"12Ay4", "12A4h", false},                                // rasa'il -> risala
    {"12AyA", "12yh", false},                                 // qadaya -> qadiyya
    {"12AyA", "12Ayh", false},                                // hakaya -> hikaya
    {"123A'", "12y3", false},                                 // sufara' -> safir
    {"123A'", "1A23", false},                                 // shu'ara' -> sha'ir
    {"A123A'", "12y3", false},                                // asdiqa' -> sadiq
    {"A123h", "12A3", false},                                 // anzima -> nizam
    {"A123h", "12y3", false},                                 // aqmisa -> qamis
    {"A12A3", "123", true},                                   // ahdaf -> hadaf
    {"12w3", "123", true},                                    // hurub -> harb
    {"12w2", "12", true},                                     // khutut -> khatt
};

constexpr std::size_t kMaxLetters = 6;

std::string_view letter(char symbol) {
  switch (symbol) {
    case 'A':
      return "\u0627";  // ALEF
    case 'w':
      return "\u0648";  // WAW
    case 'y':
      return "\u06CC";  // FARSI YEH
    case 'h':
      return "\u0647";  // HEH
    case '\'':
      return "\u0621";  // HAMZA
    default:
      return {};
  }
}

// Whether `word`, of as many letters as the pattern, fits; `radicals` receives its letters by
// number.
bool match(std::string_view word, std::string_view pattern, std::span<std::string_view> radicals) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::string_view at = word.substr(i * 2, 2);
    const char symbol = pattern[i];
    if (symbol >= '1' && symbol <= '5') {
      std::string_view& radical = radicals[static_cast<std::size_t>(symbol - '1')];
      if (!radical.empty() && radical != at) return false;
      if (i + 1 == pattern.size() && at == letter('h')) return false;  // TEH MARBUTA is no radical
      radical = at;
    } else if (letter(symbol) != at) {
      return false;
    }
  }
  return true;
}

void fill(std::string_view pattern, std::span<const std::string_view> radicals, std::string& word) {
  word.clear();
  for (const char symbol : pattern) {
    word += symbol >= '1' && symbol <= '5' ? radicals[static_cast<std::size_t>(symbol - '1')]
                                           : letter(symbol);
  }
}

// Whether a root has the verb af'ala or fa'ala, in the past or with its TEH: a word of the pattern
// is then its masdar. Not atwaq "collars", ashyakh "elders": the masdar of af'ala has other letters
// where WAW or YEH is the second radical (itala).
bool has_verb(const ArabicLexicon& lexicon, std::string_view plural, std::string_view root) {
  constexpr std::string_view teh = "\u062A";
  const std::string_view second = root.substr(letter('w').size(), letter('w').size());
  const bool of_fourth = plural.starts_with(letter('A'));
  if (of_fourth && (second == letter('w') || second == letter('y'))) return false;
  const std::string_view alef = of_fourth ? letter('A') : std::string_view();
  return !lexicon.verb(Joined(alef, root)).empty() || lexicon.count(Joined(alef, root, teh)) > 0;
}

// A singular word of such a pattern has sound plurals of its own: mudafi'in, musa'idat.
bool has_sound_plural(const ArabicLexicon& lexicon, std::string_view word) {
  return lexicon.count_forms(word, {"\u06CC\u0646", "\u0648\u0646", "\u0627\u062A"}) > 0;
}

// Words of a plural's pattern that are none: masdars in TEH (ta'arud), nisbas (kitabi, jaza'i,
// damawi), feminines of hollow roots (akhira), sound plurals and duals (fannanin, tayyarin,
// qita'ayn). Wrong for: rayahin, beside riyah "winds".
bool is_other_word(const ArabicLexicon& lexicon, std::string_view plural, std::string_view word,
                   std::span<const std::string_view> radicals) {
  constexpr std::string_view teh = "\u062A";
  constexpr std::string_view sound_plural = "\u06CC\u0646";  // YEH NOON
  if (word.ends_with(sound_plural) && plural[plural.size() - 2] == 'y') {
    return lexicon.takes_article(word.substr(0, word.size() - sound_plural.size()));
  }
  // su'alu-ka "your question" is no plural of salik
  if (plural == "1wA34" && word.ends_with("\u06A9")) {  // KEHEH
    const std::string_view noun = word.substr(0, word.size() - letter('A').size());
    return lexicon.takes_article(noun) && lexicon.count_noun(noun) > 5 * lexicon.count(word);
  }
  if (plural == "12A34") return radicals[0] == teh || radicals[3] == letter('y');
  if (plural == "12Ay4") return radicals[3] == letter('y');
  if (plural == "12w3") return radicals[2] == letter('y');
  if (plural != "A123h") return false;
  // Masdars of hollow verbs (irada), and pasts before "him" (azhara-hu).
  if (radicals[1] == letter('A')) return true;
  const std::string_view past = word.substr(0, word.size() - letter('h').size());
  if (lexicon.verb(past) == past && 3 * lexicon.count("\u0627\u0644", word) < lexicon.count(word))
    return true;
  // akmalu-hu "the whole of it", of akmal, which is as common.
  return radicals[1] == letter('y') ||
         (lexicon.count("\u0627\u0644", word) == 0 &&
          lexicon.count(word.substr(0, word.size() - 2)) >= lexicon.count(word));
}

}  // namespace

bool singular_by_pattern(const ArabicLexicon& lexicon, std::string& word) {
  const std::size_t letters = letter_count(word);
  if (letters < 4 || letters > kMaxLetters) return false;
  const std::uint32_t word_count = std::max(lexicon.count(word), 1U);
  std::uint32_t best_count = 0;
  thread_local std::string best;
  thread_local std::string singular;
  for (const PluralPattern& pattern : kPatterns) {
    if (pattern.plural.size() != letters) continue;
    std::string_view radicals[5];
    if (!match(word, pattern.plural, radicals)) continue;
    if (is_other_word(lexicon, pattern.plural, word, radicals)) continue;
    fill(pattern.singular, radicals, singular);
    const std::uint32_t count = lexicon.count(singular);
    if (count <= best_count || count * 5 < word_count || !lexicon.takes_article(singular)) continue;
    if (pattern.not_of_verbs && has_verb(lexicon, word, singular)) continue;
    best_count = count;
    best = singular;
  }
  if (best_count == 0 || has_sound_plural(lexicon, word)) return false;
  word = best;
  return true;
}

bool take_plural_of_masdar(const ArabicLexicon& lexicon, std::string& word) {
  constexpr std::string_view plural = "\u0627\u062A";  // ALEF TEH
  constexpr std::size_t letters = 5, second_alef = 6;
  if (!word.starts_with(letter('A')) || !has_suffix(word, plural) ||
      letter_count(word) != letters + letter_count(plural)) {
    return false;
  }
  const std::string_view masdar = std::string_view(word).substr(0, word.size() - plural.size());
  if (!masdar.substr(second_alef).starts_with(letter('A')) || !lexicon.takes_article(masdar)) {
    return false;
  }
  if (lexicon.takes_article(Joined(masdar, letter('h')))) return false;  // itlala "appearance"
  thread_local std::string singular;
  singular = masdar;
  if (lexicon.irregular(masdar).empty() && !singular_by_pattern(lexicon, singular)) return false;
  word.resize(masdar.size());
  return true;
}

}  // namespace khabar
