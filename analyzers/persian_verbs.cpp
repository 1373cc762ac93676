// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/persian_verbs.h"

#include <array>
#include <string>
#include <unordered_map>

#include "analyzers/folding.h"
#include "analyzers/utf8.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr std::string_view kNa = "\u0646";               // NOON
constexpr std::string_view kBe = "\u0628";               // BEH
constexpr std::string_view kMi = "\u0645\u06CC";         // MEEM YEH
constexpr std::string_view kNemi = "\u0646\u0645\u06CC"; // NOON MEEM YEH
constexpr std::string_view kHeh = "\u0647";
constexpr std::string_view kYeh = "\u06CC";
constexpr std::string_view kAlef = "\u0627";
constexpr std::string_view kWaw = "\u0648";
constexpr std::string_view kNoon = "\u0646";

constexpr std::array<std::string_view, 6> kPastEndings = {
    "", "\u0645", "\u06CC", "\u06CC\u0645", "\u06CC\u062F", "\u0646\u062F"};
constexpr std::array<std::string_view, 6> kPresentEndings = {
    "\u062F", "\u0645", "\u06CC", "\u06CC\u0645", "\u06CC\u062F", "\u0646\u062F"};
constexpr std::array<std::string_view, 7> kPerfectEndings = {
    "", "\u0627\u0645", "\u0627\u06CC", "\u0627\u0633\u062A",
    "\u0627\u06CC\u0645", "\u0627\u06CC\u062F", "\u0627\u0646\u062F"};

class VerbForms {
 public:
  VerbForms() {
    std::string_view text = data::fa_verbs();
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(line.size() + 1, text.size()));
      const std::size_t tab = line.find('\t');
      if (line.empty() || line.front() == '#' || tab == std::string_view::npos) continue;
      add_verb(fold(line.substr(0, tab)), fold(line.substr(tab + 1)));
    }
  }

  std::string_view find(std::string_view form) const {
    const auto found = infinitive_.find(std::string(form));
    return found == infinitive_.end() ? std::string_view() : std::string_view(found->second);
  }

 private:
  static std::string fold(std::string_view word) {
    std::string folded;
    fold_arabic_script(to_code_points(word), folded);
    return folded;
  }

  void add(const std::string& form, const std::string& infinitive) {
    infinitive_.try_emplace(form, infinitive);
  }

  void add_verb(const std::string& past, const std::string& present) {
    const std::string infinitive = past + std::string(kNoon);
    add(infinitive, infinitive);
    add_past(past, infinitive);
    if (!present.empty()) add_present(present, infinitive);
  }

  // goft, gofti, nagoftand, migoftam, nemigoft; gofteh, gofteh-ast, nagofteh-and.
  void add_past(const std::string& past, const std::string& infinitive) {
    for (const std::string_view prefix : {std::string_view(), kNa, kMi, kNemi}) {
      for (const std::string_view ending : kPastEndings) {
        add(std::string(prefix) + past + std::string(ending), infinitive);
      }
    }
    for (const std::string_view prefix : {std::string_view(), kNa, kMi, kNemi}) {
      for (const std::string_view ending : kPerfectEndings) {
        add(std::string(prefix) + past + std::string(kHeh) + std::string(ending), infinitive);
      }
    }
  }

  // miguyad, nemikonand, beravad, konad. A stem in ALEF or WAW takes YEH before its endings: gu -> guy-ad; stems that
  // begin with ALEF take YEH after be- and na-: biyayad.
  void add_present(const std::string& present, const std::string& infinitive) {
    const bool vowel_end = present.ends_with(kAlef) || present.ends_with(kWaw);
    for (const std::string& stem : {present, vowel_end ? present + std::string(kYeh) : present}) {
      for (const std::string_view ending : kPresentEndings) {
        const std::string form = stem + std::string(ending);
        add(std::string(kMi) + form, infinitive);
        add(std::string(kNemi) + form, infinitive);
        const std::string_view glide = present.starts_with(kAlef) ? kYeh : std::string_view();
        for (const std::string_view prefix : {kBe, kNa}) {
          add(std::string(prefix) + std::string(glide) + form, infinitive);
        }
      }
      // Bare subjunctive: the endings that no noun has.
      add(stem + std::string(kPresentEndings[0]), infinitive);
      add(stem + std::string(kPresentEndings[5]), infinitive);
    }
  }

  std::unordered_map<std::string, std::string> infinitive_;
};

}  // namespace

std::string_view persian_verb_stem(std::string_view folded) {
  static const VerbForms forms;
  return forms.find(folded);
}

}  // namespace khabar
