// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/no_article.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

bool is_header_name(std::string_view name) {
  const auto fits = [](char c) {
    return c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  return !name.empty() && std::all_of(name.begin(), name.end(), fits);
}

// Header lines up to an empty one.
bool is_mail(const TextInput& input) {
  constexpr std::array<std::string_view, 4> kOfMail = {"mime-version", "received", "return-path",
                                                       "message-id"};
  bool of_mail = has_extension(input.name(), ".eml");
  std::string_view rest = input.head();
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (trimmed(line).empty()) break;
    const std::string_view name = line.substr(0, line.find(':'));
    const bool goes_on = line.front() == ' ' || line.front() == '\t';
    if (!goes_on && (name.size() == line.size() || !is_header_name(name))) return false;
    const std::string lower = lower_case(name);
    of_mail = of_mail || std::find(kOfMail.begin(), kOfMail.end(), lower) != kOfMail.end();
  }
  return of_mail;
}

// WEBVTT, or a number and below it the time of the first line.
bool is_subtitles(std::string_view head) {
  if (head.starts_with("WEBVTT")) return true;
  const std::string_view text = trimmed(head);
  const std::size_t number = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view below = trimmed(text.substr(number));
  const std::string_view time = below.substr(0, below.find('\n'));
  return number > 0 && !time.empty() && time.front() >= '0' && time.front() <= '9' &&
         time.find(" --> ") != std::string_view::npos;
}

}  // namespace

std::string_view advice_for_no_article(const TextInput& input) {
  if (is_mail(input))
    return "mail (save its text, the title in the first line, or make JSON Lines of it; as it is "
           "with --format text)";
  if (is_subtitles(input.head()))
    return "subtitles (save their text without the times, the title in the first line; as they are "
           "with --format text)";
  return {};
}

std::string_view advice_for_office_file(std::string_view path) {
  for (const std::string_view name : {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub"}) {
    if (has_extension(path, name))
      return "not read as an Office file or a book (save it as text, or a table as CSV)";
  }
  return {};
}

}  // namespace khabar
