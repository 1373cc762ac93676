// SPDX-License-Identifier: GPL-2.0-or-later
// Character sets: detection and conversion.
#include "corpus/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "corpus/text_input.h"

namespace khabar {
namespace {

constexpr std::size_t kHeadBytes = std::size_t{64} * 1024;
constexpr std::size_t kDeclarationBytes = 2048;

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

std::size_t ascii_prefix(std::string_view text) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_ascii) -
                                  text.begin());
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Length of the well-formed multi-byte sequence at `at`, or 0. Source: Unicode 15, table 3-7.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  const std::size_t left = text.size() - at;
  if (lead < 0xC2 || lead > 0xF4 || left < 2) return 0;
  const unsigned char second = byte_at(text, at + 1);
  if (!is_continuation(second)) return 0;
  if (lead < 0xE0) return 2;
  if (left < 3 || !is_continuation(byte_at(text, at + 2))) return 0;
  if (lead < 0xF0) {
    if (lead == 0xE0 && second < 0xA0) return 0;
    return lead == 0xED && second > 0x9F ? 0 : 3;
  }
  if (left < 4 || !is_continuation(byte_at(text, at + 3))) return 0;
  if (lead == 0xF0 && second < 0x90) return 0;
  return lead == 0xF4 && second > 0x8F ? 0 : 4;
}

struct Utf8Count {
  std::size_t sequences = 0;  // well-formed, of two bytes or more
  std::size_t broken = 0;     // bytes outside any sequence
};

Utf8Count count_utf8(std::string_view text) {
  Utf8Count count;
  std::size_t at = 0;
  while (at < text.size()) {
    if (byte_at(text, at) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = sequence_length(text, at);
    // A sequence that the end of the window cuts is not broken.
    const bool cut = text.size() == kHeadBytes && text.size() - at < 4;
    if (length == 0 && cut && byte_at(text, at) >= 0xC2) break;
    length == 0 ? ++count.broken : ++count.sequences;
    at += std::max<std::size_t>(length, 1);
  }
  return count;
}

bool looks_like_utf8(std::string_view head) {
  const Utf8Count count = count_utf8(head);
  // In the single bytes of other sets a sequence is a rare accident: 1 of 20 letters of Persian.
  return count.broken == 0 || count.sequences > count.broken;
}

// UTF-16 without a mark: the high bytes of Arabic text and of its spaces are 0x06 and 0x00, and
// these hardly occur in any text of single bytes.
std::string utf16_by_high_bytes(std::string_view head) {
  std::array<std::size_t, 2> high_bytes{};
  const std::size_t pairs = head.size() / 2;
  if (pairs < 2) return {};
  for (std::size_t i = 0; i < 2 * pairs; ++i) {
    const unsigned char byte = byte_at(head, i);
    if (byte == 0x00 || byte == 0x06 || byte == 0xFE || byte == 0xFB) ++high_bytes[i % 2];
  }
  const auto few = pairs / 10;
  if (high_bytes[1] * 10 >= pairs * 8 && high_bytes[0] <= few) return "UTF-16LE";
  if (high_bytes[0] * 10 >= pairs * 8 && high_bytes[1] <= few) return "UTF-16BE";
  return {};
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

// What follows "encoding=" in an XML declaration or "charset=" in an HTML meta element.
std::string declaration_in(std::string_view head) {
  const std::string text = lower_ascii(head.substr(0, kDeclarationBytes));
  std::size_t at = std::string::npos;
  if (text.starts_with("<?xml")) {
    at = text.find("encoding=");
    const auto end = text.find("?>");
    if (at != std::string::npos && at < end) at += std::strlen("encoding=");
  } else if (text.find("<meta") != std::string::npos) {
    at = text.find("charset=", text.find("<meta"));
    if (at != std::string::npos) at += std::strlen("charset=");
  }
  if (at == std::string::npos) return {};
  at = text.find_first_not_of(" \"'", at);
  if (at == std::string::npos) return {};
  const auto end = text.find_first_of(" \"'/>;?\r\n\t", at);
  return text.substr(at, end == std::string::npos ? end : end - at);
}

// The code point at `at` of well-formed text; `at` goes behind it.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const std::size_t length = std::max<std::size_t>(sequence_length(text, at), 1);
  constexpr std::array<unsigned char, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t c = byte_at(text, at) & kLeadBits[length];
  for (std::size_t i = 1; i < length; ++i) c = (c << 6) | (byte_at(text, at + i) & 0x3F);
  at += length;
  return c;
}

// How much a decoded text looks like Arabic or Persian: letters count for it, the six commonest
// twice; Latin letters with accents inside words and unassigned characters count against it, for
// these are what the wrong Arabic set makes of Arabic bytes.
double plausibility(std::string_view text) {
  std::int64_t score = 0;
  std::int64_t characters = 0;
  bool after_arabic = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c < 0x80) {
      if (c == ' ' || c == '\n') after_arabic = false;
      continue;
    }
    ++characters;
    const bool letter = (c >= 0x0621 && c <= 0x064A) || c == 0x067E || c == 0x0686 || c == 0x0698 ||
                        c == 0x06A9 || c == 0x06AF || c == 0x06CC;
    // ALEF, LAM, YEH, MEEM, NOON, WAW, FARSI YEH
    constexpr std::u32string_view kCommon = U"\u0627\u0644\u064A\u0645\u0646\u0648\u06CC";
    if (letter) {
      score += kCommon.find(c) != std::u32string_view::npos ? 3 : 1;
    } else if (c == 0xFFFD || c < 0xA0) {
      score -= 10;
    } else if (c < 0x250) {
      score -= after_arabic ? 4 : 1;
    }
    after_arabic = letter;
  }
  return characters == 0 ? 0 : static_cast<double>(score) / static_cast<double>(characters);
}

std::string convert(std::string_view bytes, const std::string& charset, bool* mended = nullptr) {
  CharsetDecoder decoder(charset);
  std::string out;
  decoder.decode(bytes, true, out);
  if (mended != nullptr) *mended = decoder.mended();
  return out;
}

// ICU's own best guess over all the sets it knows, or nothing.
std::string icu_guess(std::string_view head) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector* detector = ucsdet_open(&status);
  std::string name;
  ucsdet_setText(detector, head.data(), static_cast<std::int32_t>(head.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector, &status);
  if (U_SUCCESS(status) && match != nullptr) {
    const char* found = ucsdet_getName(match, &status);
    if (U_SUCCESS(status)) name = found;
  }
  ucsdet_close(detector);
  return name;
}

bool is_converter(const std::string& name) {
  if (name.empty()) return false;  // ICU would take its default
  UErrorCode status = U_ZERO_ERROR;
  ucnv_close(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status);
}

std::string likeliest_charset(std::string_view head) {
  std::string best = "windows-1256";
  double best_score = 0.5;  // below this the letters are not Arabic in either set
  bool arabic = false;
  for (const char* candidate : {"windows-1256", "ISO-8859-6"}) {
    const double score = plausibility(convert(head, candidate));
    if (score <= best_score) continue;
    best = candidate;
    best_score = score;
    arabic = true;
  }
  if (arabic) return best;
  const std::string guess = icu_guess(head);
  // What is UTF-16 or UTF-32 was found before; ICU takes binary files for it, or for EBCDIC sets
  // ("IBM420_rtl") that its own converters do not know.
  return guess.starts_with("UTF-") || !is_converter(guess) ? "windows-1252" : guess;
}

bool decodes(std::string_view head, const std::string& charset) {
  try {
    CharsetDecoder decoder(charset);
    std::string out;
    decoder.decode(head, false, out);
    return !decoder.mended();
  } catch (const std::invalid_argument&) {
    return false;
  }
}

// A mark in the input's own words is stronger than any guess.
Charset charset_by_mark(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3};
  if (head.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return {"UTF-32LE", 4};
  if (head.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return {"UTF-32BE", 4};
  if (head.starts_with("\xFF\xFE")) return {"UTF-16LE", 2};
  if (head.starts_with("\xFE\xFF")) return {"UTF-16BE", 2};
  return {};
}

}  // namespace

Charset detect_charset(std::string_view head, std::string_view declared) {
  head = head.substr(0, kHeadBytes);
  if (Charset marked = charset_by_mark(head); !marked.name.empty()) return marked;
  if (std::string utf16 = utf16_by_high_bytes(head); !utf16.empty()) return {std::move(utf16), 0};
  if (looks_like_utf8(head)) return {"UTF-8", 0};
  std::string named = declared.empty() ? declaration_in(head) : std::string(declared);
  if (!named.empty() && decodes(head, named)) return {std::move(named), 0};
  return {likeliest_charset(head), 0};
}

std::size_t well_formed_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (byte_at(text, at) < 0x80) {
      // Eight ASCII bytes at a time: half of a news text is digits, spaces and markup.
      std::uint64_t eight = 0;
      while (at + 8 <= text.size()) {
        std::memcpy(&eight, text.data() + at, 8);
        if ((eight & 0x8080808080808080U) != 0) break;
        at += 8;
      }
      while (at < text.size() && byte_at(text, at) < 0x80) ++at;
      continue;
    }
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return at;
}

// ICU's converter takes ill-formed UTF-8 for an undecodable input like any other.
std::string mend_utf8(std::string_view text) { return convert(text, "UTF-8"); }

struct CharsetDecoder::State {
  UConverter* from = nullptr;
  UConverter* to = nullptr;
  std::array<UChar, 8192> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  bool mended = false;

  ~State() {
    ucnv_close(from);
    ucnv_close(to);
  }
};

namespace {

void substitute(const void* context, UConverterToUnicodeArgs* arguments, const char* bytes,
                std::int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason <= UCNV_IRREGULAR) *static_cast<bool*>(const_cast<void*>(context)) = true;
  UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, arguments, bytes, length, reason, status);
}

}  // namespace

CharsetDecoder::CharsetDecoder(const std::string& charset) : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->from = ucnv_open(charset.c_str(), &status);
  state_->to = ucnv_open("UTF-8", &status);
  ucnv_setToUCallBack(state_->from, substitute, &state_->mended, nullptr, nullptr, &status);
  if (U_FAILURE(status)) throw std::invalid_argument("unknown character set \"" + charset + "\"");
}

CharsetDecoder::~CharsetDecoder() = default;

void CharsetDecoder::decode(std::string_view bytes, bool last, std::string& out) {
  const char* source = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  std::array<char, 16384> buffer;
  for (;;) {
    char* target = buffer.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(state_->to, state_->from, &target, buffer.data() + buffer.size(), &source, end,
                   state_->pivot.data(), &state_->pivot_source, &state_->pivot_target,
                   state_->pivot.data() + state_->pivot.size(), UBool{0},
                   last ? UBool{1} : UBool{0}, &status);
    out.append(buffer.data(), static_cast<std::size_t>(target - buffer.data()));
    if (status != U_BUFFER_OVERFLOW_ERROR) return;
  }
}

bool CharsetDecoder::mended() const { return state_->mended; }

std::string decode_to_utf8(std::string_view bytes, std::string_view charset, bool* repaired) {
  Charset found = detect_charset(bytes, charset);
  bytes.remove_prefix(found.mark_bytes);
  const std::size_t ascii = ascii_prefix(bytes);
  if (found.name == "UTF-8" && found.mark_bytes == 0 && ascii >= kHeadBytes) {
    // Pages may begin with more scripts than a head holds: what follows them decides.
    const std::string named = charset.empty() ? declaration_in(bytes) : std::string(charset);
    found = detect_charset(bytes.substr(ascii), named);
    if (found.mark_bytes != 0) found = {"UTF-8", 0};
  }
  bool mended = false;
  std::string text;
  if (found.name == "UTF-8") {
    mended = well_formed_prefix(bytes) != bytes.size();
    text = mended ? mend_utf8(bytes) : std::string(bytes);
  } else {
    text = convert(bytes, found.name, &mended);
  }
  if (repaired != nullptr && mended) *repaired = true;
  return text;
}

}  // namespace khabar
