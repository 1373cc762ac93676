// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/letter_order.h"

#include <algorithm>
#include <cstring>

#include "analyzers/analyzer.h"
#include "analyzers/characters.h"
#include "analyzers/folding.h"
#include "analyzers/utf8.h"
#include "searcher/function_words.h"

namespace khabar {
namespace {

bool is_letter(char32_t code_point) {
  const CharacterClass kind = character_class(code_point);
  return kind == CharacterClass::arabic || kind == CharacterClass::mark;
}

// Where the code point before `at` begins.
std::size_t before(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

}  // namespace

LetterOrder::LetterOrder(const QueryNode& query, const std::vector<const Language*>& languages)
    : languages_(languages) {
  constexpr std::size_t kMost = 3;  // words of a short query
  if (!languages_.empty()) add_words(query);
  if (query_words_ > kMost) words_.clear();
}

void LetterOrder::add_words(const QueryNode& node) {
  if (node.need == QueryNeed::must_not) return;
  for (const QueryNode& child : node.children) add_words(child);
  if (node.kind != QueryKind::text) return;
  TokenList tokens;
  analyze(node.text, *languages_.front(), tokens);
  for (const Token& token : tokens) {
    if (token.compound || is_function_word(token, node.text, languages_)) continue;
    ++query_words_;
    const std::string_view written = written_in(node.text, token);
    if (has_other_word(written)) words_.push_back(letter_spellings(listed_letters(written)));
  }
}

LetterOrder::Finding LetterOrder::look_at(const StoredFields& text) const {
  Finding found;
  for (const Word& word : words_) {
    std::size_t same = 0, others = 0;
    for (const LetterSpelling& one : word) {
      const std::size_t times = count(one.letters, text.title) + count(one.letters, text.body);
      if (times == 0) continue;
      found.typed = found.typed || one.typed;
      const bool left_out = !one.unless_absent.empty() &&
                            text.body.find(one.unless_absent) == std::string::npos &&
                            text.title.find(one.unless_absent) == std::string::npos;
      (one.same || left_out ? same : others) += times;
    }
    found.others = found.others || (same == 0 && others > 0);
    const double all = static_cast<double>(same + others);
    found.share += same == 0 ? 1 : static_cast<double>(others) / all;
  }
  // The other words of a query say which word is meant.
  found.share /= static_cast<double>(query_words_ * query_words_);
  return found;
}

// As a word, or with clitics before it.
std::size_t LetterOrder::count(const std::string& letters, std::string_view text) const {
  std::size_t times = 0;
  for (std::size_t at = 0;;) {
    const void* const place =
        memmem(text.data() + at, text.size() - at, letters.data(), letters.size());
    if (place == nullptr) return times;
    const auto begin = static_cast<std::size_t>(static_cast<const char*>(place) - text.data());
    at = begin + letters.size();
    std::size_t behind = at;
    while (behind < text.size()) {
      const std::size_t next = behind;
      const CharacterClass kind = character_class(next_code_point(text, behind));
      if (kind == CharacterClass::mark) continue;
      behind = kind == CharacterClass::arabic ? std::string_view::npos : next;
      break;
    }
    if (behind != std::string_view::npos && is_clitic(text, begin)) ++times;
  }
}

// Whether what is written before a word and to it is nothing, or clitics.
bool LetterOrder::is_clitic(std::string_view text, std::size_t begin) const {
  std::size_t first = begin;
  while (first > 0) {
    std::size_t at = before(text, first);
    const std::size_t letter = at;
    if (!is_letter(next_code_point(text, at))) break;
    first = letter;
  }
  if (first == begin) return true;
  std::string front;
  fold_arabic_script(to_code_points(text.substr(first, begin - first)), front);
  return std::ranges::any_of(languages_, [&](const Language* language) {
    return language->clitics != nullptr &&
           std::ranges::find(language->clitics->fronts, front) != language->clitics->fronts.end();
  });
}

}  // namespace khabar
