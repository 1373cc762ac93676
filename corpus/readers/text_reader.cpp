// SPDX-License-Identifier: GPL-2.0-or-later
// Plain text: one file, one document; the first line is the title, the path is the id.
#include <algorithm>
#include <utility>

#include "corpus/markup.h"
#include "corpus/no_article.h"
#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

class TextReader final : public DocumentReader {
 public:
  TextReader(TextInput& input, const ProblemHandler& on_problem)
      : input_(input), on_problem_(on_problem) {}

  std::optional<Document> next() override {
    if (std::exchange(done_, true)) return std::nullopt;
    const std::string all = input_.read_rest();
    if (all.empty() || input_.failed()) return std::nullopt;
    const std::string_view text = trimmed(all);
    const auto title_end = text.find('\n');
    Document document;
    document.id = input_.name();
    document.title = text.substr(0, title_end);
    if (title_end != std::string_view::npos) document.body = tidy_lines(text.substr(title_end + 1));
    constexpr std::string_view kNeeds = "the file holds white space only; remove it";
    if (!complete_document(document, {input_.name(), 0}, kNeeds, on_problem_)) return std::nullopt;
    return document;
  }

 private:
  TextInput& input_;
  const ProblemHandler& on_problem_;
  bool done_ = false;
};

// Text has no control characters to speak of; one in a thousand is a slip, more is a binary file.
bool looks_like_text(std::string_view head) {
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') ||
           byte == 0x7F;
  };
  const auto controls = std::count_if(head.begin(), head.end(), is_control);
  return static_cast<std::size_t>(controls) * 1000 <= head.size();
}

// Formats of word processors that are letters, too.
bool is_laid_out(std::string_view head) {
  return head.starts_with("%PDF-") || head.starts_with("%!PS") || head.starts_with("{\\rtf");
}

int recognize(const TextInput& input) {
  const std::string_view head = input.head();
  if (!looks_like_text(head) || begins_with_markup(head) || is_laid_out(head)) return 0;
  if (!advice_for_no_article(input).empty()) return 0;
  return has_extension(input.name(), ".txt") ? 30 : 10;
}

std::unique_ptr<DocumentReader> open(TextInput& input, const ProblemHandler& on_problem) {
  return std::make_unique<TextReader>(input, on_problem);
}

}  // namespace

extern const ReaderFormat text_format;
const ReaderFormat text_format{
    "text", "plain text, one document a file; the first line is the title", recognize, open};

}  // namespace khabar
