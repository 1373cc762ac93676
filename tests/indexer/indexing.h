// SPDX-License-Identifier: GPL-2.0-or-later
// What the tests of index and search share: articles, and indexes of them on disk.
#pragma once

#include <string>
#include <vector>

#include "corpus/document.h"
#include "indexer/index_admin.h"
#include "indexer/index_writer.h"
#include "indexer/schema.h"
#include "tests/support/temp_dir.h"

namespace khabar::test {

inline Document article(std::string id, std::string language, std::string title,
                        std::string body = {}) {
  Document document;
  document.id = std::move(id);
  document.language = std::move(language);
  document.title = std::move(title);
  document.body = std::move(body);
  return document;
}

/// Writes articles into the index at `path` and finishes.
inline IndexStats write_index(const std::string& path, const std::vector<Document>& documents,
                              const WriterOptions& options = {}) {
  IndexWriter writer(path, options);
  for (const Document& document : documents) writer.add(document);
  writer.finish();
  return writer.stats();
}

/// The ids of an index, in the order they were indexed.
inline std::vector<std::string> ids_in(const std::string& path) {
  std::vector<std::string> ids;
  export_documents(path, [&ids](const StoredFields& fields) { ids.push_back(fields.id); });
  return ids;
}

/// The body that an index has for an id; "no such document" where it has none.
inline std::string body_in(const std::string& path, const std::string& id) {
  std::string body = "no such document";
  export_documents(path, [&](const StoredFields& fields) {
    if (fields.id == id) body = fields.body;
  });
  return body;
}

}  // namespace khabar::test
