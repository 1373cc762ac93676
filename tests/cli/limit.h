// SPDX-License-Identifier: GPL-2.0-or-later
// Limits of what the system gives to a process.
#pragma once

#include <sys/resource.h>

#include <algorithm>

namespace khabar::test {

/// A limit for the children that are started while it lives.
class Limit {
 public:
  Limit(__rlimit_resource resource, rlim_t soft) : resource_(resource) {
    getrlimit(resource_, &before_);
    rlimit limit = before_;
    limit.rlim_cur = std::min(soft, before_.rlim_max);
    setrlimit(resource_, &limit);
  }
  ~Limit() { setrlimit(resource_, &before_); }
  Limit(const Limit&) = delete;
  Limit& operator=(const Limit&) = delete;

 private:
  __rlimit_resource resource_;
  rlimit before_{};
};

}  // namespace khabar::test
