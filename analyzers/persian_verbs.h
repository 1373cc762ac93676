// SPDX-License-Identifier: GPL-2.0-or-later
// Persian verb forms, read by their parts: preverb, prefix, stem, ending.
#pragma once

#include <array>
#include <string_view>

namespace khabar {

/// The prefixes of the present, MEEM YEH and NOON MEEM YEH.
inline constexpr std::string_view kMi = "\u0645\u06CC", kNemi = "\u0646\u0645\u06CC";
/// bar, dar, baz, fara, foru, va, var; dar-bar, negah, padid, gerd, forud.
inline constexpr std::array<std::string_view, 12> kPersianPreverbs = {
    "\u0628\u0631",       "\u062F\u0631",
    "\u0628\u0627\u0632", "\u0641\u0631\u0627",
    "\u0641\u0631\u0648", "\u0648\u0627",
    "\u0648\u0631",       "\u062F\u0631\u0628\u0631",
    "\u0646\u06AF\u0647", "\u067E\u062F\u06CC\u062F",
    "\u06AF\u0631\u062F", "\u0641\u0631\u0648\u062F"};

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
