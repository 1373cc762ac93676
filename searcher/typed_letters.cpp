// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/typed_letters.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "analyzers/characters.h"
#include "analyzers/folding.h"
#include "analyzers/language.h"
#include "analyzers/utf8.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

bool is_telling(char32_t letter) {
  switch (letter) {
    case kAlefHamzaAbove:
    case kAlefHamzaBelow:
    case kAlefMaddaAbove:
    case kWawHamzaAbove:
    case kYehHamzaAbove:
    case kHamza:
    case kTehMarbuta:
    case kAlefMaksura:
      return true;
    default:
      return false;
  }
}

std::string folded(char32_t letter) {
  std::string text;
  fold_arabic_script(std::u32string_view(&letter, 1), text);
  return text;
}

// Looks for a word of given letters in a text; marks do not count.
class LetterMatcher {
 public:
  LetterMatcher(std::u32string letters, Letters which)
      : letters_(std::move(letters)), which_(which) {
    for (const char32_t letter : letters_) folded_.push_back(folded(letter));
  }

  bool stands_in(std::string_view text, bool arabic) {
    arabic_ = arabic;
    word_.clear();
    for (std::size_t at = 0; at < text.size();) {
      const char32_t letter = next_code_point(text, at);
      const CharacterClass kind = character_class(letter);
      if (kind == CharacterClass::mark || kind == CharacterClass::ignorable) continue;
      if (kind == CharacterClass::arabic) {
        word_ += letter;
        continue;
      }
      if (matches()) return true;
      word_.clear();
    }
    return matches();
  }

  const std::u32string& letters() const { return letters_; }
  Letters which() const { return which_; }

 private:
  bool matches() const {
    if (word_.size() != letters_.size()) return false;
    for (std::size_t i = 0; i < word_.size(); ++i) {
      if (word_[i] == letters_[i]) continue;
      // Persian YEH is ALEF MAKSURA on some keyboards.
      const bool yeh = letters_[i] == kAlefMaksura && !arabic_;
      const bool other = which_ == Letters::all && is_telling(word_[i]) && arabic_or_no_yeh(i);
      if ((is_telling(letters_[i]) && !yeh) || other || folded(word_[i]) != folded_[i])
        return false;
    }
    return true;
  }

  bool arabic_or_no_yeh(std::size_t i) const { return arabic_ || word_[i] != kAlefMaksura; }

  const std::u32string letters_;
  const Letters which_;
  std::vector<std::string> folded_;
  std::u32string word_;
  bool arabic_ = false;
};

// Goes over the documents of the term. Its texts are read one by one, so that it stands in an AND
// with what narrows the documents down.
class LetterSource : public Xapian::PostingSource {
 public:
  LetterSource(std::string term, std::u32string letters, bool title, Letters which)
      : term_(std::move(term)), matcher_(std::move(letters), which), title_(title) {}

  LetterSource* clone() const override {
    return new LetterSource(term_, matcher_.letters(), title_, matcher_.which());
  }
  std::string name() const override { return "khabar::LetterSource"; }
  std::string get_description() const override { return "letters as typed"; }

  void init(const Xapian::Database& database) override {
    database_ = database;
    started_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return database_.get_termfreq(term_); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_termfreq(term_); }

  void next(double) override {
    if (!started_) {
      start();
    } else {
      ++documents_;
    }
    find_match();
  }

  void skip_to(Xapian::docid document, double) override {
    if (!started_) start();
    if (documents_ != end_) documents_.skip_to(document);
    find_match();
  }

  bool check(Xapian::docid document, double) override {
    if (!started_) start();
    if (documents_ != end_) documents_.skip_to(document);
    return documents_ == end_ || (*documents_ == document && matches());
  }

  bool at_end() const override { return started_ && documents_ == end_; }
  Xapian::docid get_docid() const override { return *documents_; }

 private:
  void start() {
    documents_ = database_.postlist_begin(term_);
    end_ = database_.postlist_end(term_);
    started_ = true;
  }

  void find_match() {
    while (documents_ != end_ && !matches()) ++documents_;
  }

  bool matches() {
    const StoredFields fields =
        decode_fields(database_.get_document(*documents_, Xapian::DOC_ASSUME_VALID).get_data());
    const Language* const language = find_language(fields.language);
    const bool arabic = language != nullptr && language->tag == "ar";
    return matcher_.stands_in(fields.title, arabic) ||
           (!title_ && matcher_.stands_in(fields.body, arabic));
  }

  const std::string term_;
  LetterMatcher matcher_;
  const bool title_;
  Xapian::Database database_;
  Xapian::PostingIterator documents_, end_;
  bool started_ = false;
};

}  // namespace

std::u32string letters_as_typed(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = next_code_point(word, at);
    const CharacterClass kind = character_class(letter);
    if (kind == CharacterClass::mark || kind == CharacterClass::ignorable) continue;
    if (kind != CharacterClass::arabic) return {};
    letters += letter;
  }
  return letters;
}

bool are_same_letters(std::u32string_view one, std::u32string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char32_t a, char32_t b) {
    return a == b || (!is_telling(a) && !is_telling(b));
  });
}

std::u32string telling_letters(std::string_view word) {
  std::u32string letters = letters_as_typed(word);
  return std::ranges::any_of(letters, is_telling) ? letters : std::u32string();
}

Xapian::Query with_letters(const Xapian::Query& query, const std::string& term,
                           std::u32string letters, bool title, Letters which) {
  const Xapian::Query source((new LetterSource(term, std::move(letters), title, which))->release());
  return {Xapian::Query::OP_FILTER, query, source};
}

}  // namespace khabar
