// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ostream>
#include <string_view>
#include <utility>

namespace khabar {

ProgressLine::ProgressLine(std::ostream& out, bool terminal, bool color)
    : out_(out), color_(color) {
  const char* const kind = std::getenv("TERM");
  enabled_ = terminal && kind != nullptr && std::string_view(kind) != "dumb";
}

void ProgressLine::update(const RunProgress& progress) {
  if (!enabled_ || Clock::now() < next_) return;
  next_ = Clock::now() + std::chrono::milliseconds(100);
  const double seconds =
      std::max(std::chrono::duration<double>(Clock::now() - start_).count(), 1e-3);
  std::string line = progress.bytes_total > 0 ? bar(progress, seconds) : std::string();
  line += fmt::format("{} documents  {:.1f} MB/s", progress.documents,
                      megabytes(progress.text_bytes) / seconds);
  show(line);
}

void ProgressLine::show(const std::string& line) {
  if (!enabled_) return;
  out_ << "\r\033[K" << line << std::flush;
  visible_ = true;
}

void ProgressLine::clear() {
  if (std::exchange(visible_, false)) out_ << "\r\033[K" << std::flush;
}

std::string ProgressLine::bar(const RunProgress& progress, double seconds) const {
  constexpr std::size_t kWidth = 24;
  const double share = std::min(
      1.0, static_cast<double>(progress.bytes_read) / static_cast<double>(progress.bytes_total));
  const auto done = static_cast<std::size_t>(share * kWidth);
  const auto left = share > 0 ? std::lround(seconds * (1 - share) / share) : 0;
  const std::string filled(done, '=');
  const std::string open(kWidth - done, ' ');
  return fmt::format("[{}{}{}{}] {:3.0f}%  {}:{:02} left  ", color_ ? "\033[32m" : "", filled,
                     color_ ? "\033[0m" : "", open, share * 100, left / 60, left % 60);
}

}  // namespace khabar
