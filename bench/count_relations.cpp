// SPDX-License-Identifier: GPL-2.0-or-later
// Makes analyzers/data/fa/relations.txt: Persian adjectives in YEH that are written in the same
// company as the noun they come of (nafti "of oil", beside naft), and not as words of another sense
// (mahi "fish", beside mah "month"). `khabar_count_relations FILE... > relations.txt`
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "analyzers/listed_names.h"
#include "analyzers/stopwords.h"
#include "analyzers/token.h"
#include "bench/counting.h"

namespace {

constexpr std::string_view kYeh = "\u06CC";
// What stands beside a word: so many words on each side, of those that are common and yet say
// something.
constexpr std::size_t kWindow = 8;
constexpr std::size_t kTooCommon = 60;
constexpr std::size_t kCommon = 6000;
constexpr std::uint32_t kMinSeen = 20;
constexpr std::size_t kMinNounBytes = 6;  // three letters
// Cosine of the two companies, each by its mutual information: .48 of nafti, .54 of banki; .26 of
// bazi "game" (baz "open"), .06 of keshti "ship" (kesht "he killed").
constexpr double kMinLikeness = 0.3;

using Numbers = std::unordered_map<std::string, std::uint32_t>;
using Company = std::unordered_map<std::uint32_t, double>;

const khabar::Language& persian() { return *khabar::find_language("fa"); }

// Calls `take` with the words of each article, in order.
template <typename Take>
void for_each_text(const std::vector<std::string>& paths, Take take) {
  khabar::TokenList tokens;
  khabar::for_each_article(paths, [&](const khabar::Document& article) {
    khabar::analyze(article.title + "\n" + article.body, persian(), tokens);
    std::vector<std::string> words;
    for (const khabar::Token& token : tokens) {
      if (!token.compound) words.emplace_back(token.word);
    }
    take(words);
  });
}

Numbers count_words(const std::vector<std::string>& paths) {
  Numbers counts;
  for_each_text(paths, [&](const std::vector<std::string>& words) {
    for (const std::string& word : words) ++counts[word];
  });
  return counts;
}

// The common words, each with its place among them.
Numbers common_words(const Numbers& counts) {
  std::vector<std::string> words;
  words.reserve(counts.size());
  for (const auto& [word, count] : counts) words.push_back(word);
  std::sort(words.begin(), words.end(), [&](const std::string& a, const std::string& b) {
    return counts.at(a) != counts.at(b) ? counts.at(a) > counts.at(b) : a < b;
  });
  Numbers places;
  for (std::size_t at = kTooCommon; at < std::min(kCommon, words.size()); ++at) {
    places[words[at]] = static_cast<std::uint32_t>(at);
  }
  return places;
}

bool is_stem(std::string_view word) {
  std::string scratch;
  return persian().stem(word, scratch) == word;
}

// No function words (kasi "somebody", kas), nor given names, of which there are family names.
bool may_be_related(const std::string& adjective, const std::string& noun) {
  return noun.size() >= kMinNounBytes && !khabar::is_stop_word(adjective, persian()) &&
         !khabar::is_stop_word(noun, persian()) && khabar::listed_spellings(noun).empty() &&
         is_stem(adjective) && is_stem(noun);
}

// Adjectives and their nouns: both keep their letters when they are stemmed.
std::vector<std::string> candidates(const Numbers& counts) {
  std::vector<std::string> found;
  for (const auto& [word, count] : counts) {
    if (count < kMinSeen || !word.ends_with(kYeh)) continue;
    const std::string noun = word.substr(0, word.size() - kYeh.size());
    const auto known = counts.find(noun);
    if (known == counts.end() || known->second < kMinSeen) continue;
    if (may_be_related(word, noun)) found.push_back(word);
  }
  std::sort(found.begin(), found.end());
  return found;
}

class Companies {
 public:
  Companies(const std::vector<std::string>& adjectives, const Numbers& places) : places_(places) {
    for (const std::string& word : adjectives) {
      companies_[word];
      companies_[word.substr(0, word.size() - kYeh.size())];
    }
  }

  void add(const std::vector<std::string>& words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (const auto place = places_.find(words[at]); place != places_.end()) {
        ++all_[place->second];
        ++total_;
      }
      const auto company = companies_.find(words[at]);
      if (company == companies_.end()) continue;
      const std::size_t begin = at - std::min(at, kWindow);
      for (std::size_t near = begin; near < std::min(at + kWindow + 1, words.size()); ++near) {
        const auto place = places_.find(words[near]);
        if (place != places_.end()) ++company->second[place->second];
      }
    }
  }

  double likeness(const std::string& adjective) const {
    const std::string noun = adjective.substr(0, adjective.size() - kYeh.size());
    const Company a = information(adjective, noun);
    const Company b = information(noun, adjective);
    double product = 0;
    for (const auto& [place, bits] : a) {
      if (const auto other = b.find(place); other != b.end()) product += bits * other->second;
    }
    const double lengths = length(a) * length(b);
    return lengths > 0 ? product / lengths : 0;
  }

 private:
  static double length(const Company& company) {
    double sum = 0;
    for (const auto& [place, bits] : company) sum += bits * bits;
    return std::sqrt(sum);
  }

  // Without the two words themselves, and what was seen once.
  Company information(const std::string& word, const std::string& other) const {
    const Company& seen = companies_.at(word);
    double sum = 0;
    for (const auto& [place, count] : seen) sum += count;
    Company bits;
    for (const auto& [place, count] : seen) {
      const double expected = sum * all_.at(place) / total_;
      if (count >= 2 && count > expected) bits[place] = std::log(count / expected);
    }
    for (const std::string& own : {word, other}) {
      if (const auto place = places_.find(own); place != places_.end()) bits.erase(place->second);
    }
    return bits;
  }

  const Numbers& places_;
  std::unordered_map<std::string, Company> companies_;
  Company all_;
  double total_ = 0;
};

bool count(const std::vector<std::string>& paths) {
  if (paths.empty()) return false;
  const Numbers counts = count_words(paths);
  const Numbers places = common_words(counts);
  const std::vector<std::string> adjectives = candidates(counts);
  Companies companies(adjectives, places);
  for_each_text(paths, [&](const std::vector<std::string>& words) { companies.add(words); });
  std::cout << "# Persian words in YEH that keep the company of the noun before it, and keep their "
               "YEH when they are stemmed. Folded by khabar.\n"
               "# Computed, a fact about language use, from the words around them: no text of the "
               "articles.\n"
               "# Command: khabar_count_relations"
            << khabar::names_of(paths) << " (corpus.jsonl.gz of each); 2026-11.\n";
  for (const std::string& word : adjectives) {
    if (companies.likeness(word) >= kMinLikeness) std::cout << word << '\n';
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  return khabar::run_counting(argc, argv, "khabar_count_relations FILE... > relations.txt", count);
}
