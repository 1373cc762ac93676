// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update_merge.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/glass_reader.h"
#include "indexer/glass_table.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

bool are_in_order(const std::vector<Posting>& postings) {
  return std::is_sorted(postings.begin(), postings.end(),
                        [](const Posting& a, const Posting& b) { return a.document < b.document; });
}

// Calls `take(document, value)` with each value of a chunk.
template <typename Take>
void for_each_value(Xapian::docid first, std::string_view chunk, Take take) {
  const char* at = chunk.data();
  const char* const end = at + chunk.size();
  for (Xapian::docid document = first; at != end;) {
    const std::size_t bytes = take_packed(at, end);
    if (bytes > static_cast<std::size_t>(end - at))
      throw Xapian::DatabaseCorruptError("a value leaves its chunk");
    take(document, std::string_view(at, bytes));
    at += bytes;
    if (at != end) document += take_packed(at, end) + 1;
  }
}

}  // namespace

// A table of one of the two databases, and a place in it.
class UpdateMerge::Table {
 public:
  explicit Table(const std::string& folder, KnownTable table = KnownTable::postlist)
      : database_(folder), reader_(folder, database_, table), cursor_(reader_) {
    cursor_.seek({});  // what stands before the first entry
  }

  bool next() { return is_there_ = cursor_.next(); }
  bool seek(std::string_view key) { return is_there_ = cursor_.seek(key); }
  bool is_there() const { return is_there_; }
  GlassReader::Cursor& cursor() { return cursor_; }
  const GlassReader& reader() const { return reader_; }

  // Of the table of postings.
  ListKey key() const { return split_key(cursor_.key()); }
  bool has(std::string_view list) const { return is_there_ && key().list == list; }
  /// Goes over the entries of a list from the first on, and to the next list.
  template <typename Take>
  void for_each_entry(std::string_view list, Take take) {
    for (; has(list); next()) take(key(), cursor_.tag());
  }
  void skip_metadata() {
    while (next() && key().list.starts_with(kMetadataKey)) {
    }
  }

 private:
  Xapian::Database database_;
  GlassReader reader_;
  GlassReader::Cursor cursor_;
  bool is_there_ = false;
};

UpdateMerge::UpdateMerge(std::string old_folder, DocumentChanges changes, const std::string& folder)
    : old_folder_(std::move(old_folder)),
      changes_(std::move(changes)),
      folder_((fs::create_directory(folder), folder)),
      old_totals_(read_totals(old_folder_)),
      changed_totals_(read_totals(changes_.folder)),
      gone_(old_totals_.documents + old_totals_.gaps + 1),
      in_order_(changes_.numbers.size()) {
  if (changed_totals_.documents != changes_.numbers.size())
    throw Xapian::InvalidArgumentError("not each new document has a number");
  std::iota(in_order_.begin(), in_order_.end(), std::size_t{0});
  std::sort(in_order_.begin(), in_order_.end(),
            [this](std::size_t a, std::size_t b) { return number_of(a) < number_of(b); });
  for (const auto* numbers : {&changes_.numbers, &changes_.deleted}) {
    for (const Xapian::docid number : *numbers) {
      if (number < gone_.size()) gone_[number] = true;
    }
  }
  documents_ = std::async(std::launch::async, [this] {
    return TableRoots{
        {}, merge_documents(KnownTable::docdata), merge_documents(KnownTable::termlist)};
  });
}

bool UpdateMerge::is_gone(Xapian::docid document) const {
  if (document < gone_.size()) return gone_[document];
  throw Xapian::DatabaseCorruptError(old_folder_ + " has a document behind its last one");
}

UpdateMerge::~UpdateMerge() {
  if (documents_.valid()) documents_.wait();
}

void UpdateMerge::finish(const Xapian::Database& described) {
  const std::string postlist = merge_postings(described);
  TableRoots roots = documents_.get();
  roots.postlist = postlist;
  write_version_file(folder_, totals(), roots);
  // Xapian's lock, which the first writer would make.
  const std::ofstream lock(folder_ + "/flintlock");
}

DatabaseTotals UpdateMerge::totals() const {
  DatabaseTotals all = old_totals_;
  const std::uint64_t last =
      std::max(all.documents + all.gaps,
               in_order_.empty() ? std::uint64_t{0} : std::uint64_t{number_of(in_order_.back())});
  all.documents -= static_cast<std::uint64_t>(std::count(gone_.begin(), gone_.end(), true));
  all.length -= gone_length_;
  if (all.documents == 0) all = {};
  all.add(changed_totals_);
  all.gaps = last - all.documents;
  return all;
}

// A table whose keys begin with the number of a document.
std::string UpdateMerge::merge_documents(KnownTable table) const {
  Table old(old_folder_, table), changed(changes_.folder, table);
  GlassTable target(folder_ + "/" + table_name(table) + ".glass");
  auto next = in_order_.begin();
  const auto put_changes_up_to = [&](Xapian::docid last) {
    for (; next != in_order_.end() && number_of(*next) <= last; ++next) {
      const std::string own = document_key(static_cast<Xapian::docid>(*next + 1));
      changed.seek(own);
      for (; changed.is_there() && changed.cursor().key().starts_with(own); changed.next()) {
        target.add(document_key(number_of(*next)).append(changed.cursor().key().substr(own.size())),
                   changed.cursor().tag(), changed.cursor().is_compressed());
      }
    }
  };
  while (old.next()) {
    std::string_view rest = old.cursor().key();
    const Xapian::docid document = take_document(rest);
    put_changes_up_to(document);
    if (!is_gone(document))
      target.add(old.cursor().key(), old.cursor().tag(), old.cursor().is_compressed());
  }
  if (!in_order_.empty()) put_changes_up_to(number_of(in_order_.back()));
  return target.finish(kCompressMin);
}

std::string UpdateMerge::merge_postings(const Xapian::Database& described) {
  GlassTable target(folder_ + "/postlist.glass");
  for (auto key = described.metadata_keys_begin(); key != described.metadata_keys_end(); ++key)
    target.add(std::string(kMetadataKey) + *key, described.get_metadata(*key));
  Table old(old_folder_), changed(changes_.folder);
  old.skip_metadata();
  changed.skip_metadata();
  while (old.is_there() || changed.is_there()) {
    const bool is_old =
        old.is_there() && (!changed.is_there() || old.key().list <= changed.key().list);
    const std::string list(is_old ? old.key().list : changed.key().list);
    if (list.starts_with(kValueBoundsKey)) {
      merge_value_bounds(list, old, changed, target);
    } else if (list.starts_with(kValuesKey)) {
      merge_values(list, old, target);
      changed.for_each_entry(list, [](auto&&...) {});
    } else {
      merge_list(list, old, changed);
      if (!postings_.empty()) write_postings(list, postings_, target);
    }
  }
  return target.finish(0);
}

// Into postings_.
void UpdateMerge::merge_list(const std::string& list, Table& old, Table& changed) {
  postings_.clear();
  std::uint64_t gone = 0;
  old.for_each_entry(list, [&](const ListKey& key, std::string_view tag) {
    for_each_entry(read_chunk(key, tag), [&](Xapian::docid document, Xapian::termcount count) {
      if (is_gone(document)) {
        gone += count;
      } else {
        postings_.push_back({document, count});
      }
    });
  });
  changed.for_each_entry(list, [&](const ListKey& key, std::string_view tag) {
    for_each_entry(read_chunk(key, tag), [&](Xapian::docid document, Xapian::termcount count) {
      postings_.push_back({number_of(document - 1), count});
    });
  });
  if (list == kLengthsKey) gone_length_ = gone;
  if (are_in_order(postings_)) return;
  std::sort(postings_.begin(), postings_.end(),
            [](const Posting& a, const Posting& b) { return a.document < b.document; });
}

// The least and the greatest value may be those of documents that are gone, as with Xapian's
// writer.
void UpdateMerge::merge_value_bounds(const std::string& list, Table& old, Table& changed,
                                     GlassTable& target) const {
  ValueBounds bounds;
  old.for_each_entry(
      list, [&](const ListKey&, std::string_view tag) { bounds = read_value_bounds(tag); });
  if (bounds.documents > 0) {
    Table look_up(old_folder_);
    ValueReader values(look_up.reader(), slot_of_bounds(list));
    for (Xapian::docid document = 1; document < gone_.size(); ++document) {
      if (gone_[document] && !values.of(document).empty()) --bounds.documents;
    }
  }
  if (bounds.documents == 0) bounds = {};
  changed.for_each_entry(
      list, [&](const ListKey&, std::string_view tag) { bounds.add(read_value_bounds(tag)); });
  if (bounds.documents > 0) target.add(list, value_bounds_tag(bounds));
}

void UpdateMerge::merge_values(const std::string& list, Table& old, GlassTable& target) const {
  Table changed(changes_.folder);
  ValueReader changed_values(changed.reader(), slot_of_values(list));
  ValueListWriter writer(list, target);
  auto next = in_order_.begin();
  const auto put_changes_up_to = [&](Xapian::docid last) {
    for (; next != in_order_.end() && number_of(*next) <= last; ++next) {
      const std::string_view value = changed_values.of(static_cast<Xapian::docid>(*next + 1));
      if (!value.empty()) writer.add(number_of(*next), value);
    }
  };
  old.for_each_entry(list, [&](const ListKey& key, std::string_view tag) {
    for_each_value(key.document, tag, [&](Xapian::docid document, std::string_view value) {
      put_changes_up_to(document);
      if (!is_gone(document)) writer.add(document, value);
    });
  });
  if (!in_order_.empty()) put_changes_up_to(number_of(in_order_.back()));
  writer.finish();
}

}  // namespace khabar
