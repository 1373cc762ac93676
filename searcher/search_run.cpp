// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/search_run.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "analyzers/characters.h"
#include "indexer/schema.h"
#include "searcher/concordance.h"
#include "searcher/explanation.h"
#include "searcher/facets.h"
#include "searcher/function_words.h"
#include "searcher/pasted_ids.h"
#include "searcher/query_parser.h"
#include "searcher/required_words.h"
#include "searcher/snippet.h"

namespace khabar {
namespace {

// Matches of words and phrases alone are counted; those of filters and signs up to here, and
// beyond, their number is an estimate.
constexpr Xapian::doccount kCountedByXapian = 50'000;
// In a language of which the first page has nothing; of more it is told that they are more.
constexpr Xapian::doccount kCountedInLanguage = 10'000;
// The results that are put in the order of their letters, and those of which some must have other
// letters for that.
constexpr std::size_t kLettersOrder = 50;
constexpr std::size_t kLettersLook = 10;

std::string tags_of(const std::vector<const Language*>& languages) {
  std::string tags;
  for (const Language* language : languages) {
    if (!tags.empty()) tags += '+';
    tags += language->tag;
  }
  return tags;
}

// How many match in all where only the first `most` documents are sure to be looked at, from how
// near these stand to each other. Xapian's own estimate knows neither how dates are spread nor what
// collapses: a year of 29,000 articles was 2,000.
class MatchDensity : public Xapian::MatchSpy {
 public:
  explicit MatchDensity(Xapian::doccount most) : most_(most) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    if (seen_ >= most_) return;  // of those behind, only the good ones come by
    if (seen_++ == 0) first_ = document.get_docid();
    last_ = document.get_docid();
  }

  double estimate(Xapian::docid end) const {
    if (seen_ == 0) return 0;
    return static_cast<double>(seen_) * (end - first_ + 1.0) / (last_ - first_ + 1.0);
  }

 private:
  const Xapian::doccount most_;
  Xapian::doccount seen_ = 0;
  Xapian::docid first_ = 0, last_ = 0;
};

// The lower bound is the number where Xapian has looked at all.
void count(const Xapian::MSet& matches, Xapian::doccount looked_at, bool at_all, double with_copies,
           Matches& found) {
  found.total = matches.get_matches_lower_bound();
  found.exact = at_all;
  if (at_all || looked_at == 0) return;
  // As many of the others are copies as of those looked at.
  const double kept = std::min(1.0, static_cast<double>(found.total) / looked_at);
  const double most = matches.get_matches_upper_bound();
  found.total =
      std::max(found.total, static_cast<std::uint64_t>(std::min(with_copies * kept, most)));
}

// Leaves `most` of them behind the first `first`.
void leave_page(std::size_t first, std::size_t most, std::vector<Match>& best) {
  best.erase(best.begin(),
             best.begin() + static_cast<std::ptrdiff_t>(std::min(first, best.size())));
  if (best.size() > most) best.resize(most);
}

void add_occurrences(const StoredFields& fields, Highlighter& highlighter, Hit& hit) {
  for (const bool title : {true, false}) {
    const std::string& text = title ? fields.title : fields.body;
    const auto places = highlighter.places(text, language_of_tag(fields.language), title);
    for (Occurrence& one : occurrences_at(places, text, title))
      hit.occurrences.push_back(std::move(one));
  }
}

void show(StoredFields& fields, Highlighter& highlighter, bool whole_text, Hit& hit) {
  const Language& language = language_of_tag(fields.language);
  hit.title_highlights = highlighter.title(fields.title, language);
  if (whole_text) {
    hit.snippet_highlights = highlighter.title(fields.body, language);
    hit.snippet = std::move(fields.body);
  } else {
    Snippet snippet = highlighter.body(fields.body, language, fields.title);
    hit.snippet = std::move(snippet.text);
    hit.snippet_highlights = std::move(snippet.highlights);
  }
  hit.title = std::move(fields.title);
  hit.date = std::move(fields.date);
  hit.source = std::move(fields.source);
  hit.category = std::move(fields.category);
  hit.url = std::move(fields.url);
  hit.language = std::move(fields.language);
}

}  // namespace

ReadQuery read_query(const SearchRequest& request, const Vocabulary& vocabulary, bool all_words) {
  ReadQuery read;
  if (request.plain_text) {
    read.parsed = plain_query(request.query);
  } else {
    read.parsed = parse_query(with_pasted_id(request.query, vocabulary));
  }
  if (request.strict && !read.parsed.faults.empty()) {
    const QueryFault& fault = read.parsed.faults.front();
    throw QueryError(Note{.kind = NoteKind::misplaced_sign}, fault_in_english(fault.note()),
                     fault.begin, fault.end);
  }
  if (request.cross_language && request.language == "auto")
    read.across = language_across(read.parsed.root, vocabulary);
  read.languages = languages_of(request, read.parsed.root, vocabulary, read.across);
  if (!request.cross_language && request.language == "auto")
    read.leading = language_of_letters(read.parsed.root, vocabulary);
  if (all_words && !request.plain_text)
    require_all_words(read.parsed.root, read.languages, vocabulary,
                      request.correction != Correction::none, request.read_day);
  return read;
}

SearchRun::SearchRun(const IndexView& index, const SearchRequest& request,
                     const RankingOptions& ranking)
    : index_(index),
      request_(request),
      ranking_(ranking),
      read_(read_query(request, index.vocabulary, request.all_words)),
      // What is explained are the terms that Xapian knows.
      built_(build_query(read_, request, ranking.evidence, &index.vocabulary,
                         // The date ranks by itself, and tables of scores take room.
                         request.explain || is_by_date(request.sort) ? nullptr : index.weights,
                         ranking.synonyms.get())) {}

SearchRun::SearchRun(const IndexView& index, const SearchRequest& request,
                     const RankingOptions& ranking, BuiltQuery built)
    : index_(index), request_(request), ranking_(ranking), built_(std::move(built)) {}

const Language* SearchRun::other_language() const {
  if (request_.cross_language || request_.language != "auto") return nullptr;
  const auto other = language_across(read_.parsed.root, index_.vocabulary);
  if (!other || !other->sure || !other->by_letters) return nullptr;
  const bool read = std::ranges::find(read_.languages, other->language) != read_.languages.end();
  return read ? nullptr : other->language;
}

bool SearchRun::finds_no_word(std::string_view meant) const {
  const bool parted = std::ranges::count(meant, ' ') > std::ranges::count(request_.query, ' ');
  return std::ranges::none_of(built_.terms, [&](const QueryTerm& term) {
    if (term.origin == EvidenceOrigin::name) return false;
    if (term.origin == EvidenceOrigin::spacing && term.text().size() < term.written.size() &&
        !parted)
      return false;
    return term.kind == EvidenceKind::prefix || index_.vocabulary.frequency(term.term) > 0;
  });
}

std::optional<Suggestion> SearchRun::suggestion(bool nothing_found) const {
  if (auto right = with_right_fields(request_.query, read_.parsed.faults)) return right;
  if (!built_.readings.empty()) {
    ReadableSpelling readable(index_.vocabulary, read_.languages);
    return with_readings(request_.query, built_.readings, readable);
  }
  return Suggester(index_.vocabulary, read_.languages, request_.cross_language)
      .suggest(request_.query, read_.parsed,
               nothing_found && (request_.has_filter() || has_filter(read_.parsed.root)));
}

SearchResults SearchRun::run() {
  Xapian::Enquire enquire(index_.database);
  enquire.set_query(built_.query);
  set_order(enquire);
  std::shared_ptr<const Alternatives> alone = is_alone() ? built_.alone : nullptr;
  if (request_.expand && ranked() &&
      is_subject(request_.query, built_.terms, index_, ranking_.feedback)) {
    if (alone == nullptr) {
      enquire.set_query(expanded_query(enquire, built_.terms, index_, ranking_.feedback));
    } else {
      alone = expanded(alone, built_.terms, index_, ranking_.feedback);
    }
  }
  if (request_.sort == SortOrder::recent && ranked()) {
    enquire.set_query(
        recent_first(enquire, index_.database, request_.half_life_days, ranking_.feedback));
  }
  std::optional<FacetCounter> counter;
  if (request_.facets) enquire.add_matchspy(&counter.emplace(request_.all_copies));
  Matches matches = find(enquire, alone);
  // Facets, explanations and ages go another way, which does not count so many.
  const bool counts = request_.snippets && ranked() && !request_.expand;
  if (counts && !matches.exact && built_.alone != nullptr) {
    const Matches all = top_matches(built_.alone, index_.weights, 0, true, request_.all_copies);
    matches.total = all.total;
    matches.exact = all.exact;
  }

  SearchResults results = results_of(matches);
  if (counter) results.facets = counter->facets();
  add_hits(enquire, matches, results);
  note_other_languages(results);
  return results;
}

// All but the hits.
SearchResults SearchRun::results_of(const Matches& matches) {
  SearchResults results;
  results.query = request_.query;
  results.language = tags_of(read_.languages);
  results.total = matches.total;
  results.total_exact = matches.exact;
  results.filters = built_.filters;
  results.notes = read_.parsed.notes();
  results.notes.insert(results.notes.end(), built_.notes.begin(), built_.notes.end());
  if (request_.explain) {
    results.parsed_query = describe(read_.parsed.root);
    results.index_query = readable_term(built_.query.get_description());
    shown_.emplace(index_.vocabulary, read_.languages, words_of_query(read_.parsed.root));
    results.terms = explain_terms(built_.terms, index_.database, *shown_);
  }
  return results;
}

// Who asks for other languages and sees but one is told how many results there are in another.
void SearchRun::note_other_languages(SearchResults& results) const {
  const bool first_page = request_.offset == 0 && !results.hits.empty();
  if (!request_.cross_language || !request_.snippets || !first_page) return;
  for (const Language* language : all_languages()) {
    const bool shown = std::ranges::any_of(
        results.hits, [&](const Hit& hit) { return hit.language == language->tag; });
    if (shown || language == &fallback_language()) continue;
    const Xapian::Query in_language(word_term(kLanguagePrefix, language->tag));
    Xapian::Enquire enquire(index_.database);
    enquire.set_query({Xapian::Query::OP_FILTER, built_.query, in_language});
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (!request_.all_copies) enquire.set_collapse_key(kClusterSlot);
    const Xapian::MSet found = enquire.get_mset(0, 0, kCountedInLanguage);
    const std::uint64_t number = found.get_matches_lower_bound();
    if (number == 0) continue;
    const bool all = found.get_uncollapsed_matches_lower_bound() < kCountedInLanguage;
    results.notes.push_back({.kind = all ? NoteKind::more_in_language : NoteKind::many_in_language,
                             .number = number,
                             .language = std::string(language->tag)});
  }
}

// Whether the words or the phrase that the query is alone are all there is to be searched.
bool SearchRun::is_alone() const {
  return !request_.facets && !request_.explain && request_.sort == SortOrder::relevance;
}

// The best matches of the request's page: of `alone`, unless that is empty.
Matches SearchRun::find(Xapian::Enquire& enquire,
                        const std::shared_ptr<const Alternatives>& alone) {
  const auto [offset, limit] = std::pair(request_.offset, request_.limit);
  const bool plain = ranked() && request_.sort == SortOrder::relevance && limit > 0;
  const LetterOrder letters =
      plain ? LetterOrder(read_.parsed.root, read_.languages) : LetterOrder();
  if (letters.empty() || offset >= kLettersOrder) return find(enquire, alone, offset, limit);
  // Each page is of one order.
  Matches found = find(enquire, alone, 0, std::max(kLettersOrder, offset + limit));
  put_typed_letters_first(letters, found.best);
  leave_page(offset, limit, found.best);
  return found;
}

// Of the first results, if some of the very first have a word in other letters than it is typed
// in: such a word does not count. What is found in the typed letters nowhere was a slip. The scores
// stay those of the places, so that they fall along the whole list.
void SearchRun::put_typed_letters_first(const LetterOrder& letters,
                                        std::vector<Match>& best) const {
  DataReader stored(index_.data, index_.database);
  std::vector<std::pair<double, Xapian::docid>> order;
  bool typed = false, others = false;
  const std::size_t count = std::min(kLettersOrder, best.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (i == kLettersLook && !others) return;
    const Match& match = best[i];
    const auto found = letters.look_at(decode_fields(stored.of(match.document)));
    typed = typed || found.typed;
    others = others || found.others;
    order.emplace_back(match.score * (1 - found.share), match.document);
  }
  if (!typed || !others) return;
  std::ranges::stable_sort(order, std::greater(), [](const auto& one) { return one.first; });
  for (std::size_t i = 0; i < count; ++i) best[i].document = order[i].second;
}

Matches SearchRun::find(Xapian::Enquire& enquire, const std::shared_ptr<const Alternatives>& alone,
                        std::size_t first, std::size_t most) {
  if (alone != nullptr) {
    Matches found =
        top_matches(alone, index_.weights, first + most, request_.snippets, request_.all_copies);
    leave_page(first, most, found.best);
    return found;
  }
  const bool by_relevance = ranked() && request_.sort == SortOrder::relevance && most > 0;
  const bool reorders = by_relevance && !built_.close.empty() && first < kCloseOrder;
  const auto offset = static_cast<Xapian::doccount>(reorders ? 0 : first);
  const auto limit =
      static_cast<Xapian::doccount>(reorders ? std::max(kCloseOrder, first + most) : most);
  if (!request_.all_copies) enquire.set_collapse_key(kClusterSlot);
  Xapian::doccount counted = request_.snippets ? kCountedByXapian : 0;
  if (request_.facets || !ranked()) counted = kMaxFacetDocuments;
  if (is_by_date(request_.sort)) counted = index_.database.get_doccount();
  const Xapian::doccount looked_at = std::max(counted, offset + limit);
  MatchDensity density(looked_at);
  if (counted > 0) enquire.add_matchspy(&density);
  const Xapian::MSet matches = enquire.get_mset(offset, limit, counted);
  enquire.clear_matchspies();  // they have seen what they are for
  Matches found;
  for (auto match = matches.begin(); match != matches.end(); ++match)
    found.best.push_back({*match, match.get_weight()});
  if (reorders) {
    put_close_words_first(built_.close, *index_.weights, found.best);
    leave_page(first, most, found.best);
  }
  const bool at_all = looked_at >= index_.database.get_doccount() ||
                      matches.get_uncollapsed_matches_lower_bound() < looked_at;
  count(matches, looked_at, at_all, density.estimate(index_.database.get_lastdocid()), found);
  return found;
}

void SearchRun::set_weights(Xapian::Enquire& enquire) const {
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(ranking_.bm25.k1, 0, 1, ranking_.bm25.b, ranking_.bm25.min_normlen));
}

bool SearchRun::ranked() const { return built_.has_words && !is_by_date(request_.sort); }

void SearchRun::set_order(Xapian::Enquire& enquire) {
  set_weights(enquire);
  SortOrder order = request_.sort;
  // Where nothing ranks the matches, the newest come first.
  if (!built_.has_words && order != SortOrder::oldest) order = SortOrder::newest;
  if (!is_by_date(order)) return;
  const bool newest = order == SortOrder::newest;
  // Documents without a date come last either way.
  by_date_.add_value(kDateSlot, false, newest ? "" : "99999999");
  enquire.set_sort_by_key_then_relevance(&by_date_, newest);
}

void SearchRun::add_hits(const Xapian::Enquire& enquire, const Matches& matches,
                         SearchResults& results) {
  std::optional<Highlighter> highlighter;
  if (request_.snippets) highlighter.emplace(built_.terms, rarities());
  DataReader stored(index_.data, index_.database);
  ValueReader clusters(*index_.reader, kClusterSlot);
  const std::vector<std::string> words = few_words();
  shows_parts_ = words.size() > 1 && !matches.best.empty();
  for (const Match& match : matches.best) {
    const std::string data = stored.of(match.document);
    Hit hit;
    hit.rank = request_.offset + results.hits.size() + 1;
    hit.score = match.score;
    if (highlighter) {
      StoredFields fields = decode_fields(data);
      hit.id = std::move(fields.id);
      if (request_.concordance) add_occurrences(fields, *highlighter, hit);
      show(fields, *highlighter, request_.whole_text, hit);
      shows_parts_ = shows_parts_ && !std::ranges::all_of(words, [&](const auto& one) {
                       return highlighter->has_seen(one);
                     });
      const std::string cluster(clusters.of(match.document));
      clusters.confirm();
      add_copies(cluster, hit);
    } else {
      hit.id = decode_id(data);
    }
    if (request_.explain) {
      Xapian::Enquire alone(index_.database);
      set_weights(alone);
      const bool close = request_.sort == SortOrder::relevance && hit.rank <= kCloseOrder;
      hit.evidence =
          Evidence(built_, index_, enquire, alone, *shown_).of(match.document, hit.id, close);
    }
    results.hits.push_back(std::move(hit));
  }
}

void SearchRun::add_copies(const std::string& cluster, Hit& hit) const {
  if (cluster.empty()) return;
  const std::string list = index_.database.get_metadata(copies_key(cluster));
  if (list.empty()) return;  // it has none
  hit.copy_ids = decode_ids(list);
  std::erase(hit.copy_ids, hit.id);
  hit.copies = hit.copy_ids.size();
  if (hit.copies > kMaxCopyIds) hit.copy_ids.resize(kMaxCopyIds);
}

// The words, but function words, of a query of which somebody may want all: of a question or a
// headline nobody does, and by date all are required. None of a later page.
std::vector<std::string> SearchRun::few_words() const {
  constexpr std::size_t kMostWords = 5;
  std::vector<std::string> words;
  const bool shows_texts = request_.snippets && !request_.whole_text;
  if (!ranked() || !shows_texts || request_.all_words || request_.plain_text || request_.offset > 0)
    return words;
  for (const QueryTerm& term : built_.terms) {
    const bool telling = term.origin == EvidenceOrigin::typed &&
                         !is_function_word(term.written, read_.languages) &&
                         std::ranges::find(words, term.written) == words.end();
    if (telling) words.push_back(term.written);
  }
  if (words.size() > kMostWords) words.clear();
  return words;
}

// idf; the words of a prefix count as a middling one.
std::vector<double> SearchRun::rarities() const {
  std::vector<double> rarity;
  for (const QueryTerm& term : built_.terms) {
    const double frequency = term.kind == EvidenceKind::prefix
                                 ? std::sqrt(index_.vocabulary.documents())
                                 : static_cast<double>(index_.database.get_termfreq(term.term));
    rarity.push_back(index_.vocabulary.idf(frequency));
  }
  return rarity;
}

}  // namespace khabar
