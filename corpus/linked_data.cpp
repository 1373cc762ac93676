// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/linked_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

namespace khabar {
namespace {

using nlohmann::json;

// A string, the strings of a list by lines, or the name of an object.
std::string text_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) {
    const auto name = value.find("name");
    return name != value.end() && name->is_string() ? name->get<std::string>() : std::string();
  }
  std::string text;
  if (!value.is_array()) return text;
  for (const json& part : value) {
    if (!part.is_string()) continue;
    text += (text.empty() ? "" : "\n") + part.get_ref<const std::string&>();
  }
  return text;
}

void fill(const json& object, const char* property, std::string& field) {
  const auto value = object.find(property);
  if (field.empty() && value != object.end()) field = text_of(*value);
}

bool is_article(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto names_one = [](const json& name) {
    if (!name.is_string()) return false;
    const auto& text = name.get_ref<const std::string&>();
    return text.ends_with("Article") || text.ends_with("Posting");
  };
  return names_one(*type) ||
         (type->is_array() && std::any_of(type->begin(), type->end(), names_one));
}

// The objects of the outermost list and of "@graph".
std::vector<const json*> objects_of(const json& root) {
  std::vector<const json*> objects;
  std::vector<const json*> open{&root};
  while (!open.empty()) {
    const json& value = *open.back();
    open.pop_back();
    if (value.is_array()) {
      for (auto it = value.rbegin(); it != value.rend(); ++it) open.push_back(&*it);
    } else if (value.is_object()) {
      objects.push_back(&value);
      if (const auto graph = value.find("@graph"); graph != value.end()) open.push_back(&*graph);
    }
  }
  return objects;
}

}  // namespace

void read_linked_data(std::string_view script, LinkedArticle& article) {
  const json root = json::parse(script.begin(), script.end(), nullptr, false, true);
  if (root.is_discarded()) return;
  const std::vector<const json*> objects = objects_of(root);
  for (const json* object : objects) {
    if (!is_article(*object)) continue;
    fill(*object, "headline", article.headline);
    fill(*object, "datePublished", article.date_published);
    fill(*object, "publisher", article.publisher);
    fill(*object, "articleSection", article.section);
  }
  for (const json* object : objects) fill(*object, "datePublished", article.date_published);
}

}  // namespace khabar
