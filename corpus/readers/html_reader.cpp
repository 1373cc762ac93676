// SPDX-License-Identifier: GPL-2.0-or-later
// HTML pages: one file, one article.
#include <utility>

#include "corpus/markup.h"
#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

class HtmlReader final : public DocumentReader {
 public:
  HtmlReader(TextInput& input, const ProblemHandler& on_problem)
      : input_(input), on_problem_(on_problem) {}

  std::optional<Document> next() override {
    if (std::exchange(done_, true)) return std::nullopt;
    const std::string bytes = input_.read_rest_bytes();
    if (bytes.empty() || input_.failed()) return std::nullopt;
    bool repaired = false;
    const std::string text = decode_to_utf8(bytes, {}, &repaired);
    if (repaired && on_problem_) {
      on_problem_(
          {Severity::repaired, input_.name(), 0,
           "text that cannot be decoded was replaced by U+FFFD (convert the page to UTF-8)"});
    }
    Document document = html_to_document(text, "UTF-8", {});
    if (document.id.empty()) document.id = input_.name();
    constexpr std::string_view kNeeds = "a page needs a title or paragraphs";
    if (!complete_document(document, {input_.name(), 0}, kNeeds, on_problem_)) return std::nullopt;
    return document;
  }

 private:
  TextInput& input_;
  const ProblemHandler& on_problem_;
  bool done_ = false;
};

int recognize(const TextInput& input) {
  const std::string head = lower_case(trimmed(input.head()).substr(0, 2048));
  if (head.starts_with("<!doctype html") || head.starts_with("<html")) return 80;
  const bool markup = head.starts_with('<');
  if (markup && head.find("<html") != std::string::npos) return 75;
  const bool named = has_extension(input.name(), ".html") || has_extension(input.name(), ".htm") ||
                     has_extension(input.name(), ".xhtml");
  return named && head.find('<') != std::string::npos ? 50 : 0;
}

std::unique_ptr<DocumentReader> open(TextInput& input, const ProblemHandler& on_problem) {
  return std::make_unique<HtmlReader>(input, on_problem);
}

}  // namespace

extern const ReaderFormat html_format;
const ReaderFormat html_format{"html", "HTML pages, one article each", recognize, open};

}  // namespace khabar
