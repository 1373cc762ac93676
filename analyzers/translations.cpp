// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/translations.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "analyzers/characters.h"
#include "analyzers/lexicon.h"
#include "analyzers/translation_terms.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxTermWords = 5;
constexpr std::size_t kMaxTranslations = 8;
constexpr double kSynonym = 0.7;    // of the weight of the usual term
constexpr double kLaterRow = 0.8;   // of that of the row before
constexpr double kOtherForm = 0.7;  // of rows with another form of the word: "call" for "calls"

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  if (!text.empty()) split(text, " ", [&](std::string_view word) { words.push_back(word); });
  return words;
}

// A list of compile_translations.cpp, whose lines are sorted by their key, which TAB ends: from the
// first line on whose key is not before `key`.
std::string_view lines_from(std::string_view list, std::string_view key) {
  std::size_t begin = 0, end = list.size();
  while (begin < end) {
    const std::size_t newline = list.substr(begin, (end - begin) / 2).rfind('\n');
    const std::size_t line = newline == std::string_view::npos ? begin : begin + newline + 1;
    if (list.substr(line, list.find('\t', line) - line) < key) {
      begin = list.find('\n', line) + 1;
    } else {
      end = line;
    }
  }
  return list.substr(begin);
}

std::size_t column_of(std::string_view language) {
  return static_cast<std::size_t>(std::find(kTermColumns.begin(), kTermColumns.end(), language) -
                                  kTermColumns.begin());
}

// The longest term that begins with the first of `stems`.
struct ListedTerm {
  std::size_t words = 0;    // 0: there is none
  std::string_view places;  // of its rows
};

ListedTerm find_term(std::span<const std::string_view> stems, std::size_t column) {
  const std::array keys = {data::news_keys_fa(), data::news_keys_ar(), data::news_keys_en()};
  ListedTerm found;
  if (column >= keys.size()) return found;
  std::string key;
  for (std::size_t words = 1; words <= stems.size(); ++words) {
    if (words > 1) key += ' ';
    key += stems[words - 1];
    std::string_view lines = lines_from(keys[column], key);
    if (!lines.starts_with(key)) break;
    const std::size_t newline = lines.find('\n');
    if (lines[key.size()] == '\t') {
      found = {words, lines.substr(key.size() + 1, newline - key.size() - 1)};
      lines.remove_prefix(newline + 1);
    }
    // A longer term comes next: a blank is before all that words are made of.
    if (!lines.starts_with(key) || lines[key.size()] != ' ') break;
  }
  return found;
}

// `term` as compile_translations.cpp writes it.
void add_term(std::string_view term, std::string_view language, double weight,
              std::vector<Translation>& list) {
  std::array<std::string_view, 3> parts;  // text, words, stems
  std::size_t part = 0;
  split(term, kPartSign, [&](std::string_view text) {
    if (part < parts.size()) parts[part++] = text;
  });
  if (parts[2].empty() || list.size() >= kMaxTranslations * (kTermColumns.size() - 1)) return;
  Translation translation{language, parts[0], words_of(parts[1]), words_of(parts[2]), weight};
  const bool known = std::any_of(list.begin(), list.end(), [&](const Translation& one) {
    return one.language == translation.language && one.stems == translation.stems;
  });
  if (!known) list.push_back(std::move(translation));
}

// Of a row of the compiled list, its cells.
std::array<std::string_view, kTermColumns.size()> cells_of(std::string_view place) {
  const std::string_view rows = data::news_terms();
  std::size_t begin = 0;
  std::from_chars(place.data(), place.data() + place.size(), begin);
  std::array<std::string_view, kTermColumns.size()> cells;
  std::size_t column = 0;
  split(rows.substr(begin, rows.find('\n', begin) - begin), "\t",
        [&](std::string_view cell) { cells[column++] = cell; });
  return cells;
}

// Whether a term of the cell is written with these words, or with what goes before them (al-); of
// terms with a Persian light verb, which is not among the words, where it is a `verb`: dast is a
// hand, dast yaftan "to attain".
bool is_written(std::string_view cell, std::span<const std::string_view> words, bool verb) {
  if (words.empty()) return false;
  bool written = false;
  split(cell, kTermSign, [&](std::string_view term) {
    const std::string_view text = term.substr(0, term.find(kPartSign));
    const std::size_t blank = text.rfind(' ');
    const bool light = blank != std::string_view::npos && is_light_verb(text.substr(blank + 1));
    if (light != verb) return;
    const std::size_t begin = term.find(kPartSign) + kPartSign.size();
    const auto listed = words_of(term.substr(begin, term.rfind(kPartSign) - begin));
    written = written || std::equal(words.begin(), words.end(), listed.begin(), listed.end(),
                                    [](std::string_view word, std::string_view other) {
                                      return word.ends_with(other);
                                    });
  });
  return written;
}

// The terms of the rows that begin at `places` of the compiled list, but those of column `from`.
// Rows with the term as it is written come first. `verb`: a light verb comes behind it.
std::vector<Translation> translations_of(std::string_view places, std::size_t from,
                                         std::span<const std::string_view> words, bool verb) {
  std::vector<std::array<std::string_view, kTermColumns.size()>> rows;
  split(places, " ", [&](std::string_view place) { rows.push_back(cells_of(place)); });
  const auto others = std::stable_partition(rows.begin(), rows.end(), [&](const auto& row) {
    return is_written(row[from], words, verb);
  });
  std::vector<Translation> list;
  double row_weight = 1.0;
  for (auto row = rows.begin(); row != rows.end(); ++row) {
    if (row == others && row != rows.begin()) row_weight *= kOtherForm;
    for (std::size_t column = 0; column < kTermColumns.size(); ++column) {
      double weight = row_weight;
      if (column == from || (*row)[column].empty()) continue;
      split((*row)[column], kTermSign, [&](std::string_view term) {
        add_term(term, kTermColumns[column], weight, list);
        weight *= kSynonym;
      });
    }
    row_weight *= kLaterRow;
  }
  return list;
}

// The words of an English term as analyze() folds them, a blank between two.
std::string folded_english(std::string_view term) {
  std::string folded;
  for (const char c : term) {
    if (is_latin_letter(c) || (c >= '0' && c <= '9')) {
      folded += to_latin_small(c);
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
      for_each_line(list, [&](std::string_view line) {
        const std::size_t english = line.rfind('\t');
        if (english == std::string_view::npos) return;
        split(line.substr(english + 1), kTermSign, [&](std::string_view term) {
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
      const auto rows = rows_.find(joined(words.first(count)));
      if (rows != rows_.end()) return terms_of(rows->second);
    }
    return {};
  }

 private:
  static std::vector<NameTerm> terms_of(const std::vector<std::string_view>& rows) {
    std::vector<NameTerm> terms;
    for (const std::string_view row : rows) {
      std::size_t column = 0;
      split(row, "\t", [&](std::string_view cell) {
        if (column + 1 < kTermColumns.size())
          add_terms(cell, language_of_tag(kTermColumns[column]), terms);
        ++column;
      });
    }
    return terms;
  }

  static void add_terms(std::string_view cell, const Language& language,
                        std::vector<NameTerm>& terms) {
    double weight = 1.0;
    split(cell, kTermSign, [&](std::string_view text) {
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

std::vector<NameTerm> terms_of_english_name(std::span<const std::string_view> words,
                                            std::size_t& count) {
  return english_names().find(words, count);
}

bool is_english_acronym(std::string_view folded) { return english_names().is_acronym(folded); }

std::size_t words_of_longest_term(std::span<const std::string_view> stems,
                                  std::string_view language) {
  return find_term(stems, column_of(language)).words;
}

std::vector<Translation> translations(std::span<const std::string_view> stems,
                                      std::string_view language, std::size_t& count,
                                      std::span<const std::string_view> words) {
  const std::size_t column = column_of(language);
  const ListedTerm term = find_term(stems, column);
  count = term.words;
  if (count == 0) return {};
  return translations_of(term.places, column, words.first(std::min(count, words.size())),
                         count < stems.size() && is_light_verb(stems[count]));
}

}  // namespace khabar
