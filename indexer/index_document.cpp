// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_document.h"

#include <algorithm>

namespace khabar {

std::uint64_t head_of(std::string_view text) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i)
    head = head << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return head;
}

void IndexDocument::add_term(std::string_view term, Xapian::termcount count) {
  terms_.push_back({texts_.size(), term.size(), count});
  texts_ += term;
}

void IndexDocument::add_value(Xapian::valueno slot, std::string value) {
  const auto at =
      std::lower_bound(values_.begin(), values_.end(), slot,
                       [](const auto& entry, auto wanted) { return entry.first < wanted; });
  const bool there = at != values_.end() && at->first == slot;
  if (there) {
    if (value.empty())
      values_.erase(at);
    else
      at->second = std::move(value);
  } else if (!value.empty()) {
    values_.emplace(at, slot, std::move(value));
  }
}

void IndexDocument::list_terms(std::vector<CountedTerm>& terms) const {
  terms.clear();
  for (const Term& term : terms_) {
    const std::string_view text = std::string_view(texts_).substr(term.begin, term.size);
    terms.push_back({head_of(text), text, term.count});
  }
  std::sort(terms.begin(), terms.end(), [](const CountedTerm& a, const CountedTerm& b) {
    return a.head != b.head ? a.head < b.head : a.text < b.text;
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (kept > 0 && terms[kept - 1].text == terms[i].text) {
      terms[kept - 1].count += terms[i].count;
    } else {
      terms[kept++] = terms[i];
    }
  }
  terms.resize(kept);
}

std::string_view IndexDocument::value(Xapian::valueno slot) const {
  for (const auto& [number, value] : values_) {
    if (number == slot) return value;
  }
  return {};
}

Xapian::Document IndexDocument::to_xapian() const {
  Xapian::Document document;
  for (const Term& term : terms_)
    document.add_term(texts_.substr(term.begin, term.size), term.count);
  for (const auto& [slot, value] : values_) document.add_value(slot, value);
  document.set_data(data_);
  return document;
}

}  // namespace khabar
