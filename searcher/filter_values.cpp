// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/filter_values.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "analyzers/utf8.h"
#include "indexer/schema.h"

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
  const auto* const known = std::find_if(kFields.begin(), kFields.end(),
                                         [&](const FilterField& one) { return one.name == field; });
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
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.documents > b.documents;
  });
  if (found.size() > most) found.resize(most);
  std::vector<FilterValue> values;
  for (const Candidate& one : found) {
    const auto document = database.postlist_begin(one.term);
    if (document == database.postlist_end(one.term)) continue;
    const std::string written = database.get_document(*document).get_value(known->slot);
    values.push_back({value_of_key(written, one.key), one.documents});
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

std::u32string letters_of(std::string_view text) {
  constexpr std::size_t kMaxLetters = 60;
  std::u32string letters;
  for (std::size_t at = 0; at < text.size() && letters.size() < kMaxLetters;)
    letters += next_code_point(text, at);
  return letters;
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

std::string no_such_value(std::string_view field, std::string_view value,
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
  std::string text =
      "no document has the " + std::string(field) + " \"" + std::string(value) + "\"";
  for (const FilterValue& one : values)
    text += (&one == &values.front() ? " (there is: " : ", ") + one.text;
  return values.empty() ? text : text + ")";
}

}  // namespace khabar
