// SPDX-License-Identifier: GPL-2.0-or-later
// Verifying an index, in a process of its own: Xapian 1.4.22 crashes on some damaged tables.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "indexer/index_admin.h"
#include "indexer/index_folder.h"
#include "indexer/version_file.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxFindings = 20;
// A check reads tens of megabytes a second; one that takes so much longer goes round in a circle.
constexpr std::uint64_t kLeastSeconds = 60;
constexpr std::uint64_t kLeastBytesPerSecond = 1024 * 1024;
// How the child says that all can be read.
constexpr int kReadableExit = 3;

// Writes what is wrong into a pipe, a line each, but no endless list.
class Findings {
 public:
  explicit Findings(int pipe) : pipe_(pipe) {}

  void add(const std::string& finding) {
    if (++count_ <= kMaxFindings) write_line(finding);
  }
  std::size_t count() const { return count_; }
  void end() {
    if (count_ > kMaxFindings) {
      write_line("and " + std::to_string(count_ - kMaxFindings) + " faults more");
    }
  }

 private:
  void write_line(std::string line) const {
    for (char& c : line) {
      if (c == '\n') c = ' ';
    }
    line += '\n';
    // Shorter than a pipe's block, so it goes in one piece; where nobody reads, nobody asks.
    if (::write(pipe_, line.data(), line.size()) < 0) return;
  }

  int pipe_;
  std::size_t count_ = 0;
};

// `step` finds out something, or fails on the damage itself.
template <typename Step>
void guarded(Findings& findings, const std::string& what, Step step) {
  try {
    step();
  } catch (const Xapian::Error& error) {
    findings.add(what + ": " + error.get_msg());
  } catch (const std::exception& error) {
    findings.add(what + ": " + error.what());
  }
}

void check_tables(const std::string& folder, Findings& findings) {
  std::ostringstream log;
  const std::size_t faults = Xapian::Database::check(folder, 0, &log);
  if (faults > 0) findings.add("the tables hold " + std::to_string(faults) + " faults");
}

// Instead of Xapian's own check where nothing may be written: 1.4.22 opens the tables for writing.
// Reads each posting, each term of each document, and each entry of the metadata.
void read_tables(const Xapian::Database& database) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    Xapian::doccount postings = 0;
    for (auto it = database.postlist_begin(*term); it != database.postlist_end(*term); ++it) {
      ++postings;
    }
    if (postings != term.get_termfreq()) {
      throw IndexError("a term has " + std::to_string(postings) + " documents, not " +
                       std::to_string(term.get_termfreq()));
    }
  }
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    for (auto term = database.termlist_begin(*it); term != database.termlist_end(*it); ++term) {
    }
  }
  for (auto it = database.metadata_keys_begin(); it != database.metadata_keys_end(); ++it) {
    database.get_metadata(*it);
  }
}

void check_document(const Xapian::Database& database, Xapian::docid docid) {
  const StoredFields fields = decode_fields(database.get_document(docid).get_data());
  const std::string term = id_term(fields.id);
  auto posting = database.postlist_begin(term);
  const bool found = posting != database.postlist_end(term) && *posting == docid;
  if (!found) throw IndexError("its id \"" + fields.id + "\" does not find it");
  if (++posting != database.postlist_end(term)) {
    throw IndexError("its id \"" + fields.id + "\" is in the index twice");
  }
}

void check_documents(const Xapian::Database& database, Findings& findings) {
  std::uint64_t documents = 0;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    ++documents;
    guarded(findings, "document " + std::to_string(*it), [&] { check_document(database, *it); });
  }
  if (documents != database.get_doccount()) {
    findings.add("it says it holds " + std::to_string(database.get_doccount()) +
                 " documents, but there are " + std::to_string(documents));
  }
}

// An empty `path`: what made the database does not matter. Returns whether all of it can be read,
// whatever Xapian's check says of the tables.
bool find_faults(const std::string& folder, const std::string& path, Findings& findings) {
  const std::string fault = version_file_fault(folder);
  if (!fault.empty()) {
    findings.add(fault);
    return false;
  }
  const bool writable = ::access((folder + "/docdata.glass").c_str(), W_OK) == 0;
  if (writable) guarded(findings, "its tables", [&] { check_tables(folder, findings); });
  const std::size_t of_tables = findings.count();
  if (!writable || of_tables > 0)
    guarded(findings, "its tables cannot be read", [&] { read_tables(Xapian::Database(folder)); });
  guarded(findings, "it cannot be opened", [&] {
    const Xapian::Database database(folder);
    if (!path.empty()) {
      guarded(findings, "its metadata", [&] { check_compatible(database, path); });
    }
    // Another schema may have other fields and terms.
    const std::string schema = database.get_metadata(std::string(kSchemaKey));
    if (schema == std::to_string(kSchemaVersion)) check_documents(database, findings);
  });
  return findings.count() == of_tables;
}

// What the child process does.
[[noreturn]] void run_child(const std::function<bool(Findings&)>& check, rlim_t seconds, int pipe) {
  // A crash is an answer here, and leaves no core.
  for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE}) std::signal(signal, SIG_DFL);
  const rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  const rlimit time = {seconds, seconds};
  setrlimit(RLIMIT_CPU, &time);
  Findings findings(pipe);
  const bool readable = check(findings);
  findings.end();
  _exit(readable ? kReadableExit : 0);
}

std::vector<std::string> lines_from(int pipe) {
  std::string text;
  char block[4096];
  for (;;) {
    const ssize_t count = ::read(pipe, block, sizeof block);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    text.append(block, static_cast<std::size_t>(count));
  }
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string fault_of(int status) {
  if (WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == kReadableExit))
    return {};
  if (!WIFSIGNALED(status)) return "the program that reads it fails";
  if (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGXCPU) {
    return "reading it comes to no end";
  }
  return std::string("it crashes the program that reads it (") + strsignal(WTERMSIG(status)) + ")";
}

IndexFaults faults_in(const std::string& folder, const std::string& path) {
  int ends[2];
  if (::pipe(ends) != 0) throw IndexError("cannot check the index at " + path + ": no pipe");
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    run_child([&](Findings& findings) { return find_faults(folder, path, findings); },
              kLeastSeconds + bytes_on_disk(folder) / kLeastBytesPerSecond, ends[1]);
  }
  ::close(ends[1]);
  IndexFaults faults;
  if (child > 0) faults.findings = lines_from(ends[0]);
  ::close(ends[0]);
  if (child < 0) throw IndexError("cannot check the index at " + path + ": no second process");
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (std::string fault = fault_of(status); !fault.empty())
    faults.findings.push_back(std::move(fault));
  faults.all_readable = WIFEXITED(status) && WEXITSTATUS(status) == kReadableExit;
  return faults;
}

// Of a stub file that names the published folder all the same.
std::string stub_fault(const std::string& path) {
  std::ifstream in(path + "/XAPIANDB", std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const std::string name = std::filesystem::path(published_folder(path)).filename();
  const std::string first = "auto " + name + "\n";  // all, where require_no_lost_index() was heeded
  const std::string whole = first + "# " + std::to_string(bytes_when_published(path)) +
                            " bytes when published\n";  // as publish_folder() writes it
  return text == first || text == whole ? "" : "its file XAPIANDB names " + name + ", and more";
}

}  // namespace

std::vector<std::string> check_database(const std::string& folder) {
  return faults_in(folder, {}).findings;
}

IndexFaults check_index(const std::string& path) {
  // What a writer overwrites while it is being read looks like damage.
  constexpr int kAttempts = 5;
  for (int attempt = 1; attempt <= kAttempts; ++attempt) {
    const FileStamp stamp = publication_stamp(path);
    const std::string folder = published_folder(path);
    const std::string version = version_file_bytes(folder);
    IndexFaults faults = faults_in(folder, path);
    if (std::string fault = stub_fault(path); !fault.empty())
      faults.findings.push_back(std::move(fault));
    const bool changed = publication_stamp(path) != stamp || version_file_bytes(folder) != version;
    if (faults.findings.empty() || !changed) return faults;
  }
  throw IndexError("the index at " + path +
                   " changes while it is being checked (check it when no khabar writes to it)");
}

}  // namespace khabar
