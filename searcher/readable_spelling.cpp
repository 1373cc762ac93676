// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/readable_spelling.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "analyzers/characters.h"
#include "analyzers/utf8.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

constexpr Xapian::docid kArticles = 5;
// The word stands early or the body is not worth reading.
constexpr std::size_t kMaxBody = 4096;

// mahvare-ye, "satellite of", -> mahvare: a word by itself has nothing behind it to be linked with.
// The mark of the ezafe as a letter of its own, and the YEH behind a half space.
void take_off_ezafe(std::string& text) {
  constexpr std::string_view kHehYehAbove = "\u06C0";        // HEH WITH YEH ABOVE
  constexpr std::string_view kHehGoalHamzaAbove = "\u06C2";  // HEH GOAL WITH HAMZA ABOVE
  constexpr std::string_view kPlainHeh = "\u0647";
  constexpr std::string_view kYehAfterHeh = "\u0647\u200C\u06CC";  // HEH, ZWNJ, FARSI YEH
  for (const std::string_view ending : {kHehYehAbove, kHehGoalHamzaAbove, kYehAfterHeh}) {
    if (!text.ends_with(ending)) continue;
    text.resize(text.size() - ending.size());
    text += kPlainHeh;
    return;
  }
}

}  // namespace

std::string usual_spelling(const SpellingVotes& votes, int least) {
  const auto most = std::ranges::max_element(votes, {}, [](const auto& one) { return one.second; });
  return most == votes.end() || most->second < least ? std::string() : most->first;
}

std::string word_of_sign(std::string_view written, const Language& language) {
  std::size_t at = 0;
  const char32_t c = next_code_point(written, at);
  if (character_class(c) != CharacterClass::sign) return {};
  const auto sign = std::ranges::find(language.signs, c, &Sign::sign);
  return sign == language.signs.end() ? std::string() : to_utf8(sign->word);
}

std::string readable(std::string_view spelling, std::string_view language) {
  const bool persian = language == "fa";
  const bool arabic = language == "ar";
  std::string text;
  bool after_blank = false;
  for (std::size_t at = 0; at < spelling.size();) {
    char32_t c = next_code_point(spelling, at);
    const CharacterClass kind = character_class(c);
    if (kind == CharacterClass::mark || c == kTatweel) continue;
    const bool blank = kind == CharacterClass::blank || kind == CharacterClass::line_end;
    if (blank) c = U' ';
    if (persian && c == kYeh) c = kFarsiYeh;
    if (persian && c == kKaf) c = kKeheh;
    if (arabic && c == kFarsiYeh) c = kYeh;
    if (arabic && c == kKeheh) c = kKaf;
    if (!blank || !after_blank) append_utf8(c, text);
    after_blank = blank;
  }
  if (persian) take_off_ezafe(text);
  return text;
}

struct ReadableSpelling::Votes {
  SpellingVotes count;
  int best = 0;
  std::string winner;
  std::string language;  // of an article that has the word, whether it shows it or not

  void add(std::string spelling, int weight) {
    int& votes = count[spelling];
    votes += weight;
    if (votes > best) {
      best = votes;
      winner = std::move(spelling);
    }
  }
};

std::string ReadableSpelling::of(std::string_view folded, std::string_view otherwise) {
  Votes votes;
  ask(word_term(kTitlePrefix, folded), folded, true, votes);
  if (votes.best == 0) ask(word_term({}, folded), folded, false, votes);
  if (!votes.winner.empty()) return votes.winner;
  return otherwise.empty() ? readable(folded, votes.language) : std::string(otherwise);
}

// Asks articles spread over the index, so that no single outlet decides.
void ReadableSpelling::ask(const std::string& term, std::string_view folded, bool titles,
                           Votes& votes) {
  const Xapian::Database& database = vocabulary_.database();
  auto posting = database.postlist_begin(term);
  const Xapian::docid step = std::max<Xapian::docid>(1, database.get_lastdocid() / kArticles);
  for (Xapian::docid next = 1; posting != database.postlist_end(term); next += step) {
    posting.skip_to(next);
    if (posting == database.postlist_end(term)) break;
    next = std::max(next, *posting);
    const StoredFields fields = decode_fields(database.get_document(*posting).get_data());
    const Language& language = language_of_tag(fields.language);
    if (votes.language.empty()) votes.language = fields.language;
    const bool own = std::ranges::find(languages_, &language) != languages_.end();
    const std::string_view text =
        titles ? std::string_view(fields.title) : safe_prefix(fields.body, kMaxBody);
    if (std::string spelling = spelling_in(text, language, folded); !spelling.empty())
      votes.add(std::move(spelling), own ? static_cast<int>(kArticles) + 1 : 1);
  }
}

std::string ReadableSpelling::spelling_in(std::string_view text, const Language& language,
                                          std::string_view folded) {
  analyze(text, language, tokens_);
  const auto token = std::ranges::find(tokens_, folded, &Token::word);
  if (token == tokens_.end()) return {};
  const std::string_view written = written_in(text, *token);
  std::string spelling = word_of_sign(written, language);
  if (spelling.empty()) spelling = readable(written, language.tag);
  // The pieces of one Persian word stand with ZWNJ between them, not with a blank.
  std::size_t blank = 0;
  while (language.tag == "fa" && (blank = spelling.find(' ', blank)) != std::string::npos)
    spelling.replace(blank, 1, "\u200C");
  return spelling;
}

ShownWords::ShownWords(const Vocabulary& vocabulary, const std::vector<const Language*>& languages,
                       std::string_view typed)
    : spelling_(vocabulary, languages), languages_(languages) {
  TokenList tokens;
  for (const Language* language : languages) {
    analyze(typed, *language, tokens);
    for (const Token& token : tokens)
      shown_.try_emplace(std::string(token.word), written_in(typed, token));
  }
}

const std::string& ShownWords::of_word(std::string_view folded) {
  if (const auto known = shown_.find(folded); known != shown_.end()) return known->second;
  const std::string_view tag = languages_.empty() ? std::string_view() : languages_.front()->tag;
  return shown_.emplace(folded, spelling_.of(folded, readable(folded, tag))).first->second;
}

std::string ShownWords::of(std::string_view folded) {
  std::string text;
  while (!folded.empty()) {
    const std::string_view word = folded.substr(0, folded.find(' '));
    folded.remove_prefix(std::min(folded.size(), word.size() + 1));
    text += (text.empty() ? "" : " ") + of_word(word);
  }
  return text;
}

}  // namespace khabar
