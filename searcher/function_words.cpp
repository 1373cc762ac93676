// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/function_words.h"

#include <algorithm>
#include <array>

#include "analyzers/stopwords.h"
#include "analyzers/utf8.h"
#include "searcher/other_spellings.h"

namespace khabar {
namespace {

// That stand in names and headlines. Written for khabar.
constexpr std::array<std::string_view, 20> kEnglish = {
    "a",  "an", "the",  "of",   "in", "on",  "at",  "for", "to",   "and",
    "by", "or", "with", "from", "is", "are", "was", "as",  "that", "its"};

// Folded: MEEM TEH FARSI YEH, KEHEH MEEM; of the spoken language SHEEN WAW, WAW SHEEN.
constexpr std::array<std::string_view, 4> kArabicQuestions = {"\u0645\u062A\u06CC", "\u06A9\u0645",
                                                              "\u0634\u0648", "\u0648\u0634"};

// Which folding makes one with names and nouns: AIN LAM ALEF-MAKSURA "on" (Ali) and
// ALEF-WITH-HAMZA-ABOVE MEEM ALEF MEEM "before" (imam), alone, behind WAW and behind FEH;
// ALEF-WITH-HAMZA-BELOW LAM YEH HEH "to him", with a bare ALEF, too (mechanism), FEH YEH HEH "in
// it" (category).
constexpr std::array<std::string_view, 9> kArabicAsWritten = {
    "\u0639\u0644\u0649",       "\u0648\u0639\u0644\u0649",       "\u0641\u0639\u0644\u0649",
    "\u0623\u0645\u0627\u0645", "\u0648\u0623\u0645\u0627\u0645", "\u0641\u0623\u0645\u0627\u0645",
    "\u0625\u0644\u064A\u0647", "\u0627\u0644\u064A\u0647",       "\u0641\u064A\u0647"};

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_written_function_word(std::string_view folded, const Language& language) {
  return is_stop_word(folded, language) || is_name_particle(folded) || is_among(folded, kEnglish);
}

}  // namespace

bool is_function_word(std::string_view folded, const Language& language) {
  return is_written_function_word(folded, language) ||
         (language.written_form != nullptr &&
          is_stop_word(language.written_form(folded), language));
}

bool opens_question(std::string_view folded, const Language& language) {
  return language.tag == "ar" && is_among(folded, kArabicQuestions);
}

bool is_function_word(std::string_view folded, std::span<const Language* const> languages) {
  return std::ranges::all_of(languages,
                             [&](const Language* one) { return is_function_word(folded, *one); });
}

bool is_function_word(const Token& token, std::string_view text, const Language& language) {
  return is_function_word(token.word, language) ||
         (language.tag == "ar" && is_among(written_in(text, token), kArabicAsWritten));
}

bool is_function_word(const Token& token, std::string_view text,
                      std::span<const Language* const> languages) {
  return std::ranges::all_of(
      languages, [&](const Language* one) { return is_function_word(token, text, *one); });
}

bool is_small_word(std::string_view folded) {
  return std::ranges::any_of(
      all_languages(), [&](const Language* one) { return is_written_function_word(folded, *one); });
}

bool has_question_mark(std::string_view query) {
  constexpr std::u32string_view kMarks = U"?\u061F\uFF1F";  // also ARABIC and FULLWIDTH
  for (std::size_t at = 0; at < query.size();) {
    if (kMarks.find(next_code_point(query, at)) != std::u32string_view::npos) return true;
  }
  return false;
}

}  // namespace khabar
