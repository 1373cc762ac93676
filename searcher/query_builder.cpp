// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_builder.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "analyzers/analyzer.h"
#include "indexer/schema.h"
#include "searcher/other_spellings.h"

namespace khabar {
namespace {

// Nobody asks for more, and each word costs time and memory at match time.
constexpr std::size_t kMaxWords = 1000;
// Pairs and names are for the first words of a query: a long one is no name.
constexpr std::size_t kMaxPairs = 16;
constexpr std::size_t kMaxNames = 12;
// A word that the index has in another spacing counts less than in that of the query.
constexpr double kOtherSpacing = 0.5;
// The commonest words with a prefix; more would not change the first results.
constexpr Xapian::termcount kMaxPrefixWords = 300;

std::string join(std::string_view prefix, std::string_view word) {
  std::string term(prefix);
  return term.append(word);
}

Xapian::Query any_of(const std::vector<Xapian::Query>& queries) {
  if (queries.empty()) return {};
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

// "2025-03-02" -> "20250302", as kDateSlot has it.
std::string date_value(std::string iso_date) {
  std::erase(iso_date, '-');
  return iso_date;
}

class Builder {
 public:
  Builder(const std::vector<const Language*>& languages, const SearchRequest& request,
          const EvidenceWeights& weights, const Vocabulary* vocabulary)
      : languages_(languages), request_(request), weights_(weights), vocabulary_(vocabulary) {}

  BuiltQuery build(const ParsedQuery& parsed) {
    Xapian::Query query = node(parsed.root);
    std::vector<Xapian::Query> filters = request_filters();
    if (query.empty() && !filters.empty() && only_blanks(request_.query)) {
      query = all_documents();
    }
    if (query.empty()) {
      throw QueryError("the query has no word to search for", 0, request_.query.size());
    }
    if (!filters.empty()) {
      const Xapian::Query all(Xapian::Query::OP_AND, filters.begin(), filters.end());
      query = Xapian::Query(Xapian::Query::OP_FILTER, query, all);
    }
    built_.query = query;
    built_.has_words = !built_.terms.empty();
    return std::move(built_);
  }

 private:
  static bool only_blanks(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
  }

  static Xapian::Query all_documents() {
    return {Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query::MatchAll, 0.0};
  }

  Xapian::Query node(const QueryNode& node) {
    switch (node.kind) {
      case QueryKind::text: return words(node, !request_.exact);
      case QueryKind::exact: return words(node, false);
      case QueryKind::phrase: return phrase(node);
      case QueryKind::prefix: return prefix(node);
      case QueryKind::filter: return filter(node);
      case QueryKind::any_of: return alternatives(node);
      case QueryKind::group: return group(node);
    }
    return {};
  }

  Xapian::Query alternatives(const QueryNode& any) {
    std::vector<Xapian::Query> parts;
    for (const QueryNode& child : any.children) {
      if (Xapian::Query part = node(child); !part.empty()) parts.push_back(std::move(part));
    }
    return any_of(parts);
  }

  Xapian::Query group(const QueryNode& group) {
    std::vector<Xapian::Query> should, must, must_not;
    std::map<std::string, std::vector<Xapian::Query>> filters;
    for (const QueryNode& child : group.children) {
      const bool excluded = child.need == QueryNeed::must_not;
      const std::size_t terms_before = built_.terms.size();
      Xapian::Query part = node(child);
      if (excluded) forget_terms_from(terms_before);
      if (part.empty()) continue;
      if (excluded) {
        must_not.push_back(std::move(part));
      } else if (child.kind == QueryKind::filter) {
        filters[child.field].push_back(std::move(part));
      } else {
        (child.need == QueryNeed::must ? must : should).push_back(std::move(part));
      }
    }
    return combine(should, must, must_not, filters);
  }

  static Xapian::Query combine(const std::vector<Xapian::Query>& should,
                               const std::vector<Xapian::Query>& must,
                               const std::vector<Xapian::Query>& must_not,
                               const std::map<std::string, std::vector<Xapian::Query>>& filters) {
    Xapian::Query query = any_of(should);
    if (!must.empty()) {
      const Xapian::Query all(Xapian::Query::OP_AND, must.begin(), must.end());
      query = query.empty() ? all : Xapian::Query(Xapian::Query::OP_AND_MAYBE, all, query);
    }
    if (query.empty() && (!filters.empty() || !must_not.empty())) query = all_documents();
    // Values of one field are alternatives; different fields must all hold.
    for (const auto& [field, values] : filters) {
      query = Xapian::Query(Xapian::Query::OP_FILTER, query, any_of(values));
    }
    if (!must_not.empty()) {
      query = Xapian::Query(Xapian::Query::OP_AND_NOT, query, any_of(must_not));
    }
    return query;
  }

  void remember(QueryTerm term) {
    if (known_.insert(term.term).second) built_.terms.push_back(std::move(term));
  }

  void forget_terms_from(std::size_t first) {
    for (std::size_t i = first; i < built_.terms.size(); ++i) known_.erase(built_.terms[i].term);
    built_.terms.resize(first);
  }

  // One word of the query in all its readings. Keyed by where it stands, so that the readings of one word meet.
  struct Readings {
    std::vector<std::string> surfaces;
    std::vector<std::string> stems;
    std::string written;
    TokenKind kind = TokenKind::word;
    bool compound = false;
    double weight = 1.0;
    EvidenceOrigin origin = EvidenceOrigin::typed;
  };
  // A compound begins where its first piece does, and comes before it.
  using ReadingsByPlace = std::map<std::pair<std::uint32_t, bool>, Readings>;

  static void add_once(std::vector<std::string>& list, std::string_view word) {
    if (std::find(list.begin(), list.end(), word) == list.end()) list.emplace_back(word);
  }

  bool room_for_word() {
    if (words_ >= kMaxWords) {
      if (built_.notes.empty()) {
        built_.notes.push_back("the query has more than " + std::to_string(kMaxWords) +
                               " words; the first " + std::to_string(kMaxWords) + " were searched");
      }
      return false;
    }
    ++words_;
    return true;
  }

  ReadingsByPlace readings_of(std::string_view text, std::span<const Language* const> languages) {
    ReadingsByPlace readings;
    for (const Language* language : languages) {
      analyze(text, *language, tokens_);
      for (const Token& token : tokens_) {
        Readings& word = readings[{token.begin, !token.compound}];
        add_once(word.surfaces, token.word);
        add_once(word.stems, token.stem);
        word.kind = token.kind;
        word.compound = token.compound;
        if (word.written.empty()) word.written = token.word;
      }
    }
    return readings;
  }

  Xapian::Query words(const QueryNode& node, bool with_stems) {
    const bool title = !node.field.empty();
    const bool others = with_stems && vocabulary_ != nullptr;
    std::vector<Xapian::Query> parts;
    if (others) add_layout_readings(node.text, title, parts);
    const bool meant_otherwise = !parts.empty();
    const Readings* before = nullptr;
    const ReadingsByPlace readings = readings_of(node.text, languages_);
    for (const auto& [place, word] : readings) {
      if (!room_for_word()) break;
      parts.push_back(word_query(word, title, with_stems));
      if (others && !meant_otherwise) add_names(word, title, parts);
      if (word.compound) continue;
      if (others) add_joined_and_split(before, word, title, parts);
      if (with_stems && before != nullptr) add_pair(*before, word, title, parts);
      before = &word;
    }
    return any_of(parts);
  }

  // Two words that stand side by side in the query count more where they do so in a document.
  void add_pair(const Readings& first, const Readings& second, bool title, std::vector<Xapian::Query>& parts) {
    if (weights_.pair <= 0 || pairs_ >= kMaxPairs) return;
    ++pairs_;
    const std::string_view prefix = title ? kTitlePrefix : std::string_view();
    const std::vector<std::string> terms{join(prefix, first.surfaces.front()), join(prefix, second.surfaces.front())};
    const Xapian::Query pair(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(), 2);
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, pair, weights_.pair);
  }

  void add_names(const Readings& word, bool title, std::vector<Xapian::Query>& parts) {
    if (weights_.name <= 0 || names_ >= kMaxNames || word.compound) return;
    ++names_;
    for (const OtherSpelling& other : spellings_of_name(word.surfaces.front(), word.kind, *vocabulary_)) {
      Readings spelling = readings_of_spelling(other.text);
      spelling.written = word.written;
      spelling.weight = weights_.name * other.weight;
      spelling.origin = EvidenceOrigin::name;
      parts.push_back(word_query(spelling, title, true));
    }
    const std::string_view first = before_allah(word.surfaces.front());
    if (first.empty()) return;
    for (const OtherSpelling& other : spellings_of_name(first, TokenKind::foreign, *vocabulary_)) {
      parts.push_back(side_by_side(other.text, std::string(kAllah), word.written, title, other.weight));
    }
  }

  // khavar miyane = khavarmiyane, abd ar-rahman = abdurrahman: people write such names both ways.
  void add_joined_and_split(const Readings* before, const Readings& word, bool title,
                            std::vector<Xapian::Query>& parts) {
    if (word.kind != TokenKind::word || joints_ >= kMaxPairs) return;
    ++joints_;
    const std::string& surface = word.surfaces.front();
    if (before != nullptr && before->kind == TokenKind::word) {
      const std::string joined = before->surfaces.front() + surface;
      if (vocabulary_->word_frequency(joined) > 0) {
        Readings reading = readings_of_spelling(joined);
        reading.written = before->written;
        reading.weight = kOtherSpacing;
        parts.push_back(word_query(reading, title, true));
      }
    }
    for (const Language* language : languages_) {
      const auto two = written_as_two(surface, *language, *vocabulary_);
      if (two) parts.push_back(side_by_side(two->first, two->second, word.written, title, kOtherSpacing));
    }
  }

  Xapian::Query side_by_side(const std::string& first, const std::string& second, const std::string& written, bool title,
                             double weight) {
    const std::string_view prefix = title ? kTitlePrefix : std::string_view();
    const std::vector<std::string> terms{join(prefix, first), join(prefix, second)};
    for (const std::string& term : terms) remember({term, written, EvidenceKind::surface, title, weight, EvidenceOrigin::name});
    const Xapian::Query pair(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(), 2);
    return {Xapian::Query::OP_SCALE_WEIGHT, pair, weight};
  }

  // A word of the index with the stems that any language gives it.
  Readings readings_of_spelling(const std::string& text) {
    Readings spelling;
    spelling.surfaces.push_back(text);
    spelling.stems.push_back(text);
    for (const auto& [place, word] : readings_of(text, all_languages())) {
      if (word.compound) continue;
      for (const std::string& stem : word.stems) add_once(spelling.stems, stem);
    }
    return spelling;
  }

  void add_layout_readings(std::string_view text, bool title, std::vector<Xapian::Query>& parts) {
    for_each_chunk(text, [&](std::string_view chunk) {
      for (const std::string& reading : layout_readings(chunk, *vocabulary_)) {
        for (auto& [place, word] : readings_of(reading, all_languages())) {
          word.origin = EvidenceOrigin::layout;
          parts.push_back(word_query(word, title, true));
        }
        built_.notes.push_back("\"" + std::string(chunk) + "\" was also read as \"" + reading +
                               "\", the same keys on another keyboard");
      }
    });
  }

  template <typename Take>
  static void for_each_chunk(std::string_view text, Take take) {
    constexpr std::string_view kBlanks = " \t\r\n";
    for (std::size_t chunks = 0; chunks < kMaxNames; ++chunks) {
      const std::size_t begin = text.find_first_not_of(kBlanks);
      if (begin == std::string_view::npos) return;
      text.remove_prefix(begin);
      const std::size_t end = std::min(text.find_first_of(kBlanks), text.size());
      take(text.substr(0, end));
      text.remove_prefix(end);
    }
  }

  Xapian::Query word_query(const Readings& word, bool title, bool with_stems) {
    std::vector<Xapian::Query> evidence;
    evidence.push_back(best_of(word, EvidenceKind::surface, title));
    if (with_stems) evidence.push_back(best_of(word, EvidenceKind::stem, title));
    return any_of(evidence);
  }

  Xapian::Query best_of(const Readings& word, EvidenceKind kind, bool title) {
    const bool stem = kind == EvidenceKind::stem;
    const std::string_view prefix = stem ? (title ? kTitleStemPrefix : kStemPrefix)
                                         : (title ? kTitlePrefix : std::string_view());
    const double weight = word.weight * (stem ? weights_.stem : weights_.surface);
    std::vector<Xapian::Query> readings;
    for (const std::string& form : stem ? word.stems : word.surfaces) {
      std::string term = join(prefix, form);
      readings.emplace_back(term);
      remember({std::move(term), word.written, kind, title, weight, word.origin});
    }
    Xapian::Query best = readings.size() == 1
                             ? readings.front()
                             : Xapian::Query(Xapian::Query::OP_MAX, readings.begin(), readings.end());
    return weight == 1.0 ? best : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, best, weight);
  }

  Xapian::Query phrase(const QueryNode& node) {
    const bool title = !node.field.empty();
    std::set<std::vector<std::string>> seen;
    std::vector<Xapian::Query> readings;
    for (const Language* language : languages_) {
      analyze(node.text, *language, tokens_);
      if (tokens_.empty()) continue;
      std::vector<std::string> terms;
      Xapian::termpos first_position = 0, last_position = 0;
      for (const Token& token : tokens_) {
        if (token.compound) continue;
        if (!room_for_word()) break;
        if (terms.empty()) first_position = token.position;
        last_position = token.position;
        terms.push_back(join(title ? kTitlePrefix : std::string_view(), token.word));
        remember({terms.back(), std::string(token.word), EvidenceKind::surface, title, weights_.surface});
      }
      if (terms.empty() || !seen.insert(terms).second) continue;
      const auto window = last_position - first_position + 1;
      readings.emplace_back(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(), window);
    }
    return any_of(readings);
  }

  Xapian::Query prefix(const QueryNode& node) {
    const bool title = !node.field.empty();
    analyze(node.text, fallback_language(), tokens_);
    if (tokens_.empty()) return {};
    std::vector<Xapian::Query> parts;
    for (const Token& token : tokens_) {
      std::string term = join(title ? kTitlePrefix : std::string_view(), token.word);
      const bool last = &token == &tokens_[tokens_.size() - 1];
      if (last) {
        parts.emplace_back(Xapian::Query::OP_WILDCARD, term, kMaxPrefixWords,
                           Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT);
      } else {
        parts.emplace_back(term);
      }
      remember({std::move(term), std::string(token.word),
                last ? EvidenceKind::prefix : EvidenceKind::surface, title, 1.0});
    }
    return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
  }

  Xapian::Query filter(const QueryNode& node) {
    if (node.field == "date") return dates(node.text, node.begin, node.end);
    if (node.field == "lang") return language(node.text, node.begin, node.end);
    return by_key(node.field == "source" ? kSourcePrefix : kCategoryPrefix, node.text);
  }

  static Xapian::Query by_key(std::string_view prefix, std::string_view value) {
    // A value without a letter belongs to no document.
    const std::string key = filter_key(value);
    return key.empty() ? Xapian::Query::MatchNothing : Xapian::Query(join(prefix, key));
  }

  static Xapian::Query language(const std::string& tag, std::size_t begin, std::size_t end) {
    const Language* found = find_language(tag);
    if (found == nullptr) {
      std::string known;
      for (const Language* one : all_languages()) known += " " + std::string(one->tag);
      throw QueryError("unknown language \"" + tag + "\" (known:" + known + ")", begin, end);
    }
    return Xapian::Query(join(kLanguagePrefix, found->tag));
  }

  DateSpan read_date(const std::string& text, std::size_t begin, std::size_t end) const {
    std::optional<DateSpan> span;
    if (request_.read_date != nullptr) span = request_.read_date(text);
    if (!span) {
      throw QueryError("cannot read the date \"" + text +
                           "\" (write 2025-03-02, 2025-03, 2025, 1404/07/20 or 1404/07)",
                       begin, end);
    }
    return *span;
  }

  // "A", "A..", "..B" or "A..B", each perhaps partial.
  Xapian::Query dates(const std::string& text, std::size_t begin, std::size_t end) const {
    const std::size_t dots = text.find("..");
    const std::string first = text.substr(0, dots);
    const std::string last = dots == std::string::npos ? first : text.substr(dots + 2);
    if (first.empty() && last.empty()) read_date(text, begin, end);
    return date_range(first, last, begin, end);
  }

  Xapian::Query date_range(const std::string& first, const std::string& last, std::size_t begin,
                           std::size_t end) const {
    const std::string from = first.empty() ? "0" : date_value(read_date(first, begin, end).first);
    if (last.empty()) return {Xapian::Query::OP_VALUE_GE, kDateSlot, from};
    return {Xapian::Query::OP_VALUE_RANGE, kDateSlot, from,
            date_value(read_date(last, begin, end).last)};
  }

  std::vector<Xapian::Query> request_filters() const {
    std::vector<Xapian::Query> filters;
    if (!request_.source.empty()) filters.push_back(by_key(kSourcePrefix, request_.source));
    if (!request_.category.empty()) filters.push_back(by_key(kCategoryPrefix, request_.category));
    if (!request_.since.empty() || !request_.until.empty()) {
      filters.push_back(date_range(request_.since, request_.until, 0, 0));
    }
    if (request_.language != "auto") {
      const Xapian::Query wanted = language(request_.language, 0, 0);
      if (request_.filter_language && !request_.cross_language) {
        // Documents whose language nobody knows stay in.
        const Xapian::Query unknown(join(kLanguagePrefix, fallback_language().tag));
        filters.emplace_back(Xapian::Query::OP_OR, wanted, unknown);
      }
    }
    return filters;
  }

  const std::vector<const Language*>& languages_;
  const SearchRequest& request_;
  const EvidenceWeights& weights_;
  const Vocabulary* vocabulary_;
  TokenList tokens_;
  BuiltQuery built_;
  std::set<std::string, std::less<>> known_;
  std::size_t words_ = 0;
  std::size_t pairs_ = 0;
  std::size_t names_ = 0;
  std::size_t joints_ = 0;
};

}  // namespace

std::string_view QueryTerm::text() const {
  std::string_view rest = term;
  if (kind == EvidenceKind::stem) rest.remove_prefix(kStemPrefix.size());
  if (title) rest.remove_prefix(kTitlePrefix.size());
  return rest;
}

BuiltQuery build_query(const ParsedQuery& parsed, const std::vector<const Language*>& languages,
                       const SearchRequest& request, const EvidenceWeights& weights,
                       const Vocabulary* vocabulary) {
  return Builder(languages, request, weights, vocabulary).build(parsed);
}

}  // namespace khabar
