// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/keyboard.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "analyzers/characters.h"
#include "analyzers/utf8.h"

namespace khabar {
namespace {

struct Key {
  char key;
  char32_t letter;
};

// Keys that both layouts share.
constexpr std::array<Key, 22> kSharedKeys = {{
    {'a', 0x0634}, {'s', 0x0633}, {'f', 0x0628}, {'g', 0x0644}, {'h', 0x0627}, {'j', 0x062A},
    {'k', 0x0646}, {'l', 0x0645}, {'q', 0x0636}, {'w', 0x0635}, {'e', 0x062B}, {'r', 0x0642},
    {'t', 0x0641}, {'y', 0x063A}, {'u', 0x0639}, {'i', 0x0647}, {'o', 0x062E}, {'p', 0x062D},
    {'[', 0x062C}, {'v', 0x0631}, {',', 0x0648}, {'H', 0x0622},
}};
constexpr std::array<Key, 13> kPersianKeys = {{
    {'d', 0x06CC},
    {';', 0x06A9},
    {'\'', 0x06AF},
    {']', 0x0686},
    {'z', 0x0638},
    {'x', 0x0637},
    {'c', 0x0632},
    {'b', 0x0630},
    {'n', 0x062F},
    {'m', 0x067E},
    {'\\', 0x067E},
    {'`', 0x067E},
    {'C', 0x0698},
}};
// LAM ALEF is one key of the Arabic keyboard: 'b', here 0xFEFB.
constexpr std::array<Key, 14> kArabicKeys = {{
    {'d', 0x064A},
    {';', 0x0643},
    {'\'', 0x0637},
    {']', 0x062F},
    {'z', 0x0626},
    {'x', 0x0621},
    {'c', 0x0624},
    {'b', 0xFEFB},
    {'n', 0x0649},
    {'m', 0x0629},
    {'.', 0x0632},
    {'/', 0x0638},
    {'`', 0x0630},
    {'N', 0x0622},
}};
constexpr char32_t kLamAlef = 0xFEFB;

// Of one layout: its own keys come before those that both share.
template <typename Wanted>
const Key* find_key(std::span<const Key> own_keys, Wanted Key::*member, Wanted wanted) {
  for (const std::span<const Key> keys : {own_keys, std::span<const Key>(kSharedKeys)}) {
    const auto found = std::ranges::find(keys, wanted, member);
    if (found != keys.end()) return &*found;
  }
  return nullptr;
}

std::string read_keys(std::string_view typed, std::span<const Key> own_keys) {
  std::string word;
  for (const char c : typed) {
    const Key* found = find_key(own_keys, &Key::key, c);
    if (found == nullptr) found = find_key(own_keys, &Key::key, to_latin_small(c));
    if (found == nullptr) return {};
    if (found->letter == kLamAlef) {
      append_utf8(kLam, word);
      append_utf8(kAlef, word);
    } else {
      append_utf8(found->letter, word);
    }
  }
  return word;
}

// LAM and ALEF as the one key that gives both: "facebook" on an Arabic keyboard.
std::u32string with_lam_alef(std::u32string_view letters) {
  constexpr std::u32string_view kBoth = U"\u0644\u0627";
  std::u32string joined(letters);
  for (std::size_t at = 0; (at = joined.find(kBoth, at)) != std::u32string::npos; ++at)
    joined.replace(at, kBoth.size(), 1, kLamAlef);
  return joined;
}

std::string read_letters(std::u32string_view typed, std::span<const Key> own_keys) {
  std::string word;
  for (const char32_t letter : typed) {
    const Key* found = find_key(own_keys, &Key::letter, letter);
    if (found == nullptr) return {};
    word += found->key;
  }
  return word;
}

void add_once(std::string reading, std::vector<std::string>& readings) {
  if (reading.empty() || std::find(readings.begin(), readings.end(), reading) != readings.end())
    return;
  readings.push_back(std::move(reading));
}

// What fold_arabic_script() makes of a letter on a key.
char32_t folded_letter(char32_t letter) {
  switch (letter) {
    case kYeh:
    case kAlefMaksura:
    case kYehHamzaAbove:
      return kFarsiYeh;
    case kKaf:
      return kKeheh;
    case kTehMarbuta:
      return kHeh;
    case kWawHamzaAbove:
      return kWaw;
    case kAlefMaddaAbove:
      return kAlef;
    default:
      return letter;
  }
}

// The rows of keys, and how far each begins to the right of the one above.
constexpr std::array<std::string_view, 4> kRows = {"`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'",
                                                   "zxcvbnm,./"};
constexpr std::array<double, 4> kRowStarts = {0, 1.5, 1.75, 2.25};

bool keys_touch(char key, char other) {
  double row = -1, column = 0, other_row = -1, other_column = 0;
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (const std::size_t at = kRows[i].find(key); at != std::string_view::npos) {
      row = static_cast<double>(i);
      column = kRowStarts[i] + static_cast<double>(at);
    }
    if (const std::size_t at = kRows[i].find(other); at != std::string_view::npos) {
      other_row = static_cast<double>(i);
      other_column = kRowStarts[i] + static_cast<double>(at);
    }
  }
  return row >= 0 && other_row >= 0 && std::abs(row - other_row) <= 1 &&
         std::abs(column - other_column) <= 1;
}

// The keys of a layout that give a letter.
std::string keys_of(char32_t letter, std::span<const Key> own_keys) {
  std::string keys;
  for (const std::span<const Key> list : {own_keys, std::span<const Key>(kSharedKeys)}) {
    for (const Key& key : list) {
      if (folded_letter(key.letter) == letter) keys += key.key;
    }
  }
  if (letter >= 'a' && letter <= 'z') keys += static_cast<char>(letter);
  return keys;
}

bool touch_on(std::span<const Key> layout, char32_t letter, char32_t other) {
  const std::string keys = keys_of(letter, layout);
  const std::string others = keys_of(other, layout);
  return std::any_of(keys.begin(), keys.end(), [&](char key) {
    return std::any_of(others.begin(), others.end(),
                       [&](char one) { return keys_touch(key, one); });
  });
}

}  // namespace

bool are_neighbour_keys(char32_t letter, char32_t other) {
  const bool latin = letter < 0x80;
  if (letter == other || latin != (other < 0x80)) return false;
  return touch_on(kPersianKeys, letter, other) || touch_on(kArabicKeys, letter, other);
}

std::vector<std::string> arabic_script_readings(std::string_view typed) {
  std::vector<std::string> readings;
  add_once(read_keys(typed, kPersianKeys), readings);
  add_once(read_keys(typed, kArabicKeys), readings);
  return readings;
}

std::vector<std::string> latin_readings(std::string_view typed) {
  const std::u32string letters = to_code_points(typed);
  std::vector<std::string> readings;
  add_once(read_letters(with_lam_alef(letters), kArabicKeys), readings);
  add_once(read_letters(letters, kArabicKeys), readings);
  add_once(read_letters(letters, kPersianKeys), readings);
  return readings;
}

}  // namespace khabar
