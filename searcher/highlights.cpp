// SPDX-License-Identifier: GPL-2.0-or-later
// Highlighter: which words of a text the query looks for.
#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/utf8.h"
#include "searcher/function_words.h"
#include "searcher/snippet.h"

namespace khabar {
namespace {

// Another form of a word beside the one that was typed, and the least share of what only sounds or
// means like it.
constexpr double kOtherForm = 0.9;
constexpr double kLeastShare = 0.3;
// From this share on, a term is a form of the word itself, and tells how rare that is.
constexpr double kOwnForm = 0.5;
// A long text is looked at in parts; each has the last bytes of the one before it once more, for a
// passage that stands on the border.
constexpr std::size_t kPartBytes = 256 * 1024;
constexpr std::size_t kOverlapBytes = 1024;

// How much of its word a term tells, where the weightiest of that word's terms has `most`.
double share_of(const QueryTerm& term, double most) {
  if (term.origin == EvidenceOrigin::typed) return term.kind == EvidenceKind::stem ? kOtherForm : 1;
  return most > 0 ? std::clamp(term.weight / most, kLeastShare, kOtherForm) : kOtherForm;
}

// The part that begins at a byte, up to a blank where one is near.
std::string_view part_from(std::size_t begin, std::string_view text) {
  const std::string_view part = safe_prefix(text.substr(begin), kPartBytes);
  if (begin + part.size() == text.size()) return part;
  const std::size_t blank = part.find_last_of(" \n");
  return blank == std::string_view::npos || blank + kOverlapBytes < part.size()
             ? part
             : part.substr(0, blank);
}

// Where the text goes on behind a blank near `at`; else the code point there.
std::size_t word_near(std::size_t at, std::string_view text) {
  const std::size_t blank = text.substr(at, kOverlapBytes).find_first_of(" \n");
  return blank == std::string_view::npos ? safe_prefix(text, at).size() : at + blank + 1;
}

}  // namespace

Highlighter::Highlighter(const std::vector<QueryTerm>& terms, const std::vector<double>& rarity) {
  std::unordered_map<std::string_view, double> most;
  for (const QueryTerm& term : terms)
    most[term.written] = std::max(most[term.written], term.weight);
  std::vector<bool> known;  // by word: whether its rarity is that of a form of its own
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const QueryTerm& term = terms[i];
    const std::size_t word = words_.try_emplace(term.written, words_.size()).first->second;
    const Entry entry{word, share_of(term, most[term.written]), term.phrases, term.between,
                      term.only_in};
    if (word == rarities_.size()) {
      rarities_.push_back(rarity[i]);
      known.push_back(false);
    }
    const bool own = entry.share >= kOwnForm;
    if (own && !known[word]) rarities_[word] = rarity[i];
    if (own || !known[word]) rarities_[word] = std::min(rarities_[word], rarity[i]);
    known[word] = known[word] || own;
    if (term.kind == EvidenceKind::prefix) {
      (term.title ? title_prefixes_ : prefixes_).emplace_back(term.text(), entry);
    } else {
      const bool stem = term.kind == EvidenceKind::stem;
      Entries& entries =
          term.title ? (stem ? title_stems_ : title_surfaces_) : (stem ? stems_ : surfaces_);
      Entry& kept = entries.try_emplace(std::string(term.text()), entry).first->second;
      if (kept.share < entry.share) kept = entry;
    }
  }
  seen_.resize(rarities_.size());
}

std::string_view Highlighter::best_part(std::string_view body, const Language& language) {
  std::string_view best = part_from(0, body);
  text_before_ = text_behind_ = false;
  if (best.size() == body.size()) return best;
  double most = 0;
  std::string_view part = best;
  for (;;) {
    analyze(part, language, tokens_);
    const auto [worth, all] = covered(matches(false));
    if (worth > most) best = part;
    most = std::max(most, worth);
    const auto behind = static_cast<std::size_t>(part.end() - body.begin());
    if (all || behind == body.size()) break;
    part = part_from(word_near(behind - kOverlapBytes, body), body);
  }
  text_before_ = best.begin() != body.begin();
  text_behind_ = best.end() != body.end();
  return best;
}

std::pair<double, bool> Highlighter::covered(const std::vector<Match>& matches) const {
  std::vector<double> worths(rarities_.size(), 0.0);
  for (const Match& match : matches) worths[match.word] = std::max(worths[match.word], match.worth);
  return {std::accumulate(worths.begin(), worths.end(), 0.0),
          std::ranges::find(worths, 0.0) == worths.end()};
}

const Highlighter::Entry* Highlighter::find(std::size_t at, bool title) const {
  const Token& token = tokens_[at];
  const auto look = [&](const Entries& entries, std::string_view text) -> const Entry* {
    const auto found = entries.find(text);
    if (found == entries.end()) return nullptr;
    const Entry& entry = found->second;
    if (!entry.only_in.empty() && token.language->tag != entry.only_in) return nullptr;
    return entry.phrases.empty() || stands_in_phrase(entry, at) ? &entry : nullptr;
  };
  const auto among = [&](const Entries& surfaces, const Entries& stems,
                         const Prefixes& prefixes) -> const Entry* {
    const Entry* const surface = look(surfaces, token.word);
    const Entry* const stem = token.opaque ? nullptr : look(stems, token.stem);
    if (surface != nullptr && (stem == nullptr || stem->share <= surface->share)) return surface;
    if (stem != nullptr) return stem;
    for (const auto& [prefix, entry] : prefixes) {
      if (token.word.starts_with(prefix) || token.stem.starts_with(prefix)) return &entry;
    }
    return nullptr;
  };
  if (const Entry* entry = among(surfaces_, stems_, prefixes_)) return entry;
  return title ? among(title_surfaces_, title_stems_, title_prefixes_) : nullptr;
}

const Highlighter::Entry* Highlighter::all_pieces(std::size_t at, bool title) const {
  const Token& whole = tokens_[at];
  const Entry* entry = nullptr;
  if (!whole.compound) return entry;
  for (std::size_t i = at + 1; i < tokens_.size() && tokens_[i].end <= whole.end; ++i) {
    if (tokens_[i].compound) continue;
    entry = find(i, title);
    if (entry == nullptr) break;
  }
  return entry;
}

std::vector<ByteRange> Highlighter::places(std::string_view text, const Language& language,
                                           bool title) {
  analyze(text, language, tokens_);
  std::vector<ByteRange> places;
  const Match* last = nullptr;
  const std::vector<Match> found = matches(title);
  for (const Match& match : found) {
    const Token& token = tokens_[match.token];
    const auto goes_on = [&] {
      if (token.begin < places.back().end) return true;  // a piece of a compound
      if (token.position != tokens_[last->token].position + 1) return false;
      const Entry* const entry = find(match.token, title);
      if (entry != nullptr && !entry->phrases.empty() && entry->between == 0) return true;
      const std::size_t end = places.back().end;
      const bool beside = count_code_points(text.substr(end, token.begin - end)) <= 1;
      return beside && match.word != last->word;
    };
    if (last != nullptr && goes_on()) {
      places.back().end = std::max<std::size_t>(places.back().end, token.end);
    } else {
      places.push_back({token.begin, token.end});
    }
    last = &match;
  }
  return places;
}

bool Highlighter::has_seen(std::string_view word) const {
  const auto known = words_.find(word);
  return known != words_.end() && seen_[known->second];
}

std::vector<Highlighter::Match> Highlighter::matches(bool title) {
  std::vector<Match> found;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Entry* const entry = find(i, title);
    if (entry == nullptr) {
      if (const Entry* piece = all_pieces(i, title)) found.push_back({i, piece->word, 0});
      continue;
    }
    found.push_back({i, entry->word, entry->share * rarities_[entry->word]});
    seen_[entry->word] = true;
  }
  return without_lone_function_words(std::move(found));
}

// "of" and "in" are a part of what was meant beside its other words: vi pi an, fanavari o
// ertebatat. Alone they are where nothing else is.
std::vector<Highlighter::Match> Highlighter::without_lone_function_words(
    std::vector<Match> found) const {
  const auto are_beside = [&](const Match& one, const Match& next) {
    return tokens_[next.token].position <= tokens_[one.token].position + 1;
  };
  std::vector<Match> kept;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool beside = (i > 0 && are_beside(found[i - 1], found[i])) ||
                        (i + 1 < found.size() && are_beside(found[i], found[i + 1]));
    if (beside || !is_small_word(tokens_[found[i].token].word)) kept.push_back(found[i]);
  }
  return kept.empty() ? found : kept;
}

bool Highlighter::stands_in_phrase(const Entry& entry, std::size_t at) const {
  const auto stands = [&](const std::vector<std::string>& phrase) {
    // As many words on either side as may be with the one in the middle.
    const std::size_t window = phrase.size() + entry.between;
    std::vector<std::string_view> words;
    for (std::size_t i = at; i > 0 && words.size() + 1 < window; --i) {
      if (!tokens_[i - 1].compound) words.insert(words.begin(), tokens_[i - 1].word);
    }
    const std::size_t most = words.size() + window;
    for (std::size_t i = at; i < tokens_.size() && words.size() < most; ++i) {
      if (!tokens_[i].compound) words.push_back(tokens_[i].word);
    }
    if (entry.between == 0)
      return std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
    const auto has_all = [&](auto begin, auto end) {
      return std::ranges::all_of(phrase, [&](const std::string& word) {
        return std::count(begin, end, word) >= std::ranges::count(phrase, word);
      });
    };
    auto begin = words.begin();
    for (; static_cast<std::size_t>(words.end() - begin) > window; ++begin) {
      if (has_all(begin, begin + static_cast<std::ptrdiff_t>(window))) return true;
    }
    return has_all(begin, words.end());
  };
  return std::ranges::any_of(entry.phrases, stands);
}

}  // namespace khabar
