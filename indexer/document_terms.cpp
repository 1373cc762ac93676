// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_terms.h"

#include <algorithm>
#include <string>

#include "analyzers/analyzer.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

std::string prefixed(std::string_view prefix, std::string_view word) {
  std::string term(prefix);
  return term.append(word);
}

// Title words count as body words too, so that a query without a field finds them, and more.
void add_title(const TokenList& tokens, Xapian::Document& document) {
  for (const Token& token : tokens) {
    document.add_posting(prefixed(kTitlePrefix, token.word), token.position);
    document.add_posting(std::string(token.word), token.position, kTitleWeight);
    document.add_term(prefixed(kTitleStemPrefix, token.stem));
    document.add_term(prefixed(kStemPrefix, token.stem), kTitleWeight);
  }
}

void add_body(const TokenList& tokens, Xapian::termpos offset, Xapian::Document& document) {
  for (const Token& token : tokens) {
    const Xapian::termcount weight = token.position <= kLeadWords ? kLeadWeight : 1;
    document.add_posting(std::string(token.word), token.position + offset, weight);
    document.add_term(prefixed(kStemPrefix, token.stem), weight);
  }
}

void add_filters(const Document& document, const Language& language, Xapian::Document& target) {
  target.add_boolean_term(prefixed(kLanguagePrefix, language.tag));
  if (const std::string key = filter_key(document.source); !key.empty()) {
    target.add_boolean_term(prefixed(kSourcePrefix, key));
  }
  if (const std::string key = filter_key(document.category); !key.empty()) {
    target.add_boolean_term(prefixed(kCategoryPrefix, key));
  }
  std::string date = document.date.substr(0, 10);
  std::erase(date, '-');
  if (date.size() == 8) target.add_value(kDateSlot, date);
}

}  // namespace

const Language& language_of(const Document& document, std::string_view override_tag) {
  if (override_tag != "auto") {
    if (const Language* language = find_language(override_tag)) return *language;
  }
  if (!document.language.empty()) {
    if (const Language* language = find_language(document.language)) return *language;
  }
  const Detection by_body = detect_language(document.body);
  if (by_body.confidence >= kSureLanguage) return *by_body.language;
  return *detect_language(document.title + "\n" + document.body).language;
}

IndexableDocument make_indexable(const Document& document, const Language& language,
                                 TokenList& tokens) {
  IndexableDocument result;
  analyze(document.title, language, tokens);
  add_title(tokens, result.document);
  result.words = tokens.size();
  result.words_too_long = tokens.words_too_long();
  const Xapian::termpos title_end = tokens.empty() ? 0 : tokens[tokens.size() - 1].position;

  analyze(document.body, language, tokens);
  add_body(tokens, title_end + kBodyGap, result.document);
  result.words += tokens.size();
  result.words_too_long += tokens.words_too_long();

  add_filters(document, language, result.document);
  result.id_term = id_term(document.id);
  result.document.add_boolean_term(result.id_term);
  result.document.set_data(encode_fields({.id = document.id,
                                          .title = document.title,
                                          .body = document.body,
                                          .language = std::string(language.tag),
                                          .date = document.date,
                                          .source = document.source,
                                          .category = document.category,
                                          .url = document.url}));
  return result;
}

}  // namespace khabar
