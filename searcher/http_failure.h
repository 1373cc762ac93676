// SPDX-License-Identifier: GPL-2.0-or-later
// What went wrong with a request of HTTP. For http_server.cpp only.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

#include "searcher/notes.h"

namespace khabar {

/// A parameter of an address that is none, or its value. `message` in English.
struct BadParameter : std::runtime_error {
  BadParameter(const std::string& name, const std::string& message)
      : BadParameter(Note{.kind = NoteKind::bad_parameter, .asked = {name}}, message) {}
  BadParameter(Note reason, const std::string& message)
      : std::runtime_error(message), why(std::move(reason)) {}
  Note why;  ///< The same for a page.
};

/// For programs the status and the message, in English; for a page the note. Thread safety:
/// thread-compatible.
struct Failure {
  int status = 500;
  Note why = {};
  std::string message = {};
  std::size_t begin = 0, end = 0;  ///< Bytes of the query at fault; none where they are equal.
  std::string path = {};           ///< That was asked for, where nothing is there.
};

/// Of the exception that is being handled: to be called in a catch.
Failure failure_caught();

/// {"error", "begin", "end", "path"}, without those that it has not.
std::string failure_as_json(const Failure& failure);

}  // namespace khabar
