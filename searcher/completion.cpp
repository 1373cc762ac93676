// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/completion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/utf8.h"
#include "indexer/schema.h"
#include "indexer/word_order.h"
#include "searcher/filter_values.h"
#include "searcher/function_words.h"
#include "searcher/other_spellings.h"
#include "searcher/query_parser.h"
#include "searcher/query_scanner.h"
#include "searcher/readable_spelling.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxWords = 30;
// Titles to read: enough to see what is said often, few enough for a key press.
constexpr Xapian::doccount kTitles = 60;
// Documents whose words are looked at for two words side by side.
constexpr Xapian::doccount kDocuments = 40;
// A phrase is shown where so many of them have it.
constexpr int kMinPhrase = 3;
constexpr std::string_view kBlanks = " \t\r\n";

// Nobody types one for its own sake, whatever the language.
bool is_small_word(std::string_view word) {
  const auto languages = all_languages();
  return std::any_of(languages.begin(), languages.end(),
                     [&](const Language* one) { return is_function_word(word, *one); });
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
  int in_context = 0;  // titles, or else documents, that have it where it is wanted
  bool in_titles = false;
  int together = 0;      // documents looked at that hold it and the word before it
  bool counted = false;  // `together` is
  Spelling spelling;
  std::map<std::string, int> phrases;
};

std::string_view last_word(std::string_view text) {
  const std::size_t blank = text.find_last_of(kBlanks);
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

// Whether a word of the query stands beside what follows it in an article, too.
bool is_plain(std::string_view word) {
  QueryScanner scan(word);
  return word.empty() || (!scan.peek_operator() && scan.take_sign() != QueryNeed::must_not &&
                          scan.take_field().empty());
}

// The value of a filter that a text ends with, perhaps behind a quote.
struct OpenFilter {
  std::string_view before;  // with the name and the colon
  std::string_view field;
  std::string_view value;  // without the quote
};

std::optional<OpenFilter> open_filter(std::string_view text) {
  for (const std::string_view field : {"source", "category", "lang", "date"}) {
    const std::string name = std::string(field) + ":";
    const std::size_t begin = text.rfind(name);
    if (begin == std::string_view::npos) continue;
    if (begin > 0 && std::string_view(" \t\r\n(-+").find(text[begin - 1]) == std::string_view::npos)
      continue;
    const std::size_t behind = begin + name.size();
    const std::string_view value = text.substr(behind);
    const bool quoted = value.starts_with('"');
    if (value.find_first_of(quoted ? "\"" : kBlanks, quoted ? 1 : 0) != std::string_view::npos)
      continue;
    return OpenFilter{text.substr(0, behind), field, value.substr(quoted ? 1 : 0)};
  }
  return std::nullopt;
}

std::vector<Completion> values(const OpenFilter& filter, const Xapian::Database& database,
                               std::size_t limit) {
  std::vector<Completion> list;
  for (FilterValue& one : filter_values(filter.field, filter.value, database, limit)) {
    // Inner quotes are no letters of a value's key.
    std::erase(one.text, '"');
    const bool one_word = one.text.find_first_of(" \t()") == std::string::npos;
    list.push_back(
        {std::string(filter.before) + (one_word ? one.text : '"' + one.text + '"'), one.documents});
  }
  return list;
}

class Completer {
 public:
  Completer(std::string_view text, const Vocabulary& vocabulary)
      : vocabulary_(vocabulary),
        languages_{detect_language(words_of_query(parse_query(text).root)).language} {
    last_ = last_word(text);
    const std::string_view before = text.substr(0, text.size() - last_.size());
    const std::string_view ended = before.substr(0, before.find_last_not_of(kBlanks) + 1);
    before_ = before;
    analyze(ended, *languages_.front(), tokens_);
    take_signs();
    const bool beside = phrases_ && is_plain(last_word(ended));
    if (beside && !tokens_.empty()) previous_ = tokens_[tokens_.size() - 1].word;
  }

  std::vector<Completion> complete(std::size_t limit) {
    read_words(last_);
    for (const std::string& reading : readings_of_keys(last_)) {
      if (candidates_.empty() && !last_.empty()) read_words(reading);
    }
    if (candidates_.empty() && (!prefix_.empty() || previous_.empty())) return {};
    read_titles();
    if (!previous_.empty()) look_beside(limit);
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [&](const Candidate& a, const Candidate& b) {
                       if (!previous_.empty() && a.in_titles != b.in_titles) return a.in_titles;
                       if (!previous_.empty() && a.in_context != b.in_context)
                         return a.in_context > b.in_context;
                       if (a.together != b.together) return a.together > b.together;
                       return a.documents > b.documents;
                     });
    return completions(limit);
  }

 private:
  // Moves what stands before the letters of the last word, and stays, to the words before.
  void take_signs() {
    QueryScanner scan(last_);
    while (!scan.at_end() && scan.letter() == '(') scan.step();
    if (scan.at_end()) return;
    const bool sign = scan.take_sign() != QueryNeed::should;
    const bool field = !scan.take_field().empty();
    const bool exact = scan.take_equals_sign();
    phrases_ = scan.take_opening_quote() || (!sign && !field && !exact);
    before_ += last_.substr(0, scan.at());
    last_.erase(0, scan.at());
  }

  // What no title has behind the previous word, but a document.
  void look_beside(std::size_t limit) {
    const auto known = std::count_if(candidates_.begin(), candidates_.end(),
                                     [](const Candidate& one) { return one.in_titles; });
    if (static_cast<std::size_t>(known) < limit && !prefix_.empty()) {
      for (Candidate& one : candidates_) {
        if (!one.in_titles) look_at_both(one);
      }
      read_neighbours();
    }
    keep_where_any([](const Candidate& one) { return one.in_context > 0; });
    keep_where_any([](const Candidate& one) { return one.in_context + one.together > 0; });
  }

  // Leaves the others out where there is one of these.
  template <typename Wanted>
  void keep_where_any(const Wanted& wanted) {
    if (std::any_of(candidates_.begin(), candidates_.end(), wanted))
      std::erase_if(candidates_, [&](const Candidate& one) { return !wanted(one); });
  }

  // Counts what stands behind the previous word in documents spread over those that hold it.
  void read_neighbours() {
    const Xapian::Database& database = vocabulary_.database();
    const std::string term = word_term({}, previous_), first = word_term({}, prefix_);
    const Xapian::docid step = std::max<Xapian::docid>(1, database.get_lastdocid() / kDocuments);
    auto posting = database.postlist_begin(term);
    WordOrder order;
    for (Xapian::docid next = 1; posting != database.postlist_end(term); next += step) {
      posting.skip_to(next);
      if (posting == database.postlist_end(term)) break;
      next = std::max(next, *posting);
      const Xapian::Document document = database.get_document(*posting);
      const std::string data = document.get_value(kWordOrderSlot);
      order.assign(data);
      auto word = document.termlist_begin();
      for (word.skip_to(first); word != document.termlist_end(); ++word) {
        if (!(*word).starts_with(first)) break;
        Candidate* candidate = candidate_of(readable_term(*word));
        if (candidate == nullptr || candidate->in_titles || candidate->counted) continue;
        ++candidate->together;
        if (stand_beside(order, term, *word)) ++candidate->in_context;
      }
    }
  }

  static bool stand_beside(const WordOrder& order, const std::string& term,
                           const std::string& next) {
    const std::array<std::uint32_t, 2> pair{order.code_of(stable_hash(term)),
                                            order.code_of(stable_hash(next))};
    return has_phrase(order.title(), pair, 2) || has_phrase(order.body(), pair, 2);
  }

  // Counts some documents that hold a candidate and the previous word.
  void look_at_both(Candidate& candidate) const {
    const std::string before = word_term({}, previous_), word = word_term({}, candidate.word);
    Xapian::Enquire enquire(vocabulary_.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query({Xapian::Query::OP_AND, Xapian::Query(before), Xapian::Query(word)});
    const Xapian::MSet found = enquire.get_mset(0, kDocuments);
    candidate.together = static_cast<int>(found.size());
    candidate.counted = true;
    WordOrder order;
    for (auto match = found.begin(); match != found.end(); ++match) {
      const std::string data = match.get_document().get_value(kWordOrderSlot);
      order.assign(data);
      if (stand_beside(order, before, word)) ++candidate.in_context;
    }
  }

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
    if (is_small_word(word)) return;
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
        candidate->in_titles = true;
        ++candidate->spelling.votes[text_of(fields, *words[at], *words[at])];
        if (phrases_) add_phrase(fields, std::span(words).subspan(at), *candidate);
      }
    }
  }

  // In context, words that are no common ones count too.
  Candidate* candidate_of(std::string_view word) {
    const auto known = std::find_if(candidates_.begin(), candidates_.end(),
                                    [&](const Candidate& one) { return one.word == word; });
    if (known != candidates_.end()) return &*known;
    if (previous_.empty() || is_small_word(word)) return nullptr;
    Candidate candidate;
    candidate.word = word;
    candidate.documents = vocabulary_.word_frequency(word);
    candidates_.push_back(std::move(candidate));
    return &candidates_.back();
  }

  // A word of very few documents that begins with a common one and runs on, as "as-saudiyya" and
  // the next word where an article lost a blank. Wrong for: a rare compound ("ketab" + "forush")
  // that counted news have not either.
  bool is_run_together(const Candidate& one) const {
    constexpr double kFewDocuments = 3.5;
    constexpr Xapian::doccount kCommon = 100;
    constexpr std::size_t kMinLetters = 4, kMinRest = 3;
    if (one.documents > kFewDocuments || one.in_titles) return false;
    const auto languages = all_languages();
    const bool attested =
        std::any_of(languages.begin(), languages.end(), [&](const Language* language) {
          return language->count != nullptr && language->count(one.word) > 0;
        });
    if (attested) return false;
    const std::size_t letters = count_code_points(one.word);
    std::size_t at = 0;
    for (std::size_t count = 1; count + kMinRest <= letters; ++count) {
      next_code_point(one.word, at);
      if (count >= kMinLetters && vocabulary_.word_frequency(one.word.substr(0, at)) >= kCommon)
        return true;
    }
    return false;
  }

  static std::string text_of(const StoredFields& fields, const Token& first, const Token& last) {
    return readable(std::string_view(fields.title).substr(first.begin, last.end - first.begin),
                    fields.language);
  }

  // The word and the next one, where only a blank is between and it says something.
  static void add_phrase(const StoredFields& fields, std::span<const Token* const> words,
                         Candidate& candidate) {
    if (words.size() < 2 || words[1]->begin > words[0]->end + 1) return;
    if (words[1]->kind != TokenKind::word || is_small_word(words[1]->word)) return;
    ++candidate.phrases[text_of(fields, *words[0], *words[1])];
  }

  std::vector<Completion> completions(std::size_t limit) {
    std::vector<Completion> list;
    ReadableSpelling spelling(vocabulary_, languages_);
    for (const Candidate& one : candidates_) {
      if (list.size() >= limit) break;
      if (is_run_together(one)) continue;
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
  bool phrases_ = true;   // whether the word may be completed together with its neighbours
  std::string previous_;  // the folded word before the last one
  std::string prefix_;    // the folded beginning of the last one
  std::vector<Candidate> candidates_;
  TokenList tokens_;
};

}  // namespace

std::vector<Completion> complete(std::string_view text, const Vocabulary& vocabulary,
                                 std::size_t limit) {
  if (const auto filter = open_filter(text)) return values(*filter, vocabulary.database(), limit);
  return Completer(text, vocabulary).complete(limit);
}

}  // namespace khabar
