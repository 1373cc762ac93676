// SPDX-License-Identifier: GPL-2.0-or-later
// What a query that is being typed may become.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/vocabulary.h"

namespace khabar {

struct Completion {
  std::string text;  ///< The whole query, its last word completed, perhaps with the next one.
  std::size_t documents = 0;  ///< Documents that hold the word (0: of a phrase nobody counts them).
};

/// The likeliest completions of the last word of `text`, at most `limit`, by the titles and the
/// word frequencies of the index: after other words, what follows them in titles comes first;
/// behind a blank, the next word. In the usual spelling of the articles: wza -> wizara, wizarat
/// as-sihha. What is typed on the wrong keyboard layout is completed where it makes no sense else.
/// Function words are left out. Encoding: any bytes. Throws Xapian::Error and IndexError. Thread
/// safety: as Vocabulary.
std::vector<Completion> complete(std::string_view text, const Vocabulary& vocabulary,
                                 std::size_t limit);

}  // namespace khabar
