// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "analyzers/analyzer.h"
#include "analyzers/utf8.h"
#include "indexer/index_folder.h"
#include "indexer/packed_text.h"
#include "indexer/version_file.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStubFile = "XAPIANDB";

// Waits until a file, or the list of files of a folder, is on the disk.
bool sync_to_disk(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return synced;
}

// Waits until the files of a folder, and their names, are on the disk. Not every file system syncs
// folders; that a folder is gone is for its readers to say.
bool sync_files(const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& file : fs::directory_iterator(folder, error)) {
    if (!sync_to_disk(file.path())) return false;
  }
  sync_to_disk(folder);
  return true;
}

Xapian::Database open_once(const std::string& path) {
  const std::string folder = published_folder(path);
  require_whole_version_file(folder, path);
  require_first_build_done(path);
  try {
    Xapian::Database database(folder);
    check_compatible(database, path);
    return database;
  } catch (const Xapian::Error& error) {
    throw index_error(path, error);
  }
}

}  // namespace

std::string word_term(std::string_view prefix, std::string_view word) {
  std::string term(prefix);
  pack_text(word, term);
  return term;
}

std::string readable_term(std::string_view term) {
  std::string text;
  unpack_text(term, text);
  return text;
}

// FNV-1a.
std::uint64_t stable_hash(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3;
  }
  return hash;
}

std::string copies_key(std::string_view cluster) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string key(kCopiesKeyPrefix);
  for (const char c : cluster) {
    key += kDigits[static_cast<unsigned char>(c) >> 4];
    key += kDigits[static_cast<unsigned char>(c) & 0xF];
  }
  return key;
}

std::string id_term(std::string_view id) {
  const std::size_t room = kMaxTermBytes - kIdPrefix.size();
  std::string term(kIdPrefix);
  // A NUL costs two bytes in the key; ids with control characters take the hashed form too.
  const bool plain = std::none_of(id.begin(), id.end(), [](char c) { return c == '\0'; });
  if (id.size() <= room && plain) return term.append(id);
  std::array<char, 17> hash{};
  std::snprintf(hash.data(), hash.size(), "%016llx",
                static_cast<unsigned long long>(stable_hash(id)));
  std::string head(safe_prefix(id, room - 17));
  std::erase(head, '\0');
  return term + head + '#' + hash.data();
}

std::string filter_key(std::string_view text) {
  TokenList tokens;
  analyze(text, fallback_language(), tokens);
  std::string key;
  for (const Token& token : tokens) key += token.word;
  return std::string(safe_prefix(key, kMaxTermBytes - kCategoryPrefix.size()));
}

std::string iso_date(const std::string& value) {
  if (value.size() != 8) return {};
  return value.substr(0, 4) + "-" + value.substr(4, 2) + "-" + value.substr(6);
}

std::string joined_values(std::string_view values) {
  std::string joined;
  for_each_value(values, [&](std::string_view value) {
    if (!joined.empty()) joined += ", ";
    joined += value;
  });
  return joined;
}

std::string value_of_key(std::string_view values, std::string_view key) {
  std::string found(values);
  if (values.find('\n') == std::string_view::npos) return found;
  for_each_value(values, [&](std::string_view value) {
    if (filter_key(value) == key) found = value;
  });
  return found;
}

std::string_view listed_letter(std::string_view term) {
  constexpr std::size_t kMaxListedBytes = 60;
  if (term.empty() || term.size() > kMaxListedBytes) return {};
  const char first = term.front();
  if (first < 'a' && (static_cast<unsigned char>(first) < 0x80)) return {};
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (std::any_of(term.begin(), term.end(), digit)) return {};
  std::size_t end = 0;
  next_code_point(term, end);
  return term.substr(0, end);
}

std::uint8_t word_weight(Xapian::doccount documents) {
  return static_cast<std::uint8_t>(std::lround(8.0 * std::log2(std::max(documents, 1U))));
}

double documents_of_weight(std::uint8_t weight) { return std::exp2(weight / 8.0); }

void WordListWriter::add(std::string_view word, std::uint8_t weight) {
  const auto [mine, theirs] = std::mismatch(word.begin(), word.end(), last_.begin(), last_.end());
  const auto shared = mine - word.begin();
  list_ += static_cast<char>(shared);
  list_ += static_cast<char>(word.end() - mine);
  list_.append(mine, word.end());
  list_ += static_cast<char>(weight);
  last_ = word;
}

bool WordListReader::next() {
  constexpr std::size_t kAround = 3;
  if (rest_.size() < kAround) return false;
  shared_ = static_cast<unsigned char>(rest_[0]);
  const std::size_t rest = static_cast<unsigned char>(rest_[1]);
  if (shared_ > word_.size() || rest_.size() < kAround + rest) return false;
  word_.resize(shared_);
  word_.append(rest_.substr(2, rest));
  weight_ = static_cast<std::uint8_t>(rest_[2 + rest]);
  rest_.remove_prefix(kAround + rest);
  return true;
}

namespace {

// Whether it is a database with documents, or one that cannot be read.
bool may_have_documents(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::exists(folder / "iamglass", ignored)) return false;
  try {
    return Xapian::Database(folder).get_doccount() > 0;
  } catch (const Xapian::Error&) {
    return true;
  }
}

// What publish_folder() writes, and nothing outside the index.
bool names_a_folder(std::string_view name) {
  return name.size() > kFolderPrefix.size() && name.starts_with(kFolderPrefix) &&
         name.find_first_not_of("0123456789", kFolderPrefix.size()) == std::string_view::npos;
}

// Of a path that is there, and what to do.
std::string what_it_is(const fs::path& path) {
  std::error_code ignored;
  const fs::path above = (fs::absolute(path, ignored) / "").parent_path().parent_path();
  if (!above.empty() && fs::exists(above / kStubFile, ignored))
    return "it is a part of one (write --index " + above.string() + ")";
  if (!fs::is_directory(path, ignored))
    return "it is a file (give the folder of an index, as khabar index made it)";
  const bool holds_others = std::any_of(
      fs::directory_iterator(path, ignored), fs::directory_iterator(), [](const auto& entry) {
        const std::string name = entry.path().filename().string();
        return name != "writer.lock" && !name.starts_with(kFolderPrefix);  // of a first run cut off
      });
  return holds_others ? "it is a folder with other files (give that of an index, or a new one to "
                        "khabar index)"
                      : "it is an empty folder; make one: khabar index --index " + path.string() +
                            " FILE...";
}

}  // namespace

void require_no_lost_index(const std::string& index_path) {
  std::error_code ignored;
  std::string last;
  for (const auto& entry : fs::directory_iterator(index_path, ignored)) {
    std::string name = entry.path().filename();
    if (!name.starts_with(kFolderPrefix) || !may_have_documents(entry.path())) continue;
    if (std::pair(name.size(), name) > std::pair(last.size(), last)) last = std::move(name);
  }
  if (last.empty()) return;
  throw IndexError("the index at " + index_path +
                   " has lost its file XAPIANDB, which names the folder of its documents (make it: "
                   "echo auto " +
                   last + " > " + index_path + "/XAPIANDB; or start anew with --fresh)");
}

std::string published_folder(const std::string& index_path) {
  std::ifstream stub(fs::path(index_path) / kStubFile);
  std::string kind, folder;
  if (!(stub >> kind >> folder) || kind != "auto" || !names_a_folder(folder)) {
    std::error_code ignored;
    if (!fs::exists(index_path, ignored)) {
      throw IndexError("no index at " + index_path + " (make one: khabar index --index " +
                       index_path + " FILE...)");
    }
    if (!fs::exists(fs::path(index_path) / kStubFile, ignored) && !ignored) {
      require_no_lost_index(index_path);
      throw IndexError(index_path + " is not an index of khabar: " + what_it_is(index_path));
    }
    throw IndexError(
        "cannot read the index at " + index_path +
        ": no permission, or its file XAPIANDB is damaged (check the rights of the folder; where "
        "they are right, restore a backup or index again with --fresh)");
  }
  std::string published = (fs::path(index_path) / folder).string();
  // Xapian would say that it cannot tell what kind of database this is.
  if (::access(published.c_str(), R_OK | X_OK) != 0 && errno == EACCES) {
    throw IndexError("cannot read the index at " + index_path + ": no permission for its folder " +
                     folder + " (check the rights of the folder)");
  }
  return published;
}

FileStamp publication_stamp(const std::string& index_path) {
  return file_stamp(fs::path(index_path) / kStubFile);
}

std::uint64_t bytes_when_published(const std::string& index_path) {
  std::ifstream stub(fs::path(index_path) / kStubFile);
  std::string kind, folder, mark;
  std::uint64_t bytes = 0;
  stub >> kind >> folder >> mark >> bytes;
  return bytes;
}

void publish_folder(const std::string& index_path, const std::string& folder_name) {
  const fs::path stub = fs::path(index_path) / kStubFile;
  const fs::path draft = fs::path(index_path) / (std::string(kStubFile) + ".new");
  std::ofstream out(draft, std::ios::trunc);
  out << "auto " << folder_name << "\n# " << bytes_on_disk(index_path + "/" + folder_name)
      << " bytes when published\n";
  out.close();
  const bool written = out && sync_files(fs::path(index_path) / folder_name) && sync_to_disk(draft);
  std::error_code error;
  if (written) fs::rename(draft, stub, error);
  if (!written || error) {
    throw IndexError(
        "cannot publish the index at " + index_path +
        ": the disk is full or the folder is read-only (free some space and run again)");
  }
  sync_to_disk(index_path);
}

Xapian::Database open_index(const std::string& path) {
  // A writer may publish another folder, and remove this one, while it is being opened.
  constexpr int kAttempts = 10;
  for (int attempt = 1;; ++attempt) {
    const FileStamp stamp = publication_stamp(path);
    try {
      return open_once(path);
    } catch (const IndexError&) {
      if (attempt == kAttempts || publication_stamp(path) == stamp) throw;
    }
  }
}

void check_compatible(const Xapian::Database& database, const std::string& path) {
  const std::string schema = database.get_metadata(std::string(kSchemaKey));
  const std::string analyzers = database.get_metadata(std::string(kAnalyzersKey));
  if (schema == std::to_string(kSchemaVersion) && analyzers == analyzer_fingerprint()) return;
  const std::string remedy =
      " (index the documents again: khabar index --fresh --index " + path + " FILE...)";
  if (schema != std::to_string(kSchemaVersion)) {
    throw IndexError("the index at " + path + " has schema " + (schema.empty() ? "none" : schema) +
                     ", this khabar reads schema " + std::to_string(kSchemaVersion) + remedy);
  }
  throw IndexError("the index at " + path + " was made by other analyzers (" + analyzers +
                   "), this khabar has " + analyzer_fingerprint() + remedy);
}

IndexError index_error(const std::string& path, const Xapian::Error& error) {
  std::string what = error.get_msg();
  if (error.get_error_string() != nullptr) what += std::string(": ") + error.get_error_string();
  const std::string place = "the index at " + path;
  // Xapian::Error is not polymorphic; its type is a name.
  const std::string_view type = error.get_type();
  if (type == "DatabaseLockError") {
    return IndexError(place + " is being written by another khabar (wait for it, or end it)");
  }
  if (type == "DatabaseCorruptError" || type == "DatabaseVersionError") {
    return IndexError(place + " is damaged: " + what +
                      " (run khabar check, which names the remedy)");
  }
  if (type == "DatabaseOpeningError" || type == "DatabaseCreateError" ||
      type == "DatabaseNotFoundError") {
    return IndexError(place + " cannot be opened: " + what +
                      " (check the path and its rights; khabar check tells more)");
  }
  return IndexError(
      place + " fails: " + what +
      " (check the disk's free space; khabar check tells whether the index is whole)");
}

}  // namespace khabar
