// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/token_phrases.h"

#include <algorithm>
#include <string_view>

namespace khabar {

bool stands_in(const std::vector<std::vector<std::string>>& phrases, const TokenList& tokens,
               std::size_t at) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::vector<std::string>& phrase) {
    // As many words on either side as it has beside the one in the middle.
    std::vector<std::string_view> words;
    for (std::size_t i = at; i > 0 && words.size() + 1 < phrase.size(); --i) {
      if (!tokens[i - 1].compound) words.insert(words.begin(), tokens[i - 1].word);
    }
    const std::size_t most = words.size() + phrase.size();
    for (std::size_t i = at; i < tokens.size() && words.size() < most; ++i) {
      if (!tokens[i].compound) words.push_back(tokens[i].word);
    }
    return std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
  });
}

}  // namespace khabar
