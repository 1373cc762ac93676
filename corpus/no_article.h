// SPDX-License-Identifier: GPL-2.0-or-later
// Files that hold text, but no article that a reader of plain text would find.
#pragma once

#include <string_view>

namespace khabar {

class TextInput;

/// What to do with mail and subtitles: headers and times would be taken for text. Empty for others.
/// Mail is what begins with header lines, one of them "MIME-Version", "Received", "Return-Path" or
/// "Message-ID", or a file named so. Thread safety: thread-safe.
std::string_view advice_for_no_article(const TextInput& input);

/// The same for the file of a word processor or a table calculation, by its name: an archive whose
/// members are no articles. Thread safety: thread-safe.
std::string_view advice_for_office_file(std::string_view path);

}  // namespace khabar
