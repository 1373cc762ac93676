// SPDX-License-Identifier: GPL-2.0-or-later
// A word that a query leaves out and wants in another form.
#pragma once

#include <cstdint>
#include <optional>

#include "analyzers/language.h"
#include "searcher/query_tree.h"

namespace khabar {

/// What an excluded word is beside the wanted ones.
enum class ExcludedForm : std::uint8_t {
  same,      ///< Wanted itself.
  spelling,  ///< Folding makes them one: imam and amam (in front of), astan and ostan (province).
  form       ///< They have their stem in common: kitab -al-kitab, ketab -ketab-ha.
};

/// That of `excluded`, a child of `group`, where it is one word; nullopt where it is another word
/// than the wanted ones, those in groups within `group` included. Words are read by the rules of
/// `language`. Thread safety: thread-safe.
std::optional<ExcludedForm> excluded_form(const QueryNode& excluded, const QueryNode& group,
                                          const Language& language);

}  // namespace khabar
