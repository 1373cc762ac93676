// SPDX-License-Identifier: GPL-2.0-or-later
// Runs the khabar executable as a user does and tells what came of it; shared by the tests of the
// command line.
#pragma once

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/lines.h"
#include "tests/support/temp_dir.h"

namespace khabar::test {

/// What a run left behind. A run ended by a signal has 128 and its number as exit code.
struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

inline int exit_code_of(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/// Becomes khabar; for a child process. 127 where that fails.
[[noreturn]] inline void become_khabar(const std::vector<std::string>& arguments) {
  std::vector<char*> argv{const_cast<char*>(KHABAR_BINARY)};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  // Xapian 1.4.22's own check of a database deletes one object through its base; not ours to mend.
  setenv("ASAN_OPTIONS", "new_delete_type_mismatch=0", 0);
  std::signal(SIGPIPE, SIG_DFL);
  execv(KHABAR_BINARY, argv.data());
  _exit(127);
}

/// The user id of nobody, for runs without the rights of root.
inline constexpr uid_t kNobody = 65534;

/// Runs khabar with standard input from `input`, the two outputs apart. `user` other than 0 is
/// taken on first.
inline Outcome run_khabar(const std::vector<std::string>& arguments, const std::string& input = {},
                          uid_t user = 0) {
  const TempDir folder;
  const std::string in = folder.write("in", input);
  const std::string out = folder.write("out", "");
  const std::string err = folder.write("err", "");
  const pid_t child = fork();
  if (child == 0) {
    dup2(open(in.c_str(), O_RDONLY), STDIN_FILENO);
    dup2(open(out.c_str(), O_WRONLY), STDOUT_FILENO);
    dup2(open(err.c_str(), O_WRONLY), STDERR_FILENO);
    if (user != 0 && (setgid(user) != 0 || setuid(user) != 0)) _exit(127);
    become_khabar(arguments);
  }
  const int exit_code = exit_code_of(child);
  return {exit_code, file_bytes(out), file_bytes(err)};
}

/// A khabar that runs beside the test, with its input on a pipe and its outputs in files. Killed
/// when it goes out of scope.
class RunningKhabar {
 public:
  explicit RunningKhabar(const std::vector<std::string>& arguments) {
    const std::string out = folder_.write("out", "");
    const std::string err = folder_.write("err", "");
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe2 failed");
    input_ = ends[1];
    child_ = fork();
    if (child_ != 0) {
      close(ends[0]);
      return;
    }
    dup2(ends[0], STDIN_FILENO);
    dup2(open(out.c_str(), O_WRONLY | O_APPEND), STDOUT_FILENO);
    dup2(open(err.c_str(), O_WRONLY | O_APPEND), STDERR_FILENO);
    become_khabar(arguments);
  }
  RunningKhabar(const RunningKhabar&) = delete;
  RunningKhabar& operator=(const RunningKhabar&) = delete;
  ~RunningKhabar() {
    if (child_ > 0) end(SIGKILL);
  }

  /// Ends when khabar has taken all but what the pipe holds.
  void write(const std::string& text) const {
    if (::write(input_, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
      throw std::runtime_error("khabar did not read its input");
  }
  void send(int signal) const { kill(child_, signal); }
  /// Sends the signal and waits for the end.
  Outcome end(int signal) {
    send(signal);
    return wait();
  }
  /// Ends the input and waits for the end.
  Outcome wait() {
    close(input_);
    const int exit_code = exit_code_of(std::exchange(child_, -1));
    return {exit_code, out(), file_bytes(folder_ / "err")};
  }
  /// What it has printed so far.
  std::string out() const { return file_bytes(folder_ / "out"); }

 private:
  TempDir folder_;
  pid_t child_ = -1;
  int input_ = -1;
};

/// Runs khabar on a terminal of so many columns; both outputs are in `out`, as they mix on the
/// screen.
inline Outcome run_on_terminal(const std::vector<std::string>& arguments, unsigned short columns,
                               bool no_color = false) {
  winsize size{};
  size.ws_row = 50;
  size.ws_col = columns;
  int terminal = -1;
  const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    setenv("TERM", "xterm-256color", 1);
    if (no_color) {
      setenv("NO_COLOR", "1", 1);
    } else {
      unsetenv("NO_COLOR");
    }
    become_khabar(arguments);
  }
  Outcome outcome;
  char block[4096];
  // Reading fails when the other side has closed the terminal.
  for (ssize_t count = 0; (count = read(terminal, block, sizeof block)) > 0;) {
    outcome.out.append(block, static_cast<std::size_t>(count));
  }
  close(terminal);
  outcome.exit_code = exit_code_of(child);
  return outcome;
}

/// What each line says.
inline std::vector<nlohmann::json> json_lines(const std::string& text) {
  std::vector<nlohmann::json> list;
  for (const std::string& line : lines_of(text)) list.push_back(nlohmann::json::parse(line));
  return list;
}

/// A document as a line of JSON Lines.
inline std::string json_line(const std::string& id, const std::string& title,
                             const std::string& body,
                             const nlohmann::json& others = nlohmann::json::object()) {
  nlohmann::json document{{"id", id}, {"title", title}, {"body", body}};
  document.update(others);
  return document.dump() + "\n";
}

/// Six articles, three in each language.
inline std::string few_articles() {
  const auto about = [](const char* language, const char* date, const char* source) {
    return nlohmann::json{
        {"lang", language}, {"date", date}, {"source", source}, {"category", "technology"}};
  };
  return json_line("ar-1", "وزارة الاتصالات تعلن خطة للمدارس",
                   "أعلنت وزارة الاتصالات خطة جديدة. وتشمل الخطة كل المدارس في المدن والقرى.",
                   about("ar", "2025-05-15", "Wizara")) +
         json_line("ar-2", "قمر صناعي جديد في مداره",
                   "بلغ القمر الصناعي مداره وأرسل أول إشارة إلى المحطة.",
                   about("ar", "2024-11-24", "Nilna")) +
         json_line("ar-3", "مؤتمر عن الأمن السيبراني",
                   "ناقش المؤتمر أمن الشبكات وحماية البيانات في المصارف.",
                   about("ar", "2025-01-10", "Nilna")) +
         json_line("fa-1", "وزارت ارتباطات برنامهٔ مدارس را اعلام کرد",
                   "وزارت ارتباطات برنامه\u200Cای تازه اعلام کرد. کتاب\u200Cهای درسی روی شبکه "
                   "می\u200Cروند.",
                   about("fa", "1404/02/25", "Nilna")) +
         json_line("fa-2", "ماهوارهٔ تازه در مدار",
                   "ماهواره به مدار رسید و نخستین پیام خود را فرستاد.",
                   about("fa", "2024-11-24", "Didban")) +
         json_line("fa-3", "همایش امنیت شبکه",
                   "همایش دربارهٔ امنیت شبکه و داده\u200Cهای بانک\u200Cها بود.",
                   about("fa", "2025-01-11", "Didban"));
}

/// A fresh folder with an index of articles, few_articles() unless others are given.
class IndexFixture {
 public:
  explicit IndexFixture(const std::string& articles = few_articles()) {
    const Outcome outcome =
        run_khabar({"index", "--index", index(), folder.write("news.jsonl", articles)});
    if (outcome.exit_code != 0) throw std::runtime_error("cannot index: " + outcome.err);
  }
  std::string index() const { return folder / "index"; }

  /// Runs `khabar COMMAND --index INDEX REST...`.
  Outcome run(const std::string& command, std::vector<std::string> rest = {},
              const std::string& input = {}) const {
    std::vector<std::string> arguments{command, "--index", index()};
    arguments.insert(arguments.end(), rest.begin(), rest.end());
    return run_khabar(arguments, input);
  }
  /// What `khabar COMMAND --json` prints.
  nlohmann::json json(const std::string& command, std::vector<std::string> rest = {}) const {
    rest.insert(rest.begin(), "--json");
    return nlohmann::json::parse(run(command, std::move(rest)).out);
  }
  /// The ids that a search finds, best first.
  std::vector<std::string> find(const std::string& query,
                                std::vector<std::string> options = {}) const {
    options.insert(options.end(), {"--", query});
    std::vector<std::string> ids;
    const nlohmann::json results = json("search", options);
    for (const auto& hit : results.at("hits")) ids.push_back(hit.at("id"));
    return ids;
  }

  TempDir folder;
};

}  // namespace khabar::test
