// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/result_writer.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "analyzers/characters.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kPopIsolate = "\u2069";
constexpr std::string_view kRightToLeftMark = "\u200F";
constexpr std::string_view kSeparator = " \u00B7 ";  // MIDDLE DOT
constexpr std::string_view kEllipsis = "\u2026";     // HORIZONTAL ELLIPSIS
constexpr std::string_view kTimes = "\u00D7";        // MULTIPLICATION SIGN

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kDim = "\033[2m";
constexpr std::string_view kHighlight = "\033[1;4;33m";  // bold, underlined, yellow
constexpr std::string_view kPlain = "\033[0m";

constexpr std::size_t kIndent = 5;  // a rank of three digits, and two blanks
constexpr std::size_t kMinTextColumns = 20;
constexpr std::size_t kMaxTextColumns = 100;  // longer lines are hard to read

// One character as it is shown.
struct Glyph {
  char32_t code_point = 0;
  std::uint8_t columns = 1;
  bool lit = false;
};
using Glyphs = std::vector<Glyph>;

enum class Showing : std::uint8_t { shown, blank, hidden };

Showing showing_of(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return Showing::blank;  // the two blocks of controls
  switch (character_class(c)) {
    case CharacterClass::blank:
    case CharacterClass::line_end:
      return Showing::blank;
    case CharacterClass::ignorable:
      return Showing::hidden;
    default: {
      const bool annotation = c >= 0xFFF9 && c <= 0xFFFB;
      const bool tag = c >= 0xE0000 && c <= 0xE0FFF;
      return annotation || tag ? Showing::hidden : Showing::shown;
    }
  }
}

std::uint8_t columns_of(char32_t c) {
  if (c == kTatweel) return 1;
  if (c == kZeroWidthNonJoiner || c == 0x200B) return 0;
  switch (character_class(c)) {
    case CharacterClass::mark:
      return 0;
    case CharacterClass::ideograph:
      return 2;
    default:
      return 1;
  }
}

Glyphs glyphs_of(std::string_view text, const std::vector<ByteRange>& highlights = {}) {
  Glyphs glyphs;
  auto range = highlights.begin();
  bool blank_before = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    while (range != highlights.end() && range->end <= begin) ++range;
    const bool lit = range != highlights.end() && begin >= range->begin;
    const Showing showing = showing_of(c);
    if (showing == Showing::hidden || (showing == Showing::blank && blank_before)) continue;
    blank_before = showing == Showing::blank;
    glyphs.push_back(blank_before ? Glyph{U' ', 1, lit} : Glyph{c, columns_of(c), lit});
  }
  if (!glyphs.empty() && glyphs.back().code_point == U' ') glyphs.pop_back();
  return glyphs;
}

using GlyphRange = std::pair<Glyphs::const_iterator, Glyphs::const_iterator>;

std::size_t columns_of(GlyphRange range) {
  std::size_t columns = 0;
  for (auto glyph = range.first; glyph != range.second; ++glyph) columns += glyph->columns;
  return columns;
}

// Lines of at most `columns`, broken at blanks; a longer word is broken where the line ends.
std::vector<GlyphRange> wrap(const Glyphs& glyphs, std::size_t columns) {
  std::vector<GlyphRange> lines;
  auto line = glyphs.begin();
  auto blank = glyphs.end();
  std::size_t used = 0;
  for (auto glyph = glyphs.begin(); glyph != glyphs.end(); ++glyph) {
    if (used + glyph->columns > columns && glyph != line) {
      const bool at_blank = blank != glyphs.end() && blank > line;
      const auto end = glyph->code_point == U' ' || !at_blank ? glyph : blank;
      lines.emplace_back(line, end);
      line = end->code_point == U' ' ? std::next(end) : end;
      used = line < glyph ? columns_of({line, glyph}) : 0;
      blank = glyphs.end();
    }
    if (glyph < line) continue;  // the blank at which the line broke
    if (glyph->code_point == U' ') blank = glyph;
    used += glyph->columns;
  }
  if (line != glyphs.end()) lines.emplace_back(line, glyphs.end());
  return lines;
}

enum class Direction : std::uint8_t { none, left_to_right, right_to_left };

Direction first_strong(GlyphRange range) {
  for (auto glyph = range.first; glyph != range.second; ++glyph) {
    const CharacterClass kind = character_class(glyph->code_point);
    if (kind == CharacterClass::arabic) return Direction::right_to_left;
    if (kind == CharacterClass::foreign || kind == CharacterClass::ideograph) {
      return Direction::left_to_right;
    }
  }
  return Direction::none;
}

bool has_right_to_left(GlyphRange range) {
  return std::any_of(range.first, range.second, [](const Glyph& glyph) {
    return character_class(glyph.code_point) == CharacterClass::arabic;
  });
}

// How the characters of one line are shown.
struct LineStyle {
  bool isolate = false;
  bool color = false;
  std::string_view base;                  // escape sequence of what is not lit
  Direction direction = Direction::none;  // of the whole text the line is of
};

std::string line_text(GlyphRange range, const LineStyle& style) {
  std::string text;
  const bool rtl_text = style.direction == Direction::right_to_left;
  const bool isolate = style.isolate && (rtl_text || has_right_to_left(range));
  if (isolate) text += kFirstStrongIsolate;
  // A line that happens to begin with a Latin word keeps the direction of its text.
  if (isolate && rtl_text && first_strong(range) != Direction::right_to_left)
    text += kRightToLeftMark;
  bool lit = false;
  if (style.color) text += style.base;
  for (auto glyph = range.first; glyph != range.second; ++glyph) {
    if (style.color && glyph->lit != lit) {
      lit = glyph->lit;
      text += kPlain;
      text += lit ? kHighlight : style.base;
    }
    append_utf8(glyph->code_point, text);
  }
  if (style.color && (lit || !style.base.empty())) text += kPlain;
  if (isolate) text += kPopIsolate;
  return text;
}

class TextWriter {
 public:
  TextWriter(const SearchResults& results, const TextLayout& layout)
      : results_(results), layout_(layout) {}

  std::string write() {
    if (!results_.parsed_query.empty()) add_query();
    bool first = true;
    for (const Hit& hit : results_.hits) {
      if (!std::exchange(first, false)) text_ += '\n';
      add_hit(hit);
    }
    return std::move(text_);
  }

 private:
  void add_query() {
    text_ += "query        " + one_line(results_.parsed_query) + '\n';
    text_ += "rules        " + one_line(results_.language) + '\n';
    text_ += "index query  " + one_line(results_.index_query) + "\n\n";
  }

  void add_hit(const Hit& hit) {
    const std::string& title = hit.title.empty() ? hit.id : hit.title;
    const std::string rank = fmt::format("{:>3}  ", hit.rank);
    add_lines(glyphs_of(title, hit.title.empty() ? std::vector<ByteRange>() : hit.title_highlights),
              rank, kBold);
    add_facts(hit);
    add_lines(glyphs_of(hit.snippet, hit.snippet_highlights), {}, {});
    if (!hit.evidence.empty()) add_evidence(hit);
  }

  // A pipe gets one line, a terminal as many as it takes.
  void add_lines(const Glyphs& glyphs, std::string_view lead, std::string_view base) {
    const GlyphRange all(glyphs.begin(), glyphs.end());
    const LineStyle style{layout_.terminal, layout_.color, base, first_strong(all)};
    const std::size_t room =
        std::clamp(layout_.columns, kIndent + kMinTextColumns, kIndent + kMaxTextColumns) - kIndent;
    const auto lines = layout_.terminal ? wrap(glyphs, room) : std::vector<GlyphRange>{all};
    for (const GlyphRange& line : lines) {
      if (line.first == line.second) continue;
      text_ += lead.empty() ? std::string(kIndent, ' ') : std::string(lead);
      text_ += line_text(line, style) + '\n';
      lead = {};
    }
  }

  std::string one_line(std::string_view text) const {
    const Glyphs glyphs = glyphs_of(text);
    return line_text({glyphs.begin(), glyphs.end()}, {.isolate = layout_.terminal, .base = {}});
  }

  void add_facts(const Hit& hit) {
    std::string facts;
    const std::string date = hit.date.empty() || layout_.write_date == nullptr
                                 ? hit.date
                                 : layout_.write_date(hit.date, hit.language);
    const std::string copies =
        hit.copies == 0 ? ""
                        : fmt::format("{} {}", hit.copies, hit.copies == 1 ? "copy" : "copies");
    for (const std::string& fact : {hit.source, date, hit.language, hit.id, copies}) {
      if (fact.empty()) continue;
      if (!facts.empty()) facts += kSeparator;
      facts += one_line(fact);
    }
    text_.append(kIndent, ' ');
    if (layout_.color) text_ += kDim;
    text_ += facts;
    if (layout_.color) text_ += kPlain;
    text_ += '\n';
  }

  void add_evidence(const Hit& hit) {
    text_ += fmt::format("{:{}}score {:.4f}\n", "", kIndent, hit.score);
    for (const TermEvidence& one : hit.evidence) {
      text_ += fmt::format("{:{}}{:>9.4f}  {}{:<3} {}  {}  ({})\n", "", kIndent, one.weight, kTimes,
                           one.count, one_line(one.word), one_line(one.term), one.kind);
    }
  }

  const SearchResults& results_;
  const TextLayout& layout_;
  std::string text_;
};

using Json = nlohmann::ordered_json;

// Digits beyond these are noise of the computation.
double rounded(double number, double steps) {
  return std::isfinite(number) ? std::round(number * steps) / steps : 0.0;
}

Json ranges_as_json(const std::vector<ByteRange>& ranges) {
  Json list = Json::array();
  for (const ByteRange& range : ranges) list.push_back({range.begin, range.end});
  return list;
}

Json hit_as_json(const Hit& hit, bool explained) {
  Json json{{"rank", hit.rank},
            {"score", rounded(hit.score, 1e4)},
            {"id", hit.id},
            {"title", hit.title},
            {"date", hit.date},
            {"source", hit.source},
            {"language", hit.language},
            {"snippet", hit.snippet},
            {"category", hit.category},
            {"url", hit.url},
            {"title_highlights", ranges_as_json(hit.title_highlights)},
            {"snippet_highlights", ranges_as_json(hit.snippet_highlights)},
            {"copies", hit.copies},
            {"copy_ids", hit.copy_ids}};
  if (!explained) return json;
  json["evidence"] = Json::array();
  for (const TermEvidence& one : hit.evidence) {
    json["evidence"].push_back({{"word", one.word},
                                {"term", one.term},
                                {"kind", one.kind},
                                {"count", one.count},
                                {"weight", rounded(one.weight, 1e4)}});
  }
  return json;
}

}  // namespace

TextLayout text_layout(int descriptor) {
  TextLayout layout;
  const char* const kind = std::getenv("TERM");
  const bool dumb = kind == nullptr || std::string_view(kind) == "dumb";
  layout.terminal = isatty(descriptor) == 1;
  const char* const no_color = std::getenv("NO_COLOR");
  layout.color = layout.terminal && !dumb && (no_color == nullptr || *no_color == '\0');
  winsize size{};
  if (layout.terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    layout.columns = size.ws_col;
  }
  return layout;
}

std::string results_as_text(const SearchResults& results, const TextLayout& layout) {
  return TextWriter(results, layout).write();
}

std::string results_as_json(const SearchResults& results) {
  const bool explained = !results.parsed_query.empty();
  Json json{{"query", results.query},
            {"total", results.total},
            {"seconds", rounded(results.seconds, 1e6)},
            {"hits", Json::array()}};
  for (const Hit& hit : results.hits) json["hits"].push_back(hit_as_json(hit, explained));
  if (explained) {
    json["rules"] = results.language;
    json["notes"] = results.notes;
    json["parsed_query"] = results.parsed_query;
    json["index_query"] = results.index_query;
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string printable(std::string_view text) {
  std::string shown;
  for (const Glyph& glyph : glyphs_of(text)) append_utf8(glyph.code_point, shown);
  return shown;
}

std::string isolated(std::string_view text) {
  const Glyphs glyphs = glyphs_of(text);
  if (!has_right_to_left({glyphs.begin(), glyphs.end()})) return std::string(text);
  return std::string(kFirstStrongIsolate).append(text).append(kPopIsolate);
}

std::size_t count_columns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += columns_of(next_code_point(text, at));
  return columns;
}

std::string query_with_carets(std::string_view query, std::size_t begin, std::size_t end) {
  constexpr std::size_t kMaxAround = 40;
  constexpr std::size_t kMaxFault = 80;
  end = std::min(end, query.size());
  if (begin >= end) return {};
  std::string_view before = query.substr(0, begin);
  if (before.size() > kMaxAround) {
    before.remove_prefix(safe_prefix(before, before.size() - kMaxAround).size());
  }
  const std::string_view fault = safe_prefix(query.substr(begin, end - begin), kMaxFault);
  const std::string_view after = safe_prefix(query.substr(begin + fault.size()), kMaxAround);
  std::string lead(before.size() < begin ? kEllipsis : std::string_view());
  lead += printable(before);
  if (!before.empty() && before.back() == ' ') lead += ' ';
  std::string line = "  " + lead + printable(fault);
  if (!after.empty() && after.front() == ' ') line += ' ';
  line += printable(after);
  if (begin + fault.size() + after.size() < query.size()) line += kEllipsis;
  line += "\n  " + std::string(count_columns(lead), ' ');
  return line + std::string(std::max<std::size_t>(count_columns(printable(fault)), 1), '^');
}

}  // namespace khabar
