// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_compounds.h"

#include <algorithm>
#include <bitset>
#include <iterator>
#include <string>
#include <string_view>

#include "analyzers/affixes.h"
#include "analyzers/arabic_stemmer.h"
#include "analyzers/folding.h"
#include "analyzers/lexicon.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr std::string_view kAbd = "\u0639\u0628\u062F";  // AIN BEH DAL
constexpr std::string_view kAbu = "\u0627\u0628\u0648";  // ALEF BEH WAW
constexpr std::string_view kArticle = "\u0627\u0644";    // ALEF LAM

// Few words have the length and the last two letters of a second half: this alone tells most apart.
constexpr std::size_t kShapes = 4096, kShortest = 4;  // bytes
std::size_t shape_of(std::string_view word) {
  constexpr std::size_t kLetters = 64, kSpread = 5;
  const auto letter = [&](std::size_t bytes_before_end) {
    return static_cast<unsigned char>(word[word.size() - bytes_before_end]) % kLetters;
  };
  return ((letter(3) + word.size() * kSpread) * kLetters + letter(1)) % kShapes;
}

// data/ar/compounds.txt.
struct Listed {
  WordSet pairs;    // in their joined spellings
  WordSet seconds;  // their second halves
  WordSet halves;   // both, and abd and abu
  std::bitset<kShapes> shapes;

  bool has_second(std::string_view word) const {
    return word.size() >= kShortest && shapes[shape_of(word)] && seconds.contains(word);
  }
};

std::string second_halves() {
  std::string seconds;
  for_each_line(data::ar_compounds(), [&](std::string_view line) {
    seconds.append(line.substr(line.find('+') + 1)) += '\n';
  });
  return seconds;
}

std::bitset<kShapes> shapes_of(std::string_view words) {
  std::bitset<kShapes> shapes;
  for_each_line(words,
                [&](std::string_view word) { shapes.set(shape_of(fold_arabic_script(word))); });
  return shapes;
}

std::string with_instead_of_plus(std::string_view instead) {
  std::string text;
  for_each_line(data::ar_compounds(), [&](std::string_view line) {
    const std::size_t plus = line.find('+');
    text.append(line.substr(0, plus)).append(instead).append(line.substr(plus + 1)) += '\n';
  });
  return text;
}

const Listed& listed() {
  static const Listed lists{
      WordSet(with_instead_of_plus("")), WordSet(second_halves()),
      WordSet(with_instead_of_plus("\n").append(kAbd).append("\n").append(kAbu)),
      shapes_of(second_halves())};
  return lists;
}

// Whether the words may be a name with what is written before it; no for most.
bool may_be_name(std::string_view first, std::string_view second) {
  return has_suffix(first, kAbd) || has_suffix(first, kAbu) || listed().has_second(second);
}

bool is_name(std::string_view first, std::string_view second) {
  if (first == kAbd) return second.starts_with(kArticle) && letter_count(second) >= 4;
  // abu abd allah is abu, and abd allah
  if (first == kAbu) return letter_count(second) >= 3 && second != kAbd;
  return listed().has_second(second) && listed().pairs.contains(Joined(first, second));
}

// Bytes of what is written before a name: wa-li-hizb allah; npos where it is none.
std::size_t before_name(std::string_view first, std::string_view second) {
  constexpr std::size_t kMost = 2;
  // WAW, FEH, BEH, LAM, KEHEH.
  constexpr std::string_view kFronts[] = {"\u0648", "\u0641", "\u0628", "\u0644", "\u06A9"};
  std::size_t bytes = 0;
  for (std::size_t letters = 0; letters <= kMost; ++letters) {
    const std::string_view rest = first.substr(bytes);
    if (is_name(rest, second)) return bytes;
    const auto* const front = std::find_if(
        std::begin(kFronts), std::end(kFronts),
        [&](std::string_view one) { return rest.starts_with(one) && rest.size() > one.size(); });
    if (front == std::end(kFronts)) break;
    bytes += front->size();
  }
  return std::string_view::npos;
}

bool read_name(const Piece& first, const Piece& second, Compound& compound) {
  const std::size_t front = before_name(first.word, second.word);
  if (front == std::string_view::npos) return false;
  const auto bytes_of = [](const Piece& piece) {
    return static_cast<std::uint32_t>(piece.word.size());
  };
  if (first.word.size() + second.word.size() > kMaxWordBytes) return false;
  compound.words = 2;
  compound.word = first.word;
  compound.word += second.word;
  thread_local std::string scratch;
  compound.stem = stem_arabic(std::string_view(compound.word).substr(front), scratch);
  compound.parts.clear();
  compound.parts.push_back({0, 0, bytes_of(first), true});
  const std::string_view half = std::string_view(first.word).substr(front);
  compound.parts.push_back(
      {1, 0, bytes_of(second), listed().pairs.contains(Joined(half, second.word))});
  return true;
}

}  // namespace

bool find_arabic_compound(std::span<const Piece> words, Compound& compound) {
  if (words.size() < 2) return false;
  const Piece& second = words[1];
  const bool parted = second.before == Joint::space || second.before == Joint::no_break_space ||
                      second.before == Joint::non_joiner;
  return parted && second.kind == TokenKind::word && may_be_name(words[0].word, second.word) &&
         read_name(words[0], second, compound);
}

bool is_opaque_arabic_piece(std::string_view word) { return listed().halves.contains(word); }

}  // namespace khabar
