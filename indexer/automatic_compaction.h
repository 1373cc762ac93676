// SPDX-License-Identifier: GPL-2.0-or-later
// Updates split full blocks, and an index grows by more than what they bring. It is compacted when
// that is much: a compaction copies all of the index, but it is due only after a number of updates
// that grows with the index, so the cost of one update stays the same whatever the size.
#pragma once

#include <string>

namespace khabar {

/// Whether the index takes a third more bytes than when it was published, and the disk has room for
/// two copies. Two looks at file sizes. False where there is no index. Never throws but for lack of
/// memory. Thread safety: thread-safe, as what follows.
bool compaction_is_due(const std::string& path);

/// Starts a process of its own for compact_if_due() (backup.h), without a terminal, where it is
/// due, and does not wait for it. To be called by a process of one thread.
/// What fails leaves the index as it was, and is tried again after the next update.
void compact_in_background(const std::string& path);

}  // namespace khabar
