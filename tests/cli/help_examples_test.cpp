// SPDX-License-Identifier: GPL-2.0-or-later
// The examples in the help of each command run as they stand there, on the bundled articles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>

#include "tests/cli/run_khabar.h"
#include "tests/support/lines.h"

namespace khabar::test {
namespace {

// The files that the examples speak of, and the programs behind their pipes.
constexpr const char* kPrelude = R"(
set -uo pipefail
mkdir -p corpus incoming archive backup
cp "$bundled"/* .
cp articles-fa.jsonl archive/
cp articles-ar.jsonl new.jsonl
printf 'id,title\n1001,خبر جديد\n' > export.csv
cp articles-ar.jsonl dump.jsonl
cat articles-*.jsonl | gzip > articles.jsonl.gz
printf '<DOC>\n<DOCNO>t-1</DOCNO>\n<TEXT>\nخبر تازه\n</TEXT>\n</DOC>\n' > corpus/a.trec
printf 'وللمدارس\nکتاب هایم\n' > lines.txt
"$program" index --index news articles-*.jsonl > log 2>&1 || cat log
"$program" eval --index news --topics topics-fa.jsonl --qrels qrels-fa-fa.txt --run before.run > log
cp before.run fa.run
khabar() {
  case " $* " in
    *" serve "*)
      [[ " $* " == *" --listen "* ]] || set -- "$@" --listen 127.0.0.1:0
      timeout --foreground --preserve-status --signal INT 1 "$program" "$@"
      ;;
    *" --watch "*) timeout --foreground --preserve-status --signal INT 3 "$program" "$@" ;;
    *) "$program" "$@" ;;
  esac
}
jq() { cat > filtered; }
notify() { cat > notified; }
zstd() { gzip; }
zstdcat() { cat "${1%.zst}"; }
tell() {
  local code=$?
  [[ $code -le $1 ]] || echo "exit code $code: $2"
}
)";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// The indented lines below "Examples:".
std::vector<std::string> examples_of(const std::string& command) {
  const std::string help = run_khabar({command, "--help"}).out;
  std::vector<std::string> examples;
  bool inside = false;
  for (const std::string& line : lines_of(help)) {
    if (inside && !line.starts_with("  ")) break;
    if (inside) examples.push_back(line.substr(2));
    if (line == "Examples:") inside = true;
  }
  return examples;
}

// What bash says about a script that runs in `folder`.
std::string said_by(const TempDir& folder, const std::string& script) {
  const std::string file = folder.write("script.sh", script);
  FILE* pipe = popen(("cd '" + folder.path() + "' && bash script.sh 2>&1").c_str(), "r");
  std::string said;
  char block[4096];
  for (std::size_t size = 0; (size = fread(block, 1, sizeof block, pipe)) > 0;) {
    said.append(block, size);
  }
  EXPECT_EQ(pclose(pipe), 0);
  return said;
}

class HelpExamples : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Of, HelpExamples,
                         testing::Values("index", "search", "suggest", "similar", "serve", "alert",
                                         "analyze", "eval", "info", "delete", "export", "check",
                                         "backup", "compact"),
                         [](const auto& instance) { return std::string(instance.param); });

TEST_P(HelpExamples, RunAsTheyStandThere) {
  const std::string command = GetParam();
  const std::vector<std::string> examples = examples_of(command);
  ASSERT_FALSE(examples.empty());
  const TempDir folder;
  std::string script = "program='" KHABAR_BINARY "' bundled='" KHABAR_SOURCE_DIR
                       "/corpus/ministry-news'\n" +
                       std::string(kPrelude);
  // A search that finds nothing here (the last week is empty) is no fault.
  const std::string allowed = command == "search" ? "1" : "0";
  for (const std::string& example : examples) {
    script += "{ " + replaced(example, "/backup", "backup") + "; } > out 2> err; tell " + allowed +
              " '" + replaced(example, "'", "\"") + "'; grep ^khabar:.*unknown err\n";
  }
  EXPECT_EQ(said_by(folder, script + "true\n"), "");
}

}  // namespace
}  // namespace khabar::test
