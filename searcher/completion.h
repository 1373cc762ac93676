// SPDX-License-Identifier: GPL-2.0-or-later
// What a query that is being typed may become.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search_results.h"
#include "searcher/vocabulary.h"

namespace khabar {

struct Completion {
  std::string text;  ///< The whole query, its last word completed, perhaps with the next ones.
  /// About how many documents have the word that is completed, with all that stands before and
  /// behind it side by side where there are such words (0: nobody counts them).
  std::size_t documents = 0;
};

/// The likeliest completions of the last word of `text`, at most `limit`, by titles and
/// frequencies: wza -> wizara, wizarat as-sihha. After other words, what stands behind all of them
/// in several documents, what most have first; behind a blank, the next word. What is offered ends
/// in no half of a compound (qeymat-e tokhm -> tokhm morgh) and has no other form of what is
/// offered before it. Where nothing stands behind all of the words, what stands behind the last;
/// nothing where nothing does. Signs, quotes and fields stay: -sur -> -suriya; source:, category:
/// and lang: get their values, date: the years and months that have documents (as `read_date` reads
/// them). Numbers are completed by those that articles have. A wrong keyboard layout is read where
/// it makes no sense else. Left out are function words, and rare words that are two run together.
/// Encoding: any bytes. Throws Xapian::Error and IndexError. Thread safety: as Vocabulary.
std::vector<Completion> complete(std::string_view text, const Vocabulary& vocabulary,
                                 std::size_t limit, const DateReader& read_date = nullptr);

}  // namespace khabar
