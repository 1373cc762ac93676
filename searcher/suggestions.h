// SPDX-License-Identifier: GPL-2.0-or-later
// "Did you mean": a query with the words that look mistyped replaced by words of the index.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language.h"
#include "analyzers/token.h"
#include "searcher/acronyms.h"
#include "searcher/near_words.h"
#include "searcher/query_terms.h"
#include "searcher/query_tree.h"
#include "searcher/readable_spelling.h"
#include "searcher/vocabulary.h"

namespace khabar {

struct Suggestion {
  std::string query;
  /// The query as typed finds what this one means already, and nothing by its own letters: a word
  /// typed on another keyboard layout or a name in Latin letters.
  bool searched = false;
  bool other_layout = false;  ///< It is what the same keys give on another keyboard layout.
  /// No document has a word that it mends, and many have what stands there instead, a likely slip
  /// away: tahran for tehran, al-huthyin for al-huthiyin. What the query as typed finds is other
  /// words, of the same stem or sound. Wrong for: a rare name beside a common word.
  bool sure = false;
  /// A short word or a far slip: better shown than searched, even where the query finds nothing.
  bool doubtful = false;
  bool leaves_unknown = false;  ///< A word that no document has stays in it: rahaf al-qanun.
};

/// A part of a query and what it becomes.
struct QueryChange {
  std::size_t begin = 0;  ///< Bytes of the query.
  std::size_t end = 0;
  std::string text;
  bool reading = false;  ///< Of a name in Latin letters, which the search finds by itself.
  bool sure = false;     ///< As Suggestion::sure.
  bool doubtful = false;
};

/// The query with its parts read as the builder did, in the spelling that the index's articles use,
/// where only that finds something; nothing where there are no such parts. Throws Xapian::Error and
/// IndexError.
std::optional<Suggestion> with_readings(std::string_view query,
                                        const std::vector<OtherReading>& readings,
                                        ReadableSpelling& readable);

/// "titel:word" -> "title:word"; nothing where no field is misspelt.
std::optional<Suggestion> with_right_fields(std::string query,
                                            const std::vector<QueryFault>& faults);

/// Corrects the words of a query. A word is weighed as in a noisy channel: how often the index and
/// the news of the language have it as it stands, with its stem, against how often they have a near
/// word and how likely the slip between them is. Quoted words are corrected too; what follows = or
/// ends in * is not, nor function words, excluded words, filters, addresses and names with a number
/// (see stands_in_address()). A name in Latin letters that the index lacks is shown in the letters
/// of its articles: all of its words or none. Thread safety: thread-confined.
class Suggester {
 public:
  /// Both must outlive it. `languages`: those that read the query. `translated`: its words are also
  /// looked for in other languages, and those that the lexicon knows are good words.
  Suggester(const Vocabulary& vocabulary, const std::vector<const Language*>& languages,
            bool translated)
      : vocabulary_(vocabulary), languages_(languages), translated_(translated) {}

  /// The corrected query, in the letters that the index's articles use; nothing where no word looks
  /// mistyped. `parsed` is the tree of `query`. `words_must_be_new`: only where the index lacks one
  /// of them. Throws Xapian::Error and IndexError.
  std::optional<Suggestion> suggest(std::string_view query, const ParsedQuery& parsed,
                                    bool words_must_be_new);

 private:
  // How much a correction must explain better than the word as it stands: about four times.
  static constexpr double kMargin = 1.5;
  // A blank too many or too few.
  static constexpr Cost kSpace = 45;
  struct Word {
    std::string folded;
    std::size_t begin = 0;  // bytes of the query
    std::size_t end = 0;
    TokenKind kind = TokenKind::word;
    double documents = 0;  // what speaks for the word as it stands, in documents
    bool fixed = false;    // not to be corrected
    Acronym acronym = Acronym::none;
    bool mended = false;
    bool particle = false;  // of a name in Latin letters
    bool follows = false;   // only a blank lies between it and the word before
    std::vector<std::string> stems;
  };
  struct Option {
    std::vector<std::string> words;  // folded
    std::size_t replaced = 1;        // words of the query that it stands for
    Cost cost = 0;
    double documents = 0;
    bool reading = false;  // of a name in Latin letters, which the search finds by itself
    double context = 0;    // how much better than by chance it goes with the other words
    double beside = 0;     // how much better than what was typed it goes with those beside it
    double rank() const { return explanation(cost, documents) - context - beside; }
  };
  struct Fit {
    double log_share = 0;  // of the word's documents that have it beside each neighbour, summed
    double most = 0;       // documents beside the neighbour that it goes with best
  };
  struct Neighbour {
    const Word* word = nullptr;
    bool before = false;
    double documents = 0;
  };
  void collect(const QueryNode& node);
  void read_text(const QueryNode& node);
  static bool says_nothing(std::string_view folded);
  double evidence(const Word& word) const;
  double by_stems(const Word& word, double most) const;
  bool is_guest(const Word& word, const Language& language) const;
  double evidence_across(const Word& word) const;
  void keep_names_of_guest(const Word& word, std::vector<NearWord>& near) const;
  bool has_written_form(const Token& token) const;
  bool is_known_with_ending(std::string_view written) const;
  double pair_evidence(const Word& first, const Word& second) const;
  double news_count(std::string_view word) const;
  double known_to_news(double count) const;
  bool looks_mistyped(const Word& word) const;
  bool is_sure(std::size_t at, const Option& option) const;
  bool is_doubtful(std::size_t at, const Option& option) const;
  std::vector<Option> options_for(std::size_t at) const;
  void add_near_words(std::size_t at, std::vector<Option>& options) const;
  bool may_mean(const Word& typed, const std::string& near) const;
  void add_joined(std::size_t at, std::vector<Option>& options) const;
  void add_split(std::size_t at, std::vector<Option>& options) const;
  void add_split_at_slip(const std::string& word, std::vector<Option>& splits) const;
  double together(const std::string& one, const std::string& other) const;
  bool add_context(std::size_t at, std::vector<Option>& options) const;
  double add_context(const Word& other, Option& option) const;
  const Word* context_of(std::size_t at, std::size_t end) const;
  std::vector<Neighbour> neighbours(std::size_t at) const;
  Fit fit(const std::string& word, double documents,
          const std::vector<Neighbour>& neighbours) const;
  void add_fit(std::size_t at, std::vector<Option>& options) const;
  std::optional<Option> best_option(std::size_t at) const;
  std::optional<Option> by_neighbours(std::size_t at) const;
  std::optional<Option> far_commoner(std::size_t at) const;
  std::optional<Option> one_letter(std::size_t at) const;
  double written_to_others(const Word& word) const;
  void take_usual(Option& option) const;
  void fix_translated();
  void fix_english();
  /// Of fields that are none: author:ali is no slip for another word.
  void fix_values(const std::vector<QueryFault>& faults);
  std::size_t latin_end(std::size_t at) const;
  std::optional<Option> latin_name(std::size_t at, std::size_t end) const;
  void find_changes(std::vector<QueryChange>& changes);
  void mend(std::size_t at, const Option& option);
  QueryChange change(std::size_t at, const Option& option, ReadableSpelling& readable) const;
  double phrase_documents(const std::string& first, const std::string& second) const;

  const Vocabulary& vocabulary_;
  const std::vector<const Language*>& languages_;
  const bool translated_;
  std::vector<Word> words_;
};

}  // namespace khabar
