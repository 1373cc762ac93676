// SPDX-License-Identifier: GPL-2.0-or-later
// Files, folders, archives and compression, and everything that can be wrong with them.
#include "corpus/corpus_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <random>
#include <stdexcept>

#include "tests/corpus/reading.h"

namespace khabar::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::string line(const std::string& id) {
  return "{\"id\":\"" + id + "\",\"title\":\"خبر\",\"body\":\"متن گزارش\"}\n";
}

std::vector<std::string> ids(const Reading& reading) {
  std::vector<std::string> all;
  for (const Document& document : reading.documents) all.push_back(document.id);
  return all;
}

TEST(CorpusReader, WalksAFolderInNameOrderWithoutHiddenFiles) {
  const TempDir folder;
  folder.write("b.jsonl", line("b"));
  folder.write("a/z.jsonl", line("z"));
  folder.write(".hidden.jsonl", line("hidden"));
  folder.write(".git/c.jsonl", line("git"));
  folder.write("c.jsonl", line("c"));
  const Reading reading = read_paths({folder.path()});
  EXPECT_THAT(ids(reading), ElementsAre("z", "b", "c"));
  EXPECT_THAT(reading.problems, IsEmpty());
}

TEST(CorpusReader, LeavesOutMarkupOfUnknownKinds) {
  for (const char* text : {
           "<news><article><p>افتتح الوزير المركز</p></article></news>",
           "<?xml version=\"1.0\"?>\n<خبر>خبر تازه</خبر>",
           " \n<!-- آرشیو -->\n<TEI><p>خبر تازه</p></TEI>",
           "<!DOCTYPE nitf SYSTEM \"nitf.dtd\">\n<nitf><p>خبر</p></nitf>",
       }) {
    for (const char* name : {"news.xml", "news.txt", "news"}) {
      const Reading reading = read_bytes_as(name, text);
      EXPECT_THAT(reading.documents, IsEmpty()) << text;
      ASSERT_THAT(reading.problems, SizeIs(1)) << text;
      EXPECT_EQ(reading.problems[0].severity, Severity::skipped);
      EXPECT_THAT(reading.problems[0].message, HasSubstr("read its text as one article with"));
    }
  }
}

TEST(CorpusReader, LeavesOutWhatWordProcessorsWrite) {
  for (const char* text : {"%PDF-1.4\n1 0 obj <<>> stream\nخبر\nendstream",
                           "%!PS-Adobe-3.0\n(خبر) show", "{\\rtf1\\ansi وزير الاتصالات}"}) {
    const Reading reading = read_bytes_as("news", text);
    EXPECT_THAT(reading.documents, IsEmpty()) << text;
    ASSERT_THAT(reading.problems, SizeIs(1)) << text;
    EXPECT_THAT(reading.problems[0].message, HasSubstr("(save PDF and Office files as text"));
  }
}

TEST(CorpusReader, LeavesOutMailAndSubtitles) {
  const auto advice_for = [](const char* name, const char* text) {
    const Reading reading = read_bytes_as(name, text);
    EXPECT_THAT(reading.documents, IsEmpty()) << text;
    EXPECT_THAT(reading.problems, SizeIs(1)) << text;
    if (reading.problems.empty()) return std::string();
    EXPECT_EQ(reading.problems[0].severity, Severity::skipped);
    EXPECT_THAT(read_bytes_as(name, text, "text").documents, SizeIs(1)) << text;
    return reading.problems[0].message;
  };
  EXPECT_THAT(advice_for("n.eml", "Subject: =?UTF-8?B?2K7YqNix?=\n\nمتن"), StartsWith("mail ("));
  EXPECT_THAT(advice_for("n", "Received: by mail\n\tfor news\r\nSubject: خبر\r\n\r\nنص"),
              StartsWith("mail ("));
  EXPECT_THAT(advice_for("n.txt", "WEBVTT\n\n00:00.000 --> 00:02.000\nسلام"),
              StartsWith("subtitles ("));
  EXPECT_THAT(advice_for("n.srt", "1\r\n00:00:01,000 --> 00:00:02,500\r\nمرحبا"),
              StartsWith("subtitles ("));
}

TEST(CorpusReader, ReadsTextThatLooksALittleLikeMailOrSubtitles) {
  for (const char* text :
       {"Subject: خبر\n\nمتن", "تهران: پل تازه\n\nمتن", "1\nخبر --> نص", "2024\n05 01 خبر",
        "Received: خبر\nمتن خبر", "12", "خبر\nMIME-Version: 1"})
    EXPECT_THAT(read_bytes_as("news.txt", text).documents, SizeIs(1)) << text;
}

TEST(CorpusReader, LeavesOutOfficeFilesWholeOrCut) {
  const std::string whole =
      pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
           {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w>خبر</w>"}});
  for (const std::string& bytes : {whole, whole.substr(0, 8)}) {
    for (const char* name : {"خبر.docx", "خبر.ODT"}) {
      const Reading reading = read_bytes_as(name, bytes);
      ASSERT_THAT(reading.problems, SizeIs(1));
      EXPECT_EQ(reading.problems[0].severity, Severity::skipped);
      EXPECT_THAT(reading.problems[0].message, HasSubstr("(save it as text"));
    }
  }
}

TEST(CorpusReader, DoesNotCallAFileOfZerosEmpty) {
  const Reading reading = read_bytes_as("أخبار.jsonl", std::string(100'000, '\0'));
  EXPECT_THAT(reading.documents, IsEmpty());
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_THAT(reading.problems[0].message, HasSubstr("or holds zero bytes only (fetch"));
}

TEST(CorpusReader, ReadsTextThatBeginsWithABracketAsText) {
  for (const char* text : {"<<عاجل>> افتتح الوزير المركز", "< خبر > تازه", "<", "<عاجل> الوزير"})
    EXPECT_THAT(read_bytes_as("news.txt", text).documents, SizeIs(1)) << text;
}

TEST(CorpusReader, ReadsEveryCompression) {
  for (const int filter : {ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_BZIP2, ARCHIVE_FILTER_XZ,
                           ARCHIVE_FILTER_LZMA, ARCHIVE_FILTER_ZSTD}) {
    const Reading reading = read_bytes_as("news.packed", compress(filter, line("1") + line("2")));
    EXPECT_THAT(ids(reading), ElementsAre("1", "2")) << filter;
    EXPECT_THAT(reading.problems, IsEmpty()) << filter;
  }
}

TEST(CorpusReader, ReadsTheMembersOfATarball) {
  const TempDir folder;
  const std::string path = folder.write(
      "news.tar.gz",
      pack(ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP,
           {{"a.jsonl", line("a")}, {"._a.jsonl", "x"}, {"b.jsonl", line("b") + "{"}}));
  const Reading reading = read_paths({path});
  EXPECT_THAT(ids(reading), ElementsAre("a", "b"));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].path, path + "!b.jsonl");
  EXPECT_EQ(reading.problems[0].line, 2U);
}

TEST(CorpusReader, ReadsTheMembersOfAZip) {
  const Reading reading =
      read_bytes_as("news.zip", pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
                                     {{"one.jsonl", line("1")}, {"sub/two.jsonl", line("2")}}));
  EXPECT_THAT(ids(reading), ElementsAre("1", "2"));
}

TEST(CorpusReader, KnowsTheMembersOfAZipByTheirNames) {
  const TempDir folder;
  // A bit of each header says that the name is in UTF-8; pack() cannot set it here.
  std::string zip = pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
                         {{"\u062E\u0628\u0631.txt", "\u0648\u0632\u06CC\u0631"},
                          {"\u062A\u0642\u0631\u064A\u0631.txt", "\u0648\u0632\u064A\u0631"}});
  for (const std::string_view header : {"PK\x03\x04", "PK\x01\x02"}) {
    const std::size_t flags = header[2] == '\x03' ? 7 : 9;
    for (auto at = zip.find(header); at != zip.npos; at = zip.find(header, at + 4))
      zip[at + flags] |= '\x08';
  }
  const std::string path = folder.write("news.zip", zip);
  EXPECT_THAT(ids(read_paths({path})), ElementsAre(path + "!\u062E\u0628\u0631.txt",
                                                   path + "!\u062A\u0642\u0631\u064A\u0631.txt"));
}

TEST(CorpusReader, NumbersTheMembersOfAZipWithoutReadableNames) {
  const TempDir folder;
  const std::string path = folder.write(  // Windows-1256
      "news.zip", pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
                       {{"\xCE\xC8\xD1.txt", "\u062E\u0628\u0631"},
                        {"\xC8\xC7\xD1.txt", "\u0628\u0627\u0631"}}));
  EXPECT_THAT(ids(read_paths({path})), ElementsAre(path + "!member 1", path + "!member 2"));
}

TEST(CorpusReader, KeepsWhatComesBeforeTheCutOfAGzip) {
  std::mt19937 random(7);
  std::string lines;
  for (int i = 0; i < 20'000; ++i) lines += line(std::to_string(random()));
  const std::string packed = gzip(lines);
  const Reading reading = read_bytes_as("cut.jsonl.gz", packed.substr(0, packed.size() / 2));
  EXPECT_GT(reading.documents.size(), 5'000U);
  EXPECT_LT(reading.documents.size(), 15'000U);
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::failed);
  EXPECT_THAT(reading.problems[0].path, HasSubstr("cut.jsonl.gz"));
  EXPECT_THAT(reading.problems[0].message, HasSubstr("truncated"));
  EXPECT_THAT(reading.problems[0].message, HasSubstr("again"));
}

TEST(CorpusReader, KeepsWhatASmallGzipHasBeforeItsCut) {
  std::mt19937 random(7);
  std::string lines;
  for (int i = 0; i < 400; ++i) lines += line(std::to_string(random()));
  const std::string packed = gzip(lines);
  ASSERT_LT(lines.size(), 64U * 1024);
  const Reading reading = read_bytes_as("cut.jsonl.gz", packed.substr(0, packed.size() - 40));
  EXPECT_GT(reading.documents.size(), 350U);
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::failed);
  EXPECT_THAT(reading.problems[0].message, HasSubstr("truncated"));
}

TEST(CorpusReader, KeepsWhatADamagedGzipHasBeforeTheDamage) {
  std::string lines;
  for (int i = 0; i < 100; ++i) lines += line(std::to_string(i));
  std::string packed = gzip(lines);
  packed[packed.size() - 8] = static_cast<char>(~packed[packed.size() - 8]);  // of the checksum
  const Reading reading = read_bytes_as("bad.jsonl.gz", packed);
  EXPECT_THAT(reading.documents, SizeIs(100));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_THAT(reading.problems[0].message,
              HasSubstr("damaged gzip input; texts before this place may be garbled"));
  EXPECT_THAT(read_bytes_as("long.jsonl.gz", gzip(lines) + std::string(9, '\0')).problems,
              IsEmpty());
}

TEST(CorpusReader, KeepsTheMembersBeforeTheCutOfATarball) {
  const std::string tar =
      pack(ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP,
           {{"a.jsonl", line("a")}, {"b.jsonl", line("b1") + line("b2") + line("b3")}});
  const Reading reading = read_bytes_as("news.tar.gz", tar.substr(0, tar.size() - 12));
  EXPECT_THAT(ids(reading), testing::Contains("a"));
}

TEST(CorpusReader, ReportsACutTarballOnce) {
  const std::string tar =
      pack(ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE,
           {{"a.jsonl", line("a")}, {"b.jsonl", line("b1") + line("b2") + line("b3")}});
  const auto cut = tar.find("b3");
  const Reading reading = read_bytes_as("news.tar", tar.substr(0, cut));
  EXPECT_THAT(ids(reading), ElementsAre("a", "b1", "b2"));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::failed);
  EXPECT_THAT(reading.problems[0].path, HasSubstr("news.tar!b.jsonl"));
}

TEST(CorpusReader, ReadsTheNextFileAfterADamagedOne) {
  const TempDir folder;
  folder.write("a.jsonl.gz", gzip(line("a")).substr(0, 30));
  folder.write("b.jsonl", line("b"));
  const Reading reading = read_paths({folder.path()});
  EXPECT_THAT(ids(reading), ElementsAre("b"));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::failed);
}

TEST(CorpusReader, ReadsConcatenatedGzipMembers) {
  const Reading reading = read_bytes_as("two.jsonl.gz", gzip(line("1")) + gzip(line("2")));
  EXPECT_THAT(ids(reading), ElementsAre("1", "2"));
}

TEST(CorpusReader, ReportsAnEmptyFile) {
  const Reading reading = read_bytes_as("empty.jsonl", "");
  EXPECT_THAT(reading.documents, IsEmpty());
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::skipped);
  EXPECT_THAT(reading.problems[0].message, HasSubstr("empty"));
}

TEST(CorpusReader, ReportsAnEmptyCompressedFile) {
  const Reading reading = read_bytes_as("empty.jsonl.gz", gzip(""));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_THAT(reading.problems[0].message, HasSubstr("empty"));
}

TEST(CorpusReader, ReportsAMissingPathAndReadsTheOthers) {
  const TempDir folder;
  const std::string good = folder.write("a.jsonl", line("a"));
  const Reading reading = read_paths({folder / "no-such.jsonl", good});
  EXPECT_THAT(ids(reading), ElementsAre("a"));
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::failed);
  EXPECT_EQ(reading.problems[0].path, folder / "no-such.jsonl");
  EXPECT_THAT(reading.problems[0].message, HasSubstr("No such file"));
}

TEST(CorpusReader, ReportsAFileItMayNotOpen) {
  if (geteuid() == 0) GTEST_SKIP() << "root may open every file";
  const TempDir folder;
  const std::string path = folder.write("secret.jsonl", line("a"));
  std::filesystem::permissions(path, std::filesystem::perms::none);
  const Reading reading = read_paths({path});
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::failed);
}

TEST(CorpusReader, SkipsABinaryFile) {
  std::string bytes = "\x89PNG\r\n\x1A\n";
  std::mt19937 random(11);
  for (int i = 0; i < 5'000; ++i) bytes += static_cast<char>(random() & 0xFFU);
  const Reading reading = read_bytes_as("logo.png", bytes);
  EXPECT_THAT(reading.documents, IsEmpty());
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].severity, Severity::skipped);
  EXPECT_THAT(reading.problems[0].message, HasSubstr("--format"));
}

TEST(CorpusReader, RecognizesByContentAndNotByName) {
  const Reading reading = read_bytes_as("news.csv", line("1"));
  EXPECT_THAT(ids(reading), ElementsAre("1"));
}

TEST(CorpusReader, TakesTheFormatItIsTold) {
  const Reading reading = read_bytes_as("news.jsonl", line("1"), "text");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_THAT(reading.documents[0].title, HasSubstr("\"id\""));
}

TEST(CorpusReader, ReachesTheEndOfAlmostNothingInEveryFormat) {
  for (const ReaderFormat* format : all_formats()) {
    for (const char* bytes : {"", "\n", " ", "x", "\xEF\xBB\xBF"}) {
      const Reading reading = read_bytes_as("input", bytes, std::string(format->name));
      EXPECT_LE(reading.documents.size(), 1U) << format->name;
    }
  }
}

TEST(CorpusReader, ListsTheFormatsWhenItKnowsNoneOfThatName) {
  try {
    CorpusReader reader({}, "docx", {});
    FAIL() << "docx was accepted";
  } catch (const std::invalid_argument& error) {
    EXPECT_THAT(error.what(), HasSubstr("docx"));
    EXPECT_THAT(error.what(), HasSubstr("jsonl"));
    EXPECT_THAT(error.what(), HasSubstr("warc"));
  }
}

TEST(CorpusReader, CountsItsProgress) {
  const TempDir folder;
  const std::string packed = gzip(line("a") + line("b"));
  const std::string path = folder.write("a.jsonl.gz", packed);
  CorpusReader reader({path, folder.write("b.jsonl", line("c"))}, "auto", {});
  EXPECT_EQ(reader.progress().bytes_total, packed.size() + line("c").size());
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.current_name(), path);
  while (reader.next()) continue;
  EXPECT_EQ(reader.progress().bytes_read, reader.progress().bytes_total);
  EXPECT_EQ(reader.progress().text_bytes, 3 * line("a").size());
}

TEST(CorpusReader, ReadsStandardInput) {
  const TempDir folder;
  const std::string path = folder.write("in.jsonl.gz", gzip(line("1")));
  ASSERT_NE(std::freopen(path.c_str(), "rb", stdin), nullptr);
  const Reading reading = read_paths({"-"});
  EXPECT_THAT(ids(reading), ElementsAre("1"));
}

TEST(CorpusReader, ReadsWindows1256JsonLines) {
  // "خبر" in windows-1256 over a longer text, so that the set can be told.
  const Reading reading =
      read_bytes_as("old.jsonl",
                    "{\"id\":\"1\",\"title\":\"\xC7\xE1\xD1\xC6\xED\xD3 \xED\xD5\xE1 \xC5\xE1\xEC "
                    "\xC8\xDB\xCF\xC7\xCF\"}\n");
  ASSERT_THAT(reading.documents, SizeIs(1));
  EXPECT_EQ(reading.documents[0].title, "الرئيس يصل إلى بغداد");
}

}  // namespace
}  // namespace khabar::test
