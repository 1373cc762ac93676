// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_compounds.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "analyzers/affixes.h"
#include "analyzers/arabic_stemmer.h"
#include "analyzers/folding.h"
#include "analyzers/utf8.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr std::string_view kAbd = "\u0639\u0628\u062F";              // AIN BEH DAL
constexpr std::string_view kAbu = "\u0627\u0628\u0648";              // ALEF BEH WAW
constexpr std::string_view kAndAbu = "\u0648\u0627\u0628\u0648";     // WAW ALEF BEH WAW
constexpr std::string_view kArticle = "\u0627\u0644";                // ALEF LAM
constexpr std::string_view kDin = "\u0627\u0644\u062F\u06CC\u0646";  // ALEF LAM DAL YEH NOON
constexpr std::string_view kAllah = "\u0627\u0644\u0644\u0647";      // ALEF LAM LAM HEH

using Pairs = std::unordered_set<std::string>;

// The joined spellings of data/ar/compounds.txt.
const Pairs& listed_pairs() {
  static const Pairs pairs = [] {
    Pairs all;
    std::string_view text = data::ar_compounds();
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(line.size() + 1, text.size()));
      if (line.empty() || line.front() == '#') continue;
      std::string pair(line), folded;
      std::erase(pair, '+');
      fold_arabic_script(to_code_points(pair), folded);
      all.insert(std::move(folded));
    }
    return all;
  }();
  return pairs;
}

// ABD, perhaps behind one letter: wa-abd, li-abd.
bool ends_in_abd(std::string_view word) {
  return word.ends_with(kAbd) && letter_count(word) <= letter_count(kAbd) + 1;
}

bool is_name(std::string_view first, std::string_view second) {
  if (ends_in_abd(first)) return second.starts_with(kArticle) && letter_count(second) >= 4;
  if (first == kAbu || first == kAndAbu) return letter_count(second) >= 3;
  if (second != kDin && second != kAllah) return false;
  thread_local std::string joined;
  joined = first;
  joined += second;
  return listed_pairs().contains(joined);
}

}  // namespace

bool find_arabic_compound(std::span<const Piece> words, Compound& compound) {
  if (words.size() < 2) return false;
  const Piece& first = words[0];
  const Piece& second = words[1];
  const bool parted = second.before == Joint::space || second.before == Joint::no_break_space ||
                      second.before == Joint::non_joiner;
  if (!parted || second.kind != TokenKind::word || !is_name(first.word, second.word)) return false;
  const auto bytes_of = [](const Piece& piece) {
    return static_cast<std::uint32_t>(piece.word.size());
  };
  if (first.word.size() + second.word.size() > kMaxWordBytes) return false;
  compound.words = 2;
  compound.word = first.word;
  compound.word += second.word;
  thread_local std::string scratch;
  compound.stem = stem_arabic(compound.word, scratch);
  compound.parts.clear();
  compound.parts.push_back({0, 0, bytes_of(first)});
  compound.parts.push_back({1, 0, bytes_of(second)});
  return true;
}

}  // namespace khabar
