// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/copy_lists.h"

#include <algorithm>
#include <utility>

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

namespace {

// Documents of databases that were joined are numbered in turn, one of each; this tells where one
// comes in the order of the databases.
std::pair<Xapian::docid, Xapian::docid> place_of(Xapian::docid docid, std::size_t databases) {
  const auto count = static_cast<Xapian::docid>(std::max<std::size_t>(databases, 1));
  return {(docid - 1) % count, (docid - 1) / count};
}

}  // namespace

void write_copy_lists(const Xapian::Database& documents, Xapian::WritableDatabase& target) {
  // Who joined another's cluster has a fingerprint that differs from it.
  std::map<std::string, std::vector<Xapian::docid>> lists;
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
    if (list != lists.end()) list->second.push_back(it.get_docid());
  }
  for (auto& [cluster, docids] : lists) {
    if (docids.size() < 2) continue;
    std::sort(docids.begin(), docids.end(), [&](Xapian::docid a, Xapian::docid b) {
      return place_of(a, documents.size()) < place_of(b, documents.size());
    });
    std::vector<std::string> ids;
    for (const Xapian::docid docid : docids)
      ids.push_back(decode_id(documents.get_document(docid).get_data()));
    target.set_metadata(copies_key(cluster), encode_ids(ids));
  }
}

}  // namespace khabar
