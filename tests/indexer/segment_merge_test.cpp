// SPDX-License-Identifier: GPL-2.0-or-later
// What SegmentMerge makes of segments must be what Xapian's compaction makes of them, read by
// Xapian.
#include "indexer/segment_merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "indexer/bulk_database.h"
#include "indexer/glass_lists.h"
#include "tests/indexer/database_contents.h"
#include "tests/support/temp_dir.h"

namespace khabar {
namespace {

using test::contents;
using test::TempDir;
using testing::ElementsAre;
using testing::Pair;

class SegmentMerges : public testing::Test {
 protected:
  void add_segment(const std::vector<IndexDocument>& documents) {
    segments_.push_back(folder_ / ("segment-" + std::to_string(segments_.size())));
    BulkDatabase segment(segments_.back());
    for (const IndexDocument& document : documents) segment.add_document(document);
    segment.finish();
  }

  void expect_equal() {
    described_.commit();
    Xapian::Database all;
    all.add_database(described_);
    for (const std::string& segment : segments_) all.add_database(Xapian::Database(segment));
    all.compact(folder_ / "stock");
    SegmentMerge(segments_, folder_ / "merged").finish(described_);
    std::ostringstream faults;
    EXPECT_EQ(Xapian::Database::check(folder_ / "merged", 0, &faults), 0U) << faults.str();
    EXPECT_EQ(contents(folder_ / "merged"), contents(folder_ / "stock"));
  }

  std::vector<std::pair<std::string, Xapian::doccount>> terms() {
    std::vector<std::pair<std::string, Xapian::doccount>> found;
    SegmentMerge(segments_, folder_ / "terms")
        .for_each_term([&](std::string_view term, Xapian::doccount documents) {
          found.emplace_back(term, documents);
        });
    return found;
  }

  TempDir folder_;
  std::vector<std::string> segments_;
  Xapian::WritableDatabase described_{folder_ / "described", Xapian::DB_CREATE};
};

IndexDocument document_of(const std::vector<std::string>& terms) {
  IndexDocument document;
  for (const std::string& term : terms) document.add_term(term);
  return document;
}

TEST_F(SegmentMerges, AreEqualWithoutDocuments) {
  add_segment({});
  described_.set_metadata("key", "value");
  expect_equal();
}

TEST_F(SegmentMerges, AreEqualWithASegmentWithoutDocumentsBetweenOthers) {
  add_segment({document_of({"a", "b"})});
  add_segment({});
  add_segment({document_of({"b", "c"}), {}});
  expect_equal();
}

TEST_F(SegmentMerges, AreEqualWithMetadataOfAnySize) {
  add_segment({document_of({"a"})});
  described_.set_metadata("khabar.words.x", std::string(100000, 'x'));
  described_.set_metadata("khabar.name.y", "y");
  described_.set_metadata("z", "");
  expect_equal();
}

// Terms of all lengths, of the same beginnings, with bytes that keys escape; values with bounds
// that one segment alone has, and that all have; docids of two and three bytes.
TEST_F(SegmentMerges, AreEqualWithManyDocuments) {
  std::mt19937 random(7);
  for (const int size : {1, 900, 17000, 400, 16000, 3}) {
    std::vector<IndexDocument> documents;
    for (int i = 0; i < size; ++i) {
      IndexDocument document;
      document.add_term("all", 1 + static_cast<Xapian::termcount>(i % 300));
      document.add_term(std::string("all\0of", 6));
      document.add_term(std::string("all\0\xFFof\0", 8));
      for (int term = 0; term < 4; ++term)
        document.add_term("term" + std::to_string(random() % (1U << (random() % 14))));
      document.add_term(std::string(random() % 200 + 1, static_cast<char>(random() | 1)));
      document.add_boolean_term("Q" + std::to_string(random()));
      document.add_value(0, "same");
      document.add_value(1, std::to_string(random() % 1000));
      if (size > 1000) document.add_value(2, std::string(random() % 3000, 'v'));
      document.set_data(std::string(random() % 500, 'd'));
      documents.push_back(document);
    }
    add_segment(documents);
  }
  expect_equal();
}

TEST_F(SegmentMerges, MakeOneOfPiecesOfAList) {
  for (int i = 0; i < 40; ++i) add_segment({document_of({"one", "two"}), document_of({"two"})});
  expect_equal();
  GlassScan scan((folder_ / "merged") + "/postlist.glass");
  int of_two = 0;
  while (scan.next()) of_two += split_key(scan.key()).list == "two" ? 1 : 0;
  EXPECT_EQ(of_two, 1);
}

TEST_F(SegmentMerges, TellTheTermsWithTheirFrequency) {
  add_segment({document_of({"\u0628", "a"}), document_of({"\u0628"})});
  add_segment({document_of({"\u0628", std::string("a\0b", 3)})});
  EXPECT_THAT(terms(),
              ElementsAre(Pair("a", 1U), Pair(std::string("a\0b", 3), 1U), Pair("\u0628", 3U)));
}

TEST_F(SegmentMerges, CanBeWrittenToByXapian) {
  for (int i = 0; i < 3; ++i) add_segment({document_of({"one", "two"}), document_of({"two"})});
  SegmentMerge(segments_, folder_ / "merged").finish(described_);
  {
    Xapian::WritableDatabase database(folder_ / "merged", Xapian::DB_OPEN);
    database.delete_document(2);
    database.add_document(document_of({"three", "two"}).to_xapian());
    database.commit();
  }
  EXPECT_EQ(Xapian::Database::check(folder_ / "merged"), 0U);
  const Xapian::Database database(folder_ / "merged");
  EXPECT_EQ(database.get_termfreq("two"), 6U);
  EXPECT_EQ(database.get_lastdocid(), 7U);
}

TEST_F(SegmentMerges, ReportASegmentThatCannotBeRead) {
  add_segment({document_of({"one"})});
  const auto message_of = [&](const std::string& target) {
    try {
      SegmentMerge(segments_, folder_ / target).finish(described_);
    } catch (const Xapian::Error& error) {
      return error.get_msg();
    }
    return std::string("none");
  };
  const std::string docdata = segments_[0] + "/docdata.glass";
  const std::string postlist = segments_[0] + "/postlist.glass";
  std::filesystem::resize_file(postlist, 8192 - 100);
  EXPECT_THAT(message_of("cut"), testing::HasSubstr("postlist.glass"));
  std::filesystem::remove(docdata);
  EXPECT_THAT(message_of("missing"), testing::HasSubstr(".glass"));
  std::ofstream(segments_[0] + "/iamglass") << "x";
  EXPECT_THAT(message_of("version"), testing::HasSubstr("version file is cut off"));
}

}  // namespace
}  // namespace khabar
