// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/result_writer.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>
#include <vector>

#include "indexer/schema.h"
#include "searcher/concordance.h"
#include "searcher/facet_lists.h"
#include "searcher/html_text.h"
#include "searcher/page_reader.h"
#include "searcher/page_words.h"
#include "searcher/terminal_text.h"

namespace khabar {
namespace {

constexpr std::string_view kSeparator = " \u00B7 ";  // MIDDLE DOT
constexpr std::size_t kSeparatorColumns = 3;
constexpr std::string_view kTimes = "\u00D7";  // MULTIPLICATION SIGN

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kDim = "\033[2m";

constexpr std::size_t kIndent = 5;    // a rank of three digits, and two blanks
constexpr std::size_t kIsolates = 2;  // terminals that do not know them show a box each
constexpr std::size_t kMinTextColumns = 20;
constexpr std::size_t kMaxTextColumns = 100;  // longer lines are hard to read

constexpr std::size_t kFacetIndent = 10;
// Spellings of a word that no document has; the first are the likeliest.
constexpr std::size_t kMaxMissing = 4;
// Of a score; less is rounding.
constexpr double kWorthTelling = 0.005;

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
    if (results_.facets) add_facets(*results_.facets, first);
    return std::move(text_);
  }

 private:
  void add_query() {
    if (!results_.language.empty()) {  // of an article that others are like there is no query
      text_ += "query      " + one_line(results_.parsed_query) + '\n';
      text_ += "rules of   " + one_line(results_.language) + '\n';
    }
    text_ += "looked for\n";
    const auto end = results_.terms.end();
    for (auto word = results_.terms.begin(); word != end;) {
      const auto next = std::find_if(
          word, end, [&](const TermReading& other) { return other.word != word->word; });
      text_ += "  " + one_line(word->typed) + '\n';
      add_readings({word, next});
      word = next;
    }
    text_ += '\n';
  }

  // Of one word. What no document has is named in one line: rows of it would hide the others.
  void add_readings(std::span<const TermReading> readings) {
    std::vector<std::string_view> missing;
    for (const TermReading& one : readings) {
      if (one.documents == 0U) {
        const bool elsewhere = std::ranges::any_of(readings, [&](const TermReading& other) {
          return other.text == one.text && (other.documents != 0U || &other < &one);
        });
        if (!elsewhere) missing.push_back(one.text);
        continue;
      }
      const std::string count = one.documents
                                    ? fmt::format("{:>8} {}", *one.documents,
                                                  *one.documents == 1 ? "document" : "documents")
                                    : "";
      text_ += fmt::format("    {}{:<5.2f} {:<18}  {}  ({}, {})\n", kTimes, one.weight, count,
                           one_line(one.text), one.kind, one.why);
    }
    if (!missing.empty()) add_missing(missing);
  }

  void add_missing(const std::vector<std::string_view>& missing) {
    const std::size_t shown = std::min(missing.size(), kMaxMissing);
    text_ += "    in no document";
    for (std::size_t i = 0; i < shown; ++i)
      text_.append(i == 0 ? ": " : kSeparator).append(one_line(missing[i]));
    if (missing.size() > shown)
      text_ += fmt::format("{}{} more", kSeparator, missing.size() - shown);
    text_ += '\n';
  }

  void add_hit(const Hit& hit) {
    const std::string rank = fmt::format("{:>3}  ", hit.rank);
    const bool in_lines = !hit.occurrences.empty();
    const Glyphs snippet = in_lines ? Glyphs() : glyphs_of(hit.snippet, hit.snippet_highlights);
    if (hit.title.empty()) {
      // What the article says is its best title.
      add_lines(snippet.empty() ? glyphs_of(hit.id) : snippet, rank, {});
      add_facts(hit);
    } else {
      add_lines(glyphs_of(hit.title, hit.title_highlights), rank, kBold);
      add_facts(hit);
      add_lines(snippet, {}, {});
    }
    if (in_lines) add_concordance(hit);
    if (!hit.evidence.empty()) add_evidence(hit);
  }

  // What the title has is lit above. A terminal that reorders text leaves blanks at the ends of a
  // line where they are, but not those that do not break.
  void add_concordance(const Hit& hit) {
    constexpr char32_t kNoBreakBlank = 0xA0;  // NO-BREAK SPACE
    const Glyphs snippet = glyphs_of(hit.snippet);
    const LineStyle style{
        layout_.terminal, layout_.color, {}, first_strong({snippet.begin(), snippet.end()})};
    for (const Occurrence& one : hit.occurrences) {
      if (one.in_title) continue;
      const Glyphs line = concordance_line(one, text_columns() - kIsolates,
                                           layout_.terminal ? kNoBreakBlank : U' ');
      text_.append(kIndent, ' ') += line_text({line.begin(), line.end()}, style) + '\n';
    }
  }

  std::size_t text_columns() const {
    return std::clamp(layout_.columns, kIndent + kMinTextColumns, kIndent + kMaxTextColumns) -
           kIndent;
  }

  // A pipe gets one line, a terminal as many as it takes.
  void add_lines(const Glyphs& glyphs, std::string_view lead, std::string_view base) {
    const GlyphRange all(glyphs.begin(), glyphs.end());
    const LineStyle style{layout_.terminal, layout_.color, base, first_strong(all)};
    const std::size_t room = text_columns() - (has_right_to_left(all) ? kIsolates : 0);
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
    const std::string copies =
        hit.copies == 0 ? ""
                        : fmt::format("{} {}", hit.copies, hit.copies == 1 ? "copy" : "copies");
    std::vector<std::string> facts = {one_line(joined_values(hit.source)), date_text(hit),
                                      one_line(hit.language), one_line(hit.id), copies};
    std::erase(facts, "");
    add_items(facts);
  }

  // On a terminal no item goes on in the next line unless it is longer than a line.
  void add_items(const std::vector<std::string>& items) {
    std::string line;
    std::size_t columns = kIndent;
    const auto end_line = [&] {
      text_.append(kIndent, ' ').append(layout_.color ? kDim : "").append(line);
      text_.append(layout_.color ? kPlain : "").append("\n");
    };
    for (const std::string& item : items) {
      const std::size_t needed = count_columns(printable(item)) + kSeparatorColumns;
      if (layout_.terminal && !line.empty() && columns + needed > layout_.columns) {
        end_line();
        line.clear();
        columns = kIndent;
      }
      line.append(line.empty() ? "" : kSeparator).append(item);
      columns += needed;
    }
    end_line();
  }

  // The ISO date stands outside of the isolate: Arabic letters before it would turn it about.
  std::string date_text(const Hit& hit) const {
    if (hit.date.empty() || !layout_.write_date) return one_line(hit.date);
    const WrittenDate date = layout_.write_date(hit.date, hit.language);
    return one_line(date.text) + (date.beside_iso ? " (" + one_line(hit.date) + ")" : "");
  }

  void add_evidence(const Hit& hit) {
    text_ += fmt::format("{:{}}score {:.4f}, of which\n", "", kIndent, hit.score);
    double rest = hit.score;
    for (const TermEvidence& one : hit.evidence) {
      const std::string text = one.text.empty() ? "" : one_line(one.text) + "  ";
      text_ += fmt::format("{:{}}{:>9.4f}  ", "", kIndent, one.weight);
      text_ += one.word.empty() ? fmt::format("     {}({})\n", text, one.kind)
                                : fmt::format("{}{:<3} {}({}; for {})\n", kTimes, one.count, text,
                                              one.kind, one_line(one.typed));
      rest -= one.weight;
    }
    if (rest >= kWorthTelling)
      text_ += fmt::format("{:{}}{:>9.4f}       words that the query has in several parts\n", "",
                           kIndent, rest);
  }

  void add_facets(const Facets& facets, bool no_hits) {
    if (!no_hits) text_ += '\n';
    const char* which = facets.exact ? "" : ", the first that were looked at";
    text_ += fmt::format("{} {}{}\n", facets.documents,
                         facets.documents == 1 ? "document" : "documents", which);
    for (const FacetList& list : facet_lists(facets)) {
      add_facet(list);
      if (list.name == "year") add_way_to_months(list, facets.months);
    }
  }

  // Of more months than are read at a glance only the years are shown.
  void add_way_to_months(const FacetList& years, const std::vector<FacetMonth>& months) {
    const std::string& last = years.values.back().value;
    const auto first = std::ranges::find_if(
        months, [&](const FacetMonth& month) { return month.value.starts_with(last + '-'); });
    text_ += fmt::format("{:{}}{} months: --json, or those of {} by --since {} --until {}\n", "",
                         kFacetIndent, months.size(), last, first->first, months.back().last);
    if (years.left_out > 0)
      text_ += fmt::format("{:{}}{}: --json\n", "", kFacetIndent, left_out_text(years));
  }

  // The brackets keep a count apart from the year of a month: right-to-left text has "3" beside the
  // "2025" of the next one otherwise.
  void add_facet(const FacetList& list) {
    std::string line = fmt::format("{:<{}}", list.name, kFacetIndent);
    std::size_t columns = kFacetIndent;
    for (const ListedValue& value : list.values) {
      const std::string count = fmt::format(" ({})", value.count);
      const std::size_t needed =
          count_columns(printable(value.value)) + count.size() + kSeparatorColumns;
      const bool first = &value == &list.values.front();
      if (layout_.terminal && !first && columns + needed > layout_.columns) {
        text_ += line + '\n';
        line = std::string(kFacetIndent, ' ');
        columns = kFacetIndent;
      } else if (!first) {
        line += kSeparator;
      }
      line += one_line(value.value) + count;
      columns += needed;
    }
    text_ += line;
    if (list.left_out > 0 && list.name != "year")
      text_.append(kSeparator).append(left_out_text(list));
    text_ += '\n';
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

Json values_as_json(const std::vector<FacetValue>& values) {
  Json list = Json::array();
  for (const FacetValue& one : values) list.push_back({{"value", one.value}, {"count", one.count}});
  return list;
}

Json facets_as_json(const Facets& facets) {
  Json months = Json::array();
  for (const FacetMonth& month : facets.months) {
    months.push_back({{"value", month.value},
                      {"label", month.label},
                      {"first", month.first},
                      {"last", month.last},
                      {"count", month.count}});
  }
  return {{"source", values_as_json(facets.sources)},
          {"category", values_as_json(facets.categories)},
          {"language", values_as_json(facets.languages)},
          {"month", std::move(months)},
          {"documents", facets.documents},
          {"exact", facets.exact}};
}

Json filters_as_json(const std::vector<FilterReading>& filters) {
  Json list = Json::array();
  for (const FilterReading& one : filters)
    list.push_back({{"field", one.field}, {"asked", one.asked}, {"taken", one.taken}});
  return list;
}

Json terms_as_json(const std::vector<TermReading>& terms) {
  Json list = Json::array();
  for (const TermReading& one : terms) {
    list.push_back({{"word", one.word},
                    {"term", one.term},
                    {"kind", one.kind},
                    {"why", one.why},
                    {"documents", one.documents ? Json(*one.documents) : Json()},
                    {"weight", rounded(one.weight, 1e4)}});
  }
  return list;
}

Json occurrences_as_json(const std::vector<Occurrence>& occurrences) {
  Json list = Json::array();
  for (const Occurrence& one : occurrences) {
    list.push_back({{"field", one.in_title ? "title" : "body"},
                    {"begin", one.place.begin},
                    {"end", one.place.end},
                    {"before", one.before},
                    {"match", one.match},
                    {"after", one.after}});
  }
  return list;
}

Json hit_as_json(const Hit& hit, const JsonLayout& layout, bool explained) {
  Json json{{"rank", hit.rank},
            {"score", rounded(hit.score, 1e4)},
            {"id", hit.id},
            {"title", hit.title},
            {"date", hit.date},
            {"source", joined_values(hit.source)},
            {"language", hit.language},
            {"snippet", hit.snippet},
            {"category", joined_values(hit.category)},
            {"url", hit.url},
            {"title_highlights", ranges_as_json(hit.title_highlights)},
            {"snippet_highlights", ranges_as_json(hit.snippet_highlights)},
            {"copies", hit.copies},
            {"copy_ids", hit.copy_ids}};
  if (layout.concordance) json["occurrences"] = occurrences_as_json(hit.occurrences);
  if (layout.write_date) json["date_text"] = layout.write_date(hit.date, hit.language).text;
  if (layout.html) {
    json["title_html"] = highlighted_html(hit.title, hit.title_highlights);
    json["snippet_html"] = highlighted_html(hit.snippet, hit.snippet_highlights);
  }
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

std::string suggestion_as_text(const SearchResults& results, bool terminal) {
  if (results.suggestion.empty()) return {};
  const std::string meant = printable(results.suggestion);
  const PageWords& words = words_for_reader(results);
  const auto in = [&](const std::string& text) { return terminal ? isolated(text) : text; };
  std::string text = (results.corrected ? "Showing results for " : "Did you mean: ") + in(meant);
  const std::string& own = results.corrected ? words.showing : words.did_you_mean;
  if (!own.empty()) text.append(kSeparator).append(in(fmt::format(fmt::runtime(own), meant)));
  return text;
}

std::string results_as_json(const SearchResults& results, const JsonLayout& layout) {
  const bool explained = !results.parsed_query.empty();
  Json json{{"query", results.query},
            {"total", results.total},
            {"seconds", rounded(results.seconds, 1e6)},
            {"hits", Json::array()}};
  if (!results.total_exact) json["total_exact"] = false;
  for (const Hit& hit : results.hits) json["hits"].push_back(hit_as_json(hit, layout, explained));
  if (results.facets) json["facets"] = facets_as_json(*results.facets);
  if (!results.filters.empty()) json["filters"] = filters_as_json(results.filters);
  if (explained || !results.notes.empty()) json["notes"] = in_english(results.notes);
  if (!results.suggestion.empty()) {
    json["suggestion"] = results.suggestion;
    json["corrected"] = results.corrected;
  }
  if (explained) {
    json["rules"] = results.language;
    json["terms"] = terms_as_json(results.terms);
    json["parsed_query"] = results.parsed_query;
    json["index_query"] = results.index_query;
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string completions_as_json(const std::string& prefix,
                                const std::vector<Completion>& completions) {
  Json json{{"prefix", prefix}, {"completions", Json::array()}};
  for (const Completion& one : completions) {
    Json entry{{"text", one.text}};
    if (one.documents > 0) entry["documents"] = one.documents;
    json["completions"].push_back(std::move(entry));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace khabar
