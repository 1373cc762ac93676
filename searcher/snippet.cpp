// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/snippet.h"

#include <algorithm>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/sentences.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

constexpr std::size_t kWindowWords = 40;
constexpr std::size_t kMaxSnippetBytes = 800;
constexpr std::size_t kBytesLookedAt = 256 * 1024;
// Of the words of a passage, so many may stand before the first match to begin with its sentence;
// else a few do.
constexpr double kSentenceReach = 0.35;
constexpr double kWordsBefore = 0.125;
// A passage may be longer by so much to end with a sentence.
constexpr double kSentenceSlack = 0.2;
// A compound has at most so many pieces, and stands before the first of them.
constexpr std::size_t kCompoundReach = 8;
// A second occurrence of a word is worth little beside a first one of another.
constexpr double kRepeatShare = 0.1;
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

Highlighter::Highlighter(const std::vector<QueryTerm>& terms, const std::vector<double>& rarity) {
  std::unordered_map<std::string_view, std::size_t> words;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const QueryTerm& term = terms[i];
    const std::size_t word = words.try_emplace(term.written, words.size()).first->second;
    if (word == rarities_.size()) rarities_.push_back(rarity[i]);
    rarities_[word] = std::min(rarities_[word], rarity[i]);
    if (term.kind == EvidenceKind::prefix) {
      (term.title ? title_prefixes_ : prefixes_).emplace_back(term.text(), word);
    } else if (term.kind == EvidenceKind::stem) {
      (term.title ? title_stems_ : stems_).emplace(term.text(), word);
    } else {
      (term.title ? title_surfaces_ : surfaces_).emplace(term.text(), word);
    }
  }
}

const std::size_t* Highlighter::find(const Token& token, bool title) const {
  const auto look = [](const Entries& entries, std::string_view text) {
    const auto found = entries.find(text);
    return found == entries.end() ? nullptr : &found->second;
  };
  const auto among = [&](const Entries& surfaces, const Entries& stems,
                         const Prefixes& prefixes) -> const std::size_t* {
    if (const std::size_t* word = look(surfaces, token.word)) return word;
    if (const std::size_t* word = look(stems, token.stem)) return word;
    for (const auto& [prefix, word] : prefixes) {
      if (token.word.starts_with(prefix) || token.stem.starts_with(prefix)) return &word;
    }
    return nullptr;
  };
  if (const std::size_t* word = among(surfaces_, stems_, prefixes_)) return word;
  return title ? among(title_surfaces_, title_stems_, title_prefixes_) : nullptr;
}

std::vector<Highlighter::Match> Highlighter::matches(bool title) const {
  std::vector<Match> found;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (const std::size_t* word = find(tokens_[i], title)) found.push_back({i, *word});
  }
  return found;
}

std::vector<ByteRange> Highlighter::title(std::string_view title, const Language& language) {
  analyze(title, language, tokens_);
  std::vector<ByteRange> ranges;
  for (const Match& match : matches(true)) {
    add_highlight({tokens_[match.token].begin, tokens_[match.token].end}, ranges);
  }
  return ranges;
}

Highlighter::Window Highlighter::best_window(const std::vector<Match>& matches, std::size_t words,
                                             const std::vector<bool>& covered) const {
  Window best;
  best.score = -1;
  std::vector<std::size_t> last_seen(rarities_.size(), 0);  // 1 + the window that saw the word last
  for (std::size_t i = 0; i < matches.size(); ++i) {
    Window window{i, i, 0};
    const std::size_t end = matches[i].token + words - part_of(words, kWordsBefore);
    for (std::size_t j = i; j < matches.size() && matches[j].token < end; ++j) {
      const std::size_t word = matches[j].word;
      const bool first = last_seen[word] != i + 1 && !covered[word];
      last_seen[word] = i + 1;
      window.score += first ? rarities_[word] : kRepeatShare * rarities_[word];
      window.last_match = j;
    }
    if (window.score > best.score) best = window;
  }
  return best;
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
  const std::size_t nearest =
      before_compound(match - std::min(match, part_of(words, kSentenceReach)));
  const auto borders =
      sentence_borders(nearest, std::min(tokens_.size(), match + words + slack), body);

  std::size_t first = before_compound(match - std::min(match, part_of(words, kWordsBefore)));
  Passage bytes{tokens_[first].begin, 0};
  const auto behind_begin = std::upper_bound(borders.begin(), borders.end(), tokens_[match].begin);
  if (behind_begin != borders.begin()) {
    bytes.begin = *std::prev(behind_begin);
    first = nearest;
    while (first < match && tokens_[first].begin < bytes.begin) ++first;
    while (bytes.begin > 0 && is_blank(body[bytes.begin])) ++bytes.begin;
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

std::size_t Highlighter::end_of(std::size_t first, std::size_t behind) const {
  std::size_t end = 0;
  for (std::size_t i = first; i < behind; ++i) end = std::max<std::size_t>(end, tokens_[i].end);
  return end;
}

std::size_t Highlighter::before_compound(std::size_t token) const {
  for (std::size_t back = 1; back <= std::min(kCompoundReach, token); ++back) {
    if (tokens_[token - back].end > tokens_[token].begin) return token - back;
  }
  return token;
}

void Highlighter::append(Passage passage, std::size_t shown, std::string_view body,
                         const std::vector<Match>& matches, Snippet& snippet) const {
  if (passage.begin > shown) {
    if (!snippet.text.empty()) snippet.text += ' ';
    snippet.text += kEllipsis;
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

Snippet Highlighter::body(std::string_view body, const Language& language) {
  Snippet snippet;
  body = safe_prefix(body, kBytesLookedAt);
  analyze(body, language, tokens_);
  if (tokens_.empty()) return snippet;
  const std::vector<Match> found = matches(false);
  std::vector<Passage> passages;
  if (found.empty()) {
    const std::size_t behind = std::min(kWindowWords, tokens_.size());
    passages.push_back({0, behind == tokens_.size() ? body.size() : end_of(0, behind)});
  } else {
    passages = best_passages(found, body);
  }
  const std::size_t most = kMaxSnippetBytes / passages.size();
  std::size_t shown = 0;  // up to here
  for (Passage passage : passages) {
    const std::size_t bytes = std::min(passage.end - passage.begin, most);
    passage.end = passage.begin + safe_prefix(body.substr(passage.begin), bytes).size();
    append(passage, shown, body, found, snippet);
    shown = passage.end;
  }
  // Behind the marks that end a sentence, a blank tells it from them.
  const auto cut = [&](const Token& token) { return token.end == shown; };
  if (shown < body.size() && std::none_of(tokens_.begin(), tokens_.end(), cut)) snippet.text += ' ';
  if (shown < body.size()) snippet.text += kEllipsis;
  return snippet;
}

}  // namespace khabar
