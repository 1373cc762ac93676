// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/significance.h"

#include <cmath>
#include <random>
#include <stdexcept>
#include <vector>

namespace khabar {
namespace {

// The sum of the differences, each with the sign that one random bit says.
double permuted_sum(const std::vector<double>& differences, std::mt19937_64& random) {
  double sum = 0;
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < differences.size(); ++i) {
    if (i % 64 == 0) bits = random();
    sum += (bits & 1) != 0 ? differences[i] : -differences[i];
    bits >>= 1;
  }
  return sum;
}

}  // namespace

PairedTest randomization_test(std::span<const double> a, std::span<const double> b,
                              const RandomizationOptions& options) {
  if (a.size() != b.size()) {
    throw std::invalid_argument(
        "a paired test needs as many values of the one system as of the other");
  }
  PairedTest test;
  std::vector<double> differences;  // equal topics add 0 whatever their sign
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double difference = a[i] - b[i];
    sum += difference;
    test.better += difference > 0 ? 1U : 0U;
    test.worse += difference < 0 ? 1U : 0U;
    test.equal += difference == 0 ? 1U : 0U;
    if (difference != 0) differences.push_back(difference);
  }
  if (differences.empty()) return test;
  test.difference = sum / static_cast<double>(a.size());
  // Sums of the same numbers in another order differ in their last bits.
  constexpr double kRounding = 1e-9;
  const double observed = std::abs(sum) * (1 - kRounding);
  std::mt19937_64 random(options.seed);
  std::size_t as_far = 1;
  for (std::size_t i = 0; i < options.permutations; ++i) {
    if (std::abs(permuted_sum(differences, random)) >= observed) ++as_far;
  }
  test.p = static_cast<double>(as_far) / static_cast<double>(options.permutations + 1);
  return test;
}

}  // namespace khabar
