// SPDX-License-Identifier: GPL-2.0-or-later
// A word that a query leaves out and wants in another form.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/language.h"
#include "searcher/query_tree.h"

namespace khabar {

/// What an excluded word is beside the wanted ones.
enum class ExcludedForm : std::uint8_t {
  same,      ///< Wanted itself.
  spelling,  ///< Folding makes them one: imam and amam (in front of), astan and ostan (province).
  form       ///< They have their stem in common: kitab -al-kitab, ketab -ketab-ha.
};

/// The wanted words of a group, those in groups within it included. Thread safety:
/// thread-compatible.
class WantedWords {
 public:
  /// Words are read by the rules of `language`, which must outlive this.
  WantedWords(const QueryNode& group, const Language& language);
  /// What `excluded` is where it is one word; nullopt where it is another word than these.
  std::optional<ExcludedForm> excluded_form(const QueryNode& excluded) const;

 private:
  struct Word {
    std::string folded, stem;
    std::u32string letters;
  };
  std::vector<Word> words_of(const QueryNode& node) const;
  void add(const QueryNode& node);

  const Language& language_;
  std::map<std::string, std::vector<Word>> words_;  // by stem
};

}  // namespace khabar
