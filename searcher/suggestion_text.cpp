// SPDX-License-Identifier: GPL-2.0-or-later
// What is said about a suggestion, in English and in the language of the query.
#include <string>

#include "searcher/result_writer.h"
#include "searcher/terminal_text.h"

namespace khabar {

std::string suggestion_as_text(const SearchResults& results, bool terminal) {
  if (results.suggestion.empty()) return {};
  const std::string meant = printable(results.suggestion);
  // "hal taqsid ...", "aya manzuretan ... bud"; "nata'ij al-bahth `an ...", "natije-ha baraye ..."
  std::string own;
  if (results.language == "ar") {
    own = results.corrected
              ? "\u0646\u062A\u0627\u0626\u062C \u0627\u0644\u0628\u062D\u062B "
                "\u0639\u0646 \u00AB" +
                    meant + "\u00BB"
              : "\u0647\u0644 \u062A\u0642\u0635\u062F \u00AB" + meant + "\u00BB\u061F";
  } else if (results.language == "fa") {
    own = results.corrected
              ? "\u0646\u062A\u06CC\u062C\u0647\u200C\u0647\u0627 "
                "\u0628\u0631\u0627\u06CC \u00AB" +
                    meant + "\u00BB"
              : "\u0622\u06CC\u0627 \u0645\u0646\u0638\u0648\u0631\u062A\u0627\u0646 \u00AB" +
                    meant + "\u00BB \u0628\u0648\u062F\u061F";
  }
  std::string text = results.corrected ? "Showing results for " : "Did you mean: ";
  text += terminal ? isolated(meant) : meant;
  if (!own.empty()) text.append(" \u00B7 ").append(terminal ? isolated(own) : own);
  return text;
}

}  // namespace khabar
