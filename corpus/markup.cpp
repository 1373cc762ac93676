// SPDX-License-Identifier: GPL-2.0-or-later
// References, tags and white space of SGML. HTML pages as a whole are html_page.cpp's.
#include "corpus/markup.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "corpus/record.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxReferenceBytes = 32;
constexpr std::string_view kCdataBegin = "<![CDATA[";
constexpr std::string_view kCdataEnd = "]]>";

void append_code_point(std::uint32_t c, std::string& out) {
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
  std::array<unsigned char, 4> bytes{};
  std::size_t length = 1;
  if (c < 0x80) {
    bytes[0] = static_cast<unsigned char>(c);
  } else {
    length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (std::size_t i = length - 1; i > 0; --i) {
      bytes[i] = static_cast<unsigned char>(0x80 | (c & 0x3F));
      c >>= 6;
    }
    constexpr std::array<unsigned char, 5> kLead = {0, 0, 0xC0, 0xE0, 0xF0};
    bytes[0] = static_cast<unsigned char>(kLead[length] | c);
  }
  for (std::size_t i = 0; i < length; ++i) out += static_cast<char>(bytes[i]);
}

// The code point of "#1576", "#x628" or "nbsp".
std::optional<std::uint32_t> referenced(std::string_view reference) {
  if (!reference.starts_with('#')) {
    const std::string name(reference);
    const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (known == nullptr)
      return reference == "apos" ? std::optional<std::uint32_t>('\'') : std::nullopt;
    return known->value;
  }
  reference.remove_prefix(1);
  const bool hex = reference.starts_with('x') || reference.starts_with('X');
  if (hex) reference.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(reference.data(), reference.data() + reference.size(), value, hex ? 16 : 10);
  if (error != std::errc() || end != reference.data() + reference.size()) return std::nullopt;
  return value;
}

bool begins_block(std::string_view tag) {
  constexpr std::array<std::string_view, 12> kBlocks = {
      "p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "td", "table", "blockquote"};
  return std::find(kBlocks.begin(), kBlocks.end(), tag) != kBlocks.end();
}

// Whether `<` at the begin of `text` opens a tag rather than being a mere sign ("a < b").
bool is_tag(std::string_view text) {
  if (text.size() < 2) return false;
  const char next = text[1];
  return next == '/' || next == '!' || next == '?' || (next >= 'a' && next <= 'z') ||
         (next >= 'A' && next <= 'Z');
}

std::string tag_name(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return lower_case(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  while (!text.empty()) {
    const auto ampersand = text.find('&');
    decoded.append(text.substr(0, ampersand));
    if (ampersand == std::string_view::npos) break;
    text.remove_prefix(ampersand);
    const auto end = text.substr(0, kMaxReferenceBytes).find(';');
    std::optional<std::uint32_t> c;
    if (end != std::string_view::npos) c = referenced(text.substr(1, end - 1));
    if (c)
      append_code_point(*c, decoded);
    else
      decoded += '&';
    text.remove_prefix(c ? end + 1 : 1);
  }
  return decoded;
}

std::string sgml_to_text(std::string_view content) {
  std::string text;
  // Once an end is not found it is not looked for again, or "<a<a<a" would take quadratic time.
  bool tags_end = true;
  bool comments_end = true;
  while (!content.empty()) {
    const auto open = content.find('<');
    text += decode_entities(content.substr(0, open));
    if (open == std::string_view::npos) break;
    content.remove_prefix(open);
    if (content.starts_with(kCdataBegin)) {
      content.remove_prefix(kCdataBegin.size());
      const auto end = content.find(kCdataEnd);
      text.append(content.substr(0, end));
      content.remove_prefix(end == std::string_view::npos ? content.size()
                                                          : end + kCdataEnd.size());
      continue;
    }
    const bool comment = content.starts_with("<!--");
    const std::string_view closing = comment ? "-->" : ">";
    bool& may_end = comment ? comments_end : tags_end;
    const auto end = may_end && is_tag(content) ? content.find(closing) : std::string_view::npos;
    if (end == std::string_view::npos) {
      if (is_tag(content)) may_end = false;
      text += '<';
      content.remove_prefix(1);
      continue;
    }
    if (!comment && begins_block(tag_name(content.substr(0, end + 1)))) text += '\n';
    content.remove_prefix(end + closing.size());
  }
  return tidy_lines(text);
}

bool begins_with_markup(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 2 || text[0] != '<') return false;
  const char next = lower_case(text.substr(1, 1))[0];
  return next == '!' || next == '?' || (next >= 'a' && next <= 'z');
}

std::string tidy_lines(std::string_view text) {
  std::string tidy;
  tidy.reserve(text.size());
  bool space = false;
  bool newline = false;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      newline = true;
    } else if (c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\0') {
      space = true;
    } else {
      if (!tidy.empty() && (newline || space)) tidy += newline ? '\n' : ' ';
      space = newline = false;
      tidy += c;
    }
  }
  return tidy;
}

}  // namespace khabar
