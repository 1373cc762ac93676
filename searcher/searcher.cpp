// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/searcher.h"

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "indexer/schema.h"
#include "searcher/explanation.h"
#include "searcher/facets.h"
#include "searcher/feedback.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/required_words.h"
#include "searcher/similar.h"
#include "searcher/snippet.h"
#include "searcher/suggestions.h"

namespace khabar {
namespace {

// Matches are counted exactly up to here; beyond, Xapian estimates.
constexpr Xapian::doccount kCountedExactly = 1000;
// A search may meet writers' publications one after another where they are small and it is slow;
// more means that something else is wrong.
constexpr int kAttempts = 10;
// Of detect_language().
constexpr double kRatherSure = 0.5;

// A query of unsure language is read by every language of which the index holds documents.
std::vector<const Language*> languages_of(const SearchRequest& request,
                                          const Xapian::Database& database) {
  if (request.language != "auto") {
    // build_query() says what is wrong with an unknown tag.
    const Language* language = find_language(request.language);
    return {language != nullptr ? language : &fallback_language()};
  }
  const Detection detected = detect_language(request.query);
  if (detected.confidence >= kSureLanguage) return {detected.language};
  std::vector<const Language*> possible;
  for (const Language* language : all_languages()) {
    const std::string term = std::string(kLanguagePrefix).append(language->tag);
    if (language != &fallback_language() && database.term_exists(term))
      possible.push_back(language);
  }
  // What it rather is, although no document may be: see to_translate() of the query builder.
  if (detected.confidence >= kRatherSure && detected.language != &fallback_language() &&
      std::find(possible.begin(), possible.end(), detected.language) == possible.end())
    possible.push_back(detected.language);
  if (possible.empty()) possible.push_back(&fallback_language());
  return possible;
}

std::string tags_of(const std::vector<const Language*>& languages) {
  std::string tags;
  for (const Language* language : languages) {
    if (!tags.empty()) tags += '+';
    tags += language->tag;
  }
  return tags;
}

const Language& language_of_fields(const StoredFields& fields) {
  const Language* language = find_language(fields.language);
  return language != nullptr ? *language : fallback_language();
}

ParsedQuery parse(const SearchRequest& request) {
  if (request.plain_text) return plain_query(request.query);
  ParsedQuery parsed = parse_query(request.query);
  if (request.strict && !parsed.faults.empty()) {
    const QueryFault& fault = parsed.faults.front();
    throw QueryError(fault.message, fault.begin, fault.end);
  }
  return parsed;
}

class Search {
 public:
  Search(const Xapian::Database& database, const SearchRequest& request,
         const RankingOptions& ranking)
      : database_(database),
        request_(request),
        ranking_(ranking),
        languages_(languages_of(request, database)),
        parsed_(parse(request)),
        vocabulary_(database),
        built_(build_query(parsed_, languages_, request, ranking.evidence, &vocabulary_)) {}

  // A query that comes as terms, not as text.
  Search(const Xapian::Database& database, const SearchRequest& request,
         const RankingOptions& ranking, BuiltQuery built)
      : database_(database),
        request_(request),
        ranking_(ranking),
        vocabulary_(database),
        built_(std::move(built)) {}

  // The query that was perhaps meant.
  std::optional<Suggestion> suggestion() const {
    if (!built_.readings.empty()) return with_readings(request_.query, built_.readings);
    return Suggester(vocabulary_, languages_).suggest(request_.query, parsed_);
  }

  SearchResults run() {
    Xapian::Enquire enquire(database_);
    enquire.set_query(built_.query);
    set_order(enquire);
    if (request_.expand && ranked()) enquire.set_query(expanded_query(enquire, ranking_.feedback));
    if (request_.sort == SortOrder::recent && ranked()) {
      enquire.set_query(
          recent_first(enquire, database_, request_.half_life_days, ranking_.feedback));
    }
    if (!request_.all_copies) enquire.set_collapse_key(kClusterSlot);
    const auto offset = static_cast<Xapian::doccount>(request_.offset);
    const auto limit = static_cast<Xapian::doccount>(request_.limit);
    std::optional<FacetCounter> counter;
    if (request_.facets) counter.emplace(enquire);
    const Xapian::doccount counted = request_.facets     ? kMaxFacetDocuments
                                     : request_.snippets ? kCountedExactly
                                                         : 0;
    const Xapian::MSet matches = enquire.get_mset(offset, limit, counted);

    SearchResults results;
    results.query = request_.query;
    results.language = tags_of(languages_);
    results.total = matches.get_matches_estimated();
    if (counter) results.facets = counter->facets(request_.read_month);
    results.notes = parsed_.notes();
    results.notes.insert(results.notes.end(), built_.notes.begin(), built_.notes.end());
    if (request_.explain) {
      results.parsed_query = describe(parsed_.root);
      results.index_query = readable_term(built_.query.get_description());
      results.terms = explain_terms(built_.terms, database_);
    }
    add_hits(enquire, matches, results);
    return results;
  }

 private:
  void set_weights(Xapian::Enquire& enquire) const {
    enquire.set_weighting_scheme(
        Xapian::BM25Weight(ranking_.k1, 0, 1, ranking_.b, ranking_.min_normlen));
  }

  bool ranked() const {
    return built_.has_words &&
           (request_.sort == SortOrder::relevance || request_.sort == SortOrder::recent);
  }

  void set_order(Xapian::Enquire& enquire) {
    set_weights(enquire);
    SortOrder order = request_.sort;
    // Where nothing ranks the matches, the newest come first.
    if (!built_.has_words && order != SortOrder::oldest) order = SortOrder::newest;
    if (order == SortOrder::relevance || order == SortOrder::recent) return;
    const bool newest = order == SortOrder::newest;
    // Documents without a date come last either way.
    by_date_.add_value(kDateSlot, false, newest ? "" : "99999999");
    enquire.set_sort_by_key_then_relevance(&by_date_, newest);
  }

  void add_hits(const Xapian::Enquire& enquire, const Xapian::MSet& matches,
                SearchResults& results) {
    std::optional<Highlighter> highlighter;
    if (request_.snippets) highlighter.emplace(built_.terms, rarities());
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      StoredFields fields = decode_fields(match.get_document().get_data());
      Hit hit;
      hit.rank = match.get_rank() + std::size_t{1};
      hit.score = match.get_weight();
      hit.id = std::move(fields.id);
      if (highlighter) {
        show(fields, *highlighter, hit);
        add_copies(match.get_document().get_value(kClusterSlot), hit);
      }
      if (request_.explain) {
        Xapian::Enquire alone(database_);
        set_weights(alone);
        hit.evidence = evidence_of(built_.terms, enquire, alone, database_, *match, hit.id);
      }
      results.hits.push_back(std::move(hit));
    }
  }

  static void show(StoredFields& fields, Highlighter& highlighter, Hit& hit) {
    const Language& language = language_of_fields(fields);
    hit.title_highlights = highlighter.title(fields.title, language);
    Snippet snippet = highlighter.body(fields.body, language);
    hit.snippet = std::move(snippet.text);
    hit.snippet_highlights = std::move(snippet.highlights);
    hit.title = std::move(fields.title);
    hit.date = std::move(fields.date);
    hit.source = std::move(fields.source);
    hit.category = std::move(fields.category);
    hit.url = std::move(fields.url);
    hit.language = std::move(fields.language);
  }

  void add_copies(const std::string& cluster, Hit& hit) const {
    if (cluster.empty()) return;
    const std::string list = database_.get_metadata(copies_key(cluster));
    if (list.empty()) return;  // it has none
    hit.copy_ids = decode_ids(list);
    std::erase(hit.copy_ids, hit.id);
    hit.copies = hit.copy_ids.size();
    if (hit.copies > kMaxCopyIds) hit.copy_ids.resize(kMaxCopyIds);
  }

  // idf; the words of a prefix count as a middling one.
  std::vector<double> rarities() const {
    const double documents = std::max(1.0, static_cast<double>(database_.get_doccount()));
    std::vector<double> rarity;
    for (const QueryTerm& term : built_.terms) {
      const double frequency = term.kind == EvidenceKind::prefix
                                   ? std::sqrt(documents)
                                   : static_cast<double>(database_.get_termfreq(term.term));
      rarity.push_back(std::log(1.0 + documents / (1.0 + frequency)));
    }
    return rarity;
  }

  const Xapian::Database& database_;
  const SearchRequest& request_;
  const RankingOptions& ranking_;
  const std::vector<const Language*> languages_;
  const ParsedQuery parsed_;
  const Vocabulary vocabulary_;
  const BuiltQuery built_;
  Xapian::MultiValueKeyMaker by_date_;
};

// What the words mean in other languages, where the words themselves find nothing. A query of
// unsure language means nothing for sure.
std::optional<SearchResults> search_translated(const Xapian::Database& database,
                                               const SearchRequest& request,
                                               const RankingOptions& ranking, bool sure) {
  const bool own_language_only = request.language != "auto" && request.filter_language;
  if (request.cross_language || request.exact || own_language_only || !sure) return {};
  SearchRequest wider = request;
  wider.cross_language = true;
  SearchResults found = Search(database, wider, ranking).run();
  if (found.total == 0) return {};
  found.notes.emplace_back("nothing has these words; what they mean in other languages was found");
  return found;
}

// With what was perhaps meant, where the request asks for that and it finds something.
SearchResults search_corrected(const Xapian::Database& database, const SearchRequest& request,
                               const RankingOptions& ranking) {
  Search typed(database, request, ranking);
  SearchResults results = typed.run();
  if (results.total == 0) {
    const bool sure = results.language.find('+') == std::string::npos;
    if (auto found = search_translated(database, request, ranking, sure)) return std::move(*found);
  }
  if (request.correction != Correction::suggest || request.plain_text) return results;
  std::optional<Suggestion> suggestion = typed.suggestion();
  if (!suggestion) return results;
  if (suggestion->searched) {
    results.corrected = results.total > 0;
    results.suggestion = std::move(suggestion->query);
    return results;
  }
  SearchRequest meant = request;
  meant.query = suggestion->query;
  if (results.total > 0) meant.limit = 0;
  SearchResults better = Search(database, meant, ranking).run();
  if (better.total == 0) return results;
  if (results.total == 0) {
    better.corrected = true;
    better.query = std::move(results.query);
    results = std::move(better);
  }
  results.suggestion = std::move(suggestion->query);
  return results;
}

// The best first; copies of the article's text are no news.
SearchResults search_similar(const Xapian::Database& database, Xapian::docid document,
                             const SearchRequest& request, const RankingOptions& ranking) {
  constexpr std::size_t kCopies = 20;
  SearchResults results;
  SearchRequest wanted = request;
  wanted.limit += kCopies;
  wanted.offset = 0;
  BuiltQuery built = similar_query(database, document);
  if (built.has_words) results = Search(database, wanted, ranking, std::move(built)).run();
  std::erase_if(results.hits, [&](const Hit& hit) {
    const Xapian::docid other = *database.postlist_begin(id_term(hit.id));
    if (overlap(database, document, other) < kCopyOverlap) return false;
    --results.total;
    return true;
  });
  if (results.hits.size() > request.limit) results.hits.resize(request.limit);
  for (std::size_t i = 0; i < results.hits.size(); ++i) results.hits[i].rank = i + 1;
  return results;
}

std::vector<StoredFields> all_matches(const Xapian::Database& database,
                                      const SearchRequest& request, const RankingOptions& ranking,
                                      const std::function<bool(const std::string&)>& wanted) {
  const auto languages = languages_of(request, database);
  ParsedQuery parsed = parse_query(request.query);
  require_all_words(parsed.root, languages);
  const Vocabulary vocabulary(database);
  const BuiltQuery built = build_query(parsed, languages, request, ranking.evidence, &vocabulary);
  Xapian::Enquire enquire(database);
  enquire.set_query(built.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  std::vector<StoredFields> found;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    auto id = database.termlist_begin(*match);
    id.skip_to(std::string(kIdPrefix));
    if (id != database.termlist_end(*match) && wanted(*id))
      found.push_back(decode_fields(match.get_document().get_data()));
  }
  return found;
}

}  // namespace

struct Searcher::State {
  std::string path;
  RankingOptions ranking;
  PublicationStamp publication;
  Xapian::Database database;

  void open() {
    // The stamp first: what is published from here on is another one.
    publication = publication_stamp(path);
    database = open_index(path);
  }

  // Costs a stat() and the reading of a few bytes where nothing changed.
  void refresh() {
    if (publication_stamp(path) == publication) {
      database.reopen();
    } else {
      open();
    }
  }

  // Runs `action` on the published state, again where a writer published meanwhile.
  template <typename Action>
  auto read(Action action) {
    for (int attempt = 1;; ++attempt) {
      try {
        refresh();
        return action();
      } catch (const Xapian::DatabaseError& error) {
        // What this reader had open is gone.
        if (attempt == kAttempts) throw index_error(path, error);
        open();
      } catch (const Xapian::Error& error) {
        throw index_error(path, error);
      }
    }
  }

  template <typename Action>
  SearchResults timed(Action action) {
    const auto start = std::chrono::steady_clock::now();
    SearchResults results = read(action);
    results.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return results;
  }
};

Searcher::Searcher(const std::string& index_path, const RankingOptions& ranking)
    : state_(std::make_unique<State>(State{index_path, ranking, {}, {}})) {
  state_->open();
}

Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

SearchResults Searcher::search(const SearchRequest& request) {
  return state_->timed(
      [&] { return search_corrected(state_->database, request, state_->ranking); });
}

SearchResults Searcher::similar(const std::string& id, const SearchRequest& request) {
  return state_->timed([&] {
    const auto posting = state_->database.postlist_begin(id_term(id));
    if (posting == state_->database.postlist_end(id_term(id))) {
      throw IndexError("the index at " + state_->path + " has no document \"" + id +
                       "\" (khabar search shows ids)");
    }
    return search_similar(state_->database, *posting, request, state_->ranking);
  });
}

std::vector<Completion> Searcher::complete(const std::string& text, std::size_t limit) {
  return state_->read([&] { return khabar::complete(text, Vocabulary(state_->database), limit); });
}

void Searcher::match(const SearchRequest& request,
                     const std::function<bool(const std::string&)>& wanted,
                     const std::function<void(const StoredFields&)>& take) {
  // Gathered first: what is handed over cannot be taken back where a writer makes us begin anew.
  const std::vector<StoredFields> found =
      state_->read([&] { return all_matches(state_->database, request, state_->ranking, wanted); });
  for (const StoredFields& fields : found) take(fields);
}

}  // namespace khabar
