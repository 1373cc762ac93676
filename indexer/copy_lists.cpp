// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/copy_lists.h"

#include <algorithm>

#include "indexer/schema.h"

namespace khabar {

void CopyLists::add(const std::string& cluster, const std::string& id, const std::string& earlier) {
  changes_[cluster].push_back({id, earlier});
}

void CopyLists::remove(const std::string& cluster, const std::string& id) {
  changes_[cluster].push_back({id, {}});
}

void CopyLists::write(Xapian::WritableDatabase& database) {
  for (const auto& [cluster, changes] : changes_) {
    const std::string key = copies_key(cluster);
    const std::string before = database.get_metadata(key);
    std::vector<std::string> ids = decode_ids(before);
    for (const Change& change : changes) {
      const auto place = std::find(ids.begin(), ids.end(), change.id);
      if (change.earlier.empty()) {
        if (place != ids.end()) ids.erase(place);
        continue;
      }
      if (place != ids.end()) continue;
      if (ids.empty()) ids.push_back(change.earlier);
      ids.push_back(change.id);
    }
    const std::string after = ids.size() < 2 ? std::string() : encode_ids(ids);
    if (after != before) database.set_metadata(key, after);
  }
  changes_.clear();
}

void write_copy_lists(const Xapian::Database& documents, Xapian::WritableDatabase& target) {
  // Who joined another's cluster has a fingerprint that differs from it.
  std::map<std::string, std::vector<std::string>> lists;
  auto fingerprint = documents.valuestream_begin(kFingerprintSlot);
  for (auto it = documents.valuestream_begin(kClusterSlot);
       it != documents.valuestream_end(kClusterSlot); ++it) {
    fingerprint.skip_to(it.get_docid());
    if (*fingerprint != *it) lists.try_emplace(*it);
  }
  if (lists.empty()) return;
  for (auto it = documents.valuestream_begin(kClusterSlot);
       it != documents.valuestream_end(kClusterSlot); ++it) {
    const auto list = lists.find(*it);
    if (list == lists.end()) continue;
    const std::string data = documents.get_document(it.get_docid()).get_data();
    list->second.push_back(decode_fields(data).id);
  }
  for (const auto& [cluster, ids] : lists) {
    if (ids.size() > 1) target.set_metadata(copies_key(cluster), encode_ids(ids));
  }
}

}  // namespace khabar
