// SPDX-License-Identifier: GPL-2.0-or-later
// CSV and TSV after RFC 4180: quoted fields may hold delimiters, doubled quotes and line ends.
#include <algorithm>
#include <deque>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxRowBytes = std::size_t{64} * 1024 * 1024;
// Rows of which the open quote is given up and the lines behind are read anew; a file with more
// would take long, and is none of rows.
constexpr int kMaxOpenRows = 100;
constexpr std::string_view kNeeds = "each row needs one of title, body";

/// Splits text into fields, line by line. Thread safety: thread-confined.
class RowParser {
 public:
  /// With `escapes` quotes are letters, and a backslash escapes.
  explicit RowParser(char delimiter, bool escapes = false)
      : delimiter_(delimiter), escapes_(escapes) {}

  /// Takes one line; true when the row is complete, false when a quoted field goes on.
  bool add_line(std::string_view line) {
    if (in_quotes_)
      fields_.back() += '\n';
    else
      fields_.assign(1, {});
    if (escapes_) {
      take_escaped(line);
      return true;
    }
    for (std::size_t at = 0; at < line.size();) at = take(line, at);
    return !in_quotes_;
  }

  /// Gives up an open quoted field.
  void reset() {
    in_quotes_ = false;
    fields_.clear();
  }

  std::size_t last_field_bytes() const { return fields_.back().size(); }
  std::vector<std::string> take_fields() { return std::exchange(fields_, {}); }

 private:
  // Takes what begins at `at`: a run of plain text or one special character. Returns where to go
  // on.
  std::size_t take(std::string_view line, std::size_t at) {
    std::string& field = fields_.back();
    if (in_quotes_) {
      const auto quote = line.find('"', at);
      field.append(line.substr(at, quote == std::string_view::npos ? quote : quote - at));
      if (quote == std::string_view::npos) return line.size();
      const bool doubled = quote + 1 < line.size() && line[quote + 1] == '"';
      if (doubled) field += '"';
      in_quotes_ = doubled;
      return quote + (doubled ? 2 : 1);
    }
    if (line[at] == delimiter_) {
      fields_.emplace_back();
      return at + 1;
    }
    if (line[at] == '"' && field.empty()) {
      in_quotes_ = true;
      return at + 1;
    }
    const auto end = line.find(delimiter_, at);
    field.append(line.substr(at, end == std::string_view::npos ? end : end - at));
    return std::min(end, line.size());
  }

  // Fields as PostgreSQL's COPY writes them: \N is none, \n a line end, \t a tab.
  void take_escaped(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line[at] == delimiter_) {
        fields_.emplace_back();
      } else if (line[at] != '\\' || at + 1 == line.size()) {
        fields_.back() += line[at];
      } else {
        const char escaped = line[++at];
        if (escaped != 'N')
          fields_.back() += escaped == 'n' || escaped == 'r' ? '\n'
                            : escaped == 't'                 ? '\t'
                                                             : escaped;
      }
    }
  }

  char delimiter_;
  bool escapes_;
  bool in_quotes_ = false;
  std::vector<std::string> fields_;
};

std::string_view first_line(std::string_view head) {
  head = head.substr(0, head.find('\n'));
  if (head.ends_with('\r')) head.remove_suffix(1);
  return head;
}

// The one of tab, comma, semicolon and bar that divides the first line into most fields.
char delimiter_of(std::string_view line) {
  char best = ',';
  for (const char candidate : {'\t', ';', '|'}) {
    if (std::count(line.begin(), line.end(), candidate) >
        std::count(line.begin(), line.end(), best)) {
      best = candidate;
    }
  }
  return best;
}

// Whether a file of tabs has backslash escapes: the database's export into text, without quotes. So
// each line has as many tabs as the first, and somewhere \N or \n stands. Wrong for: a table of
// Windows' paths without quotes.
bool has_escapes(std::string_view head, char delimiter) {
  if (delimiter != '\t' ||
      (head.find("\\N") == std::string_view::npos && head.find("\\n") == std::string_view::npos))
    return false;
  const auto tabs = [](std::string_view line) {
    return std::count(line.begin(), line.end(), '\t');
  };
  const auto expected = tabs(first_line(head));
  for (std::size_t end = head.find('\n'); end != std::string_view::npos; end = head.find('\n')) {
    if (end > 0 && tabs(head.substr(0, end)) != expected && !head.starts_with("\\.")) return false;
    head.remove_prefix(end + 1);
  }
  return true;
}

std::vector<std::string> fields_of(std::string_view line) {
  RowParser parser(delimiter_of(line));
  parser.add_line(line);
  return parser.take_fields();
}

// How many of the names are khabar's or their synonyms.
int known_names(const std::vector<std::string>& names) {
  Record scratch;
  return static_cast<int>(std::count_if(names.begin(), names.end(), [&](const std::string& name) {
    return field_named(scratch, trimmed(name)) != nullptr;
  }));
}

// Two names, or one beside words that may be names: short ones that begin with no digit.
bool is_header(const std::vector<std::string>& row) {
  constexpr std::size_t kLongestName = 40;
  const int known = known_names(row);
  return known >= 2 ||
         (known == 1 && std::none_of(row.begin(), row.end(), [](const std::string& name) {
            return name.size() > kLongestName || name.find_first_of("0123456789") == 0;
          }));
}

// Excel writes "sep=;" before the header.
constexpr std::string_view kDelimiterLine = "sep=";

std::string_view header_of(std::string_view head) {
  const std::size_t end = head.find('\n');
  const bool marked = head.starts_with(kDelimiterLine) && end != std::string_view::npos;
  return first_line(marked ? head.substr(end + 1) : head);
}

// Behind the rows of PostgreSQL's COPY, its backslash read.
constexpr std::string_view kEndOfData = ".";

class CsvReader final : public DocumentReader {
 public:
  CsvReader(TextInput& input, const ProblemHandler& on_problem)
      : input_(input),
        on_problem_(on_problem),
        names_(fields_of(header_of(input.head()))),
        parser_(delimiter_of(header_of(input.head())),
                has_escapes(input.head(), delimiter_of(header_of(input.head())))) {
    has_header_ = is_header(names_);
    if (!has_header_) return;
    UnusedFields unused(input_.name(), on_problem_);
    Record scratch;
    for (std::string& name : names_) {
      name = std::string(trimmed(name));
      if (!name.empty() && field_named(scratch, name) == nullptr) unused.take(name);
    }
  }

  std::optional<Document> next() override {
    while (std::optional<std::vector<std::string>> row = next_row()) {
      if (row_line_ == 1 && row->front().starts_with(kDelimiterLine)) continue;
      if (!std::exchange(began_, true)) {
        if (has_header_ && has_text_column()) continue;
        if (has_header_ || !take_usual_names()) return std::nullopt;
      }
      if (row->size() == 1 && (trimmed(row->front()).empty() || row->front() == kEndOfData))
        continue;
      if (row->size() > names_.size()) {
        report("the row has " + std::to_string(row->size()) + " fields, expected " +
               std::to_string(names_.size()) + " (put fields with delimiters in quotes)");
        continue;
      }
      Record record = record_of(std::move(*row));
      if (complete_record(record, {input_.name(), row_line_}, kNeeds, on_problem_)) {
        return std::move(record.document);
      }
    }
    return std::nullopt;
  }

 private:
  void report(std::string message) const {
    if (on_problem_) on_problem_({Severity::skipped, input_.name(), row_line_, std::move(message)});
  }

  std::optional<std::vector<std::string>> next_row() {
    bool open = false;
    open_lines_.clear();
    while (const std::optional<std::string_view> line = next_line()) {
      if (!open) row_line_ = line_;
      if (parser_.add_line(*line)) return parser_.take_fields();
      if (open) open_lines_.emplace_back(*line);
      open = true;
      if (parser_.last_field_bytes() <= kMaxRowBytes) continue;
      give_up("a quoted field is longer than 64 MB (close its quote)");
      open = false;
    }
    if (!open || input_.failed()) return std::nullopt;
    give_up("a quote that opens in this row is never closed (close it)");
    return again_.empty() ? std::nullopt : next_row();
  }

  // Leaves the row out. The lines behind it, which the quote swallowed, are rows of their own.
  void give_up(std::string message) {
    report(std::move(message));
    parser_.reset();
    line_ = row_line_;
    if (++open_rows_ <= kMaxOpenRows)
      again_.insert(again_.begin(), std::make_move_iterator(open_lines_.begin()),
                    std::make_move_iterator(open_lines_.end()));
    open_lines_.clear();
  }

  // Valid until the next call.
  std::optional<std::string_view> next_line() {
    if (!again_.empty()) {
      read_again_ = std::move(again_.front());
      again_.pop_front();
      ++line_;
      return read_again_;
    }
    const std::optional<std::string_view> line = input_.read_line();
    if (line) line_ = input_.line();
    return line;
  }

  Record record_of(std::vector<std::string> row) const {
    Record record;
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string* field = field_named(record, names_[i]);
      if (field != nullptr && field->empty()) *field = std::move(row[i]);
    }
    return record;
  }

  // A header that names neither title nor body: no row can be read, which is said once.
  bool has_text_column() const {
    Record record;
    for (const std::string& name : names_) {
      const std::string* field = field_named(record, name);
      if (field == &record.document.title || field == &record.document.body ||
          field == &record.summary)
        return true;
    }
    if (on_problem_)
      on_problem_({Severity::failed, input_.name(), row_line_,
                   "no column of the header is a title or body (call one so: title, body)"});
    return false;
  }

  // Without a header up to three columns are id, title, body; of more nobody knows. Said once.
  bool take_usual_names() {
    const bool known = names_.size() <= 3;
    if (on_problem_) {
      on_problem_({known ? Severity::repaired : Severity::failed, input_.name(), row_line_,
                   std::string("no field name in the first row") +
                       (known ? "; the columns are taken as id, title, body" : "") +
                       " (write a header such as id,title,body,date,source)"});
    }
    names_ = {"id", "title", "body"};
    return known;
  }

  TextInput& input_;
  const ProblemHandler& on_problem_;
  std::vector<std::string> names_;
  RowParser parser_;
  bool has_header_ = false;
  bool began_ = false;
  std::uint64_t row_line_ = 0;
  std::uint64_t line_ = 0;               // the last one that was read
  std::vector<std::string> open_lines_;  // of the row that is open, behind its first
  std::deque<std::string> again_;        // to be read before the input
  std::string read_again_;               // the last one of these
  int open_rows_ = 0;
};

int recognize(const TextInput& input) {
  const std::string_view line = header_of(input.head());
  const bool named = has_extension(input.name(), ".csv") || has_extension(input.name(), ".tsv");
  const bool divided = line.find_first_of(",;\t|") != std::string_view::npos;
  if (!divided || line.starts_with('{') || line.starts_with('<')) return 0;
  if (line.size() < 4096 && known_names(fields_of(line)) >= 2) return named ? 85 : 65;
  return named ? 50 : 0;
}

std::unique_ptr<DocumentReader> open(TextInput& input, const ProblemHandler& on_problem) {
  return std::make_unique<CsvReader>(input, on_problem);
}

}  // namespace

extern const ReaderFormat csv_format;
const ReaderFormat csv_format{"csv",
                              "CSV or TSV with a header of field names, as COPY of PostgreSQL "
                              "writes it, too; or the columns id, title, body",
                              recognize, open};

}  // namespace khabar
