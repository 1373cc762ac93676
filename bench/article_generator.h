// SPDX-License-Identifier: GPL-2.0-or-later
// Articles of any number, for measurements that need more text than the repository holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "bench/news_model.h"
#include "bench/random.h"
#include "corpus/document.h"

namespace khabar {

/// Draws articles that cost an engine what news costs it: words by Zipf's law with an open
/// vocabulary, words that come back within an article, pairs that come back across articles, and
/// the lengths, punctuation, digits and half spaces of the bundled articles. They mean nothing.
/// Article n of a seed is always the same, however many are drawn. Thread safety: thread-confined.
class ArticleGenerator {
 public:
  /// `model` must outlive the generator.
  ArticleGenerator(const NewsModel& model, std::uint64_t seed) : model_(model), seed_(seed) {}

  /// Fills `article` (reusing its memory) with number `number`; its id is "g7-ar", say.
  void make(std::uint64_t number, Document& article);

 private:
  void append_word(Random& random, std::string& text);
  void append_known_word(std::size_t word, std::string& text);
  void append_new_word(Random& random, std::string& text);
  void append_number(Random& random, std::string& text) const;
  void append_sentence(Random& random, std::size_t words, std::string& text);
  void write_title(Random& random, std::string& title);
  void write_body(Random& random, std::string& body);

  const NewsModel& model_;
  std::uint64_t seed_;
  std::vector<std::size_t> said_;  // the content words of this article so far
  std::size_t expected_ = 0;       // the word that mostly follows the last one; 0: none
};

/// Appends the article as one line of JSON Lines, the line end included.
void append_json_line(const Document& article, std::string& lines);

}  // namespace khabar
