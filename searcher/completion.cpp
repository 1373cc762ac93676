// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/completion.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/keyboard.h"
#include "analyzers/stopwords.h"
#include "analyzers/utf8.h"
#include "indexer/schema.h"
#include "searcher/readable_spelling.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxWords = 30;
// Titles to read: enough to see what is said often, few enough for a key press.
constexpr Xapian::doccount kTitles = 60;
// A phrase is shown where so many of them have it.
constexpr int kMinPhrase = 3;
constexpr std::string_view kBlanks = " \t\r\n";

bool is_function_word(std::string_view word) {
  const auto languages = all_languages();
  return std::any_of(languages.begin(), languages.end(),
                     [&](const Language* one) { return is_stop_word(word, *one); });
}

struct Spelling {
  std::map<std::string, int> votes;

  std::string usual() const {
    const auto most =
        std::max_element(votes.begin(), votes.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == votes.end() ? std::string() : most->first;
  }
};

// A word that may follow.
struct Candidate {
  std::string word;  // folded
  double documents = 0;
  int in_context = 0;  // titles that have it where it is wanted
  Spelling spelling;
  std::map<std::string, int> phrases;
};

class Completer {
 public:
  Completer(std::string_view text, const Vocabulary& vocabulary)
      : vocabulary_(vocabulary), languages_{detect_language(text).language} {
    const std::size_t blank = text.find_last_of(kBlanks);
    const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
    before_ = text.substr(0, begin);
    last_ = text.substr(begin);
    analyze(before_, *languages_.front(), tokens_);
    if (!tokens_.empty()) previous_ = tokens_[tokens_.size() - 1].word;
  }

  std::vector<Completion> complete(std::size_t limit) {
    read_words(last_);
    for (const std::string& reading : arabic_script_readings(last_)) {
      if (candidates_.empty() && !last_.empty()) read_words(reading);
    }
    if (candidates_.empty() && (!prefix_.empty() || previous_.empty())) return {};
    read_titles();
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [&](const Candidate& a, const Candidate& b) {
                       if (!previous_.empty() && a.in_context != b.in_context)
                         return a.in_context > b.in_context;
                       return a.documents > b.documents;
                     });
    return completions(limit);
  }

 private:
  // The commonest listed words that begin like `typed`.
  void read_words(std::string_view typed) {
    analyze(typed, fallback_language(), tokens_);
    prefix_.clear();
    if (tokens_.empty()) return;
    prefix_ = tokens_[tokens_.size() - 1].word;
    std::size_t letter = 0;
    next_code_point(prefix_, letter);
    const std::string list = vocabulary_.word_list(prefix_.substr(0, letter));
    WordListReader reader(list);
    while (reader.next()) {
      if (reader.word() > prefix_ && !reader.word().starts_with(prefix_)) break;
      if (!reader.word().starts_with(prefix_)) continue;
      add_word(reader.word(), documents_of_weight(reader.weight()));
    }
  }

  void add_word(std::string_view word, double documents) {
    if (candidates_.size() == kMaxWords && candidates_.back().documents >= documents) return;
    if (is_function_word(word)) return;
    const auto place =
        std::find_if(candidates_.begin(), candidates_.end(),
                     [&](const Candidate& one) { return one.documents < documents; });
    Candidate candidate;
    candidate.word = word;
    candidate.documents = documents;
    candidates_.insert(place, std::move(candidate));
    if (candidates_.size() > kMaxWords) candidates_.pop_back();
  }

  void read_titles() {
    const Xapian::Database& database = vocabulary_.database();
    std::vector<Xapian::Query> words;
    for (const Candidate& one : candidates_) words.emplace_back(word_term(kTitlePrefix, one.word));
    Xapian::Query query(Xapian::Query::OP_OR, words.begin(), words.end());
    if (!previous_.empty()) {
      const Xapian::Query context(word_term(kTitlePrefix, previous_));
      // The word before may be in titles with none of the commonest candidates.
      query = words.empty() || prefix_.size() > 4
                  ? context
                  : Xapian::Query(Xapian::Query::OP_AND, context, query);
    }
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DESCENDING);
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, kTitles);
    for (auto match = found.begin(); match != found.end(); ++match)
      read_title(decode_fields(match.get_document().get_data()));
  }

  void read_title(const StoredFields& fields) {
    const Language* language = find_language(fields.language);
    analyze(fields.title, language != nullptr ? *language : fallback_language(), tokens_);
    std::vector<const Token*> words;
    for (const Token& token : tokens_) {
      if (!token.compound) words.push_back(&token);
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (!words[at]->word.starts_with(prefix_) || words[at]->kind == TokenKind::number) continue;
      if (!previous_.empty() && (at == 0 || words[at - 1]->word != previous_)) continue;
      if (Candidate* candidate = candidate_of(words[at]->word)) {
        ++candidate->in_context;
        ++candidate->spelling.votes[text_of(fields, *words[at], *words[at])];
        add_phrase(fields, std::span(words).subspan(at), *candidate);
      }
    }
  }

  // In context, words that are no common ones count too.
  Candidate* candidate_of(std::string_view word) {
    const auto known = std::find_if(candidates_.begin(), candidates_.end(),
                                    [&](const Candidate& one) { return one.word == word; });
    if (known != candidates_.end()) return &*known;
    if (previous_.empty() || is_function_word(word)) return nullptr;
    Candidate candidate;
    candidate.word = word;
    candidate.documents = vocabulary_.word_frequency(word);
    candidates_.push_back(std::move(candidate));
    return &candidates_.back();
  }

  static std::string text_of(const StoredFields& fields, const Token& first, const Token& last) {
    return readable(std::string_view(fields.title).substr(first.begin, last.end - first.begin),
                    fields.language);
  }

  // The word and the next one, where only a blank is between and it says something.
  static void add_phrase(const StoredFields& fields, std::span<const Token* const> words,
                         Candidate& candidate) {
    if (words.size() < 2 || words[1]->begin > words[0]->end + 1) return;
    if (words[1]->kind != TokenKind::word || is_function_word(words[1]->word)) return;
    ++candidate.phrases[text_of(fields, *words[0], *words[1])];
  }

  std::vector<Completion> completions(std::size_t limit) {
    std::vector<Completion> list;
    ReadableSpelling spelling(vocabulary_, languages_);
    for (const Candidate& one : candidates_) {
      if (list.size() >= limit) break;
      std::string usual = one.spelling.usual();
      if (usual.empty()) usual = spelling.of(one.word);
      list.push_back({before_ + usual, static_cast<std::size_t>(std::lround(one.documents))});
      const auto phrase =
          std::max_element(one.phrases.begin(), one.phrases.end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; });
      if (phrase == one.phrases.end() || phrase->second < kMinPhrase || list.size() >= limit)
        continue;
      list.push_back({before_ + phrase->first, 0});
    }
    return list;
  }

  const Vocabulary& vocabulary_;
  const std::vector<const Language*> languages_;
  std::string before_, last_;
  std::string previous_;  // the folded word before the last one
  std::string prefix_;    // the folded beginning of the last one
  std::vector<Candidate> candidates_;
  TokenList tokens_;
};

}  // namespace

std::vector<Completion> complete(std::string_view text, const Vocabulary& vocabulary,
                                 std::size_t limit) {
  return Completer(text, vocabulary).complete(limit);
}

}  // namespace khabar
