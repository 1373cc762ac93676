// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/function_words.h"

#include <algorithm>

#include "analyzers/stopwords.h"
#include "searcher/other_spellings.h"

namespace khabar {

bool is_function_word(std::string_view folded, const Language& language) {
  return is_stop_word(folded, language) || is_name_particle(folded);
}

bool is_function_word(std::string_view folded, std::span<const Language* const> languages) {
  return std::all_of(languages.begin(), languages.end(),
                     [&](const Language* one) { return is_function_word(folded, *one); });
}

}  // namespace khabar
