// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar alert`, with the real binary: each document is reported once, whatever happens to the
// index or to a run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/run_khabar.h"

namespace khabar::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;
using testing::UnorderedElementsAre;

class AlertCommand : public testing::Test {
 protected:
  Outcome alert(const std::string& command, std::vector<std::string> rest = {}) const {
    std::vector<std::string> arguments{"alert", command, "--index", fixture_.index()};
    arguments.insert(arguments.end(), rest.begin(), rest.end());
    return run_khabar(arguments);
  }
  void index(const std::string& lines, std::vector<std::string> options = {}) const {
    options.emplace_back("-");
    ASSERT_EQ(fixture_.run("index", options, lines).exit_code, 0);
  }
  // "alert id" of each line of a run.
  static std::vector<std::string> reported(const std::string& out) {
    std::vector<std::string> list;
    for (const auto& json : json_lines(out))
      list.push_back(json.at("alert").get<std::string>() + " " + json.at("id").get<std::string>());
    return list;
  }
  std::string state_file() const { return fixture_.index() + "/alerts.json"; }

  const IndexFixture fixture_;
  const TempDir folder_;
};

const nlohmann::json kArabic{{"lang", "ar"}, {"date", "2025-06-01"}, {"source", "Nilna"}};
const nlohmann::json kPersian{{"lang", "fa"}, {"date", "2025-06-01"}};

TEST_F(AlertCommand, ReportsWhatIsNewOnceInBothLanguages) {
  ASSERT_EQ(alert("add", {"ministry", "وزارة", "الاتصالات"}).exit_code, 0);
  ASSERT_EQ(alert("add", {"network", "امنیت شبکه"}).exit_code, 0);
  EXPECT_THAT(alert("run").out, IsEmpty()) << "what was there counts as seen";
  index(json_line("ar-9", "وزارة الاتصالات تطلق خدمة", "", kArabic) +
        json_line("ar-10", "وزارة الصحة تطلق خدمة", "", kArabic) +
        json_line("fa-9", "امنیت در شبکه\u200Cهای بانکی", "", kPersian));
  const Outcome first = alert("run");
  EXPECT_THAT(reported(first.out), UnorderedElementsAre("ministry ar-9", "network fa-9"));
  const auto line = nlohmann::json::parse(first.out.substr(0, first.out.find('\n')));
  EXPECT_EQ(line.at("title"), "وزارة الاتصالات تطلق خدمة");
  EXPECT_EQ(line.at("date"), "2025-06-01");
  EXPECT_EQ(line.at("source"), "Nilna");
  EXPECT_THAT(alert("run").out, IsEmpty());
}

TEST_F(AlertCommand, KnowsADocumentThroughReplacementAndAFreshIndex) {
  ASSERT_EQ(alert("add", {"ministry", "وزارة"}).exit_code, 0);
  const std::string article = json_line("ar-9", "وزارة الصحة", "", kArabic);
  index(article);
  EXPECT_THAT(reported(alert("run").out), ElementsAre("ministry ar-9"));
  index(article);
  EXPECT_THAT(alert("run").out, IsEmpty());
  index(few_articles() + article + json_line("ar-11", "وزارة المالية", "", kArabic), {"--fresh"});
  EXPECT_THAT(reported(alert("run").out), ElementsAre("ministry ar-11"));
  // An article that comes to match when it is written anew.
  index(json_line("ar-3", "وزارة الداخلية", "", kArabic));
  EXPECT_THAT(reported(alert("run").out), ElementsAre("ministry ar-3"));
}

TEST_F(AlertCommand, CompletesAFileThatWasCutOff) {
  ASSERT_EQ(alert("add", {"--old", "all", "وزارة OR ماهواره OR همایش"}).exit_code, 0);
  const std::string file = folder_ / "found.jsonl";
  ASSERT_EQ(alert("run", {"--output", file}).exit_code, 0);
  const std::string whole = file_bytes(file);
  ASSERT_EQ(reported(whole).size(), 3U);
  // As if it had been killed before it crossed its delivery off, and within a line.
  auto state = nlohmann::json::parse(file_bytes(state_file()));
  state["pending"]["lines"] = lines_of(whole);
  state["pending"]["file"] = file;
  for (const std::size_t size : {whole.size(), whole.size() - 5, whole.find('\n') + 1, 0UL}) {
    std::ofstream(state_file(), std::ios::trunc) << state.dump();
    std::ofstream(file, std::ios::trunc) << whole.substr(0, size);
    ASSERT_EQ(alert("run", {"--output", file}).exit_code, 0);
    EXPECT_EQ(file_bytes(file), whole) << size;
  }
  ASSERT_EQ(alert("run", {"--output", file}).exit_code, 0);
  EXPECT_EQ(file_bytes(file), whole);
}

TEST_F(AlertCommand, LosesNothingWhereTheOutputCannotBeWritten) {
  ASSERT_EQ(alert("add", {"--old", "all", "وزارة"}).exit_code, 0);
  EXPECT_EQ(alert("run", {"--output", folder_ / "no/such/folder"}).exit_code, 2);
  EXPECT_THAT(reported(alert("run").out), ElementsAre("all ar-1"));
}

TEST_F(AlertCommand, ListsAndRemoves) {
  ASSERT_EQ(alert("add", {"ministry", "وزارة"}).exit_code, 0);
  EXPECT_THAT(alert("list").out, HasSubstr("ministry\tوزارة\t1"));
  const auto json = nlohmann::json::parse(alert("list", {"--json"}).out);
  EXPECT_EQ(json.at(0).at("query"), "وزارة");
  const Outcome twice = alert("add", {"ministry", "خطة"});
  EXPECT_EQ(twice.exit_code, 2);
  EXPECT_THAT(twice.err, HasSubstr("already"));
  EXPECT_EQ(alert("remove", {"ministry"}).exit_code, 0);
  EXPECT_EQ(alert("remove", {"ministry"}).exit_code, 2);
  EXPECT_THAT(alert("list").out, IsEmpty());
}

TEST_F(AlertCommand, AddsTheSameSearchTwiceWithoutAChange) {
  for (const auto& [name, query] : {std::pair("ar", "وزارة"), {"fa", "شبکه"}}) {
    ASSERT_EQ(alert("add", {"--old", name, query}).exit_code, 0);
    const std::vector<std::string> found = reported(alert("run").out);
    EXPECT_THAT(found, Not(IsEmpty())) << query;
    const Outcome twice = alert("add", {"--old", name, query});
    EXPECT_EQ(twice.exit_code, 0);
    EXPECT_THAT(twice.err, HasSubstr("saved already"));
    EXPECT_THAT(alert("run").out, IsEmpty()) << query;
    EXPECT_EQ(alert("add", {"--language", "ar", name, query}).exit_code, 2);
  }
}

TEST_F(AlertCommand, KeepsNoDaysThatAreToldFromToday) {
  for (const char* query : {"سوريا date:اليوم", "سوریه date:هفته-گذشته", "سوريا date:يوليو"}) {
    const Outcome outcome = alert("add", {"relative", query});
    EXPECT_EQ(outcome.exit_code, 2) << query;
    EXPECT_THAT(outcome.err, HasSubstr("cannot be kept in a saved search")) << query;
  }
  EXPECT_EQ(alert("add", {"day", "سوريا date:1404/07"}).exit_code, 0);
}

TEST_F(AlertCommand, TellsWhatTheQueryIsReadAs) {
  for (const char* query : {"الأهلي AND", "تهران AND"}) {
    const Outcome outcome = alert("add", {query, query});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.err, HasSubstr("khabar: an operator without words on both sides"));
  }
}

TEST_F(AlertCommand, AsksWhetherAMistypedWordIsMeant) {
  std::string lines;
  for (int i = 0; i < 12; ++i)
    lines += json_line("ar" + std::to_string(i), "وزير الاتصالات في المؤتمر", "", kArabic) +
             json_line("fa" + std::to_string(i), "وزیر ارتباطات در همایش", "", kPersian);
  index(lines);
  const Outcome arabic = alert("add", {"ar", "وزيز الاتصالات"});
  EXPECT_EQ(arabic.exit_code, 0);
  EXPECT_THAT(arabic.err, HasSubstr("Did you mean: وزير الاتصالات"));
  EXPECT_THAT(alert("add", {"fa", "وزیر ارتباظات"}).err, HasSubstr("Did you mean: وزیر ارتباطات"));
  const Outcome right = alert("add", {"right", "وزیر ارتباطات"});
  EXPECT_THAT(right.err, Not(HasSubstr("Did you mean")));
  EXPECT_THAT(right.err, Not(HasSubstr("no article has it so far")));
  EXPECT_THAT(alert("add", {"none", "ماهواررررره"}).err, HasSubstr("no article has it so far"));
  EXPECT_THAT(run_khabar({"alert", "list", "--help"}).out, Not(HasSubstr("Examples:")));
}

TEST_F(AlertCommand, SaysWhatIsWrong) {
  EXPECT_EQ(alert("add", {"bad", "date:yesterweek"}).exit_code, 2);
  EXPECT_THAT(alert("list").out, IsEmpty());
  EXPECT_THAT(run_khabar({"alert", "--help"}).out, HasSubstr("khabar alert run --index news"));
  EXPECT_EQ(run_khabar({"alert", "list", "--index", folder_ / "none"}).exit_code, 2);
  std::ofstream(state_file()) << "{";
  EXPECT_THAT(alert("list").err, HasSubstr("damaged"));
}

TEST(SavedSearches, RefuseNamesThatBreakTheListAndNoteOddOnes) {
  const IndexFixture fixture;
  const auto add = [&](const std::string& name, const std::string& query) {
    return run_khabar({"alert", "add", "--index", fixture.index(), name, query});
  };
  for (const char* name : {"", " ", "a\tb", "a\nb"}) EXPECT_EQ(add(name, "خبر").exit_code, 2);
  for (const auto& [name, query] : std::vector<std::pair<std::string, std::string>>{
           {"\xFF", "ماهواره"}, {"ar", "قمر \xED\xA0\x80"}, {"fa", "ماهواره\xD8"}})
    EXPECT_THAT(add(name, query).err, HasSubstr("is not in UTF-8 (convert it with iconv)"));
  EXPECT_THAT(add("source", "source:Nosuch").err, HasSubstr("no document has the source"));
  EXPECT_THAT(add("ar", "في من").err, HasSubstr("none but the commonest words"));
  EXPECT_THAT(add("fa", "از در به").err, HasSubstr("none but the commonest words"));
  EXPECT_THAT(add("good", "ماهواره").err,
              MatchesRegex("khabar: saved; articles so far that are not reported: [1-9][0-9]* "
                           "\\(--old reports them\\)\n"));
  run_khabar({"alert", "run", "--index", fixture.index()});
  EXPECT_THAT(run_khabar({"alert", "run", "--index", fixture.index()}).err,
              HasSubstr("khabar: nothing new\n"));
}

TEST(SavedSearches, ArePartOfBackupsAndChecks) {
  const IndexFixture fixture;
  const std::string copy = fixture.folder / "copy";
  run_khabar({"alert", "add", "--index", fixture.index(), "satellite", "ماهواره"});
  EXPECT_EQ(fixture.run("backup", {copy}).exit_code, 0);
  EXPECT_EQ(run_khabar({"alert", "list", "--index", copy}).out,
            run_khabar({"alert", "list", "--index", fixture.index()}).out);
  std::ofstream(copy + "/alerts.json") << "{";
  const Outcome damaged = run_khabar({"check", "--index", copy});
  EXPECT_EQ(damaged.exit_code, 2);
  EXPECT_THAT(damaged.err, HasSubstr("alerts.json is damaged"));
  EXPECT_EQ(fixture.run("check").exit_code, 0);
}

}  // namespace
}  // namespace khabar::test
