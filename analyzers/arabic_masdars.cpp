// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_masdars.h"

#include <functional>
#include <map>

#include "analyzers/lexicon.h"
#include "analyzers_data.h"

namespace khabar {
namespace {

using Families = std::map<std::string, std::vector<std::string>, std::less<>>;

Families read_families() {
  Families families;
  for_each_line(data::ar_masdars(), [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    const std::string verb(line.substr(0, tab)), masdar(line.substr(tab + 1));
    families[verb].push_back(masdar);
    families[masdar].push_back(verb);
  });
  return families;
}

}  // namespace

std::vector<std::string> arabic_events(std::string_view stem) {
  static const Families families = read_families();
  const auto found = families.find(stem);
  return found == families.end() ? std::vector<std::string>() : found->second;
}

}  // namespace khabar
