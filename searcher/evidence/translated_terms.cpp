// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/translated_terms.h"

#include <algorithm>
#include <array>

#include "analyzers/translation_terms.h"
#include "searcher/bm25.h"
#include "searcher/english_meanings.h"
#include "searcher/function_words.h"
#include "searcher/phrase_queries.h"

namespace khabar {
namespace {

// A longer query has no more terms of the lexicon.
constexpr std::size_t kMaxLookups = 1000;
// What is said in another way in so many times as many documents is not said so here.
constexpr double kFarRarer = 30;

// Second halves of Persian surnames, which mean nothing there: ahmadi-nezhad is no race.
bool ends_surname(std::string_view folded) {
  constexpr std::array<std::string_view, 5> kHalves = {
      "\u0646\u0698\u0627\u062F",  // NOON JEH ALEF DAL "race"
      "\u0632\u0627\u062F\u0647",  // ZAIN ALEF DAL HEH "born"
      "\u067E\u0648\u0631",        // PEH WAW REH "son"
      "\u0646\u06CC\u0627",        // NOON FARSI YEH ALEF "ancestor"
      "\u0641\u0631",              // FEH REH "glory"
  };
  return std::ranges::find(kHalves, folded) != kHalves.end();
}

bool has_article(std::string_view word, std::string_view stem, const Language& language) {
  return !language.article.empty() && word.starts_with(language.article) &&
         !stem.starts_with(language.article);
}

// What has the article is seldom a verb: adh-dhahab is gold before "to go". Wrong for: masdars in
// the letters of a past (al-qatl "the killing"), for which the verb counts less.
void weaken_verbs(std::vector<Translation>& ways) {
  constexpr double kSeldom = 0.3;
  for (Translation& way : ways) {
    const Language* const language = find_language(way.language);
    if (language != nullptr && language->verb != nullptr && way.words.size() == 1 &&
        language->verb(way.words.front()) == way.words.front())
      way.weight *= kSeldom;
  }
}

bool has_documents(const Vocabulary& vocabulary, const Language& language) {
  return vocabulary.documents_in(language.tag) > 0 ||
         vocabulary.documents_in(fallback_language().tag) > 0;
}

// A translation into a language that the index has no documents in is another word there: "un" is a
// rare word of Arabic news. English documents are of no known language. What Persian and Arabic
// call an English word is mostly the same: there both are looked for.
bool may_hold(const Vocabulary& vocabulary, std::string_view language, std::string_view from) {
  constexpr Xapian::doccount kRealShare = 50;
  const Language* const known = find_language(language);
  if (known != nullptr) return from == "en" || has_documents(vocabulary, *known);
  const Xapian::doccount unknown = vocabulary.documents_in(fallback_language().tag);
  return kRealShare * unknown >= vocabulary.documents();
}

// The words of the query that it is, and how many documents have it.
void set_words(const Vocabulary& vocabulary, TranslatedTerm& term,
               std::span<QueryWord* const> words) {
  term.words.assign(words.begin(), words.end());
  for (const Translation& way : term.ways)
    term.documents = std::max<double>(term.documents, vocabulary.rarest(way.words, way.stems));
}

// What is not known to be meant is no rarer than what its term is called.
double share_of_rarity(const Vocabulary& vocabulary, const QueryWord& word,
                       const TranslatedTerm& term) {
  const double own = vocabulary.documents_with(word.surfaces.front(), word.stems.front());
  return std::min(
      1.0, rarity(term.documents, vocabulary.documents()) / rarity(own, vocabulary.documents()));
}

// Read in both languages: tasaduf is in Persian an accident, in Arabic a coincidence.
void share_among_languages(const Vocabulary& vocabulary, const TranslatedTerm& term) {
  constexpr double kShared = 0.6;
  for (QueryWord* word : term.words)
    word->weight *= kShared * (term.documents > 0 ? share_of_rarity(vocabulary, *word, term) : 1.0);
}

// Whether the lexicon has the letters of the word as a word of the documents' language that means
// something else: kura "ball" is in Persian Korea, mukhabarat are telecommunications. Wrong for: a
// sense that both languages have and the lexicon does not.
bool is_false_friend(const WordContext& context, const QueryWord& word,
                     const TranslatedTerm& term) {
  constexpr double kUsual = 0.7;  // of Translation::weight
  const std::string_view written = word.surfaces.front();
  const auto is_word = [&](const Translation& way) {
    return way.weight >= kUsual && way.words.size() == 1 &&
           (way.words.front() == written || way.stems.front() == word.stems.front());
  };
  for (const Language* other : all_languages()) {
    if (other == term.language || !context.vocabulary->has_many_in(*other)) continue;
    const std::string stem = stem_in(word, *other, context.languages);
    const std::string_view view = stem;
    std::size_t count = 0;
    auto ways = translations(std::span(&view, 1), other->tag, count, std::span(&written, 1));
    std::erase_if(ways, [&](const auto& way) { return way.language != term.language->tag; });
    if (!ways.empty() && std::ranges::none_of(ways, is_word)) return true;
  }
  return false;
}

bool is_read_by(const WordContext& context, const TranslatedTerm& term, const Language& language) {
  if (term.words.size() == 1) {
    // zilzal is in one Persian document
    return std::ranges::find(context.languages, &language) != context.languages.end() &&
           kFarRarer * typed_documents(*context.vocabulary, term.words) > term.documents;
  }
  std::vector<std::string> stems;
  for (const QueryWord* word : term.words)
    stems.push_back(stem_in(*word, language, context.languages));
  const std::vector<std::string_view> views(stems.begin(), stems.end());
  return words_of_longest_term(views, language.tag) == views.size();
}

// Whether the words of a term mean something else, or nothing, in another language of the index.
// Wrong for: single words that both languages have for one thing and the lexicon lacks as such.
bool is_foreign(const WordContext& context, const TranslatedTerm& term) {
  if (term.documents == 0 || term.from == "en") return false;
  // qatl, "murder", is its own translation; not daftar, in Persian an office, in Arabic a notebook.
  const bool cognate =
      term.words.size() == 1 && std::ranges::any_of(term.ways, [&](const auto& way) {
        return way.weight == 1.0 && way.words.size() == 1 &&
               way.words.front() == term.words.front()->surfaces.front();
      });
  if (cognate) return false;
  bool foreign = false;
  for (const Language* other : all_languages()) {
    if (other == term.language || !context.vocabulary->has_many_in(*other)) continue;
    if (is_read_by(context, term, *other)) return false;
    foreign = true;
  }
  return foreign;
}

// majlis al-amn, "Security Council": in Persian news the majlis is the parliament, and amn "safe".
// `whole`: the term is all of the query. Whether it counts in documents of its own language.
bool mark_foreign(const WordContext& context, TranslatedTerm& term, bool whole, double as_typed) {
  constexpr double kPart = 0.1, kWord = 0.3, kBehindTyped = 0.4;
  if (whole && kFarRarer * as_typed > term.documents) {
    term.share = kBehindTyped;
    return false;
  }
  const double guess = term.words.size() > 1 ? kPart : kWord;
  for (QueryWord* word : term.words)
    word->foreign = is_false_friend(context, *word, term)
                        ? 0
                        : guess * share_of_rarity(*context.vocabulary, *word, term);
  if (term.words.size() == 1 && term.words.front()->foreign == 0) {
    std::erase_if(term.ways, [&](const Translation& way) {
      return way.words.size() == 1 && way.words.front() == term.words.front()->surfaces.front();
    });
  }
  return has_documents(*context.vocabulary, *term.language);
}

// ahmad al-shar' is a name where Persian articles have it so; a part of it means nothing else, and
// the whole is no less than what it is called in Persian. A single word with the article is a name
// there, and nothing else: an-nasr.
void weigh_terms(const WordContext& context, const TranslateFrom& translate_from,
                 const std::vector<QueryWord*>& words, TranslatedTerms& found) {
  std::vector<TranslatedTerm>& terms = found.terms;
  std::vector<std::string> typed;
  typed.reserve(words.size());
  for (const QueryWord* word : words) typed.push_back(word->surfaces.front());
  const Language& from = *terms.front().language;
  const double as_typed = context.vocabulary->has_few_in(from)
                              ? documents_with_name(typed, from, *context.vocabulary)
                              : 0;
  if (as_typed > 0 && !translate_from.asked)
    std::erase_if(terms, [&](const TranslatedTerm& term) {
      return words.size() == 1 || term.words.size() < words.size();
    });
  for (TranslatedTerm& term : terms) {
    if (translate_from.shared_words) {
      share_among_languages(*context.vocabulary, term);
    } else if (is_foreign(context, term) &&
               mark_foreign(context, term, term.words.size() == words.size(), as_typed)) {
      found.own = term.language;
    }
  }
}

// Whether a word by itself is none that the lexicon means, though that has it.
bool is_no_term(const QueryWord& word, std::string_view stem, const Language& language,
                const TranslateFrom& translate_from) {
  if (word.stop || is_function_word(word.surfaces.front(), language)) return true;
  // Qarz ol-hasane "loan without interest" is no hasan "good".
  if (word.piece && (!translate_from.asked || ends_surname(word.written))) return true;
  // Where the language is unsure, a form that its news never have is no word of it: tatimman, by
  // its stem "to be complete".
  return word.kind != TokenKind::foreign && translate_from.languages.size() > 1 &&
         language.count != nullptr && stem != word.written && language.count(word.written) == 0;
}

// The longest terms of the lexicon first.
void find_terms_in(const WordContext& context, const TranslateFrom& translate_from,
                   const std::vector<QueryWord*>& words, const Language& language,
                   std::size_t& looked_up, std::vector<TranslatedTerm>& terms) {
  std::vector<std::string> stems;
  std::vector<std::string_view> written;
  for (const QueryWord* word : words) {
    written.emplace_back(word->surfaces.front());
    const bool english = word->kind == TokenKind::foreign;
    stems.push_back(english ? english_stem(word->surfaces.front())
                            : stem_in(*word, language, context.languages));
  }
  const std::vector<std::string_view> views(stems.begin(), stems.end());
  const bool has_english = may_hold(*context.vocabulary, "en", {});
  std::size_t count = 0;
  for (std::size_t at = 0; at < views.size() && looked_up < kMaxLookups;
       at += std::max<std::size_t>(count, 1), ++looked_up) {
    const bool english = words[at]->kind == TokenKind::foreign;
    TranslatedTerm term;
    term.language = &language;
    term.from = english ? "en" : language.tag;
    term.ways = translations(std::span(views).subspan(at), term.from, count,
                             std::span(written).subspan(at));
    std::erase_if(term.ways, [&](const Translation& way) {
      return !may_hold(*context.vocabulary, way.language, term.from);
    });
    if (count == 1 && has_article(written[at], stems[at], language)) weaken_verbs(term.ways);
    const bool read_before = english && &language != translate_from.languages.front();
    if (term.ways.empty() || read_before ||
        (count == 1 && is_no_term(*words[at], stems[at], language, translate_from)))
      continue;
    set_words(*context.vocabulary, term, std::span(words).subspan(at, count));
    for (QueryWord* word : term.words) {
      word->in_lexicon = true;
      // "strike" alone is no doctors strike
      if (english && count > 1 && !has_english) word->weight *= context.weights.piece;
    }
    terms.push_back(std::move(term));
  }
}

// What the lexicon knows as an English word or term and not as a name is one: minister is no
// munster, oil prices no bi-rasas (by bullets). In an index with English documents it is looked for
// there, unless none has it. Wrong for: names that are words, too (bell, young), but for those of
// two words (see add_latin_pairs()).
void find_english_terms(const WordContext& context, const std::vector<QueryWord*>& words,
                        std::size_t& looked_up, std::vector<TranslatedTerm>& terms) {
  std::vector<std::string_view> folded;
  folded.reserve(words.size());
  for (const QueryWord* word : words) folded.emplace_back(word->surfaces.front());
  const bool has_english = may_hold(*context.vocabulary, "en", {});
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size() && looked_up < kMaxLookups; at += count, ++looked_up) {
    count = 1;
    if (words[at]->kind != TokenKind::foreign || words[at]->acronym != Acronym::none) continue;
    TranslatedTerm term;
    term.language = context.languages.front();
    term.from = "en";
    term.together = words.size() <= kMostOfShort ? context.weights.neighbours : 0;
    term.ways = meanings_of_english_term(std::span(folded).subspan(at), count);
    if (term.ways.empty() || (count == 1 && words[at]->stop)) continue;
    std::erase_if(term.ways, [&](const Translation& way) {
      const Language* const language = find_language(way.language);
      return language == nullptr || !has_documents(*context.vocabulary, *language);
    });
    set_words(*context.vocabulary, term, std::span(words).subspan(at, count));
    if (term.documents == 0 ||
        (has_english && typed_documents(*context.vocabulary, term.words) > 0))
      continue;
    for (QueryWord* word : term.words) {
      word->translated = true;
      // "rights" alone are no human rights
      if (count > 1) word->weight *= context.weights.piece;
    }
    terms.push_back(std::move(term));
  }
}

}  // namespace

TranslatedTerms find_terms(const WordContext& context, const TranslateFrom& translate_from,
                           QueryWords& typed, std::size_t& looked_up) {
  const std::vector<QueryWord*> words = plain_words(typed);
  TranslatedTerms found;
  if (translate_from.languages.empty()) {
    find_english_terms(context, words, looked_up, found.terms);
    return found;
  }
  for (const Language* language : translate_from.languages)
    find_terms_in(context, translate_from, words, *language, looked_up, found.terms);
  if (!found.terms.empty()) weigh_terms(context, translate_from, words, found);
  return found;
}

}  // namespace khabar
