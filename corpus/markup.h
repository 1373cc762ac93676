// SPDX-License-Identifier: GPL-2.0-or-later
// Text out of HTML and of the SGML that test collections are written in.
#pragma once

#include <string>
#include <string_view>

#include "corpus/document.h"

namespace khabar {

/// The article of an HTML page: title (og:title, h1, title), body (the article or main element
/// where there is one, else the paragraphs), language, date, source, category and address from the
/// page's attributes, meta elements and JSON-LD; a date also from what readers see: <time>, behind
/// the word for "published", or an element of class "date" below the headline. Navigation, scripts
/// and styles are left out. `date` is as the page writes it. `charset` is what the transport says
/// (empty: unknown), `url` the page's address or empty. The id is the canonical address, else
/// `url`; fields the page says nothing about stay empty. Encoding: any; what cannot be decoded
/// becomes U+FFFD. Never throws but for memory. Thread safety: thread-safe.
Document html_to_document(std::string_view bytes, std::string_view charset, std::string_view url);

/// The plain text of an HTML fragment in UTF-8, such as the description in a feed: blocks separated
/// by a newline. Thread safety: thread-safe.
std::string html_fragment_to_text(std::string_view html);

/// `text` with character references (&amp; &#1576; &#x628; &nbsp; and HTML's other names) decoded.
/// Unknown ones stay as they are. Thread safety: thread-safe.
std::string decode_entities(std::string_view text);

/// SGML content as plain text: tags go, CDATA sections stay, references are decoded, and a tag that
/// opens or ends a paragraph (P, BR, ...) becomes a newline. Thread safety: thread-safe.
std::string sgml_to_text(std::string_view content);

/// Whether `text`, white space before it aside, begins with a tag, a comment or a declaration of
/// markup: "<news>", "<!-- ", "<?xml". Thread safety: thread-safe.
bool begins_with_markup(std::string_view text);

/// Runs of spaces become one, empty lines go, no line begins or ends with a space.
std::string tidy_lines(std::string_view text);

}  // namespace khabar
