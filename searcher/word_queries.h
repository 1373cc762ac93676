// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query -> Xapian queries: each by its evidence, spelling, stem, neighbours, names,
// other keyboard layouts and, on request, translations.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/token.h"
#include "analyzers/translations.h"
#include "searcher/acronyms.h"
#include "searcher/joined_words.h"
#include "searcher/number_words.h"
#include "searcher/query_language.h"
#include "searcher/query_terms.h"
#include "searcher/query_tree.h"
#include "searcher/search_results.h"
#include "searcher/synonyms.h"
#include "searcher/vocabulary.h"
#include "searcher/word_scores.h"

namespace khabar {

/// The languages whose words are also looked for in the other languages.
struct TranslateFrom {
  std::vector<const Language*> languages;
  bool asked = false;  ///< False: nobody asked for it, and what is read so is noted.
  /// The words may as well be meant in the language of the documents.
  bool shared_words = false;
};

/// How far a word of the query reaches.
enum class Reach : std::uint8_t {
  spelling,  ///< To the word as it is written; a compound also parted or joined.
  word,      ///< To all its forms: for what must not occur.
  required,  ///< Also to names, other spacings, layouts and translations: for what must occur.
  anything   ///< Also to the pieces of a compound: alone, where hardly a document has it whole.
};

/// What is looked for only in documents of one language, or of an unknown one.
struct InLanguage {
  Alternatives found;
  const Language* language = nullptr;
};

/// Thread safety: thread-confined.
class WordQueries {
 public:
  /// Words of a short query, of which neighbours count.
  static constexpr std::size_t kMostOfShort = 5;
  /// The same of which the words count that are near each other.
  static constexpr std::size_t kMostOfClose = 3;
  /// The words are read by the languages of `read`, and those of `translate_from` are also looked
  /// for in the other languages. All arguments must outlive it; `vocabulary`, `synonyms` and what
  /// `read_day` holds may be nullptr.
  WordQueries(const ReadQuery& read, const EvidenceWeights& weights, const Vocabulary* vocabulary,
              const TranslateFrom& translate_from, const DayReader& read_day, bool other_layouts,
              const Synonyms* synonyms, TermCollector& terms)
      : languages_(read.languages),
        leading_(read.leading),
        weights_(weights),
        vocabulary_(vocabulary),
        translate_from_(translate_from),
        read_day_(read_day),
        other_layouts_(other_layouts),
        synonyms_(synonyms),
        terms_(terms) {}

  /// Any of the words of a text; only in titles if it has a field.
  Alternatives alternatives(const QueryNode& text, Reach reach);
  /// What the last call found beside: words that mean something else in other languages.
  InLanguage take_own() { return std::exchange(own_, {}); }

 private:
  // Documents with a compound that fill a page: those with one of its pieces are not looked for.
  static constexpr Xapian::doccount kEnough = 10;
  // One word of the query in all its readings.
  struct Readings {
    std::vector<std::string> surfaces{};
    std::vector<std::string> stems{};  // in the order of the languages that read it, each once
    // Of several languages: the one whose rules alone make a stem of the word. In articles of the
    // others it is another word: dars "lesson", by the Arabic rules, of Persian dorost "right".
    std::map<std::string, const Language*, std::less<>> stem_of{};
    std::string written{};
    TokenKind kind = TokenKind::word;
    Acronym acronym = Acronym::none;
    bool compound = false;
    bool piece = false;       // of a compound
    bool opaque = false;      // of which it does not speak; a compound of such pieces alone
    std::uint32_t begin = 0;  // in the text
    std::uint32_t end = 0;
    bool stop = false;                     // a function word in every language that reads it
    bool may_stop = false;                 // in one of them: ghayr, in Persian half a compound
    bool house = false;                    // see is_house()
    bool half = false;                     // of two words that are mostly written as one
    const Readings* first_half = nullptr;  // the word before, where these are mostly written so
    bool beside = false;                // a half of what enough documents have: finds nothing alone
    std::vector<std::string> number{};  // words of one, up to this one, if several
    std::vector<std::vector<std::string>> numbers{};  // how else the number is written
    std::optional<NumberedDay> day{};                 // that the number is, of three numbers or one
    std::string spoken{};       // how a word of the spoken language is written
    std::string spoken_stem{};  // the stem of that
    EvidenceOrigin spoken_origin = EvidenceOrigin::spoken;
    std::optional<double> foreign{};  // share of its weight in other languages, where not all of it
    Xapian::doccount known_as = 0;    // documents with the name that the lexicon has for it
    bool translated = false;          // an English word, by the lexicon
    bool in_lexicon = false;          // a part of a term that it translates
    bool paired = false;              // in Latin letters, part of a name of two words
    std::string shown{};              // what a word of a pair is shown as
    double weight = 1.0;
    EvidenceOrigin origin = EvidenceOrigin::typed;
  };
  // Keyed by where a word stands, so that its readings meet. A compound begins where its first
  // piece does, before it.
  using ReadingsByPlace = std::map<std::pair<std::uint32_t, bool>, Readings>;
  // A term of the lexicon in the query.
  struct TranslatedTerm {
    std::vector<Readings*> words;
    const Language* language = nullptr;  // whose rules read it
    std::string_view from;               // the column of the lexicon: "en" for Latin letters
    std::vector<Translation> ways;       // in languages of which the index may hold documents
    double documents = 0;                // that hold it, in the commonest way to say it
    double share = 1.0;                  // of the weight of a translation
    double together = 0;                 // gain of those that have its words side by side
  };
  // The two words before a word, those there are.
  struct Neighbours {
    const Readings* first = nullptr;
    const Readings* last = nullptr;
  };
  // What goes from word to word while those of a text are looked for.
  struct Pass {
    std::string_view typed;
    std::string_view text;  // the same without what is read on another keyboard layout
    Reach reach = Reach::anything;
    bool others = false;  // whether a word also reaches to what is not typed
    bool only_stop_words = false;
    Alternatives found;
    Neighbours before;
    std::uint32_t whole_up_to = 0;   // the end of a compound whose pieces do not count alone
    std::uint32_t pieces_up_to = 0;  // of one whose pieces count less
    // Compounds whose pieces find nothing alone, and these pieces.
    std::vector<ReadingsByPlace::const_iterator> common;
    Alternatives pieces;
  };
  void mark_several(ReadingsByPlace& readings, std::vector<TranslatedTerm>& translated, Pass& pass);
  void add_reading(ReadingsByPlace::iterator place, const ReadingsByPlace& readings, Pass& pass);
  void weigh(ReadingsByPlace::iterator place, const ReadingsByPlace& readings, Pass& pass);
  void add_others(const Readings& word, const Pass& pass, Alternatives& own, Alternatives& into);
  void add_together(ReadingsByPlace& readings, const std::vector<TranslatedTerm>& translated,
                    Pass& pass);
  ReadingsByPlace readings_of(std::string_view text, std::span<const Language* const> languages);
  static void add_stems(const Token& token, std::string_view text,
                        std::span<const Language* const> languages, Readings& word);
  Readings readings_of_spelling(const std::string& text, const std::string& written);
  // Those that are no compounds.
  static std::vector<Readings*> plain_words(ReadingsByPlace& readings);
  // By its stems, of which each language may have another.
  Xapian::doccount documents_of(const Readings& compound) const;
  static bool is_of_light_verb(const Readings& word);
  static bool is_passive(ReadingsByPlace::const_iterator compound, const ReadingsByPlace& readings);
  void add_pieces(ReadingsByPlace::const_iterator compound, const ReadingsByPlace& readings,
                  Alternatives& found, std::string unless = {});
  void add_neighbours(const ReadingsByPlace& readings, std::string_view text, Alternatives& found);
  using Pair = std::pair<const Readings*, const Readings*>;
  std::vector<Pair> neighbours_among(const ReadingsByPlace& readings) const;
  void add_pair(const Pair& pair, std::string_view text, Alternatives& found);
  void add_close(const Readings& first, const Readings& second, std::string_view text,
                 Alternatives& found);
  void add_expressions(const ReadingsByPlace& readings, std::string_view text, Alternatives& found);
  void add_expression(std::string_view text, Alternatives& found);
  void add_new_forms(const Readings& word, Alternatives& found);
  void find_written_forms(ReadingsByPlace& readings);
  void add_written_form(const Readings& word, Alternatives& found);
  void add_related(const Readings& word, Alternatives& found);
  void add_adjective(const Readings& compound, Alternatives& found);
  bool is_in_opaque(const Readings& word) const;
  double share_of_opaque(ReadingsByPlace::const_iterator compound, const ReadingsByPlace& readings,
                         Xapian::doccount documents) const;
  std::size_t count_words(const ReadingsByPlace& readings) const;
  bool is_short() const { return words_ <= kMostOfShort; }
  // Of one pair of neighbours among those of the text.
  double neighbour_weight() const {
    return words_ > 1 ? weights_.neighbours / static_cast<double>(words_ - 1) : 0;
  }
  void add_names(const Readings& word, Alternatives& found);
  void add_as_index_writes(const Readings& word, Alternatives& found);
  void add_known_names(ReadingsByPlace& readings, Alternatives& found);
  void add_listed_names(const ReadingsByPlace& readings, Alternatives& found);
  bool add_listed_name(std::span<const Readings* const> name, Alternatives& found);
  void add_latin_pair(Readings& first, Readings& last, Alternatives& found);
  void add_latin_pairs(ReadingsByPlace& readings, std::vector<TranslatedTerm>& terms,
                       Alternatives& found);
  Xapian::doccount add_name_term(const NameTerm& name, const std::string& written,
                                 Alternatives& found,
                                 EvidenceOrigin origin = EvidenceOrigin::translation);
  void add_synonyms(ReadingsByPlace& readings, Alternatives& found);
  void add_synonym(const Synonyms::Term& term, std::span<Readings* const> typed,
                   const Language& read_by, Alternatives& found);
  void keep_spelled_letters(ReadingsByPlace& readings) const;
  void add_whole(const std::string& word, const std::string& written, double weight,
                 EvidenceOrigin origin, Alternatives& found);
  // The terms of `own` where a document has not the term `unless` as well.
  void add_unless(const std::string& unless, Alternatives own, Alternatives& found);
  void add_other(std::string surface, std::string stem, const std::string& written, double weight,
                 EvidenceOrigin origin, Alternatives& found);
  // The forms of a word that was not typed.
  void add_spelling(const std::string& text, const std::string& written, double weight,
                    EvidenceOrigin origin, Alternatives& found);
  void add_initialism(const Readings& word, Alternatives& found);
  void note_spellings(std::string_view text, const Readings& word);
  bool is_surface_with_article(const Readings& word, std::string_view stem) const;
  void add_spellings(const std::string& name, const Readings& word, Alternatives& found);
  void add_other_spacing(const Neighbours& before, const Readings& word, Alternatives& found);
  void add_models(const Readings* last, const Readings& word, Alternatives& found);
  QueryNumber number_in(std::span<const std::string_view> words) const;
  void mark_numbers(ReadingsByPlace& readings, std::string_view text) const;
  void add_number(const Readings& word, Alternatives& found);
  ReadingsByPlace::iterator mark_day(ReadingsByPlace::iterator place, ReadingsByPlace& readings,
                                     std::string_view text) const;
  double share_of_day(const Readings& day, const ReadingsByPlace& readings) const;
  void add_day(const Readings& word, double share, bool with_others, Alternatives& found);
  static std::vector<std::string> words_of(const Readings& word);
  double rarity_of(const std::vector<std::string>& words) const;
  void add_number_neighbours(const Readings& first, const Readings& second, double weight,
                             Alternatives& found);
  // The two words before a number, the text it stands in.
  void add_number_spellings(const Neighbours& before, const Readings& word, std::string_view text,
                            Alternatives& found);
  static bool is_second_half(const Neighbours& before, const Readings& word, std::string_view text);
  static WordPart part_of(const Readings& word);
  void add_apart(const Readings& word, Alternatives& found);
  void mark_halves(ReadingsByPlace& readings) const;
  void add_joined(const std::string& joined, const Readings& first, const Readings& last,
                  Alternatives& found);
  void add_usually_joined(const Readings& first, const Readings& last, Alternatives& found);
  bool is_read_by_letters(std::string_view chunk);
  double share_beside_reading(const Readings& word) const;
  std::string shown_as(const std::string& name, const Readings& word) const;
  Xapian::doccount documents_with(std::string_view text);
  bool may_be_name(std::string_view chunk, Xapian::doccount with_reading);
  // Blanks what it reads otherwise.
  void add_layout_readings(QueryNode& node, Alternatives& found);
  std::vector<TranslatedTerm> find_terms(ReadingsByPlace& readings);
  void find_terms(const std::vector<Readings*>& words, const Language& language,
                  std::vector<TranslatedTerm>& terms);
  void find_english_terms(const std::vector<Readings*>& words, std::vector<TranslatedTerm>& terms);
  void set_words(TranslatedTerm& term, std::span<Readings* const> words) const;
  void weigh_terms(const std::vector<Readings*>& words, std::vector<TranslatedTerm>& terms);
  void mark_foreign(TranslatedTerm& term, bool whole, double as_typed);
  bool may_hold(std::string_view language, std::string_view from) const;
  double typed_documents(std::span<Readings* const> words) const;
  double documents_as_meant(const TranslatedTerm& term, const Translation& way) const;
  bool has_documents(const Language& language) const;
  bool is_foreign(const TranslatedTerm& term) const;
  bool is_false_friend(const Readings& word, const TranslatedTerm& term) const;
  double share_of_rarity(const Readings& word, const TranslatedTerm& term) const;
  void share_among_languages(const TranslatedTerm& term) const;
  static bool is_english_name(const TranslatedTerm& term);
  bool is_read_by(const TranslatedTerm& term, const Language& language) const;
  std::string stem_in(const Readings& word, const Language& language) const;
  void add_translation(const TranslatedTerm& term, const Translation& way, Alternatives& found);
  void add_translations(const TranslatedTerm& term, Alternatives& found);
  void note_translations(std::string_view text, const std::vector<TranslatedTerm>& terms);
  void add_side_by_side(const std::vector<std::string>& words, const std::string& written,
                        double weight, EvidenceOrigin origin, Alternatives& found,
                        std::string unless = {});
  void add_word(const Readings& word, bool with_stems, Alternatives& found);
  void add_evidence(const Readings& word, EvidenceKind kind, bool title, Alternatives& found,
                    double share = 1.0);
  // Of a title, where the text has that field.
  std::string surface_term(std::string_view word) const;
  std::string stem_term(const Readings& word) const;

  bool title_ = false;     // of the text that is read: only in titles
  bool exact_ = false;     // the same: no word but in its spelling
  std::size_t words_ = 0;  // of the text that is read, see count_words()
  const std::vector<const Language*>& languages_;
  const Language* const leading_;
  const EvidenceWeights& weights_;
  const Vocabulary* vocabulary_;
  const TranslateFrom& translate_from_;
  const DayReader& read_day_;
  const bool other_layouts_;
  const Synonyms* const synonyms_;
  TermCollector& terms_;
  TokenList tokens_;
  InLanguage own_;
  std::vector<std::string> only_spellings_;  // of the last name that the index has in no form
  std::size_t names_ = 0;
  std::size_t joints_ = 0;
  std::size_t translated_ = 0;
};

}  // namespace khabar
