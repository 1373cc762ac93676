// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC, KAF U+06A9; ALEF WITH MADDA is ALEF.
#include "analyzers/persian_verbs.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "analyzers/affixes.h"
#include "analyzers/folding.h"
#include "analyzers/lexicon.h"
#include "analyzers/persian_stem.h"
#include "analyzers/persian_suffixes.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr std::string_view kNa = "\u0646";  // NOON
constexpr std::string_view kBe = "\u0628";  // BEH
constexpr std::string_view kHeh = "\u0647";
constexpr std::string_view kYeh = "\u06CC";
constexpr std::string_view kAlef = "\u0627";
constexpr std::string_view kWaw = "\u0648";
constexpr std::string_view kNoon = "\u0646";
constexpr std::string_view kDal = "\u062F";
constexpr std::string_view kNoonDal = "\u0646\u062F";
constexpr std::string_view kAlefNoonDal = "\u0627\u0646\u062F";
constexpr std::string_view kAlefNoonYehDal = "\u0627\u0646\u06CC\u062F";

// Persons: I, thou, we, you, they, and "you" as it is spoken (kardin).
constexpr std::array<std::string_view, 6> kPastEndings = {
    "\u0645", "\u06CC", "\u06CC\u0645", "\u06CC\u062F", "\u0646\u062F", "\u06CC\u0646"};
// "He", "they" and "you" of the present as they are spoken, where a prefix shows the verb: begire
// for begirad, nazanan for nazanand, mikonin for mikonid.
constexpr std::array<std::string_view, 3> kSpokenEndings = {"\u0647", "\u0646", "\u06CC\u0646"};
// The longer one first: beshavid is besh-av-id, and not of shuy- "wash" with -d.
constexpr std::array<std::string_view, 6> kPresentEndings = {
    "\u06CC\u0645", "\u06CC\u062F", "\u0646\u062F", "\u062F", "\u0645", "\u06CC"};
// Object pronouns behind a person's ending: didam-ash "I saw him". His, your, their; not -am and
// -at, which look like endings of persons.
constexpr std::array<std::string_view, 4> kObjects = {"\u0634", "\u0634\u0627\u0646",
                                                      "\u062A\u0627\u0646", "\u0645\u0627\u0646"};
// The stem of the auxiliary that makes the future, khah-.
constexpr std::string_view kFutureStem = "\u062E\u0648\u0627\u0647";
// The perfect after its participle's HEH; the last two look like the end of a plural noun.
constexpr std::array<std::string_view, 6> kPerfectEndings = {
    "\u0627\u0645",       "\u0627\u06CC\u062F", "\u0627\u0646\u062F",
    "\u0627\u06CC\u0645", "\u0627\u06CC",       "\u0627\u0633\u062A"};
constexpr std::size_t kFirstPluralLike = 4;

// Bytes of a stem whose ALEF gave way to YEH: biyoftad. Shorter ones are not verbs: bi "without".
constexpr std::size_t kMinAfterYeh = 4;
// Bytes of a form that an object's pronoun can follow.
constexpr std::size_t kMinBeforeObject = 6;

// Where the forms of a present stem are read.
enum class Use {
  careful,      // with a prefix, and without one in -d and -nd
  all_persons,  // without a prefix in every person
  colloquial    // after mi- only: miduni for midani
};

struct PresentStem {
  std::string infinitive;
  Use use = Use::careful;
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return hash_word(text); }
};
using Words = std::unordered_set<std::string, StringHash, std::equal_to<>>;
template <typename Value>
using Map = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

// The form without this ending, empty where it has another one.
std::string_view without(std::string_view form, std::string_view ending) {
  return form.ends_with(ending) ? form.substr(0, form.size() - ending.size()) : std::string_view();
}

// The stems of the verbs with one preverb, or with none.
class Stems {
 public:
  void add(const std::string& past, const std::string& present, Use use,
           const std::string& infinitive) {
    past_.try_emplace(past, infinitive);
    if (past.ends_with(kAlefNoonDal)) {  // causatives have two pasts: rasand, rasanid
      past_.try_emplace(past.substr(0, past.size() - kNoonDal.size()) +
                            std::string(kAlefNoonYehDal.substr(kAlef.size())),
                        infinitive);
    }
    if (!present.empty()) present_.try_emplace(present, PresentStem{infinitive, use});
  }

  // kharid, gofte.
  std::string_view bare_past(std::string_view form) const {
    const auto found = past_stem(form);
    return found.empty() ? participle(form) : found;
  }

  // A form without its preverb, with its object or without one.
  std::string_view read(std::string_view form) const {
    if (const auto found = read_without_object(form); !found.empty()) return found;
    for (const std::string_view object : kObjects) {
      const std::string_view rest = without(form, object);
      if (rest.size() < kMinBeforeObject) continue;
      if (const auto found = ends_in_person(rest); !found.empty()) return found;
    }
    return {};
  }

 private:
  std::string_view read_without_object(std::string_view form) const {
    // First what has no prefix: neshast "sat" is no negative of shost "washed".
    if (const auto found = past(form); !found.empty()) return found;
    for (const std::string_view prefix : {kNemi, kMi}) {
      if (!form.starts_with(prefix)) continue;
      if (const auto found = finite(form.substr(prefix.size())); !found.empty()) return found;
    }
    for (const std::string_view prefix : {kNa, kBe}) {
      if (!form.starts_with(prefix)) continue;
      const auto found = after_vowel(form.substr(prefix.size()), prefix == kNa);
      if (!found.empty()) return found;
    }
    return bare_present(form);
  }

  // A past with a person's ending, or a form with mi-: the object's pronoun follows these. Wrong
  // for: a noun that ends so, with a possessor; "!" lines of the list name the common ones.
  std::string_view ends_in_person(std::string_view form) const {
    for (const std::string_view prefix : {kNemi, kMi}) {
      if (!form.starts_with(prefix)) continue;
      const std::string_view rest = form.substr(prefix.size());
      if (const auto found = present(rest); !found.empty()) return found;
      form = rest;
      break;
    }
    for (const std::string_view ending : kPastEndings) {
      if (ending == kYeh) continue;
      if (const auto found = past_stem(without(form, ending)); !found.empty()) return found;
    }
    return {};
  }

  std::string_view past_stem(std::string_view stem) const {
    const auto found = stem.empty() ? past_.end() : past_.find(stem);
    return found == past_.end() ? std::string_view() : std::string_view(found->second);
  }

  std::string_view participle(std::string_view form) const {
    return past_stem(without(form, kHeh));
  }

  // goft, gofti, goftand; gofteh, gofteh-and; goftan.
  std::string_view past(std::string_view form) const {
    if (const auto found = past_stem(form); !found.empty()) return found;
    if (const auto found = past_stem(without(form, kNoon)); !found.empty()) return found;
    for (const std::string_view ending : kPastEndings) {
      if (const auto found = past_stem(without(form, ending)); !found.empty()) return found;
    }
    if (const auto found = participle(form); !found.empty()) return found;
    for (const std::string_view ending : kPerfectEndings) {
      if (const auto found = participle(without(form, ending)); !found.empty()) return found;
    }
    return {};
  }

  // The stem before an ending. A stem in ALEF takes YEH before its endings, one in WAW can: a ->
  // ay-ad, gu -> guy-ad.
  const PresentStem* present_stem(std::string_view stem) const {
    if (stem.empty()) return nullptr;
    if (!stem.ends_with(kAlef)) {
      if (const auto found = present_.find(stem); found != present_.end()) return &found->second;
    }
    const std::string_view vowel = without(stem, kYeh);
    if (!vowel.ends_with(kAlef) && !vowel.ends_with(kWaw)) return nullptr;
    const auto found = present_.find(vowel);
    return found == present_.end() ? nullptr : &found->second;
  }

  std::string_view present(std::string_view form) const {
    return with_ending(form, kPresentEndings, false);
  }

  // A present stem with one of these endings.
  std::string_view with_ending(std::string_view form, std::span<const std::string_view> endings,
                               bool colloquial) const {
    for (const std::string_view ending : endings) {
      const PresentStem* const found = present_stem(without(form, ending));
      if (found != nullptr && (colloquial || found->use != Use::colloquial))
        return found->infinitive;
    }
    return {};
  }

  // What follows mi-: the spoken language too, mikone for mikonad, migan for miguyand.
  std::string_view finite(std::string_view form) const {
    if (const auto found = present(form); !found.empty()) return found;
    if (const auto found = past(form); !found.empty()) return found;
    if (const auto found = with_ending(form, kPresentEndings, true); !found.empty()) return found;
    return with_ending(form, kSpokenEndings, true);
  }

  // What follows na- and be-: nakonad, nagoft, bekon; a stem in ALEF has YEH before it, which can
  // take its place: biyayad, biyoftad. A long i is no such ALEF, and stays: beistad.
  std::string_view after_vowel(std::string_view form, bool with_past) const {
    if (form.starts_with(kAlef) && !form.substr(kAlef.size()).starts_with(kYeh)) return {};
    if (const auto found = prefixed(form, with_past); !found.empty()) return found;
    if (!form.starts_with(kYeh)) return {};
    const std::string_view rest = form.substr(kYeh.size());
    if (rest.starts_with(kAlef)) return prefixed(rest, with_past);
    if (rest.size() < kMinAfterYeh) return {};
    return prefixed(Joined(kAlef, rest), with_past);
  }

  std::string_view prefixed(std::string_view form, bool with_past) const {
    if (const auto found = present(form); !found.empty()) return found;
    const auto found = present_.find(form);
    if (found != present_.end() && found->second.use != Use::colloquial) {
      return found->second.infinitive;
    }
    if (const auto spoken = with_ending(form, kSpokenEndings, false); !spoken.empty())
      return spoken;
    return with_past ? past(form) : std::string_view();
  }

  // Subjunctive without prefix: the endings that no noun has; of common verbs the others too.
  std::string_view bare_present(std::string_view form) const {
    for (const std::string_view ending : kPresentEndings) {
      if (ending == kYeh) continue;
      const PresentStem* found = present_stem(without(form, ending));
      if (found == nullptr || found->use == Use::colloquial) continue;
      if (found->use == Use::all_persons || ending == kDal || ending == kNoonDal) {
        return found->infinitive;
      }
    }
    return {};
  }

  Map<std::string> past_;
  Map<PresentStem> present_;
};

class Verbs {
 public:
  Verbs() {
    for_each_line(data::fa_verbs(), [&](std::string_view line) {
      if (line.front() == '!') {
        no_verb_.insert(fold_arabic_script(line.substr(1)));
      } else if (line.front() == '=') {
        const std::size_t tab = std::min(line.find('\t'), line.size() - 1);
        irregular_.try_emplace(fold_arabic_script(line.substr(1, tab - 1)),
                               fold_arabic_script(line.substr(tab + 1)));
      } else {
        add_line(line);
      }
    });
  }

  // `parted`: its prefix was typed apart, so that it is no noun.
  std::string_view find(std::string_view form, bool parted) const {
    if (const auto found = irregular_.find(form); found != irregular_.end()) return found->second;
    if (!parted && (no_verb_.contains(form) || is_plural_noun(form))) return {};
    if (const auto found = read_with_preverb(form); !found.empty()) return found;
    if (!parted && (has_object_of_noun(form) || is_adjective_of_noun(form))) return {};
    if (const auto found = joined_future(form); !found.empty()) return found;
    if (const auto found = simple_.read(form); !found.empty()) return found;
    return spoken_causative(form);
  }

  std::string_view find_past(std::string_view form) const {
    if (no_verb_.contains(form) || irregular_.find(form) != irregular_.end()) return {};
    for (std::size_t i = 0; i < kPersianPreverbs.size(); ++i) {
      if (!form.starts_with(kPersianPreverbs[i])) continue;
      const auto found = with_preverb_[i].bare_past(form.substr(kPersianPreverbs[i].size()));
      if (!found.empty()) return found;
    }
    return simple_.bare_past(form);
  }

 private:
  std::string_view read_with_preverb(std::string_view form) const {
    for (std::size_t i = 0; i < kPersianPreverbs.size(); ++i) {
      if (!form.starts_with(kPersianPreverbs[i])) continue;
      const std::string_view rest = form.substr(kPersianPreverbs[i].size());
      if (const auto found = with_preverb_[i].read(rest); !found.empty()) return found;
      if (is_future_auxiliary(rest)) return simple_.read(rest);
    }
    return {};
  }

  // The preverb stands before the auxiliary where it is written joined: dar-khahad amad.
  static bool is_future_auxiliary(std::string_view form) {
    if (form.starts_with(kNa)) form.remove_prefix(kNa.size());
    if (!form.starts_with(kFutureStem)) return false;
    form.remove_prefix(kFutureStem.size());
    return form != kYeh &&
           std::find(kPresentEndings.begin(), kPresentEndings.end(), form) != kPresentEndings.end();
  }

  // The future without a blank behind its auxiliary: khahadshod -> shodan, nakhahandkard -> kardan.
  std::string_view joined_future(std::string_view form) const {
    if (form.starts_with(kNa)) form.remove_prefix(kNa.size());
    if (!form.starts_with(kFutureStem)) return {};
    form.remove_prefix(kFutureStem.size());
    for (const std::string_view ending : kPresentEndings) {
      if (!form.starts_with(ending)) continue;
      if (const auto found = find_past(form.substr(ending.size())); !found.empty()) return found;
    }
    return {};
  }

  // A causative as it is spoken, -un- for -an-: resundam -> rasandam, misuzune -> misuzanad;
  // khundan -> khandan and tunest -> tavanest, too. Only of a word that the news hardly have, and
  // that is no form of a noun that they have (khunam "my blood"). Wrong for: an unknown name that
  // looks so.
  std::string_view spoken_causative(std::string_view form) const {
    constexpr std::string_view kSpoken = "\u0648\u0646";  // WAW NOON
    constexpr std::uint32_t kRare = 10, kKnown = 20;      // articles
    const std::size_t at = form.rfind(kSpoken);
    if (at == std::string_view::npos || persian_word_count(form) >= kRare) return {};
    // MEEM, ALEF MEEM, YEH, MEEM WAW NOON: my, am, a, our.
    for (const std::string_view ending :
         {"\u0645", "\u0627\u0645", "\u06CC", "\u0645\u0648\u0646"}) {
      if (persian_word_count(without(form, ending)) >= kKnown) return {};
    }
    thread_local std::string written;
    for (const std::string_view vowel : {kAlef, std::string_view("\u0648\u0627")}) {  // WAW ALEF
      written.assign(form, 0, at);
      written += vowel;
      written += form.substr(at + kWaw.size());
      if (const auto found = read_with_preverb(written); !found.empty()) return found;
      if (const auto found = simple_.read(written); !found.empty()) return found;
      if (persian_word_count(written) >= kKnown) return {};  // negarani "worry"
    }
    return {};
  }

  // mardom-ash "his people", not mordam-ash: the noun is listed.
  bool has_object_of_noun(std::string_view form) const {
    return std::any_of(kObjects.begin(), kObjects.end(), [&](std::string_view object) {
      return form.ends_with(object) &&
             no_verb_.contains(form.substr(0, form.size() - object.size()));
    });
  }

  // meydani "of the field, field-", not mi-dani "thou knowest": the noun is listed, and the word
  // with YEH known as a word of its own. Wrong for: mi-dani written joined.
  bool is_adjective_of_noun(std::string_view form) const {
    return form.starts_with(kMi) && form.ends_with(kYeh) &&
           no_verb_.contains(form.substr(0, form.size() - kYeh.size())) && persian_keeps_yeh(form);
  }

  // nahad-ha-ye "institutions", not nahade-i "thou hast put": the noun's plural is attested. Nor is
  // shayeste-i "a worthy one" a verb, where the list has shayeste as a word of its own.
  bool is_plural_noun(std::string_view form) const {
    for (std::size_t i = kFirstPluralLike; i < kPerfectEndings.size(); ++i) {
      if (!form.ends_with(kPerfectEndings[i])) continue;
      const std::string_view participle = form.substr(0, form.size() - kPerfectEndings[i].size());
      if (!participle.ends_with(kHeh)) continue;
      if (no_verb_.contains(participle)) return true;
      if (no_verb_.contains(participle.substr(0, participle.size() - kHeh.size()))) return true;
      if (persian_word_count(Joined(participle, kAlef)) > 0) return true;
    }
    return false;
  }

  void add_line(std::string_view line) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    std::string_view past = line.substr(0, tab);
    std::string_view present = line.substr(std::min(tab + 1, line.size()));
    const std::size_t tab_of_flag = std::min(present.find('\t'), present.size());
    const std::string_view flag = present.substr(std::min(tab_of_flag + 1, present.size()));
    present = present.substr(0, tab_of_flag);
    const std::size_t blank = past.find(' ');
    Stems* stems = &simple_;
    std::string preverb;
    if (blank != std::string_view::npos) {
      preverb = fold_arabic_script(past.substr(0, blank));
      past.remove_prefix(blank + 1);
      present.remove_prefix(std::min(present.find(' ') + 1, present.size()));
      const auto at = std::find(kPersianPreverbs.begin(), kPersianPreverbs.end(), preverb);
      if (at == kPersianPreverbs.end()) return;
      stems = &with_preverb_[static_cast<std::size_t>(at - kPersianPreverbs.begin())];
    }
    // With a preverb, no bare form looks like a noun's.
    const Use use = flag == "~"                        ? Use::colloquial
                    : flag == "+" || stems != &simple_ ? Use::all_persons
                                                       : Use::careful;
    const std::string infinitive = flag.starts_with('=')
                                       ? fold_arabic_script(flag.substr(1))
                                       : fold_arabic_script(past) + std::string(kNoon);
    stems->add(fold_arabic_script(past), fold_arabic_script(present), use, preverb + infinitive);
  }

  Stems simple_;
  std::array<Stems, kPersianPreverbs.size()> with_preverb_;
  Words no_verb_;
  Map<std::string> irregular_;
};

const Verbs& verbs() {
  static const Verbs all;
  return all;
}

}  // namespace

std::string_view persian_verb_stem(std::string_view folded) { return verbs().find(folded, false); }

std::string_view persian_parted_verb_stem(std::string_view folded) {
  return verbs().find(folded, true);
}

std::string_view persian_past_stem(std::string_view folded) { return verbs().find_past(folded); }

}  // namespace khabar
