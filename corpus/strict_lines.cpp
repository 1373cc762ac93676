// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/strict_lines.h"

#include <algorithm>
#include <stdexcept>

#include "corpus/byte_source.h"
#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {

std::string file_place(const std::string& path, std::uint64_t line) {
  return line == 0 ? path + ": " : path + ":" + std::to_string(line) + ": ";
}

struct StrictLines::State {
  std::string path;
  std::unique_ptr<InputFile> file;
  std::optional<TextInput> input;  // nothing in an empty file
};

StrictLines::StrictLines(const std::string& path) : state_(std::make_unique<State>()) {
  state_->path = path;
  try {
    state_->file = std::make_unique<InputFile>(path);
    if (!state_->file->next_input()) return;
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(file_place(path, 0) + error.what());
  }
  state_->input.emplace(path, state_->file->open_bytes(), [path](const Problem& problem) {
    throw std::runtime_error(file_place(path, problem.line) + problem.message);
  });
}

StrictLines::~StrictLines() = default;

std::optional<std::string_view> StrictLines::next() {
  if (!state_->input) return std::nullopt;
  while (const auto line = state_->input->read_line()) {
    const std::string_view content = trimmed(*line);
    if (!content.empty()) return content;
  }
  return std::nullopt;
}

std::uint64_t StrictLines::line() const { return state_->input ? state_->input->line() : 0; }

std::vector<std::string_view> split_at_blanks(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\n\v\f";
  std::vector<std::string_view> fields;
  for (std::size_t begin = line.find_first_not_of(kBlanks); begin != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(kBlanks, begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = line.find_first_not_of(kBlanks, end);
  }
  return fields;
}

}  // namespace khabar
