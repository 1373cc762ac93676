// SPDX-License-Identifier: GPL-2.0-or-later
// A newsroom's own list of words that mean the same.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/language.h"

namespace khabar {

/// Words and terms of several words that one who asks for one wants to find as well. Of one state
/// of the list. Thread safety: thread-safe once made.
class Synonyms {
 public:
  /// Another way to say a term.
  struct Term {
    std::string text;                    ///< As the list has it; UTF-8.
    const Language* language = nullptr;  ///< The one it is surely in; nullptr: that of the query.
  };

  /// Reads a list in UTF-8, of which each line has terms that mean the same, commas (of either
  /// script) between them: "unesco, yunisku". What stands before "=>" is only asked for, what
  /// stands behind it only found: "un => united nations, world body". Blank lines and those that
  /// begin with # are passed over. `path` is for errors. Throws std::runtime_error, with the line,
  /// for one that is no such list of terms, has a term of more than kMostWords words, or is not in
  /// UTF-8; and where there is no term at all.
  Synonyms(std::string_view list, const std::string& path);
  /// The list in a file. Throws std::runtime_error, also where it cannot be read.
  static Synonyms read(const std::string& path);

  static constexpr std::size_t kMostWords = 8;

  /// What may be meant by the longest term of the list that begins with the first of `stems`, in
  /// the order of the list; `count` receives how many of them it takes, 0 where there is none.
  /// `stems`: of words as analyze() gives them in `language`.
  std::vector<const Term*> of(std::span<const std::string_view> stems, const Language& language,
                              std::size_t& count) const;

 private:
  // The language of what is asked for, then its stems.
  using Key = std::string;
  static Key key_of(std::string_view tag, std::span<const std::string_view> stems);
  void add(const std::vector<std::string_view>& asked, const std::vector<std::string_view>& found,
           const std::string& where);
  void add(std::string_view asked, std::size_t term, const std::string& where);
  std::size_t index_of(std::string_view text);

  std::vector<Term> terms_;
  std::unordered_map<std::string, std::size_t> places_;  // of texts in terms_
  std::unordered_map<Key, std::vector<std::size_t>> found_;
};

}  // namespace khabar
