// SPDX-License-Identifier: GPL-2.0-or-later
// The fields of a query by their names in English, Arabic and Persian.
#pragma once

#include <cstddef>
#include <string_view>

namespace khabar {

/// What is searched without a field: title and text.
inline constexpr std::string_view kTextField = "text";

/// A field at the front of a text. Thread safety: thread-compatible.
struct FieldName {
  /// "title", "source", "category", "lang", "date", "id", kTextField; or empty.
  std::string_view field;
  std::size_t bytes = 0;      ///< Of the name as it is written, without the colon.
  bool other_script = false;  ///< Not the name in English.
};

/// The field at the front of `text`, where the colon follows: title, `unwan; source, masdar,
/// manba`; category, tasnif, qism, daste, bakhsh; date, tarikh; lang, lugha, zaban; id, mu`arrif,
/// shenase; nass, matn for title and text; the Arabic ones with their article, too. In English
/// those of other engines, too, and capitals make no difference: HEADLINE, body, text, content,
/// site, outlet, language. Wrong for: none of them in prose, where a
/// blank stands behind the colon ("al-masdar: rutirz"); see QueryScanner. Thread safety:
/// thread-safe.
FieldName field_name_at(std::string_view text);

/// The field for which `name` (ASCII) is a slip: one letter more, less or other, or two that have
/// changed places: titel, sorce. Empty for none. Wrong for: land:rover, one letter from lang.
/// Thread safety: thread-safe.
std::string_view nearest_field(std::string_view name);

}  // namespace khabar
