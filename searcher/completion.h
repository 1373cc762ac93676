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

/// The likeliest completions of the last word of `text`, at most `limit`, by titles and
/// frequencies: wza -> wizara, wizarat as-sihha. After other words, what stands beside the last of
/// them in titles, then in texts; behind a blank, the next word. Signs, quotes and fields stay:
/// -sur -> -suriya; source:, category: and lang: get their values, date: none. A wrong keyboard
/// layout is read where it makes no sense else. Left out are function words, and rare words that
/// are two run together. Encoding: any bytes. Throws Xapian::Error and IndexError. Thread safety:
/// as Vocabulary.
std::vector<Completion> complete(std::string_view text, const Vocabulary& vocabulary,
                                 std::size_t limit);

}  // namespace khabar
