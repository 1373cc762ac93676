// SPDX-License-Identifier: GPL-2.0-or-later
// Whether one run is better than another by more than chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace khabar {

/// The comparison of two systems on the same topics.
struct PairedTest {
  double difference = 0;   ///< Mean of a - b.
  double p = 1;            ///< Two-sided.
  std::size_t better = 0;  ///< Topics where a is higher.
  std::size_t worse = 0;   ///< Topics where a is lower.
  std::size_t equal = 0;
};

/// How a randomization test draws.
struct RandomizationOptions {
  std::size_t permutations = 100000;
  std::uint64_t seed = 1;  ///< The same seed gives the same p on every machine.
};

/// Two-sided paired randomization test (Fisher's) of the mean difference: under the null hypothesis
/// the two values of a topic may be swapped, so each permutation gives every difference a sign by
/// chance; p is the share of permutations whose difference is at least as far from 0 as the
/// observed one, which itself counts as one of them.
/// Throws std::invalid_argument where `a` and `b` differ in size. Thread safety: thread-safe.
/// Source: M. Smucker, J. Allan, B. Carterette, A Comparison of Statistical Significance Tests for
/// Information Retrieval Evaluation, CIKM 2007, doi:10.1145/1321440.1321528.
PairedTest randomization_test(std::span<const double> a, std::span<const double> b,
                              const RandomizationOptions& options = {});

}  // namespace khabar
