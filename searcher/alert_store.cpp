// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/alert_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "indexer/schema.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Json as_json(const AlertState& state) {
  Json json{{"version", 1}, {"runs", state.runs}, {"alerts", Json::array()}};
  for (const Alert& alert : state.alerts) {
    std::vector<std::uint64_t> seen(alert.seen.begin(), alert.seen.end());
    std::ranges::sort(seen);
    json["alerts"].push_back({{"name", alert.name},
                              {"query", alert.query},
                              {"language", alert.language},
                              {"seen", std::move(seen)}});
  }
  json["pending"] = {{"lines", state.pending.lines},
                     {"file", state.pending.file},
                     {"file_size", state.pending.file_size}};
  return json;
}

AlertState from_json(const Json& json) {
  AlertState state;
  state.runs = json.at("runs");
  for (const Json& one : json.at("alerts")) {
    Alert alert{one.at("name"), one.at("query"), one.at("language"), {}};
    for (const Json& hash : one.at("seen")) alert.seen.insert(hash.get<std::uint64_t>());
    state.alerts.push_back(std::move(alert));
  }
  const Json& pending = json.at("pending");
  state.pending.lines = pending.at("lines").get<std::vector<std::string>>();
  state.pending.file = pending.at("file");
  state.pending.file_size = pending.at("file_size");
  return state;
}

std::string alerts_file(const std::string& index_path) { return index_path + "/alerts.json"; }

[[noreturn]] void fail(const std::string& path) {
  throw IndexError("cannot write " + path + ": " + std::strerror(errno) +
                   " (check the disk's free space and the rights of the folder)");
}

// Writes a file so that it is on the disk when this returns.
void write_synced(const std::string& path, std::string_view text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) fail(path);
  bool written = true;
  while (written && !text.empty()) {
    const ssize_t count = ::write(file, text.data(), text.size());
    written = count > 0 || errno == EINTR;
    if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
  }
  written = written && ::fsync(file) == 0;
  ::close(file);
  if (!written) fail(path);
}

void sync_folder(const std::string& path) {
  const int folder = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (folder < 0) return;
  ::fsync(folder);  // not every file system can
  ::close(folder);
}

}  // namespace

bool Alert::has_seen(std::string_view id_term) const { return seen.contains(stable_hash(id_term)); }

bool Alert::see(std::string_view id_term) { return seen.insert(stable_hash(id_term)).second; }

AlertState read_alerts(const std::string& index_path) {
  const std::string path = alerts_file(index_path);
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    if (errno == ENOENT) return {};
    throw IndexError("cannot read the saved searches: " + path + ": " + std::strerror(errno) +
                     " (check the rights of the file)");
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  try {
    return from_json(Json::parse(text));
  } catch (const Json::exception&) {
    throw IndexError("cannot read the saved searches: " + path +
                     " is damaged (restore a backup of it, or move it away and add them again)");
  }
}

AlertStore::AlertStore(const std::string& index_path) : path_(alerts_file(index_path)) {
  const std::string lock = index_path + "/alerts.lock";
  lock_ = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock_ < 0) fail(lock);
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock_);
    throw IndexError("the saved searches of " + index_path +
                     " are in use by another khabar (wait for it, or end it)");
  }
  try {
    state = read_alerts(index_path);
  } catch (...) {
    ::close(lock_);
    throw;
  }
}

AlertStore::~AlertStore() { ::close(lock_); }

void AlertStore::save() const {
  const std::string draft = path_ + ".new";
  std::string text;
  try {
    text = as_json(state).dump();
  } catch (const Json::exception&) {
    throw IndexError(
        "the name or the query of a saved search, or the path of what it found, is not in UTF-8 "
        "(convert it with iconv)");
  }
  write_synced(draft, text);
  std::error_code error;
  fs::rename(draft, path_, error);
  if (error) fail(path_);
  sync_folder(fs::path(path_).parent_path());
}

}  // namespace khabar
