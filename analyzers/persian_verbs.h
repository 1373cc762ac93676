// SPDX-License-Identifier: GPL-2.0-or-later
// The forms of Persian verbs, generated from their two stems.
#pragma once

#include <string_view>

namespace khabar {

/// The infinitive of a verb form in its joined, folded spelling: "miguyad" and "nagoft" both give "goftan"; an empty view for
/// a word that is no form of the verbs in data/fa/verbs.txt.
/// Forms: past and present with mi-, nemi-, na-, be-; perfect (also with its auxiliary joined); infinitive; participle.
/// Left out: bare forms that are far commoner as nouns, and the imperative.
/// Thread safety: thread-safe. Source: any grammar of Persian; the list of stems was written for khabar.
std::string_view persian_verb_stem(std::string_view folded);

}  // namespace khabar
