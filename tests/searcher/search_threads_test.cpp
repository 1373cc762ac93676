// SPDX-License-Identifier: GPL-2.0-or-later
// Many threads search one index, each with a Searcher of its own, while a writer publishes. The
// thread sanitizer watches what they share: lexicons, tables and memories of the analyzers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using test::write_index;
using testing::Contains;
using testing::Each;

constexpr int kThreads = 4;
constexpr int kRounds = 5;

std::vector<Document> news() {
  return {article("ar-school", "ar", "الوزيرة تزور المدارس في طوكيو",
                  "زارت الوزيرة أمس مدرسة. وقالت إن التعليم الرقمي يبدأ هذا العام."),
          article("ar-net", "ar", "الألياف تصل إلى المدارس",  // twice: to be suggested
                  "وصلت الشبكة إلى المدارس في خمسين قرية."),
          article("fa-school", "fa", "مدرسه\u200Cهای تازه در توکیو",
                  "وزیر آموزش گفت که مدرسه\u200Cهای تازه ساخته شد و کتاب\u200Cها می\u200Cرسد.")};
}

// Stems, names in another spelling, a slip, another keyboard, a phrase, translations.
std::vector<SearchRequest> requests() {
  std::vector<SearchRequest> all;
  for (const char* query : {"المدرسة", "مدرسه ها", "طوكيو", "Tokyo", "المدراس", "lnvsi",
                            "\"التعليم الرقمي\"", "\"وزیر آموزش\"", "مدر*"}) {
    SearchRequest request{
        .query = query, .cross_language = true, .correction = Correction::suggest};
    all.push_back(request);
    request.expand = true;
    request.explain = true;
    request.facets = true;
    all.push_back(std::move(request));
  }
  return all;
}

// How much each request finds; what a writer adds meanwhile has none of the words.
std::vector<std::uint64_t> totals(const std::string& index) {
  Searcher searcher(index);
  std::vector<std::uint64_t> found;
  for (int round = 0; round < kRounds; ++round) {
    found.clear();
    for (const SearchRequest& request : requests()) found.push_back(searcher.search(request).total);
    searcher.complete("مدر", 5);
  }
  return found;
}

TEST(SearchesInThreads, FindTheSameWhileAWriterPublishes) {
  const test::TempDir folder;
  write_index(folder.path(), news());
  const std::vector<std::uint64_t> alone = totals(folder.path());
  ASSERT_THAT(alone, testing::Not(Contains(0U)));
  std::vector<std::vector<std::uint64_t>> found(kThreads);
  std::vector<std::thread> threads;
  threads.reserve(kThreads);
  for (auto& of_thread : found) threads.emplace_back([&] { of_thread = totals(folder.path()); });
  for (int i = 0; i < kRounds; ++i)
    write_index(folder.path(), {article("other-" + std::to_string(i), "fa", "گزارش باران")});
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(found, Each(alone));
}

}  // namespace
}  // namespace khabar
