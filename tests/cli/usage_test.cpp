// SPDX-License-Identifier: GPL-2.0-or-later
// Help, version, bad usage, and the papers that go with the executable.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Command : public testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Every, Command,
                         testing::Values("index", "search", "suggest", "similar", "serve", "alert",
                                         "analyze", "eval", "info", "delete", "export", "check",
                                         "backup", "compact"),
                         [](const auto& instance) { return std::string(instance.param); });

TEST_P(Command, ShowsExamplesInItsHelp) {
  const Outcome help = run_khabar({GetParam(), "--help"});
  EXPECT_EQ(help.exit_code, 0);
  const auto examples = help.out.find("Examples:\n");
  ASSERT_NE(examples, std::string::npos);
  EXPECT_THAT(help.out.substr(examples), HasSubstr(std::string("khabar ") + GetParam() + " "));
  EXPECT_THAT(help.err, IsEmpty());
}

TEST_P(Command, NamesInItsUsageWhatMustBeGiven) {
  const std::string help = run_khabar({GetParam(), "--help"}).out;
  const auto begin = help.find("Usage: ");
  const std::string usage = help.substr(begin, help.find('\n', begin) - begin);
  EXPECT_EQ(usage.find("--index DIR") != std::string::npos,
            help.find("--index DIR REQUIRED") != std::string::npos)
      << usage;
}

TEST_P(Command, NamesTheTypesOfItsValues) {
  const std::string help = run_khabar({GetParam(), "--help"}).out;
  for (const char* type : {" TEXT:", " TEXT\n", " TEXT  ", "UINT", "FLOAT"}) {
    EXPECT_THAT(help, testing::Not(HasSubstr(type)));
  }
}

// All "--name" in a text.
std::set<std::string> long_options(const std::string& text) {
  std::set<std::string> options;
  for (auto at = text.find("--"); at != std::string::npos; at = text.find("--", at + 2)) {
    const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at + 2);
    if (end != at + 2) options.insert(text.substr(at, end - at));
  }
  return options;
}

// The manual page as it is read: "\\-" is a minus there.
std::string manual_page() {
  std::string text = file_bytes(KHABAR_SOURCE_DIR "/scripts/khabar.1");
  for (auto at = text.find("\\-"); at != std::string::npos; at = text.find("\\-", at)) {
    text.erase(at, 1);
  }
  return text;
}

TEST_P(Command, HasAllItsOptionsInTheManualPageAndTheCompletion) {
  const auto in_manual = long_options(manual_page());
  const auto in_completion = long_options(file_bytes(KHABAR_SOURCE_DIR "/scripts/khabar.bash"));
  for (const std::string& option : long_options(run_khabar({GetParam(), "--help"}).out)) {
    EXPECT_TRUE(in_manual.contains(option)) << option << " is not in scripts/khabar.1";
    EXPECT_TRUE(in_completion.contains(option)) << option << " is not in scripts/khabar.bash";
  }
}

void add_keys(const nlohmann::json& json, std::set<std::string>& keys) {
  if (!json.is_structured()) return;
  for (const auto& [key, value] : json.items()) {
    if (json.is_object()) keys.insert(key);
    add_keys(value, keys);
  }
}

TEST(Usage, NamesWhatIsInTheJsonOfASearchInTheManualPage) {
  const IndexFixture fixture;
  std::set<std::string> keys;
  for (const char* query : {"الاتصالات", "الاتصلات", "ارتباطات", "قمر source:Didba"})
    add_keys(fixture.json("search", {"--facets", "--explain", "--highlight", "html", "--calendar",
                                     "jalali", query}),
             keys);
  add_keys(fixture.json("suggest", {"وزا"}), keys);
  EXPECT_THAT(keys, testing::IsSupersetOf({"hits", "copy_ids", "facets", "notes"}));
  std::string manual = manual_page();
  std::replace_if(
      manual.begin(), manual.end(), [](char c) { return c == '"' || c == '\n'; }, ' ');
  for (const std::string& key : keys)
    EXPECT_THAT(manual, testing::ContainsRegex("[ (]" + key + "[ ;,.)]")) << key;
}

TEST_P(Command, RefusesAnUnknownOption) {
  const Outcome outcome = run_khabar({GetParam(), "--no-such-option"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, StartsWith("khabar: unknown option \"--no-such-option\""));
}

TEST(Usage, PrintsTheVersion) {
  const Outcome outcome = run_khabar({"--version"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, testing::MatchesRegex("khabar [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(Usage, AsksForACommand) {
  const Outcome outcome = run_khabar({});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, StartsWith("khabar: a command is needed: index, search, "));
  EXPECT_THAT(outcome.err, HasSubstr(" (khabar --help tells more)"));
  EXPECT_THAT(run_khabar({"alert"}).err,
              HasSubstr("needed: add, list, remove, run (khabar alert --help tells more)"));
}

TEST(Usage, NamesAnUnknownCommand) {
  const Outcome outcome = run_khabar({"serach", "خبر"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("unknown command \"serach\" (is it search? khabar --help"));
  EXPECT_THAT(run_khabar({"alert", "lsit"}).err,
              HasSubstr("unknown command \"lsit\" (is it list?"));
  EXPECT_THAT(run_khabar({"خبر"}).err, HasSubstr("unknown command \"خبر\" (khabar --help"));
}

TEST(Usage, ShowsTheHelpThatIsAskedForByAWord) {
  const Outcome all = run_khabar({"help"});
  EXPECT_EQ(all.exit_code, 0);
  EXPECT_EQ(all.out, run_khabar({"--help"}).out);
  for (const char* command : {"search", "eval", "alert"}) {
    const Outcome one = run_khabar({"help", command});
    EXPECT_EQ(one.exit_code, 0);
    EXPECT_EQ(one.out, run_khabar({command, "--help"}).out);
  }
  EXPECT_EQ(run_khabar({"help", "alert", "add"}).out, run_khabar({"alert", "add", "--help"}).out);
  const Outcome wrong = run_khabar({"help", "serach"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("unknown command \"serach\" (is it search?"));
  EXPECT_THAT(run_khabar({"help", "خبر"}).err, HasSubstr("unknown command \"خبر\""));
}

TEST(Usage, NamesTheOptionThatWasPerhapsMeant) {
  EXPECT_THAT(run_khabar({"search", "--idnex", "news", "خبر"}).err,
              HasSubstr("unknown option \"--idnex\" (is it --index? khabar search --help"));
  EXPECT_THAT(run_khabar({"search", "--lang", "ar", "--index", "news", "خبر"}).err,
              HasSubstr("unknown option \"--lang\" (is it --language? khabar search --help"));
  EXPECT_THAT(run_khabar({"search", "--lang", "fa", "--index", "news", "خبر"}).err,
              HasSubstr("is it --language?"));
  EXPECT_THAT(run_khabar({"search", "--index", "news", "-خبر"}).err,
              HasSubstr("put -- before words that begin with a minus"));
  EXPECT_THAT(run_khabar({"alert", "add", "--index", "news"}).err,
              HasSubstr("NAME is required (khabar alert add --help"));
}

TEST(Usage, RefusesAValueOutOfItsRange) {
  const Outcome outcome = run_khabar({"search", "--index", "x", "--limit", "many", "خبر"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, StartsWith("khabar: --limit"));
}

TEST(Usage, NamesAnOptionThatIsGivenTwice) {
  const Outcome outcome =
      run_khabar({"search", "--index", "x", "--limit", "1", "--limit", "2", "خبر"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, StartsWith("khabar: --limit is given 2 times: give it once ("));
}

TEST(Usage, NamesAnOptionWithoutItsValue) {
  const Outcome outcome = run_khabar({"search", "خبر", "--index", "x", "--limit"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, StartsWith("khabar: --limit needs a value behind it ("));
}

// The variable of a script that was not set.
TEST(Usage, TakesNoEmptyValue) {
  for (const std::string command : {"index", "search", "similar", "suggest", "eval", "check"}) {
    std::vector<std::string> arguments{command, "--index", ""};
    if (command != "eval" && command != "check") arguments.emplace_back("خبر");
    const Outcome outcome = run_khabar(arguments);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, StartsWith("khabar: --index: an empty value: give one")) << command;
  }
  EXPECT_THAT(run_khabar({"alert", "list", "--index", " "}).err, HasSubstr("an empty value"));
  const IndexFixture fixture;
  EXPECT_THAT(fixture.run("backup", {""}).err, HasSubstr("no folder for the copy (name one)"));
}

TEST(Usage, IsolatesRightToLeftTextOnATerminalAlone) {
  const nlohmann::json arabic{{"lang", "ar"}, {"source", "الأنباء"}};
  const nlohmann::json persian{{"lang", "fa"}, {"source", "دیده\u200Cبان"}};
  const IndexFixture fixture(json_line("1", "مدرسة", "مدرسة", arabic) +
                             json_line("2", "مدرسه\u200Cها", "کتاب", persian) +
                             json_line("3", "مدرسة", "کتاب", persian));
  const std::string index = fixture.index();
  EXPECT_EQ(run_khabar({"alert", "add", "--index", index, "مدارس", "کتاب"}).exit_code, 0);
  const std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> commands{
      {{"suggest", "--index", index, "مدرس"}, {"مدرسة"}},
      {{"suggest", "--index", index, "کتا"}, {"کتاب"}},
      {{"alert", "list", "--index", index}, {"مدارس", "کتاب"}},
      {{"info", "--index", index}, {"الأنباء", "دیده\u200Cبان"}}};
  for (const auto& [command, words] : commands) {
    const std::string shown = run_on_terminal(command, 80).out;
    const std::string piped = run_khabar(command).out;
    for (const std::string& word : words) {
      EXPECT_THAT(shown, HasSubstr("\u2068" + word + "\u2069"));
      EXPECT_THAT(piped, HasSubstr(word));
    }
    EXPECT_THAT(piped, testing::Not(HasSubstr("\u2068")));
  }
}

TEST(Usage, IsolatesRightToLeftTextOfMessagesOnATerminalAlone) {
  const IndexFixture fixture;
  const std::string index = fixture.index();
  const std::vector<std::pair<std::vector<std::string>, std::string>> commands{
      {{"search", "--index", index, "--source", "الأنباء", "خبر"}, "\"الأنباء\""},
      {{"search", "--index", index, "--since", "پریروزها", "خبر"}, "\"پریروزها\""},
      {{"search", "--index", "/nowhere/أخبار", "خبر"}, "/أخبار "},
      {{"index", "--index", index, "/nowhere/خبرها.jsonl"}, "/خبرها."},
      {{"delete", "--index", index, "خبر"}, "\"خبر\""},
      {{"export", "--index", "نامه\u200Cها"}, " نامه\u200Cها "}};
  for (const auto& [command, quoted] : commands) {
    EXPECT_THAT(run_khabar(command).err, HasSubstr(quoted));
    std::string isolated = quoted;
    isolated.insert(isolated.size() - 1, "\u2069").insert(1, "\u2068");
    EXPECT_THAT(run_on_terminal(command, 80).out, HasSubstr(isolated));
  }
}

TEST(Usage, TakesABrokenPipeForSuccess) {
  const IndexFixture fixture;
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  close(ends[0]);
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    become_khabar({"export", "--index", fixture.index()});
  }
  close(ends[1]);
  EXPECT_EQ(exit_code_of(child), 0);
}

TEST(Usage, SaysThatStandardOutputIsFull) {
  const IndexFixture fixture;
  const std::string error = fixture.folder.write("error", "");
  const pid_t child = fork();
  if (child == 0) {
    dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO);
    dup2(open(error.c_str(), O_WRONLY), STDERR_FILENO);
    become_khabar({"export", "--index", fixture.index()});
  }
  EXPECT_EQ(exit_code_of(child), 2);
  EXPECT_THAT(file_bytes(error), HasSubstr("is the disk full?"));
}

TEST(Usage, NamesWhatIsMoreThanACommandTakes) {
  const IndexFixture fixture;
  EXPECT_THAT(fixture.run("info", {"extra"}).err,
              StartsWith("khabar: \"extra\" is more than khabar info takes (leave it out"));
  EXPECT_THAT(run_khabar({"alert", "run", "--index", fixture.index(), "nosuch"}).err,
              StartsWith("khabar: \"nosuch\" is more than khabar alert run takes"));
  EXPECT_THAT(fixture.run("search", {"--limit", "1", "--limit", "1", "--", "خبر"}).err,
              StartsWith("khabar: --limit is given 2 times: give it once"));
  const Outcome missing = fixture.run("delete", {"nosuch"});
  EXPECT_EQ(missing.exit_code, 2);
  EXPECT_THAT(missing.err, Not(HasSubstr("others")));
  EXPECT_THAT(missing.err, Not(HasSubstr("other ids")));
  EXPECT_THAT(fixture.run("delete", {"nosuch", "fa-1"}).err, HasSubstr("the other ids given"));
}

}  // namespace
}  // namespace khabar::test
