// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/persian_participles.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "analyzers/affixes.h"
#include "analyzers/persian_initialisms.h"
#include "analyzers/persian_stem.h"
#include "analyzers/persian_verbs.h"

namespace khabar {
namespace {

constexpr std::string_view kHeh = "\u0647";

// ast, bud, budand, bashad, bashand; shod, shodand, shode, shavad, shavand; nashod, nashode,
// nashavad.
constexpr std::array<std::string_view, 13> kAuxiliaries = {"\u0627\u0633\u062A",
                                                           "\u0628\u0648\u062F",
                                                           "\u0628\u0648\u062F\u0646\u062F",
                                                           "\u0628\u0627\u0634\u062F",
                                                           "\u0628\u0627\u0634\u0646\u062F",
                                                           "\u0634\u062F",
                                                           "\u0634\u062F\u0646\u062F",
                                                           "\u0634\u062F\u0647",
                                                           "\u0634\u0648\u062F",
                                                           "\u0634\u0648\u0646\u062F",
                                                           "\u0646\u0634\u062F",
                                                           "\u0646\u0634\u062F\u0647",
                                                           "\u0646\u0634\u0648\u062F"};

// Words that are no participle before an auxiliary either: barjaste "outstanding", pichide
// "complex", shayeste "worthy", haste "nucleus", raste "guild", gozashte "last (year)", -zade of
// names.
constexpr std::array<std::string_view, 7> kNoParticiples = {"\u0628\u0631\u062C\u0633\u062A\u0647",
                                                            "\u067E\u06CC\u0686\u06CC\u062F\u0647",
                                                            "\u0634\u0627\u06CC\u0633\u062A\u0647",
                                                            "\u0647\u0633\u062A\u0647",
                                                            "\u0631\u0633\u062A\u0647",
                                                            "\u06AF\u0630\u0634\u062A\u0647",
                                                            "\u0632\u0627\u062F\u0647"};

bool is_auxiliary(std::string_view word) {
  constexpr std::uint64_t kLastBytes = last_bytes(kAuxiliaries);
  if (word.empty() || !may_end_so(kLastBytes, word)) return false;
  for (const std::string_view prefix : {kMi, kNemi}) {
    if (word.starts_with(prefix) && word.size() > prefix.size()) word.remove_prefix(prefix.size());
  }
  return std::ranges::find(kAuxiliaries, word) != kAuxiliaries.end();
}

// Mi- and nemi- may stand apart.
bool begins_with_auxiliary(std::span<const Piece> pieces) {
  const auto is_verb_prefix = [](std::string_view word) { return word == kMi || word == kNemi; };
  if (pieces.size() > 1 && is_verb_prefix(pieces.front().word)) pieces = pieces.subspan(1);
  return !pieces.empty() && is_auxiliary(pieces.front().word);
}

}  // namespace

bool is_participle_of_verb(std::span<const Piece> pieces) {
  if (pieces.size() < 2 || pieces[1].before != Joint::space) return false;
  const std::string_view word = pieces.front().word;
  if (!word.ends_with(kHeh) || is_tight(pieces.front().before)) return false;
  if (!begins_with_auxiliary(pieces.subspan(1))) return false;
  std::string scratch;
  return !persian_past_stem(word.substr(0, word.size() - kHeh.size())).empty() &&
         std::ranges::find(kNoParticiples, word) == kNoParticiples.end() &&
         persian_stem(word, scratch) == word;
}

}  // namespace khabar
