// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/content_fingerprint.h"

#include <cstddef>
#include <cstring>

namespace khabar {
namespace {

constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio

void take_word(std::uint64_t word, std::uint64_t& hash) {
  hash = (hash ^ word) * kFactor;
  hash ^= hash >> 32;
}

// The length too, so that the border between two fields counts.
void take_text(std::string_view text, std::uint64_t& hash) {
  take_word(text.size(), hash);
  for (std::size_t at = 0; at < text.size(); at += sizeof hash) {
    std::uint64_t word = 0;
    const std::string_view bytes = text.substr(at, sizeof word);
    std::memcpy(&word, bytes.data(), bytes.size());
    take_word(word, hash);
  }
}

}  // namespace

std::uint64_t content_fingerprint(const Document& document, std::string_view language) {
  std::uint64_t hash = 0;
  for (const std::string_view text :
       {std::string_view(document.id), std::string_view(document.title),
        std::string_view(document.body), std::string_view(document.language),
        std::string_view(document.date), std::string_view(document.source),
        std::string_view(document.category), std::string_view(document.url), language}) {
    take_text(text, hash);
  }
  return hash;
}

}  // namespace khabar
