// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/language.h"

#include <algorithm>
#include <list>
#include <stdexcept>

#include "analyzers/characters.h"
#include "analyzers/utf8.h"

namespace khabar {

extern const Language undetermined_language;              // analyzers/languages/undetermined.cpp
std::span<const Language* const> registered_languages();  // made by analyzers/CMakeLists.txt

namespace {

// Raised when segmentation or common folding change, which every language shares.
constexpr int kSharedVersion = 6;

struct Languages {
  std::vector<const Language*> all{registered_languages().begin(), registered_languages().end()};
  std::list<Language> changed;  // what leave_out() made
  std::string left_out;         // for the fingerprint
};

Languages& languages() {
  static Languages all;
  return all;
}

void keep_letters(std::u32string_view letters, std::string& folded) {
  for (const char32_t c : letters) append_utf8(c, folded);
}

void leave_out_of(const std::string& stage, Language& language) {
  if (stage == "letters") {
    language.fold = keep_letters;
    language.folds_common_letters = false;
    language.stem_as_typed = nullptr;
  } else if (stage == "joining") {
    language.join = nullptr;
  } else if (stage == "compounds") {
    language.compound = nullptr;
  } else if (stage == "stems") {
    language.stem = nullptr;
    language.stem_as_typed = nullptr;
    language.explain_stem = nullptr;
  } else {
    throw std::invalid_argument("cannot leave out \"" + stage +
                                "\" (stages are letters, joining, compounds, stems)");
  }
}

}  // namespace

std::span<const Language* const> all_languages() { return languages().all; }

bool is_news_word(std::string_view folded, std::uint32_t least) {
  const auto languages = all_languages();
  return std::any_of(languages.begin(), languages.end(), [&](const Language* language) {
    return language->count != nullptr && language->count(folded) >= least;
  });
}

void leave_out(const std::string& stage) {
  for (const Language*& language : languages().all) {
    // The fallback stays: it is known by its address.
    Language& changed = languages().changed.emplace_back(*language);
    leave_out_of(stage, changed);
    if (language != &undetermined_language) language = &changed;
  }
  languages().left_out += " without " + stage;
}

std::vector<std::string> language_choices() {
  std::vector<std::string> choices{"auto"};
  for (const Language* language : all_languages()) {
    if (language != &fallback_language()) choices.emplace_back(language->tag);
  }
  return choices;
}

const Language* find_language(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find_first_of("-_")));
  std::ranges::transform(primary, primary.begin(), to_latin_small);
  const auto languages = all_languages();
  const auto found = std::find_if(languages.begin(), languages.end(),
                                  [&](const Language* l) { return l->tag == primary; });
  return found == languages.end() ? nullptr : *found;
}

const Language& fallback_language() { return undetermined_language; }

const Language& language_of_tag(std::string_view tag) {
  const Language* const found = find_language(tag);
  return found != nullptr ? *found : fallback_language();
}

std::string analyzer_fingerprint() {
  std::string fingerprint = "khabar/" + std::to_string(kSharedVersion);
  for (const Language* language : all_languages()) {
    fingerprint += ' ';
    fingerprint += language->tag;
    fingerprint += '/';
    fingerprint += std::to_string(language->version);
  }
  return fingerprint + languages().left_out;
}

}  // namespace khabar
