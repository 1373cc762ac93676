// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/analyzer.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <span>

#include "analyzers/folding.h"
#include "analyzers/segmenter.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

// What is needed while one text is read; one a thread, its memory is reused.
struct Workspace {
  Segment segment;
  std::string folded;
  std::string joined;
  std::string stem;
  std::vector<Piece> pieces;
  std::vector<std::string> originals;  // only filled when tracing
};

std::string describe_segment(const Segment& segment) {
  std::string text;
  for (const char32_t c : segment.letters) append_utf8(c, text);
  return text;
}

void fold_segment(const Segment& segment, const Language& language, std::string& folded) {
  folded.clear();
  if (segment.kind == TokenKind::word) {
    language.fold(segment.letters, folded);
  } else {
    fold_foreign_script(segment.letters, folded);
  }
}

void collect_pieces(std::string_view text, const Language& language, TokenList& tokens,
                    Workspace& work, bool keep_originals) {
  work.pieces.clear();
  work.originals.clear();
  Segmenter segmenter(text);
  while (segmenter.next(work.segment)) {
    fold_segment(work.segment, language, work.folded);
    Piece piece;
    piece.begin = work.segment.begin;
    piece.end = work.segment.end;
    piece.before = work.segment.before;
    piece.kind = work.segment.kind;
    // An empty or overlong word stays as a piece without letters, so that its position is counted.
    if (work.folded.size() > kMaxWordBytes) {
      tokens.count_word_too_long();
    } else {
      piece.word = tokens.keep(work.folded);
    }
    work.pieces.push_back(piece);
    if (keep_originals) work.originals.push_back(describe_segment(work.segment));
  }
}

class Recorder {
 public:
  Recorder(std::vector<TokenTrace>* trace, const Workspace& work) : trace_(trace), work_(work) {}

  void record(std::size_t first, std::size_t count, const Token* token, std::size_t index) {
    if (trace_ == nullptr) return;
    TokenTrace entry;
    for (std::size_t i = first; i < first + count; ++i) {
      const std::string& original = work_.originals[i];
      entry.steps.push_back({"segment", original, original, {}});
      const std::string folded(work_.pieces[i].word);
      entry.steps.push_back({"fold", original, folded, {}});
    }
    if (token == nullptr) {
      entry.steps.push_back({"drop", {}, {}, "no letter, or longer than a term may be"});
    } else {
      entry.token = index;
      describe(first, count, *token, entry);
    }
    trace_->push_back(std::move(entry));
  }

 private:
  void describe(std::size_t first, std::size_t count, const Token& token, TokenTrace& entry) {
    if (count > 1) {
      std::string parts;
      for (std::size_t i = first; i < first + count; ++i) {
        if (i > first) parts += " + ";
        parts += work_.pieces[i].word;
      }
      entry.steps.push_back(
          {"join", parts, std::string(token.word), "one word in several spellings"});
    }
    entry.steps.push_back({"stem", std::string(token.word), std::string(token.stem),
                           token.word == token.stem ? "nothing comes off" : "affixes off, the rest is attested"});
  }

  std::vector<TokenTrace>* trace_;
  const Workspace& work_;
};

const Language& language_of_kind(TokenKind kind, const Language& language) {
  return kind == TokenKind::word ? language : fallback_language();
}

Token make_token(std::span<const Piece> pieces, const Language& language, TokenList& tokens,
                 Workspace& work) {
  Token token;
  token.begin = pieces.front().begin;
  token.end = pieces.back().end;
  token.kind = pieces.front().kind;
  token.language = &language_of_kind(token.kind, language);
  token.word = pieces.size() == 1 ? pieces.front().word : tokens.keep(work.joined);
  token.stem = token.word;
  if (token.language->stem != nullptr) {
    const std::string_view stem = token.language->stem(token.word, work.stem);
    if (stem != token.word) token.stem = tokens.keep(stem);
  }
  return token;
}

void analyze_into(std::string_view text, const Language& language, TokenList& tokens,
                  std::vector<TokenTrace>* trace) {
  thread_local Workspace work;
  tokens.clear();
  text = text.substr(0, std::numeric_limits<std::uint32_t>::max());
  collect_pieces(text, language, tokens, work, trace != nullptr);
  Recorder recorder(trace, work);
  const std::span<const Piece> pieces = work.pieces;
  std::uint32_t position = 0;
  for (std::size_t at = 0; at < pieces.size();) {
    ++position;
    std::uint32_t count = 1;
    if (!pieces[at].word.empty() && language.join != nullptr) {
      work.joined.clear();
      count = language.join(pieces.subspan(at), work.joined);
      if (count > 1 && work.joined.size() > kMaxWordBytes) count = 1;
    }
    if (pieces[at].word.empty()) {
      recorder.record(at, 1, nullptr, 0);
    } else {
      Token token = make_token(pieces.subspan(at, count), language, tokens, work);
      token.position = position;
      tokens.add(token);
      recorder.record(at, count, &token, tokens.size() - 1);
    }
    at += count;
  }
}

}  // namespace

void TokenList::clear() {
  tokens_.clear();
  block_ = 0;
  used_ = 0;
  words_too_long_ = 0;
}

std::string_view TokenList::keep(std::string_view bytes) {
  // No word is longer than a block: the analyzer keeps nothing above kMaxWordBytes.
  bytes = bytes.substr(0, kBlockBytes);
  if (used_ + bytes.size() > kBlockBytes) {
    ++block_;
    used_ = 0;
  }
  while (block_ >= blocks_.size()) blocks_.push_back(std::make_unique<char[]>(kBlockBytes));
  char* copy = blocks_[block_].get() + used_;
  std::memcpy(copy, bytes.data(), bytes.size());
  used_ += bytes.size();
  return {copy, bytes.size()};
}

void analyze(std::string_view text, const Language& language, TokenList& tokens) {
  analyze_into(text, language, tokens, nullptr);
}

void analyze_traced(std::string_view text, const Language& language, TokenList& tokens,
                    std::vector<TokenTrace>& trace) {
  trace.clear();
  analyze_into(text, language, tokens, &trace);
}

}  // namespace khabar
