// SPDX-License-Identifier: GPL-2.0-or-later
// Searches over HTTP: the page for people, and for programs the JSON that the commands print.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "searcher/ranking_options.h"

namespace khabar {

struct ServerOptions {
  std::string index;               ///< Folder of the index.
  std::string host = "127.0.0.1";  ///< An address of this machine, or a name of it.
  int port = 8080;                 ///< 0: one that is free.
  std::size_t threads = 2;         ///< Searches that run at a time; others wait.
  RankingOptions ranking{};
};

/// Answers GET (and HEAD), without any control of access:
///
///   /                    the page: a form, and the results where there is a query
///   /article?id=         the page of an article, as it is stored, with those like it
///   /feed?q=             the same as a feed (Atom), newest first, 50 unless limit is given
///   /api/search?q=       as `khabar search --json`
///   /api/suggest?q=      as `khabar suggest --json`
///   /api/similar?id=     as `khabar similar --json`
///   /healthz             {"status":"ok"} while the index answers
///
/// A feed names this server as the request does (Host; X-Forwarded-Proto where it is "https").
///
/// Parameters are the options of `khabar search` without their dashes; a flag is set by 1, and what
/// is empty is not given. Errors are {"error": ...}: 400 for a parameter or a query that is none
/// (with "begin" and "end" where a byte of the query is at fault), 404 for an address or an article
/// that is not there, 503 while the index cannot be read. An answer without hits is 200. What a
/// writer publishes is in the next answer. Encoding: UTF-8. Thread safety: stop() from any thread.
class HttpServer {
 public:
  /// Opens the index and the port. Throws IndexError, and std::runtime_error where it cannot listen
  /// there.
  explicit HttpServer(const ServerOptions& options);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();

  /// "http://127.0.0.1:8080/", with the port that it has.
  std::string address() const;

  /// Answers until stop(); false where it ended by itself.
  bool run();

  /// Lets the answers that are being made end.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace khabar
