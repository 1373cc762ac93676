// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pasted_ids.h"

#include <algorithm>

#include "analyzers/characters.h"
#include "indexer/addresses.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

std::string_view without_outer_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

// Whether a query is the id of an article, copied from a list of results, or its address. A number
// may be a year.
bool is_id(std::string_view query, const Vocabulary& vocabulary) {
  if (is_address(query)) return vocabulary.frequency(address_term(query)) > 0;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto in_id = [&](char c) {
    return is_digit(c) || is_latin_letter(c) || c == '-' || c == '_' || c == '.';
  };
  return std::ranges::all_of(query, in_id) && std::ranges::any_of(query, is_digit) &&
         std::ranges::any_of(query, is_latin_letter) && vocabulary.frequency(id_term(query)) > 0;
}

}  // namespace

std::string with_pasted_id(std::string_view query, const Vocabulary& vocabulary) {
  const std::string_view pasted = without_outer_blanks(query);
  if (!is_id(pasted, vocabulary)) return std::string(query);
  return "id:\"" + std::string(pasted) + '"';
}

}  // namespace khabar
