// SPDX-License-Identifier: GPL-2.0-or-later
// What is said and done where the machine gives no more threads.
#pragma once

#include <system_error>

#include "indexer/schema.h"

namespace khabar {

/// Calls `start`, which starts threads; where one cannot be started, `stop`, which ends those that
/// run, and throws IndexError. Thread safety: thread-confined.
template <typename Start, typename Stop>
void start_threads(Start start, Stop stop) {
  try {
    start();
  } catch (const std::system_error&) {
    stop();
    throw IndexError("the machine gives no more threads (give fewer --threads)");
  }
}

}  // namespace khabar
