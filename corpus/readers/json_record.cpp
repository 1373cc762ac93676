// SPDX-License-Identifier: GPL-2.0-or-later
// Plain objects of strings take a straight path; whatever else JSON allows, and every error, goes
// through nlohmann::json.
#include "corpus/readers/json_record.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/markup.h"
#include "corpus/readers/json_object.h"

namespace khabar {
namespace {

using json = nlohmann::ordered_json;

// Of a record, beside those with names of ours. An ordered object goes through all that it has
// for each new one.
constexpr std::size_t kMostKeys = 4096;

constexpr std::string_view kNeeds = "each object needs one of title, body";

// The value in {"$oid": ...}, {"$date": ...}, {"$date": {"$numberLong": ...}}; else the value.
const json& unwrapped(const json& value) {
  const json* inner = &value;
  while (inner->is_object() && inner->size() == 1 && inner->begin().key().starts_with('$'))
    inner = &inner->begin().value();
  return *inner;
}

// HTML in {"rendered": ...}.
bool is_rendered(const json& value) {
  return value.is_object() && value.contains("rendered") && value["rendered"].is_string();
}

// The number of an article on its site, for another site has the same: "khabar.example/7".
std::string id_on_site(const std::string& number, std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return number;
  const std::string_view site = url.substr(scheme + 3);
  return std::string(site.substr(0, site.find('/'))) + "/" + number;
}

bool is_run_of_text(const json& part) {
  return part.is_object() && part.contains("text") && part["text"].is_string();
}

// What an outlet or a section is called in {"id": ..., "name": ...}; else the value.
const json& named(const json& value) {
  const bool has_name = value.is_object() && value.contains("name") && value["name"].is_string();
  return has_name ? value["name"] : value;
}

// A JSON value as the text of a field; nothing for null, true, false and objects. Of a list the
// strings, with `separator` in between; runs of one text, some of them marked, without any.
std::string field_text(const json& value, std::string_view separator) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  std::string text;
  if (!value.is_array()) return text;
  const bool runs = std::any_of(value.begin(), value.end(), is_run_of_text);
  for (const json& part : value) {
    const bool run = is_run_of_text(part);
    if (!part.is_string() && !run) continue;
    if (!text.empty() && !runs) text += separator;
    text += (run ? part["text"] : part).get_ref<const std::string&>();
  }
  return text;
}

// Null is a way to say that there is none.
bool is_text(const json& value) {
  if (!value.is_array()) return value.is_string() || value.is_number() || value.is_null();
  return std::all_of(value.begin(), value.end(), [](const json& part) {
    return part.is_string() || part.is_null() || is_run_of_text(part);
  });
}

// The parser's own reason, without its library's prefix "[json.exception...] parse error at ...: ".
std::string reason_of(const json::exception& error) {
  std::string_view what = error.what();
  if (const auto prefix = what.find("] "); prefix != std::string_view::npos)
    what.remove_prefix(prefix + 2);
  const auto at = what.find("column ");
  if (at != std::string_view::npos) what.remove_prefix(at);
  // nlohmann quotes what it read last, which may be the whole line.
  const auto last_read = what.find("; last read: ");
  return std::string(what.substr(0, std::min<std::size_t>(last_read, 200)));
}

// The action of {"index": {"_id": ...}} and its like, which Elasticsearch wants before each
// article.
const json* bulk_action(const json& object) {
  if (object.size() != 1 || !object.begin().value().is_object()) return nullptr;
  const std::string& action = object.begin().key();
  const bool known =
      action == "index" || action == "create" || action == "update" || action == "delete";
  return known ? &object.begin().value() : nullptr;
}

}  // namespace

void JsonRecords::report(Severity severity, std::uint64_t line, std::string message) const {
  if (on_problem_) on_problem_({severity, std::string(path_), line, std::move(message)});
}

bool JsonRecords::read(std::string_view object, std::uint64_t line, Record& record) {
  if (!read_plain_object(object, record, unused_)) {
    record = {};
    if (!read_any(object, line, record)) return false;
  }
  Document& document = record.document;
  const std::string id = std::exchange(next_id_, {});
  if (document.id.empty()) document.id = id;
  if (!channel_.empty()) {
    document.id = channel_ + "/" + document.id;
    document.source = channel_;
  }
  return complete_record(record, {path_, line}, kNeeds, on_problem_);
}

bool JsonRecords::read_any(std::string_view object, std::uint64_t line, Record& record) {
  json parsed;
  std::size_t keys = 0;
  const auto keeps = [&](int, json::parse_event_t event, const json& key) {
    return event != json::parse_event_t::key || ++keys <= kMostKeys ||
           field_named(record, key.get_ref<const std::string&>()) != nullptr;
  };
  try {
    parsed = json::parse(object.begin(), object.end(), keeps);
  } catch (const json::exception& error) {
    report(Severity::skipped, line, "broken JSON, " + reason_of(error) + " (mend or remove it)");
    return false;
  }
  if (keys > kMostKeys) {
    report(Severity::repaired, line,
           "of " + std::to_string(keys) + " fields the first " + std::to_string(kMostKeys) +
               " are read, and those that khabar knows");
  }
  if (!parsed.is_object()) {
    report(Severity::skipped, line, "no JSON object (" + std::string(kNeeds) + ")");
    return false;
  }
  if (const json* action = bulk_action(parsed)) {
    next_id_ = action->contains("_id") ? field_text((*action)["_id"], "") : std::string();
    return false;
  }
  if (!channel_.empty() && parsed.value("type", json()) == "service") return false;
  const json* fields = &parsed;
  for (const char* wrapper : {"_source", "doc"}) {
    if (!parsed.contains(wrapper) || !parsed[wrapper].is_object()) continue;
    fields = &parsed[wrapper];
    if (parsed.contains("_id")) record.document.id = field_text(unwrapped(parsed["_id"]), "");
    break;
  }
  bool rendered = false;
  for (const auto& [key, value] : fields->items()) {
    if (read_field(key, value, line, record)) rendered = true;
  }
  std::string& id = record.document.id;
  if (rendered && !id.empty()) id = id_on_site(id, record.document.url);
  return true;
}

bool JsonRecords::read_field(const std::string& key, const json& wrapped, std::uint64_t line,
                             Record& record) {
  std::string* field = field_named(record, key);
  if (field == nullptr) unused_.take(key);
  if (field == nullptr || !field->empty()) return false;
  const bool is_label = field == &record.document.source || field == &record.document.category;
  const bool by_lines = field == &record.document.body || is_label;  // each is a value of its own
  const json& value = is_label ? named(unwrapped(wrapped)) : unwrapped(wrapped);
  if (is_rendered(value)) {
    *field = html_fragment_to_text(value["rendered"].get_ref<const std::string&>());
    return true;
  }
  *field = field_text(value, by_lines ? "\n" : ", ");
  if (!is_text(value)) {
    report(Severity::repaired, line,
           "left out what is no text in the field \"" + key +
               "\" (write a string or a list of strings)");
  }
  return false;
}

}  // namespace khabar
