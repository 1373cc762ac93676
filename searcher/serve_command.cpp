// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar serve`: the page and the HTTP API.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include "commands.h"
#include "searcher/http_server.h"
#include "searcher/search_command.h"

namespace khabar {
namespace {

// "127.0.0.1:8080", "[::1]:8080".
void read_address(const std::string& listen, ServerOptions& options) {
  constexpr unsigned long kMaxPort = 65535;
  const std::size_t colon = listen.rfind(':');
  const std::string port = colon == std::string::npos ? "" : listen.substr(colon + 1);
  std::string host = listen.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const bool digits = !port.empty() && port.size() <= 5 &&
                      port.find_first_not_of("0123456789") == std::string::npos;
  if (host.empty() || !digits || std::stoul(port) > kMaxPort)
    throw std::runtime_error("--listen is no address and port: \"" + listen +
                             "\" (write 127.0.0.1:8080, or [::1]:8080)");
  options.host = host;
  options.port = std::stoi(port);
}

// The signals are waited for where nothing else is done: all threads leave them to this one.
int run_serve(const ServerOptions& options) {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  HttpServer server(options);
  std::cout << server.address() << std::endl;
  if (isatty(STDERR_FILENO) == 1) std::cerr << "khabar: Ctrl-C stops the server\n";
  bool by_itself = false;
  std::thread answers([&] {
    if (server.run()) return;
    by_itself = true;
    kill(getpid(), SIGTERM);
  });
  int signal = 0;
  sigwait(&ends, &signal);
  server.stop();
  answers.join();
  if (by_itself) throw std::runtime_error("the server at " + server.address() + " ended by itself");
  return kExitDone;
}

}  // namespace

void add_serve_command(CLI::App& app, int& exit_code) {
  struct Options {
    ServerOptions server;
    std::string listen = "127.0.0.1:8080";
  };
  CLI::App* command = app.add_subcommand("serve", "Answer a browser and programs over HTTP");
  const auto options = std::make_shared<Options>();
  options->server.threads = std::max(std::thread::hardware_concurrency(), 1U);
  add_index_option(*command, options->server.index);
  command->add_option("--listen", options->listen, "Address and port; port 0 is any free one")
      ->capture_default_str()
      ->type_name("HOST:PORT");
  command->add_option("--threads", options->server.threads, "Searches at a time")
      ->check(CLI::Range(1, 256))
      ->capture_default_str()
      ->type_name("N");
  add_synonyms_option(*command, options->server.ranking);
  command->footer(
      "Addresses:\n"
      "  /                the page to search on\n"
      "  /feed?q=         its results as a feed (Atom), newest first\n"
      "  /article?id=     an article as it is stored, its copies and those like it\n"
      "  /api/search?q=   as khabar search --json; its options are parameters: &limit=5&facets=1\n"
      "  /api/suggest?q=  as khabar suggest --json\n"
      "  /api/similar?id= as khabar similar --json\n"
      "  /healthz         whether the index answers\n"
      "Whoever reaches the address can search: there is no password. For others than this machine "
      "put a\nserver in front that asks for one.\n"
      "\n"
      "Examples:\n"
      "  khabar serve --index news\n"
      "  khabar serve --index news --listen 127.0.0.1:0\n"
      "Ctrl-C or SIGTERM ends it. Exit codes: 0 ended so, 2 error.");
  command->callback([options, &exit_code] {
    read_address(options->listen, options->server);
    exit_code = run_serve(options->server);
  });
}

}  // namespace khabar
