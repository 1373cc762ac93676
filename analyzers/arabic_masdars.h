// SPDX-License-Identifier: GPL-2.0-or-later
// Arabic verbs and the nouns of their event.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// The masdars of a verb's stem, or the verb of a masdar: istaqala "he resigned" -> istiqala
/// "resignation"; waqa'a, of two verbs, "happened" -> wuqu' and "signed" -> tawqi'. Empty where
/// there is none.
/// Source: data/ar/masdars.txt, pairs of a pattern of the grammar in the same company, counted.
/// Wrong for: sha'a "he wills", shay' "thing"; a noun of two verbs has the nearer one.
/// Thread safety: thread-safe.
std::vector<std::string> arabic_events(std::string_view stem);

}  // namespace khabar
