// SPDX-License-Identifier: GPL-2.0-or-later
// Halves of compounds that say little alone.
#pragma once

#include <string_view>

namespace khabar {

/// Whether a folded piece of a Persian compound is of those that stand in many and name none:
/// gheyr in gheyr-takhassosi "non-expert", shenasi in mardom-shenasi "anthropology"; also in the
/// plural or with YEH. Source: data/fa/combining_forms.txt and agents.txt, written. Wrong for:
/// compounds whose other half says as little (dast-band "bracelet"), of which neither names it.
/// Thread safety: thread-safe.
bool is_combining_form(std::string_view piece);

}  // namespace khabar
