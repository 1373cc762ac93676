// SPDX-License-Identifier: GPL-2.0-or-later
// The bundled ministry-news articles, as text for the benchmark programs.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "corpus/corpus_reader.h"
#include "corpus/document.h"

namespace khabar {

/// What a benchmark says where the articles are missing.
inline constexpr const char* kNoBundledCorpus =
    "no articles in corpus/ministry-news of the source folder that this program was built from";

/// The articles of corpus/ministry-news/articles-*.jsonl (compressed ones too), in one language, or
/// all for an empty tag. Empty where the folder has none.
inline std::vector<Document> bundled_articles(const std::string& language = {}) {
  std::vector<std::string> paths;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(KHABAR_CORPUS_DIR, missing)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("articles-") && name.find(".jsonl") != std::string::npos) {
      paths.push_back(entry.path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  CorpusReader reader(paths, "jsonl", nullptr);
  std::vector<Document> articles;
  while (auto article = reader.next()) {
    if (language.empty() || article->language == language) articles.push_back(std::move(*article));
  }
  return articles;
}

/// Bytes of the titles and bodies.
inline std::size_t text_bytes(const std::vector<Document>& articles) {
  std::size_t bytes = 0;
  for (const Document& article : articles) bytes += article.title.size() + article.body.size();
  return bytes;
}

/// A fresh folder for an index, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "khabar-bench-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make " + pattern);
    path_ = pattern;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string index() const { return path_ + "/index"; }

 private:
  std::string path_;
};

}  // namespace khabar
