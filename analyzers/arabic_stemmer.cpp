// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_stemmer.h"

#include <iterator>
#include <vector>

#include "analyzers/affixes.h"
#include "analyzers/arabic_affixes.h"
#include "analyzers/arabic_endings.h"
#include "analyzers/arabic_hamzas.h"
#include "analyzers/arabic_letters.h"
#include "analyzers/arabic_lexicon.h"
#include "analyzers/arabic_participles.h"
#include "analyzers/arabic_plurals.h"
#include "analyzers/arabic_proclitics.h"
#include "analyzers/arabic_steps.h"
#include "analyzers/arabic_verb_forms.h"
#include "analyzers/lexicon.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

using namespace arabic_letters;

using Steps = std::vector<StemStep>;

constexpr std::string_view kStays = "stays whole: ";
constexpr std::string_view kStaysWhole = "stays whole: a listed word";
constexpr std::string_view kNoArticle = "stays whole: the article goes before no particle";
constexpr std::string_view kHis = "\"his\" off, since HEH was typed";
constexpr std::string_view kMasdar = "stays whole: a masdar, by its hamza";

// Of the endings that a nisba takes: feminine, plural of people, dual.
bool is_kind_of_nisba(EndingKind kind) {
  return kind == EndingKind::nisba || kind == EndingKind::plural_masculine ||
         kind == EndingKind::dual;
}

// Strings of the functions are thread_local, so that their memory is used again: no function here
// calls itself.
class Stemmer {
 public:
  explicit Stemmer(const ArabicLexicon& lexicon)
      : lexicon_(lexicon), verbs_(lexicon), proclitics_(lexicon, verbs_) {}

  void stem(std::string_view word, TypedLetter alef, std::string& stemmed, Steps* steps) const;

 private:
  static bool has_his(std::string_view word, const TypedLetter& typed, Before before);
  bool take_function_word(std::string& word) const;
  const Ending* take_ending(std::string& word, Before before) const;
  std::string_view reduce(std::string& word, const TypedLetter& alef, Before& before,
                          bool& done) const;

  const ArabicLexicon& lexicon_;
  const ArabicVerbForms verbs_;
  const ArabicProclitics proclitics_;
};

// "His", by a HEH that was typed: 'amalu-hu -> 'amal, but 'umla "currency" stays, as both do where
// the writer has no TEH MARBUTA. Wrong for: texts that have HEH for it. Source:
// data/ar/pronouns.txt.
bool Stemmer::has_his(std::string_view word, const TypedLetter& typed, Before before) {
  static const FrequencyLexicon listed(data::ar_pronouns());
  return typed.ends_in_heh && before != Before::definite && listed.count(word) > 0;
}

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
    if (i >= kConjunctions && (head == ArabicLexicon::kPronoun || letter_count(rest) < 3)) continue;
    word.assign(head);
    return true;
  }
  return false;
}

// What strip_arabic_ending() takes off, but for that of a nisba which the news do not have and
// which would not stay: mahsubiyya "patronage" is not of mahsub.
const Ending* Stemmer::take_ending(std::string& word, Before before) const {
  const Ending* const ending = strip_arabic_ending(lexicon_, word, before == Before::definite);
  if (ending == nullptr || !is_kind_of_nisba(ending->kind) || !word.ends_with(kYeh) ||
      lexicon_.count_noun(word) >= ArabicLexicon::kMinDocuments) {
    return ending;
  }
  thread_local std::string nisba;
  nisba = word;
  if (strip_arabic_ending(lexicon_, nisba) == nullptr) return ending;
  word.resize(word.size() - ending->replacement.size());
  word += ending->affix;
  return nullptr;
}

// One step towards the stem, and what was done; empty where nothing was. `done`: no step follows.
std::string_view Stemmer::reduce(std::string& word, const TypedLetter& alef, Before& before,
                                 bool& done) const {
  if (has_his(word, alef, before)) {
    word.resize(word.size() - kHeh.size());
    done = false;
    return kHis;
  }
  done = true;
  const std::string_view listed = listed_with_alef(word, alef);
  if (!listed.empty() &&
      (!is_noun(before) || lexicon_.verb(listed) != listed || lexicon_.takes_article(listed))) {
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
      proclitics_.is_behind_no_article(std::string_view(word).substr(kArticle.size()), alef))
    return kNoArticle;
  if (take_whole(lexicon_, verbs_, word)) {
    done = !lexicon_.is_rare_spelling(word);  // musiqa-ha, the rarer spelling
    return "an ending off a listed word";
  }
  if (!is_noun(before) && verbs_.take(word)) return "the past: a listed verb's form";
  if (letter_count(word) < 4) return {};
  if (!is_noun(before) && verbs_.take_by_pattern(word)) return "the past, as the news has it";
  if (take_plural_of_masdar(lexicon_, word)) return "the plural of a masdar off";
  done = false;
  if (singular_by_pattern(lexicon_, word)) {
    before = Before::noun;
    return "a broken plural by its pattern: the news has the singular";
  }
  const Ending* const ending = take_ending(word, before);
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
  Before before = Before::any;
  if (take_particles_before_hamza(lexicon_, verbs_, word, alef, before)) {
    note(steps, word, "what is written before a hamza off");
  }
  if (take_by_first_alef(lexicon_, word, alef)) {
    note(steps, word, "a pronoun off, by the word's first letter");
  }
  if (has_his(word, alef, before)) {
    word.remove_suffix(kHeh.size());
    note(steps, word, kHis);
  }
  stemmed = word;
  const bool listed = !listed_with_alef(word, alef).empty();
  if (!listed && lexicon_.function_word(word).empty() && lexicon_.is_whole(word) &&
      !lexicon_.is_rare_spelling(word)) {
    return note(steps, stemmed, kStaysWhole);
  }
  if (!listed && take_function_word(stemmed)) {
    return note(steps, stemmed, "the head of a family of function words");
  }
  if (verbs_.take_behind_question(stemmed, alef)) {
    return note(steps, stemmed, "the question's hamza off a verb");
  }
  if (letter_count(word) == 3 && !lexicon_.is_listed(word) && verbs_.take_behind_and(stemmed)) {
    return note(steps, stemmed, "\"and\" off a short verb");
  }
  if (letter_count(word) == 3 && !lexicon_.is_listed(word) &&
      (proclitics_.take_short_noun(stemmed) ||
       take_ending_of_short_noun(lexicon_, stemmed, alef))) {
    note(steps, stemmed, "what is written on a short noun off");
  }
  if (!alef.is_known() && lexicon_.is_noun_behind_article(stemmed)) {
    stemmed.erase(0, kArticle.size());
    before = Before::definite;
    note(steps, stemmed, "the article off");
  }
  bool may_have_proclitic = true;
  bool done = false;
  for (int step = 0; step < kMaxSteps && !done; ++step) {
    // Also once a pronoun is off (bi-i'tibar-ha), and behind "and" (wa-bi-i'tibar-ha).
    while (may_have_proclitic && letter_count(stemmed) >= 4 && !lexicon_.is_listed(stemmed)) {
      const std::size_t size = stemmed.size();
      const Before behind = proclitics_.strip(stemmed, alef);
      if (stemmed.size() == size) break;
      if (before == Before::any) before = behind;
      note(steps, stemmed, "what is written before the word off");
      may_have_proclitic = behind == Before::any &&
                           (word.starts_with(kWaw) || word.starts_with(kFeh)) &&
                           size - stemmed.size() == kWaw.size() && !stemmed.starts_with(kWaw) &&
                           !stemmed.starts_with(kFeh);
    }
    const std::string_view reason = reduce(stemmed, alef, before, done);
    if (!done || step == 0 || !reason.starts_with(kStays)) note(steps, stemmed, reason);
    alef.ends_in_heh = false;  // waratha of waratha-tu-hu, "his heirs", has TEH MARBUTA
  }
  const std::size_t size = stemmed.size();
  if (lexicon_.is_listed(stemmed)) return;  // also a verb's form
  if (letter_count(stemmed) == 3 && size < word.size() && word.starts_with(stemmed) &&
      stemmed.starts_with(kWaw) && verbs_.take_behind_and(stemmed)) {
    return note(steps, stemmed, "\"and\" off a short verb");  // wa-haththa-hum
  }
  if (take_negated(lexicon_, verbs_, stemmed)) {
    return note(steps, stemmed, "the present behind \"not\"");
  }
  proclitics_.strip_unknown(stemmed, alef);
  if (stemmed.size() != size)
    note(steps, stemmed, "the article or plural off a word that is new without");
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
