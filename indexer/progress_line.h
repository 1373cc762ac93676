// SPDX-License-Identifier: GPL-2.0-or-later
// One line on a terminal, rewritten in place.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string>

namespace khabar {

/// Millions of bytes, as all reports of khabar count them.
inline double megabytes(std::uint64_t bytes) { return static_cast<double>(bytes) / 1e6; }

/// How far a run has come.
struct RunProgress {
  std::uint64_t bytes_read = 0;   ///< On disk, compressed as they lie there.
  std::uint64_t bytes_total = 0;  ///< 0: unknown, then there is no bar.
  std::uint64_t text_bytes = 0;
  std::uint64_t documents = 0;
};

/// Shows nothing where `terminal` is not set or TERM is "dumb". Thread safety: thread-confined.
class ProgressLine {
 public:
  ProgressLine(std::ostream& out, bool terminal, bool color);
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() { clear(); }

  /// A bar, the time left, documents and MB/s; at most ten times a second.
  void update(const RunProgress& progress);
  void show(const std::string& line);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  std::string bar(const RunProgress& progress, double seconds) const;

  std::ostream& out_;
  bool enabled_ = false;
  bool color_ = false;
  bool visible_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_ = start_ + std::chrono::milliseconds(300);
};

}  // namespace khabar
