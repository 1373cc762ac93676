// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page_words.h"

#include <algorithm>
#include <array>

#include "analyzers/utf8.h"

namespace khabar {
namespace {

// The English ones tell what each says. Written for khabar.
constexpr std::array kPages = {
    PageWords{
        .tag = "en",
        .direction = "ltr",
        .title = "Search results",
        .results = "Results {0} to {1} of {2}",
        .about_results = "Results {0} to {1} of about {2}",
        .count = "Results: {0}",
        .nothing = "Nothing found. Fewer or other words find more.",
        .meant = "Did you mean {0}?",
        .corrected = "Showing results for {0}. Search instead for {1}: {2}",
        .instead = "Showing results for {0}. Search instead for {1}.",
        .copies = "Copies: {0}",
        .more = "{0} more",
        .earlier_years = "Earlier years: {0}",
        .search = "Search",
        .relevance = "Most relevant",
        .newest = "Newest first",
        .oldest = "Oldest first",
        .other_languages = "Other languages, too",
        .without = "Without this filter",
        .previous = "Previous",
        .next = "Next",
        .original = "Where it was published",
        .similar = "Similar articles",
        .home = "Search the news",
        .articles = "Articles: {}",
        .examples = "For example",
        .narrow = "Narrow the results",
        .back = "Back to the results",
        .filtered = "These filters leave results out:",
        .not_done = "The search was not done:",
        .order = "Order of the results",
        .pages = "Other pages of results",
        .skip = "To the content",
        .follow = "Follow this search (Atom feed)",
        .timelines = {"Results by day, most on {0} ({1})", "Results by month, most in {0} ({1})",
                      "Results by year, most in {0} ({1})"},
        .facets = {"Source", "Category", "Language", "Month", "Year"},
        .languages = {"Arabic", "Persian", "Urdu", "English", "unknown"},
        .open_quote = "\"",
        .close_quote = "\"",
        .comma = ", ",
        .semicolon = "; ",
        .and_more = " and {} more",
        .days = "{0} to {1}",
        .days_from = "{0} and later",
        .days_to = "{1} and earlier"},
    PageWords{
        .tag = "ar",
        .direction = "rtl",
        .title = "\u0646\u062A\u0627\u0626\u062C \u0627\u0644\u0628\u062D\u062B",
        .results = "\u0627\u0644\u0646\u062A\u0627\u0626\u062C {0}\u2013{1} \u0645\u0646 {2}",
        .about_results = "\u0627\u0644\u0646\u062A\u0627\u0626\u062C {0}\u2013{1} \u0645\u0646 "
                         "\u0646\u062D\u0648 {2}",
        .count = "\u0639\u062F\u062F \u0627\u0644\u0646\u062A\u0627\u0626\u062C: {0}",
        .nothing = "\u0644\u0627 \u062A\u0648\u062C\u062F \u0646\u062A\u0627\u0626\u062C. "
                   "\u062C\u0631\u0651\u0628 \u0643\u0644\u0645\u0627\u062A \u0623\u0642\u0644 "
                   "\u0623\u0648 \u0643\u0644\u0645\u0627\u062A \u0623\u062E\u0631\u0649.",
        .meant = "\u0647\u0644 \u062A\u0642\u0635\u062F: {0}\u061F",
        .corrected = "\u0646\u062A\u0627\u0626\u062C \u0627\u0644\u0628\u062D\u062B \u0639\u0646 "
                     "{0}. \u0644\u0644\u0628\u062D\u062B \u0639\u0646 {1} \u0643\u0645\u0627 "
                     "\u0643\u064F\u062A\u0628: {2}",
        .instead = "\u0646\u062A\u0627\u0626\u062C \u0627\u0644\u0628\u062D\u062B \u0639\u0646 "
                   "{0}. \u0627\u0628\u062D\u062B \u0628\u062F\u0644\u064B\u0627 \u0645\u0646 "
                   "\u0630\u0644\u0643 \u0639\u0646 {1}.",
        .copies = "\u0646\u0633\u062E \u0623\u062E\u0631\u0649: {0}",
        .more = "\u0648\u063A\u064A\u0631\u0647\u0627: {0}",
        .earlier_years = "\u0633\u0646\u0648\u0627\u062A \u0623\u0633\u0628\u0642: {0}",
        .search = "\u0627\u0628\u062D\u062B",
        .relevance = "\u0627\u0644\u0623\u0643\u062B\u0631 \u0635\u0644\u0629",
        .newest = "\u0627\u0644\u0623\u062D\u062F\u062B \u0623\u0648\u0644\u064B\u0627",
        .oldest = "\u0627\u0644\u0623\u0642\u062F\u0645 \u0623\u0648\u0644\u064B\u0627",
        .other_languages =
            "\u0648\u0628\u0627\u0644\u0644\u063A\u0627\u062A \u0627\u0644\u0623\u062E\u0631\u0649",
        .without = "\u0623\u0632\u0644 \u0647\u0630\u0627 \u0627\u0644\u0642\u064A\u062F",
        .previous = "\u0627\u0644\u0633\u0627\u0628\u0642",
        .next = "\u0627\u0644\u062A\u0627\u0644\u064A",
        .original =
            "\u0627\u0644\u0645\u0642\u0627\u0644 \u0641\u064A \u0645\u0635\u062F\u0631\u0647",
        .similar = "\u0645\u0642\u0627\u0644\u0627\u062A \u0645\u0634\u0627\u0628\u0647\u0629",
        .home = "\u0627\u0644\u0628\u062D\u062B \u0641\u064A "
                "\u0627\u0644\u0623\u062E\u0628\u0627\u0631",
        .articles = "\u0639\u062F\u062F \u0627\u0644\u0645\u0642\u0627\u0644\u0627\u062A: {}",
        .examples = "\u0623\u0645\u062B\u0644\u0629",
        .narrow = "\u062A\u0636\u064A\u064A\u0642 \u0627\u0644\u0646\u062A\u0627\u0626\u062C",
        .back = "\u0627\u0644\u0639\u0648\u062F\u0629 \u0625\u0644\u0649 "
                "\u0627\u0644\u0646\u062A\u0627\u0626\u062C",
        .filtered = "\u0647\u0630\u0647 \u0627\u0644\u0642\u064A\u0648\u062F "
                    "\u062A\u0633\u062A\u0628\u0639\u062F \u0646\u062A\u0627\u0626\u062C:",
        .not_done = "\u062A\u0639\u0630\u0651\u0631 \u0627\u0644\u0628\u062D\u062B\u060C "
                    "\u0648\u0627\u0644\u0633\u0628\u0628:",
        .order = "\u062A\u0631\u062A\u064A\u0628 \u0627\u0644\u0646\u062A\u0627\u0626\u062C",
        .pages = "\u0635\u0641\u062D\u0627\u062A \u0627\u0644\u0646\u062A\u0627\u0626\u062C",
        .skip = "\u0625\u0644\u0649 \u0627\u0644\u0645\u062D\u062A\u0648\u0649",
        .follow = "\u062A\u0627\u0628\u0650\u0639 \u0647\u0630\u0627 "
                  "\u0627\u0644\u0628\u062D\u062B (\u062E\u0644\u0627\u0635\u0629 Atom)",
        .timelines = {"\u0627\u0644\u0646\u062A\u0627\u0626\u062C \u0628\u062D\u0633\u0628 "
                      "\u0627\u0644\u064A\u0648\u0645\u060C "
                      "\u0648\u0623\u0643\u062B\u0631\u0647\u0627 \u0641\u064A {0} ({1})",
                      "\u0627\u0644\u0646\u062A\u0627\u0626\u062C \u0628\u062D\u0633\u0628 "
                      "\u0627\u0644\u0634\u0647\u0631\u060C "
                      "\u0648\u0623\u0643\u062B\u0631\u0647\u0627 \u0641\u064A {0} ({1})",
                      "\u0627\u0644\u0646\u062A\u0627\u0626\u062C \u0628\u062D\u0633\u0628 "
                      "\u0627\u0644\u0633\u0646\u0629\u060C "
                      "\u0648\u0623\u0643\u062B\u0631\u0647\u0627 \u0641\u064A {0} ({1})"},
        .facets = {"\u0627\u0644\u0645\u0635\u062F\u0631", "\u0627\u0644\u0642\u0633\u0645",
                   "\u0627\u0644\u0644\u063A\u0629", "\u0627\u0644\u0634\u0647\u0631",
                   "\u0627\u0644\u0633\u0646\u0629"},
        .languages = {"\u0627\u0644\u0639\u0631\u0628\u064A\u0629",
                      "\u0627\u0644\u0641\u0627\u0631\u0633\u064A\u0629",
                      "\u0627\u0644\u0623\u0631\u062F\u064A\u0629",
                      "\u0627\u0644\u0625\u0646\u062C\u0644\u064A\u0632\u064A\u0629",
                      "\u063A\u064A\u0631 \u0645\u0639\u0631\u0648\u0641\u0629"},
        .open_quote = "\u00AB",
        .close_quote = "\u00BB",
        .comma = "\u060C ",
        .semicolon = "\u061B ",
        .and_more = " \u0648{} \u063A\u064A\u0631\u0647\u0627",
        .days = "\u0645\u0646 {0} \u0625\u0644\u0649 {1}",
        .days_from = "\u0645\u0646 {0} \u0641\u0635\u0627\u0639\u062F\u064B\u0627",
        .days_to = "\u062D\u062A\u0649 {1}"},
    PageWords{
        .tag = "fa",
        .direction = "rtl",
        .title = "\u0646\u062A\u0627\u06CC\u062C \u062C\u0633\u062A\u200C\u0648\u062C\u0648",
        .results = "\u0646\u062A\u0627\u06CC\u062C {0} \u062A\u0627 {1} \u0627\u0632 {2}",
        .about_results = "\u0646\u062A\u0627\u06CC\u062C {0} \u062A\u0627 {1} \u0627\u0632 "
                         "\u062D\u062F\u0648\u062F {2}",
        .count = "\u0634\u0645\u0627\u0631 \u0646\u062A\u0627\u06CC\u062C: {0}",
        .nothing =
            "\u0646\u062A\u06CC\u062C\u0647\u200C\u0627\u06CC \u067E\u06CC\u062F\u0627 "
            "\u0646\u0634\u062F. \u0648\u0627\u0698\u0647\u200C\u0647\u0627\u06CC "
            "\u06A9\u0645\u062A\u0631 \u06CC\u0627 "
            "\u0648\u0627\u0698\u0647\u200C\u0647\u0627\u06CC \u062F\u06CC\u06AF\u0631\u06CC "
            "\u0631\u0627 \u0628\u06CC\u0627\u0632\u0645\u0627\u06CC\u06CC\u062F.",
        .meant = "\u0622\u06CC\u0627 \u0645\u0646\u0638\u0648\u0631\u062A\u0627\u0646 {0} "
                 "\u0628\u0648\u062F\u061F",
        .corrected =
            "\u0646\u062A\u0627\u06CC\u062C \u062C\u0633\u062A\u200C\u0648\u062C\u0648\u06CC {0}. "
            "\u0628\u0631\u0627\u06CC \u062C\u0633\u062A\u200C\u0648\u062C\u0648\u06CC {1} "
            "\u0628\u0647 \u0647\u0645\u0627\u0646 \u0635\u0648\u0631\u062A: {2}",
        .instead =
            "\u0646\u062A\u0627\u06CC\u062C \u062C\u0633\u062A\u200C\u0648\u062C\u0648\u06CC {0}. "
            "\u0628\u0647 \u062C\u0627\u06CC \u0622\u0646 {1} \u0631\u0627 "
            "\u0628\u062C\u0648\u06CC\u06CC\u062F.",
        .copies = "\u0646\u0633\u062E\u0647\u200C\u0647\u0627\u06CC \u062F\u06CC\u06AF\u0631: {0}",
        .more = "{0} \u0645\u0648\u0631\u062F \u062F\u06CC\u06AF\u0631",
        .earlier_years = "{0} \u0633\u0627\u0644 \u067E\u06CC\u0634\u200C\u062A\u0631",
        .search = "\u062C\u0633\u062A\u200C\u0648\u062C\u0648",
        .relevance = "\u0645\u0631\u062A\u0628\u0637\u200C\u062A\u0631\u06CC\u0646",
        .newest = "\u062A\u0627\u0632\u0647\u200C\u062A\u0631\u06CC\u0646",
        .oldest = "\u0642\u062F\u06CC\u0645\u06CC\u200C\u062A\u0631\u06CC\u0646",
        .other_languages = "\u0628\u0647 \u0632\u0628\u0627\u0646\u200C\u0647\u0627\u06CC "
                           "\u062F\u06CC\u06AF\u0631 \u0646\u06CC\u0632",
        .without = "\u062D\u0630\u0641 \u0627\u06CC\u0646 \u0642\u06CC\u062F",
        .previous = "\u0642\u0628\u0644\u06CC",
        .next = "\u0628\u0639\u062F\u06CC",
        .original = "\u062E\u0628\u0631 \u062F\u0631 \u0645\u0646\u0628\u0639 \u0622\u0646",
        .similar = "\u062E\u0628\u0631\u0647\u0627\u06CC \u0645\u0634\u0627\u0628\u0647",
        .home = "\u062C\u0633\u062A\u200C\u0648\u062C\u0648 \u062F\u0631 "
                "\u062E\u0628\u0631\u0647\u0627",
        .articles = "\u0634\u0645\u0627\u0631 \u062E\u0628\u0631\u0647\u0627: {}",
        .examples = "\u0628\u0631\u0627\u06CC \u0646\u0645\u0648\u0646\u0647",
        .narrow = "\u0645\u062D\u062F\u0648\u062F \u06A9\u0631\u062F\u0646 "
                  "\u0646\u062A\u0627\u06CC\u062C",
        .back = "\u0628\u0627\u0632\u06AF\u0634\u062A \u0628\u0647 \u0646\u062A\u0627\u06CC\u062C",
        .filtered = "\u0627\u06CC\u0646 \u0642\u06CC\u062F\u0647\u0627 "
                    "\u0646\u062A\u0627\u06CC\u062C\u06CC \u0631\u0627 \u06A9\u0646\u0627\u0631 "
                    "\u0645\u06CC\u200C\u06AF\u0630\u0627\u0631\u0646\u062F:",
        .not_done = "\u062C\u0633\u062A\u200C\u0648\u062C\u0648 \u0627\u0646\u062C\u0627\u0645 "
                    "\u0646\u0634\u062F\u061B \u062F\u0644\u06CC\u0644:",
        .order = "\u062A\u0631\u062A\u06CC\u0628 \u0646\u062A\u0627\u06CC\u062C",
        .pages = "\u0635\u0641\u062D\u0647\u200C\u0647\u0627\u06CC \u0646\u062A\u0627\u06CC\u062C",
        .skip = "\u0631\u0641\u062A\u0646 \u0628\u0647 \u0645\u062D\u062A\u0648\u0627",
        .follow =
            "\u062F\u0646\u0628\u0627\u0644 \u06A9\u0631\u062F\u0646 \u0627\u06CC\u0646 "
            "\u062C\u0633\u062A\u200C\u0648\u062C\u0648 (\u062E\u0648\u0631\u0627\u06A9 Atom)",
        .timelines = {"\u0646\u062A\u0627\u06CC\u062C \u0628\u0647 \u062A\u0641\u06A9\u06CC\u06A9 "
                      "\u0631\u0648\u0632\u061B \u0628\u06CC\u0634\u062A\u0631\u06CC\u0646 "
                      "\u062F\u0631 {0} ({1})",
                      "\u0646\u062A\u0627\u06CC\u062C \u0628\u0647 \u062A\u0641\u06A9\u06CC\u06A9 "
                      "\u0645\u0627\u0647\u061B \u0628\u06CC\u0634\u062A\u0631\u06CC\u0646 "
                      "\u062F\u0631 {0} ({1})",
                      "\u0646\u062A\u0627\u06CC\u062C \u0628\u0647 \u062A\u0641\u06A9\u06CC\u06A9 "
                      "\u0633\u0627\u0644\u061B \u0628\u06CC\u0634\u062A\u0631\u06CC\u0646 "
                      "\u062F\u0631 {0} ({1})"},
        .facets = {"\u0645\u0646\u0628\u0639", "\u0628\u062E\u0634", "\u0632\u0628\u0627\u0646",
                   "\u0645\u0627\u0647", "\u0633\u0627\u0644"},
        .languages = {"\u0639\u0631\u0628\u06CC", "\u0641\u0627\u0631\u0633\u06CC",
                      "\u0627\u0631\u062F\u0648", "\u0627\u0646\u06AF\u0644\u06CC\u0633\u06CC",
                      "\u0646\u0627\u0645\u0639\u0644\u0648\u0645"},
        .open_quote = "\u00AB",
        .close_quote = "\u00BB",
        .comma = "\u060C ",
        .semicolon = "\u061B ",
        .and_more = " \u0648 {} \u0645\u0648\u0631\u062F \u062F\u06CC\u06AF\u0631",
        .days = "\u0627\u0632 {0} \u062A\u0627 {1}",
        .days_from = "\u0627\u0632 {0} \u0628\u0647 \u0628\u0639\u062F",
        .days_to = "\u062A\u0627 {1}"},
};

constexpr std::array<std::string_view, 5> kFacets = {"source", "category", "language", "month",
                                                     "year"};
constexpr std::array<std::string_view, 3> kPeriods = {"day", "month", "year"};
constexpr std::array<std::string_view, 5> kTags = {"ar", "fa", "ur", "en", "und"};

// What stands for `name` in a list beside `names`; itself where there is none.
template <std::size_t kSize>
std::string_view named(std::string_view name, const std::array<std::string_view, kSize>& names,
                       const std::array<std::string_view, kSize>& words) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? name : words[static_cast<std::size_t>(found - names.begin())];
}

}  // namespace

const PageWords& page_words(std::string_view languages) {
  const auto found = std::find_if(kPages.begin(), kPages.end(), [&](const PageWords& one) {
    return one.tag == languages.substr(0, languages.find('+'));
  });
  return found == kPages.end() ? kPages.front() : *found;
}

std::string_view PageWords::facet(std::string_view name) const {
  return named(name, kFacets, facets);
}

std::string_view PageWords::language(std::string_view name) const {
  return named(name, kTags, languages);
}

std::string_view PageWords::timeline(std::string_view name) const {
  return named(name, kPeriods, timelines);
}

std::string PageWords::digits(std::string_view ascii) const {
  constexpr char32_t kPersianZero = U'\u06F0';
  std::string text;
  for (const char c : ascii) {
    const bool persian = tag == "fa" && c >= '0' && c <= '9';
    append_utf8(static_cast<char32_t>(c) + (persian ? kPersianZero - U'0' : 0), text);
  }
  return text;
}

std::string PageWords::number(std::uint64_t number) const {
  constexpr char32_t kPersianSeparator = U'\u066C';  // ARABIC THOUSANDS SEPARATOR
  constexpr std::size_t kGroup = 3;
  const std::string ascii = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < ascii.size(); ++i) {
    if (i > 0 && (ascii.size() - i) % kGroup == 0)
      append_utf8(tag == "fa" ? kPersianSeparator : U',', text);
    text += digits({&ascii[i], 1});
  }
  return text;
}

}  // namespace khabar
