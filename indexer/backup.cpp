// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/backup.h"

#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/automatic_compaction.h"
#include "indexer/catch_up.h"
#include "indexer/index_admin.h"
#include "indexer/index_folder.h"
#include "indexer/version_file.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kTables = 6;  // of a glass database

// Tells of each table once.
class Steps final : public Xapian::Compactor {
 public:
  explicit Steps(const StepHandler& on_step) : on_step_(on_step) {}
  void set_status(const std::string& table, const std::string& status) override {
    if (!status.empty()) return;  // the table is done
    on_step_("copying " + table + ", table " + std::to_string(++tables_) + " of " +
             std::to_string(kTables));
  }

 private:
  const StepHandler& on_step_;
  unsigned tables_ = 0;
};

// A folder that is removed again unless it is kept.
class Draft {
 public:
  explicit Draft(std::string folder) : folder_(std::move(folder)) { remove(); }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (!kept_) remove();
  }
  const std::string& folder() const { return folder_; }
  void keep() { kept_ = true; }

 private:
  void remove() const {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  std::string folder_;
  bool kept_ = false;
};

// Copies the published state of `path` to the new folder `target`, and verifies the copy. Nothing
// where a writer took away what was being read. Errors are of `path` or of `target_path`, where
// writing fails.
std::optional<CopyStats> copy_once(const std::string& path, const std::string& target,
                                   const std::string& target_path, const StepHandler& on_step) {
  const FileStamp stamp = publication_stamp(path);
  const std::string folder = published_folder(path);
  require_whole_version_file(folder, path);
  CopyStats stats;
  stats.bytes_before = bytes_on_disk(folder);
  std::string revision;
  try {
    Xapian::Database database(folder);
    revision = version_file_bytes(folder);
    stats.documents = database.get_doccount();
    Steps steps(on_step);
    database.compact(target, Xapian::DBCOMPACT_NO_RENUMBER, 0, steps);
  } catch (const Xapian::DatabaseModifiedError&) {
    return std::nullopt;
  } catch (const Xapian::Error& error) {
    if (publication_stamp(path) != stamp) return std::nullopt;
    // Only what is read can be damaged.
    const bool damaged = std::string_view(error.get_type()) == "DatabaseCorruptError";
    throw index_error(damaged ? path : target_path, error);
  }
  on_step("verifying the copy");
  const std::vector<std::string> faults = check_database(target);
  const bool whole = faults.empty() && Xapian::Database(target).get_doccount() == stats.documents;
  if (!whole) {
    if (publication_stamp(path) != stamp || version_file_bytes(folder) != revision) {
      return std::nullopt;
    }
    throw IndexError("the copy of the index at " + path + " is not whole" +
                     (faults.empty() ? "" : ": " + faults.front()) +
                     " (khabar check tells whether the index is)");
  }
  stats.bytes_after = bytes_on_disk(target);
  return stats;
}

CopyStats copy_published(const std::string& path, const std::string& target,
                         const std::string& target_path, const StepHandler& on_step) {
  constexpr int kFreeAttempts = 3;
  for (int attempt = 1; attempt <= kFreeAttempts; ++attempt) {
    if (const auto stats = copy_once(path, target, target_path, on_step)) return *stats;
    std::error_code ignored;
    fs::remove_all(target, ignored);
  }
  on_step("waiting for the writer to end");
  const FolderLock lock(path, FolderLock::Wait::yes);
  if (const auto stats = copy_once(path, target, target_path, on_step)) return *stats;
  throw IndexError("the index at " + path +
                   " changes though no khabar writes to it (end what does)");
}

// What each commit and each publication changes.
struct State {
  FileStamp stamp;
  std::string version;
  bool operator==(const State&) const = default;
};

State state_of(const std::string& path) {
  return {publication_stamp(path), version_file_bytes(published_folder(path))};
}

// For compact_files(), where writers leave no time for copy_once(): they wait meanwhile. Returns
// the state that was copied.
State copy_files(const std::string& path, const std::string& source, const StepHandler& on_step) {
  on_step("copying the files");
  const FolderLock writers(path, FolderLock::Wait::yes);
  State copied = state_of(path);
  fs::copy(published_folder(path), source);
  return copied;
}

// Of the copied files, which go.
void compact_files(const std::string& path, const std::string& source, const std::string& target,
                   const StepHandler& on_step) {
  fs::remove_all(target);
  Steps steps(on_step);
  Xapian::Database(source).compact(target, Xapian::DBCOMPACT_NO_RENUMBER, 0, steps);
  fs::remove_all(source);
  on_step("verifying the copy");
  const std::vector<std::string> faults = check_database(target);
  if (!faults.empty()) {
    throw IndexError("the copy of the index at " + path + " is not whole: " + faults.front() +
                     " (khabar check tells whether the index is)");
  }
}

// Under the lock of the writers, as what follows.
void catch_up_with(const std::string& path, const std::string& copy) {
  Xapian::WritableDatabase database(copy, Xapian::DB_OPEN);
  catch_up(Xapian::Database(published_folder(path)), database);
  database.commit();
}

void publish_draft(const std::string& path, const std::string& draft) {
  const std::string published = fs::path(published_folder(path)).filename();
  remove_folders_but(path, published);
  const std::string name = folder_name(folder_number(published) + 1);
  fs::rename(draft, path + "/" + name);
  publish_folder(path, name);
  remove_folders_but(path, name);
}

bool is_ours(const std::string& name) {
  return folder_number(name) > 0 || name == "writer.lock" || name == "compact.lock" ||
         name.starts_with("XAPIANDB") || name.starts_with("alerts.");
}

// A folder with other things in it is no place for an index.
void require_place(const std::string& target, bool overwrite) {
  if (target.empty()) throw IndexError("no folder for the copy (name one)");
  std::error_code ignored;
  if (fs::exists(target + "/XAPIANDB", ignored)) {
    if (overwrite) return;
    throw IndexError("there is an index at " + target +
                     " already (give --overwrite to replace it, or name another folder)");
  }
  const fs::directory_iterator entries(target, ignored);
  const auto other = std::find_if(begin(entries), end(entries), [](const auto& entry) {
    return !is_ours(entry.path().filename());
  });
  if (other == end(entries)) return;
  throw IndexError("the folder " + target + " is not empty, and is no index: it holds " +
                   other->path().filename().string() + " (name a new folder)");
}

// A folder that is made for a copy, and goes again with its lock where the copy fails.
class NewFolder {
 public:
  explicit NewFolder(std::string path) : path_(std::move(path)), kept_(fs::exists(path_)) {}
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  ~NewFolder() {
    if (kept_) return;
    std::error_code ignored;
    fs::remove(path_ + "/writer.lock", ignored);
    fs::remove(path_, ignored);  // only where it is empty
  }
  void keep() { kept_ = true; }

 private:
  const std::string path_;
  bool kept_;
};

// The file of the saved searches (searcher/alert_store.h), which is only ever replaced as a whole.
std::optional<std::string> saved_searches(const std::string& index_path) {
  std::ifstream in(index_path + "/alerts.json", std::ios::binary);
  if (!in) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

// They are those of the index that was copied, or none.
void write_saved_searches(const std::string& target, const std::optional<std::string>& alerts) {
  const std::string path = target + "/alerts.json", draft = path + ".new";
  std::error_code error;
  if (!alerts) {
    fs::remove(path, error);
    return;
  }
  std::ofstream out(draft, std::ios::binary);
  out << *alerts;
  out.close();
  if (out) fs::rename(draft, path, error);
  if (!out || error)
    throw IndexError("the saved searches cannot be copied to " + path +
                     " (check the disk's free space and the rights of the folder)");
}

// A thread of its own has the lowest priority: this one holds locks, and others would wait for it
// on a busy machine.
template <typename Work>
auto at_priority(CopyPriority priority, const Work& work) {
  if (priority == CopyPriority::normal) return work();
  const auto lowered = [&work] {
    setpriority(PRIO_PROCESS, 0, 19);  // on Linux of this thread alone
    return work();
  };
  return std::async(std::launch::async, lowered).get();
}

}  // namespace

CopyStats backup_index(const std::string& index_path, const std::string& target, bool overwrite,
                       const StepHandler& on_step) {
  published_folder(index_path);  // throws where there is none
  require_first_build_done(index_path);
  std::error_code ignored;
  if (fs::equivalent(index_path, target, ignored)) {
    throw IndexError("the copy cannot stand at " + target +
                     ", where the index is (name another folder)");
  }
  require_place(target, overwrite);
  NewFolder place(target);
  const FolderLock lock(target);
  // Before the index: what it has more than they know is told twice, and not left untold.
  const std::optional<std::string> alerts = saved_searches(index_path);
  std::optional<std::string> old;
  if (fs::exists(target + "/XAPIANDB")) old = fs::path(published_folder(target)).filename();
  remove_folders_but(target, old);
  const std::string name = folder_name(old ? folder_number(*old) + 1 : 1);
  Draft draft(target + "/" + name);
  const CopyStats stats = copy_published(index_path, draft.folder(), target, on_step);
  publish_folder(target, name);
  draft.keep();
  place.keep();
  remove_folders_but(target, name);
  write_saved_searches(target, alerts);
  return stats;
}

CopyStats compact_index(const std::string& path, const StepHandler& on_step) {
  published_folder(path);  // throws where there is none; the lock would make a folder
  const FolderLock lock(path);
  require_first_build_done(path);
  const std::string published = fs::path(published_folder(path)).filename();
  remove_folders_but(path, published);
  const std::string name = folder_name(folder_number(published) + 1);
  Draft draft(path + "/" + name);
  const auto stats = copy_once(path, draft.folder(), path, on_step);
  if (!stats) throw IndexError("the index at " + path + " changes though it is locked");
  publish_folder(path, name);
  draft.keep();
  remove_folders_but(path, name);
  return *stats;
}

bool compact_if_due(const std::string& path, const StepHandler& on_step, CopyPriority priority) {
  published_folder(path);  // throws where there is none; the lock would make a folder
  const std::optional<CompactionLock> mine = CompactionLock::take(path);
  if (!mine || !compaction_is_due(path)) return false;
  Draft draft(compaction_draft(path));
  const std::string copy = draft.folder() + "/copy";
  try {
    fs::create_directory(draft.folder());
    State copied = state_of(path);
    const bool is_copied =
        at_priority(priority, [&] { return copy_once(path, copy, path, on_step).has_value(); });
    if (!is_copied) {
      const std::string source = draft.folder() + "/source";
      copied = copy_files(path, source, on_step);
      at_priority(priority, [&] { compact_files(path, source, copy, on_step); });
    }
    const FolderLock writers(path, FolderLock::Wait::yes);
    const State now = state_of(path);
    if (now.stamp != copied.stamp) return false;  // another one is published
    if (now.version != copied.version) catch_up_with(path, copy);
    publish_draft(path, copy);
  } catch (const Xapian::Error& error) {
    throw index_error(path, error);
  } catch (const fs::filesystem_error& error) {
    throw IndexError("the index at " + path + " cannot be compacted: " + error.code().message());
  }
  return true;
}

}  // namespace khabar
