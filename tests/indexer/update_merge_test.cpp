// SPDX-License-Identifier: GPL-2.0-or-later
// What UpdateMerge makes of a database and its changes must be what Xapian's writer makes of them,
// read by Xapian.
#include "indexer/update_merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <sstream>

#include "indexer/bulk_database.h"
#include "tests/indexer/database_contents.h"
#include "tests/support/temp_dir.h"

namespace khabar {
namespace {

using test::contents;
using test::TempDir;

class UpdateMerges : public testing::Test {
 protected:
  // Terms that all have, that many and that one has; values of any size; data or none.
  IndexDocument next_document() {
    IndexDocument document;
    document.add_term("all", static_cast<Xapian::termcount>(1 + random_() % 300));
    document.add_term(std::string("all\0of", 6));
    for (int term = 0; term < 6; ++term)
      document.add_term("term" + std::to_string(random_() % (1U << (random_() % 14))));
    for (std::size_t left = random_() % 4 == 0 ? 400 : 0; left > 0; --left)
      document.add_term("rare" + std::to_string(random_() % 100000));
    document.add_boolean_term("Q" + std::to_string(random_()));
    document.add_value(0, "same");
    document.add_value(1, std::to_string(random_() % 1000));
    if (random_() % 3 == 0) document.add_value(2, std::string(random_() % 5000, 'v'));
    if (random_() % 50 == 0) document.add_value(200, "few");
    if (random_() % 9 != 0) document.set_data(any_bytes(random_() % 20000));
    return document;
  }

  // Xapian 1.4.22 cannot inflate what is very regular (indexer/bulk_database.cpp).
  std::string any_bytes(std::size_t count) {
    std::string bytes;
    while (bytes.size() < count) bytes += static_cast<char>(random_() % 64);
    return bytes;
  }

  void make_old(int documents) {
    BulkDatabase database(old_);
    for (int i = 0; i < documents; ++i) database.add_document(next_document());
    database.finish();
  }

  // Replaces, adds and deletes so many documents, by both ways.
  void expect_equal(std::size_t replaced, std::size_t added, std::size_t deleted) {
    std::filesystem::copy(old_, stock_);
    Xapian::WritableDatabase stock(stock_, Xapian::DB_OPEN);
    std::vector<Xapian::docid> numbers(stock.postlist_begin({}), stock.postlist_end({}));
    std::shuffle(numbers.begin(), numbers.end(), random_);
    ASSERT_LE(replaced + deleted, numbers.size());
    DocumentChanges changes{folder_ / "changes", {}, {}};
    const auto end = numbers.end() - static_cast<std::ptrdiff_t>(deleted);
    changes.deleted.assign(end, numbers.end());
    changes.numbers.assign(numbers.begin(),
                           numbers.begin() + static_cast<std::ptrdiff_t>(replaced));
    for (std::size_t i = 0; i < added; ++i)
      changes.numbers.push_back(stock.get_lastdocid() + 1 + static_cast<Xapian::docid>(i));
    std::vector<IndexDocument> documents;
    while (documents.size() < replaced + added) documents.push_back(next_document());
    BulkDatabase changed(changes.folder);
    for (const IndexDocument& document : documents) changed.add_document(document);
    changed.finish();
    for (const Xapian::docid document : changes.deleted) stock.delete_document(document);
    for (std::size_t i = 0; i < documents.size(); ++i)
      stock.replace_document(changes.numbers[i], documents[i].to_xapian());
    stock.set_metadata("key", std::string(30000, 'm'));
    stock.commit();
    UpdateMerge(old_, changes, merged_).finish(stock);
    std::ostringstream faults;
    EXPECT_EQ(Xapian::Database::check(merged_, 0, &faults), 0U) << faults.str();
    const auto merged = contents(merged_), expected = contents(stock_);
    EXPECT_EQ(merged.size(), expected.size());
    const auto [differs, other] =
        std::mismatch(merged.begin(), merged.end(), expected.begin(), expected.end());
    if (differs != merged.end() && other != expected.end()) {
      EXPECT_EQ(differs->substr(0, 500), other->substr(0, 500));
    }
  }

  std::mt19937 random_{11};
  TempDir folder_;
  std::string old_ = folder_ / "old", stock_ = folder_ / "stock", merged_ = folder_ / "merged";
};

TEST_F(UpdateMerges, AreEqualWithChangesOfEachKind) {
  make_old(2000);
  expect_equal(400, 300, 200);
}

TEST_F(UpdateMerges, AreEqualWhereNearlyAllIsReplaced) {
  make_old(500);
  expect_equal(499, 0, 0);
}

TEST_F(UpdateMerges, AreEqualWhereDocumentsAreAddedAlone) {
  make_old(500);
  expect_equal(0, 700, 0);
}

TEST_F(UpdateMerges, AreEqualWhereDocumentsAreDeletedAlone) {
  make_old(500);
  expect_equal(0, 0, 100);
}

TEST_F(UpdateMerges, AreEqualWhereAllIsDeleted) {
  make_old(50);
  expect_equal(0, 0, 50);
}

TEST_F(UpdateMerges, AreEqualWithoutAnOldDocument) {
  make_old(0);
  expect_equal(0, 20, 0);
}

// Blocks in any order, free ones, numbers without a document, chunks as Xapian cuts them.
TEST_F(UpdateMerges, AreEqualOfADatabaseThatXapianWrote) {
  make_old(1000);
  Xapian::WritableDatabase old(old_, Xapian::DB_OPEN);
  for (int commit = 0; commit < 4; ++commit) {
    for (int i = 0; i < 150; ++i) {
      old.replace_document(static_cast<Xapian::docid>(1 + random_() % 1200),
                           next_document().to_xapian());
    }
    old.commit();
  }
  for (Xapian::docid document = 100; document < 200; ++document) {
    if (old.get_document(document).values_count() > 0) old.delete_document(document);
  }
  old.delete_document(old.get_lastdocid());
  old.commit();
  old.close();
  expect_equal(300, 50, 100);
}

TEST_F(UpdateMerges, ReportADatabaseThatCannotBeRead) {
  make_old(500);
  BulkDatabase(folder_ / "changes").finish();
  std::filesystem::resize_file(old_ + "/postlist.glass", 8192);
  EXPECT_THROW(UpdateMerge(old_, {folder_ / "changes", {}, {1}}, merged_).finish({}),
               Xapian::Error);
}

}  // namespace
}  // namespace khabar
