// SPDX-License-Identifier: GPL-2.0-or-later
// In code, folded letters by code point: YEH is U+06CC, KAF U+06A9.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/affixes.h"
#include "analyzers/kin.h"
#include "analyzers/lexicon.h"
#include "analyzers/persian_stem.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr std::size_t kLetter = 2;  // bytes
constexpr std::string_view kAlef = "\u0627", kTeh = "\u062A", kMeem = "\u0645", kNoon = "\u0646",
                           kYeh = "\u06CC";

// Words that so many articles have, and that are no form of another one.
void add_if_stem(const std::string& word, std::vector<std::string>& kin,
                 std::uint32_t articles = kMinPersianArticles) {
  std::string scratch;
  if (persian_word_count(word) < articles || persian_stem(word, scratch) != word) return;
  if (std::find(kin.begin(), kin.end(), word) == kin.end()) kin.push_back(word);
}

std::string joined(std::string_view first, std::string_view second, std::string_view third = {}) {
  return std::string(first).append(second).append(third);
}

std::string_view letter_at(std::string_view word, std::size_t at) {
  return word.substr(std::min(at * kLetter, word.size()), kLetter);
}

// What the participle of an Arabic event would be; empty for a word of another pattern. TEH stands
// at the front of tafa''ul and tafa'ul, in the others ALEF, and TEH behind the first root letter
// (ifti'al), NOON before it (infi'al) or SEEN TEH (istif'al). A weak last letter is ALEF in the
// event and YEH in the participle; two that are one letter stand once there: esteqlal, mostaqell.
std::string participle_of(std::string_view event) {
  constexpr std::size_t kLeast = 4, kLeastWeak = 5, kLeastStrong = 6;
  const std::size_t letters = letter_count(event);
  std::string body(event);
  const bool weak = event.ends_with(kAlef);
  if (event.starts_with(kTeh)) {
    if (letters < kLeast) return {};
    if (weak) body.replace(body.size() - kLetter, kLetter, kYeh);
    return joined(kMeem, body);
  }
  if (!event.starts_with(kAlef) || letters < (weak ? kLeastWeak : kLeastStrong)) return {};
  const bool derived = letter_at(event, 2) == kTeh || letter_at(event, 1) == kNoon;
  if (!derived) return {};
  body.erase(0, kLetter);
  if (weak) {
    body.replace(body.size() - kLetter, kLetter, kYeh);
  } else {
    if (letter_at(event, letters - 2) != kAlef) return {};
    body.erase(body.size() - 2 * kLetter, kLetter);
    const std::size_t left = letter_count(body);
    if (letter_at(body, left - 1) == letter_at(body, left - 2)) body.resize(body.size() - kLetter);
  }
  return joined(kMeem, body);
}

void add_participles(std::string_view stem, std::vector<std::string>& kin) {
  const std::string participle = participle_of(stem);
  if (!participle.empty()) add_if_stem(participle, kin);
  if (!stem.starts_with(kMeem) || letter_count(stem) < 4) return;
  const std::string_view rest = stem.substr(kLetter);
  const std::string_view front = rest.substr(0, rest.size() - kLetter);
  const std::string_view last = rest.substr(rest.size() - kLetter);
  for (const std::string& event :
       {std::string(rest), joined(front, kAlef), joined(kAlef, front, kAlef),
        joined(kAlef, front, kAlef).append(last), joined(kAlef, rest, kAlef).append(last)}) {
    if (participle_of(event) == stem) add_if_stem(event, kin);
  }
}

// YEH glides behind a vowel: daneshju, daneshjuyi.
void add_doing_of_agent(std::string_view stem, std::vector<std::string>& kin) {
  constexpr std::size_t kLeastBefore = 3;  // letters
  if (is_persian_agent(stem, kLeastBefore)) {
    add_if_stem(joined(stem, kYeh, ends_in_vowel(stem) ? kYeh : std::string_view()), kin);
  }
  if (!stem.ends_with(kYeh)) return;
  std::string_view agent = stem.substr(0, stem.size() - kLetter);
  if (agent.ends_with(kYeh)) agent.remove_suffix(kLetter);
  const bool glides = agent.size() + 2 * kLetter == stem.size();
  if (glides == ends_in_vowel(agent) && is_persian_agent(agent, kLeastBefore))
    add_if_stem(std::string(agent), kin);
}

void add_isms(std::string_view stem, std::vector<std::string>& kin) {
  constexpr std::string_view kIsm = "\u06CC\u0633\u0645", kIst = "\u06CC\u0633\u062A",
                             kIsti = "\u06CC\u0633\u062A\u06CC";
  constexpr std::size_t kLeastBefore = 2;  // letters
  for (const std::string_view ending : {kIsm, kIst, kIsti}) {
    if (!stem.ends_with(ending)) continue;
    const std::string_view base = stem.substr(0, stem.size() - ending.size());
    if (letter_count(base) < kLeastBefore) continue;
    for (const std::string_view other : {kIsm, kIst, kIsti}) {
      if (other != ending) add_if_stem(joined(base, other), kin, 0);
    }
  }
}

}  // namespace

std::vector<std::string> persian_kin(std::string_view stem) {
  static const WordFamilies families(data::fa_kin());
  static const WordSet function_words(data::fa_stopwords());
  std::vector<std::string> kin = families.find(stem);
  if (function_words.contains(stem)) return kin;  // tavassot "by", digar "other"
  add_participles(stem, kin);
  add_doing_of_agent(stem, kin);
  add_isms(stem, kin);
  return kin;
}

}  // namespace khabar
