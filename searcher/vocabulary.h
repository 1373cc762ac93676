// SPDX-License-Identifier: GPL-2.0-or-later
// What words an index holds, as far as a query needs to know.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// Thread safety: as the database's: thread-confined. Members throw Xapian::Error.
class Vocabulary {
 public:
  /// `database` must outlive it.
  explicit Vocabulary(const Xapian::Database& database) : database_(database) {}

  Xapian::doccount documents() const { return database_.get_doccount(); }
  /// Documents that hold the folded word itself.
  Xapian::doccount word_frequency(std::string_view word) const;
  /// Documents that hold a word with this stem.
  Xapian::doccount stem_frequency(std::string_view stem) const;
  /// Words and stems of the index filed under a key of name_keys(); some may have left the index.
  std::vector<std::string> words_of_key(std::string_view key) const;
  /// First letters of the listed words, and the list of one of them (see WordListReader).
  std::vector<std::string> listed_letters() const;
  std::string word_list(std::string_view first_letter) const;
  const Xapian::Database& database() const { return database_; }

 private:
  const Xapian::Database& database_;
};

}  // namespace khabar
