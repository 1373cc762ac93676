// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar --leave-out STAGE COMMAND`, which ablations are made with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::HasSubstr;

// The ids that a search finds in an index of few_articles(), both without one stage.
std::string found_without(const std::string& stage, const std::string& query) {
  const TempDir folder;
  const std::string file = folder.write("news.jsonl", few_articles());
  run_khabar({"--leave-out", stage, "index", "--index", folder / "index", file});
  const Outcome outcome = run_khabar({"--leave-out", stage, "search", "--index", folder / "index",
                                      "--no-correction", "--json", "--", query});
  if (outcome.exit_code == 2) throw std::runtime_error(outcome.err);
  const nlohmann::json results = nlohmann::json::parse(outcome.out);
  std::string ids;
  for (const auto& hit : results.at("hits")) ids += hit.at("id").get<std::string>() + " ";
  return ids;
}

TEST(LeaveOut, AStageThatIsLeftOutFindsNothing) {
  // A plural for the singular; ARABIC YEH for FARSI YEH; a word with and without its ending behind
  // a half space.
  EXPECT_THAT(found_without("letters", "مصرف"), HasSubstr("ar-3"));
  EXPECT_EQ(found_without("stems", "مصرف"), "");
  EXPECT_THAT(found_without("stems", "المصارف"), HasSubstr("ar-3"));
  EXPECT_EQ(found_without("stems", "مصرفه"), "");  // "his", where HEH was typed
  EXPECT_THAT(found_without("stems", "=امنيت"), HasSubstr("fa-3"));
  EXPECT_EQ(found_without("letters", "=امنيت"), "");
  EXPECT_THAT(found_without("compounds", "کتاب"), HasSubstr("fa-1"));
  EXPECT_THAT(found_without("joining", "کتاب"), HasSubstr("fa-1"));
}

TEST(LeaveOut, AnIndexIsReadWithTheStagesThatMadeIt) {
  const IndexFixture fixture;
  const Outcome outcome =
      run_khabar({"--leave-out", "stems", "search", "--index", fixture.index(), "مدار"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("without stems"));
}

TEST(LeaveOut, NamesTheStages) {
  const Outcome outcome = run_khabar({"--leave-out", "nouns", "info", "--index", "x"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("letters, joining, compounds, stems"));
}

}  // namespace
}  // namespace khabar::test
