// SPDX-License-Identifier: GPL-2.0-or-later
// News of made-up words, as many as a test needs, and what an index should hold of them.
#pragma once

#include <map>
#include <random>
#include <sstream>
#include <string>

#include "tests/cli/run_khabar.h"

namespace khabar::test {

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
    return json_line("n" + std::to_string(number), "\u062E\u0628\u0631 " + words_[random_() % 100],
                     body, {{"lang", "ar"}, {"source", version}});
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
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) {
    const auto document = nlohmann::json::parse(line);
    held[document.at("id")] = document.at("source");
  }
  return held;
}

}  // namespace khabar::test
