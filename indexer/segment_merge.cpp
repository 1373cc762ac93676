// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment_merge.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <utility>

#include "indexer/glass_lists.h"
#include "indexer/glass_table.h"
#include "indexer/index_document.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

// The table of postings of one segment, at an entry.
class PostingTable {
 public:
  PostingTable(const std::string& segment, Xapian::docid documents_before)
      : scan_(segment + "/postlist.glass"), before_(documents_before) {}

  bool next() {
    if (!scan_.next()) return false;
    const ListKey key = split_key(scan_.key());
    list_bytes_ = key.list.size();
    document_ = key.document;
    return true;
  }
  std::string_view list() const { return std::string_view(scan_.key()).substr(0, list_bytes_); }
  ListKey key() const { return {list(), document_}; }
  const std::string& tag() const { return scan_.tag(); }
  /// What is to be added to a number of a document of this segment.
  Xapian::docid documents_before() const { return before_; }

 private:
  GlassScan scan_;
  Xapian::docid before_;
  std::size_t list_bytes_ = 0;
  Xapian::docid document_ = 0;
};

// The lists of all segments in order, each with the tables that have it.
class ListMerge {
 public:
  ListMerge(const std::vector<std::string>& segments, const std::vector<DatabaseTotals>& totals) {
    Xapian::docid before = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      tables_.push_back(std::make_unique<PostingTable>(segments[i], before));
      before += static_cast<Xapian::docid>(totals[i].documents);
      if (tables_.back()->next()) push(i);
    }
  }

  /// Goes to the next list; false behind the last.
  bool next() {
    for (const std::size_t table : current_) {
      bool more = true;
      while (more && tables_[table]->list() == list_) more = tables_[table]->next();
      if (more) push(table);
    }
    current_.clear();
    if (waiting_.empty()) return false;
    list_ = tables_[waiting_.front().table]->list();
    while (!waiting_.empty() && tables_[waiting_.front().table]->list() == list_)
      current_.push_back(pop());
    return true;
  }

  const std::string& list() const { return list_; }

  /// Calls `take` with each table that has the list, at its first entry there.
  template <typename Take>
  void for_each_table(Take take) const {
    for (const std::size_t table : current_) take(std::as_const(*tables_[table]));
  }
  /// Calls `take` with each entry of the list, in order.
  template <typename Take>
  void for_each_entry(Take take) {
    for (const std::size_t at : current_) {
      PostingTable& table = *tables_[at];
      // A list that is the last one of its table stays there, and is over all the same.
      for (bool more = true; more && table.list() == list_; more = table.next())
        take(std::as_const(table));
    }
  }

 private:
  struct Waiting {
    std::uint64_t head = 0;  // of the list
    std::size_t table = 0;
  };

  // Equal lists come in the order of their segments.
  bool comes_later(const Waiting& a, const Waiting& b) const {
    if (a.head != b.head) return a.head > b.head;
    const int order = tables_[a.table]->list().compare(tables_[b.table]->list());
    return order != 0 ? order > 0 : a.table > b.table;
  }

  void push(std::size_t table) {
    waiting_.push_back({head_of(tables_[table]->list()), table});
    std::push_heap(waiting_.begin(), waiting_.end(),
                   [this](const Waiting& a, const Waiting& b) { return comes_later(a, b); });
  }

  // The table of the first list.
  std::size_t pop() {
    std::pop_heap(waiting_.begin(), waiting_.end(),
                  [this](const Waiting& a, const Waiting& b) { return comes_later(a, b); });
    const std::size_t table = waiting_.back().table;
    waiting_.pop_back();
    return table;
  }

  std::vector<std::unique_ptr<PostingTable>> tables_;
  std::vector<Waiting> waiting_;      // a heap, the first list on top
  std::vector<std::size_t> current_;  // tables that have the current list, in order
  std::string list_;
};

bool is_term(std::string_view list) {
  for (const std::string_view other : {kMetadataKey, kValueBoundsKey, kValuesKey, kLengthsKey}) {
    if (list.starts_with(other)) return false;
  }
  return true;
}

ListTotals totals_of(const ListMerge& merge) {
  ListTotals sum;
  merge.for_each_table([&](const PostingTable& table) {
    std::string_view tag = table.tag();
    const ListTotals part = take_totals(tag);
    sum.documents += part.documents;
    sum.occurrences += part.occurrences;
  });
  return sum;
}

void merge_chunks(ListMerge& merge, GlassTable& target) {
  PostingListWriter writer(merge.list(), totals_of(merge), target);
  merge.for_each_entry([&](const PostingTable& table) {
    PostingChunk chunk = read_chunk(table.key(), table.tag());
    chunk.first += table.documents_before();
    chunk.last += table.documents_before();
    writer.add(chunk);
  });
  writer.finish();
}

void merge_value_bounds(const ListMerge& merge, GlassTable& target) {
  ValueBounds bounds;
  merge.for_each_table(
      [&](const PostingTable& table) { bounds.add(read_value_bounds(table.tag())); });
  target.add(merge.list(), value_bounds_tag(bounds));
}

void copy_values(ListMerge& merge, GlassTable& target) {
  merge.for_each_entry([&](const PostingTable& table) {
    const Xapian::docid first = table.key().document + table.documents_before();
    target.add(merge.list() + document_key(first), table.tag());
  });
}

}  // namespace

SegmentMerge::SegmentMerge(std::vector<std::string> segments, const std::string& folder)
    : segments_(std::move(segments)), folder_((fs::create_directory(folder), folder)) {
  for (const std::string& segment : segments_) totals_.push_back(read_totals(segment));
  documents_ = std::async(std::launch::async, [this] {
    return TableRoots{{}, copy_table("docdata"), copy_table("termlist")};
  });
}

SegmentMerge::~SegmentMerge() {
  if (documents_.valid()) documents_.wait();
}

void SegmentMerge::for_each_term(const TakeTerm& take) const {
  ListMerge merge(segments_, totals_);
  while (merge.next()) {
    if (is_term(merge.list()))
      take(term_of_list(merge.list()), static_cast<Xapian::doccount>(totals_of(merge).documents));
  }
}

void SegmentMerge::finish(const Xapian::Database& described) {
  const std::string postlist = merge_postings(described);
  TableRoots roots = documents_.get();
  roots.postlist = postlist;
  DatabaseTotals all;
  for (const DatabaseTotals& totals : totals_) all.add(totals);
  write_version_file(folder_, all, roots);
  // Xapian's lock, which the first writer would make.
  const std::ofstream lock(folder_ + "/flintlock");
}

std::string SegmentMerge::merge_postings(const Xapian::Database& described) const {
  GlassTable target(folder_ + "/postlist.glass");
  for (auto key = described.metadata_keys_begin(); key != described.metadata_keys_end(); ++key)
    target.add(std::string(kMetadataKey) + *key, described.get_metadata(*key));
  ListMerge merge(segments_, totals_);
  while (merge.next()) {
    if (merge.list().starts_with(kValueBoundsKey)) {
      merge_value_bounds(merge, target);
    } else if (merge.list().starts_with(kValuesKey)) {
      copy_values(merge, target);
    } else {
      merge_chunks(merge, target);
    }
  }
  return target.finish(0);
}

// A table whose keys begin with the number of a document.
std::string SegmentMerge::copy_table(const std::string& table) const {
  GlassTable target(folder_ + "/" + table + ".glass");
  Xapian::docid before = 0;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    GlassScan scan(segments_[i] + "/" + table + ".glass");
    while (scan.next()) {
      std::string_view rest = scan.key();
      const Xapian::docid document = take_document(rest);
      target.add(document_key(document + before).append(rest), scan.tag(), scan.compressed());
    }
    before += static_cast<Xapian::docid>(totals_[i].documents);
  }
  return target.finish(kCompressMin);
}

}  // namespace khabar
