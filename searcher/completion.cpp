// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/completion.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/utf8.h"
#include "indexer/schema.h"
#include "searcher/filter_values.h"
#include "searcher/followers.h"
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
// A phrase is shown where so many titles have it.
constexpr int kMinPhrase = 3;
// Words before the last one that are looked at.
constexpr std::size_t kMaxBefore = 4;
// Documents in which words that follow are looked for, and what follows one of them.
constexpr std::size_t kDocuments = 100, kDocumentsOfOne = 6;
// Articles that are asked how a completion is written.
constexpr std::size_t kWriters = 3;
// Most places of "jami'at al-malik 'abdallah" go on with "lil-'ulum"; those of "tokhm" (egg) with
// "morgh" (hen), which makes a compound: one half of it is nothing that anybody asks for.
constexpr double kGoesOn = 0.8;
constexpr double kGoesOnInCompound = 0.4;
constexpr std::size_t kMaxGoesOn = 2;
// Fewer documents tell nothing of what mostly follows.
constexpr double kMinGoingOn = 5;
// Phrases shown behind a word that is typed to its end.
constexpr std::size_t kPhrases = 3;
// Of a body, what is read for how a word is written.
constexpr std::size_t kMaxBody = 16 * 1024;
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

// A word that the last one may become.
struct Candidate {
  std::string word;  // folded
  double documents = 0;
  bool in_titles = false;
  Spelling spelling;
  std::map<std::string, int> phrases;
};

// What may stand behind the words before: one word, or several that are said together.
struct Continuation {
  std::vector<std::string> words;  // folded
  double documents = 0;            // that have them behind the words before
  Followers places;
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
    before_ = text.substr(0, text.size() - last_.size());
    const std::string words_before = plain_words_at_end(before_);
    take_signs();
    if (phrases_) read_words_before(words_before);
  }

  std::vector<Completion> complete(std::size_t limit) {
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
    for (const Token& token : tokens_) {
      if (!token.compound) words_before_.emplace_back(token.word);
    }
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

  // What stands behind the words before in several documents; where nothing does, what documents
  // have anywhere beside them.
  std::vector<Completion> complete_beside(std::size_t limit) {
    const Followers all(vocabulary_, words_before_);
    std::vector<Continuation> found = continuations(all, prefix_);
    if (!prefix_.empty()) {
      // The last word may be typed to its end.
      Followers behind = all.then(prefix_);
      for (Continuation& one : continuations(behind, {})) {
        one.words.insert(one.words.begin(), prefix_);
        found.push_back(std::move(one));
      }
    }
    std::stable_sort(found.begin(), found.end(), [](const Continuation& a, const Continuation& b) {
      return a.documents > b.documents;
    });
    std::vector<Completion> list = shown(std::move(found), limit);
    if (list.empty() && !prefix_.empty()) list = words_beside(all, limit);
    return list;
  }

  // So many documents must have what is offered: of what many have, one is a slip of the pen.
  static double fewest(const Followers& places) {
    constexpr double kFew = 20, kSome = 200;
    return places.documents() < kFew ? 1 : places.documents() < kSome ? 2 : 3;
  }

  std::vector<Continuation> continuations(const Followers& places, const std::string& prefix) {
    // Of words that begin otherwise less is read.
    std::vector<std::string> words = places.seen(prefix, (prefix.empty() ? 1 : 2) * kDocuments);
    if (!prefix.empty()) {
      for (const Candidate& one : candidates_) {
        if (std::find(words.begin(), words.end(), one.word) == words.end())
          words.push_back(one.word);
      }
    }
    std::vector<Continuation> found;
    for (const std::string& word : words) {
      if (is_small_word(word) && word != prefix) continue;
      Followers next = places.then(word);
      const double documents = next.documents();
      if (documents >= fewest(places)) found.push_back({{word}, documents, std::move(next)});
    }
    return found;
  }

  // Adds to `found` what there is to be offered of `one`: itself, unless that is half a compound,
  // and with the word that mostly follows.
  void go_on(Continuation one, std::size_t times, std::vector<Continuation>& found) {
    double in_compounds = 0, most = 0;
    bool is_half = false;  // of the compound that is most of it
    std::optional<Continuation> longer;
    if (times > 0 && one.documents >= kMinGoingOn) {
      for (const std::string& word : one.places.seen({}, kDocumentsOfOne)) {
        Followers places = one.places.then(word);
        const double documents = places.documents();
        const bool compound = is_compound(one.words.back(), word);
        if (compound) in_compounds += documents;
        if (documents <= most || is_small_word(word) || (!compound && is_particle(word))) continue;
        most = documents;
        if (documents < (compound ? kGoesOnInCompound : kGoesOn) * one.documents) continue;
        is_half = compound;
        longer = Continuation{one.words, documents, std::move(places)};
        longer->words.push_back(word);
      }
    }
    // Between the short one and the longest, nobody needs another.
    const bool between = longer && times < kMaxGoesOn;
    if (!is_half && !between && in_compounds < kGoesOn * one.documents)
      found.push_back(std::move(one));
    if (longer) go_on(std::move(*longer), times - 1, found);
  }

  // bin and Al of names, and other short words that nothing ends with.
  static bool is_particle(std::string_view word) {
    constexpr std::size_t kLetters = 2;
    return count_code_points(word) <= kLetters;
  }

  // Whether a language that the query may be in writes two words as one, too.
  bool is_compound(const std::string& first, const std::string& last) {
    return std::any_of(languages_.begin(), languages_.end(), [&](const Language* language) {
      analyze(first + " " + last, *language, tokens_);
      return !tokens_.empty() && tokens_[0].compound;
    });
  }

  std::vector<Completion> shown(std::vector<Continuation> found, std::size_t limit) {
    constexpr std::size_t kSpare = 5;  // some turn out to be less
    if (found.size() > limit + kSpare)
      found.erase(found.begin() + static_cast<std::ptrdiff_t>(limit + kSpare), found.end());
    std::vector<Continuation> whole;
    for (Continuation& one : found) {
      const bool typed = one.words.size() == 1 && one.words.front() == prefix_;
      go_on(std::move(one), typed ? 0 : kMaxGoesOn, whole);
    }
    commonest_first(whole);
    std::vector<Completion> list;
    std::set<std::string> stems;
    for (const Continuation& one : whole) {
      if (list.size() >= limit) break;
      if (!stems.insert(stems_of(one.words)).second) continue;  // another form of one above
      const std::string text = written(one);
      if (!text.empty()) add({before_ + text, rounded(one.documents)}, list);
    }
    return list;
  }

  static void commonest_first(std::vector<Continuation>& found) {
    std::stable_sort(found.begin(), found.end(), [](const Continuation& a, const Continuation& b) {
      return a.documents > b.documents;
    });
  }

  std::string stems_of(const std::vector<std::string>& words) {
    std::string text, stems;
    for (const std::string& word : words) text += word + ' ';
    analyze(text, *languages_.front(), tokens_);
    for (const Token& token : tokens_) stems.append(token.stem) += ' ';
    return stems;
  }

  static std::size_t rounded(double documents) {
    return static_cast<std::size_t>(std::lround(documents));
  }

  // Each text once, and each way to fold it.
  void add(Completion completion, std::vector<Completion>& list) {
    if (shown_.insert(filter_key(completion.text)).second) list.push_back(std::move(completion));
  }

  // As a few articles write it, where nothing but blanks stands between its words.
  std::string written(const Continuation& one) {
    Spelling spelling;
    std::vector<std::string> words = words_before_;
    words.insert(words.end(), one.words.begin(), one.words.end());
    int votes = 0;
    for (const Xapian::docid document : one.places.shown_in(2 * kWriters)) {
      const StoredFields fields =
          decode_fields(vocabulary_.database().get_document(document).get_data());
      std::string text = written_in(fields.title, fields, words, one.words.size());
      if (text.empty())
        text = written_in(safe_prefix(fields.body, kMaxBody), fields, words, one.words.size());
      if (text.empty()) continue;
      ++spelling.votes[std::move(text)];
      if (++votes == static_cast<int>(kWriters)) break;
    }
    return spelling.usual();
  }

  // The last `shown` of `words` as they stand in `text`, or nothing.
  std::string written_in(std::string_view text, const StoredFields& fields,
                         const std::vector<std::string>& words, std::size_t shown) {
    const Language* language = find_language(fields.language);
    analyze(text, language != nullptr ? *language : fallback_language(), tokens_);
    std::vector<const Token*> tokens;
    for (const Token& token : tokens_) {
      if (!token.compound) tokens.push_back(&token);
    }
    const auto is_word = [](const Token* token, const std::string& word) {
      return token->word == word;
    };
    for (auto from = tokens.begin();; ++from) {
      from = std::search(from, tokens.end(), words.begin(), words.end(), is_word);
      if (from == tokens.end()) return {};
      const auto last = from + static_cast<std::ptrdiff_t>(words.size()) - 1;
      const auto first = last - static_cast<std::ptrdiff_t>(shown) + 1;
      const bool together = std::adjacent_find(from, last + 1, [&](const Token* a, const Token* b) {
                              return !is_blank(text.substr(a->end, b->begin - a->end));
                            }) == last + 1;
      if (together)
        return readable(text.substr((*first)->begin, (*last)->end - (*first)->begin),
                        fields.language);
    }
  }

  // A blank, a half space, or nothing within a compound.
  static bool is_blank(std::string_view between) {
    return between.empty() || between == " " || between == "\u200C" || between == "\u00A0";
  }

  // Words that documents have with those before, or the commonest.
  std::vector<Completion> words_beside(const Followers& all, std::size_t limit) {
    std::vector<std::pair<double, const Candidate*>> together;
    for (const Candidate& one : candidates_)
      together.emplace_back(all.documents_with(one.word), &one);
    std::stable_sort(together.begin(), together.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    const bool any = !together.empty() && together.front().first > 0;
    std::vector<Completion> list;
    ReadableSpelling spelling(vocabulary_, languages_);
    for (const auto& [documents, one] : together) {
      if (list.size() >= limit || (any && documents == 0)) break;
      if (is_run_together(*one)) continue;
      add({before_ + spelling.of(one->word), rounded(any ? documents : one->documents)}, list);
    }
    return list;
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
    const Language* language = find_language(fields.language);
    analyze(fields.title, language != nullptr ? *language : fallback_language(), tokens_);
    std::vector<const Token*> words;
    for (const Token& token : tokens_) {
      if (!token.compound) words.push_back(&token);
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
      const auto known =
          std::find_if(candidates_.begin(), candidates_.end(),
                       [&](const Candidate& one) { return one.word == words[at]->word; });
      if (known == candidates_.end() || words[at]->kind == TokenKind::number) continue;
      known->in_titles = true;
      ++known->spelling.votes[text_of(fields, *words[at], *words[at])];
      if (phrases_) add_phrase(fields, std::span(words).subspan(at), *known);
    }
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

  std::vector<Completion> words_alone(std::size_t limit) {
    std::vector<Completion> list;
    ReadableSpelling spelling(vocabulary_, languages_);
    for (const Candidate& one : candidates_) {
      if (list.size() >= limit) break;
      if (is_run_together(one)) continue;
      std::string usual = one.spelling.usual();
      if (usual.empty()) usual = spelling.of(one.word);
      add({before_ + usual, rounded(one.documents)}, list);
      if (phrases_ && one.word == prefix_) {
        add_phrases(usual, limit, list);
      } else if (const std::string phrase = usual_phrase(one);
                 !phrase.empty() && list.size() < limit) {
        add({before_ + phrase, 0}, list);
      }
    }
    return list;
  }

  static std::string usual_phrase(const Candidate& one) {
    const auto phrase =
        std::max_element(one.phrases.begin(), one.phrases.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return phrase == one.phrases.end() || phrase->second < kMinPhrase ? std::string()
                                                                      : phrase->first;
  }

  // What stands behind the word that is typed.
  void add_phrases(const std::string& written_word, std::size_t limit,
                   std::vector<Completion>& list) {
    words_before_ = {prefix_};
    std::vector<Continuation> found = continuations(Followers(vocabulary_, words_before_), {});
    std::stable_sort(found.begin(), found.end(), [](const Continuation& a, const Continuation& b) {
      return a.documents > b.documents;
    });
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
  std::vector<Candidate> candidates_;
  std::set<std::string> shown_;  // filter_key() of what is on the list
  TokenList tokens_;
};

}  // namespace

std::vector<Completion> complete(std::string_view text, const Vocabulary& vocabulary,
                                 std::size_t limit) {
  if (const auto filter = open_filter(text)) return values(*filter, vocabulary.database(), limit);
  return Completer(text, vocabulary).complete(limit);
}

}  // namespace khabar
