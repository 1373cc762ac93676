// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_admin.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "analyzers/language.h"
#include "indexer/index_folder.h"
#include "indexer/index_writer.h"
#include "indexer/version_file.h"

namespace khabar {
namespace {

// A term of a filter is a key; the spelling to show is that of the first document that has it.
std::string spelling_of(const Xapian::Database& database, const std::string& term,
                        std::string_view prefix, std::string StoredFields::*field) {
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return {};
  return value_of_key(decode_fields(database.get_document(*posting).get_data()).*field,
                      readable_term(term.substr(prefix.size())));
}

std::vector<ValueCount> count_values(const Xapian::Database& database, std::string_view prefix,
                                     std::string StoredFields::*field) {
  std::vector<ValueCount> counts;
  const std::string start(prefix);
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    counts.push_back({spelling_of(database, *term, prefix, field), term.get_termfreq()});
  }
  std::stable_sort(counts.begin(), counts.end(), [](const ValueCount& a, const ValueCount& b) {
    return a.documents > b.documents;
  });
  return counts;
}

// What is to be told of a damaged document: its id, where that can be read.
std::string name_of(const Xapian::Database& database, Xapian::docid document) {
  std::string number = "document " + std::to_string(document);
  try {
    auto term = database.termlist_begin(document);
    term.skip_to(std::string(kIdPrefix));
    if (term != database.termlist_end(document) && (*term).starts_with(kIdPrefix))
      return number + ", id \"" + (*term).substr(kIdPrefix.size()) + "\"";
  } catch (const Xapian::DatabaseCorruptError&) {
  }
  return number;
}

// Nothing where the document is damaged, which is told to `unreadable`.
std::optional<StoredFields> fields_of(const Xapian::Database& database, Xapian::docid document,
                                      const std::function<void(const std::string&)>& unreadable) {
  std::string reason;
  try {
    return decode_fields(database.get_document(document).get_data());
  } catch (const Xapian::DatabaseCorruptError& error) {
    if (!unreadable) throw;
    reason = error.get_msg();
  } catch (const IndexError& error) {
    if (!unreadable) throw;
    reason = error.what();
  }
  unreadable(name_of(database, document) + ": " + reason);
  return std::nullopt;
}

std::vector<std::vector<std::string>> clusters_of(const Xapian::Database& database) {
  std::vector<std::vector<std::string>> clusters;
  const std::string prefix(kCopiesKeyPrefix);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key) {
    clusters.push_back(decode_ids(database.get_metadata(*key)));
  }
  return clusters;
}

IndexInfo info_of(const Xapian::Database& database) {
  IndexInfo info;
  info.schema = database.get_metadata(std::string(kSchemaKey));
  info.analyzers = database.get_metadata(std::string(kAnalyzersKey));
  info.compatible =
      info.schema == std::to_string(kSchemaVersion) && info.analyzers == analyzer_fingerprint();
  info.documents = database.get_doccount();
  for (auto it = database.allterms_begin(); it != database.allterms_end(); ++it) ++info.terms;
  info.dated_documents = database.get_value_freq(kDateSlot);
  info.first_date = iso_date(database.get_value_lower_bound(kDateSlot));
  info.last_date = iso_date(database.get_value_upper_bound(kDateSlot));
  // Another schema may have other prefixes and fields.
  if (info.schema != std::to_string(kSchemaVersion)) return info;
  const auto clusters = clusters_of(database);
  info.clusters = clusters.size();
  for (const auto& ids : clusters) info.copies += ids.size() - 1;
  info.languages = count_values(database, kLanguagePrefix, &StoredFields::language);
  info.sources = count_values(database, kSourcePrefix, &StoredFields::source);
  info.categories = count_values(database, kCategoryPrefix, &StoredFields::category);
  return info;
}

}  // namespace

IndexInfo index_info(const std::string& path) {
  // A writer that commits or publishes meanwhile takes away what is being read: read anew.
  constexpr int kAttempts = 10;
  for (int attempt = 1;; ++attempt) {
    const FileStamp stamp = publication_stamp(path);
    const std::string folder = published_folder(path);
    require_whole_version_file(folder, path);
    try {
      IndexInfo info = info_of(Xapian::Database(folder));
      info.bytes = bytes_on_disk(folder);
      return info;
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == kAttempts) throw index_error(path, error);
    } catch (const Xapian::Error& error) {
      if (attempt == kAttempts || publication_stamp(path) == stamp) throw index_error(path, error);
    }
  }
}

void export_documents(const std::string& path, const std::function<void(const StoredFields&)>& take,
                      const std::function<void(const std::string&)>& unreadable) {
  Xapian::Database database = open_index(path);
  Xapian::docid last = 0;
  for (bool again = true; again;) {
    again = false;
    const Xapian::docid last_before = last;
    try {
      auto it = database.postlist_begin("");
      for (it.skip_to(last + 1); it != database.postlist_end(""); ++it) {
        const std::optional<StoredFields> fields = fields_of(database, *it, unreadable);
        last = *it;
        if (fields) take(*fields);
      }
    } catch (const Xapian::DatabaseModifiedError& error) {
      // A writer committed twice meanwhile: go on in its newest state, behind the last document
      // handed over.
      again = database.reopen() || last > last_before;
      if (!again) throw index_error(path, error);
    } catch (const Xapian::Error& error) {
      throw index_error(path, error);
    }
  }
}

std::vector<std::vector<std::string>> copy_clusters(const std::string& path) {
  Xapian::Database database = open_index(path);
  for (;;) {
    try {
      return clusters_of(database);
    } catch (const Xapian::DatabaseModifiedError& error) {
      // A writer committed twice meanwhile: read its newest state.
      if (!database.reopen()) throw index_error(path, error);
    } catch (const Xapian::Error& error) {
      throw index_error(path, error);
    }
  }
}

std::vector<std::string> delete_documents(const std::string& path,
                                          const std::vector<std::string>& ids) {
  open_index(path);  // throws where there is none; a writer would make one
  IndexWriter writer(path, {});
  std::vector<std::string> missing;
  for (const std::string& id : ids) {
    if (!writer.remove(id)) missing.push_back(id);
  }
  writer.finish();
  return missing;
}

}  // namespace khabar
