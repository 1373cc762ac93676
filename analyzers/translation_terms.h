// SPDX-License-Identifier: GPL-2.0-or-later
// How the lexicon of translations (data/news/translations.txt) is written, and the words of its
// terms.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// The languages of the columns, which TAB parts.
constexpr std::array<std::string_view, 3> kTermColumns = {"fa", "ar", "en"};
/// Parts the terms of a cell.
constexpr std::string_view kTermSign = " | ";
/// Parts a term from its words and its stems in the list that compile_translations.cpp writes.
constexpr std::string_view kPartSign = "=";

/// Calls `take` with each part of `text` between separators; with an empty text once. Thread
/// safety: that of `take`.
template <typename Take>
void split(std::string_view text, std::string_view separator, Take take) {
  for (;;) {
    const std::size_t end = text.find(separator);
    take(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + separator.size());
  }
}

/// Words with a blank between two. Thread safety: thread-safe.
template <typename Words>
std::string joined(const Words& words) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

/// What a term is looked up by.
struct TermWords {
  std::vector<std::string> words;  ///< Folded, in order; one for most.
  std::vector<std::string> stems;  ///< Their stems; see english_stem().
};

/// The words of a term in the language "fa", "ar" or "en". Persian light verbs (kardan, shodan ...)
/// are left out of terms of several words: edde'a kardan is found by edde'a. Thread safety:
/// thread-safe.
TermWords words_of_term(std::string_view text, std::string_view language);

/// Whether a folded Persian infinitive makes a verb of the noun before it: kardan, shodan, dadan,
/// gereftan, dashtan, zadan, yaftan, budan, namudan. Thread safety: thread-safe.
bool is_light_verb(std::string_view infinitive);

/// The stem of an English word as the lexicon is looked up: plurals lose their -s ("ministries" ->
/// "ministry").
std::string english_stem(std::string_view folded);

}  // namespace khabar
