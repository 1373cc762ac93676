// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_verbs.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "analyzers/characters.h"
#include "analyzers/folding.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

constexpr std::size_t kMinLetters = 3;

std::u32string join(std::u32string_view stem, std::u32string_view ending) {
  std::u32string form(stem);
  form += ending;
  return form;
}

// The forms of one verb in the letters of its list, before folding.
class Conjugation {
 public:
  Conjugation(std::u32string_view past, std::u32string_view present)
      : past_(past), stem_(present.substr(1)) {
    conjugate_past();
    conjugate_present();
  }
  /// Calls `take` with each form, and whether the form is rare: one of women or a shortened one,
  /// which gives way to a form of another verb.
  template <typename Take>
  void for_each(Take take) const {
    std::size_t begin = 0;
    for (const End& end : ends_) {
      take(std::u32string_view(letters_).substr(begin, end.at - begin), end.rare);
      begin = end.at;
    }
  }

 private:
  // Where a form ends in letters_.
  struct End {
    std::size_t at;
    bool rare;
  };

  bool defective_past() const {
    return past_.back() == kAlefMaksura || (past_.back() == kAlef && stem_.back() == kWaw);
  }
  // A long vowel before the last radical: qal, arad, ikhtar; not shahada, whose ALEF is no part of
  // the root.
  bool hollow() const {
    const std::size_t n = past_.size();
    if (n < 3 || past_[n - 2] != kAlef) return false;
    return stem_.size() >= 3 &&
           (stem_[stem_.size() - 2] == kWaw || stem_[stem_.size() - 2] == kYeh ||
            stem_[stem_.size() - 2] == kAlef);
  }
  bool doubled() const { return past_.size() == 2; }
  // The last radical is doubled in a derived form, also in one that only looks so (istalam): its
  // forms are then no words. ahabb, indamm, ista'add.
  bool may_be_doubled() const {
    const bool fourth = past_.size() == 3 && past_.front() == kAlefHamzaAbove && stem_.size() == 2;
    return fourth ||
           (past_.front() == kAlef && past_.size() >= 4 && stem_.size() + 1 == past_.size());
  }
  // shahad, qabal: the third form.
  // Not one in WAW (wasal), whose passive looks like "and it arrived".
  bool third_form() const {
    return past_.size() == 4 && past_[1] == kAlef && past_[0] != kWaw && !defective_past();
  }

  void add(std::u32string_view stem, std::u32string_view ending) {
    letters_ += stem;
    letters_ += ending;
    ends_.push_back({letters_.size(), rare_});
    if (!letters_.ends_with(U"\u064A\u0626")) return;  // YEH, YEH WITH HAMZA
    // yuhayyi', which folding ends in a HAMZA alone.
    letters_ += join(stem, ending);
    letters_.back() = kHamza;
    ends_.push_back({letters_.size(), rare_});
  }
  void add_all(std::u32string_view stem, std::initializer_list<std::u32string_view> endings) {
    for (const std::u32string_view ending : endings) add(stem, ending);
  }

  void conjugate_past() {
    add(past_, U"");
    if (defective_past()) {
      conjugate_defective_past();
      return;
    }
    // TEH "she"; WAW ALEF "they"; TEH ALEF "they both".
    add_all(past_, {U"\u062A", U"\u0648\u0627", U"\u062A\u0627"});
    if (past_.back() == kHamza) {  // ja'a -> ja'u, with the HAMZA on a WAW
      add(join(past_.substr(0, past_.size() - 1), {&kWawHamzaAbove, 1}), U"\u0648\u0627");
    }
    if (past_.back() == kYeh) add(past_.substr(0, past_.size() - 1), U"\u0648\u0627");  // baqu
    // Passive of the third form, shahad -> shuhid, and of a last radical HAMZA: unshi'at.
    // Not mul' "fill", nor tanabbu'.
    const bool hamzated =
        past_.size() > 2 && past_.back() == kAlefHamzaAbove && past_.front() != kTeh;
    if (third_form() || hamzated) {
      std::u32string passive(past_);
      if (third_form()) passive[1] = kWaw;
      if (hamzated) passive.back() = kYehHamzaAbove;
      add_all(passive, {U"\u062A", U"\u0648\u0627"});
      if (passive.size() > 3) add(passive, U"");
    }
    if (may_be_doubled()) {  // ahabb -> ahbab-tu
      add_first_person(join(past_, past_.substr(past_.size() - 1)));
    }
    if (hollow()) {  // qal -> qul-tu; passive aqam -> uqima
      std::u32string shortened(past_);
      shortened.erase(shortened.size() - 2, 1);
      if (shortened.back() == kHamza) {
        add_first_person_of_hamza(shortened);
      } else {
        add_first_person(shortened);
      }
      std::u32string passive(past_);
      passive[passive.size() - 2] = kYeh;
      if (past_.size() > 3) {
        add(passive, U"");
        if (passive.back() == kHamza) passive.back() = kYehHamzaAbove;  // udi'at
        add_all(passive, {U"\u062A", U"\u0648\u0627"});
      } else {  // sigha is a noun, sighat "was worded" is none
        rare_ = true;
        add(passive, U"\u062A");
        rare_ = false;
      }
    } else if (doubled()) {  // madd -> madad-tu
      add_first_person(join(past_, past_.substr(1)));
    } else {
      add_first_person(past_);
    }
  }

  // da'a -> da'at, da'aw, da'awtu; banaa -> banat, banaw, banaytu.
  void conjugate_defective_past() {
    const std::u32string_view base = past_.substr(0, past_.size() - 1);
    add_all(base, {U"\u062A", U"\u0648\u0627", U"\u064A", U"\u064A\u062A"});
    add_first_person(join(base, past_.back() == kAlef ? U"\u0648" : U"\u064A"));
  }

  // TEH "I, you, she"; NOON ALEF "we"; TEH MEEM "you" (plural). A final TEH or NOON doubles without
  // being written twice. Not futtum "you missed", which is fa-tamm "and was completed".
  void add_first_person(std::u32string_view stem) {
    add(stem, stem.back() == kTeh ? U"" : U"\u062A");
    add(stem, stem.back() == kNoon ? U"\u0627" : U"\u0646\u0627");
    if (stem.size() > 2 || stem.back() != kTeh) {
      add(stem, stem.back() == kTeh ? U"\u0645" : U"\u062A\u0645");
    }
  }

  // ji'tu, asa'tu: the HAMZA's seat is that of the vowel before it. Not si'tum "you did harm",
  // which is sa-yatimm "it will be completed", nor asa'na, which folds as names do.
  void add_first_person_of_hamza(std::u32string stem) {
    const bool derived = stem.size() > 2;
    stem.back() = derived ? kAlefHamzaAbove : kYehHamzaAbove;
    if (derived) return add(stem, {&kTeh, 1});
    if (stem.front() != kSeen) add_first_person(stem);
  }

  void conjugate_present() {
    conjugate_present_of(stem_);
    if (hollow()) {
      std::u32string jussive(stem_);
      jussive.erase(jussive.size() - 2, 1);
      rare_ = true;
      if (jussive.back() == kHamza && stem_[stem_.size() - 2] == kAlef) {
        jussive.back() = kAlefHamzaAbove;  // lam yasha'
      }
      add_persons(jussive);             // yakun -> lam yakun; yasubb is of sabb, not of asab
      add_plural(jussive + U"\u0646");  // NOON, of women
      rare_ = false;
      std::u32string passive(stem_);
      passive[passive.size() - 2] = kAlef;  // yuqim -> yuqam
      add_persons(passive);
      rare_ = true;
      add_plural(join(passive, U"\u0648\u0646"));
      add_plural(join(passive, U"\u0648\u0627"));
      rare_ = false;
    }
    // Passive of a verb whose first radical is WAW: yajid -> yujad.
    if (past_.size() == 3 && past_.front() == kWaw && stem_.front() != kWaw) {
      add_persons(join(U"\u0648", stem_));
    }
    // The same of a first radical HAMZA: ya'khudh -> yu'khadh.
    if (past_.size() == 3 && past_.front() == kAlefHamzaAbove && stem_.front() == kAlefHamzaAbove) {
      add_persons(join(U"\u0624", stem_.substr(1)));
    }
  }

  void conjugate_present_of(std::u32string_view stem) {
    add_persons(stem);
    const char32_t last = stem.back();
    std::u32string_view base = stem;
    if (last == kYeh || last == kWaw || last == kAlefMaksura) {
      base.remove_suffix(1);
      rare_ = true;
      add_persons(base);  // the jussive: lam yad'u
      rare_ = false;
      add_persons(join(base, U"\u0649"));  // the passive: yud'a
      add_plural(join(stem, U"\u0627\u0646"));
    }
    // The imperative of several: idhhabu, unzuru; a single one looks like "I go".
    if (past_.size() == 3 && stem.size() == 3 && !defective_past() && !hollow() &&
        stem.front() != kLam) {  // ilfitu "turn" looks like a word with the article
      rare_ = true;
      add({&kAlef, 1}, join(stem, U"\u0648\u0627"));
      rare_ = false;
    }
    // qulu, du'u: of a hollow verb, and of one in WAW that drops it.
    if (past_.size() == 3 && (hollow() || (past_.front() == kWaw && stem.size() == 2))) {
      rare_ = true;
      add(stem, U"\u0648\u0627");
      rare_ = false;
    }
    // WAW NOON, WAW ALEF: plural; ALEF NOON: dual.
    for (const std::u32string_view ending : {U"\u0648\u0646", U"\u0627\u0646"}) {
      add_plural(join(base, ending));
    }
    const std::u32string jussive = join(base, U"\u0648\u0627");
    add({&kYeh, 1}, jussive);
    rare_ = true;
    add({&kTeh, 1}, jussive);  // "you": taraddadu is rather "they hesitated"
    rare_ = false;
    if (last == kYehHamzaAbove) {  // passive: yufaji' -> yufaja'; yunsha' is of nasha'
      rare_ = true;
      add_persons(join(stem.substr(0, stem.size() - 1), std::u32string_view(&kAlefHamzaAbove, 1)));
      rare_ = false;
    }
    // HAMZA sits on the WAW of the plural: yabda' -> yabda'un, yaji' -> yaji'un.
    if (last == kAlefHamzaAbove || last == kHamza) {
      const std::u32string_view bare = stem.substr(0, stem.size() - 1);
      for (const std::u32string_view ending : {U"\u0624\u0648\u0646", U"\u0624\u0648\u0627"})
        add_plural(join(bare, ending));
    }
    rare_ = true;
    // Both of them: lan yuqaddima. Not behind NOON, as "us" is: yumkinu-na.
    if (base.size() > 2 && base.back() != kNoon) add({&kYeh, 1}, join(base, U"\u0627"));
    add_plural(join(stem, U"\u0646"));  // NOON, women: yaqulna, yu'anina
    // YEH NOON, a woman: taqulin. Not of two letters: tahsin is the masdar of hassan.
    if (base.size() > 2) add({&kTeh, 1}, join(base, U"\u064A\u0646"));
    rare_ = false;
  }

  // YEH, TEH: they, you.
  void add_plural(std::u32string_view stem) {
    add({&kYeh, 1}, stem);
    add({&kTeh, 1}, stem);
  }

  // YEH, TEH, NOON, ALEF: he, she or you, we, I.
  void add_persons(std::u32string_view stem) {
    for (const char32_t person : {kYeh, kTeh, kNoon, kAlef}) {
      add({&person, 1}, stem);
    }
  }

  std::u32string_view past_;
  std::u32string_view stem_;  // the present without its YEH
  std::u32string letters_;    // of all forms
  bool rare_ = false;         // what is added is rare
  std::vector<End> ends_;
};

}  // namespace

std::vector<ArabicVerbs::Form> ArabicVerbs::read(std::string_view list) {
  std::vector<Form> forms;
  for_each_line(list, [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    const std::u32string past = to_code_points(line.substr(0, tab));
    const std::u32string present = to_code_points(line.substr(tab + 1));
    if (past.size() < 2 || present.size() < 3) return;
    const auto verb = static_cast<std::uint32_t>(pasts_.size());
    pasts_.push_back(fold_arabic_script(line.substr(0, tab)));
    Conjugation(past, present).for_each([&](std::u32string_view form, bool rare) {
      if (form.size() < kMinLetters && form != past) return;
      const std::size_t begin = letters_.size();
      fold_arabic_script(form, letters_);
      forms.push_back({static_cast<std::uint32_t>(begin),
                       static_cast<std::uint32_t>(letters_.size() - begin), verb, rare});
    });
  });
  return forms;
}

ArabicVerbs::ArabicVerbs(std::string_view list, IsNoun is_noun) : is_noun_(std::move(is_noun)) {
  const std::vector<Form> forms = read(list);
  index_.reserve(pasts_.size() + forms.size());
  // A past comes before a form of another verb, a rare form after the others (yadmanu
  // "grants", not yadmumna; yadullu "shows", not lam yudli), and then the order of the list
  // decides.
  for (std::uint32_t i = 0; i < pasts_.size(); ++i) index_.insert(pasts_[i], i);
  for (const bool rare : {false, true}) {
    for (const Form& form : forms) {
      if (form.rare != rare) continue;
      index_.insert(std::string_view(letters_).substr(form.begin, form.bytes), form.verb);
    }
  }
}

std::string_view ArabicVerbs::find(std::string_view form) const {
  const std::uint32_t* const verb = index_.find(form);
  if (verb == nullptr) return {};
  const std::string& past = pasts_[*verb];
  return past == form || !is_noun_(form) ? std::string_view(past) : std::string_view();
}

}  // namespace khabar
