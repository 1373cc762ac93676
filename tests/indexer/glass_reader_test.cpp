// SPDX-License-Identifier: GPL-2.0-or-later
// GlassReader must read what Xapian reads, of databases that Xapian wrote and updated.
#include "indexer/glass_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/temp_dir.h"

namespace khabar {
namespace {

using test::TempDir;

constexpr Xapian::valueno kSlot = 3;
constexpr Xapian::docid kDocuments = 3000;
// Of 900 flips of a bit so many are to be noticed at least. Xapian's blocks have no checksum: a
// flip in what a document says, or in room that is free, is none to be noticed.
constexpr unsigned kNoticed = 30;

class GlassReaders : public testing::Test {
 protected:
  void SetUp() override {
    for (Xapian::docid i = 0; i < kDocuments; ++i) database_.add_document(document());
    database_.commit();
    // Xapian's own updates split blocks and leave gaps.
    for (int i = 0; i < 400; ++i) {
      const Xapian::docid replaced = 1 + random() % kDocuments;
      database_.replace_document(replaced, document());
    }
    for (Xapian::docid gone = 1; gone < kDocuments; gone += 10) database_.delete_document(gone);
    for (int i = 0; i < 500; ++i)
      database_.set_metadata("key" + std::to_string(i), std::string(random() % 5000, 'm'));
    database_.commit();
  }

  // Of two in one expression either may come first: each has a statement of its own, so that every
  // compiler makes the same database.
  unsigned random() { return static_cast<unsigned>(generator_()); }

  // Now and then too large for one item of a block.
  unsigned random_size() {
    const unsigned limit = random() % 9 == 0 ? 20000 : 900;
    return random() % limit;
  }

  Xapian::Document document() {
    Xapian::Document document;
    for (unsigned word = 0; word < 40; ++word) {
      const unsigned words = 1U << (random() % 13);
      const std::string term = "t" + std::to_string(random() % words);
      document.add_term(term, 1 + random() % 300);
    }
    document.add_term("all");
    document.add_term(std::string("with\0zero", 9));
    document.add_term(std::string(200, 'l') + std::to_string(random() % 50));
    if (random() % 4 != 0) document.add_value(kSlot, std::string(random_size(), 'v'));
    document.set_data(data());
    return document;
  }

  // None, what zlib makes smaller, what it does not. Xapian 1.4.22 cannot read all that it
  // compresses of more than its buffer of 8,192 bytes ("Too few chunks of compressed data", see
  // bulk_database.cpp): such data are not what is tested here.
  std::string data() {
    constexpr std::size_t kInflateBytes = 8192;
    std::string data(random_size(), 'd');
    if (random() % 2 == 0) {
      std::generate(data.begin(), data.end(), std::ref(generator_));
    } else {
      data.resize(std::min(data.size(), kInflateBytes));
    }
    return random() % 10 == 0 ? "" : data;
  }

  std::unique_ptr<GlassReader> reader(KnownTable table = KnownTable::postlist) const {
    return std::make_unique<GlassReader>(folder_ / "database",
                                         Xapian::Database(folder_ / "database"), table);
  }

  struct Bit {
    std::streamoff at = 0;  // of its byte in the file
    unsigned mask = 0;
  };

  // A bit among the first `within` bytes of a block.
  Bit random_bit(const std::string& table, unsigned within) {
    const auto blocks = static_cast<unsigned>(std::filesystem::file_size(table) / 8192);
    const std::streamoff block = random() % blocks;
    const std::streamoff at = block * 8192 + random() % within;
    return {at, 1U << (random() % 8)};
  }

  static void flip(const std::string& table, const Bit& bit) {
    std::fstream file(table, std::ios::binary | std::ios::in | std::ios::out);
    file.seekg(bit.at);
    const int was = file.get();
    file.seekp(bit.at);
    file.put(static_cast<char>(was ^ static_cast<int>(bit.mask)));
  }

  // Flips bits of a table and calls each of `reads`; how many of the flips one of them tells of
  // with an error of Xapian. Such a flip is taken back, so that it hides no other one; the others
  // stay.
  unsigned count_noticed(const std::string& table,
                         const std::vector<std::function<void()>>& reads) {
    unsigned noticed = 0;
    for (int i = 0; i < 900; ++i) {
      // Anywhere; in the head and the directory of small items; in those of large ones.
      constexpr std::array kWithin = {8192U, 200U, 32U};
      const Bit bit = random_bit(table, kWithin[static_cast<std::size_t>(i) % kWithin.size()]);
      flip(table, bit);
      bool is_noticed = false;
      for (const auto& read : reads) {
        try {
          read();
        } catch (const Xapian::DatabaseError&) {
          is_noticed = true;
        }
      }
      if (!is_noticed) continue;
      ++noticed;
      flip(table, bit);
    }
    return noticed;
  }

  // Most of a table is in blocks that few documents need.
  static void read_each_entry(const GlassReader& reader) {
    GlassReader::Cursor cursor(reader);
    cursor.seek("");
    while (cursor.next()) continue;
  }

  std::mt19937 generator_{5};
  TempDir folder_;
  Xapian::WritableDatabase database_{folder_ / "database", Xapian::DB_CREATE};
};

using Postings = std::vector<std::pair<Xapian::docid, Xapian::termcount>>;

Postings postings_of(GlassReader::Cursor& cursor, const std::string& list, const std::string& key) {
  Postings found;
  for_each_chunk(cursor, list, key, [&](const PostingChunk& chunk) {
    for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t count) {
      found.emplace_back(document, count);
    });
    return true;
  });
  return found;
}

TEST_F(GlassReaders, ReadEachTermAsXapianDoes) {
  const auto reader = this->reader();
  GlassReader::Cursor cursor(*reader);
  for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) {
    Postings expected;
    for (auto one = database_.postlist_begin(*term); one != database_.postlist_end(*term); ++one)
      expected.emplace_back(*one, one.get_wdf());
    const std::string list = list_of_term(*term);
    EXPECT_EQ(frequency_of(cursor, *term), expected.size()) << *term;
    EXPECT_EQ(postings_of(cursor, list, list), expected) << *term;
    // From the middle, too: the chunk that has the document, or ends before it.
    const Xapian::docid middle = expected[expected.size() / 2].first;
    const Postings rest = postings_of(cursor, list, postings_key(list, middle));
    ASSERT_FALSE(rest.empty()) << *term;
    EXPECT_LE(rest.front().first, middle);
    EXPECT_EQ(rest.back(), expected.back()) << *term;
  }
}

TEST_F(GlassReaders, PassOverMostOfAChunkAsIfTheyReadAll) {
  const auto reader = this->reader();
  GlassReader::Cursor cursor(*reader);
  for (const std::string term : {"all", "t1", "t40", "t1000"}) {
    for (const unsigned step : {1U, 2U, 9U, 50U, 700U}) {
      for_each_chunk(cursor, term, term, [&](const PostingChunk& chunk) {
        Postings all;
        for_each_entry(chunk, [&](Xapian::docid document, std::uint32_t count) {
          all.emplace_back(document, count);
        });
        PostingWalk walk(chunk);
        for (Xapian::docid to = chunk.first; to <= chunk.last + 1; to += 1 + random() % step) {
          walk.skip_to(to);
          const auto expected = std::lower_bound(
              all.begin(), all.end(), to,
              [](const auto& one, Xapian::docid wanted) { return one.first < wanted; });
          EXPECT_EQ(walk.at_end(), expected == all.end()) << term << ' ' << to;
          if (walk.at_end() || expected == all.end()) continue;
          EXPECT_EQ(walk.document(), expected->first) << term << ' ' << to;
          EXPECT_EQ(walk.count(), expected->second) << term << ' ' << to;
        }
        return true;
      });
    }
  }
}

// Keys of all kinds, sought near and far from where the cursor is.
std::string packed(std::uint32_t number) {
  std::string bytes;
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>((number & 0x7F) | 0x80);
  return bytes + static_cast<char>(number);
}

// Numbers of one byte and of more stand beside each other in all ways.
TEST(PostingEntries, AreThoseOfTheChunk) {
  const std::vector<std::uint32_t> numbers = {0, 1, 127, 128, 16'383, 16'384, 2'097'152};
  Postings expected{{7, 300}};
  std::string entries = packed(300);
  for (const std::uint32_t between : numbers) {
    for (const std::uint32_t count : numbers) {
      expected.emplace_back(expected.back().first + between + 1, count);
      entries += packed(between) + packed(count);
      Postings found;
      for_each_entry({7, expected.back().first, entries},
                     [&](Xapian::docid document, std::uint32_t times) {
                       found.emplace_back(document, times);
                     });
      EXPECT_EQ(found, expected);
    }
  }
  // What ends behind a document, or within a number, is damaged.
  const auto read = [](const std::string& damaged) {
    for_each_entry({7, 9, damaged}, [](Xapian::docid, std::uint32_t) {});
  };
  EXPECT_THROW(read(packed(1) + packed(1)), Xapian::DatabaseCorruptError);
  EXPECT_THROW(read(packed(1) + packed(1) + packed(300).substr(0, 1)),
               Xapian::DatabaseCorruptError);
  EXPECT_NO_THROW(read(""));
}

TEST_F(GlassReaders, SeekFromWhereTheyAreAsFromTheRoot) {
  const auto reader = this->reader();
  std::vector<std::string> keys;
  GlassReader::Cursor all(*reader);
  all.seek("");
  while (all.next()) keys.emplace_back(all.key());
  ASSERT_GT(keys.size(), 1000U);
  GlassReader::Cursor cursor(*reader);
  for (int i = 0; i < 20000; ++i) {
    static std::size_t place = 0;
    place = random() % 4 == 0 ? random() % keys.size() : (place + random() % 9) % keys.size();
    std::string key = keys[place];
    if (random() % 3 == 0) key += static_cast<char>(random() % 256);
    if (random() % 3 == 0) key.back() = static_cast<char>(random() % 256);
    GlassReader::Cursor fresh(*reader);
    ASSERT_EQ(cursor.seek(key), fresh.seek(key));
    ASSERT_EQ(cursor.key(), fresh.key());
    ASSERT_EQ(cursor.tag(), fresh.tag());
    if (random() % 5 == 0) {
      ASSERT_EQ(cursor.next(), fresh.next());
    }
  }
}

TEST_F(GlassReaders, FindNothingWhereNothingIs) {
  const auto reader = this->reader();
  GlassReader::Cursor cursor(*reader);
  EXPECT_EQ(frequency_of(cursor, "t"), 0U);
  EXPECT_EQ(frequency_of(cursor, "zzzz"), 0U);
  EXPECT_EQ(frequency_of(cursor, ""), 0U);
  EXPECT_EQ(metadata_of(*reader, "key"), "");
  EXPECT_TRUE(postings_of(cursor, "al", "al").empty());
  EXPECT_TRUE(ValueReader(*reader, kSlot).of(100000).empty());
  EXPECT_TRUE(ValueReader(*reader, kSlot + 1).of(1).empty());
}

TEST_F(GlassReaders, ReadValuesMetadataAndLengths) {
  const auto reader = this->reader();
  GlassReader::Cursor cursor(*reader);
  // In order, near and far, and back.
  ValueReader values(*reader, kSlot);
  for (const unsigned step : {1U, 5U, 60U, kDocuments}) {
    for (Xapian::docid document = 1; document <= kDocuments; document += 1 + random() % step) {
      std::string expected;
      try {
        expected = database_.get_document(document).get_value(kSlot);
      } catch (const Xapian::DocNotFoundError&) {
      }
      EXPECT_EQ(values.of(document), expected) << document;
      EXPECT_EQ(values.of(document), expected) << document << " again";
      values.confirm();
    }
  }
  for (int i = 0; i < 500; ++i) {
    const std::string key = "key" + std::to_string(i);
    EXPECT_EQ(metadata_of(*reader, key), database_.get_metadata(key));
  }
  std::map<Xapian::docid, Xapian::termcount> lengths;
  for (const auto& [document, length] :
       postings_of(cursor, std::string(kLengthsKey), std::string(kLengthsKey)))
    lengths[document] = length;
  EXPECT_EQ(lengths.size(), database_.get_doccount());
  for (const auto& [document, length] : lengths)
    EXPECT_EQ(length, database_.get_doclength(document));
}

TEST_F(GlassReaders, ReadTheDataOfDocumentsAsXapianDoes) {
  const auto table = reader(KnownTable::docdata);
  DataReader data(*table, database_);
  GlassReader::Cursor cursor(*table);
  std::size_t compressed = 0;
  for (auto document = database_.postlist_begin(""); document != database_.postlist_end("");
       ++document) {
    EXPECT_EQ(data.of(*document), database_.get_document(*document).get_data());
    if (cursor.seek(document_key(*document)) && cursor.is_compressed()) ++compressed;
  }
  EXPECT_GT(compressed, kDocuments / 4);
  EXPECT_EQ(data.of(1), "");  // it was deleted
}

TEST_F(GlassReaders, ReadTheStateThatIsOpenOrSayThatItIsGone) {
  const Xapian::Database opened(folder_ / "database");
  const GlassReader reader(folder_ / "database", opened);
  const GlassReader table(folder_ / "database", opened, KnownTable::docdata);
  GlassReader::Cursor kept(reader);
  const Xapian::doccount before = frequency_of(kept, "all");
  std::map<Xapian::docid, std::string> data_before;
  for (Xapian::docid document = 2; document < kDocuments; document += 10)
    data_before[document] = opened.get_document(document).get_data();
  bool gone = false, data_gone = false;
  for (int commit = 0; commit < 8 && !(gone && data_gone); ++commit) {
    for (const auto& [replaced, data] : data_before)
      database_.replace_document(replaced, document());
    for (int i = 0; i < 200; ++i) database_.add_document(document());
    database_.commit();
    try {
      EXPECT_EQ(frequency_of(kept, "all"), before);
      GlassReader::Cursor cursor(reader);
      EXPECT_EQ(postings_of(cursor, "all", "all").size(), before);
    } catch (const Xapian::DatabaseModifiedError&) {
      gone = true;
    }
    try {
      DataReader reading(table, opened);
      for (const auto& [document, data] : data_before) EXPECT_EQ(reading.of(document), data);
    } catch (const Xapian::DatabaseModifiedError&) {
      data_gone = true;
    }
  }
  EXPECT_TRUE(gone);
  EXPECT_TRUE(data_gone);
  EXPECT_THROW(GlassReader(folder_ / "database", opened), Xapian::DatabaseModifiedError);
}

TEST_F(GlassReaders, OfAnEmptyDatabaseFindNothing) {
  const Xapian::WritableDatabase empty(folder_ / "empty", Xapian::DB_CREATE);
  const GlassReader reader(folder_ / "empty", empty);
  GlassReader::Cursor cursor(reader);
  EXPECT_EQ(frequency_of(cursor, "all"), 0U);
  EXPECT_EQ(metadata_of(reader, "key"), "");
  const GlassReader table(folder_ / "empty", empty, KnownTable::docdata);
  EXPECT_EQ(DataReader(table, empty).of(1), "");
}

// Every answer of a damaged table is one of Xapian's errors, or an answer.
TEST_F(GlassReaders, OfADamagedTableNeverCrash) {
  std::vector<std::function<void()>> reads = {[&] { read_each_entry(*reader()); }};
  for (const std::string term : {"all", "t1", "t7", "t300"}) {
    reads.emplace_back([this, term] {
      const auto reader = this->reader();
      GlassReader::Cursor cursor(*reader);
      frequency_of(cursor, term);
      postings_of(cursor, term, term);
      ValueReader values(*reader, kSlot);
      for (Xapian::docid document = 1; document < kDocuments; document += 97) {
        values.of(document);
        values.of(document + 3);
      }
      for_each_chunk(cursor, term, term, [](const PostingChunk& chunk) {
        PostingWalk walk(chunk);
        for (Xapian::docid to = chunk.first; !walk.at_end() && to <= chunk.last; to += 5) {
          walk.skip_to(to);
          if (!walk.at_end()) walk.count();
        }
        return true;
      });
    });
  }
  EXPECT_GT(count_noticed(folder_ / "database/postlist.glass", reads), kNoticed);
}

TEST_F(GlassReaders, OfDamagedDataNeverCrash) {
  std::vector<std::function<void()>> reads = {
      [&] { read_each_entry(*reader(KnownTable::docdata)); }};
  for (Xapian::docid document = 2; document < kDocuments; document += 97) {
    reads.emplace_back([this, document] {
      const Xapian::Database opened(folder_ / "database");
      const GlassReader table(folder_ / "database", opened, KnownTable::docdata);
      DataReader data(table, opened);
      data.of(document);
    });
  }
  EXPECT_GT(count_noticed(folder_ / "database/docdata.glass", reads), kNoticed);
}

}  // namespace
}  // namespace khabar
