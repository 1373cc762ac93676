// SPDX-License-Identifier: GPL-2.0-or-later
// Texts by chance, for properties that hold for every text. The seed is printed; KHABAR_TEST_SEED
// repeats a run.
#pragma once

#include <array>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <string_view>

#include "analyzers/utf8.h"

namespace khabar::test {

/// Thread safety: thread-confined.
class RandomText {
 public:
  RandomText() : seed_(seed()), engine_(seed_) {
    std::cout << "KHABAR_TEST_SEED=" << seed_ << std::endl;
  }

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(engine_);
  }

  /// Bytes of any kind, mostly ill-formed.
  std::string bytes() {
    std::string text(below(200), '\0');
    for (char& c : text) c = static_cast<char>(below(256));
    return text;
  }

  /// Well-formed UTF-8: words, numbers and what stands between them in the news, and rare
  /// characters that rules look at.
  std::string text() {
    std::string text;
    const std::size_t parts = below(40);
    for (std::size_t i = 0; i < parts; ++i) append_part(text);
    return text;
  }

  /// text() with some of its bytes changed.
  std::string damaged_text() {
    std::string text = this->text();
    for (std::size_t i = below(4); i > 0 && !text.empty(); --i) {
      text[below(text.size())] = static_cast<char>(below(256));
    }
    return text;
  }

 private:
  static unsigned seed() {
    const char* wanted = std::getenv("KHABAR_TEST_SEED");
    return wanted != nullptr ? static_cast<unsigned>(std::strtoul(wanted, nullptr, 10)) : 20261124;
  }

  // Words that rules look at: affixes, verbs, particles; folding changes some of them.
  static constexpr std::array<std::string_view, 44> kWords = {
      "وزارة",  "والمدارس", "للمدارس",     "المدرسة", "كتاب",   "مسئول",    "مسؤول",   "جزءً",
      "أعضاء",  "قُرآن",     "رئيس",        "يقول",    "وسيقول", "بياناتهم", "مهندسون", "إيران",
      "فی",     "کتاب",     "ها",          "های",     "هایمان", "می",       "نمی",     "رود",
      "گفته",   "اند",      "است",         "تر",      "ترین",   "نامهٔ",     "خانه",    "ای",
      "اعضاء",  "وزراء",    "می\u200Cرود", "گفت",     "مدارس",  "داده",     "Google",  "5G",
      "Zürich", "COVID",    "12,000",      "۳٫۵"};

  static constexpr std::array<std::string_view, 22> kBetween = {
      " ",  " ", " ", " ", " ",      "\u200C", "\u200C", "\u00A0", "\n",     "\n\n",   "\r\n",
      ". ", "،", "؟", "-", "\u200F", "\t",     "\u2067", "\u2069", "\u00AC", "\u200B", ""};

  // Ranges that hold letters, digits, marks and signs of Arabic script, and some of the rest.
  struct Range {
    char32_t first;
    char32_t last;
  };
  static constexpr std::array<Range, 12> kRanges = {{{0x0600, 0x06FF},
                                                     {0x0621, 0x0655},
                                                     {0x0620, 0x06D5},
                                                     {0x0750, 0x077F},
                                                     {0x0870, 0x08FF},
                                                     {0xFB50, 0xFDFF},
                                                     {0xFE70, 0xFEFF},
                                                     {0x0020, 0x007E},
                                                     {0x00A0, 0x024F},
                                                     {0x2000, 0x206F},
                                                     {0x4E00, 0x4E20},
                                                     {0x0300, 0x036F}}};

  void append_part(std::string& text) {
    const std::size_t choice = below(10);
    if (choice < 5) {
      text += kWords[below(kWords.size())];
    } else if (choice < 9) {
      for (std::size_t letters = 1 + below(6); letters > 0; --letters) {
        append_utf8(character(), text);
      }
    } else {
      // Long enough to cross kMaxWordBytes now and then.
      const std::string_view word = kWords[below(kWords.size())];
      for (std::size_t times = below(30); times > 0; --times) text += word;
    }
    text += kBetween[below(kBetween.size())];
  }

  char32_t character() {
    if (below(20) == 0) return static_cast<char32_t>(below(0x30000));
    const Range range = kRanges[below(kRanges.size())];
    return range.first + static_cast<char32_t>(below(range.last - range.first + 1));
  }

  unsigned seed_;
  std::mt19937 engine_;
};

/// The text with what cannot be seen as escapes, for messages.
inline std::string escaped(std::string_view text) {
  std::string shown;
  char hex[8];
  for (const char c : text) {
    std::snprintf(hex, sizeof hex, "\\x%02x", static_cast<unsigned char>(c));
    shown += c >= 0x20 && c < 0x7F ? std::string(1, c) : std::string(hex);
  }
  return shown;
}

}  // namespace khabar::test
