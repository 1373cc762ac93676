// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/form_queries.h"

#include <algorithm>

#include "analyzers/affixes.h"
#include "analyzers/analyzer.h"
#include "analyzers/clitics.h"
#include "analyzers/stopwords.h"
#include "searcher/bm25.h"
#include "searcher/evidence/name_queries.h"
#include "searcher/joined_words.h"
#include "searcher/other_spellings.h"

namespace khabar {
namespace {

// Without the "and" that a language does not write to a word, but hasty readers do: barq vagaz ->
// barq va gaz. Where the news have the whole nowhere, no word begins so by chance.
std::string without_and(std::string_view typed, const Language& language) {
  constexpr std::size_t kMinLetters = 3;
  if (language.joined_by_and == nullptr || language.count == nullptr || !typed.starts_with(kAnd))
    return {};
  const std::string_view rest = typed.substr(kAnd.size());
  if (letter_count(rest) < kMinLetters || language.count(typed) > 0 || language.count(rest) == 0 ||
      is_stop_word(rest, language))
    return {};
  return std::string(rest);
}

}  // namespace

void find_written_forms(const WordContext& context, QueryWords& words) {
  constexpr double kFarCommoner = 10;
  std::string_view before;  // the word before, if any
  for (auto& [place, word] : words) {
    const std::string_view last = std::exchange(before, word.surfaces.front());
    if (word.kind != TokenKind::word || word.compound || word.piece || word.stop) continue;
    const bool at_end = place == words.rbegin()->first && place != words.begin()->first;
    const std::string& typed = word.surfaces.front();
    const bool is_bin = typed == kIbn && !last.empty() && is_bin_of_name(last, *context.vocabulary);
    for (const Language* language : context.languages) {
      std::string form = is_bin ? std::string(kBin) : without_and(typed, *language);
      EvidenceOrigin origin = is_bin ? EvidenceOrigin::name : EvidenceOrigin::spacing;
      if (form.empty() && language->written_form != nullptr) {
        form = language->written_form(typed);
        origin = EvidenceOrigin::spoken;
      }
      if (form.empty() || context.vocabulary->word_frequency(form) == 0) continue;
      TokenList tokens;
      analyze(form, *language, tokens);
      if (tokens.size() != 1 || tokens[0].stem == stem_in(word, *language, context.languages))
        continue;
      const double own = context.vocabulary->word_frequency(typed);
      const double meant = context.vocabulary->documents_with(form, tokens[0].stem);
      if (!at_end && meant < kFarCommoner * own) continue;
      if (own > 0 && typed.ends_with(kAnd) && typed.starts_with(form)) continue;  // polo, pul
      word.spoken_stem = tokens[0].stem;
      word.spoken = std::move(form);
      word.spoken_origin = origin;
      std::erase(word.stems, stem_in(word, *language, context.languages));
      if (word.stems.empty()) word.stems = word.surfaces;
      // They are one word, and that in the letters of speech is no rarer.
      const double all = context.vocabulary->documents();
      word.weight *= std::min(1.0, rarity(meant, all) / rarity(std::max(own, 1.0), all));
      break;
    }
  }
}

void add_written_form(const WordContext& context, const QueryWord& word, Alternatives& found) {
  if (word.spoken.empty() || word.weight <= 0) return;
  add_other(context, word.spoken, word.spoken_stem,
            {word.written, context.weights.spoken, word.spoken_origin}, found);
}

void add_new_forms(const WordContext& context, const QueryWord& word, Alternatives& found) {
  constexpr double kNewForm = 0.8;
  const std::string& surface = word.surfaces.front();
  if (word.kind != TokenKind::word || word.compound) return;
  for (const Language* language : context.languages) {
    for (const std::string& form : new_forms_with_clitics(surface, *language)) {
      if (context.vocabulary->word_frequency(form) == 0) {
        // li-muritaniya, of which the index has the name in other letters
        if (form.size() < surface.size() && surface.ends_with(form))
          add_spellings(context, form, word, found);
        continue;
      }
      add_spelling(context, form, {word.written, kNewForm, EvidenceOrigin::clitics}, found);
    }
  }
}

void add_related(const WordContext& context, const QueryWord& word, Alternatives& found) {
  if (word.kind != TokenKind::word || word.compound || word.weight <= 0) return;
  const auto add = [&](const std::string& other, double weight) {
    if (!other.empty() && weight > 0) add_related_stem(context, other, word, weight, found);
  };
  for (const Language* language : context.languages) {
    const std::string stem = stem_in(word, *language, context.languages);
    std::vector<std::string> added;
    const auto add_all = [&](std::vector<std::string> others, double weight) {
      for (std::string& other : others) {
        if (std::ranges::find(added, other) != added.end()) continue;
        add(other, weight);
        added.push_back(std::move(other));
      }
    };
    if (context.is_short() && language->events != nullptr)
      add_all(language->events(word.surfaces.front(), stem), context.weights.event);
    if (language->related != nullptr) add_all(language->related(stem), context.weights.related);
    // The last, for they weigh the least.
    if (context.is_short() && language->kin != nullptr)
      add_all(language->kin(word.surfaces.front(), stem), context.weights.kin);
  }
}

void add_adjective(const WordContext& context, const QueryWord& compound, Alternatives& found) {
  constexpr std::string_view kYeh = "\u06CC";
  for (const std::string& stem : compound.stems) {
    const std::string other =
        stem.ends_with(kYeh) ? stem.substr(0, stem.size() - kYeh.size()) : stem + std::string(kYeh);
    add_related_stem(context, other, compound, context.weights.related, found);
  }
}

}  // namespace khabar
