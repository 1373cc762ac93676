// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/html_text.h"

#include <fmt/format.h>

#include <array>

#include "analyzers/utf8.h"
#include "searcher/terminal_text.h"

namespace khabar {
namespace {

Direction first_direction(std::string_view text) {
  const Glyphs glyphs = glyphs_of(text);
  return first_strong({glyphs.begin(), glyphs.end()});
}

void append_escaped(char32_t c, std::string& html) {
  constexpr std::u32string_view kSigns = U"&<>\"'";
  constexpr std::array<std::string_view, 5> kEscaped = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
  const std::size_t sign = kSigns.find(c);
  if (sign == std::u32string_view::npos) return append_utf8(c, html);
  html += kEscaped[sign];
}

}  // namespace

bool has_arabic(std::string_view text) {
  const Glyphs glyphs = glyphs_of(text);
  return has_right_to_left({glyphs.begin(), glyphs.end()});
}

bool begins_latin(std::string_view text) {
  return first_direction(text) == Direction::left_to_right;
}

const char* direction_of(std::string_view text) { return has_arabic(text) ? "rtl" : "ltr"; }

std::string other_direction(std::string_view text, std::string_view around) {
  const std::string_view direction = direction_of(text);
  if (direction == around || first_direction(text) == Direction::none) return {};
  return fmt::format(" dir=\"{}\"", direction);
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::string highlighted_html(std::string_view text, const std::vector<ByteRange>& highlights) {
  std::string html;
  bool lit = false;
  for (const Glyph& glyph : glyphs_of(text, highlights)) {
    if (glyph.lit != lit) html += glyph.lit ? "<mark>" : "</mark>";
    lit = glyph.lit;
    append_escaped(glyph.code_point, html);
  }
  if (lit) html += "</mark>";
  return html;
}

// A <bdi> without a direction takes that of the first letter.
std::string isolated_html(std::string_view text, const std::vector<ByteRange>& highlights) {
  if (text.empty()) return {};
  const bool mixed = begins_latin(text) && has_arabic(text);
  return (mixed ? "<bdi dir=\"rtl\">" : "<bdi>") + highlighted_html(text, highlights) + "</bdi>";
}

}  // namespace khabar
