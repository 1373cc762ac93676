// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/indexer/database_contents.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using test::body_in;
using test::ids_in;
using test::write_index;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

class IndexWriting : public testing::Test {
 protected:
  std::vector<std::string> folders() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(index_)) {
      if (entry.is_directory()) names.push_back(entry.path().filename());
    }
    return names;
  }

  test::TempDir folder_;
  std::string index_ = folder_ / "deep/index";
};

TEST_F(IndexWriting, AddsDocumentsInTheirOrder) {
  std::vector<Document> documents;
  std::vector<std::string> ids;
  for (int i = 0; i < 500; ++i) {
    ids.push_back("id-" + std::to_string(i));
    documents.push_back(article(ids.back(), "fa", "خبر " + std::to_string(i)));
  }
  const IndexStats stats = write_index(index_, documents, {.threads = 4});
  EXPECT_EQ(stats.indexed, 500U);
  EXPECT_EQ(stats.documents, 500U);
  EXPECT_EQ(stats.replaced, 0U);
  EXPECT_EQ(ids_in(index_), ids);
}

TEST_F(IndexWriting, AddsToWhatIsThere) {
  write_index(index_, {article("1", "fa", "خبر")});
  const IndexStats stats = write_index(index_, {article("2", "fa", "گزارش")});
  EXPECT_EQ(stats.indexed, 1U);
  EXPECT_EQ(stats.documents, 2U);
  EXPECT_THAT(ids_in(index_), ElementsAre("1", "2"));
}

TEST_F(IndexWriting, ReplacesADocumentOfTheSameId) {
  write_index(index_, {article("1", "fa", "خبر", "old"), article("2", "fa", "گزارش")});
  const IndexStats stats = write_index(index_, {article("1", "fa", "خبر", "new")});
  EXPECT_EQ(stats.indexed, 1U);
  EXPECT_EQ(stats.replaced, 1U);
  EXPECT_EQ(stats.duplicates, 0U);
  EXPECT_EQ(stats.documents, 2U);
  EXPECT_EQ(body_in(index_, "1"), "new");
}

TEST_F(IndexWriting, KeepsTheLastOfAnIdThatComesTwiceInOneRun) {
  const IndexStats stats =
      write_index(index_, {article("1", "fa", "خبر", "old"), article("1", "fa", "خبر", "new")});
  EXPECT_EQ(stats.indexed, 2U);
  EXPECT_EQ(stats.replaced, 1U);
  EXPECT_EQ(stats.duplicates, 1U);
  EXPECT_EQ(stats.documents, 1U);
  EXPECT_EQ(body_in(index_, "1"), "new");
}

TEST_F(IndexWriting, LeavesNoTermOfAReplacedDocument) {
  write_index(index_, {article("1", "und", "before")});
  write_index(index_, {article("1", "und", "after")});
  const Xapian::Database database = open_index(index_);
  EXPECT_FALSE(database.term_exists("before"));
  EXPECT_TRUE(database.term_exists("after"));
}

TEST_F(IndexWriting, DeletesById) {
  write_index(index_, {article("1", "fa", "خبر"), article("2", "fa", "گزارش")});
  IndexWriter writer(index_, {});
  EXPECT_TRUE(writer.remove("1"));
  EXPECT_FALSE(writer.remove("1"));
  EXPECT_FALSE(writer.remove("unknown"));
  writer.finish();
  EXPECT_THAT(ids_in(index_), ElementsAre("2"));
}

TEST_F(IndexWriting, DeletesWhatTheSameRunAdded) {
  IndexWriter writer(index_, {});
  writer.add(article("1", "fa", "خبر"));
  writer.add(article("2", "fa", "گزارش"));
  EXPECT_TRUE(writer.remove("1"));
  writer.finish();
  EXPECT_THAT(ids_in(index_), ElementsAre("2"));
}

TEST_F(IndexWriting, AddsADeletedDocumentAgain) {
  IndexWriter writer(index_, {});
  writer.add(article("1", "fa", "خبر", "old"));
  writer.remove("1");
  writer.add(article("1", "fa", "خبر", "new"));
  writer.finish();
  EXPECT_EQ(body_in(index_, "1"), "new");
}

TEST_F(IndexWriting, SkipsDocumentsWithoutIdOrWordsAndCountsThem) {
  const IndexStats stats = write_index(
      index_, {article("", "fa", "خبر"), article("1", "fa", " ... "), article("2", "fa", "خبر")});
  EXPECT_EQ(stats.skipped, 2U);
  EXPECT_EQ(stats.indexed, 1U);
  EXPECT_THAT(ids_in(index_), ElementsAre("2"));
}

TEST_F(IndexWriting, LosesNothingToATermOverTheLimit) {
  const std::string too_long(300, 'x');
  Document with_long_id = article(too_long, "und", "second");
  with_long_id.source = too_long;
  with_long_id.category = too_long;
  const IndexStats stats = write_index(
      index_, {article("1", "und", "first"), with_long_id,
               article(std::string("nul\0id", 6), "und", "third " + too_long, too_long)});
  EXPECT_EQ(stats.indexed, 3U);
  EXPECT_EQ(stats.words_too_long, 2U);
  EXPECT_THAT(ids_in(index_), ElementsAre("1", too_long, std::string("nul\0id", 6)));
}

TEST_F(IndexWriting, ReadsAllDocumentsByTheLanguageItIsTold) {
  write_index(index_, {article("1", "ar", "خبر")}, {.language = "fa"});
  EXPECT_TRUE(open_index(index_).term_exists("Lfa"));
  EXPECT_FALSE(open_index(index_).term_exists("Lar"));
}

TEST_F(IndexWriting, RefusesAnUnknownLanguage) {
  EXPECT_THAT([&] { IndexWriter(index_, {.language = "xx"}); },
              ThrowsMessage<IndexError>(HasSubstr("unknown language \"xx\"")));
}

TEST_F(IndexWriting, CountsTheBytesOfTitlesAndBodies) {
  EXPECT_EQ(write_index(index_, {article("1", "und", "four", "seventh")}).bytes, 11U);
}

TEST_F(IndexWriting, TellsReadersOfANewIndexThatItIsBeingBuilt) {
  IndexWriter writer(index_, {});
  writer.add(article("1", "fa", "خبر"));
  EXPECT_THAT([&] { open_index(index_); },
              ThrowsMessage<IndexError>(HasSubstr("is being built for the first time")));
  writer.finish();
  EXPECT_THAT(ids_in(index_), ElementsAre("1"));
}

TEST_F(IndexWriting, WithoutFinishLeavesTheStateBefore) {
  write_index(index_, {article("1", "fa", "خبر"), article("2", "fa", "خبر")});
  {
    IndexWriter writer(index_, {});
    writer.add(article("3", "fa", "گزارش"));
    EXPECT_TRUE(writer.remove("2"));
    EXPECT_EQ(writer.stats().indexed, 1U);
  }
  EXPECT_THAT(ids_in(index_), ElementsAre("1", "2"));
  EXPECT_THAT(check_index(index_).findings, IsEmpty());
}

TEST_F(IndexWriting, FreshKeepsTheOldIndexUntilItIsFinished) {
  write_index(index_, {article("old", "fa", "خبر")});
  IndexWriter writer(index_, {.fresh = true});
  writer.add(article("new", "fa", "گزارش"));
  writer.stats();
  EXPECT_THAT(ids_in(index_), ElementsAre("old"));
  writer.finish();
  EXPECT_THAT(ids_in(index_), ElementsAre("new"));
}

TEST_F(IndexWriting, FreshLeavesTheOldIndexWhereItIsNotFinished) {
  write_index(index_, {article("old", "fa", "خبر")});
  {
    IndexWriter writer(index_, {.fresh = true});
    writer.add(article("new", "fa", "گزارش"));
  }
  EXPECT_THAT(ids_in(index_), ElementsAre("old"));
  EXPECT_THAT(check_index(index_).findings, IsEmpty());
}

TEST_F(IndexWriting, FreshReplacesAnIndexOfOtherAnalyzers) {
  write_index(index_, {article("old", "fa", "خبر")});
  test::set_metadata(index_, kAnalyzersKey, "other");
  EXPECT_THROW(IndexWriter(index_, {}), IndexError);
  write_index(index_, {article("new", "fa", "گزارش")}, {.fresh = true});
  EXPECT_THAT(ids_in(index_), ElementsAre("new"));
}

TEST_F(IndexWriting, LocksOutASecondWriter) {
  const IndexWriter first(index_, {});
  EXPECT_THAT([&] { IndexWriter(index_, {}); },
              ThrowsMessage<IndexError>(HasSubstr("is being written by another khabar")));
  EXPECT_THAT([&] { IndexWriter(index_, {.fresh = true}); },
              ThrowsMessage<IndexError>(HasSubstr("is being written by another khabar")));
}

TEST_F(IndexWriting, LetsTheNextWriterInWhenItEnds) {
  { const IndexWriter first(index_, {}); }
  EXPECT_NO_THROW(IndexWriter(index_, {}));
}

TEST_F(IndexWriting, LeavesOneFolderBehind) {
  write_index(index_, {article("1", "fa", "خبر")});
  EXPECT_EQ(folders().size(), 1U);
  write_index(index_, {article("2", "fa", "خبر")}, {.fresh = true});
  EXPECT_EQ(folders().size(), 1U);
  write_index(index_, {article("3", "fa", "خبر")});
  EXPECT_EQ(folders().size(), 1U);
}

TEST_F(IndexWriting, RemovesWhatARunThatWasCutOffLeft) {
  write_index(index_, {article("1", "fa", "خبر")});
  folder_.write("deep/index/data-77/postlist.glass", "left over");
  folder_.write("deep/index/notes/keep.txt", "not ours");
  write_index(index_, {article("2", "fa", "گزارش")});
  EXPECT_FALSE(std::filesystem::exists(index_ + "/data-77"));
  EXPECT_TRUE(std::filesystem::exists(index_ + "/notes/keep.txt"));
  EXPECT_THAT(ids_in(index_), ElementsAre("1", "2"));
}

TEST_F(IndexWriting, TakesOverWhatARunThatWasCutOffWroteOfANewIndex) {
  {
    IndexWriter writer(index_, {});
    writer.add(article("1", "fa", "خبر"));
    writer.add(article("2", "fa", "گزارش"));
    EXPECT_EQ(writer.stats().indexed, 2U);
  }
  folder_.write("deep/index/data-1.segments/segment-0000000009/iamglass", "not finished");
  EXPECT_THROW(open_index(index_), IndexError);
  const IndexStats stats = write_index(index_, {article("2", "fa", "گزارش")});
  EXPECT_EQ(stats.unchanged, 1U);
  EXPECT_THAT(ids_in(index_), ElementsAre("1", "2"));
  EXPECT_EQ(folders().size(), 1U);
  EXPECT_THAT(check_index(index_).findings, IsEmpty());
}

TEST_F(IndexWriting, KeepsTheOrderOverManySegments) {
  std::vector<Document> documents;
  std::vector<std::string> ids;
  for (int i = 0; i < 2000; ++i) {
    ids.push_back(std::to_string(i));
    documents.push_back(article(ids.back(), "fa", "خبر", "old"));
  }
  documents.push_back(article("7", "fa", "خبر", "new"));
  const IndexStats stats = write_index(index_, documents, {.threads = 3});
  EXPECT_EQ(stats.indexed, 2001U);
  EXPECT_EQ(stats.duplicates, 1U);
  EXPECT_EQ(ids_in(index_), ids);
  EXPECT_EQ(body_in(index_, "7"), "new");
}

TEST_F(IndexWriting, NamesAFileInPlaceOfTheFolder) {
  const std::string file = folder_.write("file", "");
  EXPECT_THAT([&] { IndexWriter(file, {}); }, ThrowsMessage<IndexError>(HasSubstr(file)));
}

TEST_F(IndexWriting, IsTheSameWithOneThreadAndWithMany) {
  std::vector<Document> documents;
  documents.reserve(200);
  for (int i = 0; i < 200; ++i) {
    documents.push_back(
        article(std::to_string(i), "", i % 2 == 0 ? "قالت الوزيرة في" : "وزیر در تهران گفت"));
  }
  const auto terms = [&](unsigned threads) {
    const std::string path = folder_ / std::to_string(threads);
    write_index(path, documents, {.threads = threads});
    const Xapian::Database database = open_index(path);
    std::vector<std::string> all;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      all.push_back(*term + " " + std::to_string(term.get_termfreq()));
    }
    return all;
  };
  EXPECT_EQ(terms(1), terms(4));
}

TEST_F(IndexWriting, LeavesNothingOfAFreshIndexThatIsGivenUp) {
  write_index(index_, {article("ar", "ar", "خبر"), article("fa", "fa", "خبری")});
  const std::vector<std::string> before = folders();
  {
    IndexWriter writer(index_, {.fresh = true});
    writer.add(article("new", "fa", "تازه"));
  }
  EXPECT_EQ(folders(), before);
  EXPECT_THAT(ids_in(index_), ElementsAre("ar", "fa"));
}

}  // namespace
}  // namespace khabar
