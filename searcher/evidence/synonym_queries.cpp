// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/synonym_queries.h"

#include <algorithm>
#include <set>

#include "analyzers/analyzer.h"
#include "searcher/bm25.h"
#include "searcher/text_words.h"

namespace khabar {
namespace {

// It counts as a translation does, and is no rarer than what was typed.
void add_synonym(const WordContext& context, const Synonyms::Term& term,
                 std::span<QueryWord* const> typed, const Language& read_by, Alternatives& found) {
  const Language& language = term.language != nullptr ? *term.language : read_by;
  TokenList tokens;
  analyze(term.text, language, tokens);
  const auto [words, stems] = words_of(tokens);
  const double documents = context.vocabulary->documents();
  const double own = context.vocabulary->rarest(words, stems);
  const double meant = typed_documents(*context.vocabulary, typed);
  if (own == 0) return;
  const double share =
      meant > 0 ? std::min(1.0, rarity(meant, documents) / rarity(own, documents)) : 1;
  add_name_term(context, {&language, term.text, share}, typed.front()->written, found,
                EvidenceOrigin::synonym);
}

}  // namespace

void add_synonyms(const WordContext& context, const Synonyms& synonyms, QueryWords& readings,
                  Alternatives& found) {
  constexpr std::size_t kMostTerms = 100;
  const std::vector<QueryWord*> words = plain_words(readings);
  std::set<std::pair<std::size_t, const Synonyms::Term*>> added;
  for (const Language* language : context.languages) {
    std::vector<std::string> stems;
    stems.reserve(words.size());
    for (const QueryWord* word : words)
      stems.push_back(stem_in(*word, *language, context.languages));
    const std::vector<std::string_view> views(stems.begin(), stems.end());
    std::size_t count = 0;
    for (std::size_t at = 0; at < words.size(); at += std::max<std::size_t>(count, 1)) {
      const std::span<QueryWord* const> typed = std::span(words).subspan(at);
      for (const Synonyms::Term* term :
           synonyms.of(std::span(views).subspan(at), *language, count)) {
        if (added.size() < kMostTerms && added.emplace(at, term).second)
          add_synonym(context, *term, typed.first(count), *language, found);
      }
    }
  }
}

}  // namespace khabar
