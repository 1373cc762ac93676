// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for every text and every language. A failure prints the seed and the text.
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/folding.h"
#include "analyzers/segmenter.h"
#include "analyzers/utf8.h"
#include "indexer/document_terms.h"
#include "indexer/schema.h"
#include "searcher/function_words.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "tests/property/random_text.h"

namespace khabar {
namespace {

constexpr int kTexts = 800;

// A token without its addresses, to be compared.
struct PlainToken {
  std::string word, stem;
  std::uint32_t begin, end, position;
  bool operator==(const PlainToken&) const = default;
};

std::vector<PlainToken> tokens_of(std::string_view text, const Language& language) {
  TokenList tokens;
  analyze(text, language, tokens);
  std::vector<PlainToken> plain;
  for (const Token& token : tokens) {
    plain.push_back(
        {std::string(token.word), std::string(token.stem), token.begin, token.end, token.position});
  }
  return plain;
}

std::vector<std::string> words_of(std::string_view text, const Language& language) {
  std::vector<std::string> words;
  for (const PlainToken& token : tokens_of(text, language)) words.push_back(token.word);
  return words;
}

std::string fold(std::u32string_view letters, TokenKind kind, const Language& language) {
  std::string folded;
  if (kind == TokenKind::word) {
    language.fold(letters, folded);
  } else {
    fold_foreign_script(letters, folded);
  }
  return folded;
}

std::string normalized(const std::string& text, bool composed) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = composed ? icu::Normalizer2::getNFCInstance(status)
                                          : icu::Normalizer2::getNFDInstance(status);
  std::string result;
  form->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(result);
  EXPECT_TRUE(U_SUCCESS(status));
  return result;
}

// The bytes between which code points lie, ill-formed ones counted as next_code_point() does.
std::set<std::size_t> code_point_edges(std::string_view text) {
  std::set<std::size_t> edges{0};
  for (std::size_t at = 0; at < text.size();) {
    next_code_point(text, at);
    edges.insert(at);
  }
  return edges;
}

class AnalyzerProperties : public testing::Test {
 protected:
  // Calls `check` with texts of all sorts, each read by every language.
  template <typename Check>
  void for_texts(Check check) {
    for (int i = 0; i < kTexts && !HasFailure(); ++i) {
      const std::string text = i % 3 == 0   ? random_.text()
                               : i % 3 == 1 ? random_.damaged_text()
                                            : random_.bytes();
      for (const Language* language : all_languages()) {
        SCOPED_TRACE(std::string(language->tag) + ": " + test::escaped(text));
        check(text, *language);
      }
    }
  }

  // The same with well-formed texts only.
  template <typename Check>
  void for_well_formed_texts(Check check) {
    for (int i = 0; i < kTexts && !HasFailure(); ++i) {
      const std::string text = random_.text();
      for (const Language* language : all_languages()) {
        SCOPED_TRACE(std::string(language->tag) + ": " + test::escaped(text));
        check(text, *language);
      }
    }
  }

  test::RandomText random_;
};

TEST_F(AnalyzerProperties, OffsetsStandOnEdgesOfCodePointsAndNeverDecrease) {
  for_texts([](const std::string& text, const Language& language) {
    const std::set<std::size_t> edges = code_point_edges(text);
    std::uint32_t begin = 0;
    std::uint32_t position = 1;
    for (const PlainToken& token : tokens_of(text, language)) {
      EXPECT_LT(token.begin, token.end);
      EXPECT_LE(token.end, text.size());
      EXPECT_TRUE(edges.contains(token.begin)) << token.begin;
      EXPECT_TRUE(edges.contains(token.end)) << token.end;
      EXPECT_GE(token.begin, begin);
      EXPECT_GE(token.position, position);
      begin = token.begin;
      position = token.position;
    }
  });
}

TEST_F(AnalyzerProperties, WordsAndStemsAreWellFormedAndWithinTheLimit) {
  for_texts([](const std::string& text, const Language& language) {
    for (const PlainToken& token : tokens_of(text, language)) {
      EXPECT_FALSE(token.word.empty());
      EXPECT_FALSE(token.stem.empty());
      EXPECT_LE(token.word.size(), kMaxWordBytes);
      EXPECT_LE(token.stem.size(), kMaxWordBytes);
      for (const char32_t c : to_code_points(token.word)) EXPECT_NE(c, kReplacementCharacter);
      for (const char32_t c : to_code_points(token.stem)) EXPECT_NE(c, kReplacementCharacter);
    }
  });
}

TEST_F(AnalyzerProperties, DetectionIsTotalAndItsConfidenceAShare) {
  for_texts([](const std::string& text, const Language&) {
    const Detection found = detect_language(text);
    ASSERT_NE(found.language, nullptr);
    EXPECT_GE(found.confidence, 0);
    EXPECT_LE(found.confidence, 1);
  });
}

TEST_F(AnalyzerProperties, FoldingIsIdempotent) {
  for_texts([](const std::string& text, const Language& language) {
    Segmenter segmenter(text);
    for (Segment segment; segmenter.next(segment);) {
      const std::string once = fold(segment.letters(), segment.kind, language);
      const std::string twice = fold(to_code_points(once), segment.kind, language);
      EXPECT_EQ(twice, once);
    }
  });
}

TEST_F(AnalyzerProperties, ComposedAndDecomposedTextsGiveTheSameWords) {
  for_well_formed_texts([](const std::string& text, const Language& language) {
    EXPECT_EQ(words_of(normalized(text, true), language),
              words_of(normalized(text, false), language));
  });
}

TEST_F(AnalyzerProperties, TheSameTextGivesTheSameTokens) {
  for_texts([](const std::string& text, const Language& language) {
    EXPECT_EQ(tokens_of(text, language), tokens_of(text, language));
  });
}

TEST_F(AnalyzerProperties, FourThreadsGiveTheSameTokens) {
  std::vector<std::string> texts;
  texts.reserve(300);
  for (int i = 0; i < 300; ++i) texts.push_back(random_.text());
  for (const Language* language : all_languages()) {
    const auto analyze_all = [&] {
      std::vector<std::vector<PlainToken>> all;
      all.reserve(texts.size());
      for (const std::string& text : texts) all.push_back(tokens_of(text, *language));
      return all;
    };
    // No call before the threads start: first use of the lists is raced for too.
    std::vector<std::vector<std::vector<PlainToken>>> results(4);
    {
      std::vector<std::jthread> threads;
      threads.reserve(results.size());
      for (auto& result : results) threads.emplace_back([&] { result = analyze_all(); });
    }
    for (const auto& result : results) EXPECT_EQ(result, results.front()) << language->tag;
  }
}

TEST_F(AnalyzerProperties, TheOriginalOfATokenFoldsToItsWord) {
  for_texts([](const std::string& text, const Language& language) {
    for (const PlainToken& token : tokens_of(text, language)) {
      const std::string_view original =
          std::string_view(text).substr(token.begin, token.end - token.begin);
      const auto code_points = to_code_points(original);
      const auto sign =
          std::find_if(language.signs.begin(), language.signs.end(),
                       [&](const Sign& one) { return code_points.front() == one.sign; });
      if (sign != language.signs.end() && code_points.size() == 1) {
        EXPECT_EQ(fold(sign->word, TokenKind::word, language), token.word);
        continue;
      }
      Segmenter segmenter(original);
      Segment segment;
      ASSERT_TRUE(segmenter.next(segment));
      Segment another;
      if (segmenter.next(another)) continue;  // several pieces: the language joins them
      EXPECT_EQ(fold(segment.letters(), segment.kind, language), token.word);
    }
  });
}

std::set<std::string> terms_of(const Xapian::Document& document) {
  std::set<std::string> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    terms.insert(*term);
  }
  return terms;
}

TEST_F(AnalyzerProperties, ADocumentAndAQueryWithTheSameTextHaveTheSameTerms) {
  for_texts([](const std::string& text, const Language& language) {
    TokenList tokens;
    const IndexableDocument document = make_indexable({.id = "1",
                                                       .title = {},
                                                       .body = text,
                                                       .language = {},
                                                       .date = {},
                                                       .source = {},
                                                       .category = {},
                                                       .url = {}},
                                                      language, tokens);
    if (document.words == 0) return;
    const std::set<std::string> terms = terms_of(document.document.to_xapian());
    const BuiltQuery query = build_query({plain_query(text), {&language}}, {.query = text}, {});
    std::set<std::string> asked;
    for (const QueryTerm& term : query.terms) {
      if (term.kind != EvidenceKind::surface && term.kind != EvidenceKind::stem) continue;
      EXPECT_TRUE(terms.contains(term.term)) << test::escaped(term.term);
      asked.insert(term.term);
    }
    for (const PlainToken& token : tokens_of(text, language)) {
      // Asked for only where there is nothing else.
      if (is_function_word(token.word, language)) continue;
      EXPECT_TRUE(asked.contains(word_term({}, token.word))) << test::escaped(token.word);
      EXPECT_TRUE(asked.contains(word_term(kStemPrefix, token.stem)));
    }
  });
}

TEST_F(AnalyzerProperties, NoTermOfADocumentIsAboveTheLimitOfTheIndex) {
  for_texts([this](const std::string& text, const Language& language) {
    TokenList tokens;
    const IndexableDocument document = make_indexable({.id = text,
                                                       .title = text,
                                                       .body = text,
                                                       .language = {},
                                                       .date = {},
                                                       .source = text,
                                                       .category = random_.bytes(),
                                                       .url = {}},
                                                      language, tokens);
    for (const std::string& term : terms_of(document.document.to_xapian())) {
      EXPECT_LE(term.size(), kMaxTermBytes);
    }
  });
}

TEST_F(AnalyzerProperties, AnyBytesCanBeParsedAndBuiltAsAQuery) {
  for_texts([](const std::string& text, const Language& language) {
    const ParsedQuery parsed = parse_query(text);
    EXPECT_LE(parsed.root.end, text.size());
    try {
      build_query({parsed, {&language}}, {.query = text}, {});
    } catch (const QueryError& error) {
      EXPECT_LE(error.begin, error.end);
      EXPECT_LE(error.end, text.size());
    }
  });
}

}  // namespace
}  // namespace khabar
