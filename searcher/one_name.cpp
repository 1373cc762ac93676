// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/one_name.h"

#include <algorithm>

#include "analyzers/arabic_letters.h"
#include "analyzers/name_distance.h"
#include "analyzers/name_keys.h"

namespace khabar {

bool sound_like_one_name(std::string_view one, std::string_view other, double farthest) {
  const double distance = name_distance(one, other);
  return distance <= std::max(farthest, name_tolerance(one, other)) &&
         may_be_one_name(one, other, distance);
}

bool are_spellings_of_one_name(std::string_view one, std::string_view other) {
  using arabic_letters::kArticle;
  const auto with_article = [](std::string_view longer, std::string_view name) {
    return longer.starts_with(kArticle) && longer.substr(kArticle.size()) == name;
  };
  return one == other || with_article(one, other) || with_article(other, one) ||
         sound_like_one_name(one, other);
}

}  // namespace khabar
