// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <filesystem>

#include "indexer/addresses.h"
#include "tests/indexer/database_contents.h"
#include "tests/indexer/indexing.h"

namespace {

std::vector<std::string>* synced_files = nullptr;  // what fsync() was asked for, while a test looks

}  // namespace

// In place of the C library's, whose parameter has a reserved name.
// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name)
extern "C" int fsync(int descriptor) {
  if (synced_files != nullptr) {
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    synced_files->push_back(std::filesystem::read_symlink(link));
  }
  return static_cast<int>(syscall(SYS_fsync, descriptor));
}

namespace khabar {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

const StoredFields kFields = {.id = "fa-1",
                              .title = "خبر\nتازه",
                              .body = std::string(20000, 'x') + std::string("\0\x80\xFF", 3),
                              .language = "fa",
                              .date = "2025-11-16",
                              .source = "",
                              .category = "علم",
                              .url = "https://example.org/1"};

TEST(StoredFieldsCoding, GivesBackWhatItWasGiven) {
  EXPECT_EQ(decode_fields(encode_fields(kFields)), kFields);
  EXPECT_EQ(decode_fields(encode_fields({})), StoredFields{});
}

TEST(StoredFieldsCoding, GivesBackFieldsAtTheEdgesOfTheLengthCoding) {
  for (const std::size_t length : {127U, 128U, 129U, 16383U, 16384U, 16385U}) {
    StoredFields fields;
    fields.body = std::string(length, 'b');
    fields.url = "u";
    EXPECT_EQ(decode_fields(encode_fields(fields)), fields) << length;
  }
}

TEST(StoredFieldsCoding, RefusesDataThatIsCutOff) {
  StoredFields fields = kFields;
  fields.body = "body";
  const std::string data = encode_fields(fields);
  for (std::size_t size = 0; size < data.size(); ++size) {
    EXPECT_THROW(decode_fields(std::string_view(data).substr(0, size)), IndexError) << size;
  }
}

TEST(StoredFieldsCoding, GivesTheIdAlone) {
  for (const std::string id : {"", "a-1", "خبر ۱", "بيان 7", "\xFF not UTF-8"}) {
    StoredFields fields = kFields;
    fields.id = id;
    const std::string data = encode_fields(fields);
    EXPECT_EQ(decode_id(data), id);
    EXPECT_EQ(decode_fields(data), fields);
    for (std::size_t size = 0; size <= id.size() / 2; ++size) {
      EXPECT_THROW(decode_id(std::string_view(data).substr(0, size)), IndexError) << size;
    }
  }
}

TEST(StoredFieldsCoding, RefusesBytesBehindTheLastField) {
  EXPECT_THROW(decode_fields(encode_fields(kFields) + '\0'), IndexError);
  EXPECT_THROW(decode_fields(encode_fields(kFields) + "more"), IndexError);
}

TEST(StoredFieldsCoding, RefusesALengthThatNeverEnds) {
  EXPECT_THROW(decode_fields(std::string(100, '\xFF')), IndexError);
}

TEST(IdTerm, IsThePrefixAndTheId) {
  EXPECT_EQ(id_term("mn-ar-001"), "Qmn-ar-001");
  EXPECT_EQ(id_term("خبر ۱"), "Qخبر ۱");
  EXPECT_EQ(id_term(""), "Q");
}

TEST(IdTerm, FitsTheIndexHoweverLongTheId) {
  for (std::size_t length = 240; length < 260; ++length) {
    EXPECT_LE(id_term(std::string(length, 'i')).size(), kMaxTermBytes) << length;
    EXPECT_LE(id_term(std::string(length, '\x80')).size(), kMaxTermBytes) << length;
  }
  EXPECT_LE(id_term(std::string(100000, 'i')).size(), kMaxTermBytes);
}

TEST(IdTerm, KeepsLongIdsApartThatDifferAtTheirEnds) {
  const std::string head(1000, 'i');
  EXPECT_NE(id_term(head + "1"), id_term(head + "2"));
  EXPECT_EQ(id_term(head + "1"), id_term(head + "1"));
}

TEST(AddressTerm, IsOneForTheWaysAnAddressIsPasted) {
  const std::string term = address_term("https://www.news.example/خبر/8");
  EXPECT_EQ(term.substr(0, 1), "U");
  EXPECT_LE(term.size(), 12U);
  for (const char* pasted :
       {"http://news.example/خبر/8", "news.example/خبر/8/", "HTTPS://News.Example/خبر/8#comments",
        "https://news.example/%D8%AE%D8%A8%D8%B1/8", "https://news.example/%d8%ae%D8%a8%D8%B1/8",
        "https://www.news.example/خبر/8?utm_source=x&fbclid=y"})
    EXPECT_EQ(address_term(pasted), term) << pasted;
  for (const char* other :
       {"https://news.example/خبر/9", "https://news.example/خبر/8?page=2", "news.example/x/خبر/8"})
    EXPECT_NE(address_term(other), term) << other;
  EXPECT_EQ(address_term("news.example/?id=8&utm_medium=m"), address_term("news.example?id=8"));
  EXPECT_EQ(address_term("a/%"), address_term("a/%/"));
  EXPECT_NE(address_term("a/%zz"), address_term("a/"));
}

TEST(IsAddress, AsksForAHostAndAPath) {
  for (const char* text : {"https://news.example/8", "http://a.b/?x=1", "t.me/news/8"})
    EXPECT_TRUE(is_address(text)) << text;
  for (const char* text : {"", "خبر", "https://", "news.example", "1404/07/20", "and/or", "a.b/c d",
                           "https://a.b/\"c\""})
    EXPECT_FALSE(is_address(text)) << text;
}

TEST(IdTerm, HoldsNoNulAndKeepsIdsApartThatDifferInOne) {
  const std::string with_nul("a\0b", 3);
  EXPECT_EQ(id_term(with_nul).find('\0'), std::string::npos);
  EXPECT_NE(id_term(with_nul), id_term("ab"));
  EXPECT_NE(id_term(with_nul), id_term(std::string("ab\0", 3)));
}

TEST(FilterKey, BringsSpellingsTogether) {
  EXPECT_EQ(filter_key("Al-Riyadh"), filter_key("al riyadh"));
  EXPECT_EQ(filter_key("\u0627\u0644\u0631\u064A\u0627\u0636"),
            filter_key("\u0627\u0644\u0631\u06CC\u0627\u0636"));  // ar-riyad with the two yehs
  EXPECT_EQ(filter_key(" IRNA. "), "irna");
}

TEST(FilterKey, IsEmptyWhereNoLetterIs) {
  EXPECT_EQ(filter_key(""), "");
  EXPECT_EQ(filter_key(" - . "), "");
}

TEST(FilterKey, FitsTheIndexAndEndsWithAWholeLetter) {
  std::string name;
  for (int i = 0; i < 300; ++i) name += "خبر ";
  const std::string key = filter_key(name);
  EXPECT_LE(key.size() + kCategoryPrefix.size(), kMaxTermBytes);
  EXPECT_EQ(key.size() % 2, 0U);
  EXPECT_FALSE(key.empty());
}

TEST(PublishedFolder, IsTheOnePublishedLast) {
  const test::TempDir folder;
  publish_folder(folder.path(), "data-1");
  publish_folder(folder.path(), "data-2");
  EXPECT_EQ(published_folder(folder.path()), folder / "data-2");
}

TEST(PublishedFolder, LeavesNoDraftBehind) {
  const test::TempDir folder;
  publish_folder(folder.path(), "data-1");
  const auto files = std::filesystem::directory_iterator(folder.path());
  EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST(PublishedFolder, IsOnTheDiskWhenItIsPublished) {
  const test::TempDir folder;
  std::filesystem::create_directory(folder / "data-1");
  std::ofstream(folder / "data-1/postlist.glass") << "table";
  std::vector<std::string> synced;
  synced_files = &synced;
  publish_folder(folder.path(), "data-1");
  synced_files = nullptr;
  EXPECT_THAT(synced, ElementsAre(folder / "data-1/postlist.glass", folder / "data-1",
                                  folder / "XAPIANDB.new", folder.path()));
}

TEST(PublishedFolder, HasAStampOfItsOwn) {
  const test::TempDir folder;
  EXPECT_EQ(publication_stamp(folder.path()), FileStamp{});
  publish_folder(folder.path(), "data-1");
  const FileStamp first = publication_stamp(folder.path());
  EXPECT_NE(first, FileStamp{});
  EXPECT_EQ(publication_stamp(folder.path()), first);
  publish_folder(folder.path(), "data-1");
  EXPECT_NE(publication_stamp(folder.path()), first);
}

TEST(PublishedFolder, NamesAPathWhereNothingIs) {
  const test::TempDir folder;
  EXPECT_THAT([&] { published_folder(folder / "none"); },
              ThrowsMessage<IndexError>(AllOf(HasSubstr("no index at " + folder / "none"),
                                              HasSubstr("khabar index --index"))));
}

TEST(PublishedFolder, NamesAFolderThatIsNoIndex) {
  const test::TempDir folder;
  EXPECT_THAT([&] { published_folder(folder.path()); },
              ThrowsMessage<IndexError>(HasSubstr("is not an index of khabar")));
}

TEST(PublishedFolder, NamesADamagedStub) {
  const test::TempDir folder;
  folder.write("XAPIANDB", "nonsense");
  EXPECT_THAT([&] { published_folder(folder.path()); },
              ThrowsMessage<IndexError>(HasSubstr("cannot read the index")));
}

TEST(PublishedFolder, CannotBePublishedWhereNoFolderIs) {
  const test::TempDir folder;
  EXPECT_THAT([&] { publish_folder(folder / "none", "data-1"); },
              ThrowsMessage<IndexError>(HasSubstr("cannot publish the index")));
}

TEST(OpenIndex, OpensWhatTheWriterPublished) {
  const test::TempDir folder;
  test::write_index(folder.path(), {test::article("1", "fa", "خبر")});
  EXPECT_EQ(open_index(folder.path()).get_doccount(), 1U);
}

TEST(OpenIndex, IsWhatXapiansOwnToolsOpen) {
  const test::TempDir folder;
  test::write_index(folder.path(), {test::article("1", "fa", "خبر")});
  EXPECT_EQ(Xapian::Database(folder.path()).get_doccount(), 1U);
}

TEST(OpenIndex, RefusesAnotherSchemaAndSaysToIndexAgain) {
  const test::TempDir folder;
  test::write_index(folder.path(), {test::article("1", "fa", "خبر")});
  test::set_metadata(folder.path(), kSchemaKey, "999");
  EXPECT_THAT([&] { open_index(folder.path()); },
              ThrowsMessage<IndexError>(AllOf(HasSubstr("schema 999"), HasSubstr("--fresh"))));
}

TEST(OpenIndex, RefusesOtherAnalyzersAndSaysToIndexAgain) {
  const test::TempDir folder;
  test::write_index(folder.path(), {test::article("1", "fa", "خبر")});
  test::set_metadata(folder.path(), kAnalyzersKey, "khabar/0 xx/1");
  EXPECT_THAT([&] { open_index(folder.path()); },
              ThrowsMessage<IndexError>(AllOf(HasSubstr("khabar/0 xx/1"), HasSubstr("--fresh"))));
}

TEST(OpenIndex, SaysThatADatabaseIsGone) {
  const test::TempDir folder;
  publish_folder(folder.path(), "data-1");
  EXPECT_THAT([&] { open_index(folder.path()); },
              ThrowsMessage<IndexError>(HasSubstr(folder.path())));
}

}  // namespace
}  // namespace khabar
