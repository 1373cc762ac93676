// SPDX-License-Identifier: GPL-2.0-or-later
// What a language brings to the analyzer. Each file of analyzers/languages defines one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/token.h"

namespace khabar {

/// What lies between a segment and the one before it, from tight to loose.
enum class Joint : std::uint8_t {
  glued,           ///< Nothing: the script or the kind changes.
  non_joiner,      ///< U+200C ZERO WIDTH NON-JOINER, or what stands for it in converted texts.
  no_break_space,  ///< U+00A0, which stands for ZWNJ in many Persian texts and for a blank in
                   ///< Arabic ones.
  space,           ///< Blanks, one line end, or one '_': the blank of a hashtag.
  none             ///< The text begins, or punctuation or an empty line lies between.
};

/// What was typed in a word and tells what folding hides: an ALEF with HAMZA or MADDA; in a
/// language with half spaces the first one within a word, or the blank that stands for it.
struct TypedLetter {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t at = kNone;  ///< Bytes of the folded word before it.
  char32_t letter = 0;       ///< As typed; ZERO WIDTH NON-JOINER for any half space.
  bool ends_in_heh = false;  ///< In Arabic, typed: no TEH MARBUTA, which folds to HEH.
  bool is_known() const { return at != kNone; }
  bool tells() const { return is_known() || ends_in_heh; }
};

/// A folded segment, before the language joins pieces to words.
struct Piece {
  std::string_view word;   ///< Folded.
  TypedLetter typed = {};  ///< The first one of `word`.
  std::uint32_t base = 0;  ///< Bytes of `word` that its stem is of, as Language::join told; else 0.
  std::uint32_t begin = 0;  ///< Bytes in the original.
  std::uint32_t end = 0;
  Joint before = Joint::none;
  TokenKind kind = TokenKind::word;
};

/// A sign that is read as a word where it stands beside a number: "5%" is "5 percent".
struct Sign {
  char32_t sign = 0;         ///< Of CharacterClass::sign.
  std::u32string_view word;  ///< As people write it in place of the sign.
};

/// Some words that are one compound word, or one word that holds several. Memory is reused.
struct Compound {
  /// Letters of one piece: a part of, or a whole, word.
  struct Part {
    std::uint32_t word = 0;  ///< Index into the words that were read.
    std::uint32_t from = 0;  ///< Bytes of its folded spelling.
    std::uint32_t to = 0;
    bool opaque = false;  ///< See Token.
  };
  std::uint32_t words = 1;  ///< How many words it takes up.
  std::string word;  ///< Its joined spelling, folded, the same for every way to write the compound.
  std::string stem;  ///< The stem of that.
  std::vector<Part> parts;  ///< Two or more, in order; letters between them can be left out.
};

/// What a language writes as part of the word before or behind it; folded. A phrase is looked for
/// with and without them.
struct Clitics {
  /// Each, and what they make in a row. Of these any word of a phrase may have Language::article.
  std::span<const std::string_view> fronts;
  std::span<const std::string_view> ends;
  /// Those of `ends` that any word of a phrase may have: an ezafe, a plural.
  std::span<const std::string_view> inner = {};
};

/// A number that some words begin with.
struct NumberWords {
  std::uint32_t number = 0;
  std::uint32_t words = 0;  ///< How many of them say it; 0: they begin with none.
};

/// One step of a stemmer, for `khabar analyze --trace`.
struct StemStep {
  std::string output;  ///< What is left of the word.
  std::string reason;  ///< The rule, in plain words.
};

/// How many articles Language::count() is of, about.
inline constexpr std::uint32_t kNewsArticles = 90'000;

/// Rules of one language. Everything is const and safe to share between threads. A language is
/// defined `constinit`: what starts before main() finds it there.
struct Language {
  std::string_view tag;   ///< BCP-47: "ar", "fa", "und".
  std::string_view name;  ///< English name, for messages and --help.
  /// Raised with every change of any output, so that an index made before is refused.
  int version = 1;

  /// Folds one word: `letters` are code points as they are in the text, marks and joiners included;
  /// `folded` receives UTF-8. Where a language folds like the script does, this is
  /// fold_arabic_script.
  void (*fold)(std::u32string_view letters, std::string& folded) = nullptr;

  /// Whether `fold` does to common letters what fold_common_letters() does (analyzers/folding.h).
  bool folds_common_letters = true;

  /// How many of the pieces at the front of `pieces` are one word (can be nullptr: always one).
  /// `joined` receives their spelling as one word, where that is more than one piece; `base` the
  /// bytes that its stem is of, before endings (0: not known), of one piece, too.
  std::uint32_t (*join)(std::span<const Piece> pieces, std::string& joined,
                        std::uint32_t& base) = nullptr;

  /// Whether a compound begins at the front of `words`, which are joined already (can be nullptr:
  /// there is none).
  bool (*compound)(std::span<const Piece> words, Compound& compound) = nullptr;

  /// Whether a folded word is an opaque piece of some compound, see Token. For the searcher: no
  /// term depends on it (can be nullptr: none is).
  bool (*opaque_piece)(std::string_view word) = nullptr;

  /// The stem of a folded word: `word` itself, a view into `scratch`, or one that holds until the
  /// next call in this thread. nullptr: the word is its stem.
  std::string_view (*stem)(std::string_view word, std::string& scratch) = nullptr;

  /// The same of a word with such a letter: alam "pains" with MADDA is no al-um "the mother",
  /// mi|dani "thou knowest" no meydani "of the field" (can be nullptr: `stem`).
  std::string_view (*stem_as_typed)(std::string_view word, const TypedLetter& typed,
                                    std::string& scratch) = nullptr;

  /// The steps of `stem`, or of `stem_as_typed` where `typed` tells something, in order; the last
  /// one's output is the stem (can be nullptr: nobody tells).
  std::vector<StemStep> (*explain_stem)(std::string_view word, const TypedLetter& typed) = nullptr;

  /// Other stems of the same family, less evidence for a search than the word's own: naft "oil"
  /// and nafti "of oil", sadir "issued" and sadirat "exports", either for the other. Empty where
  /// there are none (can be nullptr: there never are).
  std::vector<std::string> (*related)(std::string_view stem) = nullptr;

  /// More stems of the family of a folded word, of this stem, which written lists alone vouch for,
  /// and hardly any evidence: what is found by nothing else. daqiq "exact", daqiqan "exactly";
  /// sadiq "friend", sadiqa; kutub "books", kataba "he wrote" (can be nullptr: there are none).
  std::vector<std::string> (*kin)(std::string_view word, std::string_view stem) = nullptr;

  /// The stems of the nouns of the event that a folded word, of this stem, tells of, or the words
  /// of such a noun: istaqala "he resigned" -> istiqala "resignation", waqa'a "happened, signed" ->
  /// wuqu', tawqi'; in Persian barkenar "dismissed" -> barkenari "dismissal". Less evidence than
  /// the word's own (can be nullptr: there are none).
  std::vector<std::string> (*events)(std::string_view word, std::string_view stem) = nullptr;

  /// How else two folded words side by side are written, with one of the events(), or in Arabic
  /// with the noun or adjective of relation that the second one is related() to: istaqala l-wazir
  /// -> istiqalat al-wazir, ra'is turkiya "the president of Turkey" -> ar-ra'is at-turki "the
  /// Turkish president"; ra'is barkenar (shod) -> barkenari-ye ra'is. They need not exist. In
  /// Persian pairs with a related() word gained nothing (bazar-e naft, bazar-e nafti). nullptr:
  /// seldom so.
  std::vector<std::pair<std::string, std::string>> (*rephrased)(std::string_view first,
                                                                std::string_view second) = nullptr;

  /// The verb that a folded word without proclitics is a form of, by its past or infinitive; empty
  /// for what is none, or better known as a noun (can be nullptr: nobody tells). For the searcher:
  /// no term depends on it.
  std::string_view (*verb)(std::string_view word) = nullptr;

  /// The written form of a folded word of the spoken language (analyzers/spoken_forms.h): gerune
  /// "is dear" -> geran. For the searcher: no term depends on it. nullptr: none is known.
  std::string (*written_form)(std::string_view word) = nullptr;

  /// What signs beside a number are read as (analyzers/segmenter.h); empty: nothing, they are
  /// borders.
  std::span<const Sign> signs = {};

  /// The number that folded words begin with: khamsata 'ashar, bist o panj. For the searcher
  /// (searcher/number_words.h): no term depends on it. nullptr: none is read.
  NumberWords (*read_number)(std::span<const std::string_view> words) = nullptr;

  /// The ways to write a number in words, each one word or several side by side, folded. Empty for
  /// most: nobody writes them out. Set where read_number is.
  std::vector<std::vector<std::string>> (*number_words)(std::uint32_t number) = nullptr;

  /// How newspapers write 20.8 besides. With a slash, 20/8; old ones the other way round, 8/20, in
  /// the order of the screen. Source: hamshahri2, fa-news-tagged.
  bool decimal_slash = false;
  /// In that order with this letter between, folded: 8 REH 20. Source: saudinewsnet. Empty: none.
  std::string_view decimal_letter = {};

  /// Whether its writing has ZWNJ, the half space. Arabic has it by mistake.
  bool half_space = false;

  /// The article that is written as part of a noun, folded; empty for a language without one.
  std::string_view article = {};

  /// nullptr: it writes none.
  const Clitics* clitics = nullptr;

  /// Endings that common nouns take and names do not, folded: a plural's. Empty for a language
  /// whose article tells.
  std::span<const std::string_view> plural_endings = {};

  /// The names of the Latin letters a to z, folded, by which initialisms are written; empty: none.
  std::span<const std::string_view> letter_names = {};

  /// In how many articles of a large news sample the folded word stands (can be nullptr: nobody
  /// counted).
  std::uint32_t (*count)(std::string_view word) = nullptr;

  /// Evidence in one original word that the text is in this language, any scale, 0 for none (can be
  /// nullptr). Source of the letters and words: the comment beside each language's table.
  double (*evidence)(std::u32string_view letters, std::string_view folded) = nullptr;

  /// Whether the words of a compound, in its joined spelling, are two that "and" joins: kharid o
  /// forush "buying and selling", which articles hardly ever write as one; not raft o amad
  /// "traffic". For the searcher: no term depends on it. nullptr: none are.
  bool (*joined_by_and)(std::string_view compound) = nullptr;
};

/// Every language of analyzers/languages, in the order of their tags; "und" is among them. As it
/// was registered, or with the stages left out that leave_out() was told.
std::span<const Language* const> all_languages();

/// Whether the news samples of some language have the folded word in so many articles. Thread
/// safety: thread-safe.
bool is_news_word(std::string_view folded, std::uint32_t least = 1);

/// What can be named as the language of a text: "auto", then their tags but for "und".
std::vector<std::string> language_choices();

/// Leaves one stage out of the analysis of every language, in this process, to measure what it is
/// worth (bench/ablation.py): "letters" (each letter and mark stays as it is written), "joining"
/// (of what a half space or a blank parts), "compounds" or "stems". The fingerprint tells, so that
/// an index is only read with the stages that made it. Throws std::invalid_argument for other
/// names. Thread safety: call it before anything else of this folder, while there is one thread.
void leave_out(const std::string& stage);

/// By tag, whatever its ASCII case, or nullptr. "ar-SA" and "AR_sa" find "ar".
const Language* find_language(std::string_view tag);

/// Segmentation and common folding, no stemming: for words of other scripts and unknown languages.
const Language& fallback_language();
/// By tag, as find_language(), or the fallback.
const Language& language_of_tag(std::string_view tag);

/// "khabar/1 ar/1 fa/1 und/1": changes when the output of any language does. Stored in every index.
/// Ends in "without stems" where that stage was left out.
std::string analyzer_fingerprint();

}  // namespace khabar
