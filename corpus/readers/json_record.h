// SPDX-License-Identifier: GPL-2.0-or-later
// One article of a JSON file, whichever of its formats: plain, or as Elasticsearch, MongoDB,
// Telegram Desktop and WordPress export it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "corpus/field_names.h"
#include "corpus/record.h"

namespace khabar {

/// Reads the objects of one input. Thread safety: thread-confined.
class JsonRecords {
 public:
  /// Both outlive this.
  JsonRecords(std::string_view path, const ProblemHandler& on_problem)
      : path_(path), on_problem_(on_problem), unused_(path, on_problem) {}

  /// Fills `record` from one JSON object in well-formed UTF-8, and completes it. An object with
  /// "_source" (Elasticsearch) is that object under its "_id"; {"$oid": x}, {"$date": x} and
  /// {"$numberLong": x} (MongoDB) are x; a list of strings and of objects with "text" (Telegram) is
  /// one text; {"rendered": html} (WordPress) is the text of the page, and the id has the name of
  /// the site before it. The action lines of Elasticsearch's bulk format give the next object its
  /// id. False for what is no article: reported, unless it is an action line or a service message
  /// of Telegram.
  bool read(std::string_view object, std::uint64_t line, Record& record);

  /// What an export says once for all of its articles: the name of the channel. The id is then the
  /// channel's name, a slash and the number of the message.
  void set_channel(std::string name) { channel_ = std::move(name); }

 private:
  bool read_any(std::string_view object, std::uint64_t line, Record& record);
  // A field of an article; true where it was HTML.
  bool read_field(const std::string& key, const nlohmann::ordered_json& wrapped, std::uint64_t line,
                  Record& record);
  void report(Severity severity, std::uint64_t line, std::string message) const;

  std::string_view path_;
  const ProblemHandler& on_problem_;
  UnusedFields unused_;
  std::string next_id_;  // of an action line
  std::string channel_;
};

}  // namespace khabar
