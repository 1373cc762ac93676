// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes -> UTF-8 lines. Lines that lie whole in one block of UTF-8 are handed out without a copy.
#include "corpus/text_input.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "corpus/charset.h"

namespace khabar {
namespace {

constexpr std::size_t kHeadBytes = std::size_t{64} * 1024;
// A longer line, or a longer file read as one document, is no news text but a fault.
constexpr std::size_t kMaxTextBytes = std::size_t{64} * 1024 * 1024;

// `bytes` without a sequence that the end of the window cut.
std::string_view without_cut_sequence(std::string_view bytes) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (byte >= 0xC0) return bytes.substr(0, bytes.size() - back);
    if (byte < 0x80) break;
  }
  return bytes;
}

}  // namespace

struct TextInput::State {
  std::string name;
  std::unique_ptr<ByteSource> source;
  ProblemHandler on_problem;

  std::string head;          // the first blocks, as bytes
  std::string decoded_head;  // where the bytes of `head` are not UTF-8 as they are
  std::string_view head_text;
  Charset charset;
  std::unique_ptr<CharsetDecoder> decoder;  // null for UTF-8

  std::string_view pending;  // bytes (or, with a decoder, text) read and not yet delivered
  std::string decoded;       // what `pending` points into with a decoder
  std::string carry;         // a line or text collected over several blocks
  std::string mended;        // a delivered line that was not well-formed
  std::string failure;       // why the source failed, until reading gets there
  bool decoding_started = false;
  bool at_end = false;
  bool failed = false;
  bool mending_reported = false;
  std::uint64_t line = 0;

  void read_head();
  void start_decoding();
  std::string_view read_block();
  bool fill();
  bool collect_line();
  std::string collect_rest();
  std::string_view well_formed(std::string_view text);
  void report(Severity severity, std::uint64_t at_line, std::string message) const;
  void report_mending();
};

void TextInput::State::report(Severity severity, std::uint64_t at_line, std::string message) const {
  if (on_problem) on_problem({severity, name, at_line, std::move(message)});
}

void TextInput::State::report_mending() {
  if (std::exchange(mending_reported, true)) return;
  report(Severity::repaired, line,
         "text that is not valid " + charset.name +
             " was replaced by U+FFFD (convert the file to UTF-8; only the first place is named)");
}

// The source's next block; a failure is remembered and told when all before it is delivered.
std::string_view TextInput::State::read_block() {
  if (at_end) return {};
  try {
    const std::string_view block = source->read();
    if (block.empty()) at_end = true;
    return block;
  } catch (const std::runtime_error& error) {
    at_end = true;
    failed = true;
    failure = error.what();
    return {};
  }
}

void TextInput::State::read_head() {
  while (head.size() < kHeadBytes) {
    const std::string_view block = read_block();
    if (block.empty()) break;
    head.append(block);
  }
  pending = head;
  const std::string_view window = std::string_view(head).substr(0, kHeadBytes);
  charset = detect_charset(window);
  std::string_view text = window.substr(charset.mark_bytes);
  if (charset.name == "UTF-8") {
    text = without_cut_sequence(text);
    if (well_formed_prefix(text) != text.size()) {
      decoded_head = mend_utf8(text);
      text = decoded_head;
    }
  } else {
    CharsetDecoder(charset.name).decode(text, false, decoded_head);
    text = decoded_head;
  }
  head_text = text;
}

void TextInput::State::start_decoding() {
  if (std::exchange(decoding_started, true)) return;
  pending.remove_prefix(charset.mark_bytes);
  if (charset.name == "UTF-8") return;
  decoder = std::make_unique<CharsetDecoder>(charset.name);
  decoder->decode(pending, at_end, decoded);
  pending = decoded;
  if (decoder->mended()) report_mending();
}

// Gets the next block into the empty `pending`; false at the end.
bool TextInput::State::fill() {
  while (pending.empty()) {
    if (at_end) {
      if (!failure.empty()) report(Severity::failed, 0, std::exchange(failure, {}));
      return false;
    }
    pending = read_block();
    if (!decoder) continue;
    decoded.clear();
    decoder->decode(pending, at_end, decoded);
    pending = decoded;
    if (decoder->mended()) report_mending();
  }
  return true;
}

// Appends the rest of a line to `carry`; false when the line is too long and was passed over.
bool TextInput::State::collect_line() {
  bool fits = true;
  while (fill()) {
    const auto end = pending.find('\n');
    const std::string_view part = pending.substr(0, end);
    if (carry.size() + part.size() > kMaxTextBytes) {
      fits = false;
      carry.clear();
    }
    if (fits) carry.append(part);
    pending.remove_prefix(end == std::string_view::npos ? pending.size() : end + 1);
    if (end != std::string_view::npos) break;
  }
  if (!fits) {
    report(Severity::skipped, line, "the line is longer than 64 MB (split it into documents)");
  }
  return fits;
}

std::string TextInput::State::collect_rest() {
  std::string all;
  while (fill()) {
    all.append(pending);
    pending = {};
    if (all.size() <= kMaxTextBytes) continue;
    report(Severity::skipped, 0, "longer than 64 MB for one document (split the file)");
    while (fill()) pending = {};
    return {};
  }
  return all;
}

std::string_view TextInput::State::well_formed(std::string_view text) {
  if (decoder || well_formed_prefix(text) == text.size()) return text;
  report_mending();
  mended = mend_utf8(text);
  return mended;
}

TextInput::TextInput(std::string name, std::unique_ptr<ByteSource> bytes, ProblemHandler on_problem)
    : state_(std::make_unique<State>()) {
  state_->name = std::move(name);
  state_->source = std::move(bytes);
  state_->on_problem = std::move(on_problem);
  state_->read_head();
}

TextInput::TextInput(TextInput&&) noexcept = default;
TextInput& TextInput::operator=(TextInput&&) noexcept = default;
TextInput::~TextInput() = default;

const std::string& TextInput::name() const { return state_->name; }

std::string_view TextInput::head_bytes() const {
  return std::string_view(state_->head).substr(0, kHeadBytes);
}

std::string_view TextInput::head() const { return state_->head_text; }
std::uint64_t TextInput::line() const { return state_->line; }
bool TextInput::failed() const { return state_->failed; }

std::optional<std::string_view> TextInput::read_line() {
  State& state = *state_;
  state.start_decoding();
  for (;;) {
    if (!state.fill()) return std::nullopt;
    ++state.line;
    std::string_view line;
    const auto end = state.pending.find('\n');
    if (end != std::string_view::npos) {
      line = state.pending.substr(0, end);
      state.pending.remove_prefix(end + 1);
    } else {
      state.carry.clear();
      if (!state.collect_line()) continue;
      // A last line without its end is whole, unless the source broke off in it.
      if (state.failed && state.at_end && state.pending.empty() && state.failure.empty()) {
        return std::nullopt;
      }
      line = state.carry;
    }
    if (line.ends_with('\r')) line.remove_suffix(1);
    return state.well_formed(line);
  }
}

std::string TextInput::read_rest() {
  state_->start_decoding();
  std::string all = state_->collect_rest();
  if (state_->decoder || well_formed_prefix(all) == all.size()) return all;
  return std::string(state_->well_formed(all));
}

std::string TextInput::read_rest_bytes() { return state_->collect_rest(); }

std::string TextInput::read_bytes(std::size_t count) {
  std::string bytes;
  while (bytes.size() < count && state_->fill()) {
    const std::string_view part = state_->pending.substr(0, count - bytes.size());
    bytes.append(part);
    state_->pending.remove_prefix(part.size());
  }
  return bytes;
}

std::optional<std::string> TextInput::read_line_bytes() {
  State& state = *state_;
  if (!state.fill()) return std::nullopt;
  ++state.line;
  state.carry.clear();
  if (!state.collect_line()) return std::string();
  std::string line = state.carry;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace khabar
