// SPDX-License-Identifier: GPL-2.0-or-later
// Web archives (ISO 28500): the HTML pages among their HTTP responses.
#include <charconv>
#include <map>
#include <optional>
#include <stdexcept>

#include "corpus/byte_source.h"
#include "corpus/markup.h"
#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

constexpr std::uint64_t kMaxPageBytes = std::uint64_t{64} * 1024 * 1024;

using Headers = std::map<std::string, std::string>;  // names in lower case

void add_header(std::string_view line, Headers& headers) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return;
  headers.try_emplace(lower_case(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
}

std::string value_of(const Headers& headers, const std::string& name) {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

template <typename Number>
std::optional<Number> number_in(std::string_view text, int base) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  return value;
}

// An HTTP body without its chunk lengths (RFC 9112, 7.1). Many archives keep the header but store
// the body plain; what does not begin with a length comes back as it is.
std::string without_chunks(std::string_view body) {
  std::string plain;
  std::string_view rest = body;
  while (!rest.empty()) {
    const auto line_end = rest.find("\r\n");
    const auto length = number_in<std::size_t>(rest.substr(0, line_end), 16);
    if (line_end == std::string_view::npos || !length) break;
    if (*length == 0) return plain;
    rest.remove_prefix(line_end + 2);
    plain.append(rest.substr(0, *length));
    rest.remove_prefix(std::min(rest.size(), *length));
    if (rest.starts_with("\r\n")) rest.remove_prefix(2);
  }
  return plain.empty() ? std::string(body) : plain;
}

struct HttpResponse {
  int status = 0;
  Headers headers;
  std::string_view body;
};

HttpResponse parse_http(std::string_view message) {
  HttpResponse response;
  const auto next_line = [&message] {
    const auto end = message.find('\n');
    std::string_view line = message.substr(0, end);
    message.remove_prefix(end == std::string_view::npos ? message.size() : end + 1);
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
  };
  const std::string_view status_line = next_line();
  const auto space = status_line.find(' ');
  if (space == std::string_view::npos) return response;
  response.status = number_in<int>(status_line.substr(space + 1), 10).value_or(0);
  for (std::string_view line = next_line(); !line.empty(); line = next_line()) {
    add_header(line, response.headers);
  }
  response.body = message;
  return response;
}

std::string charset_in(std::string_view content_type) {
  const std::string type = lower_case(content_type);
  const auto at = type.find("charset=");
  if (at == std::string::npos) return {};
  const auto begin = type.find_first_not_of(" \"'", at + 8);
  if (begin == std::string::npos) return {};
  const auto end = type.find_first_of(" \"';", begin);
  return type.substr(begin, end == std::string::npos ? end : end - begin);
}

bool is_html(std::string_view content_type) {
  const std::string type = lower_case(content_type);
  return type.starts_with("text/html") || type.starts_with("application/xhtml+xml");
}

/// Thread safety: thread-confined.
class WarcReader final : public DocumentReader {
 public:
  WarcReader(TextInput& input, const ProblemHandler& on_problem)
      : input_(input), on_problem_(on_problem) {}

  std::optional<Document> next() override {
    while (find_record()) {
      const Headers headers = read_headers();
      const auto length = number_in<std::uint64_t>(value_of(headers, "content-length"), 10);
      if (!length) {
        report("WARC record without Content-Length (fetch the archive again)");
        continue;
      }
      const bool wanted = is_wanted(headers);
      if (!wanted || *length > kMaxPageBytes) {
        if (wanted) report("the record is longer than 64 MB (leave it out)");
        if (!pass_over(*length)) return ends_inside();
        continue;
      }
      const std::string block = input_.read_bytes(*length);
      if (block.size() < *length) return ends_inside();
      if (std::optional<Document> document = read_block(headers, block)) return document;
    }
    return std::nullopt;
  }

 private:
  void report(std::string message, Severity severity = Severity::skipped) const {
    if (on_problem_) {
      on_problem_(
          {severity, input_.name(), 0, std::move(message) + (url_.empty() ? "" : ": " + url_)});
    }
  }

  std::optional<Document> ends_inside() const {
    if (!input_.failed())
      report("the archive ends inside a record (fetch it again)", Severity::failed);
    return std::nullopt;
  }

  // Goes behind the next "WARC/1.x" line. Anything but empty lines before it is damage.
  bool find_record() {
    url_.clear();
    bool reported = false;
    while (const std::optional<std::string> line = input_.read_line_bytes()) {
      if (line->starts_with("WARC/")) return true;
      if (trimmed(*line).empty() || reported) continue;
      report(
          "no WARC record where one should begin; passed over to the next (fetch the archive "
          "again)");
      reported = true;
    }
    return false;
  }

  Headers read_headers() {
    Headers headers;
    while (const std::optional<std::string> line = input_.read_line_bytes()) {
      if (line->empty()) break;
      add_header(*line, headers);
    }
    std::string url = value_of(headers, "warc-target-uri");
    // WARC 1.0 writers put the address in angle brackets.
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
    url_ = std::move(url);
    return headers;
  }

  static bool is_wanted(const Headers& headers) {
    const std::string type = value_of(headers, "warc-type");
    if (type == "response") {
      return lower_case(value_of(headers, "content-type")).starts_with("application/http");
    }
    return type == "resource" && is_html(value_of(headers, "content-type"));
  }

  // False where the archive ends before.
  bool pass_over(std::uint64_t bytes) {
    constexpr std::uint64_t kStep = std::uint64_t{1024} * 1024;
    while (bytes > 0) {
      const std::string part = input_.read_bytes(std::min(bytes, kStep));
      if (part.empty()) return false;
      bytes -= part.size();
    }
    return true;
  }

  std::optional<Document> read_block(const Headers& headers, std::string_view block) {
    if (value_of(headers, "warc-type") == "resource") {
      return page(block, charset_in(value_of(headers, "content-type")), headers);
    }
    const HttpResponse response = parse_http(block);
    const std::string type = value_of(response.headers, "content-type");
    if (response.status != 200 || !is_html(type)) return std::nullopt;
    std::string body(response.body);
    if (lower_case(value_of(response.headers, "transfer-encoding")) == "chunked") {
      body = without_chunks(body);
    }
    const std::string encoding = lower_case(value_of(response.headers, "content-encoding"));
    if (encoding == "br") {
      report("the page is packed with Brotli, which khabar does not read (store it unpacked)");
      return std::nullopt;
    }
    try {
      if (body.starts_with("\x1F\x8B")) body = unpacked(body, kMaxPageBytes);
    } catch (const std::runtime_error& error) {
      report(error.what());
      return std::nullopt;
    }
    return page(body, charset_in(type), headers);
  }

  std::optional<Document> page(std::string_view html, std::string_view charset,
                               const Headers& headers) {
    Document document = html_to_document(html, charset, url_);
    if (document.id.empty()) document.id = value_of(headers, "warc-record-id");
    // The day of the crawl is the latest the article can be of; better than none.
    if (document.date.empty()) document.date = value_of(headers, "warc-date").substr(0, 10);
    constexpr std::string_view kNeeds = "a page needs a title or paragraphs";
    if (!complete_document(document, {input_.name(), 0}, kNeeds, on_problem_)) return std::nullopt;
    return document;
  }

  TextInput& input_;
  const ProblemHandler& on_problem_;
  std::string url_;  // of the current record, for messages
};

int recognize(const TextInput& input) { return input.head_bytes().starts_with("WARC/") ? 95 : 0; }

std::unique_ptr<DocumentReader> open(TextInput& input, const ProblemHandler& on_problem) {
  return std::make_unique<WarcReader>(input, on_problem);
}

}  // namespace

extern const ReaderFormat warc_format;
const ReaderFormat warc_format{"warc", "web archives: the HTML pages of a WARC file", recognize,
                               open};

}  // namespace khabar
