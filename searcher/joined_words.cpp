// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/joined_words.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analyzers/affixes.h"
#include "analyzers/name_keys.h"
#include "indexer/glass_reader.h"
#include "indexer/schema.h"
#include "indexer/word_order.h"
#include "searcher/phrase_scores.h"

namespace khabar {
namespace {

// So many times as many documents have the joined spelling, and more than these: one is a slip.
constexpr double kFarMore = 2;
constexpr double kBySlips = 1;
// Two letters, the least that is left of each word.
constexpr std::size_t kPartBytes = 4;
// Shorter ones are names by chance.
constexpr std::size_t kMinJoinedLetters = 6;
// Documents whose words are looked at.
constexpr std::size_t kLookedAt = 256;

// Leaves those that have the term, or that do not.
void keep_where(bool has, const GlassReader& reader, std::string_view term,
                std::vector<Xapian::docid>& documents) {
  std::vector<bool> having(documents.size());
  GlassReader::Cursor cursor(reader);
  for_each_held(cursor, list_of_term(term), documents,
                [&](std::size_t at, std::uint32_t) { having[at] = true; });
  std::size_t kept = 0;
  for (std::size_t at = 0; at < documents.size(); ++at) {
    if (having[at] == has) documents[kept++] = documents[at];
  }
  documents.resize(kept);
}

bool stand_side_by_side(const WordOrder& order, std::uint64_t first, std::uint64_t second) {
  const std::array<std::uint32_t, 2> pair{order.code_of(first), order.code_of(second)};
  return has_phrase(order.title(), pair, 2) || has_phrase(order.body(), pair, 2);
}

// Ham, khod, pish, la, which people write to the word or not: ham-kari, khod-dari, la-silki; and
// law "if", which is the French article of names: lo mond, lo driyan.
bool may_be_first_part(std::string_view function_word) {
  // HEH MEEM, KHEH WAW DAL, PEH YEH SHEEN, LAM ALEF, LAM WAW.
  constexpr std::array<std::string_view, 5> kFirstParts = {
      "\u0647\u0645", "\u062E\u0648\u062F", "\u067E\u06CC\u0634", "\u0644\u0627", "\u0644\u0648"};
  return std::ranges::find(kFirstParts, function_word) != kFirstParts.end();
}

bool may_be_parts(const WordPart& first, const WordPart& last) {
  const auto is_long_enough = [](const WordPart& part) {
    return part.kind == TokenKind::word && part.word.size() >= kPartBytes;
  };
  return is_long_enough(first) && is_long_enough(last) && !first.is_house &&
         !last.is_function_word && (!first.is_function_word || may_be_first_part(first.word));
}

// In about how many documents the folded words stand side by side, in this order, of those that do
// not have the term `without`, if any. Looks into a few hundred of the documents that have both,
// and never counts too few.
double documents_side_by_side(std::string_view first, std::string_view second,
                              const std::string& without, const Vocabulary& vocabulary) {
  std::string rarer = word_term({}, first), commoner = word_term({}, second);
  const std::uint64_t first_hash = stable_hash(rarer), second_hash = stable_hash(commoner);
  if (vocabulary.word_frequency(first) > vocabulary.word_frequency(second)) rarer.swap(commoner);
  const GlassReader& reader = vocabulary.reader();
  std::vector<Xapian::docid> documents = documents_of(reader, rarer);
  keep_where(true, reader, commoner, documents);
  if (!without.empty()) keep_where(false, reader, without, documents);
  const std::size_t looked_at = std::min(documents.size(), kLookedAt);
  ValueReader orders(reader, kWordOrderSlot);
  WordOrder order;
  std::size_t found = 0;
  for (std::size_t i = 0; i < looked_at; ++i) {
    if (!read_order(orders, documents[i * documents.size() / looked_at], order)) continue;
    if (stand_side_by_side(order, first_hash, second_hash)) ++found;
    orders.confirm();
  }
  if (looked_at == documents.size()) return static_cast<double>(found);
  return static_cast<double>(found + 1) * static_cast<double>(documents.size()) /
         static_cast<double>(looked_at);
}

}  // namespace

bool is_house(std::string_view text, const Token& token) {
  return written_in(text, token) == "\u0622\u0644";  // with LAM
}

bool are_written_as_one(const WordPart& first_part, const WordPart& last_part,
                        const Language& language, const Vocabulary& vocabulary) {
  // al thani "the house of Thani", in folded letters those of the article
  if (!may_be_parts(first_part, last_part) || first_part.word == language.article) return false;
  const std::string_view first = first_part.word, second = last_part.word;
  std::string joined(first);
  joined += second;
  if (joined.size() > kMaxWordBytes) return false;
  // nyu york: more have niyuyork than nyu, which is hardly a word.
  if (vocabulary.word_frequency(joined) >
      std::min(vocabulary.word_frequency(first), vocabulary.word_frequency(second)))
    return true;
  std::string scratch;
  const std::string_view stem = language.stem == nullptr ? joined : language.stem(joined, scratch);
  const std::size_t begin = joined.find(stem);
  std::string term = word_term({}, joined);
  Xapian::doccount together = vocabulary.word_frequency(joined);
  std::string_view bare = second;  // without its endings
  if (begin != std::string::npos) {
    // kam 'adad is no ka-mu'addad, ba'd kum no ba'd-kum: of one word hardly more is left than what
    // is written to the other.
    const std::size_t end = begin + stem.size();
    if (begin + kPartBytes > first.size() || end < first.size() + kPartBytes) return false;
    if (begin == 0 || (begin == language.article.size() && joined.starts_with(language.article))) {
      bare = stem.substr(first.size() - begin);
      term = word_term(kStemPrefix, stem);
      together = std::max(together, vocabulary.stem_frequency(stem));
    }
  }
  double apart = 0;
  const auto far_more = [&] { return together > kFarMore * (apart + kBySlips); };
  if (!far_more()) return false;
  apart = documents_side_by_side(first, second, term, vocabulary);
  if (far_more() && bare != second) apart += documents_side_by_side(first, bare, term, vocabulary);
  return far_more();
}

bool is_passive(const std::vector<std::string>& pieces) {
  return pieces.size() == 2 && pieces.back() == "\u0634\u062F\u0647";  // SHEEN DAL HEH
}

bool is_bin_of_name(std::string_view before, const Vocabulary& vocabulary) {
  return documents_side_by_side(before, kBin, {}, vocabulary) >
         documents_side_by_side(before, kIbn, {}, vocabulary);
}

std::string also_written_as_one(const WordPart& first, const WordPart& last,
                                const Vocabulary& vocabulary) {
  if (!may_be_parts(first, last)) return {};
  std::string joined(first.word);
  joined += last.word;
  const bool is_written = joined.size() <= kMaxWordBytes &&
                          letter_count(joined) >= kMinJoinedLetters &&
                          vocabulary.word_frequency(joined) > 0 && !is_common_word(joined);
  return is_written ? joined : std::string();
}

}  // namespace khabar
