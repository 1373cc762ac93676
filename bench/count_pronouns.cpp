// SPDX-License-Identifier: GPL-2.0-or-later
// Makes analyzers/data/ar/pronouns.txt: the words whose last letter, where it was typed as HEH and
// not as TEH MARBUTA, is the pronoun "his" on another word (kitabu-hu "his book", kitaba
// "writing"). `khabar_count_pronouns ar MINIMUM FILE... > pronouns.txt`
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analyzers/arabic_letters.h"
#include "analyzers/arabic_lexicon.h"
#include "analyzers/arabic_stemmer.h"
#include "analyzers/language.h"
#include "analyzers/token.h"
#include "bench/counting.h"

namespace {

using khabar::arabic_letters::kArticle;
using khabar::arabic_letters::kHeh;

// Writers leave the dots out in one of thirty articles at most (of words that are none without the
// letter, one in a hundred is above that): what has HEH so often, beside TEH MARBUTA, has "his".
constexpr double kSloppy = 0.2;

struct Spellings {
  std::uint32_t heh = 0, teh_marbuta = 0;  // articles
};
using Counts = std::unordered_map<std::string, Spellings>;  // by folded word

Counts count_spellings(const khabar::CountArguments& arguments, std::uint64_t& read) {
  constexpr std::string_view kTehMarbuta = "\u0629";
  Counts counts;
  std::unordered_set<std::string> heh, teh_marbuta;
  const auto take = [&](std::string_view text, const khabar::TokenList& tokens) {
    for (const khabar::Token& token : tokens) {
      if (token.kind != khabar::TokenKind::word || !token.word.ends_with(kHeh)) continue;
      const std::string_view written = khabar::written_in(text, token);
      if (written.ends_with(kHeh)) heh.emplace(token.word);
      if (written.ends_with(kTehMarbuta)) teh_marbuta.emplace(token.word);
    }
  };
  khabar::for_each_part(arguments.paths, *arguments.language, take, [&] {
    for (const std::string& word : heh) ++counts[word].heh;
    for (const std::string& word : teh_marbuta) ++counts[word].teh_marbuta;
    heh.clear();
    teh_marbuta.clear();
    ++read;
  });
  return counts;
}

// A noun, which has the article elsewhere, or a listed verb: what takes "his" and "him".
bool takes_pronoun(std::string_view word, std::string_view with_pronoun, std::uint32_t minimum) {
  const khabar::ArabicLexicon& lexicon = khabar::ArabicLexicon::get();
  return !lexicon.is_heh_a_radical(with_pronoun) && lexicon.function_word(with_pronoun).empty() &&
         (lexicon.verb(word) == word ||
          (lexicon.count(word) >= minimum && lexicon.count(kArticle, word) >= minimum));
}

// The stemmer takes HEH for "his" already, whatever was typed.
bool stem_is_same(std::string_view word, std::string_view base) {
  std::string scratch, scratch_of_base;
  return khabar::stem_arabic(word, scratch) == khabar::stem_arabic(base, scratch_of_base);
}

bool count(const std::vector<std::string>& words) {
  const auto arguments = khabar::count_arguments(words);
  if (!arguments || arguments->language->tag != "ar") return false;
  std::uint64_t read = 0;
  const Counts counts = count_spellings(*arguments, read);
  std::vector<std::pair<std::string_view, std::uint32_t>> rows;
  for (const auto& [word, spelled] : counts) {
    if (spelled.heh < arguments->minimum || spelled.teh_marbuta == 0) continue;
    if (spelled.heh < kSloppy * spelled.teh_marbuta) continue;
    const std::string_view base = std::string_view(word).substr(0, word.size() - kHeh.size());
    if (!takes_pronoun(base, word, arguments->minimum) || stem_is_same(word, base)) continue;
    rows.emplace_back(word, spelled.heh);
  }
  std::sort(rows.begin(), rows.end());
  std::cout
      << "# Arabic words whose last letter, typed as HEH, is \"his\" on another word; with TEH "
         "MARBUTA they are one word: word<TAB>articles with HEH, "
      << arguments->minimum << " or more. Folded by khabar.\n";
  khabar::print_counted("khabar_count_pronouns", *arguments, read);
  for (const auto& [word, articles] : rows) std::cout << word << '\t' << articles << '\n';
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  return khabar::run_counting(argc, argv,
                              "khabar_count_pronouns ar MINIMUM FILE... > pronouns.txt\n"
                              "MINIMUM is the fewest articles of a word with HEH",
                              count);
}
