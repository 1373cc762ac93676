// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_terms.h"

#include <algorithm>
#include <string>

#include "analyzers/analyzer.h"
#include "analyzers/utf8.h"
#include "indexer/content_fingerprint.h"
#include "indexer/schema.h"

namespace khabar {
namespace {

std::string prefixed(std::string_view prefix, std::string_view word) {
  std::string term(prefix);
  return term.append(word);
}

// One occurrence of a word or a stem; position 0 where none is kept.
struct Occurrence {
  std::string_view text;
  Xapian::termpos position = 0;
  Xapian::termcount weight = 1;
};

// The occurrences of one kind of term in a text. Xapian looks a term up for each call, so what is
// said of it is gathered first.
class Occurrences {
 public:
  void clear() { all_.clear(); }
  void add(const Occurrence& occurrence) { all_.push_back(occurrence); }

  // Adds them to the document as prefix + text, each counting `factor` times its weight.
  void write(std::string_view prefix, Xapian::termcount factor, Xapian::Document& document) {
    std::sort(all_.begin(), all_.end(), [](const Occurrence& a, const Occurrence& b) {
      const int order = a.text.compare(b.text);
      return order != 0 ? order < 0 : a.position < b.position;
    });
    for (std::size_t at = 0; at < all_.size();) at = write_term(prefix, factor, at, document);
  }

 private:
  // Returns where the next term begins.
  std::size_t write_term(std::string_view prefix, Xapian::termcount factor, std::size_t at,
                         Xapian::Document& document) {
    const std::string_view text = all_[at].text;
    term_.assign(prefix).append(text);
    Xapian::termcount weight = 0;
    std::size_t end = at;
    for (; end < all_.size() && all_[end].text == text; ++end) weight += factor * all_[end].weight;
    if (all_[at].position == 0) {
      document.add_term(term_, weight);
      return end;
    }
    document.add_posting(term_, all_[at].position, weight);
    for (++at; at < end; ++at) document.add_posting(term_, all_[at].position, 0);
    return end;
  }

  std::vector<Occurrence> all_;
  std::string term_;
};

struct TextTerms {
  Occurrences words;
  Occurrences stems;
};

TextTerms& working_space() {
  thread_local TextTerms terms;
  terms.words.clear();
  terms.stems.clear();
  return terms;
}

// Title words count as body words too, so that a query without a field finds them, and more.
void add_title(const TokenList& tokens, Xapian::Document& document) {
  TextTerms& terms = working_space();
  for (const Token& token : tokens) {
    terms.words.add({token.word, token.position, 1});
    terms.stems.add({token.stem, 0, 1});
  }
  terms.words.write(kTitlePrefix, 1, document);
  terms.words.write({}, kTitleWeight, document);
  terms.stems.write(kTitleStemPrefix, 1, document);
  terms.stems.write(kStemPrefix, kTitleWeight, document);
}

void add_body(const TokenList& tokens, Xapian::termpos offset, Xapian::Document& document) {
  TextTerms& terms = working_space();
  for (const Token& token : tokens) {
    const Xapian::termcount weight = body_weight(token.position);
    terms.words.add({token.word, token.position + offset, weight});
    terms.stems.add({token.stem, 0, weight});
  }
  terms.words.write({}, 1, document);
  terms.stems.write(kStemPrefix, 1, document);
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
  // An empty value is no value.
  target.add_value(kSourceSlot, std::string(safe_prefix(document.source, kMaxFacetBytes)));
  target.add_value(kCategorySlot, std::string(safe_prefix(document.category, kMaxFacetBytes)));
  target.add_value(kLanguageSlot, std::string(language.tag));
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
  SketchMaker shingles;
  shingles.add(tokens);
  result.sketch = shingles.sketch();
  if (result.sketch) add_sketch(*result.sketch, result.document);
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

IndexableDocument make_indexable(const Document& document, std::string_view override_tag,
                                 TokenList& tokens) {
  IndexableDocument result = make_indexable(document, language_of(document, override_tag), tokens);
  result.fingerprint = content_fingerprint(document, override_tag);
  result.document.add_value(kFingerprintSlot, pack_number(result.fingerprint));
  return result;
}

}  // namespace khabar
