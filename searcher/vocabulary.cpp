// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/vocabulary.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "indexer/schema.h"

namespace khabar {

Xapian::doccount Vocabulary::documents_in(std::string_view language) const {
  return frequency(std::string(kLanguagePrefix).append(language));
}

bool Vocabulary::has_few_in(const Language& language) const {
  constexpr Xapian::doccount kFew = 50;
  if (&language == &fallback_language()) return false;
  const Xapian::doccount unknown = documents_in(fallback_language().tag);
  return kFew * (documents_in(language.tag) + unknown) < documents();
}

bool Vocabulary::has_many_in(const Language& language) const {
  return &language != &fallback_language() && !has_few_in(language);
}

Xapian::doccount Vocabulary::word_frequency(std::string_view word) const {
  return word.empty() ? 0 : frequency(word_term({}, word));
}

Xapian::doccount Vocabulary::stem_frequency(std::string_view stem) const {
  return frequency(word_term(kStemPrefix, stem));
}

Xapian::doccount Vocabulary::rarest(const std::vector<std::string>& words) const {
  Xapian::doccount fewest = documents();
  for (const std::string& word : words) fewest = std::min(fewest, word_frequency(word));
  return fewest;
}

Xapian::doccount Vocabulary::rarest(const std::vector<std::string_view>& words,
                                    const std::vector<std::string_view>& stems) const {
  Xapian::doccount fewest = documents();
  for (std::size_t i = 0; i < words.size(); ++i)
    fewest = std::min(fewest, documents_with(words[i], stems[i]));
  return fewest;
}

Xapian::doccount Vocabulary::count(const Xapian::Query& query, Xapian::doccount most) const {
  Xapian::Enquire enquire(database_);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, most).get_matches_estimated();
}

Xapian::doccount Vocabulary::frequency(std::string term) const {
  if (frequencies_.size() >= kRemembered) frequencies_.clear();
  const auto [known, is_new] = frequencies_.try_emplace(std::move(term));
  if (is_new) known->second = frequency_of(cursor_, known->first);
  return known->second;
}

namespace {

// What `find` finds, unless it is there under the key.
template <typename Found>
const Found& remembered(std::unordered_map<std::string, Found>& answers, const std::string& key,
                        const std::function<Found()>& find, std::size_t most) {
  if (const auto known = answers.find(key); known != answers.end()) return known->second;
  if (answers.size() >= most) answers.clear();
  Found found = find();
  return answers.emplace(key, std::move(found)).first->second;
}

}  // namespace

const Vocabulary::Spellings& Vocabulary::spellings(const std::string& word,
                                                   const std::function<Spellings()>& find) const {
  return remembered(spellings_, word, find, kRemembered);
}

const Vocabulary::NamePairs& Vocabulary::name_pairs(const std::string& key,
                                                    const std::function<NamePairs()>& find) const {
  return remembered(name_pairs_, key, find, kRemembered);
}

std::string Vocabulary::words_of_key(std::string_view key) const {
  return metadata_of(reader_, std::string(kNameKeyPrefix).append(key));
}

std::vector<std::string> Vocabulary::terms_beginning_with(const std::string& prefix,
                                                          std::size_t most,
                                                          std::size_t& budget) const {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const auto end = database_.allterms_end(prefix);
  for (auto term = database_.allterms_begin(prefix); term != end && budget > 0; ++term, --budget)
    found.emplace_back(term.get_termfreq(), *term);
  const auto kept = static_cast<std::ptrdiff_t>(std::min(most, found.size()));
  std::partial_sort(found.begin(), found.begin() + kept, found.end(), std::greater<>());
  std::vector<std::string> terms;
  for (auto one = found.begin(); one != found.begin() + kept; ++one)
    terms.push_back(std::move(one->second));
  return terms;
}

std::vector<std::string> Vocabulary::listed_letters() const {
  std::vector<std::string> letters;
  const std::string prefix(kWordListPrefix);
  for (auto key = database_.metadata_keys_begin(prefix); key != database_.metadata_keys_end(prefix);
       ++key) {
    letters.push_back((*key).substr(prefix.size()));
  }
  return letters;
}

std::string Vocabulary::word_list(std::string_view first_letter) const {
  return database_.get_metadata(std::string(kWordListPrefix).append(first_letter));
}

}  // namespace khabar
