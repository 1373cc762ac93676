// SPDX-License-Identifier: GPL-2.0-or-later
// The address of a page of results, and those of the pages that it leads to.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar {

/// `text` with all bytes but the unreserved characters of RFC 3986 as %XX.
std::string percent_encoded(std::string_view text);

/// A path and its parameters, decoded, in their order. Encoding: UTF-8. Thread safety:
/// thread-compatible.
class PageAddress {
 public:
  using Parameter = std::pair<std::string, std::string>;

  PageAddress(std::string path, std::vector<Parameter> parameters)
      : path_(std::move(path)), parameters_(std::move(parameters)) {}

  /// The value of the first parameter of this name; empty where there is none.
  std::string_view value(std::string_view name) const;

  /// This address with other values of the named parameters, percent-encoded; without those whose
  /// value is empty, and without "offset" unless it is named: another search begins at its first
  /// results. q=a&offset=10 with {{"sort", "newest"}} -> "/?q=a&sort=newest".
  std::string with(
      std::initializer_list<std::pair<std::string_view, std::string_view>> changes) const;

  /// The same parameters at another path, behind the `first` ones.
  PageAddress at(std::string path, std::vector<Parameter> first = {}) const;

  /// Without this parameter.
  PageAddress without(std::string_view name) const;

 private:
  std::string path_;
  std::vector<Parameter> parameters_;
};

}  // namespace khabar
