// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evidence/translation_queries.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "analyzers/stopwords.h"
#include "searcher/bm25.h"

namespace khabar {
namespace {

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

// UN is the two words of "United Nations" side by side, and no other thing that is united.
bool is_english_name(const TranslatedTerm& term) {
  if (term.from != "en") return false;
  std::vector<std::string_view> words;
  for (const QueryWord* word : term.words) words.emplace_back(word->surfaces.front());
  std::size_t count = 0;
  return !terms_of_english_name(words, count).empty() && count == words.size();
}

// The ways to say a term in a language are one word and count as often as the commonest; one that
// is far less usual may be another word. Nor is a translation rarer than what was typed.
double documents_as_meant(const Vocabulary& vocabulary, const TranslatedTerm& term,
                          const Translation& way) {
  constexpr double kAsUsual = 0.65;
  double commonest = 0;
  for (const Translation& other : term.ways) {
    if (other.language == way.language && other.weight >= kAsUsual * way.weight)
      commonest = std::max<double>(commonest, vocabulary.rarest(other.words, other.stems));
  }
  if (!vocabulary.has_few_in(*term.language) && term.from != "en")
    commonest = std::max(commonest, typed_documents(vocabulary, term.words));
  return commonest;
}

void add_translation(const WordContext& context, const TranslatedTerm& term, const Translation& way,
                     Alternatives& found) {
  const Language* const language = find_language(way.language);
  const std::string& written = term.words.front()->written;
  const std::vector<std::size_t> places = telling_words(way, language);
  const auto documents_with = [&](std::size_t i) {
    return context.vocabulary->documents_with(way.words[i], way.stems[i]);
  };
  // Where one of the words is nowhere, the others mean something else: jayeze-ye nobel.
  if (!std::ranges::all_of(places, documents_with)) return;
  const double parts = std::sqrt(static_cast<double>(places.size()));
  const double meant =
      rarity(documents_as_meant(*context.vocabulary, term, way), context.vocabulary->documents());
  const auto share_of = [&](double documents) {
    return std::min(1.0, meant / rarity(documents, context.vocabulary->documents()));
  };
  // Words that mean one thing together stand side by side.
  if (way.words.size() > 1 && language != nullptr && term.together > 0)
    add_name_term(context, {language, way.text, term.together * term.share * way.weight}, written,
                  found);
  // Of one word typed, several mean the same only together: istighlal "exploitation" is no estefade
  // "use" alone.
  if (language != nullptr && places.size() > term.words.size()) {
    std::string text;
    for (const std::size_t i : places) text.append(text.empty() ? "" : " ").append(way.words[i]);
    // Each counts, and so does their joined spelling.
    const double share = share_of(context.vocabulary->rarest(way.words, way.stems)) /
                         static_cast<double>(places.size() + 1);
    add_name_term(context, {language, text, term.share * way.weight * share}, written, found);
    return;
  }
  for (const std::size_t i : places)
    add_other(context, std::string(way.words[i]),
              std::string(way.language == "en" ? way.words[i] : way.stems[i]),
              {written,
               context.weights.translation * term.share * way.weight / parts *
                   share_of(documents_with(i)),
               EvidenceOrigin::translation},
              found);
}

}  // namespace

void add_translations(const WordContext& context, const TranslatedTerm& term, Alternatives& found) {
  const bool name = is_english_name(term);
  for (const Translation& way : term.ways) {
    const Language* const language = find_language(way.language);
    if (name && language != nullptr && way.words.size() > 1) {
      add_name_term(context, {language, way.text, term.share * way.weight},
                    term.words.front()->written, found);
    } else {
      add_translation(context, term, way, found);
    }
  }
}

void note_translations(const WordContext& context, std::string_view text,
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
      if (typed_documents(*context.vocabulary, term->words) > 0) continue;
      const std::uint32_t begin = term->words.front()->begin;
      note.asked.push_back(std::move(written));
      note.typed.emplace_back(text.substr(begin, term->words.back()->end - begin));
    }
    if (!note.asked.empty()) note.kind = NoteKind::missing_translated;
    context.terms.note(std::move(note));
  }
}

}  // namespace khabar
