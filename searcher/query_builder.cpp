// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_builder.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "analyzers/analyzer.h"
#include "indexer/schema.h"
#include "searcher/excluded_forms.h"
#include "searcher/filter_queries.h"
#include "searcher/phrase_queries.h"
#include "searcher/phrase_source.h"
#include "searcher/phrase_translations.h"
#include "searcher/prefix_queries.h"
#include "searcher/typed_letters.h"
#include "searcher/word_queries.h"

namespace khabar {
namespace {

// Tables of the scores of all documents that a query makes. A query of a thousand parts would take
// gigabytes; what is above it Xapian scores document by document, which takes longer.
constexpr std::size_t kMaxTables = 64;

// Phrases of words near each other in a query: each may have to look at the order of words in all
// documents.
constexpr std::size_t kMaxNearPhrases = 50;

// Whether Persian alone reads the query, and its words are known to be Persian. Arabic words and
// their plurals meet by way of Persian: farq, furuq.
bool is_persian_word(const ReadQuery& read, const Language& other) {
  return read.languages.size() == 1 && read.languages.front()->article.empty() &&
         are_words_of(read.languages, words_of_query(read.parsed.root), other);
}

// The languages whose words are also looked for in the other languages. On request all that the
// query can be read in: zilzal is in the words of a Persian index, once. Else those in which the
// index has few documents, so that a Persian question to an Arabic archive finds what there is.
TranslateFrom to_translate(const ReadQuery& read, const SearchRequest& request,
                           const Vocabulary* vocabulary) {
  if (vocabulary == nullptr) return {};
  TranslateFrom from{.languages = read.languages, .asked = request.cross_language};
  if (from.asked) {
    if (read.across)
      return {
          .languages = {read.across->language}, .asked = true, .shared_words = !read.across->sure};
    if (request.language != "auto" ||
        detect_language(words_of_query(read.parsed.root)).confidence >= kSureLanguage)
      return from;
    for (const Language* language : all_languages()) {
      if (std::ranges::find(read.languages, language) == read.languages.end() &&
          !is_persian_word(read, *language))
        from.languages.push_back(language);
    }
    return from;
  }
  if (request.language != "auto" && request.filter_language) return {};
  std::erase_if(from.languages,
                [&](const Language* language) { return !vocabulary->has_few_in(*language); });
  return from;
}

class Builder {
 public:
  Builder(const ReadQuery& read, const SearchRequest& request, const EvidenceWeights& weights,
          const Vocabulary* vocabulary, std::shared_ptr<const Bm25Weights> bm25,
          const Synonyms* synonyms)
      : parsed_(read.parsed),
        languages_(read.languages),
        request_(request),
        vocabulary_(vocabulary),
        bm25_(std::move(bm25)),
        translate_from_(to_translate(read, request, vocabulary)),
        translation_(weights.translation),
        words_(read, weights, vocabulary, translate_from_, request.read_day,
               request.correction != Correction::none, synonyms, terms_),
        filters_(request, vocabulary, terms_),
        prefixes_(vocabulary, terms_) {}

  BuiltQuery build() {
    Xapian::Query query = node(parsed_.root);
    std::vector<Xapian::Query> filters = filters_.of_request();
    const bool filters_alone = !filters.empty() && only_blanks(request_.query);
    if (query.empty() && (parsed_.all_documents || filters_alone)) query = all_documents();
    if (query.empty()) {
      std::string message = in_english(Note{.kind = NoteKind::no_words});
      for (const std::string& note : in_english(terms_.take_notes())) message += "; " + note;
      throw QueryError(Note{.kind = NoteKind::no_words}, message, 0, request_.query.size());
    }
    if (!filters.empty()) {
      const Xapian::Query all(Xapian::Query::OP_AND, filters.begin(), filters.end());
      query = Xapian::Query(Xapian::Query::OP_FILTER, query, all);
    }
    BuiltQuery built;
    built.query = query;
    if (filters.empty() && is_one_leaf(parsed_.root)) built.alone = std::move(scored_);
    built.terms = terms_.take_terms();
    built.parts = terms_.take_parts();
    built.notes = terms_.take_notes();
    built.filters = filters_.take_readings();
    built.readings = terms_.take_readings();
    built.close = std::move(close_);
    built.has_words = !built.terms.empty();
    return built;
  }

 private:
  // Words or a phrase and nothing else; a group within may have filters, signs and stars.
  static bool is_one_leaf(const QueryNode& root) {
    if (root.children.size() != 1) return false;
    const QueryNode& child = root.children.front();
    const bool is_scored = child.kind == QueryKind::text || child.kind == QueryKind::exact ||
                           child.kind == QueryKind::phrase || child.kind == QueryKind::exact_phrase;
    return is_scored && child.need != QueryNeed::must_not;
  }

  static bool only_blanks(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
  }

  static Xapian::Query all_documents() {
    return {Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query::MatchAll, 0.0};
  }

  Xapian::Query node(const QueryNode& node) {
    switch (node.kind) {
      case QueryKind::text:
        return with_own(scored(words_.alternatives(node, reach_of(node))));
      case QueryKind::exact:
        return as_typed(scored(words_.alternatives(node, Reach::spelling)), node);
      case QueryKind::phrase:
        return node.need == QueryNeed::should ? hashtag(node) : phrase(node);
      case QueryKind::exact_phrase:
        return as_typed(phrase(node), node);
      case QueryKind::prefix:
        return prefixes_.of(node, request_.exact);
      case QueryKind::exact_prefix:
        return prefixes_.of(node, true);
      case QueryKind::filter:
        return filters_.of(node);
      case QueryKind::any_of:
        return alternatives(node);
      case QueryKind::group:
        return group(node);
    }
    return {};
  }

  Reach reach_of(const QueryNode& node) const {
    if (request_.exact) return Reach::spelling;
    if (terms_.excludes() || node.need == QueryNeed::must_not) return Reach::word;
    return node.need == QueryNeed::must ? Reach::required : Reach::anything;
  }

  // With what counts in the documents of one language only.
  Xapian::Query with_own(Xapian::Query query) {
    InLanguage own = words_.take_own();
    if (own.found.empty()) return query;
    const Xapian::Query words = only_in(own.language->tag, scored(std::move(own.found)));
    scored_ = nullptr;  // it is no longer all
    return {Xapian::Query::OP_OR, query, words};
  }

  Xapian::Query scored(Alternatives found) {
    close_.insert(close_.end(), found.close.begin(), found.close.end());
    scored_ = found.empty() ? nullptr : std::make_shared<const Alternatives>(std::move(found));
    if (scored_ == nullptr) return {};
    if (request_.explain) explain_scored();
    // What must not occur has no score.
    if (bm25_ == nullptr || terms_.excludes() || ++tables_ > kMaxTables) return any_of(*scored_);
    return Xapian::Query(scores_of(scored_, bm25_).release()->release());
  }

  void explain_scored() {
    for (const WeightedPhrase& one : scored_->phrases) {
      const bool is_term = one.terms.size() == 1 && one.unless.empty();
      if (is_term && terms_.counts_by_itself(one.terms.front())) continue;
      terms_.explain({PartKind::phrase, one.terms, any_phrase({one})});
    }
    if (!scored_->leading.empty())
      terms_.explain({PartKind::language, {}, gain_of_leading(*scored_)});
  }

  // With the letters of the words of `node` themselves, where folding has made them one with
  // others. Not those of a compound outside of a phrase, which is looked for parted and joined.
  Xapian::Query as_typed(Xapian::Query query, const QueryNode& node) {
    if (query.empty() || vocabulary_ == nullptr) return query;
    const bool title = !node.field.empty();
    analyze(node.text, *languages_.front(), tokens_);
    if (node.kind == QueryKind::exact && tokens_.size() != 1) return query;
    for (const Token& token : tokens_) {
      if (token.compound) continue;
      const std::string_view written = written_in(node.text, token);
      std::u32string letters =
          letters_ == Letters::all ? letters_as_typed(written) : telling_letters(written);
      if (letters.empty()) continue;
      const std::string term = word_term(title ? kTitlePrefix : std::string_view(), token.word);
      const Xapian::doccount texts = vocabulary_->frequency(term);
      if (texts > kMostTextsRead - texts_read_) {
        terms_.note({.kind = NoteKind::letters_too_common, .asked = {std::string(written)}});
        continue;
      }
      texts_read_ += texts;
      query = with_letters(query, term, std::move(letters), title, letters_);
      scored_ = nullptr;  // it is no longer all
    }
    return query;
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
    std::optional<WantedWords> wanted;
    for (const QueryNode& child : group.children) {
      const bool excluded = child.need == QueryNeed::must_not;
      const bool excluded_before = terms_.exclude(excluded || terms_.excludes());
      if (excluded && !wanted) wanted.emplace(group, *languages_.front());
      Xapian::Query part = excluded ? excluded_part(child, *wanted) : node(child);
      terms_.exclude(excluded_before);
      if (part.empty()) continue;
      if (excluded) {
        must_not.push_back(std::move(part));
      } else if (asks_for_no_word(child)) {
        std::string field = filtered_field(child);
        if (field.empty()) field = std::to_string(filters.size());  // a condition of its own
        filters[field].push_back(std::move(part));
      } else {
        (child.need == QueryNeed::must ? must : should).push_back(std::move(part));
      }
    }
    return combine(should, must, must_not, filters);
  }

  // Filters, in brackets, too, and brackets of what must not occur: conditions, which do not rank.
  static bool asks_for_no_word(const QueryNode& node) {
    if (node.kind == QueryKind::filter || node.need == QueryNeed::must_not) return true;
    return !node.children.empty() && std::ranges::all_of(node.children, asks_for_no_word);
  }

  // The field that all these filters are alternatives of; empty where they are not.
  static std::string filtered_field(const QueryNode& node) {
    if (node.kind == QueryKind::filter) return group_of_filter(node);
    if (node.need != QueryNeed::should || node.children.empty()) return {};
    std::string field = filtered_field(node.children.front());
    const bool same = std::ranges::all_of(node.children, [&](const QueryNode& child) {
      return child.need == QueryNeed::should && filtered_field(child) == field;
    });
    return same ? field : std::string();
  }

  // What must not occur takes all its forms; where one of them is wanted, itself alone.
  Xapian::Query excluded_part(const QueryNode& child, const WantedWords& words) {
    const auto wanted = words.excluded_form(child);
    if (!wanted) return node(child);
    const bool same = *wanted == ExcludedForm::same;
    terms_.note({.kind = same ? NoteKind::wanted_excluded : NoteKind::form_excluded,
                 .asked = {child.text}});
    if (same) return node(child);
    QueryNode form = child;
    form.kind = QueryKind::exact;
    letters_ = *wanted == ExcludedForm::spelling ? Letters::all : Letters::telling;
    Xapian::Query query = node(form);
    letters_ = Letters::telling;
    return query;
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
    // The values of a group are alternatives; one of every group must hold.
    for (const auto& [group, values] : filters) {
      query = Xapian::Query(Xapian::Query::OP_FILTER, query, any_of(values));
    }
    if (!must_not.empty()) {
      query = Xapian::Query(Xapian::Query::OP_AND_NOT, query, any_of(must_not));
    }
    return query;
  }

  Xapian::Query phrase(const QueryNode& node) {
    if (node.near > 0 && ++near_ > kMaxNearPhrases) {
      terms_.note({.kind = NoteKind::too_many_near, .number = kMaxNearPhrases});
      return {};
    }
    const bool title = !node.field.empty();
    const bool exact = request_.exact || node.kind == QueryKind::exact_phrase;
    std::vector<WeightedPhrase> phrases;
    std::vector<std::string> typed;
    const auto read = [&](const std::string& text, const Language& language, double share,
                          EvidenceOrigin origin) {
      analyze(text, language, tokens_);
      if (tokens_.size() > kMaxPhraseWords)
        terms_.note({.kind = NoteKind::phrase_too_long, .number = kMaxPhraseWords});
      PhraseSpellings known = spellings_of_phrase(tokens_, language, vocabulary_, exact);
      if (origin != EvidenceOrigin::typed) {
        for (PhraseWord& word : known.words) word.origin = origin;
      }
      phrases.reserve(phrases.size() + known.spellings.size());
      for (const PhraseSpelling& one : known.spellings) {
        std::vector<std::string> terms = phrase_terms(one, known, title, node.near);
        if (terms.empty()) break;
        if (typed.empty()) typed = terms;
        const bool found =
            title || vocabulary_ == nullptr ? has_all(terms, vocabulary_) : one.found;
        if (node.near > 0) std::ranges::sort(terms);  // one for all orders
        const auto same = [&](const WeightedPhrase& other) { return other.terms == terms; };
        if (found && std::ranges::none_of(phrases, same))
          phrases.push_back({std::move(terms), one.window, one.share * share});
      }
    };
    for (const Language* language : languages_) {
      const auto texts = node.near > 0 ? orders_of_words(node.text, *language)
                                       : std::vector<std::string>{node.text};
      for (const std::string& text : texts) read(text, *language, 1, EvidenceOrigin::typed);
    }
    if (!exact && node.near == 0 && translates(phrases)) {
      for (const NameTerm& term :
           phrase_translations(node.text, translate_from_, *vocabulary_, terms_))
        read(std::string(term.text), *term.language, translation_ * term.weight,
             EvidenceOrigin::translation);
    }
    // What a phrase with a word that the index lacks finds: as much as that word.
    if (phrases.empty() && !typed.empty()) phrases.push_back({{absent(typed)}, 1});
    if (node.near > 0) return near_each_other(phrases, node.near);
    return scored({{}, std::move(phrases)});
  }

  // On request, and where no document has the phrase.
  bool translates(const std::vector<WeightedPhrase>& phrases) const {
    if (translate_from_.languages.empty() || terms_.excludes()) return false;
    return translate_from_.asked || phrases.empty() ||
           vocabulary_->count(any_phrase(phrases), 1) == 0;
  }

  // A phrase that need not occur is a hashtag of several words: these, where no document has them
  // side by side.
  Xapian::Query hashtag(const QueryNode& node) {
    const std::size_t terms_before = terms_.size();
    Xapian::Query query = phrase(node);
    if (terms_.excludes() || vocabulary_ == nullptr || vocabulary_->count(query, 1) > 0)
      return query;
    terms_.forget_from(terms_before);
    return with_own(scored(words_.alternatives(node, reach_of(node))));
  }

  // With so many more words between those of the phrases.
  Xapian::Query near_each_other(const std::vector<WeightedPhrase>& phrases,
                                Xapian::termcount between) {
    scored_ = nullptr;  // not what was built
    std::vector<Xapian::Query> parts;
    parts.reserve(phrases.size());
    for (const WeightedPhrase& one : phrases) {
      parts.push_back(scaled(phrase_query(one.terms, one.window + between, true), one.weight));
      terms_.explain({PartKind::near, one.terms, parts.back()});
    }
    return any_of(parts);
  }

  // The index terms of one spelling of what was typed, the first of those known.
  std::vector<std::string> phrase_terms(const PhraseSpelling& spelling,
                                        const PhraseSpellings& known, bool title,
                                        std::size_t near) {
    const PhraseSpelling& typed = known.spellings.front();
    std::vector<std::string> terms, texts;
    terms.reserve(spelling.words.size());
    for (const std::size_t place : spelling.words) {
      if (&spelling == &typed && !terms_.room_for_word()) break;
      const PhraseWord& word = known.words[place];
      terms.push_back(title ? std::string(kTitlePrefix) + word.term : word.term);
      if (is_shown_) texts.push_back(word.text);
    }
    const std::vector phrases(texts.size() > 1 ? 1 : 0, texts);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const PhraseWord& word = known.words[spelling.words[i]];
      if (terms_.counts_by_itself(terms[i])) continue;
      terms_.remember({terms[i], known.words[typed.words[word.written]].text, EvidenceKind::surface,
                       title, spelling.share, word.origin, phrases, near});
    }
    return terms;
  }

  // The first that the index lacks, or the first.
  std::string absent(const std::vector<std::string>& terms) const {
    const auto found = std::ranges::find_if(
        terms, [&](const std::string& term) { return vocabulary_->frequency(term) == 0; });
    return found == terms.end() ? terms.front() : *found;
  }

  const ParsedQuery& parsed_;
  const std::vector<const Language*>& languages_;
  const SearchRequest& request_;
  const Vocabulary* vocabulary_;
  const std::shared_ptr<const Bm25Weights> bm25_;
  TermCollector terms_;
  TranslateFrom translate_from_;
  const double translation_;
  WordQueries words_;
  FilterQueries filters_;
  PrefixQueries prefixes_;
  TokenList tokens_;
  std::shared_ptr<const Alternatives> scored_;                   // the last one
  std::vector<CloseWords> close_;                                // of all
  std::size_t tables_ = 0;                                       // of scores
  std::size_t near_ = 0;                                         // phrases near each other
  Xapian::doccount texts_read_ = 0;                              // for letters, at most
  Letters letters_ = Letters::telling;                           // of as_typed()
  const bool is_shown_ = request_.snippets || request_.explain;  // where a phrase stands
};

}  // namespace

BuiltQuery build_query(const ReadQuery& read, const SearchRequest& request,
                       const EvidenceWeights& weights, const Vocabulary* vocabulary,
                       std::shared_ptr<const Bm25Weights> bm25, const Synonyms* synonyms) {
  return Builder(read, request, weights, vocabulary, std::move(bm25), synonyms).build();
}

}  // namespace khabar
