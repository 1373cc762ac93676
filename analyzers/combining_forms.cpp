// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/combining_forms.h"

#include <algorithm>
#include <array>

#include "analyzers/lexicon.h"
#include "analyzers_data.h"

namespace khabar {

bool is_combining_form(std::string_view piece) {
  static const WordSet forms(data::fa_combining_forms()), agents(data::fa_agents());
  constexpr std::array<std::string_view, 6> kEndings = {
      "",
      "\u06CC",              // FARSI YEH
      "\u06CC\u06CC",        // FARSI YEH twice
      "\u0627\u0646",        // ALEF NOON
      "\u0627\u0646\u0647",  // ALEF NOON HEH
      "\u06CC\u0627\u0646",  // FARSI YEH ALEF NOON
  };
  return forms.contains(piece) ||
         std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
           return piece.ends_with(ending) &&
                  agents.contains(piece.substr(0, piece.size() - ending.size()));
         });
}

}  // namespace khabar
