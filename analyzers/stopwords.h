// SPDX-License-Identifier: GPL-2.0-or-later
// Which words of a query say nothing about its subject. For the searcher: no word is left out of an
// index.
#pragma once

#include <string_view>

#include "analyzers/language.h"

namespace khabar {

/// Whether `folded_word` (as in Token::word, UTF-8, folded by `language`) is a function word of
/// `language`: a preposition, conjunction, pronoun, particle or auxiliary. Never true for a content
/// word; false for every word of a language without a list. Any bytes will do. Meant for the plain
/// words of a query that has other words too; phrases and exact words need all their words. Source:
/// analyzers/data/<tag>/stopwords.txt, written for khabar. Thread safety: thread-safe.
bool is_stop_word(std::string_view folded_word, const Language& language);

}  // namespace khabar
