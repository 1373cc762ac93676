// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/news_model.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <set>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/language.h"
#include "analyzers/utf8.h"

// Embedded by analyzers/CMakeLists.txt.
namespace khabar::data {
std::string_view ar_words();
std::string_view fa_words();
}  // namespace khabar::data

namespace khabar {
namespace {

// Words in more than this share of the articles are function words.
constexpr double kFunctionShare = 0.2;
// Zipf's law bends where frequent words end; beyond the list ranks go on with this exponent.
// 1.6 gives words outside the list 4 % of an Arabic text, as in the samples that it was made from.
constexpr double kTailExponent = 1.6;

// At most so many full articles for each that holds the most frequent word.
constexpr double kArticlesByTop = 1.15;

struct CountedWord {
  std::string_view word;
  double articles = 0;
};

// "word<TAB>articles" lines, the most frequent first.
std::vector<CountedWord> counted_words(std::string_view list) {
  std::vector<CountedWord> words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    const std::string_view line = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    std::uint32_t articles = 0;
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), articles);
    words.push_back({line.substr(0, tab), static_cast<double>(articles)});
  }
  return words;
}

std::string_view word_list(std::string_view language) {
  if (language == "ar") return data::ar_words();
  if (language == "fa") return data::fa_words();
  throw std::invalid_argument("no word counts for \"" + std::string(language) +
                              "\" (there are ar and fa)");
}

// Of how many articles a list was made: the largest number before "articles" in its comment.
double articles_of(std::string_view list) {
  constexpr std::string_view kArticles = " articles";
  const std::string_view comment = list.substr(0, list.find('\n', list.rfind("\n#") + 1));
  double most = 0;
  for (std::size_t at = 0; (at = comment.find(kArticles, at)) != std::string_view::npos; ++at) {
    double number = 0;
    double unit = 1;
    for (std::size_t digit = at; digit > 0; --digit) {
      const char c = comment[digit - 1];
      if (c == ',') continue;
      if (c < '0' || c > '9') break;
      number += unit * (c - '0');
      unit *= 10;
    }
    most = std::max(most, number);
  }
  return most;
}

LogNormal fit(const std::vector<double>& lengths) {
  double sum = 0;
  double squares = 0;
  for (const double length : lengths) {
    sum += std::log(length);
    squares += std::log(length) * std::log(length);
  }
  const double count = static_cast<double>(std::max<std::size_t>(lengths.size(), 1));
  const double mean = sum / count;
  return {mean, std::sqrt(std::max(0.0, squares / count - mean * mean))};
}

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x061F /* ARABIC QUESTION MARK */ ||
         c == U'\n';
}

// What is counted while the articles are read.
struct Measurement {
  std::unordered_map<std::string, std::unordered_map<std::string, int>> spellings;  // by word
  std::vector<double> title_words, body_words, sentence_words;
  double words = 0, numbers = 0, commas = 0;
  std::unordered_map<char32_t, int> digit_families;  // by their 0
  std::set<std::string> sources, categories;
};

// Digits that newspapers of the two languages write.
void count_digit(char32_t c, Measurement& measured) {
  for (const char32_t zero : {U'0', U'\u0660' /* ARABIC-INDIC */, U'\u06F0' /* EXTENDED */}) {
    if (c >= zero && c <= zero + 9) ++measured.digit_families[zero];
  }
}

void measure_marks(std::string_view text, Measurement& measured) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    measured.commas += c == 0x060C ? 1.0 : 0.0;  // ARABIC COMMA
    count_digit(c, measured);
  }
}

bool holds_sentence_end(std::string_view between) {
  for (std::size_t at = 0; at < between.size();) {
    if (ends_sentence(next_code_point(between, at))) return true;
  }
  return false;
}

double measure_words(std::string_view text, const Language& language, TokenList& tokens,
                     Measurement& measured) {
  analyze(text, language, tokens);
  double words = 0;
  double in_sentence = 0;
  std::size_t end = 0;
  for (const Token& token : tokens) {
    if (token.compound) continue;
    if (token.begin > end && in_sentence > 0 &&
        holds_sentence_end(text.substr(end, token.begin - end))) {
      measured.sentence_words.push_back(in_sentence);
      in_sentence = 0;
    }
    end = token.end;
    ++words;
    ++in_sentence;
    if (token.kind == TokenKind::number) ++measured.numbers;
    if (token.kind != TokenKind::word) continue;
    const std::string_view written = text.substr(token.begin, token.end - token.begin);
    ++measured.spellings[std::string(token.word)][std::string(written)];
  }
  if (in_sentence > 0) measured.sentence_words.push_back(in_sentence);
  measured.words += words;
  return words;
}

Measurement measure(const Language& language, const std::vector<Document>& articles) {
  Measurement measured;
  TokenList tokens;
  for (const Document& article : articles) {
    if (article.language != language.tag) continue;
    const std::size_t sentences = measured.sentence_words.size();
    const double title = measure_words(article.title, language, tokens, measured);
    measured.sentence_words.resize(sentences);  // a title is no sentence
    measured.title_words.push_back(std::max(1.0, title));
    const double body = measure_words(article.body, language, tokens, measured);
    measured.body_words.push_back(std::max(1.0, body));
    measure_marks(article.body, measured);
    if (!article.source.empty()) measured.sources.insert(article.source);
    if (!article.category.empty()) measured.categories.insert(article.category);
  }
  if (measured.body_words.empty()) {
    throw std::invalid_argument("no articles in " + std::string(language.name) + " to learn from");
  }
  return measured;
}

// Arabic as newspapers write it, from its folded spelling: wrong for a HEH that is a pronoun, and
// for hamzas; folding does not see either.
std::string arabic_spelling(std::string_view folded) {
  std::u32string letters = to_code_points(folded);
  for (char32_t& letter : letters) {
    if (letter == 0x06CC) letter = 0x064A;  // FARSI YEH -> YEH
    if (letter == 0x06A9) letter = 0x0643;  // KEHEH -> KAF
  }
  if (letters.size() >= 5 && letters.back() == 0x0647) letters.back() = 0x0629;  // TEH MARBUTA
  return to_utf8(letters);
}

// The plural ending -ha stands behind a half space.
std::string persian_spelling(std::string_view folded) {
  constexpr std::string_view kHalfSpace = "\u200C";  // ZERO WIDTH NON-JOINER
  std::string written(folded);
  for (const std::string_view ending : {"\u0647\u0627", "\u0647\u0627\u06CC"}) {  // -ha, -haye
    if (written.ends_with(ending) && written.size() >= ending.size() + 6) {
      written.insert(written.size() - ending.size(), kHalfSpace);
      break;
    }
  }
  return written;
}

std::string most_frequent(const std::unordered_map<std::string, int>& spellings) {
  const auto best =
      std::max_element(spellings.begin(), spellings.end(), [](const auto& a, const auto& b) {
        return std::pair(a.second, std::string_view(b.first)) <
               std::pair(b.second, std::string_view(a.first));
      });
  return best->first;
}

void set_words(std::string_view list, const Measurement& measured,
               const std::function<std::string(std::string_view)>& spell, NewsModel& model) {
  const std::vector<CountedWord> counted = counted_words(list);
  // Of the Persian ones many are posts of one line, which an article is not.
  const double articles = std::min(articles_of(list), kArticlesByTop * counted.front().articles);
  std::vector<double> rates;
  for (const auto& [word, holding] : counted) {
    const auto known = measured.spellings.find(std::string(word));
    model.words.push_back(known != measured.spellings.end() ? most_frequent(known->second)
                                                            : spell(word));
    rates.push_back(rate_of_share(holding / articles));
    if (holding / articles > kFunctionShare) ++model.function_words;
  }
  // The power law beyond the list, as an integral from its last rank to infinity.
  const double last_rank = static_cast<double>(counted.size());
  rates.push_back(rates.back() * last_rank / (kTailExponent - 1.0));
  model.choice = WeightedChoice(rates);
}

}  // namespace

std::vector<std::string_view> listed_words(std::string_view language) {
  std::vector<std::string_view> words;
  for (const CountedWord& counted : counted_words(word_list(language))) {
    words.push_back(counted.word);
  }
  return words;
}

double rate_of_share(double share) {
  constexpr double kShape = 2.0;
  return kShape * (std::pow(1.0 - share, -1.0 / kShape) - 1.0);
}

std::size_t LogNormal::draw(Random& random, std::size_t longest) const {
  const double length = std::exp(mean + deviation * random.normal());
  return std::clamp(static_cast<std::size_t>(std::lround(std::min(length, 1e9))), std::size_t{1},
                    longest);
}

WeightedChoice::WeightedChoice(const std::vector<double>& weights) : slots_(weights.size()) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  std::vector<double> scaled;  // 1 on average
  std::vector<std::size_t> small;
  std::vector<std::size_t> large;
  for (std::size_t at = 0; at < weights.size(); ++at) {
    scaled.push_back(weights[at] / sum * static_cast<double>(weights.size()));
    (scaled[at] < 1.0 ? small : large).push_back(at);
  }
  const auto fill = [&](std::size_t at, double part, std::size_t other) {
    const double threshold = std::min(part * 0x1.0p32, 0x1.0p32 - 1.0);
    slots_[at] = {static_cast<std::uint32_t>(threshold), static_cast<std::uint32_t>(other)};
  };
  while (!small.empty() && !large.empty()) {
    const std::size_t at = small.back();
    const std::size_t other = large.back();
    small.pop_back();
    fill(at, scaled[at], other);
    scaled[other] -= 1.0 - scaled[at];
    if (scaled[other] >= 1.0) continue;
    large.pop_back();
    small.push_back(other);
  }
  for (const std::size_t at : small) fill(at, 1.0, at);
  for (const std::size_t at : large) fill(at, 1.0, at);
}

NewsModel news_model(const std::string& language, const std::vector<Document>& articles) {
  const std::string_view list = word_list(language);
  const Measurement measured = measure(*find_language(language), articles);
  NewsModel model;
  model.language = language;
  model.title_words = fit(measured.title_words);
  model.body_words = fit(measured.body_words);
  model.sentence_words = fit(measured.sentence_words);
  model.commas = measured.commas / measured.words;
  model.numbers = measured.numbers / measured.words;
  model.sources.assign(measured.sources.begin(), measured.sources.end());
  model.categories.assign(measured.categories.begin(), measured.categories.end());
  int most = 0;
  for (const char32_t zero : {U'0', U'\u0660', U'\u06F0'}) {
    const auto family = measured.digit_families.find(zero);
    if (family == measured.digit_families.end() || family->second <= most) continue;
    model.zero = zero;
    most = family->second;
  }
  set_words(list, measured, language == "ar" ? arabic_spelling : persian_spelling, model);
  return model;
}

}  // namespace khabar
