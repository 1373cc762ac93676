// SPDX-License-Identifier: GPL-2.0-or-later
// News of made-up words, as many as a test needs, and what an index should hold of them.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <string>

#include "indexer/schema.h"
#include "tests/cli/run_khabar.h"

namespace khabar::test {

/// The word that the title of every article begins with: "news".
inline constexpr const char* kWord = "\u062E\u0628\u0631";

/// Articles with ids "n0", "n1", ...; the same seed gives the same words.
class GeneratedNews {
 public:
  explicit GeneratedNews(unsigned seed) : random_(seed) {
    for (int i = 0; i < 3000; ++i) words_.push_back(word());
  }

  /// An article about `words` words long; `version` stands in its source field.
  std::string line(int number, const std::string& version, int words = 60) {
    std::string body;
    for (int i = 0; i < words; ++i) body += words_[random_() % words_.size()] + " ";
    return json_line("n" + std::to_string(number),
                     std::string(kWord) + " " + words_[random_() % 100], body,
                     {{"lang", "ar"}, {"source", version}});
  }

  /// line() of `count` articles from `first` on.
  std::string lines(int first, int count, const std::string& version, int words = 60) {
    std::string all;
    for (int i = first; i < first + count; ++i) all += line(i, version, words);
    return all;
  }

 private:
  std::string word() {
    // The letters BEH to SEEN, two bytes each.
    std::string letters;
    for (auto i = 3 + random_() % 5; i > 0; --i) {
      letters += {'\xD8', static_cast<char>(0xA8 + random_() % 11)};
    }
    return letters;
  }

  std::mt19937 random_;
  std::vector<std::string> words_;
};

/// Id -> version (see GeneratedNews).
using Versions = std::map<std::string, std::string>;

/// What an index holds, by khabar export.
inline Versions exported(const std::string& index) {
  const Outcome outcome = run_khabar({"export", "--index", index});
  if (outcome.exit_code != 0) throw std::runtime_error("cannot export: " + outcome.err);
  Versions held;
  for (const auto& document : json_lines(outcome.out))
    held[document.at("id")] = document.at("source");
  return held;
}

/// Its files' largest, in bytes.
inline std::uintmax_t largest_table(const std::string& index) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(published_folder(index)))
    bytes = std::max(bytes, entry.file_size());
  return bytes;
}

/// What an environment variable says.
inline unsigned number_from(const char* variable, unsigned otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? otherwise : static_cast<unsigned>(std::atoi(text));
}

}  // namespace khabar::test
