// SPDX-License-Identifier: GPL-2.0-or-later
// What an index looks like inside: prefixes, value slots, metadata, stored fields, limits.
// The only header of this folder that the searcher may include.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/file_stamp.h"

namespace khabar {

/// An index cannot be opened, read or written; the message says which, why, and what to do.
struct IndexError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// An index has no document of the id that is asked for.
struct NoSuchDocument : IndexError {
  using IndexError::IndexError;
};

/// Raised when anything in this file changes its meaning.
inline constexpr int kSchemaVersion = 10;

// Term prefixes, after Xapian's own standard (xapian-omega, termprefixes).
inline constexpr std::string_view kStemPrefix = "Z";  ///< Stem, no positions: "Z" + stem.
inline constexpr std::string_view kTitlePrefix =
    "S";  ///< Folded word of the title, with positions.
inline constexpr std::string_view kTitleStemPrefix = "ZS";  ///< Stem of a title word.
inline constexpr std::string_view kIdPrefix = "Q";          ///< Unique id.
inline constexpr std::string_view kLanguagePrefix =
    "L";  ///< "Lfa"; documents of unknown language have "Lund".
inline constexpr std::string_view kSourcePrefix = "H";     ///< filter_key() of each source.
inline constexpr std::string_view kCategoryPrefix = "XC";  ///< filter_key() of each category.
inline constexpr std::string_view kBandPrefix = "XW";      ///< Bands of a sketch (wire_copies.h).
inline constexpr std::string_view kPairPrefix = "XP";      ///< Pairs of words (word_pairs.h).
// All terms but ids are written in packed letters: make them by word_term().
// The surface form of body and title words is unprefixed, as Xapian has it: words are folded to
// lower case and prefixes are upper case, so no word can look like a prefixed term.

// Value slots.
inline constexpr Xapian::valueno kDateSlot =
    0;  ///< "20251116"; documents without a date have no value.
/// Eight bytes that a document has in common with its wire copies: the fingerprint that the
/// earliest of them had when it was indexed. Documents too short to have copies have no value.
inline constexpr Xapian::valueno kClusterSlot = 1;
/// Eight bytes: content_fingerprint() of what the document was made from.
inline constexpr Xapian::valueno kFingerprintSlot = 2;
// What the counts of a search's results are made of; none where the document says nothing.
inline constexpr Xapian::valueno kSourceSlot =
    3;  ///< As written, one a line; kMaxFacetBytes at most.
inline constexpr Xapian::valueno kCategorySlot = 4;  ///< The same.
inline constexpr Xapian::valueno kLanguageSlot = 5;  ///< "fa", "und".
/// The words in their order (word_order.h).
inline constexpr Xapian::valueno kWordOrderSlot = 6;
/// Its sketch without the bands (wire_copies.h).
inline constexpr Xapian::valueno kSketchSlot = 7;
inline constexpr std::size_t kMaxFacetBytes = 200;

// Metadata keys.
inline constexpr std::string_view kSchemaKey = "khabar.schema";
inline constexpr std::string_view kAnalyzersKey = "khabar.analyzers";

/// The term of a folded word, a stem or a filter's key: `prefix` and `word`, its Arabic letters
/// packed into one byte each (packed_text.h). A prefix of a word becomes a prefix of its term; what
/// is packed already stays so.
std::string word_term(std::string_view prefix, std::string_view word);
/// A term of the index, or any text with terms in it, to be read: its letters in UTF-8.
std::string readable_term(std::string_view term);

/// Words of the index by their sound: kNameKeyPrefix + name_key(word) -> words, a blank between
/// (see name_index.h).
inline constexpr std::string_view kNameKeyPrefix = "khabar.name.";

/// The articles of a cluster of two or more: kCopiesKeyPrefix + cluster in hexadecimal digits ->
/// encode_ids() of their ids, in the order they were indexed.
inline constexpr std::string_view kCopiesKeyPrefix = "khabar.copies.";
/// The key of the cluster that a document has in kClusterSlot.
std::string copies_key(std::string_view cluster);
std::string encode_ids(const std::vector<std::string>& ids);
/// Throws IndexError where `data` was not made by encode_ids().
std::vector<std::string> decode_ids(std::string_view data);

/// Calls `take` with each word of such a list.
template <typename Take>
void for_each_word(std::string_view list, Take take) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (end > 0) take(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

/// The common words of the index by their first letter, for suggestions and completions:
/// kWordListPrefix + the letter -> a list that WordListReader reads. Words without digits in at
/// least kListedFrequency documents, or known to the news; others are no better than what they
/// would correct.
inline constexpr std::string_view kWordListPrefix = "khabar.words.";
inline constexpr Xapian::doccount kListedFrequency = 2;

/// The first letter of a term that such a list can hold; empty for a prefixed term, a number, or a
/// word longer than 60 bytes.
std::string_view listed_letter(std::string_view term);

/// A frequency as a list keeps it, eight steps a doubling, and back.
std::uint8_t word_weight(Xapian::doccount documents);
double documents_of_weight(std::uint8_t weight);

/// Makes a list of words in ascending order. An entry: the bytes shared with the word before, the
/// bytes that follow, how many these are in between, and the weight.
class WordListWriter {
 public:
  void add(std::string_view word, std::uint8_t weight);
  const std::string& list() const { return list_; }

 private:
  std::string list_;
  std::string last_;
};

/// Walks a list, which must outlive it; ends early where the list is damaged.
class WordListReader {
 public:
  explicit WordListReader(std::string_view list) : rest_(list) {}
  bool next();
  std::string_view word() const { return word_; }
  std::uint8_t weight() const { return weight_; }
  /// Bytes that this word shares with the one before.
  std::size_t shared() const { return shared_; }

 private:
  std::string_view rest_;
  std::string word_;
  std::size_t shared_ = 0;
  std::uint8_t weight_ = 0;
};

/// Longest term glass takes safely, in bytes. Source: glass allows keys of 255 bytes, and its
/// coding of a posting list's key takes some of them; a longer one makes add_document throw and
/// discard the whole batch.
inline constexpr std::size_t kMaxTermBytes = 245;

/// A number in as few bytes as it needs, seven bits a byte, the low ones first.
void append_number(std::size_t number, std::string& data);
/// Reads a number and drops it from `data`. Throws std::out_of_range where there is none.
std::size_t take_number(std::string_view& data);

/// 64 bits that are the same on every machine and in every version, which std::hash is not.
std::uint64_t stable_hash(std::string_view text);

/// What of a document is kept to be shown again: all of it. UTF-8; `date` is ISO 8601 or empty.
struct StoredFields {
  std::string id, title, body, language, date, source, category, url;
  bool operator==(const StoredFields&) const = default;
};
/// Compressed.
std::string encode_fields(const StoredFields& fields);
/// Throws IndexError where `data` was not made by encode_fields().
StoredFields decode_fields(std::string_view data);
/// The id alone, without the work that the other fields are. Errors as those of decode_fields().
std::string decode_id(std::string_view data);

/// Calls `take` with each outlet or section of a document's: one a line, none of them blank.
template <typename Take>
void for_each_value(std::string_view values, Take take) {
  while (!values.empty()) {
    const std::size_t end = std::min(values.find('\n'), values.size());
    const std::string_view value = values.substr(0, end);
    if (value.find_first_not_of(" \t\r") != std::string_view::npos) take(value);
    values.remove_prefix(std::min(end + 1, values.size()));
  }
}
/// The same to be shown: "politics, economy".
std::string joined_values(std::string_view values);
/// The one of `values` whose filter_key() is `key`, or all where none has it.
std::string value_of_key(std::string_view values, std::string_view key);

/// A value of kDateSlot as ISO 8601: "20251116" -> "2025-11-16"; empty for what is none.
std::string iso_date(const std::string& value);

/// The unique term of an id of any length: ids over the limit end in a hash.
std::string id_term(std::string_view id);

/// One spelling for the ways to write an outlet or section: folded, blanks and punctuation dropped,
/// cut to the limit. "Al-Riyadh" and "al riyadh" are one; so are the two yehs. Empty for an empty
/// text.
std::string filter_key(std::string_view text);

/// What the names of folders of databases begin with; a number follows.
inline constexpr std::string_view kFolderPrefix = "data-";

/// The folder of the published database inside the index folder. The index folder holds a Xapian
/// stub file, XAPIANDB, that names it ("auto data-3"), so that Xapian's own tools open the index
/// folder as it is, and a new state is published by replacing one small file. Throws IndexError
/// where there is no index.
std::string published_folder(const std::string& index_path);
/// Throws IndexError where there is no stub file though a folder has documents, so that nobody
/// makes a new index in their place.
void require_no_lost_index(const std::string& index_path);

/// The stamp of what is published now. Commits to the published database do not change it, but that
/// of its version file (version_stamp()).
FileStamp publication_stamp(const std::string& index_path);

/// Makes `folder_name` (inside the index folder) the published database and notes its size, in one
/// atomic step. What is published is on the disk when this returns, and after a power cut either
/// the old or the new state is there. Throws IndexError.
void publish_folder(const std::string& index_path, const std::string& folder_name);

/// The bytes on disk that the published database had when it was published, from a comment of the
/// stub file; 0 where that is not noted.
std::uint64_t bytes_when_published(const std::string& index_path);

/// Opens the published state of the index at `path` and checks that this program can read it.
/// Throws IndexError: no index there, no permission, damaged, or made by another schema or analyzer
/// ("re-index").
Xapian::Database open_index(const std::string& path);

/// The same check on a database at hand. Throws IndexError.
void check_compatible(const Xapian::Database& database, const std::string& path);

/// A Xapian error in the words of khabar, with what to do about it.
IndexError index_error(const std::string& path, const Xapian::Error& error);

}  // namespace khabar
