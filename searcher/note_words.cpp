// SPDX-License-Identifier: GPL-2.0-or-later
// Notes in words: English for terminals and programs, the language of the reader for a page.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "searcher/html_text.h"
#include "searcher/notes.h"
#include "searcher/page_words.h"

namespace khabar {
namespace data {
std::string_view notes();  // searcher/data/notes.json
}

namespace {

// A note in each language, with places for what it is about, as fmt has them; `done` is what was
// done about a fault.
struct Wording {
  std::string kind, en, done, ar, fa;
};
void from_json(const nlohmann::json& json, Wording& wording) {
  const auto text = [&](const char* key) { return json.value(key, std::string()); };
  wording = {text("kind"), text("en"), text("done"), text("ar"), text("fa")};
}

const Wording& wording_of(NoteKind kind) {
  static const auto all =
      nlohmann::json::parse(data::notes(), nullptr, true, true).get<std::vector<Wording>>();
  return all.at(static_cast<std::size_t>(kind));
}

std::string english_of(const Wording& wording) {
  std::string sentence = wording.en;
  if (!wording.done.empty()) sentence.append(": ").append(wording.done);
  return sentence;
}

// `sentence` with what it is about; `show` makes texts from elsewhere fit to be shown,
// `show_day` ISO dates.
template <typename Show, typename ShowDay>
std::string filled(const std::string& sentence, const Note& note, const std::string& number,
                   const PageWords& words, Show show, ShowDay show_day) {
  std::vector<std::string> asked, found;
  for (const std::string& one : note.asked)
    asked.push_back(fmt::format("{}{}{}", words.open_quote, show(one), words.close_quote));
  for (const std::vector<std::string>& alike : note.found) {
    std::vector<std::string> shown;
    std::transform(alike.begin(), alike.end(), std::back_inserter(shown), show);
    found.push_back(fmt::format("{}", fmt::join(shown, words.comma)));
  }
  std::string all = fmt::format("{}", fmt::join(found, words.semicolon));
  if (note.number > 0) all += fmt::format(fmt::runtime(words.and_more), number);
  return fmt::format(fmt::runtime(sentence), fmt::arg("asked", fmt::join(asked, words.comma)),
                     fmt::arg("found", all), fmt::arg("number", number),
                     fmt::arg("language", words.language(note.language)),
                     fmt::arg("tag", note.language),
                     fmt::arg("days", days_text(note.days, words, show_day)),
                     fmt::arg("indexed", days_text(note.indexed, words, show_day)));
}

std::string filled_in_english(const std::string& sentence, const Note& note) {
  const auto same = [](const std::string& text) { return text; };
  return filled(sentence, note, std::to_string(note.number), page_words("en"), same, same);
}

}  // namespace

std::string days_text(const DateSpan& days, const PageWords& words, const DayWriter& show) {
  if (days.first == days.last) return show(days.first);
  std::string_view form = words.days;
  if (days.last.empty()) form = words.days_from;
  if (days.first.empty()) form = words.days_to;
  return fmt::format(fmt::runtime(form), show(days.first), show(days.last));
}

std::string in_english(const Note& note) {
  return filled_in_english(english_of(wording_of(note.kind)), note);
}

std::vector<std::string> in_english(const std::vector<Note>& notes) {
  std::vector<std::string> list;
  list.reserve(notes.size());
  for (const Note& note : notes) list.push_back(in_english(note));
  return list;
}

std::string fault_in_english(const Note& fault) {
  return filled_in_english(wording_of(fault.kind).en, fault);
}

std::string note_html(const Note& note, const PageWords& words, const DayWriter& write_day) {
  const Wording& wording = wording_of(note.kind);
  std::string sentence = english_of(wording);
  if (words.tag == "ar") sentence = wording.ar;
  if (words.tag == "fa") sentence = wording.fa;
  Note shown = note;
  if (!note.typed.empty()) shown.asked = note.typed;
  return filled(
      highlighted_html(sentence, {}), shown, words.number(note.number), words,
      [](const std::string& text) { return isolated_html(text); },
      [&](const std::string& day) {
        return isolated_html(write_day && !day.empty() ? write_day(day) : day);
      });
}

}  // namespace khabar
