// SPDX-License-Identifier: GPL-2.0-or-later
// News dumps are flat objects of long strings. Copying those in whole runs between escapes is
// several times as fast as a general parser, which looks at every byte of them on its own.
#include "corpus/readers/json_object.h"

#include <array>
#include <optional>
#include <string>

#include "corpus/record.h"

namespace khabar {
namespace {

// Bytes that end a run of plain text in a JSON string: quote, backslash, control characters.
constexpr std::array<bool, 256> kEndsRun = [] {
  std::array<bool, 256> ends{};
  for (std::size_t i = 0; i < 0x20; ++i) ends[i] = true;
  ends['"'] = ends['\\'] = true;
  return ends;
}();

void append_utf8(char32_t c, std::string& out) {
  const auto byte = [&out](char32_t value) { out += static_cast<char>(value); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

/// Reads one object from left to right; every step answers whether the text is still plain.
/// Thread safety: thread-confined.
class PlainObject {
 public:
  PlainObject(std::string_view text, UnusedFields& unused) : text_(text), unused_(unused) {}

  bool read(Record& record) {
    if (!take('{')) return false;
    if (take('}')) return at_end();
    do {
      std::string_view key;
      if (!read_key(key) || !take(':')) return false;
      std::string* field = field_named(record, key);
      if (!read_value(field)) return false;
      if (field == nullptr) unused_.take(key);
    } while (take(','));
    return take('}') && at_end();
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r')) {
      ++at_;
    }
  }

  bool at_end() {
    skip_space();
    return at_ == text_.size();
  }

  bool take(char expected) {
    skip_space();
    if (at_ == text_.size() || text_[at_] != expected) return false;
    ++at_;
    return true;
  }

  // The end of the run of plain characters that begins here.
  std::size_t run_end() const {
    std::size_t end = at_;
    while (end < text_.size() && !kEndsRun[static_cast<unsigned char>(text_[end])]) ++end;
    return end;
  }

  // A key with an escape in it is none of ours: the general parser reads such lines.
  bool read_key(std::string_view& key) {
    if (!take('"')) return false;
    const std::size_t end = run_end();
    if (end == text_.size() || text_[end] != '"') return false;
    key = text_.substr(at_, end - at_);
    at_ = end + 1;
    return true;
  }

  bool read_value(std::string* field) {
    skip_space();
    if (at_ == text_.size()) return false;
    // Of two names for one field the first that has a value counts.
    scratch_.clear();
    std::string& out = field != nullptr && field->empty() ? *field : scratch_;
    if (text_[at_] == '"') {
      ++at_;
      return read_string(out);
    }
    if (text_.substr(at_, 4) == "null") {
      at_ += 4;
      return true;
    }
    return read_whole_number(out);
  }

  bool read_whole_number(std::string& out) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    const std::string_view digits = text_.substr(begin, at_ - begin);
    if (digits.empty() || (digits.size() > 1 && digits[0] == '0')) return false;
    // A fraction or exponent follows: take(',') fails there, and the general parser takes over.
    out.append(digits);
    return true;
  }

  bool read_string(std::string& out) {
    for (;;) {
      const std::size_t end = run_end();
      out.append(text_.substr(at_, end - at_));
      if (end == text_.size()) return false;
      at_ = end + 1;
      if (text_[end] == '"') return true;
      if (text_[end] != '\\' || !read_escape(out)) return false;
    }
  }

  bool read_escape(std::string& out) {
    if (at_ == text_.size()) return false;
    const char kind = text_[at_++];
    constexpr std::string_view kKinds = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (kind == 'u') return read_unicode_escape(out);
    const auto known = kKinds.find(kind);
    if (known == std::string_view::npos) return false;
    out += kMeanings[known];
    return true;
  }

  std::optional<char32_t> read_four_hex() {
    if (text_.size() - at_ < 4) return std::nullopt;
    char32_t value = 0;
    for (const char c : text_.substr(at_, 4)) {
      char32_t digit = 0;
      if (c >= '0' && c <= '9') {
        digit = static_cast<char32_t>(c - '0');
      } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
        digit = static_cast<char32_t>((c | 0x20) - 'a' + 10);
      } else {
        return std::nullopt;
      }
      value = value * 16 + digit;
    }
    at_ += 4;
    return value;
  }

  bool read_unicode_escape(std::string& out) {
    const std::optional<char32_t> first = read_four_hex();
    if (!first) return false;
    char32_t c = *first;
    if (c >= 0xD800 && c < 0xDC00 && text_.substr(at_, 2) == "\\u") {
      const std::size_t before = at_;
      at_ += 2;
      const std::optional<char32_t> second = read_four_hex();
      if (!second) return false;
      if (*second >= 0xDC00 && *second < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (*second - 0xDC00);
      } else {
        at_ = before;
      }
    }
    append_utf8(c >= 0xD800 && c < 0xE000 ? 0xFFFD : c, out);
    return true;
  }

  std::string_view text_;
  UnusedFields& unused_;
  std::size_t at_ = 0;
  std::string scratch_;
};

}  // namespace

bool read_plain_object(std::string_view line, Record& record, UnusedFields& unused) {
  return PlainObject(line, unused).read(record);
}

}  // namespace khabar
