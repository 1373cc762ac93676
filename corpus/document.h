// SPDX-License-Identifier: GPL-2.0-or-later
// The value that flows from the corpus readers to the indexer.
#pragma once

#include <string>

namespace khabar {

/// One news article. All strings are UTF-8; a reader repairs broken input before it gets here.
/// `id` and one of `title`, `body` are filled; the rest may be empty.
/// Thread safety: thread-compatible.
struct Document {
  std::string id;        ///< Unique in a collection; the key for replace and delete.
  std::string title;     ///< Headline, plain text.
  std::string body;      ///< Plain text, paragraphs separated by a newline.
  std::string language;  ///< BCP-47 tag ("ar", "fa"), or empty when the source does not say.
  std::string date;      ///< ISO 8601 Gregorian date, "2025-11-16", or empty.
  std::string source;    ///< Outlet, as the source writes it; several: one a line.
  std::string category;  ///< Section, the same.
  std::string url;       ///< Address of the article.

  bool operator==(const Document&) const = default;
};

/// What is known of all records of an export that do not say it themselves. Empty: nothing.
struct Origin {
  std::string source;     ///< The outlet.
  std::string id_prefix;  ///< Put before ids, for two outlets may number their articles alike.
};

}  // namespace khabar
