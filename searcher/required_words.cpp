// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/required_words.h"

#include <algorithm>
#include <utility>

#include "analyzers/analyzer.h"
#include "searcher/function_words.h"
#include "searcher/joined_words.h"
#include "searcher/layouts.h"
#include "searcher/number_words.h"
#include "searcher/numbered_days.h"
#include "searcher/query_terms.h"
#include "searcher/readable_spelling.h"

namespace khabar {
namespace {

// The bytes [begin, end) of a text as a node that must occur, unless it is among `words`. A sign
// alone is none: it becomes the word that is said for it, % percent, in any of the languages.
void add_word(const QueryNode& text, std::size_t begin, std::size_t end,
              const std::vector<const Language*>& languages, std::vector<QueryNode>& words) {
  QueryNode word = text.with_part(begin, end);
  std::string said;
  for (const Language* language : languages) {
    if (const std::string one = word_of_sign(word.text, *language); !one.empty())
      said += (said.empty() ? "" : " ") + one;
  }
  if (!said.empty()) word.text = said;
  word.need = QueryNeed::must;
  const bool again =
      std::ranges::any_of(words, [&](const QueryNode& one) { return one.text == word.text; });
  if (!again) words.push_back(std::move(word));
}

// The end of the number that begins with a token in words, khamsata 'ashar; of the token itself
// where it is one word or none.
std::size_t end_of_number(const TokenList& tokens, std::size_t at, const Language& language) {
  std::vector<std::string_view> words;
  for (std::size_t i = at; i < tokens.size() && words.size() < kMostNumberWords; ++i) {
    if (tokens[i].compound) break;
    words.push_back(tokens[i].word);
  }
  return tokens[at + words_of_number(words, language) - 1].end;
}

// The end of the day in digits that begins with a token, 1405/03/27; of the token itself for none.
std::size_t end_of_day(const TokenList& tokens, std::size_t at, std::string_view text,
                       const DayReader& read_day) {
  std::vector<ByteRange> numbers;
  for (std::size_t i = at; i < tokens.size() && numbers.size() < kMostDayNumbers; ++i) {
    if (tokens[i].kind != TokenKind::number) break;
    numbers.push_back({tokens[i].begin, tokens[i].end});
  }
  const auto day = day_at(text, numbers, read_day);
  return tokens[at + (day ? day->numbers - 1 : 0)].end;
}

// One of the two.
QueryNode either_of(QueryNode first, QueryNode second) {
  first.need = second.need = QueryNeed::must;
  QueryNode either;
  either.kind = QueryKind::any_of;
  either.need = QueryNeed::must;
  either.children = {std::move(first), std::move(second)};
  return either;
}

// Both words, or the spelling in one that some articles have.
QueryNode apart_or_joined(const QueryNode& text, const Token& first, const Token& last,
                          std::string joined) {
  QueryNode both;
  for (const Token& token : {first, last}) {
    both.children.push_back(text.with_part(token.begin, token.end));
    both.children.back().need = QueryNeed::must;
  }
  QueryNode one = text.with_part(first.begin, last.end);
  one.text = std::move(joined);
  return either_of(std::move(both), std::move(one));
}

// The word, or how it is usually written.
QueryNode in_other_letters(const QueryNode& text, const Token& token, std::string usual) {
  QueryNode other = text.with_part(token.begin, token.end);
  other.text = std::move(usual);
  return either_of(text.with_part(token.begin, token.end), std::move(other));
}

std::vector<std::string> pieces_of(const TokenList& tokens, std::size_t compound) {
  std::vector<std::string> pieces;
  const std::uint32_t end = tokens[compound].end;
  for (std::size_t at = compound + 1; at < tokens.size() && tokens[at].begin < end; ++at) {
    if (!tokens[at].compound) pieces.emplace_back(tokens[at].word);
  }
  return pieces;
}

// Whether a compound is two words that "and" joins, typed with blanks: kharid o forush "buying and
// selling". An article that has them apart has both; with half spaces and joined they are one word.
bool may_stand_apart(const TokenList& tokens, std::size_t compound, std::string_view text) {
  constexpr std::string_view kAnd = " \u0648 ";  // WAW
  const Token& whole = tokens[compound];
  const bool by_and =
      whole.language->joined_by_and != nullptr && whole.language->joined_by_and(whole.word);
  return by_and && written_in(text, whole).find(kAnd) != std::string_view::npos;
}

// The words of a text, one node each; none where it is function words only.
class RequiredWords {
 public:
  RequiredWords(const QueryNode& text, const std::vector<const Language*>& languages,
                const Vocabulary& vocabulary, const DayReader& read_day)
      : text_(text), languages_(languages), vocabulary_(vocabulary), read_day_(read_day) {
    analyze(text.text, *languages.front(), tokens_);
  }

  // `chunks`: those that are typed on another keyboard layout.
  std::vector<QueryNode> read(const std::vector<LayoutChunk>& chunks) {
    // One more than are looked for, so that it is told.
    for (std::size_t at = 0; at < tokens_.size() && words_.size() <= TermCollector::kMaxWords;
         ++at) {
      const Token& token = tokens_[at];
      if (!token.compound && token.begin < whole_up_to_) continue;
      if (at == 0 && tokens_.size() > 1 && languages_.size() == 1 &&
          opens_question(token.word, *languages_.front()))
        continue;
      if (!take_chunk(chunks, token) && !take_number(at)) take_word(at);
    }
    return std::move(words_);
  }

 private:
  // As one word; its pieces are not asked for.
  void take(std::size_t begin, std::size_t end) {
    whole_up_to_ = end;
    add_word(text_, begin, end, languages_, words_);
  }

  bool take_chunk(const std::vector<LayoutChunk>& chunks, const Token& token) {
    const auto chunk = std::ranges::find_if(chunks, [&](const LayoutChunk& one) {
      return token.begin >= one.begin && token.begin < one.end;
    });
    if (chunk == chunks.end()) return false;
    take(chunk->begin, chunk->end);
    return true;
  }

  // A number or a day of several words.
  bool take_number(std::size_t at) {
    const std::size_t end = std::max<std::size_t>(end_of_number(tokens_, at, *languages_.front()),
                                                  end_of_day(tokens_, at, text_.text, read_day_));
    if (end <= tokens_[at].end) return false;
    take(tokens_[at].begin, end);
    return true;
  }

  void take_word(std::size_t at) {
    const Token& token = tokens_[at];
    if (token.compound) {
      if (may_stand_apart(tokens_, at, text_.text) || is_passive(pieces_of(tokens_, at))) return;
      whole_up_to_ = std::max<std::size_t>(whole_up_to_, token.end);
    }
    if (take_pair(at)) return;
    if (token.word == kIbn && at > 0 && at + 1 < tokens_.size() &&
        is_bin_of_name(tokens_[at - 1].word, vocabulary_)) {
      words_.push_back(in_other_letters(text_, token, std::string(kBin)));
    } else if (!is_function_word(token, text_.text, languages_)) {
      add_word(text_, token.begin, token.end, languages_, words_);
    }
  }

  // Two words that articles write as one, too.
  bool take_pair(std::size_t at) {
    if (at + 1 >= tokens_.size()) return false;
    const Token &token = tokens_[at], &next = tokens_[at + 1];
    if (token.compound || next.compound || pairs_++ >= kMaxJoints) return false;
    if (are_written_as_one(part(token), part(next), *languages_.front(), vocabulary_)) {
      take(token.begin, next.end);
      return true;
    }
    std::string joined = also_written_as_one(part(token), part(next), vocabulary_);
    if (joined.empty()) return false;
    whole_up_to_ = next.end;
    words_.push_back(apart_or_joined(text_, token, next, std::move(joined)));
    return true;
  }

  WordPart part(const Token& token) const {
    return {token.word, token.kind, is_function_word(token.word, languages_),
            is_house(text_.text, token)};
  }

  const QueryNode& text_;
  const std::vector<const Language*>& languages_;
  const Vocabulary& vocabulary_;
  const DayReader& read_day_;
  TokenList tokens_;
  std::size_t whole_up_to_ = 0;  // the end of what is asked for as a whole
  std::size_t pairs_ = 0;
  std::vector<QueryNode> words_;
};

std::vector<QueryNode> words_of(const QueryNode& text,
                                const std::vector<const Language*>& languages,
                                const Vocabulary& vocabulary, bool layouts,
                                const DayReader& read_day) {
  std::vector<LayoutChunk> chunks;
  if (layouts) chunks = layout_chunks(text.text, vocabulary);
  return RequiredWords(text, languages, vocabulary, read_day).read(chunks);
}

}  // namespace

void require_all_words(QueryNode& node, const std::vector<const Language*>& languages,
                       const Vocabulary& vocabulary, bool layouts, const DayReader& read_day) {
  if (node.need == QueryNeed::must_not || languages.empty()) return;
  std::vector<QueryNode> children;
  for (QueryNode& child : node.children) {
    std::vector<QueryNode> words;
    if (child.kind == QueryKind::text && child.need != QueryNeed::must_not)
      words = words_of(child, languages, vocabulary, layouts, read_day);
    if (!words.empty() && node.kind == QueryKind::group) {
      std::move(words.begin(), words.end(), std::back_inserter(children));
      continue;
    }
    if (words.size() > 1) {
      // An alternative of several words.
      child.kind = QueryKind::group;
      child.children = std::move(words);
    }
    require_all_words(child, languages, vocabulary, layouts, read_day);
    const bool optional = child.need == QueryNeed::should && child.kind != QueryKind::filter;
    if (node.kind == QueryKind::group && optional) child.need = QueryNeed::must;
    children.push_back(std::move(child));
  }
  node.children = std::move(children);
}

}  // namespace khabar
