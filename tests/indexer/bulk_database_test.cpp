// SPDX-License-Identifier: GPL-2.0-or-later
// What BulkDatabase writes must be what Xapian writes, read by Xapian.
#include "indexer/bulk_database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::TempDir;

// All that a reader can ask, a line each.
std::vector<std::string> contents(const std::string& path) {
  const Xapian::Database database(path);
  std::vector<std::string> lines;
  const auto say = [&](auto... parts) {
    std::string line;
    ((line += std::string(parts) + " "), ...);
    lines.push_back(line);
  };
  const auto number = [](auto value) { return std::to_string(value); };
  say(number(database.get_doccount()), number(database.get_lastdocid()),
      number(database.get_total_length()), number(database.get_doclength_lower_bound()),
      number(database.get_doclength_upper_bound()));
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    say(*term, number(term.get_termfreq()), number(database.get_collection_freq(*term)));
    for (auto it = database.postlist_begin(*term); it != database.postlist_end(*term); ++it)
      say(number(*it), number(it.get_wdf()), number(it.get_doclength()));
  }
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const Xapian::Document document = database.get_document(*it);
    say(document.get_data());
    for (auto term = database.termlist_begin(*it); term != database.termlist_end(*it); ++term)
      say(*term, number(term.get_wdf()));
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      say(number(value.get_valueno()), *value);
  }
  for (const Xapian::valueno slot : {0U, 1U, 2U, 3U, 200U}) {
    say(number(slot), number(database.get_value_freq(slot)), database.get_value_lower_bound(slot),
        database.get_value_upper_bound(slot));
    for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it)
      say(number(it.get_docid()), *it);
  }
  return lines;
}

class BulkDatabases : public testing::Test {
 protected:
  void add(const Xapian::Document& document) {
    bulk_.add_document(document);
    stock_.add_document(document);
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
  Xapian::Document document;
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
    Xapian::Document document;
    document.add_term("all", 1 + static_cast<Xapian::termcount>(i % 200));
    for (int term = 0; term < 4; ++term)
      document.add_term("t" + std::to_string(random() % (1 << (random() % 14))));
    if (i % 3 == 0) document.add_value(1, std::to_string(random() % 1000));
    document.add_boolean_term("Q" + std::to_string(i));
    add(document);
  }
  expect_equal();
}

TEST_F(BulkDatabases, AreEqualWithRecordsOfManyBlocks) {
  std::mt19937 random(5);
  for (const std::size_t size : {1U, 1999U, 2000U, 2040U, 8192U, 300000U}) {
    Xapian::Document document;
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
  Xapian::Document document;
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
    Xapian::Document document;
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

}  // namespace
}  // namespace khabar
