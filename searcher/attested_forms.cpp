// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/attested_forms.h"

#include <algorithm>
#include <string_view>

namespace khabar {

std::vector<std::string> attested_forms(const std::string& word, const std::string& stem,
                                        const Language& language, const Vocabulary& vocabulary) {
  std::vector<std::string> forms;
  std::string scratch;
  const auto add = [&](std::string form) {
    if (vocabulary.word_frequency(form) == 0 || std::ranges::find(forms, form) != forms.end())
      return;
    if (form == word || (language.stem != nullptr && language.stem(form, scratch) == stem))
      forms.push_back(std::move(form));
  };
  for (const std::string& base : {word, stem}) {
    add(base);
    if (!language.article.empty()) add(std::string(language.article) + base);
  }
  if (language.clitics == nullptr) return forms;
  for (const std::string_view end : language.clitics->inner) add(stem + std::string(end));
  return forms;
}

}  // namespace khabar
