// SPDX-License-Identifier: GPL-2.0-or-later
// Arabic verbs conjugated from two forms each: a form of a hollow or weak verb finds its verb.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/lexicon.h"

namespace khabar {

/// The forms of a list of verbs, for look-up. A verb is known by its third person masculine past
/// and present, unvowelled ("qal<TAB>yaqul"), and called after its folded past.
/// Proclitics and pronouns come off before the look-up.
/// Source: conjugation tables of standard Arabic: sound, doubled, hamzated, assimilated, hollow and
/// defective verbs. Left out: imperatives, most duals, and forms of two letters.
/// Thread safety: thread-safe once built.
class ArabicVerbs {
 public:
  /// Tells of a folded form that it is better known as a noun; such a form is not found.
  using IsNoun = std::function<bool(std::string_view form)>;

  /// `list` holds "past<TAB>present" a line, '#' begins a comment line. Where two verbs share a
  /// form, the past of a verb is that verb's own, a form of women, "you" of many without its NOON
  /// and the jussive of a defective verb give way (yadmanu is of damin, not of damm; taqaddamu
  /// "they advanced", not tuqaddimu), and otherwise the verb listed first has it. `is_noun` is
  /// asked at look-up, and must outlive the verbs with all it looks at.
  ArabicVerbs(std::string_view list, IsNoun is_noun);

  ArabicVerbs(const ArabicVerbs&) = delete;  // index_ looks into letters_
  ArabicVerbs& operator=(const ArabicVerbs&) = delete;

  /// The folded past of the verb that a folded form belongs to; empty where there is none.
  std::string_view find(std::string_view form) const;

 private:
  struct Form {
    std::uint32_t begin = 0;  // of its letters in letters_
    std::uint32_t bytes = 0;
    std::uint32_t verb = 0;  // index of pasts_
    bool rare = false;
  };
  std::vector<Form> read(std::string_view list);

  IsNoun is_noun_;
  std::vector<std::string> pasts_;
  std::string letters_;
  WordTable index_;  // form to its verb in pasts_
};

}  // namespace khabar
