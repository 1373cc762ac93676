// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/snippet.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/sentences.h"
#include "analyzers/utf8.h"
#include "searcher/closing_lines.h"
#include "searcher/text_words.h"

namespace khabar {
namespace {

constexpr std::size_t kWindowWords = 40;
constexpr std::size_t kMaxSnippetBytes = 800;
// Of the words of a passage, so many may stand before the first match to begin with its sentence,
// where the last one has room behind them; else a few do.
constexpr double kSentenceReach = 0.6;
constexpr double kWordsBefore = 0.125;
// A passage may be longer by so much to end with a sentence.
constexpr double kSentenceSlack = 0.2;
// A compound has at most so many pieces, and stands before the first of them.
constexpr std::size_t kCompoundReach = 8;
// A second occurrence of a word is worth little beside a first one of another, and a fourth
// nothing.
constexpr double kRepeatShare = 0.1;
constexpr int kMaxRepeats = 2;
// What two words gain, of their worth, where they stand side by side as in the query; half of it
// with a word between them, and so on.
constexpr double kNeighbourGain = 0.25;
constexpr std::uint32_t kNeighbourReach = 4;
// A passage that can begin with a sentence is worth more than an equal one.
constexpr double kSentenceGain = 1.05;
// Where nothing matches, the first sentences have so many words at least, of those of a passage.
constexpr double kWordsOfOpening = 0.25;
// What repeats the title, and how much of it must be there in a row.
constexpr double kCopyShare = 0.1;
constexpr double kPartOfTitle = 0.8;
constexpr std::size_t kMinTitleWords = 3;
// Behind a copy of the title that the text begins with, so much must follow to be shown instead.
constexpr std::size_t kMinRest = 4;
// Marks and pictures of so many bytes are shown with the word beside them.
constexpr std::size_t kMarkBytes = 32;
// Two passages must cover so much more of the query than one.
constexpr double kWorthTwo = 1.2;

constexpr std::string_view kEllipsis = "\u2026";  // HORIZONTAL ELLIPSIS

bool is_blank(char c) { return static_cast<unsigned char>(c) <= 0x20; }

std::size_t part_of(std::size_t words, double share) {
  return static_cast<std::size_t>(static_cast<double>(words) * share);
}

void append_clean(std::string_view text, std::string& out) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
}

// By the bytes between two words. Wrong for: a full stop of an abbreviation.
bool ends_sentence(std::string_view between) {
  constexpr std::string_view kStop = "\u06D4", kQuestion = "\u061F";
  return between.find_first_of(".!?\n") != std::string_view::npos ||
         between.find(kQuestion) != std::string_view::npos ||
         between.find(kStop) != std::string_view::npos;
}

bool ends_clause(std::string_view between) {
  constexpr std::string_view kComma = "\u060C", kSemicolon = "\u061B", kQuote = "\u00AB";
  return between.find_first_of(",;:(\"") != std::string_view::npos ||
         between.find(kComma) != std::string_view::npos ||
         between.find(kSemicolon) != std::string_view::npos ||
         between.find(kQuote) != std::string_view::npos;
}

// A compound stands at the bytes of its pieces: what overlaps is one highlight. `range` begins no
// sooner than the last.
void add_highlight(const ByteRange& range, std::vector<ByteRange>& highlights) {
  if (!highlights.empty() && range.begin < highlights.back().end) {
    highlights.back().end = std::max(highlights.back().end, range.end);
  } else {
    highlights.push_back(range);
  }
}

}  // namespace

std::vector<ByteRange> Highlighter::title(std::string_view title, const Language& language) {
  seen_.assign(rarities_.size(), false);
  analyze(title, language, tokens_);
  std::vector<ByteRange> ranges;
  for (const Match& match : matches(true)) {
    add_highlight({tokens_[match.token].begin, tokens_[match.token].end}, ranges);
  }
  return ranges;
}

void Highlighter::lower_title_copies(std::string_view title, const Language& language,
                                     std::vector<Match>& matches) {
  first_token_ = 0;
  analyze(title, language, title_tokens_);
  const auto words = words_of(title_tokens_).words;
  const auto least =
      static_cast<std::size_t>(std::ceil(kPartOfTitle * static_cast<double>(words.size())));
  if (words.size() < kMinTitleWords) return;
  auto match = matches.begin();
  for (std::size_t begin = 0; begin < tokens_.size(); ++begin) {
    if (tokens_[begin].word != words.front()) continue;
    std::size_t same = 0, behind = begin;
    for (; behind < tokens_.size() && same < words.size(); ++behind) {
      if (tokens_[behind].compound) continue;
      if (tokens_[behind].word != words[same]) break;
      ++same;
    }
    if (same < least) continue;
    if (begin == 0 && tokens_.size() - behind >= kMinRest) first_token_ = before_compound(behind);
    while (match != matches.end() && match->token < begin) ++match;
    for (; match != matches.end() && match->token < behind; ++match) match->worth *= kCopyShare;
    begin = behind - 1;
  }
  std::erase_if(matches, [&](const Match& one) { return one.token < first_token_; });
}

double Highlighter::neighbour_gain(const std::vector<Match>& matches, std::size_t first,
                                   std::size_t match) const {
  const Match& behind = matches[match];
  const std::uint32_t position = tokens_[behind.token].position;
  for (std::size_t at = match; at-- > first;) {
    const std::uint32_t distance = position - tokens_[matches[at].token].position;
    if (distance > kNeighbourReach) break;
    if (distance > 0 && matches[at].word + 1 == behind.word)
      return kNeighbourGain * (matches[at].worth + behind.worth) / distance;
  }
  return 0;
}

Highlighter::Window Highlighter::best_window(const std::vector<Match>& matches, std::size_t words,
                                             const std::vector<bool>& covered) const {
  struct Seen {
    double worth = 0;
    double neighbours = 0;
    int repeats = 0;
  };
  Window best;
  best.score = -1;
  std::vector<Seen> seen(rarities_.size());
  for (std::size_t i = 0; i < matches.size(); ++i) {
    Window window{i, i, 0};
    std::fill(seen.begin(), seen.end(), Seen());
    const std::size_t end = matches[i].token + words - part_of(words, kWordsBefore);
    for (std::size_t j = i; j < matches.size() && matches[j].token < end; ++j) {
      const Match& match = matches[j];
      Seen& word = seen[match.word];
      if (!covered[match.word] && match.worth > word.worth) {
        window.score += match.worth - std::exchange(word.worth, match.worth);
      } else if (word.repeats < kMaxRepeats) {
        window.score += kRepeatShare * match.worth;
        ++word.repeats;
      }
      const bool both = match.word > 0 && covered[match.word] && covered[match.word - 1];
      const double gain = both ? 0 : neighbour_gain(matches, i, j);
      if (gain > word.neighbours) window.score += gain - std::exchange(word.neighbours, gain);
      window.last_match = j;
    }
    if (matches[i].token - sentence_of_[matches[i].token] <= sentence_reach(matches, window, words))
      window.score *= kSentenceGain;
    if (window.score > best.score) best = window;
  }
  return best;
}

std::size_t Highlighter::sentence_reach(const std::vector<Match>& matches, const Window& window,
                                        std::size_t words) const {
  const std::size_t span = matches[window.last_match].token - matches[window.match].token + 1;
  return std::min(part_of(words, kSentenceReach), words - std::min(words, span));
}

std::vector<bool> Highlighter::words_in(const std::vector<Match>& matches,
                                        const Window& window) const {
  std::vector<bool> words(rarities_.size(), false);
  for (std::size_t i = window.match; i <= window.last_match; ++i) words[matches[i].word] = true;
  return words;
}

std::vector<Highlighter::Passage> Highlighter::best_passages(const std::vector<Match>& matches,
                                                             std::string_view body) const {
  const std::vector<bool> none(rarities_.size(), false);
  const Window one = best_window(matches, kWindowWords, none);
  const std::size_t half = kWindowWords / 2;
  Window first = best_window(matches, half, none);
  Window second = best_window(matches, half, words_in(matches, first));
  if (first.score + second.score <= kWorthTwo * one.score)
    return {passage(matches, one, kWindowWords, body)};
  if (second.match < first.match) std::swap(first, second);
  const Passage before = passage(matches, first, half, body);
  const Passage behind = passage(matches, second, half, body);
  if (behind.begin <= before.end) return {{before.begin, std::max(before.end, behind.end)}};
  return {before, behind};
}

std::vector<std::size_t> Highlighter::sentence_borders(std::size_t first, std::size_t behind,
                                                       std::string_view body) const {
  const std::size_t from = first == 0 ? 0 : tokens_[first].begin;
  const std::size_t to = behind == tokens_.size() ? body.size() : end_of(first, behind);
  std::vector<std::size_t> borders = sentence_starts(body.substr(from, to - from));
  for (std::size_t& border : borders) border += from;
  if (first > 0) borders.erase(borders.begin());  // where the look began, no sentence need
  if (behind == tokens_.size()) borders.push_back(body.size());
  return borders;
}

Highlighter::Passage Highlighter::passage(const std::vector<Match>& matches, const Window& window,
                                          std::size_t words, std::string_view body) const {
  const std::size_t slack = part_of(words, kSentenceSlack);
  const std::size_t match = before_compound(matches[window.match].token);
  const std::size_t nearest = before_compound(
      match - std::min(match - first_token_, sentence_reach(matches, window, words)));
  const auto borders =
      sentence_borders(nearest, std::min(tokens_.size(), match + words + slack), body);

  std::size_t first =
      before_compound(match - std::min(match - first_token_, part_of(words, kWordsBefore)));
  if (const std::size_t part = clause_near(nearest, match); part > 0) first = part;
  Passage bytes{tokens_[first].begin, 0};
  const auto behind_begin = std::upper_bound(borders.begin(), borders.end(), tokens_[match].begin);
  if (behind_begin != borders.begin()) {
    bytes.begin = *std::prev(behind_begin);
    first = nearest;
    while (first < match && tokens_[first].begin < bytes.begin) ++first;
    while (bytes.begin > 0 && is_blank(body[bytes.begin])) ++bytes.begin;
  }
  if (tokens_.size() - first < part_of(words, kWordsOfOpening)) {
    first = before_compound(tokens_.size() - std::min(tokens_.size() - first_token_, words));
    bytes.begin = first_sentence(first, match, body);
    while (first < match && tokens_[first].begin < bytes.begin) ++first;
  }

  const std::size_t most = std::min(tokens_.size(), first + words + slack);
  bytes.end = end_of(first, std::min(most, first + words));
  const std::size_t limit = most == tokens_.size() ? body.size() : tokens_[most].begin;
  const auto behind_end = std::upper_bound(borders.begin(), borders.end(), limit);
  const std::size_t last_match = matches[window.last_match].token;
  if (behind_end != borders.begin() && *std::prev(behind_end) >= end_of(first, last_match + 1))
    bytes.end = *std::prev(behind_end);
  return bytes;
}

std::size_t Highlighter::first_sentence(std::size_t first, std::size_t match,
                                        std::string_view body) const {
  const std::size_t from = tokens_[first].begin;
  if (first == first_token_) return from;
  const auto borders = sentence_borders(first, tokens_.size(), body);
  return borders.empty() || borders.front() > tokens_[match].begin ? from : borders.front();
}

std::size_t Highlighter::end_of(std::size_t first, std::size_t behind) const {
  std::size_t end = 0;
  for (std::size_t i = first; i < behind; ++i) end = std::max<std::size_t>(end, tokens_[i].end);
  return end;
}

std::size_t Highlighter::before_compound(std::size_t token) const {
  for (std::size_t back = 1; back <= std::min(kCompoundReach, token); ++back) {
    if (tokens_[token - back].end > tokens_[token].begin)
      return std::max(token - back, first_token_);
  }
  return token;
}

void Highlighter::append(Passage passage, std::size_t shown, std::string_view body,
                         const std::vector<Match>& matches, Snippet& snippet) const {
  const auto left_out = [&](const Token& token) {
    return token.begin >= shown && token.begin < passage.begin;
  };
  const bool first = snippet.text.empty();
  if ((first && text_before_) || std::ranges::any_of(tokens_, left_out)) {
    if (!first) snippet.text += ' ';
    snippet.text += kEllipsis;
  } else if (!first) {
    snippet.text += ' ';
  }
  const std::size_t begin = snippet.text.size();
  append_clean(body.substr(passage.begin, passage.end - passage.begin), snippet.text);
  while (snippet.text.size() > begin && snippet.text.back() == ' ') snippet.text.pop_back();
  for (const Match& match : matches) {
    const Token& token = tokens_[match.token];
    if (token.begin < passage.begin || token.end > passage.end) continue;
    add_highlight({token.begin - passage.begin + begin, token.end - passage.begin + begin},
                  snippet.highlights);
  }
}

// Where a part of a sentence begins that `match` stands in, ten words before it at most; 0:
// nowhere.
std::size_t Highlighter::clause_near(std::size_t first, std::size_t match) const {
  constexpr std::size_t kReach = 10;
  for (std::size_t at = std::max(first, match - std::min(match, kReach)); at <= match; ++at) {
    if (clause_of_[at] == at && at > 0 && before_compound(at) == at) return at;
  }
  return 0;
}

// Marks and pictures before the first word or behind the last one are not worth an ellipsis.
void Highlighter::take_marks(std::string_view body, Passage& passage) const {
  const std::uint32_t first = tokens_[first_token_].begin;
  if (first_token_ == 0 && passage.begin <= first && first <= kMarkBytes) passage.begin = 0;
  while (passage.begin < passage.end && is_blank(body[passage.begin])) ++passage.begin;
  const bool last = passage.end >= end_of(tokens_.size() - std::min(kCompoundReach, tokens_.size()),
                                          tokens_.size());
  if (last && body.size() - passage.end <= kMarkBytes) passage.end = body.size();
}

std::string_view Highlighter::read(std::string_view body, std::size_t closing,
                                   const Language& language, std::string_view title,
                                   std::vector<Match>& found) {
  const auto look_at = [&](std::string_view part) {
    analyze(part, language, tokens_);
    found = matches(false);
    return part;
  };
  const std::string_view text = body.substr(0, closing);
  look_at(text);
  if (text.size() == body.size() || !found.empty()) return text;
  const bool nothing_else = tokens_.empty() && title.empty();
  if (nothing_else || rarities_.empty()) return nothing_else ? look_at(body) : text;
  if (this->title(title, language).empty()) {
    look_at(body);
    if (!found.empty()) return body;
  }
  return look_at(text);
}

// The sentences that the text begins with, of ten words at least.
Highlighter::Passage Highlighter::first_passage(std::string_view body) const {
  const std::size_t last =
      std::min(first_token_ + part_of(kWindowWords, kWordsOfOpening), tokens_.size()) - 1;
  return passage({{first_token_, 0, 0}, {last, 0, 0}}, {0, 1, 0}, kWindowWords, body);
}

Snippet Highlighter::body(std::string_view body, const Language& language, std::string_view title) {
  Snippet snippet;
  std::vector<Match> found;
  body = best_part(body, language);
  const std::size_t closing = closing_lines(body);
  body = read(body, closing, language, title, found);
  if (tokens_.empty()) return snippet;
  find_sentences(body);
  lower_title_copies(title, language, found);
  const bool none = found.empty() || tokens_[found.front().token].begin >= closing;
  const std::vector<Passage> passages =
      none ? std::vector{first_passage(body)} : best_passages(found, body);
  const std::size_t most = kMaxSnippetBytes / passages.size();
  std::size_t shown = first_token_ == 0 ? 0 : tokens_[first_token_].begin;  // up to here
  for (Passage passage : passages) {
    take_marks(body, passage);
    const std::size_t bytes = std::min(passage.end - passage.begin, most);
    passage.end = passage.begin + safe_prefix(body.substr(passage.begin), bytes).size();
    append(passage, shown, body, found, snippet);
    shown = passage.end;
  }
  const bool all = !text_behind_ && tokens_[tokens_.size() - 1].begin < shown;
  // Behind the marks that end a sentence, a blank tells it from them.
  const auto cut = [&](const Token& token) { return token.end == shown; };
  if (!all && std::ranges::none_of(tokens_, cut)) snippet.text += ' ';
  if (!all) snippet.text += kEllipsis;
  return snippet;
}

void Highlighter::find_sentences(std::string_view body) {
  sentence_of_.resize(tokens_.size());
  clause_of_.resize(tokens_.size());
  std::size_t sentence = 0, clause = 0;
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    const std::string_view between =
        token.begin > end ? body.substr(end, token.begin - end) : std::string_view();
    if (ends_sentence(between)) sentence = i;
    if (ends_clause(between)) clause = i;
    sentence_of_[i] = sentence;
    clause_of_[i] = clause;
    end = std::max(end, token.end);
  }
}

}  // namespace khabar
