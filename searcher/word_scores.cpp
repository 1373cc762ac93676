// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_scores.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "analyzers/language.h"
#include "indexer/schema.h"
#include "searcher/phrase_scores.h"

namespace khabar {

namespace {

std::vector<Xapian::Query> scaled_terms(const std::vector<WeightedTerm>& terms) {
  std::vector<Xapian::Query> parts;
  parts.reserve(terms.size());
  for (const WeightedTerm& one : terms)
    parts.push_back(only_in(one.only_in, scaled(Xapian::Query(one.term), one.weight)));
  return parts;
}

}  // namespace

Xapian::Query documents_in(std::string_view tag) {
  return {Xapian::Query::OP_OR, Xapian::Query(word_term(kLanguagePrefix, tag)),
          Xapian::Query(word_term(kLanguagePrefix, fallback_language().tag))};
}

Xapian::Query only_in(std::string_view tag, const Xapian::Query& query) {
  return tag.empty() ? query : Xapian::Query(Xapian::Query::OP_FILTER, query, documents_in(tag));
}

Xapian::Query gain_of_leading(const Alternatives& alternatives) {
  const auto terms = scaled_terms(alternatives.terms);
  const Xapian::Query words(Xapian::Query::OP_OR, terms.begin(), terms.end());
  return scaled({Xapian::Query::OP_FILTER, words, Xapian::Query(alternatives.leading)}, kLead);
}

Xapian::Query any_of(const Alternatives& alternatives) {
  std::vector<Xapian::Query> parts = scaled_terms(alternatives.terms);
  if (!alternatives.leading.empty() && !parts.empty())
    parts.push_back(gain_of_leading(alternatives));
  if (!alternatives.phrases.empty()) parts.push_back(any_phrase(alternatives.phrases));
  if (parts.empty()) return {};
  Xapian::Query any(Xapian::Query::OP_OR, parts.begin(), parts.end());
  if (alternatives.beside.empty()) return any;
  const std::vector<Xapian::Query> beside = scaled_terms(alternatives.beside);
  return {Xapian::Query::OP_AND_MAYBE, any,
          Xapian::Query(Xapian::Query::OP_OR, beside.begin(), beside.end())};
}

namespace {

// Pages without a match take no memory and no time.
constexpr std::size_t kPageDocuments = Bm25Weights::kPageDocuments;

class WordScores : public Xapian::PostingSource {
 public:
  WordScores(std::shared_ptr<const Alternatives> alternatives,
             std::shared_ptr<const Bm25Weights> weights)
      : alternatives_(std::move(alternatives)), weights_(std::move(weights)) {}

  WordScores* clone() const override { return new WordScores(alternatives_, weights_); }

  void init(const Xapian::Database&) override {
    pages_.clear();
    pages_.resize(weights_->last_document() / kPageDocuments + std::size_t{1});
    phrases_.reset();
    without_phrases_.clear();
    in_language_.clear();
    found_.reset();
    at_ = 0;
    double greatest = 0;
    for (const WeightedTerm& term : alternatives_->terms) greatest += add<true>(term);
    if (!alternatives_->leading.empty()) {
      let_lead();
      greatest *= 1 + kLead;
    }
    if (!alternatives_->phrases.empty()) greatest += add_phrases();
    for (const WeightedTerm& term : alternatives_->beside) greatest += add<false>(term);
    set_maxweight(greatest);
  }

  Xapian::doccount get_termfreq_min() const override { return with_words(); }
  Xapian::doccount get_termfreq_est() const override { return with_words(); }
  Xapian::doccount get_termfreq_max() const override {
    return with_words() + static_cast<Xapian::doccount>(without_phrases_.size());
  }

  void next(double least) override { go_to(at_ + std::size_t{1}, least); }
  void skip_to(Xapian::docid document, double least) override {
    if (document > at_) go_to(document, least);
  }
  bool at_end() const override { return at_ > weights_->last_document(); }
  Xapian::docid get_docid() const override { return static_cast<Xapian::docid>(at_); }
  double get_weight() const override {
    return (*pages_[at_ / kPageDocuments])[at_ % kPageDocuments];
  }
  std::string get_description() const override {
    return "Scored(" + any_of(*alternatives_).get_description() + ")";
  }

 private:
  using Page = std::array<double, kPageDocuments>;

  // Documents that have a word. Xapian asks before it looks at any.
  Xapian::doccount with_words() const {
    if (!found_) {
      const auto zeros = [](const auto& scores) { return std::ranges::count(scores, 0); };
      std::ptrdiff_t found = -zeros(without_phrases_);
      for (const auto& page : pages_) {
        if (page) found += static_cast<std::ptrdiff_t>(kPageDocuments) - zeros(*page);
      }
      found_ = static_cast<Xapian::doccount>(found);
    }
    return *found_;
  }

  // Adds a term to each document that has it, or only to those that have been found. Returns what
  // it adds at most.
  template <bool finds>
  double add(const WeightedTerm& term) {
    const std::string list = list_of_term(term.term);
    GlassReader::Cursor cursor(weights_->reader());
    if (!cursor.seek(list)) return 0;
    std::string_view tag = cursor.tag();
    const double greatest = term.weight * weights_->greatest(take_totals(tag).documents);
    const std::vector<bool>* const only =
        term.only_in.empty() ? nullptr : &documents_in_language(term.only_in);
    for_each_chunk(cursor, list, [&](const PostingChunk& chunk) {
      if (only == nullptr) {
        add<finds>(chunk, greatest, [](Xapian::docid) { return true; });
      } else {
        add<finds>(chunk, greatest, [only](Xapian::docid document) {
          return document < only->size() && (*only)[document];
        });
      }
      return true;
    });
    return greatest;
  }

  // See documents_in(). Read once.
  const std::vector<bool>& documents_in_language(std::string_view tag) {
    const auto [known, is_new] = in_language_.try_emplace(tag);
    std::vector<bool>& documents = known->second;
    if (!is_new) return documents;
    documents.resize(pages_.size() * kPageDocuments);
    for (const std::string_view one : {tag, fallback_language().tag}) {
      GlassReader::Cursor cursor(weights_->reader());
      const std::string list = list_of_term(word_term(kLanguagePrefix, one));
      if (!cursor.seek(list)) continue;
      for_each_chunk(cursor, list, [&](const PostingChunk& chunk) {
        for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t) {
          if (document < documents.size()) documents[document] = true;
        });
        return true;
      });
    }
    return documents;
  }

  // To the documents that `counts`. Alone, so that all it needs is in registers.
  template <bool finds, typename Counts>
  [[gnu::noinline]] void add(const PostingChunk& chunk, double greatest, Counts counts) {
    double* scores = nullptr;
    const float* saturations = nullptr;
    // Of the page that these are of; of none at first, which no document is in.
    std::size_t begin = std::size_t{0} - kPageDocuments;
    for_each_entry(
        chunk, [&](Xapian::docid document, std::uint32_t count) __attribute__((always_inline)) {
          if (!counts(document)) return;
          if (document - begin >= kPageDocuments) [[unlikely]] {
            const std::size_t page = document / kPageDocuments;
            scores = page_of(page).data();
            saturations = weights_->page(page).data();
            begin = page * kPageDocuments;
          }
          const std::size_t place = document - begin;
          if constexpr (!finds) {
            if (scores[place] == 0) return;
          }
          const auto times = static_cast<double>(static_cast<std::int32_t>(count));
          scores[place] += greatest * (times / (times + static_cast<double>(saturations[place])));
        });
  }

  // Documents with the leading term count more.
  void let_lead() {
    GlassReader::Cursor cursor(weights_->reader());
    const std::string list = list_of_term(alternatives_->leading);
    if (!cursor.seek(list)) return;
    for_each_chunk(cursor, list, [&](const PostingChunk& chunk) {
      for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t) {
        const std::size_t page = document / kPageDocuments;
        if (page < pages_.size() && pages_[page])
          (*pages_[page])[document % kPageDocuments] *= 1 + kLead;
      });
      return true;
    });
  }

  // Their scores are taken for granted until a document with one would be among the results: then
  // the order of its words is looked at.
  double add_phrases() {
    phrases_.emplace(alternatives_->phrases, *weights_);
    double greatest = 0;
    for (const PhraseMatches::Candidate& one : phrases_->candidates()) {
      double& score = page_of(one.document / kPageDocuments)[one.document % kPageDocuments];
      without_phrases_.push_back(score);
      score += one.most;
      greatest = std::max(greatest, one.most);
    }
    return greatest;
  }

  // Sets the true score of the document that this is at.
  void look_at_phrases() {
    const auto& candidates = phrases_->candidates();
    const auto found =
        std::lower_bound(candidates.begin(), candidates.end(), at_,
                         [](const auto& one, std::size_t wanted) { return one.document < wanted; });
    if (found == candidates.end() || found->document != at_) return;
    double& score = (*pages_[at_ / kPageDocuments])[at_ % kPageDocuments];
    const double without = without_phrases_[static_cast<std::size_t>(found - candidates.begin())];
    const double beside = alternatives_->beside.empty() ? 0 : score - (without + found->most);
    const double found_by = without + phrases_->score(*found);
    score = found_by == 0 ? 0 : found_by + beside;
  }

  Page& page_of(std::size_t page) {
    if (page >= pages_.size())
      throw Xapian::DatabaseCorruptError("a list of postings has a document behind the last one");
    if (!pages_[page]) pages_[page] = std::make_unique<Page>();
    return *pages_[page];
  }

  // To the first document from `place` on that has a score, and not less than `least`.
  void go_to(std::size_t place, double least) {
    go_to_possible(place, least);
    while (phrases_ && !at_end()) {
      look_at_phrases();
      if (get_weight() > 0 && get_weight() >= least) return;
      go_to_possible(at_ + 1, least);
    }
  }

  void go_to_possible(std::size_t place, double least) {
    // Scores that are not negative have the order of their bits, which are compared sooner.
    const auto bits = [](double score) { return std::bit_cast<std::uint64_t>(score); };
    const std::uint64_t enough = bits(std::max(least, std::numeric_limits<double>::min()));
    for (at_ = place; at_ <= weights_->last_document();
         at_ = (at_ / kPageDocuments + 1) * kPageDocuments) {
      const auto& page = pages_[at_ / kPageDocuments];
      if (!page) continue;
      const auto* const begin = page->data() + at_ % kPageDocuments;
      const auto* const end = page->data() + kPageDocuments;
      const auto* const found =
          std::find_if(begin, end, [&](double score) { return bits(score) >= enough; });
      if (found == end) continue;
      at_ += static_cast<std::size_t>(found - begin);
      return;
    }
  }

  const std::shared_ptr<const Alternatives> alternatives_;
  const std::shared_ptr<const Bm25Weights> weights_;
  std::optional<PhraseMatches> phrases_;
  std::vector<double> without_phrases_;       // the score of each candidate of phrases_
  std::vector<std::unique_ptr<Page>> pages_;  // the score of each document; 0: it has no term
  std::map<std::string_view, std::vector<bool>> in_language_;  // by the documents' number
  mutable std::optional<Xapian::doccount> found_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<Xapian::PostingSource> scores_of(std::shared_ptr<const Alternatives> alternatives,
                                                 std::shared_ptr<const Bm25Weights> weights) {
  if (alternatives->empty()) return nullptr;
  // Phrases alone look at the order of words in few documents.
  if (alternatives->terms.empty() && alternatives->beside.empty())
    return phrase_scores({alternatives, &alternatives->phrases}, std::move(weights));
  return std::make_unique<WordScores>(std::move(alternatives), std::move(weights));
}

}  // namespace khabar
