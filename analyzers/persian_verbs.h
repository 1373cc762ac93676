// SPDX-License-Identifier: GPL-2.0-or-later
// Persian verb forms, read by their parts: preverb, prefix, stem, ending.
#pragma once

#include <string_view>

namespace khabar {

/// The infinitive of a verb form in its joined, folded spelling: "miguyad" and "nagoft" both give
/// "goftan", "barnemigardad" gives "bargashtan"; an empty view for a word that is no form of the
/// verbs in data/fa/verbs.txt. Forms: past and perfect (also with its auxiliary joined) with and
/// without na-, mi-, nemi-; infinitive; participle; present with mi-, nemi-, be-, na-; imperative
/// with be- and na-; the bare subjunctive in -d and -nd, of common verbs all of it. Left out: bare
/// forms that are far commoner as nouns ("!" in the list). Thread safety: thread-safe. Source: any
/// grammar of Persian; the list of stems was written for khabar.
std::string_view persian_verb_stem(std::string_view folded);

/// The same of a form whose mi- or nemi- was typed apart, with a half space or a blank: no noun of
/// the list is written so, mi|dani "thou knowest" is no meydani "of the field". Wrong for: a name
/// that a converter parted behind such letters. Thread safety: thread-safe.
std::string_view persian_parted_verb_stem(std::string_view folded);

/// The same for the forms that are nouns and adjectives, too: a past stem (kharid "purchase") and
/// a participle (gofte "saying"), with a preverb or without one. Thread safety: thread-safe.
std::string_view persian_past_stem(std::string_view folded);

}  // namespace khabar
