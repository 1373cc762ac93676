// SPDX-License-Identifier: GPL-2.0-or-later
// Which folder may include which: the table of ARCHITECTURE.md, checked against the #include lines.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "tests/house/repository.h"

namespace khabar {
namespace {

using test::repository_files;

struct Include {
  std::string file;
  std::string header;  // without quotes or angle brackets
  bool own = false;    // in quotes
};

std::optional<Include> include_in(const std::string& line, const std::string& file) {
  constexpr std::string_view directive = "#include ";
  if (!line.starts_with(directive)) return std::nullopt;
  const std::size_t begin = directive.size() + 1;
  const std::size_t end = line.find_first_of(">\"", begin);
  if (end == std::string::npos) return std::nullopt;
  return Include{file, line.substr(begin, end - begin), line[begin - 1] == '"'};
}

std::vector<Include> all_includes() {
  std::vector<Include> includes;
  for (const std::string& file : repository_files()) {
    if (!test::ends_in(file, {".cpp", ".h"})) continue;
    for (const std::string& line : test::lines_of(test::file_bytes(test::kSourceRoot / file))) {
      if (std::optional<Include> include = include_in(line, file)) {
        includes.push_back(std::move(*include));
      }
    }
  }
  return includes;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

// These may include everything.
bool is_command(const std::string& file) {
  return file == "main.cpp" || file.ends_with("_command.cpp");
}

bool may_include(const std::string& file, const std::string& header) {
  struct Layer {
    const char* folder;
    std::vector<std::string_view> headers;  // ends in '/': all of a folder
  };
  static const std::vector<Layer> layers = {
      {"analyzers", {"analyzers/"}},
      {"corpus", {"corpus/"}},
      {"indexer", {"analyzers/", "corpus/document.h", "indexer/"}},
      {"searcher",
       {"analyzers/", "indexer/addresses.h", "indexer/glass_reader.h", "indexer/schema.h",
        "indexer/word_order.h", "indexer/word_pairs.h", "searcher/"}},
      {"bench", {"analyzers/", "corpus/", "indexer/", "searcher/", "bench/"}},
  };
  for (const Layer& layer : layers) {
    if (folder_of(file) != layer.folder) continue;
    for (const std::string_view allowed : layer.headers) {
      if (allowed.ends_with('/') ? header.starts_with(allowed) : header == allowed) return true;
    }
    return false;
  }
  return true;  // tests, and the top of the tree
}

TEST(Layers, IncludeOnlyWhatTheTableAllows) {
  std::size_t checked = 0;
  for (const Include& include : all_includes()) {
    if (!include.own || folder_of(include.header).empty() || is_command(include.file)) continue;
    ++checked;
    EXPECT_TRUE(may_include(include.file, include.header))
        << include.file << " includes " << include.header;
  }
  EXPECT_GT(checked, 100U);
}

TEST(Layers, IncludeNothingOfBench) {
  for (const Include& include : all_includes()) {
    const std::string folder = folder_of(include.file);
    if (!include.own || folder == "bench" || folder == "tests" || is_command(include.file))
      continue;
    EXPECT_NE(folder_of(include.header), "bench") << include.file;
  }
}

TEST(Layers, IncludeNothingOfTheTests) {
  for (const Include& include : all_includes()) {
    if (include.own && folder_of(include.file) != "tests") {
      EXPECT_NE(folder_of(include.header), "tests") << include.file;
    }
  }
}

TEST(Layers, NameTheirOwnHeadersFromTheTop) {
  for (const Include& include : all_includes()) {
    if (!include.own || include.header == "commands.h") continue;
    // Generated beside the objects.
    if (include.header == "analyzers_data.h") continue;
    EXPECT_TRUE(std::filesystem::exists(test::kSourceRoot / include.header))
        << include.file << " includes \"" << include.header << "\"";
  }
}

// "searcher/notes.h", "searcher/notes.cpp" -> "searcher/notes"
std::string stem_of(const std::string& path) { return path.substr(0, path.rfind('.')); }

// A header and its source are one.
TEST(Layers, OfTheSearcherIncludeEachOtherInOneDirection) {
  std::map<std::string, std::set<std::string>> behind;
  for (const Include& include : all_includes()) {
    const bool within =
        folder_of(include.file) == "searcher" && folder_of(include.header) == "searcher";
    if (within && stem_of(include.file) != stem_of(include.header))
      behind[stem_of(include.file)].insert(stem_of(include.header));
  }
  // Whoever includes nothing that is left is taken away, until nobody is.
  for (bool smaller = true; smaller;) {
    const auto is_gone = [&](const std::string& one) { return !behind.contains(one); };
    smaller = std::erase_if(behind, [&](const auto& one) {
                return std::all_of(one.second.begin(), one.second.end(), is_gone);
              }) > 0;
  }
  for (const auto& [file, headers] : behind) {
    ADD_FAILURE() << file << " stands in a circle of #include lines, or includes what does: "
                  << testing::PrintToString(headers);
  }
}

TEST(Layers, LeaveTheCommandLineToTheCommands) {
  for (const Include& include : all_includes()) {
    if (is_command(include.file)) continue;
    EXPECT_FALSE(include.header.starts_with("CLI/")) << include.file;
    EXPECT_NE(include.header, "commands.h") << include.file;
  }
}

// The third column of the table: whose libraries a folder knows.
TEST(Layers, KnowOnlyTheirOwnLibraries) {
  struct Library {
    const char* headers;
    std::vector<std::string_view> folders;
  };
  const std::vector<Library> libraries = {
      {"unicode/", {"analyzers", "corpus"}},
      {"xapian.h", {"indexer", "searcher"}},
      {"libxml/", {"corpus"}},
      {"archive", {"corpus"}},
      {"zlib.h", {"corpus"}},
      {"nlohmann/", {"corpus", "searcher"}},
      {"httplib.h", {"searcher"}},
      {"benchmark/", {"bench"}},
  };
  for (const Include& include : all_includes()) {
    const std::string folder = folder_of(include.file);
    if (include.own || folder == "tests" || folder == "bench" || is_command(include.file)) continue;
    for (const Library& library : libraries) {
      if (!include.header.starts_with(library.headers)) continue;
      EXPECT_NE(std::find(library.folders.begin(), library.folders.end(), folder),
                library.folders.end())
          << include.file << " includes <" << include.header << ">";
    }
  }
}

}  // namespace
}  // namespace khabar
