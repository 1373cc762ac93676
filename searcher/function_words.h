// SPDX-License-Identifier: GPL-2.0-or-later
// Which words of a query are asked for only where it has no others.
#pragma once

#include <span>
#include <string_view>

#include "analyzers/language.h"
#include "analyzers/token.h"

namespace khabar {

/// Whether a folded word is a function word of `language` (see is_stop_word()) or of English
/// (strait of hormuz), or a particle of romanized names (see is_name_particle()). Also a spoken
/// word whose written form is one: vase, baraye "for". Thread safety:
/// thread-safe.
bool is_function_word(std::string_view folded, const Language& language);

/// The same of a word that several languages read: in each of them. ALI is a name in Persian and
/// the preposition "on" in Arabic, in the same letters.
bool is_function_word(std::string_view folded, std::span<const Language* const> languages);

/// The same of a token of `text`, by its letters as they are written: Arabic "on" has ALEF MAKSURA,
/// and the name Ali YEH; "before" has its hamza above, the imam below. Wrong for: who types the one
/// for the other.
bool is_function_word(const Token& token, std::string_view text, const Language& language);
bool is_function_word(const Token& token, std::string_view text,
                      std::span<const Language* const> languages);

/// The same in any language, but for spoken words: nobody types one for its own sake.
bool is_small_word(std::string_view folded);

/// Whether a folded word at the beginning of a longer query in `language` asks a question, though
/// elsewhere it is another word: mata "when" (Matthew), kam "how many" (km, in Persian "few"), as
/// it is spoken shu and wish "what" (a show, a face). Wrong for: a query that begins with the
/// Gospel's Matthew. Thread safety: thread-safe.
bool opens_question(std::string_view folded, const Language& language);

/// Whether a query has a question mark, LATIN, ARABIC or FULLWIDTH. Thread safety: thread-safe.
bool has_question_mark(std::string_view query);

}  // namespace khabar
