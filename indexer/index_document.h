// SPDX-License-Identifier: GPL-2.0-or-later
// A document as an index takes it: terms, values and data, without the tree of terms that a
// Xapian::Document keeps.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar {

/// The first eight bytes of a text as a number, to compare them at once: where the heads of two
/// texts differ, the lesser one is of the lesser text.
std::uint64_t head_of(std::string_view text);

/// One term of a document.
struct CountedTerm {
  std::uint64_t head = 0;  ///< head_of() the text.
  std::string_view text;
  Xapian::termcount count = 0;  ///< How often the document has it.
};

/// Takes its parts in any order. Thread safety: thread-confined.
class IndexDocument {
 public:
  /// A term that comes again counts the sum.
  void add_term(std::string_view term, Xapian::termcount count = 1);
  void add_boolean_term(std::string_view term) { add_term(term, 0); }
  /// Takes the place of a value that is there. An empty one is no value.
  void add_value(Xapian::valueno slot, std::string value);
  void set_data(std::string data) { data_ = std::move(data); }

  /// Lists the terms in ascending order, each once. The texts live as long as the document is not
  /// changed.
  void list_terms(std::vector<CountedTerm>& terms) const;
  /// Slots and values in ascending order.
  using Values = std::vector<std::pair<Xapian::valueno, std::string>>;
  const Values& values() const { return values_; }
  /// The value of a slot; empty where there is none.
  std::string_view value(Xapian::valueno slot) const;
  const std::string& data() const { return data_; }

  /// The same for Xapian's writer.
  Xapian::Document to_xapian() const;

 private:
  struct Term {
    std::size_t begin = 0;  // in texts_
    std::size_t size = 0;
    Xapian::termcount count = 0;
  };

  std::string texts_;
  std::vector<Term> terms_;
  Values values_;
  std::string data_;
};

}  // namespace khabar
