// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/filter_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/searcher.h"
#include "tests/indexer/indexing.h"

namespace khabar {
namespace {

using test::article;
using test::write_index;
using testing::ElementsAre;
using testing::IsEmpty;

Document of(const std::string& id, const std::string& source, const std::string& category) {
  Document document = article(id, "ar", "خبر");
  document.source = source;
  document.category = category;
  return document;
}

class FilterValues : public testing::Test {
 protected:
  FilterValues() {
    write_index(folder_.path(),
                {of("1", "BBC Arabic", "sport"), of("2", "BBC Arabic", "اقتصاد"),
                 of("3", "الرياض", "sport"), of("4", "خبرگزاری ایرنا", "آموزش"),
                 of("6", "الرياض", "sport"), of("7", "الرياض", "آموزش"), of("5", "", "")});
  }
  std::vector<std::string> notes(const std::string& query, const std::string& source = "") {
    SearchRequest request;
    request.query = query;
    request.source = source;
    return Searcher(folder_.path()).search(request).notes;
  }

 private:
  test::TempDir folder_;
};

TEST_F(FilterValues, AreNamedWhereNoDocumentHasTheOneAskedFor) {
  EXPECT_THAT(notes("خبر source:BBC"),
              ElementsAre("no document has the source \"BBC\" (there is: BBC Arabic)"));
  EXPECT_THAT(notes("خبر", "الریاد"),
              ElementsAre("no document has the source \"الریاد\" (there is: الرياض)"));
  EXPECT_THAT(notes("خبر -source:ايرنا"),
              ElementsAre("no document has the source \"ايرنا\" (there is: خبرگزاری ایرنا)"));
}

TEST_F(FilterValues, AreTheCommonestWhereNoneIsNear) {
  EXPECT_THAT(
      notes("خبر category:رياضة"),
      ElementsAre("no document has the category \"رياضة\" (there is: sport, آموزش, اقتصاد)"));
  EXPECT_THAT(notes("خبر category:ورزشی").size(), 1U);
}

TEST_F(FilterValues, AreNotToldOfWhereTheIndexHasTheOneAskedFor) {
  EXPECT_THAT(notes("خبر source:bbc-arabic category:SPORT"), IsEmpty());
  EXPECT_THAT(notes("خبر", "الریاض"), IsEmpty());
}

TEST_F(FilterValues, AreToldOfThreeTimesAQuery) {
  EXPECT_EQ(notes("خبر source:aa source:bb source:cc source:dd").size(), 3U);
}

}  // namespace
}  // namespace khabar
