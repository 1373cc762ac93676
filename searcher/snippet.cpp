// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/snippet.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

constexpr std::size_t kWindowWords = 40;
constexpr std::size_t kMaxSnippetBytes = 800;
constexpr std::size_t kBytesLookedAt = 256 * 1024;
// A match is shown with the sentence it is in, if that began at most so many words before; else
// with a few words.
constexpr std::size_t kSentenceReach = 14;
constexpr std::size_t kWordsBefore = 5;
// A compound has at most so many pieces, and stands before the first of them.
constexpr std::size_t kCompoundReach = 8;
// A second occurrence of a word is worth little beside a first one of another.
constexpr double kRepeatShare = 0.1;

constexpr std::string_view kEllipsis = "\u2026";  // HORIZONTAL ELLIPSIS

constexpr std::array<std::string_view, 6> kSentenceEnds = {
    ".",      "!", "?", "\n",
    "\u061F",  // ARABIC QUESTION MARK
    "\u06D4",  // ARABIC FULL STOP
};

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
    const Entry entry{word, rarity[i]};
    if (term.kind == EvidenceKind::prefix) {
      (term.title ? title_prefixes_ : prefixes_).emplace_back(term.text(), entry);
    } else if (term.kind == EvidenceKind::stem) {
      (term.title ? title_stems_ : stems_).emplace(term.text(), entry);
    } else {
      (term.title ? title_surfaces_ : surfaces_).emplace(term.text(), entry);
    }
  }
  words_ = words.size();
}

const Highlighter::Entry* Highlighter::find(const Token& token, bool title) const {
  const auto look = [](const Entries& entries, std::string_view text) {
    const auto found = entries.find(text);
    return found == entries.end() ? nullptr : &found->second;
  };
  if (const Entry* entry = look(surfaces_, token.word)) return entry;
  if (const Entry* entry = look(stems_, token.stem)) return entry;
  for (const auto& [prefix, entry] : prefixes_) {
    if (token.word.starts_with(prefix)) return &entry;
  }
  if (!title) return nullptr;
  if (const Entry* entry = look(title_surfaces_, token.word)) return entry;
  if (const Entry* entry = look(title_stems_, token.stem)) return entry;
  for (const auto& [prefix, entry] : title_prefixes_) {
    if (token.word.starts_with(prefix)) return &entry;
  }
  return nullptr;
}

std::vector<Highlighter::Match> Highlighter::matches(bool title) const {
  std::vector<Match> found;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (const Entry* entry = find(tokens_[i], title)) found.push_back({i, *entry});
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

bool Highlighter::begins_sentence(std::size_t token, std::string_view body) const {
  if (token == 0) return true;
  const std::size_t gap_begin = tokens_[token - 1].end;
  if (tokens_[token].begin <= gap_begin) return false;
  const std::string_view gap = body.substr(gap_begin, tokens_[token].begin - gap_begin);
  return std::any_of(kSentenceEnds.begin(), kSentenceEnds.end(),
                     [&](std::string_view end) { return gap.find(end) != std::string_view::npos; });
}

std::size_t Highlighter::best_start(const std::vector<Match>& matches,
                                    std::string_view body) const {
  std::size_t best = 0;
  double best_score = -1;
  std::vector<std::size_t> last_seen(words_, 0);  // 1 + the window that saw the word last
  for (std::size_t i = 0; i < matches.size(); ++i) {
    double score = 0;
    const std::size_t end = matches[i].token + kWindowWords - kWordsBefore;
    for (std::size_t j = i; j < matches.size() && matches[j].token < end; ++j) {
      const Entry& entry = matches[j].entry;
      const bool first = last_seen[entry.word] != i + 1;
      last_seen[entry.word] = i + 1;
      score += first ? entry.rarity : kRepeatShare * entry.rarity;
    }
    if (score > best_score) {
      best_score = score;
      best = matches[i].token;
    }
  }
  for (std::size_t back = 0; back <= std::min(kSentenceReach, best); ++back) {
    if (begins_sentence(best - back, body)) return best - back;
  }
  return best - std::min(kWordsBefore, best);
}

std::size_t Highlighter::before_compound(std::size_t token) const {
  for (std::size_t back = 1; back <= std::min(kCompoundReach, token); ++back) {
    if (tokens_[token - back].end > tokens_[token].begin) return token - back;
  }
  return token;
}

Snippet Highlighter::body(std::string_view body, const Language& language) {
  Snippet snippet;
  body = safe_prefix(body, kBytesLookedAt);
  analyze(body, language, tokens_);
  if (tokens_.empty()) return snippet;
  const std::vector<Match> found = matches(false);
  const std::size_t first = found.empty() ? 0 : before_compound(best_start(found, body));
  const std::size_t behind = std::min(first + kWindowWords, tokens_.size());

  const std::size_t begin = first == 0 ? 0 : tokens_[first].begin;
  std::size_t end = behind == tokens_.size() ? body.size() : 0;
  for (std::size_t i = first; i < behind; ++i) end = std::max<std::size_t>(end, tokens_[i].end);
  end = begin + safe_prefix(body.substr(begin, end - begin), kMaxSnippetBytes).size();

  if (begin > 0) snippet.text = kEllipsis;
  const std::size_t shift = snippet.text.size();
  append_clean(body.substr(begin, end - begin), snippet.text);
  if (end < body.size()) snippet.text += kEllipsis;
  for (const Match& match : found) {
    const Token& token = tokens_[match.token];
    if (token.begin < begin || token.end > end) continue;
    add_highlight({token.begin - begin + shift, token.end - begin + shift}, snippet.highlights);
  }
  return snippet;
}

}  // namespace khabar
