// SPDX-License-Identifier: GPL-2.0-or-later
// The saved searches of an index on disk, and what they have reported.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace khabar {

/// A saved search.
struct Alert {
  std::string name;
  std::string query;
  std::string language;  ///< As SearchRequest::language.
  /// Documents that it has found, by a hash of their id: they are never reported again, also when
  /// they are indexed again, or the index is made anew.
  std::unordered_set<std::uint64_t> seen;

  bool has_seen(std::string_view id_term) const;
  /// False where the document was seen before.
  bool see(std::string_view id_term);
};

/// What a run has found and has yet to hand over.
struct Delivery {
  std::vector<std::string> lines;  ///< JSON objects, without line ends.
  std::string file;                ///< Where they go; empty: standard output.
  std::uint64_t file_size = 0;     ///< Its bytes before the delivery.
};

struct AlertState {
  std::uint64_t runs = 0;
  std::vector<Alert> alerts;
  Delivery pending;
};

/// The saved searches of an index as they are now; none where there is no file. Changes nothing and
/// needs no lock, for the file is replaced in one step. Throws IndexError: no permission, damaged.
AlertState read_alerts(const std::string& index_path);

/// Holds the saved searches of one index, in the file alerts.json of its folder, and keeps other
/// processes from them as long as it lives. The file is replaced in one step: after a power cut the
/// old or the new state is there. Every member throws IndexError: no permission, disk full,
/// damaged, or in use by another khabar. Thread safety: thread-confined.
class AlertStore {
 public:
  explicit AlertStore(const std::string& index_path);
  AlertStore(const AlertStore&) = delete;
  AlertStore& operator=(const AlertStore&) = delete;
  ~AlertStore();

  AlertState state;  ///< As it was read; what is changed counts when it is saved.
  void save() const;

 private:
  const std::string path_;
  int lock_ = -1;
};

}  // namespace khabar
