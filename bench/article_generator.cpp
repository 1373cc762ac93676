// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/article_generator.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "analyzers/utf8.h"

namespace khabar {
namespace {

// A content word comes again with probability n / (n + this), after n of them (Polya's urn). Chosen
// so that an article has as many different words as the bundled ones of its length have.
constexpr double kSaidAgain = 150.0;
// A content word is followed by its fixed neighbour so often: names, terms, idioms.
constexpr double kFixedPair = 0.3;
// Words beyond the list: rank by the inverse of the power law in news_model.cpp.
constexpr double kTailPower = 1.0 / 0.6;
constexpr double kLastRank = 1e8;
constexpr std::size_t kLongestTitle = 30;
constexpr std::size_t kLongestBody = 20000;
constexpr std::size_t kLongestSentence = 80;
constexpr double kParagraphEnd = 0.35;

std::size_t next_letter(std::string_view text, std::size_t at) {
  next_code_point(text, at);
  return at;
}

// Bytes of the front half of a word's letters.
std::size_t half_of(std::string_view word) {
  std::size_t letters = count_code_points(word) / 2;
  std::size_t at = 0;
  for (; letters > 0; --letters) at = next_letter(word, at);
  return at;
}

// A day from 2015-01-01 on, every month with 28 of them.
void set_date(Random& random, std::string& date) {
  char text[16];
  const int length =
      std::snprintf(text, sizeof text, "%04d-%02d-%02d", 2015 + static_cast<int>(random.below(10)),
                    1 + static_cast<int>(random.below(12)), 1 + static_cast<int>(random.below(28)));
  date.assign(text, static_cast<std::size_t>(length));
}

// The first of a list is the most frequent: the lower of two throws.
void set_name(Random& random, const std::vector<std::string>& names, std::string& name) {
  name.clear();
  if (names.empty()) return;
  name = names[std::min(random.below(names.size()), random.below(names.size()))];
}

void append_json_text(std::string_view text, std::string& line) {
  line += '"';
  for (const char c : text) {
    if (c == '\n') {
      line += "\\n";
    } else {
      if (c == '"' || c == '\\') line += '\\';
      line += c;
    }
  }
  line += '"';
}

}  // namespace

void ArticleGenerator::append_known_word(std::size_t word, std::string& text) {
  text += model_.words[word];
  expected_ = 0;
  if (word < model_.function_words) return;
  said_.push_back(word);
  // A neighbour that is about as frequent, always the same one.
  const std::size_t step = 1 + Random(word).below(word / 4 + 1);
  expected_ = word + step < model_.words.size() ? word + step : word - step;
}

// The front half of one word and the back half of another: a rank always gives the same word.
void ArticleGenerator::append_new_word(Random& random, std::string& text) {
  const double first_rank = static_cast<double>(model_.words.size());
  const double rank = first_rank * std::pow(1.0 - random.unit(), -kTailPower);
  Random spelling(static_cast<std::uint64_t>(std::min(rank, kLastRank)));
  const std::string_view front = model_.words[spelling.below(model_.words.size())];
  const std::string_view back = model_.words[spelling.below(model_.words.size())];
  text += front.substr(0, half_of(front));
  text += back.substr(half_of(back));
  expected_ = 0;
}

void ArticleGenerator::append_number(Random& random, std::string& text) const {
  // Small ones most of the time; years among them.
  const std::size_t value =
      random.chance(0.3) ? 1990 + random.below(40) : random.below(random.chance(0.7) ? 100 : 99999);
  for (const char digit : std::to_string(value)) {
    append_utf8(model_.zero + static_cast<char32_t>(digit - '0'), text);
  }
}

void ArticleGenerator::append_word(Random& random, std::string& text) {
  if (random.chance(model_.numbers)) return append_number(random, text);
  if (expected_ != 0 && random.chance(kFixedPair)) return append_known_word(expected_, text);
  std::size_t word = model_.choice.draw(random);
  if (word == model_.words.size()) return append_new_word(random, text);
  const double said = static_cast<double>(said_.size());
  if (word >= model_.function_words && random.chance(said / (said + kSaidAgain))) {
    word = said_[random.below(said_.size())];
  }
  append_known_word(word, text);
}

void ArticleGenerator::append_sentence(Random& random, std::size_t words, std::string& text) {
  constexpr std::string_view kComma = "\u060C";  // ARABIC COMMA
  const bool quoted = random.chance(0.1);
  if (quoted) text += "\u00AB";  // LEFT-POINTING DOUBLE ANGLE QUOTATION MARK
  for (std::size_t word = 0; word < words; ++word) {
    if (word > 0) {
      if (random.chance(model_.commas)) text += kComma;
      text += ' ';
    }
    append_word(random, text);
  }
  if (quoted) text += "\u00BB";  // RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
}

void ArticleGenerator::write_title(Random& random, std::string& title) {
  title.clear();
  append_sentence(random, model_.title_words.draw(random, kLongestTitle), title);
}

void ArticleGenerator::write_body(Random& random, std::string& body) {
  body.clear();
  std::size_t left = model_.body_words.draw(random, kLongestBody);
  while (left > 0) {
    const std::size_t words = std::min(left, model_.sentence_words.draw(random, kLongestSentence));
    append_sentence(random, words, body);
    left -= words;
    body += '.';
    if (left > 0) body += random.chance(kParagraphEnd) ? '\n' : ' ';
  }
}

void ArticleGenerator::make(std::uint64_t number, Document& article) {
  Random random(Random(seed_).bits() ^ Random(number).bits());
  said_.clear();
  expected_ = 0;
  article.id = "g" + std::to_string(number) + "-" + model_.language;
  article.language = model_.language;
  set_date(random, article.date);
  set_name(random, model_.sources, article.source);
  set_name(random, model_.categories, article.category);
  write_title(random, article.title);
  write_body(random, article.body);
}

void append_json_line(const Document& article, std::string& lines) {
  const auto field = [&](std::string_view name, std::string_view value) {
    lines += lines.empty() || lines.back() == '\n' ? "{\"" : ", \"";
    lines += name;
    lines += "\": ";
    append_json_text(value, lines);
  };
  field("id", article.id);
  field("title", article.title);
  field("body", article.body);
  field("lang", article.language);
  field("date", article.date);
  field("source", article.source);
  field("category", article.category);
  lines += "}\n";
}

}  // namespace khabar
