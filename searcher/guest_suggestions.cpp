// SPDX-License-Identifier: GPL-2.0-or-later
// Suggester: words of a language that hardly any document of the index is in.
#include <algorithm>
#include <span>

#include "analyzers/analyzer.h"
#include "analyzers/translations.h"
#include "indexer/schema.h"
#include "searcher/other_spellings.h"
#include "searcher/suggestions.h"

namespace khabar {

// Whether a language that hardly any document is in has the word.
bool Suggester::is_guest(const Word& word, const Language& language) const {
  return word.kind == TokenKind::word && language.count != nullptr &&
         vocabulary_.has_few_in(language) && language.count(word.folded) >= kListedFrequency;
}

// What the documents have in the place of such a word: a name in their spelling (khamene'i), or a
// translation (faranse is no fransuwa).
double Suggester::evidence_across(const Word& word) const {
  constexpr double kNear = 0.15;  // of OtherSpelling::weight
  const auto is_in_no_form = [&](const Word& one) {
    return vocabulary_.word_frequency(one.folded) == 0 &&
           std::ranges::all_of(one.stems, [&](const std::string& stem) {
             return vocabulary_.stem_frequency(stem) == 0;
           });
  };
  double most = 0;
  std::string scratch;
  for (const Language* language : all_languages()) {
    if (!is_guest(word, *language)) continue;
    if (is_in_no_form(word)) {
      const auto& names = spellings_of_name(word.folded, word.kind, vocabulary_);
      if (!names.empty() && names[0].weight >= kNear)
        most = std::max<double>(most, vocabulary_.word_frequency(names[0].text));
    }
    for (const std::string& other : spellings_across(word.folded, true, vocabulary_))
      most = std::max<double>(most, vocabulary_.word_frequency(other));
    if (language->stem == nullptr) continue;
    std::size_t count = 0;
    const std::string_view stem = language->stem(word.folded, scratch);
    for (const Translation& way : translations(std::span(&stem, 1), language->tag, count)) {
      if (way.words.size() == 1)
        most = std::max<double>(most, vocabulary_.documents_with(way.words[0], way.stems[0]));
    }
  }
  return most;
}

// A name of another language was meant for itself: misi is no musa where the index has it.
void Suggester::keep_names_of_guest(const Word& word, std::vector<NearWord>& near) const {
  if (std::ranges::none_of(all_languages(),
                           [&](const Language* one) { return is_guest(word, *one); }))
    return;
  const auto& names = spellings_of_name(word.folded, word.kind, vocabulary_);
  const auto is_name = [&](const NearWord& one) {
    return std::ranges::any_of(names,
                               [&](const OtherSpelling& name) { return name.text == one.word; });
  };
  if (std::ranges::any_of(near, is_name))
    std::erase_if(near, [&](const NearWord& one) { return !is_name(one); });
}

}  // namespace khabar
