// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/catch_up.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "indexer/schema.h"

namespace khabar {
namespace {

// Walks the documents of a database in the order of their numbers, with what tells one version of
// a document from another: the fingerprint of its content, and the cluster it was put into.
class Versions {
 public:
  explicit Versions(const Xapian::Database& database)
      : fingerprint_(database.valuestream_begin(kFingerprintSlot)),
        cluster_(database.valuestream_begin(kClusterSlot)) {}

  /// The number of the document; greater than any behind the last one.
  std::uint64_t number() const { return is_at_end(fingerprint_) ? kEnd : fingerprint_.get_docid(); }
  std::string version() {
    const Xapian::docid docid = fingerprint_.get_docid();
    if (!is_at_end(cluster_)) cluster_.skip_to(docid);
    const bool clustered = !is_at_end(cluster_) && cluster_.get_docid() == docid;
    return *fingerprint_ + (clustered ? *cluster_ : std::string());
  }
  void next() { ++fingerprint_; }
  static bool is_end(std::uint64_t number) { return number == kEnd; }

 private:
  static constexpr std::uint64_t kEnd = std::numeric_limits<std::uint64_t>::max();
  static bool is_at_end(const Xapian::ValueIterator& it) { return it == Xapian::ValueIterator(); }
  Xapian::ValueIterator fingerprint_, cluster_;
};

std::vector<std::string> metadata_keys(const Xapian::Database& database) {
  return {database.metadata_keys_begin(), database.metadata_keys_end()};
}

void catch_up_documents(const Xapian::Database& source, Xapian::WritableDatabase& copy) {
  std::vector<Xapian::docid> gone, changed;
  Versions now(source), before(copy);
  while (!Versions::is_end(std::min(now.number(), before.number()))) {
    const std::uint64_t number = std::min(now.number(), before.number());
    const bool is_now = now.number() == number, was = before.number() == number;
    if (!is_now) gone.push_back(static_cast<Xapian::docid>(number));
    if (is_now && (!was || now.version() != before.version()))
      changed.push_back(static_cast<Xapian::docid>(number));
    if (is_now) now.next();
    if (was) before.next();
  }
  for (const Xapian::docid docid : gone) copy.delete_document(docid);
  for (const Xapian::docid docid : changed)
    copy.replace_document(docid, source.get_document(docid));
}

void catch_up_metadata(const Xapian::Database& source, Xapian::WritableDatabase& copy) {
  for (const std::string& key : metadata_keys(copy)) {
    if (source.get_metadata(key).empty()) copy.set_metadata(key, {});
  }
  for (const std::string& key : metadata_keys(source)) {
    const std::string value = source.get_metadata(key);
    if (copy.get_metadata(key) != value) copy.set_metadata(key, value);
  }
}

}  // namespace

void catch_up(const Xapian::Database& source, Xapian::WritableDatabase& copy) {
  catch_up_documents(source, copy);
  catch_up_metadata(source, copy);
}

}  // namespace khabar
