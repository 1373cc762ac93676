// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/word_list.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "analyzers/language.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

std::string list_key(std::string_view first_letter) {
  return std::string(kWordListPrefix).append(first_letter);
}

// In so many articles of a language's sample a word is no slip.
constexpr std::uint32_t kKnown = 10;

// By itself, or, if the news have it at all, with the article: jarathim "germs" is rare without it.
bool is_known(std::string_view word) {
  if (is_news_word(word, kKnown)) return true;
  return std::ranges::any_of(all_languages(), [&](const Language* language) {
    return language->count != nullptr && !language->article.empty() && language->count(word) > 0 &&
           language->count(std::string(language->article).append(word)) >= kKnown;
  });
}

// A word that the news know is meant by a slip of it even where one article has it, as in a small
// archive. `word` without digits.
bool is_listed(std::string_view word, Xapian::doccount documents) {
  return documents >= kListedFrequency || (documents > 0 && is_known(word));
}

// The list of one letter, as it is and as it becomes.
class ListUpdate {
 public:
  ListUpdate(Xapian::WritableDatabase& database, std::string_view first_letter)
      : database_(database), key_(list_key(first_letter)), before_(database.get_metadata(key_)) {
    WordListReader reader(before_);
    // In order, as a rule: each comes behind the others.
    while (reader.next())
      weights_.insert_or_assign(weights_.end(), std::string(reader.word()), reader.weight());
  }

  void put(const std::string& word) {
    const Xapian::doccount frequency = database_.get_termfreq(word_term({}, word));
    if (is_listed(word, frequency)) {
      weights_.insert_or_assign(word, word_weight(frequency));
    } else {
      weights_.erase(word);
    }
  }

  void write() {
    WordListWriter writer;
    for (const auto& [word, weight] : weights_) writer.add(word, weight);
    if (writer.list() != before_) database_.set_metadata(key_, writer.list());
  }

 private:
  Xapian::WritableDatabase& database_;
  const std::string key_;
  const std::string before_;
  std::map<std::string, std::uint8_t> weights_;
};

}  // namespace

void WordList::add_terms(const std::vector<CountedTerm>& terms) {
  for (const CountedTerm& term : terms) add_term(readable_term(term.text));
}

void WordList::add_term(std::string_view term) {
  if (const std::string_view letter = listed_letter(term); !letter.empty())
    added_[std::string(letter)].emplace(term);
}

void NewWordLists::add(std::string_view word, Xapian::doccount documents) {
  const std::string_view first = listed_letter(word);
  if (first.empty()) return;
  if (first != letter_) {
    finish();
    letter_ = first;
  }
  if (is_listed(word, documents)) list_.add(word, word_weight(documents));
}

void NewWordLists::finish() {
  if (!list_.list().empty()) target_.set_metadata(list_key(letter_), list_.list());
  list_ = {};
}

void WordList::write_added(Xapian::WritableDatabase& database) {
  for (const auto& [letter, words] : added_) {
    ListUpdate update(database, letter);
    for (const std::string& word : words) update.put(word);
    update.write();
  }
  added_.clear();
}

}  // namespace khabar
