// SPDX-License-Identifier: GPL-2.0-or-later
// The khabar executable: reads the command line, runs one command, turns errors into messages and
// exit codes.
#include <unistd.h>
#include <xapian.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/language.h"
#include "commands.h"
#include "searcher/terminal_text.h"

namespace {

using khabar::kExitDone;
using khabar::kExitError;

// Messages quote file names, documents and queries: none of it may steer the terminal.
void print_error(std::string_view message) {
  std::cerr << "khabar: ";
  for (;;) {
    const std::size_t line_end = message.find('\n');
    std::string_view line = message.substr(0, line_end);
    // Indents stay: the carets below a query point.
    const bool indented = line.starts_with(' ');
    for (; line.starts_with(' '); line.remove_prefix(1)) std::cerr << ' ';
    std::cerr << (indented ? khabar::printable(line) : khabar::printable_message(line)) << '\n';
    if (line_end == std::string_view::npos) return;
    message.remove_prefix(line_end + 1);
  }
}

// A reader that has seen enough ("khabar export ... | head") is no error. Commands that change an
// index ignore the signal, so that they end their work.
extern "C" void end_on_broken_pipe(int /*signal*/) { _exit(khabar::kExitDone); }

// Xapian 1.4.22 crashes on some damaged tables; a search then ends with a message like any other
// error. Only what is safe in a signal handler.
extern "C" void end_on_crash(int /*signal*/) {
  static constexpr char kMessage[] =
      "khabar: the program crashed: an index it read may be damaged (khabar check tells; where the "
      "index is whole, this is a fault of khabar: report it)\n";
  if (write(STDERR_FILENO, kMessage, sizeof kMessage - 1) < 0) _exit(khabar::kExitError);
  _exit(khabar::kExitError);
}

// On a stack of its own, for the crash may be that the stack is full. Handlers of a sanitizer stay.
void watch_for_crashes() {
  static char stack[16384];
  stack_t alternate = {};
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof stack;
  sigaltstack(&alternate, nullptr);
  for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE}) {
    struct sigaction action = {};
    if (sigaction(signal, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) continue;
    action.sa_handler = end_on_crash;
    action.sa_flags = SA_ONSTACK;
    sigaction(signal, &action, nullptr);
  }
}

// Xapian 1.4.22 writes some of a commit in a destructor, which may not throw: what fails there ends
// the process. The index is as it was committed last, as after a kill.
[[noreturn]] void end_on_failed_write() {
  try {
    if (const std::exception_ptr failure = std::current_exception())
      std::rethrow_exception(failure);
  } catch (const Xapian::Error& error) {
    const char* const reason = error.get_error_string();
    print_error("the index cannot be written: " + error.get_msg() +
                (reason == nullptr ? "" : std::string(": ") + reason) +
                " (check the disk's free space; the index is as it was committed last)");
    std::cerr.flush();  // which does so by itself only where no exception is on its way
    _exit(kExitError);
  } catch (const std::exception& error) {
    print_error(error.what());
  }
  std::abort();
}

// The usage line names the options that must be given.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* app, std::string name) const override {
    for (const CLI::Option* option : app->get_options()) {
      if (!option->get_required() || option->get_positional()) continue;
      name += " " + option->get_name() + " " + option->get_type_name();
    }
    return CLI::Formatter::make_usage(app, std::move(name));
  }
};

// CLI11 tells how many values it got; the slip behind that is one of two.
std::string wrong_count_of_values(const CLI::App& command, const std::string& what) {
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_items_expected_max() == 1 && option->count() > 1) {
      return option->get_name() + " is given " + std::to_string(option->count()) +
             " times: give it once";
    }
  }
  return what.substr(0, what.find(':')) + " needs a value behind it";
}

// Letters put in, left out, changed, or swapped with the next one.
std::size_t slips_between(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> slips(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      slips[i][j] = i + j;
      if (i == 0 || j == 0) continue;
      const std::size_t changed = slips[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      slips[i][j] = std::min({slips[i - 1][j] + 1, slips[i][j - 1] + 1, changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        slips[i][j] = std::min(slips[i][j], slips[i - 2][j - 2] + 1);
    }
  }
  return slips[a.size()][b.size()];
}

std::vector<std::string> names_of_commands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> names_of_options(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    if (!option->get_positional()) names.push_back(option->get_name());
  }
  return names;
}

// The name that was perhaps meant: the one that is typed in part (--lang) or with slips; empty
// where none is near.
std::string name_near(const std::string& typed, const std::vector<std::string>& names) {
  constexpr std::size_t kMaxSlips = 2;
  constexpr std::size_t kMinBytes = 5, kMaxBytes = 30;
  if (typed.size() > kMaxBytes) return {};
  const auto is_longer = [&](const std::string& name) { return name.starts_with(typed); };
  if (typed.size() >= kMinBytes && std::count_if(names.begin(), names.end(), is_longer) == 1)
    return *std::find_if(names.begin(), names.end(), is_longer);
  std::string nearest;
  std::size_t least = kMaxSlips + 1;
  for (const std::string& name : names) {
    const std::size_t slips = slips_between(typed, name);
    if (slips >= least || 2 * slips >= name.size()) continue;
    least = slips;
    nearest = name;
  }
  return nearest;
}

// The command that was named last: "alert add" of "khabar alert add".
const CLI::App& named_command(const CLI::App& app) {
  const auto used = app.get_subcommands();
  return used.empty() ? app : named_command(*used.front());
}

std::string full_name(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return parent == nullptr ? command.get_name() : full_name(*parent) + " " + command.get_name();
}

bool takes_words(const CLI::App& command) {
  const auto options = command.get_options();
  return std::any_of(options.begin(), options.end(),
                     [](const CLI::Option* one) { return one->get_positional(); });
}

int exit_of_parse_error(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    return app.exit(error, std::cout, std::cerr);  // --help, --version
  }
  const CLI::App& command = named_command(app);
  const std::vector<std::string> commands = names_of_commands(command);
  std::string what = error.what();
  std::string remedy = full_name(command) + " --help tells more";
  // CLI11 names what is missing before what it did not understand, which is the likelier fault.
  // What stands behind -- is understood where words are.
  std::vector<std::string> rest = app.remaining(true);
  const bool extras = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError);
  if (const auto dashes = std::find(rest.begin(), rest.end(), "--"); dashes != rest.end())
    rest.erase(dashes, extras ? dashes + 1 : rest.end());
  if (!rest.empty() && commands.empty() && !rest.front().starts_with('-')) {
    what = "\"" + rest.front() + "\" is more than " + full_name(command) + " takes";
    const bool folder = rest.front().find('/') != std::string::npos;
    remedy = (folder && command.get_option_no_throw("--index") != nullptr
                  ? "write --index " + rest.front() + " if it is the index; "
                  : "leave it out, or quote what is one argument; ") +
             remedy;
  } else if (!rest.empty()) {
    const bool option = rest.front().starts_with('-');
    what = std::string("unknown ") + (option ? "option" : "command") + " \"" + rest.front() + "\"";
    const std::string near = name_near(rest.front(), option ? names_of_options(command) : commands);
    if (!near.empty()) {
      remedy = "is it " + near + "? " + remedy;
    } else if (option && takes_words(command)) {
      remedy = "put -- before words that begin with a minus; " + remedy;
    }
  } else if (!commands.empty()) {
    what = "a command is needed: ";
    for (const std::string& name : commands)
      what += (&name == &commands.front() ? "" : ", ") + name;
  } else if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ArgumentMismatch)) {
    what = wrong_count_of_values(command, what);
  }
  print_error(what + " (" + remedy + ")");
  return kExitError;
}

// An empty value is a variable of a script that was not set: without a filter everything is found,
// and an index of no name is made at the root of the file system.
void refuse_empty_values(CLI::App& app) {
  static const CLI::Validator not_empty(
      [](const std::string& value) {
        return value.find_first_not_of(" \t") == std::string::npos
                   ? std::string("an empty value: give one, or leave the option out")
                   : std::string();
      },
      "");
  for (CLI::Option* option : app.get_options([](const CLI::Option* one) {
         return !one->get_positional() && one->get_items_expected_max() > 0;
       }))
    option->check(not_empty);
  for (CLI::App* command : app.get_subcommands(nullptr)) refuse_empty_values(*command);
}

void leave_out_all(const std::vector<std::string>& stages) {
  for (const std::string& stage : stages) khabar::leave_out(stage);
}

// "help search" as "search --help", for those who know other programs. What is behind help and no
// command stays, and is named as unknown.
std::vector<std::string> arguments_of(const CLI::App& app, int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.empty() || arguments.front() != "help") return arguments;
  arguments.erase(arguments.begin());
  const CLI::App* command = &app;
  for (const std::string& name : arguments) {
    const auto known =
        command->get_subcommands([&](const CLI::App* one) { return one->get_name() == name; });
    if (known.empty()) return arguments;
    command = known.front();
  }
  arguments.emplace_back("--help");
  return arguments;
}

int run(int argc, char** argv) {
  CLI::App app("Full-text search engine for Arabic and Persian news", "khabar");
  app.set_version_flag("--version", "khabar " KHABAR_VERSION, "Print the version and exit");
  app.require_subcommand(1);
  app.formatter(std::make_shared<HelpFormatter>());
  app.get_formatter()->column_width(28);
  app.footer(
      "Examples:\n"
      "  khabar index --index news corpus/*.jsonl\n"
      "  khabar search --index news 'title:word \"a phrase\" date:2025-01..2025-03'\n"
      "\"khabar COMMAND --help\" tells more, and so does \"man khabar\".");
  // For measuring only (bench/ablation.py): not in --help. Acts before the command runs.
  app.add_option_function<std::vector<std::string>>("--leave-out", leave_out_all)->group("");
  int exit_code = kExitDone;
  khabar::add_index_command(app, exit_code);
  khabar::add_search_command(app, exit_code);
  khabar::add_suggest_command(app, exit_code);
  khabar::add_similar_command(app, exit_code);
  khabar::add_serve_command(app, exit_code);
  khabar::add_alert_command(app, exit_code);
  khabar::add_analyze_command(app, exit_code);
  khabar::add_eval_command(app, exit_code);
  khabar::add_manage_commands(app, exit_code);
  refuse_empty_values(app);
  try {
    std::vector<std::string> arguments = arguments_of(app, argc, argv);
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    exit_code = exit_of_parse_error(app, error);
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, end_on_broken_pipe);
  // A write over the limit of file sizes (ulimit -f) is an error like a full disk.
  std::signal(SIGXFSZ, SIG_IGN);
  watch_for_crashes();
  std::set_terminate(end_on_failed_write);
  int exit_code = kExitError;
  try {
    exit_code = run(argc, argv);
    std::cout.flush();
    if (!std::cout && errno != EPIPE) {
      throw std::runtime_error("cannot write to standard output (is the disk full?)");
    }
  } catch (const std::bad_alloc&) {
    print_error("out of memory (free some, or give fewer --threads)");
    exit_code = kExitError;
  } catch (const std::exception& error) {
    print_error(error.what());
    exit_code = kExitError;
  }
  return exit_code;
}
