// SPDX-License-Identifier: GPL-2.0-or-later
// WordQueries: the written form of a word of the spoken language.
#include <algorithm>
#include <string>

#include "analyzers/analyzer.h"
#include "searcher/bm25.h"
#include "searcher/other_spellings.h"
#include "searcher/word_queries.h"

namespace khabar {

// What is geran in writing, where the stemmer does not see that gerune "is dear" is that word. What
// it takes for the stem then is none of it: dovidan "to run" of meydun "square". A word that is
// hardly rarer here is one of its own, but behind others at the end: barq qat'e "the power is off",
// no piece.
void WordQueries::find_written_forms(ReadingsByPlace& readings) {
  constexpr double kFarCommoner = 10;
  for (auto& [place, word] : readings) {
    if (word.kind != TokenKind::word || word.compound || word.piece || word.stop) continue;
    const bool at_end = place == readings.rbegin()->first && place != readings.begin()->first;
    for (const Language* language : languages_) {
      if (language->written_form == nullptr) continue;
      const std::string& typed = word.surfaces.front();
      std::string form = language->written_form(typed);
      if (form.empty() || vocabulary_->word_frequency(form) == 0) continue;
      analyze(form, *language, tokens_);
      if (tokens_.size() != 1 || tokens_[0].stem == stem_in(word, *language)) continue;
      const double own = vocabulary_->word_frequency(typed);
      const double meant = vocabulary_->documents_with(form, tokens_[0].stem);
      if (!at_end && meant < kFarCommoner * own) continue;
      if (own > 0 && typed.ends_with(kAnd) && typed.starts_with(form)) continue;  // polo, pul
      word.spoken_stem = tokens_[0].stem;
      word.spoken = std::move(form);
      std::erase(word.stems, stem_in(word, *language));
      if (word.stems.empty()) word.stems = word.surfaces;
      // They are one word, and that in the letters of speech is no rarer.
      const double all = vocabulary_->documents();
      word.weight *= std::min(1.0, rarity(meant, all) / rarity(std::max(own, 1.0), all));
      break;
    }
  }
}

void WordQueries::add_written_form(const Readings& word, bool title, Alternatives& found) {
  if (word.spoken.empty() || word.weight <= 0) return;
  Readings reading;
  reading.surfaces = {word.spoken};
  reading.stems = {word.spoken_stem};
  reading.written = word.written;
  reading.weight = weights_.spoken;
  reading.origin = EvidenceOrigin::spoken;
  add_word(reading, title, true, found);
}

}  // namespace khabar
