// SPDX-License-Identifier: GPL-2.0-or-later
// What BulkDatabase writes must be what Xapian writes, read by Xapian.
#include "indexer/bulk_database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>
#include <random>

#include "tests/indexer/database_contents.h"
#include "tests/support/temp_dir.h"

namespace khabar {
namespace {

using test::contents;
using test::TempDir;

class BulkDatabases : public testing::Test {
 protected:
  void add(const IndexDocument& document) {
    bulk_.add_document(document);
    stock_.add_document(document.to_xapian());
  }
  void expect_equal() {
    bulk_.finish();
    stock_.commit();
    std::ostringstream faults;
    EXPECT_EQ(Xapian::Database::check(folder_ / "bulk", 0, &faults), 0U) << faults.str();
    EXPECT_EQ(contents(folder_ / "bulk"), contents(folder_ / "stock"));
  }

  TempDir folder_;
  BulkDatabase bulk_{folder_ / "bulk"};
  Xapian::WritableDatabase stock_{folder_ / "stock", Xapian::DB_CREATE};
};

TEST_F(BulkDatabases, AreEqualWithoutDocuments) { expect_equal(); }

TEST_F(BulkDatabases, AreEqualWithADocumentOfNothing) {
  add({});
  expect_equal();
}

TEST_F(BulkDatabases, AreEqualWithTermsValuesAndData) {
  IndexDocument document;
  for (const char* term : {"a", "ab", "abc", "b", "Zb", "XC\x80\x81"}) document.add_term(term, 3);
  document.add_boolean_term("Q1");
  document.add_term("often", 100000);
  document.add_value(0, "20251116");
  document.add_value(1, std::string("\0\xFF", 2));
  document.add_value(200, "far");
  document.set_data("data");
  add(document);
  add({});
  add(document);
  expect_equal();
}

// Many blocks on several levels, many chunks a list, docids of two and three bytes.
TEST_F(BulkDatabases, AreEqualWithManyDocuments) {
  std::mt19937 random(3);
  for (int i = 0; i < 33500; ++i) {
    IndexDocument document;
    document.add_term("all", 1 + static_cast<Xapian::termcount>(i % 200));
    for (int term = 0; term < 4; ++term) {
      const unsigned terms = 1U << (random() % 14);
      document.add_term("t" + std::to_string(random() % terms));
    }
    if (i % 3 == 0) document.add_value(1, std::to_string(random() % 1000));
    document.add_boolean_term("Q" + std::to_string(i));
    add(document);
  }
  expect_equal();
}

TEST_F(BulkDatabases, AreEqualWithRecordsOfManyBlocks) {
  std::mt19937 random(5);
  for (const std::size_t size : {1U, 1999U, 2000U, 2040U, 8192U, 300000U}) {
    IndexDocument document;
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(random());
    document.set_data(bytes);
    document.add_value(2, bytes);
    for (std::size_t i = 0; i < size / 10; ++i) document.add_term("term" + std::to_string(i * i));
    document.add_term(std::string(245, 'x'));
    add(document);
  }
  expect_equal();
}

TEST(BulkDatabase, TakesANewValue) {
  const TempDir folder;
  BulkDatabase bulk(folder / "bulk");
  IndexDocument document;
  document.add_value(1, "old");
  bulk.add_document(document);
  bulk.add_document(document);
  bulk.set_value(2, 1, "new");
  EXPECT_THROW(bulk.set_value(2, 3, "x"), Xapian::InvalidOperationError);
  bulk.finish();
  const Xapian::Database database(folder / "bulk");
  EXPECT_EQ(database.get_document(1).get_value(1), "old");
  EXPECT_EQ(database.get_document(2).get_value(1), "new");
}

TEST(BulkDatabase, CanBeWrittenToByXapian) {
  const TempDir folder;
  {
    BulkDatabase bulk(folder / "bulk");
    IndexDocument document;
    document.add_term("one");
    bulk.add_document(document);
    bulk.finish();
  }
  {
    Xapian::WritableDatabase database(folder / "bulk", Xapian::DB_OPEN);
    Xapian::Document document;
    document.add_term("two");
    for (int i = 0; i < 3000; ++i) database.add_document(document);
    database.delete_document(1);
    database.commit();
  }
  EXPECT_EQ(Xapian::Database(folder / "bulk").get_doccount(), 3000U);
  EXPECT_EQ(Xapian::Database::check(folder / "bulk", 0, nullptr), 0U);
}

// Xapian reads the list of a document's terms to replace or to delete it. Their lengths, with those
// of what they are compressed to, are such that Xapian cannot inflate all of them.
TEST(BulkDatabase, HasLongListsOfTermsThatXapianCanReplaceAndDelete) {
  constexpr Xapian::docid kDocuments = 100;
  const TempDir folder;
  {
    BulkDatabase bulk(folder / "bulk");
    for (Xapian::docid i = 0; i < kDocuments; ++i) {
      IndexDocument document;
      for (unsigned term = 0; term < 2600 + i; ++term)
        document.add_term("term" + std::to_string(100000 + term));
      bulk.add_document(document);
    }
    bulk.finish();
  }
  Xapian::WritableDatabase database(folder / "bulk", Xapian::DB_OPEN);
  Xapian::Document other;
  other.add_term("other");
  for (Xapian::docid docid = 1; docid <= kDocuments; ++docid) {
    try {
      EXPECT_EQ(std::distance(database.termlist_begin(docid), database.termlist_end(docid)),
                2599 + static_cast<int>(docid));
      if (docid % 2 == 0) {
        database.replace_document(docid, other);
      } else {
        database.delete_document(docid);
      }
    } catch (const Xapian::Error& error) {
      ADD_FAILURE() << docid << ": " << error.get_description();
    }
  }
  database.commit();
  EXPECT_EQ(database.get_doccount(), kDocuments / 2);
  EXPECT_EQ(database.get_termfreq("other"), kDocuments / 2);
  EXPECT_FALSE(database.term_exists("term100000"));
}

}  // namespace
}  // namespace khabar
