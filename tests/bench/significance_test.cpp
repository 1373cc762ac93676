// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/significance.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace khabar {
namespace {

TEST(RandomizationTest, CountsBetterWorseAndEqualTopics) {
  const PairedTest test =
      randomization_test(std::vector{0.5, 0.2, 0.3, 0.9}, std::vector{0.4, 0.3, 0.3, 0.5});
  EXPECT_EQ(test.better, 2U);
  EXPECT_EQ(test.worse, 1U);
  EXPECT_EQ(test.equal, 1U);
  EXPECT_NEAR(test.difference, (0.1 - 0.1 + 0.0 + 0.4) / 4, 1e-12);
}

TEST(RandomizationTest, FindsTheExactShareOfPermutations) {
  // Differences 0.1, 0.2, 0.4: of the 8 sign patterns only +++ and --- reach 0.7. p = 2/8.
  const PairedTest test =
      randomization_test(std::vector{0.1, 0.2, 0.4}, std::vector{0.0, 0.0, 0.0});
  EXPECT_NEAR(test.p, 0.25, 0.005);  // 100,000 draws: standard error 0.0014
}

TEST(RandomizationTest, CountsPermutationsThatAreJustAsFar) {
  // Differences +1, +1, -1 sum to 1. Sums of 8 patterns: 3, 1, 1, 1, -1, -1, -1, -3: all reach 1.
  const PairedTest test =
      randomization_test(std::vector{1.0, 1.0, 0.0}, std::vector{0.0, 0.0, 1.0});
  EXPECT_DOUBLE_EQ(test.p, 1);
}

TEST(RandomizationTest, RoundingDoesNotHideEqualSums) {
  // 0.1 + 0.2 - 0.3 is 5.6e-17 and not 0; each pattern of signs must count the same all the same.
  const std::vector<double> a = {0.1, 0.2, 0.3, 0.3, 0.2, 0.1};
  const std::vector<double> zero(a.size(), 0.0);
  // Only 2 of 64 patterns reach the observed sum of 1.2. p = 0.03125.
  EXPECT_NEAR(randomization_test(a, zero).p, 0.03125, 0.003);
}

TEST(RandomizationTest, IsTwoSided) {
  const std::vector<double> a = {0.9, 0.8, 0.7, 0.6};
  const std::vector<double> b = {0.1, 0.2, 0.3, 0.5};
  EXPECT_DOUBLE_EQ(randomization_test(a, b).p, randomization_test(b, a).p);
  EXPECT_LT(randomization_test(b, a).difference, 0);
}

TEST(RandomizationTest, GivesTheSameAnswerForTheSameSeed) {
  const std::vector<double> a = {0.3, 0.1, 0.4, 0.1, 0.5};
  const std::vector<double> b = {0.2, 0.7, 0.1, 0.8, 0.2};
  EXPECT_EQ(randomization_test(a, b, {.permutations = 1000, .seed = 7}).p,
            randomization_test(a, b, {.permutations = 1000, .seed = 7}).p);
}

TEST(RandomizationTest, ManyClearDifferencesAreSignificant) {
  const std::vector<double> a(200, 0.6);
  const std::vector<double> b(200, 0.5);
  // No permutation is as far; the observed one counts: 1 / 100,001.
  EXPECT_NEAR(randomization_test(a, b).p, 1.0 / 100001, 1e-9);
}

TEST(RandomizationTest, EqualSystemsDoNotDiffer) {
  const PairedTest test = randomization_test(std::vector{0.5, 0.1}, std::vector{0.5, 0.1});
  EXPECT_EQ(test.p, 1);
  EXPECT_EQ(test.difference, 0);
  EXPECT_EQ(test.equal, 2U);
}

TEST(RandomizationTest, NoTopicsProveNothing) { EXPECT_EQ(randomization_test({}, {}).p, 1); }

TEST(RandomizationTest, RefusesSystemsWithDifferentNumbersOfTopics) {
  EXPECT_THROW(randomization_test(std::vector{0.5}, std::vector{0.5, 0.1}), std::invalid_argument);
}

}  // namespace
}  // namespace khabar
