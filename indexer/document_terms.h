// SPDX-License-Identifier: GPL-2.0-or-later
// Document + analyzer -> IndexDocument. Pure: no files, no state.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/language.h"
#include "analyzers/token.h"
#include "corpus/document.h"
#include "indexer/index_document.h"
#include "indexer/wire_copies.h"

namespace khabar {

/// How often a title word counts against a body word (within-document frequency).
inline constexpr Xapian::termcount kTitleWeight = 12;

/// How often a body word counts at `position` (from 1). News puts the news first: the first word
/// counts 11 times, the tenth 7, the thirtieth 4, and from the 111th on a word counts once.
/// Found by the sweep in bench/expected/tuning.md.
constexpr Xapian::termcount body_weight(Xapian::termpos position) {
  return 1 + 120 / (10 + position);
}

/// A document ready to be written.
struct IndexableDocument {
  IndexDocument document;
  std::string id_term;
  std::uint64_t words = 0;  ///< Words of title and body; 0 means there is nothing to find it by.
  std::uint64_t words_too_long = 0;  ///< Left out.
  std::optional<Sketch> sketch;      ///< Its terms and value are in `document` already.
  std::uint64_t fingerprint = 0;     ///< content_fingerprint().
};

/// The language whose rules read this document: `override_tag` unless that is "auto", else the
/// document's own tag where we know it, else the detected one.
const Language& language_of(const Document& document, std::string_view override_tag);

/// The terms, positions, values and stored fields of a document, without fingerprint and cluster.
/// `tokens` is working space. Thread safety: thread-safe with one TokenList a thread.
IndexableDocument make_indexable(const Document& document, const Language& language,
                                 TokenList& tokens);

/// The same with the fingerprint, by the rules of language_of(document, override_tag).
IndexableDocument make_indexable(const Document& document, std::string_view override_tag,
                                 TokenList& tokens);

}  // namespace khabar
