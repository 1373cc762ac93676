// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/filter_values.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/characters.h"
#include "analyzers/name_keys.h"
#include "analyzers/translation_terms.h"
#include "analyzers/translations.h"
#include "analyzers/utf8.h"
#include "indexer/schema.h"
#include "searcher/one_name.h"
#include "searcher/outlet_names.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxValues = 20'000;

struct Candidate {
  std::string term, key;
  std::size_t distance = 0;  // from what is wanted
  Xapian::doccount documents = 0;
};

// How far a key is from what is wanted; nullopt: too far.
using Distance = std::function<std::optional<std::size_t>(std::string_view key)>;

// Where an index has the values of a field.
struct FilterField {
  std::string_view name;
  std::string_view prefix;
  Xapian::valueno slot;
};

constexpr std::array<FilterField, 3> kFields = {{{"source", kSourcePrefix, kSourceSlot},
                                                 {"category", kCategoryPrefix, kCategorySlot},
                                                 {"lang", kLanguagePrefix, kLanguageSlot}}};

std::vector<FilterValue> nearest(std::string_view field, const Distance& distance_of,
                                 const Xapian::Database& database, std::size_t most) {
  const auto* const known = std::ranges::find(kFields, field, &FilterField::name);
  if (known == kFields.end()) return {};
  const std::string first = word_term(known->prefix, {});
  std::vector<Candidate> found;
  std::size_t left = kMaxValues;
  for (auto term = database.allterms_begin(first); term != database.allterms_end(first); ++term) {
    if (left-- == 0) break;
    const std::string key = readable_term((*term).substr(first.size()));
    if (const auto distance = distance_of(key))
      found.push_back({*term, key, *distance, term.get_termfreq()});
  }
  std::ranges::stable_sort(found, [](const Candidate& a, const Candidate& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.documents > b.documents;
  });
  if (found.size() > most) found.resize(most);
  std::vector<FilterValue> values;
  for (const Candidate& one : found) {
    const auto document = database.postlist_begin(one.term);
    if (document == database.postlist_end(one.term)) continue;
    const std::string written = database.get_document(*document).get_value(known->slot);
    values.push_back({value_of_key(written, one.key), one.documents, one.key});
  }
  return values;
}

// Letters to change, add or leave out (Levenshtein).
std::size_t edits(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j < row.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return row.back();
}

// A word of a value: as it is written, then its other forms.
using Forms = std::vector<std::string>;

void add_form(std::string_view form, Forms& forms) {
  if (!form.empty() && std::ranges::find(forms, form) == forms.end()) forms.emplace_back(form);
}

// By the rules of every language: nobody knows which one a short name is in.
Forms forms_of(std::string_view word) {
  Forms forms{std::string(word)};
  if (is_latin(word)) {
    add_form(english_stem(word), forms);
    for (const Language* language : all_languages()) {
      std::string joined;
      for (const std::string_view name : read_by_letters(word, *language)) joined += name;
      add_form(joined, forms);
    }
    return forms;
  }
  for (const Language* language : all_languages()) {
    std::string scratch;
    if (language->stem == nullptr) continue;
    const std::string stem(language->stem(word, scratch));
    add_form(stem, forms);
    if (language->related == nullptr) continue;
    for (const std::string& related : language->related(stem)) add_form(related, forms);
  }
  return forms;
}

// Without an article in Latin letters (al-watan), the names of letters in a row as one word (bi bi
// si), and digits apart from letters (france24).
std::vector<Forms> words_of(std::string_view text) {
  TokenList tokens;
  analyze(text, fallback_language(), tokens);
  std::vector<std::string> written;
  bool letters = false;  // whether the last one is of letters
  for (const Token& token : tokens) {
    if (token.compound || token.word == "al") continue;
    const bool letter = !letters_named(token.word).empty();
    const std::size_t digits = token.word.find_first_of(kDigits);
    if (letter && letters) {
      written.back() += token.word;
    } else if (digits == 0 || digits == std::string_view::npos) {
      written.emplace_back(token.word);
    } else {
      written.emplace_back(token.word.substr(0, digits));
      written.emplace_back(token.word.substr(digits));
    }
    letters = letter;
  }
  std::vector<Forms> words;
  words.reserve(written.size());
  for (const std::string& word : written) words.push_back(forms_of(word));
  return words;
}

bool have_common_form(const Forms& a, const Forms& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

// okaz in Latin letters, and in Arabic ones.
bool are_one_name(const Forms& a, const Forms& b) {
  if (is_latin(a.front()) == is_latin(b.front())) return false;
  return std::ranges::any_of(a, [&](const std::string& one) {
    return std::ranges::any_of(
        b, [&](const std::string& other) { return sound_like_one_name(one, other); });
  });
}

// How a value has what is written; the nearest first.
enum class Nearness : std::uint8_t { other_form, whole_words, other_script, in_other_script, none };
constexpr std::size_t kNearnesses = 4;  // that are near

Nearness nearness(const std::vector<Forms>& written, const std::vector<Forms>& value) {
  const auto has = [&](const auto& equal) {
    return std::search(value.begin(), value.end(), written.begin(), written.end(), equal) !=
           value.end();
  };
  if (written.empty() || written.size() > value.size()) return Nearness::none;
  const bool all = written.size() == value.size();
  if (has(have_common_form)) return all ? Nearness::other_form : Nearness::whole_words;
  const auto are_one = [](const Forms& a, const Forms& b) {
    return a.front() == b.front() || are_one_name(a, b);
  };
  if (!has(are_one)) return Nearness::none;
  return all ? Nearness::other_script : Nearness::in_other_script;
}

// What the words that are written are called in the other languages, each way as a value has it.
std::vector<std::vector<Forms>> translations_of(std::string_view written) {
  constexpr double kUsual = 0.7;  // iqtisad is economy before it is saving
  std::vector<std::vector<Forms>> ways;
  TokenList tokens;
  for (const std::string_view tag : {"ar", "fa", "en"}) {
    analyze(written, language_of_tag(tag), tokens);
    std::vector<std::string> stems;
    for (const Token& token : tokens) {
      if (!token.compound)
        stems.push_back(tag == "en" ? english_stem(token.word) : std::string(token.stem));
    }
    const std::vector<std::string_view> views(stems.begin(), stems.end());
    std::size_t count = 0;
    for (const Translation& way : translations(views, tag, count)) {
      if (count == views.size() && way.weight >= kUsual) ways.push_back(words_of(way.text));
    }
  }
  return ways;
}

// Whether a value is one of them, or a part of it: sports, sports/football.
bool begins_with_any(const std::vector<Forms>& value, const std::vector<std::vector<Forms>>& ways) {
  return std::ranges::any_of(ways, [&](const std::vector<Forms>& way) {
    return !way.empty() && way.size() <= value.size() &&
           std::equal(way.begin(), way.end(), value.begin(), have_common_form);
  });
}

std::vector<std::string> as_written(const std::vector<Forms>& words) {
  std::vector<std::string> list;
  list.reserve(words.size());
  for (const Forms& word : words) list.push_back(word.front());
  return list;
}

std::u32string letters_of(std::string_view text) {
  constexpr std::size_t kMaxLetters = 60;
  return to_code_points(text).substr(0, kMaxLetters);
}

}  // namespace

std::vector<FilterValue> filter_values(std::string_view field, std::string_view typed,
                                       const Xapian::Database& database, std::size_t most) {
  const std::string wanted = filter_key(typed);
  const Distance distance = [&](std::string_view key) -> std::optional<std::size_t> {
    const std::size_t at = key.find(wanted);
    if (at == std::string_view::npos) return std::nullopt;
    return at == 0 ? 0 : 1;
  };
  return nearest(field, distance, database, most);
}

std::vector<FilterValue> values_meant(std::string_view field, std::string_view written,
                                      const Xapian::Database& database) {
  constexpr std::size_t kMaxLookedAt = 5'000;
  const bool source = field == "source";
  const std::vector<Forms> words = words_of(source ? without_domain(written) : written);
  if (words.empty()) return {};
  const std::vector<std::string> name = as_written(words);
  const auto ways = source ? std::vector<std::vector<Forms>>() : translations_of(written);
  std::array<std::vector<FilterValue>, kNearnesses> found;
  std::vector<FilterValue> other_names;  // in other languages
  std::vector<FilterValue> agencies;
  for (FilterValue& one : filter_values(field, {}, database, kMaxLookedAt)) {
    const std::vector<Forms> value = words_of(source ? without_domain(one.text) : one.text);
    const Nearness near = nearness(words, value);
    if (source && near > Nearness::whole_words && is_agency_called(name, as_written(value))) {
      agencies.push_back(std::move(one));
    } else if (near != Nearness::none) {
      found[static_cast<std::size_t>(near)].push_back(std::move(one));
    } else if (source ? is_outlet_called(name, as_written(value)) : begins_with_any(value, ways)) {
      other_names.push_back(std::move(one));
    }
  }
  // A section is its subject, whatever the language; an outlet has its name.
  const auto nearest =
      std::ranges::find_if(found, [](const auto& values) { return !values.empty(); });
  const bool own_letters =
      nearest < found.begin() + static_cast<std::ptrdiff_t>(Nearness::other_script);
  // A name that is known is no other one of its sound: isna, icana.
  if (!own_letters && !agencies.empty()) return agencies;
  if (nearest == found.end()) return other_names;
  std::move(agencies.begin(), agencies.end(), std::back_inserter(*nearest));
  if (!source || !own_letters)
    std::move(other_names.begin(), other_names.end(), std::back_inserter(*nearest));
  return std::move(*nearest);
}

Note no_such_value(std::string_view field, std::string_view value,
                   const Xapian::Database& database) {
  constexpr std::size_t kShown = 3;
  const std::string wanted = filter_key(value);
  const std::u32string letters = letters_of(wanted);
  const Distance distance = [&](std::string_view key) -> std::optional<std::size_t> {
    if (wanted.empty()) return std::nullopt;
    if (key.find(wanted) != std::string_view::npos || wanted.find(key) != std::string::npos)
      return 0;
    const std::size_t count = edits(letters, letters_of(key));
    return count <= letters.size() / 3 ? std::optional(count) : std::nullopt;
  };
  std::vector<FilterValue> values = nearest(field, distance, database, kShown);
  if (values.empty()) values = filter_values(field, {}, database, kShown);
  const bool source = field == "source";
  Note note{.kind = source ? NoteKind::no_such_source : NoteKind::no_such_category,
            .asked = {std::string(value)}};
  if (values.empty()) return note;
  note.kind = source ? NoteKind::other_sources : NoteKind::other_categories;
  note.found.emplace_back();
  for (FilterValue& one : values) note.found.front().push_back(std::move(one.text));
  return note;
}

}  // namespace khabar
