// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/arabic_masdars.h"

#include <algorithm>
#include <functional>
#include <map>

#include "analyzers_data.h"

namespace khabar {
namespace {

using Families = std::map<std::string, std::vector<std::string>, std::less<>>;

Families read_families(std::string_view lines) {
  Families families;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    const std::string verb(line.substr(0, tab)), masdar(line.substr(tab + 1));
    families[verb].push_back(masdar);
    families[masdar].push_back(verb);
  }
  return families;
}

}  // namespace

std::vector<std::string> arabic_events(std::string_view stem) {
  static const Families families = read_families(data::ar_masdars());
  const auto found = families.find(stem);
  return found == families.end() ? std::vector<std::string>() : found->second;
}

}  // namespace khabar
