// SPDX-License-Identifier: GPL-2.0-or-later
// Results none of which has all words of the query: the reader is told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "searcher/page.h"
#include "searcher/result_writer.h"
#include "tests/searcher/search_test.h"

namespace khabar {
namespace {

using test::article;
using testing::HasSubstr;

class SomeOfTheWords : public test::SearchTest {
 protected:
  SomeOfTheWords() {
    index({article("1", "ar", "نتائج الانتخابات", "أعلنت اللجنة نتائج الانتخابات."),
           article("2", "ar", "أسعار القمح", "ارتفعت أسعار القمح في السوق."),
           article("3", "fa", "نتایج انتخابات", "ستاد نتایج انتخابات را اعلام کرد."),
           article("4", "fa", "بهای گندم", "بهای گندم در بازار بالا رفت.")});
  }
  SearchResults search(const std::string& query, const std::string& language) {
    request_.query = query;
    request_.language = language;
    return search_as_is(request_);
  }
  std::ptrdiff_t notes(const std::string& query, const std::string& language) {
    const SearchResults results = search(query, language);
    EXPECT_GT(results.total, 0U) << query;
    return std::count_if(results.notes.begin(), results.notes.end(),
                         [](const Note& note) { return note.kind == NoteKind::some_of_the_words; });
  }

  SearchRequest request_;
};

TEST_F(SomeOfTheWords, AreToldWhereNoArticleHasAll) {
  EXPECT_EQ(notes("انتخابات القمح", "ar"), 1);
  EXPECT_EQ(notes("انتخابات گندم", "fa"), 1);
  EXPECT_EQ(notes("نتائج انتخابات القمح في السوق", "ar"), 1);
  EXPECT_EQ(notes("نتایج انتخابات و گندم", "fa"), 1);
}

TEST_F(SomeOfTheWords, AreNotToldWhereAnArticleHasAll) {
  EXPECT_EQ(notes("نتائج الانتخابات", "ar"), 0);
  EXPECT_EQ(notes("سوق القمح", "ar"), 0) << "in the title and in the text";
  EXPECT_EQ(notes("انتخابات", "ar"), 0);
  EXPECT_EQ(notes("نتایج انتخابات", "fa"), 0);
  EXPECT_EQ(notes("بازار گندم", "fa"), 0) << "in the title and in the text";
  EXPECT_EQ(notes("گندم", "fa"), 0);
  EXPECT_EQ(notes("انتخابات OR القمح", "ar"), 0) << "any was asked for";
  EXPECT_EQ(notes("انتخابات OR گندم", "fa"), 0);
}

TEST_F(SomeOfTheWords, AreNotToldOfAQuestionOfManyWords) {
  EXPECT_EQ(notes("متى أعلنت اللجنة نتائج الانتخابات وأسعار القمح", "ar"), 0);
  EXPECT_EQ(notes("ستاد کی نتایج انتخابات و بهای گندم را اعلام کرد", "fa"), 0);
}

TEST_F(SomeOfTheWords, AreToldOnceWhereAllWereAskedFor) {
  request_.all_words = true;
  EXPECT_EQ(notes("انتخابات القمح", "ar"), 1);
  EXPECT_EQ(notes("انتخابات گندم", "fa"), 1);
  request_.sort = SortOrder::newest;
  EXPECT_EQ(notes("انتخابات القمح", "ar"), 1);
  EXPECT_EQ(notes("انتخابات گندم", "fa"), 1);
}

TEST_F(SomeOfTheWords, AreToldInJsonAndOnThePage) {
  const SearchResults arabic = search("انتخابات القمح", "ar");
  EXPECT_THAT(results_as_json(arabic), HasSubstr("nothing has all of these words"));
  EXPECT_THAT(results_as_html(arabic, nullptr), HasSubstr("لا نتيجة فيها هذه الكلمات كلها"));
  const SearchResults persian = search("انتخابات گندم", "fa");
  EXPECT_THAT(results_as_json(persian), HasSubstr("nothing has all of these words"));
  EXPECT_THAT(results_as_html(persian, nullptr), HasSubstr("همهٔ این واژه\u200Cها را ندارد"));
}

}  // namespace
}  // namespace khabar
