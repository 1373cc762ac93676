// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/analyzer.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <utility>

#include "analyzers/characters.h"
#include "analyzers/folding.h"
#include "analyzers/lexicon.h"
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
  std::vector<Piece> words;  // pieces, and then these joined
  Compound compound;
  std::u32string letters;
  // Only filled when tracing: the pieces, as they are and as they were written; of each word the
  // first one, and the number of pieces behind the last.
  std::vector<Piece> pieces;
  std::vector<std::string> originals;
  std::vector<std::uint32_t> first_piece;
};

// The first ALEF with HAMZA or MADDA of a word as it is written. What stands before it is a letter
// each, folded too. For words of other letters than the common ones.
TypedLetter typed_alef(std::string_view written) {
  constexpr std::uint32_t kLetter = 2;  // bytes
  std::uint32_t letters = 0;
  for (std::size_t at = 0; at < written.size();) {
    const char32_t c = next_code_point(written, at);
    if (c == kAlefHamzaAbove || c == kAlefHamzaBelow || c == kAlefMaddaAbove)
      return {kLetter * letters, c};
    if (character_class(c) == CharacterClass::arabic) ++letters;
  }
  return {};
}

// Whether the last letter was typed as HEH. `folded` ends in HEH for TEH MARBUTA, too.
bool ends_in_typed_heh(std::string_view written, std::string_view folded) {
  constexpr std::string_view kHeh = "\u0647", kWrittenTehMarbuta = "\u0629";
  if (!folded.ends_with(kHeh) || written.ends_with(kWrittenTehMarbuta)) return false;
  if (written.ends_with(kHeh)) return true;
  char32_t last = 0;  // marks are behind it
  for (std::size_t at = 0; at < written.size();) {
    const char32_t c = next_code_point(written, at);
    if (character_class(c) == CharacterClass::arabic) last = c;
  }
  return last != kTehMarbuta;
}

// What was typed in the word of a segment, where the language asks for letters.
TypedLetter typed_letter(std::string_view text, const Segment& segment, std::string_view folded) {
  const std::string_view written = text.substr(segment.begin, segment.end - segment.begin);
  TypedLetter typed;
  if (segment.written().empty()) {
    typed = typed_alef(written);
  } else if (std::size_t at = segment.typed_alef(); at != TypedLetter::kNone) {
    typed.at = segment.typed_alef();
    typed.letter = next_code_point(written, at);
  }
  typed.ends_in_heh = ends_in_typed_heh(written, folded);
  return typed;
}

void collect_pieces(std::string_view text, const Language& language, TokenList& tokens,
                    Workspace& work, bool tracing) {
  work.words.clear();
  work.originals.clear();
  const bool asks_for_letters = language.stem_as_typed != nullptr && !language.half_space;
  Segmenter segmenter(text, language.signs);
  while (segmenter.next(work.segment, tokens.room())) {
    const std::string_view folded = work.segment.folded(language, work.folded);
    Piece& piece = work.words.emplace_back();
    piece.begin = work.segment.begin;
    piece.end = work.segment.end;
    piece.before = work.segment.before;
    piece.kind = work.segment.kind;
    // An empty or overlong word stays as a piece without letters, so that its position is counted.
    if (folded.size() > kMaxWordBytes) {
      tokens.count_word_too_long();
    } else {
      piece.word = tokens.keep(folded);
      if (asks_for_letters && piece.kind == TokenKind::word)
        piece.typed = typed_letter(text, work.segment, folded);
    }
    if (tracing) work.originals.push_back(to_utf8(work.segment.letters()));
  }
  if (tracing) work.pieces = work.words;
}

// Pieces to words, as the language joins them. A piece without letters stays one, so that its
// position is counted.
void join_pieces(const Language& language, TokenList& tokens, Workspace& work, bool tracing) {
  work.first_piece.clear();
  const std::span<Piece> pieces = work.words;
  std::size_t words = 0;  // they take the place of the pieces
  for (std::size_t at = 0; at < pieces.size();) {
    const Piece& first = pieces[at];
    std::uint32_t count = 1, base = 0;
    if (language.join != nullptr && first.kind == TokenKind::word && !first.word.empty())
      count = language.join(pieces.subspan(at), work.joined, base);
    if (count > 1 && work.joined.size() > kMaxWordBytes) count = 1;
    Piece& word = pieces[words++];
    if (&word != &first) word = first;
    if (count > 1) {
      word.typed = {};
      if (language.half_space)
        word.typed = {static_cast<std::uint32_t>(word.word.size()), kZeroWidthNonJoiner};
      word.word = tokens.keep(work.joined);
      word.end = pieces[at + count - 1].end;
    }
    word.base = base;
    if (tracing) work.first_piece.push_back(static_cast<std::uint32_t>(at));
    at += count;
  }
  if (tracing) work.first_piece.push_back(static_cast<std::uint32_t>(pieces.size()));
  work.words.resize(words);
}

// The letters of a word that are a piece of a compound.
Piece part_of(const Piece& word, const Compound::Part& part) {
  Piece piece = word;
  piece.word = word.word.substr(part.from, part.to - part.from);
  piece.base = word.base > part.from && word.base < part.to ? word.base - part.from : 0;
  if (part.from != 0 || part.to != word.word.size()) piece.typed = {};
  return piece;
}

class Recorder {
 public:
  Recorder(std::vector<TokenTrace>* trace, const Workspace& work) : trace_(trace), work_(work) {}

  // A word of the text with its token, or without one.
  void record(std::size_t word, const TokenList& tokens, bool has_token) {
    if (trace_ == nullptr) return;
    TokenTrace entry = segments_of(word, word + 1);
    if (has_token) {
      join_step(word, entry);
      const bool is_joined = work_.first_piece[word + 1] - work_.first_piece[word] > 1;
      finish(tokens, entry, work_.words[word].base, work_.words[word].typed,
             is_joined ? "endings off that are written apart"
                       : "a participle, by the auxiliary behind it");
    } else {
      entry.steps.push_back({"drop", {}, {}, "no letter, or longer than a term may be"});
    }
    trace_->push_back(std::move(entry));
  }

  // The compound that begins at a word; its token is the last of the list.
  void record_compound(std::size_t word, const TokenList& tokens) {
    if (trace_ == nullptr) return;
    const Compound& compound = work_.compound;
    TokenTrace entry = segments_of(word, word + compound.words);
    std::string parts;
    for (const Compound::Part& part : compound.parts) {
      if (!parts.empty()) parts += " + ";
      parts += work_.words[word + part.word].word.substr(part.from, part.to - part.from);
    }
    entry.steps.push_back({"join", parts, compound.word, "a compound, beside its pieces"});
    finish(tokens, entry, 0, {});
    trace_->push_back(std::move(entry));
  }

  // A piece of that compound; its token is the last of the list.
  void record_part(std::size_t word, const Compound::Part& part, const TokenList& tokens) {
    if (trace_ == nullptr) return;
    const std::size_t at = word + part.word;
    const Piece piece = part_of(work_.words[at], part);
    TokenTrace entry = segments_of(at, at + 1);
    join_step(at, entry);
    const std::string_view whole = work_.words[at].word;
    if (part.to - part.from != whole.size()) {
      const std::string_view letters = whole.substr(part.from, part.to - part.from);
      entry.steps.push_back(
          {"split", std::string(whole), std::string(letters), "a piece of a compound"});
    }
    finish(tokens, entry, piece.base, piece.typed);
    trace_->push_back(std::move(entry));
  }

 private:
  TokenTrace segments_of(std::size_t first_word, std::size_t end_word) const {
    TokenTrace entry;
    for (std::size_t i = work_.first_piece[first_word]; i < work_.first_piece[end_word]; ++i) {
      const std::string& original = work_.originals[i];
      entry.steps.push_back({"segment", original, original, {}});
      const std::string_view folded = work_.pieces[i].word;
      entry.steps.push_back({"fold", original, std::string(folded),
                             original == folded ? "" : "one letter for all that stand for it"});
    }
    return entry;
  }

  void join_step(std::size_t word, TokenTrace& entry) const {
    std::string parts;
    const std::size_t first = work_.first_piece[word];
    const std::size_t end = work_.first_piece[word + 1];
    if (end - first < 2) return;
    for (std::size_t i = first; i < end; ++i) {
      if (i > first) parts += " + ";
      parts += work_.pieces[i].word;
    }
    entry.steps.push_back(
        {"join", parts, std::string(work_.words[word].word), "one word in several spellings"});
  }

  // The stemmer's steps; `base`: bytes of the word before endings that were written apart, or 0.
  static void finish(const TokenList& tokens, TokenTrace& entry, std::uint32_t base,
                     const TypedLetter& typed,
                     const char* base_reason = "endings off that are written apart") {
    const Token& token = tokens[tokens.size() - 1];
    entry.token = tokens.size() - 1;
    std::string now(token.word);
    const auto step = [&](std::string_view output, std::string reason) {
      entry.steps.push_back({"stem", now, std::string(output), std::move(reason)});
      now = output;
    };
    if (base > 0) step(now.substr(0, base), base_reason);
    if (token.compound) {
      if (now != token.stem) step(token.stem, "endings off its last piece");
    } else if (token.language->explain_stem != nullptr) {
      for (StemStep& one : token.language->explain_stem(now, typed)) {
        step(one.output, std::move(one.reason));
      }
    }
    if (now != token.stem) {
      step(token.stem, "by the rules of " + std::string(token.language->name));
    }
    if (entry.steps.back().stage != "stem") step(now, "nothing comes off");
  }

  std::vector<TokenTrace>* trace_;
  const Workspace& work_;
};

// The byte of `text` at which the letters of `word` part, `folded_bytes` of its folded spelling
// before it; 0 if no code-point border is that place. Marks stay with the letter before them.
std::uint32_t place_in_text(std::string_view text, const Piece& word, std::size_t folded_bytes,
                            const Language& language, Workspace& work) {
  const std::string_view wanted = word.word.substr(0, folded_bytes);
  std::size_t at = word.begin;
  std::size_t found = 0;
  work.letters.clear();
  work.folded.clear();
  while (at < word.end) {
    const char32_t c = next_code_point(text, at);
    const CharacterClass kind = character_class(c);
    if (kind == CharacterClass::arabic) {
      if (found != 0) break;
      work.letters += c;
      work.folded.clear();
      language.fold(work.letters, work.folded);
      if (work.folded.size() > folded_bytes) return 0;
    } else if (kind == CharacterClass::mark) {
      work.letters += c;
    }
    const bool belongs = kind == CharacterClass::arabic || kind == CharacterClass::mark;
    if (belongs && work.folded == wanted) found = at;
  }
  return static_cast<std::uint32_t>(found);
}

// Turns the words of a text into tokens, the compounds among them.
class Emitter {
 public:
  Emitter(std::string_view text, const Language& language, TokenList& tokens, Workspace& work)
      : text_(text), language_(language), tokens_(tokens), work_(work) {}

  void emit(Recorder& recorder) {
    const std::span<const Piece> words = work_.words;
    for (std::size_t at = 0; at < words.size();) {
      if (words[at].word.empty()) {
        ++position_;
        recorder.record(at++, tokens_, false);
      } else if (reads_compound(at)) {
        emit_compound(at, recorder);
        at += work_.compound.words;
      } else {
        ++position_;
        add(words[at]);
        recorder.record(at++, tokens_, true);
      }
    }
  }

 private:
  bool reads_compound(std::size_t at) {
    const std::span<const Piece> words = work_.words;
    if (words[at].kind != TokenKind::word || language_.compound == nullptr ||
        !language_.compound(words.subspan(at), work_.compound)) {
      return false;
    }
    for (const Compound::Part& part : work_.compound.parts) {
      const Piece& word = words[at + part.word];
      if (begin_of(word, part) >= end_of(word, part)) return false;
    }
    return true;
  }

  std::uint32_t begin_of(const Piece& word, const Compound::Part& part) {
    return part.from == 0 ? word.begin : place_in_text(text_, word, part.from, language_, work_);
  }

  std::uint32_t end_of(const Piece& word, const Compound::Part& part) {
    return part.to == word.word.size() ? word.end
                                       : place_in_text(text_, word, part.to, language_, work_);
  }

  void emit_compound(std::size_t at, Recorder& recorder) {
    const Compound& compound = work_.compound;
    Token& token = tokens_.add();
    token.begin = work_.words[at].begin;
    token.end = work_.words[at + compound.words - 1].end;
    token.position = position_ + 1;
    token.compound = true;
    token.language = &language_;
    token.word = tokens_.keep(compound.word);
    token.stem = compound.stem == compound.word ? token.word : tokens_.keep(compound.stem);
    recorder.record_compound(at, tokens_);
    for (const Compound::Part& part : compound.parts) {
      const Piece& word = work_.words[at + part.word];
      ++position_;
      Piece piece = part_of(word, part);
      piece.begin = begin_of(word, part);
      piece.end = end_of(word, part);
      add(piece, part.opaque);
      recorder.record_part(at, part, tokens_);
    }
  }

  void add(const Piece& word, bool opaque = false) {
    Token& token = tokens_.add();
    token.opaque = opaque;
    token.begin = word.begin;
    token.end = word.end;
    token.position = position_;
    token.kind = word.kind;
    token.language = word.kind == TokenKind::word ? &language_ : &fallback_language();
    token.word = word.word;
    token.stem = word.word;
    if (token.language->stem != nullptr) {
      const std::string_view base = word.base == 0 ? word.word : word.word.substr(0, word.base);
      const bool typed = word.typed.tells() && token.language->stem_as_typed != nullptr;
      const std::string_view stem =
          typed ? token.language->stem_as_typed(base, word.typed, work_.stem)
                : token.language->stem(base, work_.stem);
      token.stem = same_word(stem, base) ? base : tokens_.keep(stem);
    }
  }

  std::string_view text_;
  const Language& language_;
  TokenList& tokens_;
  Workspace& work_;
  std::uint32_t position_ = 0;
};

void analyze_into(std::string_view text, const Language& language, TokenList& tokens,
                  std::vector<TokenTrace>* trace) {
  thread_local Workspace work;
  tokens.clear();
  text = text.substr(0, std::numeric_limits<std::uint32_t>::max());
  collect_pieces(text, language, tokens, work, trace != nullptr);
  join_pieces(language, tokens, work, trace != nullptr);
  Recorder recorder(trace, work);
  Emitter(text, language, tokens, work).emit(recorder);
}

}  // namespace

void TokenList::clear() {
  tokens_.clear();
  blocks_used_ = 0;
  at_ = end_ = nullptr;
  words_too_long_ = 0;
}

void TokenList::begin_block() {
  if (blocks_used_ == blocks_.size())
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(kBlockBytes));
  at_ = blocks_[blocks_used_++].get();
  end_ = at_ + kBlockBytes;
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
