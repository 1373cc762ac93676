// SPDX-License-Identifier: GPL-2.0-or-later
// Arabic: how the language is told, and the stemmer it has (analyzers/arabic_stemmer.h).
#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/affixes.h"
#include "analyzers/arabic_lexicon.h"
#include "analyzers/arabic_stemmer.h"
#include "analyzers/characters.h"
#include "analyzers/folding.h"
#include "analyzers/language.h"

namespace khabar {
namespace {

// Remembers stems of the latest words: a text repeats its words. One slot for each hash; a newer
// word takes the slot over.
class StemCache {
 public:
  static constexpr std::size_t kSlots = 32768;
  static constexpr std::size_t kMaxBytes = 31;

  // The stem of `word`, or empty.
  std::string_view find(std::string_view word, std::size_t hash) const {
    const Slot& slot = slots_[hash % kSlots];
    if (slot.word_size != word.size() ||
        std::memcmp(slot.word.data(), word.data(), word.size()) != 0) {
      return {};
    }
    return {slot.stem.data(), slot.stem_size};
  }

  void keep(std::string_view word, std::string_view stem, std::size_t hash) {
    if (word.size() > kMaxBytes || stem.size() > kMaxBytes) return;
    Slot& slot = slots_[hash % kSlots];
    slot.word_size = static_cast<std::uint8_t>(word.size());
    slot.stem_size = static_cast<std::uint8_t>(stem.size());
    std::memcpy(slot.word.data(), word.data(), word.size());
    std::memcpy(slot.stem.data(), stem.data(), stem.size());
  }

 private:
  struct Slot {
    std::uint8_t word_size = 0;
    std::uint8_t stem_size = 0;
    std::array<char, kMaxBytes> word;
    std::array<char, kMaxBytes> stem;
  };
  std::vector<Slot> slots_ = std::vector<Slot>(kSlots);
};

std::string_view stem(std::string_view word, std::string& scratch) {
  thread_local StemCache cache;
  const std::size_t hash = std::hash<std::string_view>{}(word);
  if (const std::string_view known = cache.find(word, hash); !known.empty()) {
    scratch = known;
    return scratch;
  }
  const std::string_view stemmed = stem_arabic(word, scratch);
  cache.keep(word, stemmed, hash);
  return stemmed;
}

// Function words that are rare in Persian, folded: fi, 'ala, ila, 'an, hadha, hadhihi, allati,
// alladhi, kana, qad, lam, lan, thumma, dhalika, min (Persian "I", far rarer), ma'a, wa-qala, aw,
// hatta, haythu, kama.
constexpr std::array<std::string_view, 21> kFunctionWords = {"\u0641\u06CC",
                                                             "\u0639\u0644\u06CC",
                                                             "\u0627\u0644\u06CC",
                                                             "\u0639\u0646",
                                                             "\u0647\u0630\u0627",
                                                             "\u0647\u0630\u0647",
                                                             "\u0627\u0644\u062A\u06CC",
                                                             "\u0627\u0644\u0630\u06CC",
                                                             "\u06A9\u0627\u0646",
                                                             "\u0642\u062F",
                                                             "\u0644\u0645",
                                                             "\u0644\u0646",
                                                             "\u062B\u0645",
                                                             "\u0630\u0644\u06A9",
                                                             "\u0645\u0646",
                                                             "\u0645\u0639",
                                                             "\u0648\u0642\u0627\u0644",
                                                             "\u0627\u0648",
                                                             "\u062D\u062A\u06CC",
                                                             "\u062D\u06CC\u062B",
                                                             "\u06A9\u0645\u0627"};

bool begins_with_article(std::string_view folded) {
  constexpr std::string_view article = "\u0627\u0644";                    // ALEF LAM
  constexpr std::string_view albatta = "\u0627\u0644\u0628\u062A\u0647";  // Persian "of course"
  constexpr std::string_view alan = "\u0627\u0644\u0627\u0646";           // "now" in both
  return letter_count(folded) > 4 && folded.starts_with(article) && folded != albatta &&
         folded != alan;
}

double evidence(std::u32string_view letters, std::string_view folded) {
  double sum = 0;
  for (const char32_t c : letters) {
    if (c == kTehMarbuta) sum += 1.0;
    if (c == kAlefHamzaAbove || c == kAlefHamzaBelow) sum += 0.7;
    if (c == kYeh || c == kKaf) sum += 0.1;  // also what an Arabic keyboard gives in Persian
    if (c == kAlefMaksura) sum += 0.3;
  }
  if (begins_with_article(folded)) sum += 1.0;
  for (const std::string_view word : kFunctionWords) {
    if (folded == word) sum += 1.0;
  }
  return sum;
}

}  // namespace

extern const Language arabic_language;
const Language arabic_language = {
    .tag = "ar",
    .name = "Arabic",
    .version = 2,
    .fold = fold_arabic_script,
    .join = nullptr,
    .stem = stem,
    .article = "\u0627\u0644",  // ALEF LAM
    .count = [](std::string_view word) { return ArabicLexicon::get().count(word); },
    .evidence = evidence,
};

}  // namespace khabar
