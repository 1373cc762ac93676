// SPDX-License-Identifier: GPL-2.0-or-later
// What a date that is being typed may become.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "searcher/filter_values.h"
#include "searcher/search_results.h"
#include "searcher/vocabulary.h"

namespace khabar {

/// The years with documents that begin with what is typed for the filter date:, the latest first,
/// and the months of one that is typed whole: "20" -> 2018, 2017; "1397" -> 1397, 1397/07, 1397/06.
/// Jalali years first where most documents are Persian, else Gregorian ones. What stands before
/// stays ("2017..20", ">=20"), and digits are those of the last one typed. None where `read_date`
/// is nullptr. At most `most`. Encoding: any bytes. Throws Xapian::Error. Thread safety: as
/// Vocabulary.
std::vector<FilterValue> dates_beginning_with(std::string_view typed, const Vocabulary& vocabulary,
                                              const DateReader& read_date, std::size_t most);

}  // namespace khabar
