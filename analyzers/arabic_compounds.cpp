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

// Few words have the last two letters of a half: this alone tells most pairs apart.
class Endings {
 public:
  void add(std::string_view word) { known_.set(place_of(word)); }
  bool may_have(std::string_view word) const {
    return word.size() >= kBytes && known_[place_of(word)];
  }

 private:
  static constexpr std::size_t kBytes = 4, kLastBytes = 64;
  static std::size_t place_of(std::string_view word) {
    const auto byte = [&](std::size_t before_end) {
      return static_cast<unsigned char>(word[word.size() - before_end]) % kLastBytes;
    };
    return byte(3) * kLastBytes + byte(1);
  }
  std::bitset<kLastBytes * kLastBytes> known_;
};

// data/ar/compounds.txt.
struct Listed {
  WordSet pairs;    // in their joined spellings
  WordSet seconds;  // their second halves
  WordSet halves;   // both, and abd and abu
  Endings of_firsts, of_seconds;

  Listed();
};

std::string second_halves() {
  std::string seconds;
  for_each_line(data::ar_compounds(), [&](std::string_view line) {
    seconds.append(line.substr(line.find('+') + 1)) += '\n';
  });
  return seconds;
}

std::string with_instead_of_plus(std::string_view instead) {
  std::string text;
  for_each_line(data::ar_compounds(), [&](std::string_view line) {
    const std::size_t plus = line.find('+');
    text.append(line.substr(0, plus)).append(instead).append(line.substr(plus + 1)) += '\n';
  });
  return text;
}

Listed::Listed()
    : pairs(with_instead_of_plus("")),
      seconds(second_halves()),
      halves(with_instead_of_plus("\n").append(kAbd).append("\n").append(kAbu)) {
  for_each_line(data::ar_compounds(), [&](std::string_view line) {
    const std::size_t plus = line.find('+');
    of_firsts.add(fold_arabic_script(line.substr(0, plus)));
    of_seconds.add(fold_arabic_script(line.substr(plus + 1)));
  });
}

const Listed& listed() {
  static const Listed lists;
  return lists;
}

// Whether the words may be a name with what is written before it; no for most.
bool may_be_name(std::string_view first, std::string_view second) {
  if (has_suffix(first, kAbd) || has_suffix(first, kAbu)) return true;
  return listed().of_seconds.may_have(second) && listed().of_firsts.may_have(first);
}

bool is_name(std::string_view first, std::string_view second) {
  if (first == kAbd) return second.starts_with(kArticle) && letter_count(second) >= 4;
  // abu abd allah is abu, and abd allah
  if (first == kAbu) return letter_count(second) >= 3 && second != kAbd;
  return listed().seconds.contains(second) && listed().pairs.contains(Joined(first, second));
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
