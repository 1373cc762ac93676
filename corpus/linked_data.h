// SPDX-License-Identifier: GPL-2.0-or-later
// JSON-LD: what a news page says about its article in <script type="application/ld+json">.
#pragma once

#include <string>
#include <string_view>

namespace khabar {

/// Properties of schema.org's Article, as the page writes them.
struct LinkedArticle {
  std::string headline;
  std::string date_published;
  std::string publisher;
  std::string section;  ///< Several: one a line.
};

/// Fills what is still empty in `article` from one script: an object, an array of them, or those in
/// "@graph". Objects whose type ends in Article or Posting come first; of others (a WebPage) only
/// the date counts. Broken JSON says nothing. Encoding: UTF-8. Never throws but for memory. Thread
/// safety: thread-safe. Source: schema.org/NewsArticle.
void read_linked_data(std::string_view script, LinkedArticle& article);

}  // namespace khabar
