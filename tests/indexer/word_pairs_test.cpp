// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/word_pairs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string_view>

#include "indexer/schema.h"

namespace khabar {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

constexpr std::string_view kLeftOut;

std::vector<std::string> pairs_of(std::initializer_list<std::string_view> words) {
  std::vector<std::uint64_t> hashes;
  for (const std::string_view word : words)
    hashes.push_back(word == kLeftOut ? 0 : stable_hash(word_term({}, word)));
  return pair_terms(hashes);
}

TEST(WordPairs, AreTermsOfCommonWordsSideBySide) {
  EXPECT_THAT(pairs_of({"من", "الی"}), ElementsAre(StartsWith(kPairPrefix)));
  EXPECT_THAT(pairs_of({"در", "این"}), ElementsAre(StartsWith(kPairPrefix)));
  EXPECT_THAT(pairs_of({"من", "الی", "در", "این"}), SizeIs(3));
}

TEST(WordPairs, TellTheOrder) {
  EXPECT_NE(pairs_of({"من", "الی"}), pairs_of({"الی", "من"}));
  EXPECT_NE(pairs_of({"در", "این"}), pairs_of({"این", "در"}));
}

TEST(WordPairs, AreEachThereOnce) {
  EXPECT_THAT(pairs_of({"من", "الی", "من", "الی"}), SizeIs(2));
  EXPECT_THAT(pairs_of({"در", "این", "در", "این"}), SizeIs(2));
}

TEST(WordPairs, AreNoneOfRareWordsAndOverGaps) {
  EXPECT_THAT(pairs_of({"من", "قرنبیط"}), IsEmpty());
  EXPECT_THAT(pairs_of({"این", "گلکلم", "در"}), IsEmpty());
  EXPECT_THAT(pairs_of({"من", kLeftOut, "الی"}), IsEmpty());
  EXPECT_THAT(pairs_of({"من"}), IsEmpty());
  EXPECT_THAT(pairs_of({}), IsEmpty());
}

}  // namespace
}  // namespace khabar
