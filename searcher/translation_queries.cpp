// SPDX-License-Identifier: GPL-2.0-or-later
// WordQueries: the terms of a query that the lexicon translates, and what of them is looked for.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "analyzers/analyzer.h"
#include "analyzers/stopwords.h"
#include "analyzers/translation_terms.h"
#include "searcher/bm25.h"
#include "searcher/english_meanings.h"
#include "searcher/function_words.h"
#include "searcher/phrase_queries.h"
#include "searcher/word_queries.h"

namespace khabar {
namespace {

// A longer query has no more terms of the lexicon.
constexpr std::size_t kMaxLookups = 1000;
// What is said in another way in so many times as many documents is not said so here.
constexpr double kFarRarer = 30;

// Of the English terms of the lexicon.
bool is_english_function_word(std::string_view word) {
  constexpr std::array<std::string_view, 16> kWords = {"a",    "and", "at", "by",  "down", "for",
                                                       "from", "in",  "of", "off", "on",   "out",
                                                       "the",  "to",  "up", "with"};
  return std::ranges::find(kWords, word) != kWords.end();
}

// Of be qatl rasandan "to kill" the noun is looked for, of which articles have other verbs, too.
bool is_persian_infinitive(const Translation& way, std::size_t place) {
  constexpr std::string_view kDan = "\u062F\u0646", kTan = "\u062A\u0646";  // DAL NOON, TEH NOON
  const std::string_view word = way.words[place];
  return way.language == "fa" && place + 1 == way.words.size() &&
         (word.ends_with(kDan) || word.ends_with(kTan));
}

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

// The places of the words of a translation that are looked for.
std::vector<std::size_t> telling_words(const Translation& way, const Language* language) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < way.words.size(); ++i) {
    const bool stop = language == nullptr ? is_english_function_word(way.words[i])
                                          : is_stop_word(way.words[i], *language);
    if (!stop) places.push_back(i);
  }
  if (places.size() > 1 && is_persian_infinitive(way, places.back())) places.pop_back();
  return places;
}

}  // namespace

// What the query means in the other languages; the longest terms of the lexicon first.
std::vector<WordQueries::TranslatedTerm> WordQueries::find_terms(QueryWords& readings) {
  const std::vector<QueryWord*> words = plain_words(readings);
  std::vector<TranslatedTerm> terms;
  if (translate_from_.languages.empty()) {
    find_english_terms(words, terms);
    return terms;
  }
  for (const Language* language : translate_from_.languages) find_terms(words, *language, terms);
  if (!terms.empty()) weigh_terms(words, terms);
  return terms;
}

// ahmad al-shar' is a name where Persian articles have it so; a part of it means nothing else, and
// the whole is no less than what it is called in Persian. A single word with the article is a name
// there, and nothing else: an-nasr.
void WordQueries::weigh_terms(const std::vector<QueryWord*>& words,
                              std::vector<TranslatedTerm>& terms) {
  std::vector<std::string> typed;
  typed.reserve(words.size());
  for (const QueryWord* word : words) typed.push_back(word->surfaces.front());
  const Language& from = *terms.front().language;
  const double as_typed = context_.vocabulary->has_few_in(from)
                              ? documents_with_name(typed, from, *context_.vocabulary)
                              : 0;
  if (as_typed > 0 && !translate_from_.asked)
    std::erase_if(terms, [&](const TranslatedTerm& term) {
      return words.size() == 1 || term.words.size() < words.size();
    });
  for (TranslatedTerm& term : terms) {
    if (translate_from_.shared_words) {
      share_among_languages(term);
    } else if (is_foreign(term)) {
      mark_foreign(term, term.words.size() == words.size(), as_typed);
    }
  }
}

// majlis al-amn, "Security Council": in Persian news the majlis is the parliament, and amn "safe".
// `whole`: the term is all of the query.
void WordQueries::mark_foreign(TranslatedTerm& term, bool whole, double as_typed) {
  constexpr double kPart = 0.1, kWord = 0.3, kBehindTyped = 0.4;
  if (whole && kFarRarer * as_typed > term.documents) {
    term.share = kBehindTyped;
    return;
  }
  const double guess = term.words.size() > 1 ? kPart : kWord;
  for (QueryWord* word : term.words)
    word->foreign = is_false_friend(*word, term) ? 0 : guess * share_of_rarity(*word, term);
  if (term.words.size() == 1 && term.words.front()->foreign == 0) {
    std::erase_if(term.ways, [&](const Translation& way) {
      return way.words.size() == 1 && way.words.front() == term.words.front()->surfaces.front();
    });
  }
  if (has_documents(*term.language)) own_.language = term.language;
}

// The words of the query that it is, and how many documents have it.
void WordQueries::set_words(TranslatedTerm& term, std::span<QueryWord* const> words) const {
  term.words.assign(words.begin(), words.end());
  for (const Translation& way : term.ways)
    term.documents =
        std::max<double>(term.documents, context_.vocabulary->rarest(way.words, way.stems));
}

// What is not known to be meant is no rarer than what its term is called.
double WordQueries::share_of_rarity(const QueryWord& word, const TranslatedTerm& term) const {
  const double own = context_.vocabulary->documents_with(word.surfaces.front(), word.stems.front());
  return std::min(1.0, rarity(term.documents, context_.vocabulary->documents()) /
                           rarity(own, context_.vocabulary->documents()));
}

// Read in both languages: tasaduf is in Persian an accident, in Arabic a coincidence.
void WordQueries::share_among_languages(const TranslatedTerm& term) const {
  constexpr double kShared = 0.6;
  for (QueryWord* word : term.words)
    word->weight *= kShared * (term.documents > 0 ? share_of_rarity(*word, term) : 1.0);
}

void WordQueries::find_terms(const std::vector<QueryWord*>& words, const Language& language,
                             std::vector<TranslatedTerm>& terms) {
  std::vector<std::string> stems;
  std::vector<std::string_view> written;
  for (const QueryWord* word : words) {
    written.emplace_back(word->surfaces.front());
    const bool english = word->kind == TokenKind::foreign;
    stems.push_back(english ? english_stem(word->surfaces.front())
                            : stem_in(*word, language, context_.languages));
  }
  const std::vector<std::string_view> views(stems.begin(), stems.end());
  const bool has_english = may_hold("en", {});
  std::size_t count = 0;
  for (std::size_t at = 0; at < views.size() && translated_ < kMaxLookups;
       at += std::max<std::size_t>(count, 1), ++translated_) {
    const bool english = words[at]->kind == TokenKind::foreign;
    TranslatedTerm term;
    term.language = &language;
    term.from = english ? "en" : language.tag;
    term.ways = translations(std::span(views).subspan(at), term.from, count,
                             std::span(written).subspan(at));
    std::erase_if(term.ways,
                  [&](const Translation& way) { return !may_hold(way.language, term.from); });
    if (count == 1 && has_article(written[at], stems[at], language)) weaken_verbs(term.ways);
    const bool stop = words[at]->stop || is_function_word(words[at]->surfaces.front(), language);
    const bool read_before = english && &language != translate_from_.languages.front();
    const bool surname = count == 1 && words[at]->piece && ends_surname(words[at]->written);
    // Where the language is unsure, a form that its news never have is no word of it: tatimman, by
    // its stem "to be complete".
    const bool unknown = count == 1 && !english && translate_from_.languages.size() > 1 &&
                         language.count != nullptr && stems[at] != words[at]->written &&
                         language.count(words[at]->written) == 0;
    // Qarz ol-hasane "loan without interest" is no hasan "good".
    const bool half = count == 1 && words[at]->piece && !translate_from_.asked;
    if (term.ways.empty() || (count == 1 && stop) || surname || read_before || unknown || half)
      continue;
    set_words(term, std::span(words).subspan(at, count));
    for (QueryWord* word : term.words) {
      word->in_lexicon = true;
      // "strike" alone is no doctors strike
      if (english && count > 1 && !has_english) word->weight *= context_.weights.piece;
    }
    terms.push_back(std::move(term));
  }
}

// What the lexicon knows as an English word or term and not as a name is one: minister is no
// munster, oil prices no bi-rasas (by bullets). In an index with English documents it is looked for
// there, unless none has it. Wrong for: names that are words, too (bell, young), but for those of
// two words (see add_latin_pairs()).
void WordQueries::find_english_terms(const std::vector<QueryWord*>& words,
                                     std::vector<TranslatedTerm>& terms) {
  std::vector<std::string_view> folded;
  folded.reserve(words.size());
  for (const QueryWord* word : words) folded.emplace_back(word->surfaces.front());
  const bool has_english = may_hold("en", {});
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size() && translated_ < kMaxLookups;
       at += count, ++translated_) {
    count = 1;
    if (words[at]->kind != TokenKind::foreign || words[at]->acronym != Acronym::none) continue;
    TranslatedTerm term;
    term.language = context_.languages.front();
    term.from = "en";
    term.together = words.size() <= kMostOfShort ? context_.weights.neighbours : 0;
    term.ways = meanings_of_english_term(std::span(folded).subspan(at), count);
    if (term.ways.empty() || (count == 1 && words[at]->stop)) continue;
    std::erase_if(term.ways, [&](const Translation& way) {
      const Language* const language = find_language(way.language);
      return language == nullptr || !has_documents(*language);
    });
    set_words(term, std::span(words).subspan(at, count));
    if (term.documents == 0 || (has_english && typed_documents(term.words) > 0)) continue;
    for (QueryWord* word : term.words) {
      word->translated = true;
      // "rights" alone are no human rights
      if (count > 1) word->weight *= context_.weights.piece;
    }
    terms.push_back(std::move(term));
  }
}

// A translation into a language that the index has no documents in is another word there: "un" is a
// rare word of Arabic news. English documents are of no known language. What Persian and Arabic
// call an English word is mostly the same: there both are looked for.
bool WordQueries::may_hold(std::string_view language, std::string_view from) const {
  constexpr Xapian::doccount kRealShare = 50;
  const Language* const known = find_language(language);
  if (known != nullptr) return from == "en" || has_documents(*known);
  const Xapian::doccount unknown = context_.vocabulary->documents_in(fallback_language().tag);
  return kRealShare * unknown >= context_.vocabulary->documents();
}

// Whether the words of a term mean something else, or nothing, in another language of the index.
// Wrong for: single words that both languages have for one thing and the lexicon lacks as such.
bool WordQueries::is_foreign(const TranslatedTerm& term) const {
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
    if (other == term.language || !context_.vocabulary->has_many_in(*other)) continue;
    if (is_read_by(term, *other)) return false;
    foreign = true;
  }
  return foreign;
}

// Whether the lexicon has the letters of the word as a word of the documents' language that means
// something else: kura "ball" is in Persian Korea, mukhabarat are telecommunications. Wrong for: a
// sense that both languages have and the lexicon does not.
bool WordQueries::is_false_friend(const QueryWord& word, const TranslatedTerm& term) const {
  constexpr double kUsual = 0.7;  // of Translation::weight
  const std::string_view written = word.surfaces.front();
  const auto is_word = [&](const Translation& way) {
    return way.weight >= kUsual && way.words.size() == 1 &&
           (way.words.front() == written || way.stems.front() == word.stems.front());
  };
  for (const Language* other : all_languages()) {
    if (other == term.language || !context_.vocabulary->has_many_in(*other)) continue;
    const std::string stem = stem_in(word, *other, context_.languages);
    const std::string_view view = stem;
    std::size_t count = 0;
    auto ways = translations(std::span(&view, 1), other->tag, count, std::span(&written, 1));
    std::erase_if(ways, [&](const auto& way) { return way.language != term.language->tag; });
    if (!ways.empty() && std::ranges::none_of(ways, is_word)) return true;
  }
  return false;
}

bool WordQueries::has_documents(const Language& language) const {
  return context_.vocabulary->documents_in(language.tag) > 0 ||
         context_.vocabulary->documents_in(fallback_language().tag) > 0;
}

bool WordQueries::is_read_by(const TranslatedTerm& term, const Language& language) const {
  if (term.words.size() == 1) {
    // zilzal is in one Persian document
    return std::ranges::find(context_.languages, &language) != context_.languages.end() &&
           kFarRarer * typed_documents(term.words) > term.documents;
  }
  std::vector<std::string> stems;
  for (const QueryWord* word : term.words)
    stems.push_back(stem_in(*word, language, context_.languages));
  const std::vector<std::string_view> views(stems.begin(), stems.end());
  return words_of_longest_term(views, language.tag) == views.size();
}

// UN is the two words of "United Nations" side by side, and no other thing that is united.
bool WordQueries::is_english_name(const TranslatedTerm& term) {
  if (term.from != "en") return false;
  std::vector<std::string_view> words;
  for (const QueryWord* word : term.words) words.emplace_back(word->surfaces.front());
  std::size_t count = 0;
  return !terms_of_english_name(words, count).empty() && count == words.size();
}

void WordQueries::add_translations(const TranslatedTerm& term, Alternatives& found) {
  const bool name = is_english_name(term);
  for (const Translation& way : term.ways) {
    const Language* const language = find_language(way.language);
    if (name && language != nullptr && way.words.size() > 1) {
      add_name_term(context_, {language, way.text, term.share * way.weight},
                    term.words.front()->written, found);
    } else {
      add_translation(term, way, found);
    }
  }
}

void WordQueries::add_translation(const TranslatedTerm& term, const Translation& way,
                                  Alternatives& found) {
  const Language* const language = find_language(way.language);
  const std::string& written = term.words.front()->written;
  const std::vector<std::size_t> places = telling_words(way, language);
  const auto documents_with = [&](std::size_t i) {
    return context_.vocabulary->documents_with(way.words[i], way.stems[i]);
  };
  // Where one of the words is nowhere, the others mean something else: jayeze-ye nobel.
  if (!std::ranges::all_of(places, documents_with)) return;
  const double parts = std::sqrt(static_cast<double>(places.size()));
  const double meant = rarity(documents_as_meant(term, way), context_.vocabulary->documents());
  const auto share_of = [&](double documents) {
    return std::min(1.0, meant / rarity(documents, context_.vocabulary->documents()));
  };
  // Words that mean one thing together stand side by side.
  if (way.words.size() > 1 && language != nullptr && term.together > 0)
    add_name_term(context_, {language, way.text, term.together * term.share * way.weight}, written,
                  found);
  // Of one word typed, several mean the same only together: istighlal "exploitation" is no estefade
  // "use" alone.
  if (language != nullptr && places.size() > term.words.size()) {
    std::string text;
    for (const std::size_t i : places) text.append(text.empty() ? "" : " ").append(way.words[i]);
    // Each counts, and so does their joined spelling.
    const double share = share_of(context_.vocabulary->rarest(way.words, way.stems)) /
                         static_cast<double>(places.size() + 1);
    add_name_term(context_, {language, text, term.share * way.weight * share}, written, found);
    return;
  }
  for (const std::size_t i : places)
    add_other(context_, std::string(way.words[i]),
              std::string(way.language == "en" ? way.words[i] : way.stems[i]),
              {written,
               context_.weights.translation * term.share * way.weight / parts *
                   share_of(documents_with(i)),
               EvidenceOrigin::translation},
              found);
}

// The ways to say a term in a language are one word and count as often as the commonest; one that
// is far less usual may be another word. Nor is a translation rarer than what was typed.
double WordQueries::documents_as_meant(const TranslatedTerm& term, const Translation& way) const {
  constexpr double kAsUsual = 0.65;
  double commonest = 0;
  for (const Translation& other : term.ways) {
    if (other.language == way.language && other.weight >= kAsUsual * way.weight)
      commonest =
          std::max<double>(commonest, context_.vocabulary->rarest(other.words, other.stems));
  }
  if (!context_.vocabulary->has_few_in(*term.language) && term.from != "en")
    commonest = std::max(commonest, typed_documents(term.words));
  return commonest;
}

double WordQueries::typed_documents(std::span<QueryWord* const> words) const {
  double rarest = context_.vocabulary->documents();
  for (const QueryWord* word : words)
    rarest = std::min<double>(
        rarest, context_.vocabulary->documents_with(word->surfaces.front(), word->stems.front()));
  return rarest;
}

// What nobody asked for is told.
void WordQueries::note_translations(std::string_view text,
                                    const std::vector<TranslatedTerm>& terms) {
  constexpr std::size_t kMostTerms = 5, kMostWays = 3;
  std::map<std::string_view, std::vector<const TranslatedTerm*>> terms_in;
  for (const TranslatedTerm& term : terms) {
    if (term.documents > 0) terms_in[term.from].push_back(&term);
  }
  for (auto& [tag, read] : terms_in) {
    if (read.size() > kMostTerms) read.resize(kMostTerms);
    Note note{.kind = NoteKind::translated, .language = std::string(tag)};
    for (const TranslatedTerm* term : read) {
      std::string written;
      for (const QueryWord* word : term->words)
        written += (written.empty() ? "" : " ") + word->written;
      std::vector<std::string>& ways = note.found.emplace_back();
      for (std::size_t i = 0; i < std::min(term->ways.size(), kMostWays); ++i)
        ways.emplace_back(term->ways[i].text);
      if (typed_documents(term->words) > 0) continue;
      const std::uint32_t begin = term->words.front()->begin;
      note.asked.push_back(std::move(written));
      note.typed.emplace_back(text.substr(begin, term->words.back()->end - begin));
    }
    if (!note.asked.empty()) note.kind = NoteKind::missing_translated;
    context_.terms.note(std::move(note));
  }
}

}  // namespace khabar
