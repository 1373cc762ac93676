// SPDX-License-Identifier: GPL-2.0-or-later
// Lines, blocks and failures of one input.
#include "corpus/text_input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <utility>
#include <vector>

namespace khabar {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Delivers given blocks, then ends or fails.
class BlockSource final : public ByteSource {
 public:
  BlockSource(std::vector<std::string> blocks, bool fails)
      : blocks_(std::move(blocks)), fails_(fails) {}
  std::string_view read() override {
    if (next_ < blocks_.size()) return blocks_[next_++];
    if (fails_) throw std::runtime_error("truncated (fetch it again)");
    return {};
  }

 private:
  std::vector<std::string> blocks_;
  bool fails_;
  std::size_t next_ = 0;
};

class TextInputTest : public ::testing::Test {
 protected:
  TextInput open(std::vector<std::string> blocks, bool fails = false) {
    return TextInput("news.txt", std::make_unique<BlockSource>(std::move(blocks), fails),
                     [this](const Problem& problem) { problems.push_back(problem); });
  }
  static std::vector<std::string> lines_of(TextInput& input) {
    std::vector<std::string> lines;
    while (const auto line = input.read_line()) lines.emplace_back(*line);
    return lines;
  }
  std::vector<Problem> problems;
};

TEST_F(TextInputTest, ReadsLinesWithEitherEnd) {
  TextInput input = open({"سطر\nخط\r\n\nlast"});
  EXPECT_THAT(lines_of(input), ElementsAre("سطر", "خط", "", "last"));
  EXPECT_EQ(input.line(), 4U);
}

TEST_F(TextInputTest, JoinsALineThatBlocksDivide) {
  const std::string first(70'000, 'a');
  TextInput input = open({first, "b", "\xD8", "\xA7\nend"});
  EXPECT_THAT(lines_of(input), ElementsAre(first + "b\u0627", "end"));
  EXPECT_THAT(problems, IsEmpty());
}

TEST_F(TextInputTest, FailsAfterTheWholeLinesBefore) {
  TextInput input = open({"one\ntwo\nthr"}, true);
  EXPECT_THAT(lines_of(input), ElementsAre("one", "two"));
  EXPECT_TRUE(input.failed());
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].severity, Severity::failed);
  EXPECT_EQ(problems[0].path, "news.txt");
  EXPECT_EQ(problems[0].message, "truncated (fetch it again)");
}

TEST_F(TextInputTest, FailsAfterALaterBlock) {
  TextInput input = open({std::string(70'000, 'a'), "\nwhole\ncut"}, true);
  EXPECT_THAT(lines_of(input), SizeIs(2));
  EXPECT_THAT(problems, SizeIs(1));
}

TEST_F(TextInputTest, ShowsTheHeadWithoutTakingIt) {
  TextInput input = open({"\xEF\xBB\xBFخبر\n"});
  EXPECT_EQ(input.head(), "خبر\n");
  EXPECT_EQ(input.head_bytes(), "\xEF\xBB\xBFخبر\n");
  EXPECT_THAT(lines_of(input), ElementsAre("خبر"));
}

TEST_F(TextInputTest, CutsTheHeadBetweenCharacters) {
  std::string text = "x";
  while (text.size() < 80'000) text += "\u0627";
  TextInput input = open({text});
  EXPECT_EQ(input.head().size(), 64U * 1024U - 1U);
  EXPECT_EQ(input.read_rest(), text);
  EXPECT_THAT(problems, IsEmpty());
}

TEST_F(TextInputTest, ReadsTheRestAfterALine) {
  TextInput input = open({"first\nsecond\nthird"});
  EXPECT_EQ(input.read_line(), "first");
  EXPECT_EQ(input.read_rest(), "second\nthird");
}

TEST_F(TextInputTest, ReadsBytesAndLinesOfBytes) {
  TextInput input = open({"head\r\n\xFF\xFE", "\x01tail"});
  EXPECT_EQ(input.read_line_bytes(), "head");
  EXPECT_EQ(input.read_bytes(3), "\xFF\xFE\x01");
  EXPECT_EQ(input.read_bytes(100), "tail");
  EXPECT_EQ(input.read_line_bytes(), std::nullopt);
}

TEST_F(TextInputTest, DecodesUtf16OverBlocks) {
  std::string bytes("\xFF\xFE", 2);
  for (int i = 0; i < 50'000; ++i) bytes += i % 10 == 9 ? std::string("\n\0", 2) : "\x27\x06";
  TextInput input = open({bytes.substr(0, 65'537), bytes.substr(65'537)});
  const std::vector<std::string> lines = lines_of(input);
  ASSERT_THAT(lines, SizeIs(5'000));
  EXPECT_EQ(lines[3'400], lines[0]);
  EXPECT_THAT(problems, IsEmpty());
}

TEST_F(TextInputTest, EndsAtOnceWhenEmpty) {
  TextInput input = open({});
  EXPECT_EQ(input.read_line(), std::nullopt);
  EXPECT_EQ(input.read_rest(), "");
  EXPECT_THAT(problems, IsEmpty());
}

}  // namespace
}  // namespace khabar
