// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/phrase_translations.h"

#include <string>

#include "analyzers/analyzer.h"
#include "searcher/text_words.h"

namespace khabar {
namespace {

std::vector<NameTerm> translations_from(const Language& language, std::string_view phrase,
                                        const Vocabulary& vocabulary) {
  TokenList tokens;
  analyze(phrase, language, tokens);
  const auto [words, stems] = words_of(tokens);
  if (words.empty()) return {};
  std::size_t count = 0;
  const std::vector<Translation> ways = translations(stems, language.tag, count, words);
  std::vector<NameTerm> found;
  for (const Translation& way : ways) {
    const Language* const other = find_language(way.language);
    const bool whole = count == words.size();
    if (whole && other != nullptr && vocabulary.documents_in(other->tag) > 0)
      found.push_back({other, way.text, way.weight});
  }
  return found;
}

}  // namespace

std::vector<NameTerm> phrase_translations(std::string_view phrase, const TranslateFrom& from,
                                          const Vocabulary& vocabulary, TermCollector& terms) {
  std::vector<NameTerm> all;
  for (const Language* language : from.languages) {
    const std::vector<NameTerm> ways = translations_from(*language, phrase, vocabulary);
    all.insert(all.end(), ways.begin(), ways.end());
    if (ways.empty() || from.asked) continue;
    Note note{.kind = NoteKind::missing_translated,
              .asked = {std::string(phrase)},
              .typed = {std::string(phrase)},
              .language = std::string(language->tag)};
    std::vector<std::string>& texts = note.found.emplace_back();
    for (const NameTerm& way : ways) texts.emplace_back(way.text);
    terms.note(std::move(note));
  }
  return all;
}

}  // namespace khabar
