// SPDX-License-Identifier: GPL-2.0-or-later
// A copy of an index takes time to make, and writers do not wait for it.
#pragma once

#include <xapian.h>

namespace khabar {

/// Makes `copy`, of an earlier state of `source` and with the same numbers of documents, equal to
/// `source`: what was added, replaced and deleted since, by the fingerprints and clusters of the
/// documents, and the metadata. Reads two values of each document and all metadata. Does not
/// commit. Throws Xapian::Error. Thread safety: thread-confined.
void catch_up(const Xapian::Database& source, Xapian::WritableDatabase& copy);

}  // namespace khabar
