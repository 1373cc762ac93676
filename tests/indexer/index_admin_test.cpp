// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_admin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

#include "analyzers/language.h"
#include "tests/indexer/database_contents.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using test::ids_in;
using test::write_index;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::ThrowsMessage;

Document dated(std::string id, std::string language, std::string date, std::string source) {
  Document document = article(std::move(id), std::move(language), "خبر تازه", "متن خبر");
  document.date = std::move(date);
  document.source = std::move(source);
  document.category = "Science";
  return document;
}

class IndexAdmin : public testing::Test {
 protected:
  IndexAdmin() {
    write_index(index_, {dated("1", "fa", "2025-11-16", "IRNA"), dated("2", "ar", "", "Al-Riyadh"),
                         dated("3", "fa", "2024-01-02", "irna")});
  }
  test::TempDir folder_;
  std::string index_ = folder_ / "index";
};

std::vector<std::string> shown(const std::vector<ValueCount>& counts) {
  std::vector<std::string> list;
  list.reserve(counts.size());
  for (const ValueCount& count : counts) {
    list.push_back(count.value + " " + std::to_string(count.documents));
  }
  return list;
}

TEST_F(IndexAdmin, InfoCountsDocumentsAndTerms) {
  const IndexInfo info = index_info(index_);
  EXPECT_EQ(info.documents, 3U);
  EXPECT_GT(info.terms, 3U);
  EXPECT_GT(info.bytes, 1000U);
}

TEST_F(IndexAdmin, InfoTellsTheDates) {
  const IndexInfo info = index_info(index_);
  EXPECT_EQ(info.dated_documents, 2U);
  EXPECT_EQ(info.first_date, "2024-01-02");
  EXPECT_EQ(info.last_date, "2025-11-16");
}

TEST_F(IndexAdmin, InfoCountsValuesTheMostFrequentFirstInTheirFirstSpelling) {
  const IndexInfo info = index_info(index_);
  EXPECT_THAT(shown(info.languages), ElementsAre("fa 2", "ar 1"));
  EXPECT_THAT(shown(info.sources), ElementsAre("IRNA 2", "Al-Riyadh 1"));
  EXPECT_THAT(shown(info.categories), ElementsAre("Science 3"));
}

TEST_F(IndexAdmin, InfoTellsWhatMadeTheIndex) {
  const IndexInfo info = index_info(index_);
  EXPECT_EQ(info.schema, std::to_string(kSchemaVersion));
  EXPECT_EQ(info.analyzers, analyzer_fingerprint());
  EXPECT_TRUE(info.compatible);
}

TEST_F(IndexAdmin, InfoDescribesAnIndexOfAnotherSchema) {
  test::set_metadata(index_, kSchemaKey, "999");
  const IndexInfo info = index_info(index_);
  EXPECT_EQ(info.schema, "999");
  EXPECT_FALSE(info.compatible);
  EXPECT_EQ(info.documents, 3U);
}

TEST_F(IndexAdmin, InfoDescribesAnEmptyIndex) {
  const std::string empty = folder_ / "empty";
  write_index(empty, {});
  const IndexInfo info = index_info(empty);
  EXPECT_EQ(info.documents, 0U);
  EXPECT_EQ(info.first_date, "");
  EXPECT_THAT(info.languages, IsEmpty());
}

TEST_F(IndexAdmin, InfoSaysThatThereIsNoIndex) {
  EXPECT_THAT([&] { index_info(folder_ / "none"); },
              ThrowsMessage<IndexError>(HasSubstr("no index at")));
}

TEST_F(IndexAdmin, ExportGivesTheFieldsOfEachDocumentInOrder) {
  std::vector<StoredFields> documents;
  export_documents(index_, [&](const StoredFields& fields) { documents.push_back(fields); });
  ASSERT_EQ(documents.size(), 3U);
  EXPECT_EQ(documents[0].id, "1");
  EXPECT_EQ(documents[0].title, "خبر تازه");
  EXPECT_EQ(documents[0].body, "متن خبر");
  EXPECT_EQ(documents[0].date, "2025-11-16");
  EXPECT_EQ(documents[1].source, "Al-Riyadh");
  EXPECT_EQ(documents[2].language, "fa");
}

TEST_F(IndexAdmin, ExportGoesOnWhileAWriterCommits) {
  std::vector<Document> many;
  many.reserve(300);
  for (int i = 0; i < 300; ++i) many.push_back(article("m" + std::to_string(i), "fa", "خبر"));
  write_index(index_, many);
  std::vector<std::string> ids;
  export_documents(index_, [&](const StoredFields& fields) {
    ids.push_back(fields.id);
    // Two publications make Xapian drop the state that the export began with.
    if (ids.size() == 5) {
      write_index(index_, {article("new-1", "fa", "خبر")});
      write_index(index_, {article("new-2", "fa", "خبر")});
      write_index(index_, {article("new-3", "fa", "خبر")});
    }
  });
  EXPECT_GE(ids.size(), 303U);
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
}

TEST_F(IndexAdmin, ExportPassesOnWhatItsCallerThrows) {
  EXPECT_THROW(
      export_documents(index_, [](const StoredFields&) { throw std::length_error("full"); }),
      std::length_error);
}

TEST_F(IndexAdmin, DeleteReturnsTheIdsThatAreNotThere) {
  EXPECT_THAT(delete_documents(index_, {"1", "unknown", "3"}), ElementsAre("unknown"));
  EXPECT_THAT(ids_in(index_), ElementsAre("2"));
}

TEST_F(IndexAdmin, DeleteMakesNoIndex) {
  EXPECT_THROW(delete_documents(folder_ / "none", {"1"}), IndexError);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "none"));
}

TEST_F(IndexAdmin, CheckFindsNothingWrongWithAWholeIndex) {
  EXPECT_THAT(check_index(index_).findings, IsEmpty());
  write_index(index_, {dated("4", "fa", "", "")});
  delete_documents(index_, {"1"});
  EXPECT_THAT(check_index(index_).findings, IsEmpty());
}

TEST_F(IndexAdmin, CheckFindsOtherAnalyzers) {
  test::set_metadata(index_, kAnalyzersKey, "other");
  EXPECT_THAT(check_index(index_).findings, ElementsAre(HasSubstr("its metadata")));
}

TEST_F(IndexAdmin, CheckFindsFieldsThatCannotBeRead) {
  {
    Xapian::WritableDatabase database(published_folder(index_), Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(2);
    document.set_data("nonsense");
    database.replace_document(2, document);
    database.commit();
  }
  EXPECT_THAT(check_index(index_).findings, ElementsAre(HasSubstr("document 2")));
}

TEST_F(IndexAdmin, CheckFindsAnIdThatIsThereTwice) {
  {
    Xapian::WritableDatabase database(published_folder(index_), Xapian::DB_OPEN);
    database.add_document(database.get_document(1));
    database.commit();
  }
  EXPECT_THAT(check_index(index_).findings, testing::Contains(HasSubstr("twice")));
}

TEST_F(IndexAdmin, CheckListsNoEndlessNumberOfFaults) {
  const std::string many = folder_ / "many";
  std::vector<Document> documents;
  documents.reserve(50);
  for (int i = 0; i < 50; ++i) documents.push_back(article(std::to_string(i), "fa", "خبر"));
  write_index(many, documents);
  {
    Xapian::WritableDatabase database(published_folder(many), Xapian::DB_OPEN);
    for (Xapian::docid docid = 1; docid <= 50; ++docid) {
      Xapian::Document document = database.get_document(docid);
      document.set_data("nonsense");
      database.replace_document(docid, document);
    }
    database.commit();
  }
  const auto findings = check_index(many).findings;
  EXPECT_EQ(findings.size(), 21U);
  EXPECT_THAT(findings.back(), HasSubstr("30 faults more"));
}

// Flips all bits of a byte in the middle of each block of a table, but not of its first.
void damage(const std::string& table) {
  std::string bytes = test::file_bytes(table);
  ASSERT_FALSE(bytes.empty()) << table;
  constexpr std::size_t kBlock = 8192;
  for (std::size_t at = 0; at < bytes.size(); at += kBlock) {
    const std::size_t end = std::min(at + kBlock, bytes.size());
    for (std::size_t i = at + 4; i < end; i += 16) bytes[i] = static_cast<char>(~bytes[i]);
  }
  std::ofstream(table, std::ios::binary) << bytes;
}

class DamagedTable : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Each, DamagedTable, testing::Values("postlist", "docdata", "termlist"));

TEST_P(DamagedTable, IsFoundByCheckAndIsNoCrashForTheOthers) {
  const test::TempDir folder;
  std::vector<Document> documents;
  for (int i = 0; i < 300; ++i) {
    documents.push_back(dated(std::to_string(i), "fa", "2025-01-01", "IRNA"));
    documents.back().body += " واژه" + std::to_string(i);
  }
  write_index(folder.path(), documents);
  damage(published_folder(folder.path()) + "/" + GetParam() + ".glass");
  EXPECT_THAT(check_index(folder.path()).findings, Not(IsEmpty()));
  // Errors of the index may come, and nothing else.
  try {
    index_info(folder.path());
  } catch (const IndexError&) {
  }
  try {
    export_documents(folder.path(), [](const StoredFields&) {});
  } catch (const IndexError&) {
  }
}

TEST_F(IndexAdmin, CheckFindsATableThatIsGone) {
  std::filesystem::remove(published_folder(index_) + "/docdata.glass");
  EXPECT_THAT(check_index(index_).findings, Not(IsEmpty()));
}

}  // namespace
}  // namespace khabar
