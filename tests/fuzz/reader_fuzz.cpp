// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a corpus file to every format's reader: documents come out whole, troubles as
// problems.
#include <memory>
#include <utility>

#include "corpus/calendar.h"
#include "corpus/reader.h"
#include "corpus/text_input.h"
#include "tests/fuzz/check.h"

namespace {

using khabar::test::check;

// Gives the bytes once.
class Bytes final : public khabar::ByteSource {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  std::string_view read() override { return std::exchange(bytes_, {}); }

 private:
  std::string_view bytes_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = khabar::test::as_text(data, size);
  for (const khabar::ReaderFormat* format : khabar::all_formats()) {
    std::size_t problems = 0;
    const khabar::ProblemHandler count = [&problems](const khabar::Problem& problem) {
      check(!problem.message.empty(), "a problem has a message");
      ++problems;
    };
    khabar::TextInput input("fuzz", std::make_unique<Bytes>(bytes), count);
    const int score = format->recognize(input);
    check(score >= 0 && score <= 100, "a format is recognized by 0 to 100");
    const auto reader = format->open(input, count);
    std::size_t documents = 0;
    while (const auto document = reader->next()) {
      check(!document->id.empty(), "a document has an id");
      check(!document->title.empty() || !document->body.empty(), "a document has text");
      check(++documents <= size + 1, "a reader comes to an end");
    }
  }
  khabar::parse_date(bytes);
  khabar::parse_partial_date(bytes);
  return 0;
}
