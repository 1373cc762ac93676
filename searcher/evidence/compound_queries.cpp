// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/compound_queries.h"

#include <algorithm>
#include <iterator>
#include <ranges>

#include "analyzers/translation_terms.h"
#include "searcher/joined_words.h"

namespace khabar {
namespace {

// Its pieces, and compounds of some of them.
auto within(QueryWords::const_iterator compound, const QueryWords& typed) {
  const auto is_within = [end = compound->second.end](const auto& one) {
    return one.first.first < end;
  };
  return std::ranges::subrange(std::next(compound), typed.end()) |
         std::views::take_while(is_within) | std::views::values;
}

std::vector<std::string> pieces_of(QueryWords::const_iterator compound, const QueryWords& typed) {
  std::vector<std::string> pieces;
  for (const QueryWord& piece : within(compound, typed)) {
    if (!piece.compound) pieces.push_back(piece.surfaces.front());
  }
  return pieces;
}

}  // namespace

bool is_passive(QueryWords::const_iterator compound, const QueryWords& typed) {
  return is_passive(pieces_of(compound, typed));
}

double share_of_opaque(const WordContext& context, QueryWords::const_iterator compound,
                       const QueryWords& typed, Xapian::doccount documents) {
  if (documents == 0) return 0;
  const double own = context.vocabulary->idf(documents);
  double share = 0;
  for (const QueryWord& piece : within(compound, typed)) {
    if (piece.compound || !piece.opaque || own <= 0) continue;
    const auto with_piece = context.vocabulary->word_frequency(piece.surfaces.front());
    if (with_piece > 0)
      share += context.weights.piece * std::min(1.0, context.vocabulary->idf(with_piece) / own);
  }
  return share;
}

bool is_of_light_verb(const QueryWord& word) {
  return std::ranges::any_of(word.stems, [&](const std::string& stem) {
    return stem != word.surfaces.front() && is_light_verb(stem);
  });
}

void add_pieces(const WordContext& context, QueryWords::const_iterator compound,
                const QueryWords& typed, Alternatives& found, std::string unless) {
  const std::vector<std::string> pieces = pieces_of(compound, typed);
  if (pieces.size() < 2) return;
  const QueryWord& word = compound->second;
  add_side_by_side(context, pieces, {word.written, word.weight, EvidenceOrigin::spacing}, found,
                   std::move(unless));
}

}  // namespace khabar
