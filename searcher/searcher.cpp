// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/searcher.h"

#include <xapian.h>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/schema.h"
#include "searcher/filter_queries.h"
#include "searcher/index_view.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/search_run.h"
#include "searcher/similar.h"

namespace khabar {
namespace {

// A search may meet writers' publications one after another where they are small and it is slow;
// more means that something else is wrong.
constexpr int kAttempts = 10;

// How many there are of a request is all that is asked.
SearchRequest counting(SearchRequest request) {
  request.limit = 0;
  request.facets = request.explain = request.expand = false;
  return request;
}

// What the words mean in other languages, where the words themselves find nothing. A query of
// unsure language means nothing for sure.
std::optional<SearchResults> search_translated(const IndexView& index, const SearchRequest& request,
                                               const RankingOptions& ranking, bool sure) {
  const bool own_language_only = request.language != "auto" && request.filter_language;
  if (request.cross_language || request.exact || own_language_only || !sure) return {};
  SearchRequest wider = request;
  wider.cross_language = true;
  SearchResults found = SearchRun(index, wider, ranking).run();
  if (found.total == 0) return {};
  found.notes.push_back({.kind = NoteKind::in_other_languages});
  return found;
}

// What the words mean in a language that their letters speak for; not where that finds nothing.
std::optional<Note> meaning_in(const Language& language, const IndexView& index,
                               const SearchRequest& request, const RankingOptions& ranking) {
  SearchRequest other = counting(request);
  other.language = language.tag;
  other.filter_language = false;
  const SearchResults found = SearchRun(index, other, ranking).run();
  for (const Note& note : found.notes) {
    const bool translated =
        note.kind == NoteKind::translated || note.kind == NoteKind::missing_translated;
    if (translated && found.total > 0)
      return Note{
          .kind = NoteKind::meant_in_language, .found = note.found, .language = note.language};
  }
  return {};
}

// Whether no document has all words of the request.
bool has_parts_alone(const IndexView& index, const SearchRequest& request,
                     const RankingOptions& ranking) {
  SearchRequest all = counting(request);
  all.all_words = true;
  all.sort = SortOrder::relevance;
  return SearchRun(index, all, ranking).run().total == 0;
}

// That some of the words were found, once.
void note_parts(SearchResults& results) {
  std::erase_if(results.notes,
                [](const Note& note) { return note.kind == NoteKind::some_of_the_words; });
  results.notes.push_back({.kind = NoteKind::some_of_the_words});
}

// The results of what was typed with a better query, or those of that one where it is surely meant.
SearchResults with_suggestion(const IndexView& index, const SearchRequest& request,
                              const RankingOptions& ranking, const SearchRun& typed,
                              SearchResults results, Suggestion suggestion) {
  if (suggestion.searched) {
    results.corrected = results.total > 0;
    results.other_layout = suggestion.other_layout;
    results.suggestion = std::move(suggestion.query);
    return results;
  }
  SearchRequest meant = request;
  meant.query = suggestion.query;
  const bool finds_none =
      results.total == 0 || (!suggestion.leaves_unknown && typed.finds_no_word(suggestion.query));
  const bool is_slip =
      suggestion.sure || (finds_none && !suggestion.doubtful && !suggestion.leaves_unknown);
  if (!is_slip) meant.limit = 0;
  SearchResults better = SearchRun(index, meant, ranking).run();
  if (better.total == 0) return results;
  if (is_slip) {
    better.corrected = true;
    better.query = std::move(results.query);
    results = std::move(better);
  }
  results.suggestion = std::move(suggestion.query);
  return results;
}

// With what was perhaps meant, where the request asks for that and it finds something.
SearchResults search_corrected(const IndexView& index, const SearchRequest& request,
                               const RankingOptions& ranking) {
  SearchRun typed(index, request, ranking);
  SearchResults results = typed.run();
  if (typed.shows_parts() && has_parts_alone(index, request, ranking)) note_parts(results);
  if (results.total == 0 && request.all_words) {
    SearchRequest any = request;
    any.all_words = false;
    SearchResults found = search_corrected(index, any, ranking);
    if (found.total > 0) note_parts(found);
    return found;
  }
  if (results.total == 0) {
    const bool sure = results.language.find('+') == std::string::npos;
    if (auto found = search_translated(index, request, ranking, sure)) return std::move(*found);
  }
  if (request.correction != Correction::suggest || request.plain_text) return results;
  if (results.total > 0 && request.snippets && request.offset == 0) {
    if (const Language* other = typed.other_language()) {
      if (auto note = meaning_in(*other, index, request, ranking))
        results.notes.push_back(std::move(*note));
    }
  }
  if (auto suggestion = typed.suggestion(results.total == 0))
    return with_suggestion(index, request, ranking, typed, std::move(results),
                           std::move(*suggestion));
  return results;
}

// The query without the quotes of its phrases; of one text without operators, in quotes.
std::optional<Note> other_quotes(const std::string& query) {
  const QueryNode root = parse_query(query).root;
  if (auto words = without_quotes(query, root))
    return Note{.kind = NoteKind::without_quotes, .found = {{std::move(*words)}}};
  if (root.children.size() != 1) return {};
  const QueryNode& only = root.children.front();
  if (only.kind != QueryKind::text || !only.field.empty()) return {};
  return Note{.kind = NoteKind::in_quotes, .found = {{'"' + only.text + '"'}}};
}

// That the quotes are the reason why nothing was found, where they are: those of a phrase, or none
// about a piece of compounds that do not speak of it.
void note_quotes(const IndexView& index, const SearchRequest& request,
                 const RankingOptions& ranking, SearchResults& results) {
  constexpr std::size_t kLongest = 500;  // bytes of a query that anyone would read again
  if (request.plain_text || request.query.size() > kLongest) return;
  auto note = other_quotes(request.query);
  if (!note) return;
  SearchRequest other = counting(request);
  other.query = note->found.front().front();
  if (SearchRun(index, other, ranking).run().total > 0) results.notes.push_back(std::move(*note));
}

std::vector<StoredFields> all_matches(const IndexView& index, const SearchRequest& request,
                                      const RankingOptions& ranking,
                                      const std::function<bool(const std::string&)>& wanted) {
  const ReadQuery read = read_query(request, index.vocabulary, true);
  const BuiltQuery built = build_query(read, request, ranking.evidence, &index.vocabulary, nullptr,
                                       ranking.synonyms.get());
  Xapian::Enquire enquire(index.database);
  enquire.set_query(built.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet matches = enquire.get_mset(0, index.database.get_doccount());
  std::vector<StoredFields> found;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    auto id = index.database.termlist_begin(*match);
    id.skip_to(std::string(kIdPrefix));
    if (id != index.database.termlist_end(*match) && wanted(*id))
      found.push_back(decode_fields(match.get_document().get_data()));
  }
  return found;
}

StoredFields fields_of(const Xapian::Database& database, Xapian::docid document) {
  return decode_fields(database.get_document(document).get_data());
}

std::optional<Xapian::docid> document_with(const Xapian::Database& database,
                                           const std::string& id) {
  const std::string term = id_term(id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  return *posting;
}

// Of a document that the index has. Throws Xapian::DatabaseCorruptError where its stored id is not
// that which finds it.
StoredFields fields_of(const Xapian::Database& database, const Hit& hit) {
  if (const auto document = document_with(database, hit.id)) return fields_of(database, *document);
  throw Xapian::DatabaseCorruptError("the id that is stored with a document does not find it");
}

// The other articles of its cluster.
SearchResults copies_of(const IndexView& index, Xapian::docid article, std::size_t limit,
                        const RankingOptions& ranking, const std::string& term) {
  const std::string cluster = index.database.get_document(article).get_value(kClusterSlot);
  std::vector<Xapian::Query> copies;
  if (!cluster.empty()) {
    for (const std::string& id : decode_ids(index.database.get_metadata(copies_key(cluster)))) {
      if (id_term(id) != term) copies.emplace_back(id_term(id));
    }
  }
  if (copies.empty()) return {};
  BuiltQuery built;
  built.query = any_of(copies);
  const SearchRequest request{.limit = limit, .sort = SortOrder::oldest, .all_copies = true};
  return SearchRun(index, request, ranking, std::move(built)).run();
}

// What repeats the article, or a better one, is taken out of the best of them.
SearchResults similar_to(const IndexView& index, Xapian::docid article,
                         const SearchRequest& request, const RankingOptions& ranking,
                         const std::string& term) {
  constexpr std::size_t kSpare = 10;
  BuiltQuery built = similar_query(index.database, article, term);
  if (!built.has_words) return {};
  SearchRequest wider = request;
  wider.limit += kSpare;
  SearchResults results = SearchRun(index, wider, ranking, std::move(built)).run();
  Repeats repeats(fields_of(index.database, article));
  const std::size_t before = results.hits.size();
  std::erase_if(results.hits,
                [&](const Hit& hit) { return repeats.is_repeat(fields_of(index.database, hit)); });
  results.total -= before - results.hits.size();
  if (results.hits.size() > request.limit) results.hits.resize(request.limit);
  for (std::size_t i = 0; i < results.hits.size(); ++i) results.hits[i].rank = i + 1;
  return results;
}

}  // namespace

struct Searcher::State {
  State(std::string index_path, const RankingOptions& options)
      : path(std::move(index_path)), ranking(options) {}

  const std::string path;
  const RankingOptions ranking;
  FileStamp publication, version;
  std::string folder;  // that is published
  Xapian::Database database;
  std::optional<IndexView> view;  // of the state that `database` has open

  void open() {
    for (int attempt = 1;; ++attempt) {
      try {
        // The stamp first: what is published from here on is another one.
        const FileStamp stamp = publication_stamp(path);
        view.reset();
        folder = published_folder(path);
        version = version_stamp(folder);
        database = open_index(path);
        view.emplace(database, folder, ranking.bm25);
        publication = stamp;
        return;
      } catch (const Xapian::DatabaseError& error) {
        if (attempt == kAttempts) throw index_error(path, error);
      }
    }
  }

  // Costs two stat() where nothing changed.
  void refresh() {
    if (!view || publication_stamp(path) != publication) return open();
    const FileStamp now = version_stamp(folder);
    if (now == version && is_settled(now)) return;
    version = now;
    if (!database.reopen()) return;
    view.reset();
    view.emplace(database, folder, ranking.bm25);
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

  Xapian::docid document_of(const std::string& id) const {
    if (const auto document = document_with(database, id)) return *document;
    throw NoSuchDocument("the index at " + path + " has no document \"" + id +
                         "\" (khabar search shows ids)");
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
    : state_(std::make_unique<State>(index_path, ranking)) {
  state_->open();
}

Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

SearchResults Searcher::search(const SearchRequest& request) {
  return state_->timed([&] {
    SearchResults results = search_corrected(*state_->view, request, state_->ranking);
    if (results.total == 0 && request.correction == Correction::suggest)
      note_quotes(*state_->view, request, state_->ranking, results);
    return results;
  });
}

SearchResults Searcher::similar(const std::string& id, const SearchRequest& request) {
  return state_->timed([&] {
    return similar_to(*state_->view, state_->document_of(id), request, state_->ranking,
                      id_term(id));
  });
}

SearchResults Searcher::copies(const std::string& id, std::size_t limit) {
  return state_->timed([&] {
    return copies_of(*state_->view, state_->document_of(id), limit, state_->ranking, id_term(id));
  });
}

StoredFields Searcher::article(const std::string& id) {
  return state_->read([&] { return fields_of(state_->database, state_->document_of(id)); });
}

std::string Searcher::language_for(const std::string& wanted) {
  return state_->read([&]() -> std::string {
    const Vocabulary& vocabulary = state_->view->vocabulary;
    const Language* const known = find_language(wanted);
    if (known != nullptr && !vocabulary.has_few_in(*known)) return wanted;
    if (vocabulary.documents_in("fa") > vocabulary.documents_in("ar")) return "fa";
    return vocabulary.documents_in("ar") > 0 ? "ar" : wanted;
  });
}

IndexOverview Searcher::overview() {
  return state_->read([&]() -> IndexOverview {
    const Xapian::Database& index = state_->database;
    const Vocabulary& vocabulary = state_->view->vocabulary;
    return {.articles = index.get_doccount(),
            .arabic = static_cast<std::uint64_t>(vocabulary.documents_in("ar")),
            .persian = static_cast<std::uint64_t>(vocabulary.documents_in("fa")),
            .days = dated_days(index)};
  });
}

std::vector<Completion> Searcher::complete(const std::string& text, std::size_t limit,
                                           const DateReader& read_date) {
  return state_->read(
      [&] { return khabar::complete(text, state_->view->vocabulary, limit, read_date); });
}

void Searcher::match(const SearchRequest& request,
                     const std::function<bool(const std::string&)>& wanted,
                     const std::function<void(const StoredFields&)>& take) {
  // Gathered first: what is handed over cannot be taken back where a writer makes us begin anew.
  const std::vector<StoredFields> found =
      state_->read([&] { return all_matches(*state_->view, request, state_->ranking, wanted); });
  for (const StoredFields& fields : found) take(fields);
}

}  // namespace khabar
