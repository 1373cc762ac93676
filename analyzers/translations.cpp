// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/translations.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/characters.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxTermWords = 5;
constexpr std::size_t kMaxTranslations = 8;
constexpr double kSynonym = 0.7;   // of the weight of the usual term
constexpr double kLaterRow = 0.8;  // of that of the row before
constexpr std::array<std::string_view, 3> kColumns = {"fa", "ar", "en"};

// Infinitives that make a verb of a noun, folded: kardan, shodan, dadan, gereftan, dashtan, zadan,
// yaftan, budan, namudan.
constexpr std::array<std::string_view, 9> kLightVerbs = {
    "\u06A9\u0631\u062F\u0646",        // KEHEH REH DAL NOON
    "\u0634\u062F\u0646",              // SHEEN DAL NOON
    "\u062F\u0627\u062F\u0646",        // DAL ALEF DAL NOON
    "\u06AF\u0631\u0641\u062A\u0646",  // GAF REH FEH TEH NOON
    "\u062F\u0627\u0634\u062A\u0646",  // DAL ALEF SHEEN TEH NOON
    "\u0632\u062F\u0646",              // ZAIN DAL NOON
    "\u06CC\u0627\u0641\u062A\u0646",  // YEH ALEF FEH TEH NOON
    "\u0628\u0648\u062F\u0646",        // BEH WAW DAL NOON
    "\u0646\u0645\u0648\u062F\u0646",  // NOON MEEM WAW DAL NOON
};

struct Term {
  std::string_view text;
  std::vector<std::string> words;
  std::vector<std::string> stems;
};
using Cell = std::vector<Term>;
using Row = std::array<Cell, kColumns.size()>;

template <typename Take>
void split(std::string_view text, std::string_view separator, Take take) {
  for (;;) {
    const std::size_t end = text.find(separator);
    take(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + separator.size());
  }
}

const Language& language_of_column(std::size_t column) {
  const Language* language = find_language(kColumns[column]);
  return language != nullptr ? *language : fallback_language();
}

class Lexicon {
 public:
  Lexicon() {
    split(data::news_translations(), "\n", [&](std::string_view line) {
      if (!line.empty() && line.front() != '#') add_row(line);
    });
  }

  std::vector<Translation> find(std::span<const std::string_view> stems, std::string_view language,
                                std::size_t& count) const {
    count = 0;
    const auto column = static_cast<std::size_t>(
        std::find(kColumns.begin(), kColumns.end(), language) - kColumns.begin());
    if (column >= kColumns.size()) return {};
    for (std::size_t length = std::min(stems.size(), kMaxTermWords); length > 0; --length) {
      const auto found = rows_of_term_[column].find(key_of(stems.first(length)));
      if (found == rows_of_term_[column].end()) continue;
      count = length;
      return translations_of(found->second, column);
    }
    return {};
  }

 private:
  template <typename Stems>
  static std::string key_of(const Stems& stems) {
    std::string key;
    for (const auto& stem : stems) {
      key += stem;
      key += ' ';
    }
    return key;
  }

  void add_row(std::string_view line) {
    Row row;
    std::size_t column = 0;
    split(line, "\t", [&](std::string_view cell) {
      if (column >= kColumns.size()) return;
      split(cell, " | ", [&](std::string_view term) { row[column].push_back(read(term, column)); });
      ++column;
    });
    const auto number = static_cast<std::uint32_t>(rows_.size());
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
      for (const Term& term : row[i]) {
        if (term.stems.empty()) continue;
        std::vector<std::uint32_t>& rows = rows_of_term_[i][key_of(term.stems)];
        if (rows.empty() || rows.back() != number) rows.push_back(number);
      }
    }
    rows_.push_back(std::move(row));
  }

  Term read(std::string_view text, std::size_t column) {
    Term term{.text = text, .words = {}, .stems = {}};
    analyze(text, language_of_column(column), tokens_);
    for (const Token& token : tokens_) {
      if (token.compound) continue;
      if (is_light_verb(token.stem) && !term.stems.empty()) continue;
      term.words.emplace_back(token.word);
      term.stems.push_back(kColumns[column] == "en" ? english_stem(token.stem)
                                                    : std::string(token.stem));
    }
    return term;
  }

  std::vector<Translation> translations_of(const std::vector<std::uint32_t>& rows,
                                           std::size_t from) const {
    std::vector<Translation> list;
    double row_weight = 1.0;
    for (const std::uint32_t row : rows) {
      for (std::size_t column = 0; column < kColumns.size(); ++column) {
        if (column == from) continue;
        double weight = row_weight;
        for (const Term& term : rows_[row][column]) {
          add_term(term, column, weight, list);
          weight *= kSynonym;
        }
      }
      row_weight *= kLaterRow;
    }
    return list;
  }

  static void add_term(const Term& term, std::size_t column, double weight,
                       std::vector<Translation>& list) {
    if (term.stems.empty() || list.size() >= kMaxTranslations * (kColumns.size() - 1)) return;
    Translation translation{kColumns[column], term.text, {}, {}, weight};
    translation.words.assign(term.words.begin(), term.words.end());
    translation.stems.assign(term.stems.begin(), term.stems.end());
    const bool known = std::any_of(list.begin(), list.end(), [&](const Translation& one) {
      return one.language == translation.language && one.stems == translation.stems;
    });
    if (!known) list.push_back(std::move(translation));
  }

  std::vector<Row> rows_;
  std::array<std::unordered_map<std::string, std::vector<std::uint32_t>>, kColumns.size()>
      rows_of_term_;
  TokenList tokens_;
};

// The words of an English term as analyze() folds them, a blank between two.
std::string folded_english(std::string_view term) {
  std::string folded;
  for (const char c : term) {
    if (is_latin_capital(c)) {
      folded += static_cast<char>(c - 'A' + 'a');
    } else if (is_latin_small(c) || (c >= '0' && c <= '9')) {
      folded += c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

// Begins with a capital, and so does each word but short ones: Bank of England; not Islamic
// banking.
bool is_english_name(std::string_view term) {
  constexpr std::size_t kShort = 3;
  bool name = !term.empty() && is_latin_capital(term.front());
  split(term, " ", [&](std::string_view word) {
    if (word.size() > kShort && is_latin_small(word.front())) name = false;
  });
  return name;
}

class EnglishNames {
 public:
  EnglishNames() {
    for (const std::string_view list : {data::news_translations(), data::names_english()}) {
      split(list, "\n", [&](std::string_view line) {
        if (line.empty() || line.front() == '#') return;
        const std::size_t english = line.rfind('\t');
        if (english == std::string_view::npos) return;
        split(line.substr(english + 1), " | ", [&](std::string_view term) {
          if (!is_english_name(term)) return;
          std::string folded = folded_english(term);
          rows_[folded].push_back(line);
          if (std::all_of(term.begin(), term.end(), is_latin_capital))
            acronyms_.insert(std::move(folded));
        });
      });
    }
  }

  bool is_acronym(std::string_view folded) const { return acronyms_.contains(std::string(folded)); }

  std::vector<NameTerm> find(std::span<const std::string_view> words, std::size_t& count) const {
    for (count = std::min(words.size(), kMaxTermWords); count > 0; --count) {
      std::string name;
      for (const std::string_view word : words.first(count)) {
        name += name.empty() ? "" : " ";
        name += word;
      }
      if (const auto rows = rows_.find(name); rows != rows_.end()) return terms_of(rows->second);
    }
    return {};
  }

 private:
  static std::vector<NameTerm> terms_of(const std::vector<std::string_view>& rows) {
    std::vector<NameTerm> terms;
    for (const std::string_view row : rows) {
      std::size_t column = 0;
      split(row, "\t", [&](std::string_view cell) {
        if (column + 1 < kColumns.size()) add_terms(cell, language_of_column(column), terms);
        ++column;
      });
    }
    return terms;
  }

  static void add_terms(std::string_view cell, const Language& language,
                        std::vector<NameTerm>& terms) {
    double weight = 1.0;
    split(cell, " | ", [&](std::string_view text) {
      const bool known = std::any_of(terms.begin(), terms.end(),
                                     [&](const NameTerm& one) { return one.text == text; });
      if (!text.empty() && !known && terms.size() < kMaxTranslations) {
        terms.push_back({&language, text, weight});
      }
      weight *= kSynonym;
    });
  }

  std::unordered_map<std::string, std::vector<std::string_view>> rows_;
  std::unordered_set<std::string> acronyms_;
};

const EnglishNames& english_names() {
  static const EnglishNames names;
  return names;
}

}  // namespace

bool is_light_verb(std::string_view infinitive) {
  return std::find(kLightVerbs.begin(), kLightVerbs.end(), infinitive) != kLightVerbs.end();
}

std::vector<NameTerm> terms_of_english_name(std::span<const std::string_view> words,
                                            std::size_t& count) {
  return english_names().find(words, count);
}

bool is_english_acronym(std::string_view folded) { return english_names().is_acronym(folded); }

std::string english_stem(std::string_view folded) {
  std::string stem(folded);
  if (stem.size() > 4 && stem.ends_with("ies")) {
    stem.replace(stem.size() - 3, 3, "y");
  } else if (stem.size() > 3 && stem.ends_with("s") && !stem.ends_with("ss") &&
             !stem.ends_with("us") && !stem.ends_with("is")) {
    stem.pop_back();
  }
  return stem;
}

std::vector<Translation> translations(std::span<const std::string_view> stems,
                                      std::string_view language, std::size_t& count) {
  static const Lexicon lexicon;
  return lexicon.find(stems, language, count);
}

}  // namespace khabar
