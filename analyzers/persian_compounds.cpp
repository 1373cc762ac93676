// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/persian_compounds.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>

#include "analyzers/affixes.h"
#include "analyzers/combining_forms.h"
#include "analyzers/compound_lexicon.h"
#include "analyzers/folding.h"
#include "analyzers/persian_compound_endings.h"
#include "analyzers/persian_initialisms.h"
#include "analyzers/persian_numbers.h"
#include "analyzers/persian_stem.h"
#include "analyzers/persian_verbs.h"
#include "analyzers/utf8.h"
#include "analyzers/word_memo.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

// Words looked at from the first one on; three pieces, WAW between two of them.
constexpr std::size_t kMaxWords = 4;
// Shorter joined spellings (five letters) are words of their own.
constexpr std::size_t kMinJoinedBytes = 10;
constexpr std::string_view kWaw = "\u0648";

// Arabic names: the last TEH of their first part can be HEH in writing, a TEH MARBUTA without its
// dots: hojjat ol-eslam. Phones write one LAM for the two of God's name: hezb ollah.
constexpr std::string_view kTehAl = "\u062A+\u0627\u0644";         // TEH, ALEF LAM
constexpr std::string_view kHehAl = "\u0647+\u0627\u0644";         // HEH, ALEF LAM
constexpr std::string_view kGod = "\u0627\u0644\u0644\u0647";      // ALEF LAM LAM HEH
constexpr std::string_view kGodWithOneLam = "\u0627\u0644\u0647";  // ALEF LAM HEH

// The compounds of a list with TEH before the article, in their spelling with HEH.
std::string with_heh_before_article(std::string_view text) {
  std::string lines;
  for_each_line(text, [&](std::string_view line) {
    const std::size_t at = line.find(kTehAl);
    if (at == std::string_view::npos) return;
    lines += line;
    lines.replace(lines.size() - line.size() + at, kTehAl.size(), kHehAl);
    lines += '\n';
  });
  return lines;
}

// Whether a compound with this last part is a name, whose parts say nothing of what it names:
// places in -abad, family names (hasan-zade, ahmadi-nezhad), Arabic names of God (hezb-ollah) and
// of the faith (salah-oddin), days of the week (se-shanbe "Tuesday", beside shanbe "Saturday").
// Wrong for: rasul-ollah "God's messenger".
bool names_by_last_part(std::string_view folded) {
  constexpr std::string_view kLastParts[] = {
      "\u0627\u0628\u0627\u062F",        // ALEF BEH ALEF DAL
      "\u0632\u0627\u062F\u0647",        // ZAIN ALEF DAL HEH
      "\u0646\u0698\u0627\u062F",        // NOON JEH ALEF DAL
      "\u067E\u0648\u0631",              // PEH WAW REH
      "\u0641\u0631",                    // FEH REH
      "\u0646\u06CC\u0627",              // NOON YEH ALEF
      "\u06A9\u06CC\u0627",              // KEHEH YEH ALEF
      "\u0644\u0648",                    // LAM WAW
      "\u0627\u0644\u0644\u0647",        // ALEF LAM LAM HEH
      "\u0627\u0644\u062F\u06CC\u0646",  // ALEF LAM DAL YEH NOON
      "\u0634\u0646\u0628\u0647",        // SHEEN NOON BEH HEH
  };
  return std::find(std::begin(kLastParts), std::end(kLastParts), folded) != std::end(kLastParts);
}

// The compounds of a list that are opaque by their last part, as CompoundLexicon has them: both
// parts, or the last one; not behind "and", kharid o forush "buying and selling".
std::string opaque_by_kind(std::string_view text) {
  std::string lines;
  for_each_line(text, [&](std::string_view line) {
    line = line.substr(0, line.find('\t'));
    const std::size_t plus = line.rfind('+');
    if (plus == std::string_view::npos) return;
    const std::string folded = fold_arabic_script(line.substr(plus + 1));
    if (names_by_last_part(folded)) {
      lines.append(line) += '\n';
    } else if (is_combining_form(folded) && !line.substr(0, plus).ends_with(kWaw)) {
      lines.append(line).append("\t").append(folded) += '\n';
    }
  });
  return lines;
}

// The compounds of the counted list with "and" that so few of the articles write as one.
WordSet read_joined_by_and() {
  constexpr double kMostAsOne = 0.1;
  constexpr std::string_view kAnd = "+\u0648+";  // WAW
  std::string words;
  for_each_line(data::fa_compound_counts(), [&](std::string_view line) {
    if (line.find(kAnd) == std::string_view::npos) return;
    std::istringstream columns{std::string(line)};
    std::string compound;
    double with_half_space = 0, with_blank = 0, joined = 0;
    columns >> compound >> with_half_space >> with_blank >> joined;
    const double as_one = with_half_space + joined;
    if (as_one > kMostAsOne * (as_one + with_blank)) return;
    std::erase(compound, '+');
    words.append(compound) += '\n';
  });
  return WordSet(words);
}

const CompoundLexicon& lexicon() {
  static const CompoundLexicon compounds = [] {
    const std::string lists = std::string(data::fa_compounds()).append(data::fa_compound_counts());
    const std::string all = lists + with_heh_before_article(lists);
    return CompoundLexicon(all, opaque_by_kind(all).append(data::fa_opaque()));
  }();
  return compounds;
}

// Whether the rest of a word is a number behind "and": bist|va-panjom.
bool is_number_behind_and(std::string_view word, std::string_view rest) {
  constexpr std::string_view kTwenty = "\u0628\u06CC\u0633\u062A";  // BEH YEH SEEN TEH
  const std::array<std::string_view, 2> with_tens = {kTwenty, word};
  return read_persian_number(with_tens).words == 2 || read_persian_number({&rest, 1}).words == 1;
}

// Whether a word behind ZWNJ begins with "and": hal|va-fasl, bist|va-panjom. Its rest is a number,
// or a word far commoner than it, and than its stem. Wrong for: rare words of their own that look
// so, which are listed as whole (vares "heir", not "and inheritance").
bool hangs_on_and(std::string_view word) {
  constexpr std::size_t kMinLetters = 3;
  constexpr std::uint32_t kRatio = 2;
  if (!word.starts_with(kWaw)) return false;
  const std::string_view rest = word.substr(kWaw.size());
  if (is_number_behind_and(word, rest)) return true;
  const std::uint32_t count = persian_word_count(rest);
  if (letter_count(rest) < kMinLetters || count < kMinPersianArticles) return false;
  if (count < kRatio * persian_word_count(word) || persian_stays_whole(word)) return false;
  thread_local std::string stem;
  persian_noun_stem(word, stem);
  return count >= kRatio * persian_word_count(stem) || !stem.starts_with(kWaw);
}

bool is_word(const Piece& piece) { return piece.kind == TokenKind::word && !piece.word.empty(); }

// How many words hang on the first by ZWNJ, it included.
std::size_t tight_words(std::span<const Piece> words) {
  const std::size_t most = std::min(words.size(), kMaxWords);
  std::size_t count = 1;
  while (count < most && is_word(words[count]) && is_tight(words[count].before)) ++count;
  return count;
}

// An entry whose letters begin the words' letters, and the ending that was taken off to find it.
struct Found {
  const CompoundLexicon::Entry* entry = nullptr;
  std::size_t letters = 0;       // bytes of the words' letters that the entry covers
  std::string_view replacement;  // letters of the entry that stand for the ending's first ones
};

// The entry of the letters without their last ending.
Found without_ending(std::string_view letters, std::size_t last_word, bool inner) {
  thread_local std::string base;
  for (const CompoundEnding& ending : kCompoundEndings) {
    if (letters.back() != ending.letters.back() || !letters.ends_with(ending.letters) ||
        (inner && !ending.inner) || letters.size() - ending.letters.size() <= last_word) {
      continue;
    }
    base.assign(letters, 0, letters.size() - ending.letters.size());
    const std::size_t rest = base.size();
    base += ending.instead;
    if (const auto* entry = lexicon().find(base)) return {entry, rest, ending.instead};
  }
  return {};
}

Found look_up(std::string_view letters, std::size_t last_word) {
  if (const auto* entry = lexicon().find(letters)) return {entry, letters.size(), {}};
  if (letters.ends_with(kGodWithOneLam)) {
    thread_local std::string base;
    base.assign(letters, 0, letters.size() - kGodWithOneLam.size());
    const std::size_t rest = base.size();
    base += kGod;
    if (const auto* entry = lexicon().find(base)) return {entry, rest, kGod};
  }
  if (!may_have_compound_ending(letters)) return {};
  if (const Found found = without_ending(letters, last_word, false); found.entry != nullptr)
    return found;
  for (const CompoundEnding& outer : kCompoundEndings) {
    if (letters.back() != outer.letters.back() || !outer.instead.empty() || outer.makes_words ||
        !letters.ends_with(outer.letters)) {
      continue;
    }
    const std::string_view rest = letters.substr(0, letters.size() - outer.letters.size());
    if (rest.size() <= last_word) continue;
    if (const Found found = without_ending(rest, last_word, true); found.entry != nullptr)
      return found;
  }
  return {};
}

class Reader {
 public:
  Reader(std::span<const Piece> words, Compound& compound) : words_(words), compound_(compound) {}

  bool read() {
    if (!is_word(words_[0])) return false;
    const Kind kind = kind_of_first();
    if (const std::size_t count = kind.letter ? persian_initialism(words_) : 0; count > 0)
      return read_words(count);
    const std::size_t tight = tight_words(words_);
    if (tight == 1 && !kind.listed && !may_part_behind_first(kind)) return false;
    for (std::size_t count = collect_parted(kind.behind == 0 ? tight : kMaxWords); count >= tight;
         --count) {
      if (cuts_tight_words(count) || (count == 1 && !kind.listed)) continue;
      if (read_listed(count)) return true;
    }
    return tight > 1 && read_tight(tight);
  }

 private:
  // What the lists say of a word by itself.
  struct Kind {
    std::uint64_t behind = 0;  // letters, as CompoundLexicon has them
    bool listed = false;       // a compound in joined spelling
    bool letter = false;       // the name of a Latin letter
  };

  // Whether the second word may be of a compound that the first one begins; no for most.
  bool may_part_behind_first(const Kind& kind) const {
    return kind.behind != 0 && words_.size() > 1 && may_be_behind(words_[1]) &&
           (kind.behind & CompoundLexicon::bit_of(words_[1].word)) != 0;
  }

  static bool may_be_behind(const Piece& next) {
    return is_word(next) && (is_tight(next.before) || next.before == Joint::space);
  }

  // Collects as many of the first words as a compound can have that parts between them.
  std::size_t collect_parted(std::size_t most) {
    collect(1);
    std::size_t words = 1;
    most = std::min(most, words_.size());
    while (words < most && may_be_behind(words_[words])) {
      letters_ += words_[words].word;
      const std::size_t end = starts_[words] + CompoundLexicon::kLetterBytes;
      if (!lexicon().parts_before_last(std::string_view(letters_).substr(0, end))) break;
      starts_[++words] = letters_.size();
    }
    return words;
  }

  Kind kind_of_first() {
    constexpr std::size_t kSets = 32768;
    thread_local WordMemo<Kind> memo(kSets);
    const std::string_view word = words_[0].word;
    if (const Kind* const known = memo.find(word)) return *known;
    collect(1);
    const Kind kind{lexicon().letters_behind(word), read_listed(1), is_persian_letter_name(word)};
    memo.keep(word, kind);
    return kind;
  }

  // The word behind hangs on the last one by ZWNJ: pish "bini|pazir".
  bool cuts_tight_words(std::size_t count) const {
    return count < words_.size() && is_word(words_[count]) && is_tight(words_[count].before);
  }

  void collect(std::size_t count) {
    letters_.clear();
    for (std::size_t i = 0; i < count; ++i) {
      starts_[i] = letters_.size();
      letters_ += words_[i].word;
    }
    starts_[count] = letters_.size();
  }

  // Of the first of the words collected, from many to few.
  bool read_listed(std::size_t count) {
    letters_.resize(starts_[count]);
    if (letters_.size() < kMinJoinedBytes || letters_.size() > kMaxWordBytes) return false;
    const Found found = look_up(letters_, starts_[count - 1]);
    if (found.entry == nullptr) return false;
    // biyaban "desert" is no plural of bi-ab "without water".
    const bool with_ending = found.letters < letters_.size();
    if (count == 1 &&
        (!persian_verb_stem(letters_).empty() || (with_ending && persian_stays_whole(letters_)))) {
      return false;
    }
    for (std::size_t i = 1; i < count; ++i) {
      if (!found.entry->parts_at(starts_[i])) return false;
    }
    if (!place_parts(*found.entry, count)) return false;
    spell(*found.entry, found);
    compound_.words = static_cast<std::uint32_t>(count);
    return true;
  }

  bool place_parts(const CompoundLexicon::Entry& entry, std::size_t count) {
    compound_.parts.clear();
    for (const auto& range : entry.all()) {
      const bool last = &range == &entry.all().back();
      const std::size_t to = last ? letters_.size() : range.to;
      std::size_t word = 0;
      while (word + 1 < count && starts_[word + 1] <= range.from) ++word;
      if (to > starts_[word + 1] || to <= range.from) return false;
      compound_.parts.push_back({static_cast<std::uint32_t>(word),
                                 static_cast<std::uint32_t>(range.from - starts_[word]),
                                 static_cast<std::uint32_t>(to - starts_[word]),
                                 entry.is_opaque(compound_.parts.size())});
    }
    return true;
  }

  // The joined spelling, with its ending; the stem is the listed form without its own.
  void spell(const CompoundLexicon::Entry& entry, const Found& found) {
    compound_.word.clear();
    if (entry.letters_between) {
      compound_.word.assign(letters_, 0, found.letters);
    } else {
      for (const auto& range : entry.all()) {
        const std::size_t to = std::min<std::size_t>(range.to, found.letters);
        compound_.word.append(letters_, range.from, to - range.from);
      }
    }
    compound_.stem = compound_.word;
    compound_.stem += found.replacement;
    const CompoundLexicon::Entry::Range last = entry.all().back();
    const std::size_t last_part = compound_.stem.size() - (last.to - last.from);
    while (take_ending_off(last_part)) {
    }
    take_plural_off(last_part);
    if (const std::string_view usual = persian_usual_spelling(compound_.stem); !usual.empty())
      compound_.stem = usual;
    settle_arabic_name(entry.all().front().to, last_part);
    compound_.word.append(letters_, found.letters);
  }

  // Off a listed form where what remains is listed, too: danesh-amuzan -> danesh-amuz; false where
  // nothing comes off. Wrong for: surnames, rajab-zadegan.
  bool take_ending_off(std::size_t last_part) {
    std::string& stem = compound_.stem;
    if (!may_have_compound_ending(stem)) return false;
    for (const CompoundEnding& ending : kCompoundEndings) {
      if (ending.makes_words || stem.back() != ending.letters.back() ||
          !stem.ends_with(ending.letters) || stem.size() - ending.letters.size() <= last_part) {
        continue;
      }
      scratch_.assign(stem, 0, stem.size() - ending.letters.size());
      scratch_ += ending.instead;
      const auto* const entry = lexicon().find(scratch_);
      if (entry == nullptr || !entry->parts_at(last_part)) continue;
      stem = scratch_;
      return true;
    }
    return false;
  }

  // hojjat ol-eslam with TEH, hezb ollah with two LAMs; `first_end`, `last_part`: where the first
  // part ends and the last one begins. Wrong for: no listed compound.
  void settle_arabic_name(std::size_t first_end, std::size_t last_part) {
    constexpr std::string_view kHeh = kHehAl.substr(0, 2);
    constexpr std::string_view kAl = kHehAl.substr(3);
    std::string& stem = compound_.stem;
    if (stem.substr(std::min(last_part, stem.size())) == kGodWithOneLam)
      stem.replace(last_part, kGodWithOneLam.size(), kGod);
    const std::size_t heh = first_end - kHeh.size();
    if (stem.compare(heh, kHeh.size(), kHeh) != 0 ||
        stem.compare(first_end, kAl.size(), kAl) != 0) {
      return;
    }
    scratch_ = stem;
    scratch_.replace(heh, kHeh.size(), kTehAl.substr(0, kHeh.size()));
    if (lexicon().find(scratch_) != nullptr) stem = scratch_;
  }

  // The plural in ALEF NOON off the last piece, where the whole tells nothing: hazf-shodegan ->
  // hazf-shode. Geran "expensive" is the plural of the agent's -gar there: mo'amele-geran. Wrong
  // for: mafatih-oljenan, a title in Arabic.
  void take_plural_off(std::size_t last_part) {
    constexpr std::string_view kPlural = "\u0627\u0646";              // ALEF NOON
    constexpr std::string_view kAgents = "\u06AF\u0631\u0627\u0646";  // GAF REH ALEF NOON
    if (!compound_.stem.ends_with(kPlural)) return;
    const std::string last = compound_.stem.substr(last_part);
    compound_.stem.resize(last_part);
    compound_.stem += last == kAgents ? kAgents.substr(0, kAgents.size() - kPlural.size())
                                      : persian_noun_stem(last, scratch_);
  }

  // The words as they are, joined.
  bool read_words(std::size_t count) {
    letters_.clear();
    compound_.parts.clear();
    for (std::uint32_t i = 0; i < count; ++i) {
      letters_ += words_[i].word;
      compound_.parts.push_back({i, 0, static_cast<std::uint32_t>(words_[i].word.size()), false});
    }
    compound_.words = static_cast<std::uint32_t>(count);
    compound_.word = compound_.stem = letters_;
    return true;
  }

  // Any words with ZWNJ between them, and an "and" off the words that it hangs on. Affixes come off
  // the last piece where the joined spelling is unknown.
  bool read_tight(std::size_t count) {
    collect(count);
    if (letters_.size() > kMaxWordBytes) return false;
    compound_.words = static_cast<std::uint32_t>(count);
    compound_.word = letters_;
    compound_.parts.clear();
    std::string_view last = words_[count - 1].word;
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto size = static_cast<std::uint32_t>(words_[i].word.size());
      const bool with_and = i > 0 && hangs_on_and(words_[i].word);
      constexpr auto kAndSize = static_cast<std::uint32_t>(kWaw.size());
      if (with_and) compound_.parts.push_back({i, 0, kAndSize, false});
      compound_.parts.push_back({i, with_and ? kAndSize : 0, size, false});
      if (i + 1 == count && with_and) last.remove_prefix(kWaw.size());
    }
    // beh-tanha'i: an unknown joined spelling could be cut anywhere.
    if (persian_word_count(letters_) > 0 || !persian_verb_stem(letters_).empty()) {
      compound_.stem = persian_stem(letters_, scratch_);
      if (compound_.stem == letters_) take_plural_off(starts_[count - 1]);
    } else {
      compound_.stem.assign(letters_, 0, letters_.size() - last.size());
      compound_.stem += persian_noun_stem(last, scratch_);
    }
    return true;
  }

  std::span<const Piece> words_;
  Compound& compound_;
  std::array<std::size_t, kMaxWords + 1> starts_{};
  static inline thread_local std::string letters_, scratch_;
};

}  // namespace

bool is_joined_by_and(std::string_view compound) {
  static const WordSet joined = read_joined_by_and();
  return joined.contains(compound);
}

bool is_opaque_persian_piece(std::string_view word) { return lexicon().is_opaque_part(word); }

bool find_persian_compound(std::span<const Piece> words, Compound& compound) {
  return Reader(words, compound).read();
}

}  // namespace khabar
