// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/suggestions.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/translation_terms.h"
#include "analyzers/translations.h"
#include "analyzers/utf8.h"
#include "indexer/schema.h"
#include "searcher/function_words.h"
#include "searcher/latin_names.h"
#include "searcher/layouts.h"
#include "searcher/other_spellings.h"
#include "searcher/phrase_source.h"
#include "searcher/readable_spelling.h"

namespace khabar {
namespace {

// A long query is no place for slips of single words to matter, and each costs time.
constexpr std::size_t kMaxWords = 16;
constexpr std::size_t kMaxCorrected = 4;
constexpr std::size_t kNearWords = 8;
// How many documents speak for a word that nobody has seen: names are new each day.
constexpr double kUnseen = 0.002;
constexpr double kUnseenPair = 0.1;
// The articles have slips of their own: what stands in so many is as likely one as not.
constexpr double kOwnSlips = 6;
// A document with the stem of a word speaks for the word, a little.
constexpr double kMostByStem = 3;
constexpr double kMostByStemAlone = 0.1;  // where none has the word itself
// Of two words that are no rare ones.
constexpr Xapian::doccount kMinJoined = 20;
constexpr Xapian::doccount kCounted = 1000;

// A text with each word in its usual spelling. The keys of a Persian keyboard give an Arabic word
// FARSI YEH for YEH, and those of an Arabic one a Persian word KAF for KEHEH.
std::string as_written(std::string_view text, ReadableSpelling& readable) {
  TokenList tokens;
  analyze(text, fallback_language(), tokens);
  std::string written;
  std::size_t copied = 0;
  for (const Token& token : tokens) {
    written += text.substr(copied, token.begin - copied);
    written += readable.of(token.word, written_in(text, token));
    copied = token.end;
  }
  return written += text.substr(copied);
}

std::string with_changes(std::string_view query, std::vector<QueryChange> changes) {
  std::ranges::sort(changes, {}, &QueryChange::begin);
  std::string changed;
  std::size_t copied = 0;
  for (const QueryChange& one : changes) {
    changed += query.substr(copied, one.begin - copied);
    changed += one.text;
    copied = one.end;
  }
  return changed += query.substr(copied);
}

}  // namespace

std::optional<Suggestion> with_right_fields(std::string query,
                                            const std::vector<QueryFault>& faults) {
  bool changed = false;
  // From the end, so that places before stay true.
  std::for_each(faults.rbegin(), faults.rend(), [&](const QueryFault& fault) {
    if (fault.nearest.empty()) return;
    query.replace(fault.begin, fault.name.size(), fault.nearest);
    changed = true;
  });
  return changed ? std::optional(Suggestion{.query = std::move(query)}) : std::nullopt;
}

std::optional<Suggestion> with_readings(std::string_view query,
                                        const std::vector<OtherReading>& readings,
                                        ReadableSpelling& readable) {
  if (readings.empty()) return std::nullopt;
  std::vector<QueryChange> changes;
  changes.reserve(readings.size());
  for (const OtherReading& one : readings)
    changes.push_back({one.begin, one.end, as_written(one.text, readable)});
  return Suggestion{with_changes(query, std::move(changes)), true, true};
}

std::optional<Suggestion> Suggester::suggest(std::string_view query, const ParsedQuery& parsed,
                                             bool words_must_be_new) {
  words_.clear();
  collect(parsed.root);
  const auto is_new = [&](const Word& word) {
    return vocabulary_.word_frequency(word.folded) == 0;
  };
  if (words_must_be_new && std::ranges::none_of(words_, is_new)) return std::nullopt;
  if (translated_) fix_translated();
  fix_english();
  fix_values(parsed.faults);
  std::vector<QueryChange> changes;
  find_changes(changes);
  // A word that was left alone may look wrong beside one that was mended.
  if (!changes.empty() && words_.size() > 1) find_changes(changes);
  if (changes.empty()) return std::nullopt;
  const bool searched = std::ranges::all_of(changes, &QueryChange::reading);
  const bool sure = std::ranges::all_of(changes, &QueryChange::sure);
  const bool doubtful = std::ranges::any_of(changes, &QueryChange::doubtful);
  const bool leaves_unknown = std::ranges::any_of(
      words_, [&](const Word& one) { return !one.fixed && !one.mended && is_new(one); });
  return Suggestion{.query = with_changes(query, std::move(changes)),
                    .searched = searched,
                    .sure = sure,
                    .doubtful = doubtful,
                    .leaves_unknown = leaves_unknown};
}

void Suggester::find_changes(std::vector<QueryChange>& changes) {
  ReadableSpelling readable(vocabulary_, languages_);
  std::size_t name_end = 0;
  for (std::size_t at = 0; at < words_.size() && changes.size() < kMaxCorrected; ++at) {
    std::optional<Option> best;
    if (at >= name_end) {
      name_end = latin_end(at);
      best = latin_name(at, name_end);
    }
    if (words_[at].mended) continue;
    if (!best) best = best_option(at);
    if (!best) best = far_commoner(at);
    if (!best) best = one_letter(at);
    if (!best) best = by_neighbours(at);
    if (!best) continue;
    changes.push_back(change(at, *best, readable));
    mend(at, *best);
    at += best->replaced - 1;
  }
}

// The words beside it go with what was meant: manshistir yunaytid.
void Suggester::mend(std::size_t at, const Option& option) {
  for (std::size_t i = 0; i < option.replaced; ++i) words_[at + i].mended = true;
  if (option.replaced > 1 || option.words.size() > 1) return;
  words_[at].folded = option.words.front();
  words_[at].documents = option.documents;
}

QueryChange Suggester::change(std::size_t at, const Option& option,
                              ReadableSpelling& readable) const {
  QueryChange change{words_[at].begin,
                     words_[at + option.replaced - 1].end,
                     {},
                     option.reading,
                     is_sure(at, option),
                     is_doubtful(at, option)};
  for (const std::string& word : option.words) {
    if (!change.text.empty()) change.text += ' ';
    change.text += readable.of(word);
  }
  return change;
}

void Suggester::collect(const QueryNode& node) {
  if (node.need == QueryNeed::must_not) return;
  if (node.kind == QueryKind::text || node.kind == QueryKind::phrase) read_text(node);
  for (const QueryNode& child : node.children) collect(child);
}

void Suggester::read_text(const QueryNode& node) {
  if (languages_.empty()) return;
  TokenList tokens;
  analyze(node.text, *languages_.front(), tokens);
  const bool capitals = is_in_capitals(node.text);
  const Token* before = nullptr;
  for (const Token& token : tokens) {
    if (token.compound) continue;
    if (words_.size() == kMaxWords) return;
    Word word;
    word.folded = token.word;
    word.begin = node.in_query(token.begin);
    word.end = node.in_query(token.end - 1) + 1;
    word.kind = token.kind;
    word.acronym = acronym_at(node.text, token, capitals);
    word.particle = token.kind == TokenKind::foreign && is_name_particle(token.word);
    word.fixed = token.kind == TokenKind::number || stands_in_address(node.text, token.begin) ||
                 is_function_word(token.word, languages_) || has_written_form(token) ||
                 is_known_with_ending(written_in(node.text, token));
    word.follows = before != nullptr && token.begin == before->end + 1;
    word.stems.emplace_back(token.stem);
    if (!word.fixed) word.documents = evidence(word);
    words_.push_back(std::move(word));
    before = &token;
  }
}

// A word of the spoken language is no slip: kargara "the workers" of kargari.
bool Suggester::has_written_form(const Token& token) const {
  return token.kind == TokenKind::word &&
         std::ranges::any_of(languages_, [&](const Language* language) {
           if (language->written_form == nullptr) return false;
           const std::string form = language->written_form(token.word);
           return !form.empty() && vocabulary_.word_frequency(form) > 0;
         });
}

// Behind a half space an ending is no slip of another: zelzele-ye of zelzele-i. Of words that the
// index has so often that they are none themselves.
bool Suggester::is_known_with_ending(std::string_view written) const {
  constexpr std::string_view kHalfSpace = "\u200C";
  const std::size_t at = written.rfind(kHalfSpace);
  if (at == std::string_view::npos) return false;
  std::string base, ending;
  for (const Language* language : languages_) {
    if (language->clitics == nullptr || !language->half_space) continue;
    base.clear();
    ending.clear();
    language->fold(to_code_points(written.substr(0, at)), base);
    language->fold(to_code_points(written.substr(at + kHalfSpace.size())), ending);
    const auto& ends = language->clitics->ends;
    if (std::ranges::find(ends, ending) != ends.end() &&
        vocabulary_.word_frequency(base) >= vocabulary_.common())
      return true;
  }
  return false;
}

// Where the language is unsure, in that of the index: istighlal is a slip of istiqlal in Persian.
double Suggester::news_count(std::string_view word) const {
  const auto is_rare = [&](const Language* one) { return vocabulary_.has_few_in(*one); };
  const bool all_rare = std::ranges::all_of(languages_, is_rare);
  std::uint32_t most = 0;
  for (const Language* language : languages_) {
    if (language->count != nullptr && (all_rare || !is_rare(language)))
      most = std::max(most, language->count(word));
  }
  return most;
}

// What so many articles of the news have, often and so no slip of theirs, speaks for a word in an
// index that is too small to have it often: so many documents at most.
double Suggester::known_to_news(double count) const {
  constexpr double kMost = 2, kOften = 100, kSmall = 3000;  // articles
  if (count < kOften) return 0;
  return std::min(kMost, count / kOften) * kSmall / (kSmall + vocabulary_.documents());
}

double Suggester::evidence(const Word& word) const {
  const double documents = vocabulary_.documents();
  const double own = vocabulary_.word_frequency(word.folded);
  const double frequency = own > 0 ? own : written_to_others(word);
  const double news = news_count(word.folded);
  double evidence = kUnseen + frequency * frequency / (frequency + kOwnSlips) +
                    news * documents / kNewsArticles + known_to_news(news);
  evidence += by_stems(word, own > 0 ? kMostByStem : kMostByStemAlone);
  // A word that is good as it stands needs no look at other languages and their lexicons.
  return evidence < vocabulary_.common() ? evidence + evidence_across(word) : evidence;
}

double Suggester::by_stems(const Word& word, double most) const {
  constexpr double kShare = 0.002;
  double documents = 0;
  // A stem as long as the word is another spelling of it, not a part.
  for (const std::string& stem : word.stems) {
    if (stem.size() < word.folded.size())
      documents += std::min(most, kShare * vocabulary_.stem_frequency(stem));
  }
  return documents;
}

// A frequent word needs no look at its neighbours.
bool Suggester::looks_mistyped(const Word& word) const {
  return !word.fixed && word.documents < vocabulary_.common();
}

// What the lexicon translates is found in the other languages: "oil prices" is no slip. Words in
// Latin letters are English, whatever language reads the others.
void Suggester::fix_translated() {
  std::string scratch;
  const auto fix = [&](std::string_view column, const Language* language) {  // nullptr: English
    std::vector<std::string> stems;
    for (const Word& word : words_) {
      const bool english = word.kind == TokenKind::foreign;
      std::string& stem = stems.emplace_back();  // empty where another column has the word
      if (english && language == nullptr) stem = english_stem(word.folded);
      if (!english && language != nullptr) stem = language->stem(word.folded, scratch);
    }
    const std::vector<std::string_view> views(stems.begin(), stems.end());
    for (std::size_t at = 0; at < views.size(); ++at) {
      const std::size_t count = words_of_longest_term(std::span(views).subspan(at), column);
      for (std::size_t i = 0; i < count; ++i) words_[at + i].fixed = true;
    }
  };
  fix("en", nullptr);
  for (const Language* language : languages_) {
    if (language->stem != nullptr) fix(language->tag, language);
  }
}

std::optional<Suggester::Option> Suggester::best_option(std::size_t at) const {
  std::vector<Option> options = options_for(at);
  if (options.empty() || !add_context(at, options)) return std::nullopt;
  add_fit(at, options);
  // Where the next word is odd too, what mends both has that ahead of what mends one.
  const bool odd_next = at + 1 < words_.size() && looks_mistyped(words_[at + 1]);
  const double left_odd = odd_next ? explanation(0, words_[at + 1].documents) : 0.0;
  const auto total = [&](const Option& one) {
    return one.rank() + (one.replaced == 1 ? left_odd : 0.0);
  };
  const auto best = std::ranges::min_element(options, {}, total);
  const double documents =
      best->replaced > 1 ? pair_evidence(words_[at], words_[at + 1]) : words_[at].documents;
  if (best->rank() + kMargin > explanation(0, documents)) return std::nullopt;
  take_usual(*best);
  return *best;
}

// What speaks for two words side by side.
double Suggester::pair_evidence(const Word& first, const Word& second) const {
  double documents = kUnseenPair + phrase_documents(first.folded, second.folded);
  for (const Word* word : {&first, &second}) {
    if (!word->fixed) documents = std::min(documents, word->documents);
  }
  return documents;
}

std::vector<Suggester::Option> Suggester::options_for(std::size_t at) const {
  std::vector<Option> options;
  add_joined(at, options);
  if (!looks_mistyped(words_[at])) return options;
  add_near_words(at, options);
  add_split(at, options);
  return options;
}

void Suggester::add_near_words(std::size_t at, std::vector<Option>& options) const {
  const Word& word = words_[at];
  // GDP is no slip of GDPR, nor Mohammed of Mohamed: the index has it in other letters.
  if (word.acronym != Acronym::none) return;
  if (word.kind == TokenKind::foreign && may_be_read(word.folded, vocabulary_)) return;
  std::vector<NearWord> found = near_words(word.folded, vocabulary_, kNearWords);
  keep_names_of_guest(word, found);
  for (NearWord& near : found) {
    near.documents = vocabulary_.word_frequency(near.word);
    if (near.documents < 1 || !may_mean(word, near.word)) continue;
    const double documents = near.documents + known_to_news(news_count(near.word));
    options.push_back({.words = {std::move(near.word)}, .cost = near.cost, .documents = documents});
  }
}

// dara yi -> darayi
void Suggester::add_joined(std::size_t at, std::vector<Option>& options) const {
  if (at + 1 >= words_.size()) return;
  const Word& next = words_[at + 1];
  if (!next.follows || next.mended || next.kind != TokenKind::word ||
      words_[at].kind != TokenKind::word)
    return;
  std::string joined = words_[at].folded + next.folded;
  const double documents = vocabulary_.word_frequency(joined);
  const bool mistyped = looks_mistyped(words_[at]) || looks_mistyped(next);
  if (documents < (mistyped ? kListedFrequency : kMinJoined)) return;
  options.push_back(
      {.words = {std::move(joined)}, .replaced = 2, .cost = kSpace, .documents = documents});
}

double Suggester::phrase_documents(const std::string& first, const std::string& second) const {
  return vocabulary_.count(phrase_query({word_term({}, first), word_term({}, second)}, 2),
                           kCounted);
}

// The rarest other word of the query that the index knows well.
const Suggester::Word* Suggester::context_of(std::size_t at, std::size_t end) const {
  const Word* rarest = nullptr;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Word& word = words_[i];
    if ((i >= at && i < end) || word.fixed || looks_mistyped(word)) continue;
    if (rarest == nullptr || word.documents < rarest->documents) rarest = &word;
  }
  return rarest;
}

// Documents that hold both words.
double Suggester::together(const std::string& one, const std::string& other) const {
  return vocabulary_.count({Xapian::Query::OP_AND, Xapian::Query(word_term({}, one)),
                            Xapian::Query(word_term({}, other))},
                           kCounted);
}

// Words that go together in no document are no better than what was typed. False where what was
// typed goes with the rest of the query.
bool Suggester::add_context(std::size_t at, std::vector<Option>& options) const {
  std::size_t end = at + 1;
  for (const Option& option : options) end = std::max(end, at + option.replaced);
  const Word* const other = context_of(at, end);
  if (other == nullptr) return true;
  const bool typed_in_index = vocabulary_.word_frequency(words_[at].folded) > 0;
  if (typed_in_index && together(words_[at].folded, other->folded) > 0) return false;
  std::erase_if(options, [&](Option& option) {
    return option.words.size() == 1 && add_context(*other, option) == 0;
  });
  return !options.empty();
}

// How many documents hold the option beside another word of the query.
double Suggester::add_context(const Word& other, Option& option) const {
  constexpr double kContextWeight = 0.7;
  constexpr double kMost = 2.5;
  const double share =
      vocabulary_.word_frequency(other.folded) / static_cast<double>(vocabulary_.documents());
  const double both = together(option.words.front(), other.folded);
  const double lift = std::log((both + 0.3) / (option.documents * share + 0.3));
  option.context = std::clamp(kContextWeight * lift, -kMost, kMost);
  return both;
}

}  // namespace khabar
