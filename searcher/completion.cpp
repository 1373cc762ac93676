// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/completion.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/utf8.h"
#include "indexer/schema.h"
#include "searcher/continuations.h"
#include "searcher/date_completions.h"
#include "searcher/filter_values.h"
#include "searcher/followers.h"
#include "searcher/function_words.h"
#include "searcher/layouts.h"
#include "searcher/query_parser.h"
#include "searcher/query_scanner.h"
#include "searcher/readable_spelling.h"
#include "searcher/text_words.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxWords = 30;
// Titles to read: enough to see what is said often, few enough for a key press.
constexpr Xapian::doccount kTitles = 60;
// A phrase is shown where so many titles have it.
constexpr int kMinPhrase = 3;
// Words before the last one that are looked at.
constexpr std::size_t kMaxBefore = 4;
// Phrases shown behind a word that is typed to its end.
constexpr std::size_t kPhrases = 3;
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kHalfSpace = "\u200C";  // ZERO WIDTH NON-JOINER

// A word that the last one may become.
struct Candidate {
  std::string word;  // folded
  double documents = 0;
  bool in_titles = false;
  SpellingVotes spellings, phrases;
};

// A blank or nothing between: no bracket.
bool is_beside(const Token& first, const Token& last, std::string_view text) {
  return last.begin <= first.end || text.substr(first.end, last.begin - first.end) == " ";
}

bool is_number(std::string_view word) {
  return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

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

std::vector<Completion> values(const OpenFilter& filter, const Vocabulary& vocabulary,
                               const DateReader& read_date, std::size_t limit) {
  std::vector<Completion> list;
  std::vector<FilterValue> found =
      filter.field == "date"
          ? dates_beginning_with(filter.value, vocabulary, read_date, limit)
          : filter_values(filter.field, filter.value, vocabulary.database(), limit);
  for (FilterValue& one : found) {
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
    before_ = text.substr(0, text.size() - last_.size());
    const std::string words_before = plain_words_at_end(before_);
    take_signs();
    if (phrases_) read_words_before(words_before);
  }

  std::vector<Completion> complete(std::size_t limit) {
    if (const std::size_t half = last_.rfind(kHalfSpace); half != std::string::npos && phrases_)
      return complete_behind_half_space(half, limit);
    read_words(last_);
    for (const std::string& reading : readings_of_keys(last_)) {
      if (candidates_.empty() && !last_.empty()) read_words(reading);
    }
    if (!words_before_.empty()) return complete_beside(limit);
    if (candidates_.empty()) return {};
    read_titles();
    return words_alone(limit);
  }

 private:
  // The end of a text whose words would stand beside the next one in an article.
  static std::string plain_words_at_end(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0) {
      const std::size_t end = text.find_last_not_of(kBlanks, begin - 1);
      if (end == std::string_view::npos) break;
      const std::string_view word = last_word(text.substr(0, end + 1));
      if (!is_plain(word)) break;
      begin = end + 1 - word.size();
    }
    return std::string(text.substr(begin));
  }

  void read_words_before(std::string_view text) {
    analyze(text, *languages_.front(), tokens_);
    const auto words = words_of(tokens_).words;
    words_before_.assign(words.begin(), words.end());
    if (words_before_.size() > kMaxBefore)
      words_before_.erase(words_before_.begin(), words_before_.end() - kMaxBefore);
  }

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

  // A half space is within a word, mikhahad, or between two, hezbollah: the index knows.
  std::vector<Completion> complete_behind_half_space(std::size_t half, std::size_t limit) {
    std::string joined = last_;
    for (std::size_t at = 0; (at = joined.find(kHalfSpace, at)) != std::string::npos;)
      joined.erase(at, kHalfSpace.size());
    read_words(joined);
    std::vector<Completion> list;
    ReadableSpelling spelling(vocabulary_, languages_);
    for (const Candidate& one : candidates_) {
      if (!is_run_together(one))
        add({before_ + spelling.of(one.word), rounded(one.documents)}, list);
    }
    const std::size_t behind = half + kHalfSpace.size();
    before_ += last_.substr(0, behind);
    read_words_before(plain_words_at_end(before_));
    last_.erase(0, behind);
    candidates_.clear();
    read_words(last_);
    if (!words_before_.empty()) {  // behind a bracket there are none
      for (Completion& one : behind_words(Followers(vocabulary_, words_before_), limit))
        list.push_back(std::move(one));
    }
    std::ranges::stable_sort(list, std::greater(), &Completion::documents);
    // What is said so seldom has a blank there.
    constexpr std::size_t kFarRarer = 20;
    std::erase_if(list, [most = list.empty() ? 0 : list.front().documents](const Completion& one) {
      return kFarRarer * one.documents < most;
    });
    if (list.size() > limit) list.resize(limit);
    return list;
  }

  // What stands behind the words before in several documents; where nothing does, what stands
  // behind the last of them.
  std::vector<Completion> complete_beside(std::size_t limit) {
    std::vector<Completion> list = behind_words(Followers(vocabulary_, words_before_), limit);
    if (!list.empty() || prefix_.empty() || words_before_.size() == 1) return list;
    words_before_.erase(words_before_.begin(), words_before_.end() - 1);
    return behind_words(Followers(vocabulary_, words_before_), limit);
  }

  std::vector<Completion> behind_words(const Followers& all, std::size_t limit) {
    std::vector<std::string> known;
    for (const Candidate& one : candidates_) known.push_back(one.word);
    std::vector<Continuation> found = continuations_.of(all, prefix_, known);
    if (!prefix_.empty()) {
      // The last word may be typed to its end.
      Followers behind = all.then(prefix_);
      for (Continuation& one : continuations_.of(behind, {}, {})) {
        one.words.insert(one.words.begin(), prefix_);
        found.push_back(std::move(one));
      }
    }
    return shown(std::move(found), limit);
  }

  std::vector<Completion> shown(std::vector<Continuation> found, std::size_t limit) {
    std::vector<Completion> list;
    for (const Continuation& one : continuations_.whole(std::move(found), prefix_, limit)) {
      if (list.size() >= limit) break;
      const std::string text = continuations_.written(words_before_, one);
      if (!text.empty()) add({before_ + text, rounded(one.documents)}, list);
    }
    return list;
  }

  static std::size_t rounded(double documents) {
    return static_cast<std::size_t>(std::lround(documents));
  }

  // Each text once, and each way to fold it.
  void add(Completion completion, std::vector<Completion>& list) {
    if (shown_.insert(filter_key(completion.text)).second) list.push_back(std::move(completion));
  }

  // The commonest listed words that begin like `typed`.
  void read_words(std::string_view typed) {
    analyze(typed, fallback_language(), tokens_);
    prefix_.clear();
    if (tokens_.empty()) return;
    prefix_ = tokens_[tokens_.size() - 1].word;
    if (is_number(prefix_)) return read_numbers();
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

  // The listed words are none.
  void read_numbers() {
    std::size_t budget = 20'000;
    for (const std::string& number : vocabulary_.terms_beginning_with(prefix_, kMaxWords, budget)) {
      const Xapian::doccount documents = vocabulary_.frequency(number);
      if (documents >= kListedFrequency) add_word(readable_term(number), documents);
    }
  }

  void add_word(std::string_view word, double documents) {
    if (candidates_.size() == kMaxWords && candidates_.back().documents >= documents) return;
    if (is_small_word(word)) return;
    const auto place = std::ranges::find_if(
        candidates_, [&](const Candidate& one) { return one.documents < documents; });
    Candidate candidate;
    candidate.word = word;
    candidate.documents = documents;
    candidates_.insert(place, std::move(candidate));
    if (candidates_.size() > kMaxWords) candidates_.pop_back();
  }

  void read_titles() {
    std::vector<Xapian::Query> words;
    for (const Candidate& one : candidates_) words.emplace_back(word_term(kTitlePrefix, one.word));
    Xapian::Enquire enquire(vocabulary_.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DESCENDING);
    enquire.set_query({Xapian::Query::OP_OR, words.begin(), words.end()});
    const Xapian::MSet found = enquire.get_mset(0, kTitles);
    for (auto match = found.begin(); match != found.end(); ++match)
      read_title(decode_fields(match.get_document().get_data()));
  }

  void read_title(const StoredFields& fields) {
    analyze(fields.title, language_of_tag(fields.language), tokens_);
    std::vector<const Token*> words;
    for (const Token& token : tokens_) {
      if (!token.compound) words.push_back(&token);
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
      const auto known = std::ranges::find(candidates_, words[at]->word, &Candidate::word);
      if (known == candidates_.end() || words[at]->kind == TokenKind::number) continue;
      known->in_titles = true;
      ++known->spellings[text_of(fields, *words[at], *words[at])];
      if (phrases_) add_phrase(fields, std::span(words).subspan(at), *known);
    }
  }

  // A word of very few documents that begins with a common one and runs on, as "as-saudiyya" and
  // the next word where an article lost a blank; one that a title has only where what runs on is a
  // common word, too (tehran + dar, "in"). Or of not so few where both are far commoner. Wrong for:
  // a rare compound ("ketab" + "forush") that counted news have not either.
  bool is_run_together(const Candidate& one) const {
    if (is_number(one.word)) return false;
    constexpr double kFewDocuments = 3.5;
    constexpr double kCommon = 100, kFarCommoner = 200;
    constexpr std::size_t kMinLetters = 4, kMinRest = 3;
    if (is_news_word(one.word)) return false;
    const std::size_t letters = count_code_points(one.word);
    std::size_t at = 0;
    for (std::size_t count = 1; count < letters; ++count) {
      next_code_point(one.word, at);
      const std::string rest = one.word.substr(at);
      if (count < kMinLetters || (letters - count < kMinRest && !is_small_word(rest))) continue;
      const double first = vocabulary_.word_frequency(one.word.substr(0, at));
      const double last = vocabulary_.word_frequency(rest);
      const bool few =
          one.documents <= kFewDocuments && first >= kCommon && (!one.in_titles || last >= kCommon);
      if (few || std::min(first, last) >= kFarCommoner * one.documents) return true;
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
    if (words.size() < 2 || !is_beside(*words[0], *words[1], fields.title)) return;
    if (words[1]->kind != TokenKind::word || is_small_word(words[1]->word) ||
        count_code_points(words[1]->word) == 1)
      return;
    ++candidate.phrases[text_of(fields, *words[0], *words[1])];
  }

  std::vector<Completion> words_alone(std::size_t limit) {
    std::vector<Completion> list;
    ReadableSpelling spelling(vocabulary_, languages_);
    for (const Candidate& one : candidates_) {
      if (list.size() >= limit) break;
      if (is_run_together(one)) continue;
      std::string usual = usual_spelling(one.spellings);
      if (usual.empty()) usual = spelling.of(one.word);
      add({before_ + usual, rounded(one.documents)}, list);
      if (phrases_ && one.word == prefix_) {
        add_phrases(usual, limit, list);
      } else if (const std::string phrase = usual_spelling(one.phrases, kMinPhrase);
                 !phrase.empty() && list.size() < limit) {
        add({before_ + phrase, 0}, list);
      }
    }
    return list;
  }

  // What stands behind the word that is typed.
  void add_phrases(const std::string& written_word, std::size_t limit,
                   std::vector<Completion>& list) {
    words_before_ = {prefix_};
    std::vector<Continuation> found =
        continuations_.of(Followers(vocabulary_, words_before_), {}, {});
    const std::string before = std::exchange(before_, before_ + written_word + " ");
    for (Completion& one : shown(std::move(found), std::min(kPhrases, limit - list.size())))
      list.push_back(std::move(one));
    before_ = before;
    words_before_.clear();
  }

  const Vocabulary& vocabulary_;
  const std::vector<const Language*> languages_;
  std::string before_, last_;
  bool phrases_ = true;  // whether the word may be completed together with its neighbours
  std::vector<std::string> words_before_;  // the last one, folded
  std::string prefix_;                     // the folded beginning of the last one
  Continuations continuations_{vocabulary_, languages_};
  std::vector<Candidate> candidates_;
  std::set<std::string> shown_;  // filter_key() of what is on the list
  TokenList tokens_;
};

}  // namespace

std::vector<Completion> complete(std::string_view text, const Vocabulary& vocabulary,
                                 std::size_t limit, const DateReader& read_date) {
  if (const auto filter = open_filter(text)) return values(*filter, vocabulary, read_date, limit);
  std::vector<Completion> list = Completer(text, vocabulary).complete(limit);
  const std::size_t blank = text.rfind(' ');
  if (!list.empty() || blank == std::string_view::npos || blank + 1 == text.size()) return list;
  // A blank that was typed for a half space: "mi kho" -> mikhahad.
  std::string joined(text);
  joined.replace(blank, 1, kHalfSpace);
  return Completer(joined, vocabulary).complete(limit);
}

}  // namespace khabar
