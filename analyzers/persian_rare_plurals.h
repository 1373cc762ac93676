// SPDX-License-Identifier: GPL-2.0-or-later
// Plurals in ALEF NOON of Persian words that the news hardly have otherwise.
#pragma once

#include <string>

namespace khabar {

/// Takes the plural of an agent, of whom no article has the single one, off a folded word
/// (chaykaran), or the plural and a possessive of what is rarer without that (movakkelan-ash);
/// false where there is none. For words that no other ending comes off. Source: own observation of
/// the news. Thread safety: thread-safe.
bool strip_persian_rare_plural(std::string& word);

}  // namespace khabar
