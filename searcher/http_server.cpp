// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/http_server.h"

#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "analyzers/characters.h"
#include "analyzers/language.h"
#include "searcher/http_failure.h"
#include "searcher/page.h"
#include "searcher/page_address.h"
#include "searcher/page_frame.h"
#include "searcher/page_reader.h"
#include "searcher/result_feed.h"
#include "searcher/result_writer.h"
#include "searcher/search_command.h"
#include "searcher/searcher_pool.h"

namespace khabar {
namespace {

constexpr std::size_t kMaxLimit = 1'000;
constexpr std::size_t kMaxOffset = 1'000'000;

std::size_t number(const std::string& name, const std::string& value, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number > most)
    throw BadParameter(name, fmt::format("{} is to be a number from 0 to {}", name, most));
  return number;
}

bool flag(const std::string& name, const std::string& value) {
  if (value == "1" || value == "0") return value == "1";
  throw BadParameter(name, name + " is to be 1 or 0");
}

template <std::size_t kSize>
std::string one_of(const std::string& name, const std::string& value,
                   const std::array<std::string_view, kSize>& known) {
  if (std::ranges::find(known, value) != known.end()) return value;
  std::string text = name + " is to be one of";
  for (const std::string_view one : known)
    text.append(text.ends_with(" of") ? " " : ", ").append(one);
  throw BadParameter(name, text);
}

std::string language(const std::string& value) {
  const Language* const known = find_language(value);
  if (value != "auto" && (known == nullptr || known == &fallback_language()))
    throw BadParameter("language",
                       "language is to be auto, or the tag of a language that khabar has rules of");
  return value;
}

struct Parameter {
  std::string_view name;
  void (*read)(const std::string& name, const std::string& value, SearchOptions& options);
};

using Request = SearchRequest;
template <std::string Request::*kText>
void read_text(const std::string& /*name*/, const std::string& value, SearchOptions& options) {
  options.request.*kText = value;
}
template <bool Request::*kFlag>
void read_flag(const std::string& name, const std::string& value, SearchOptions& options) {
  options.request.*kFlag = flag(name, value);
}

// By the names of the command line's options.
constexpr std::array<Parameter, 22> kParameters = {{
    {"q", read_text<&Request::query>},
    {"since", read_text<&Request::since>},
    {"until", read_text<&Request::until>},
    {"source", read_text<&Request::source>},
    {"category", read_text<&Request::category>},
    {"exact", read_flag<&Request::exact>},
    {"cross-language", read_flag<&Request::cross_language>},
    {"expand", read_flag<&Request::expand>},
    {"all-copies", read_flag<&Request::all_copies>},
    {"all-words", read_flag<&Request::all_words>},
    {"strict", read_flag<&Request::strict>},
    {"facets", read_flag<&Request::facets>},
    {"explain", read_flag<&Request::explain>},
    {"concordance", read_flag<&Request::concordance>},
    {"no-correction",
     [](auto& name, auto& value, auto& options) { options.no_correction = flag(name, value); }},
    {"today", [](auto&, auto& value, auto& options) { options.today = value; }},
    {"language",
     [](auto&, auto& value, auto& options) { options.request.language = language(value); }},
    {"limit", [](auto& name, auto& value,
                 auto& options) { options.request.limit = number(name, value, kMaxLimit); }},
    {"offset", [](auto& name, auto& value,
                  auto& options) { options.request.offset = number(name, value, kMaxOffset); }},
    {"sort", [](auto& name, auto& value,
                auto& options) { options.sort = one_of(name, value, kOrderNames); }},
    {"calendar", [](auto& name, auto& value,
                    auto& options) { options.calendar = one_of(name, value, kCalendarNames); }},
    {"half-life",
     [](auto& name, auto& value, auto& options) {
       options.request.half_life_days =
           static_cast<double>(std::max<std::size_t>(number(name, value, 100'000), 1));
     }},
}};

using Names = std::initializer_list<std::string_view>;

// What a form leaves empty is not given. Of an address that takes some parameters alone: those that
// it takes beside an id.
SearchOptions options_of(const httplib::Params& parameters, Names taken = {}) {
  SearchOptions options;
  for (const auto& [name, value] : parameters) {
    const std::string_view key = name;
    if (parameters.count(name) > 1) throw BadParameter(name, name + " is given more than once");
    const auto* const known = std::ranges::find(kParameters, key, &Parameter::name);
    const bool may_be = std::ranges::find(taken, key) != taken.end();
    if (may_be && known == kParameters.end()) continue;
    if (known == kParameters.end() || (taken.size() > 0 && !may_be))
      throw BadParameter(name, "\"" + name + "\" is no parameter");
    if (!value.empty()) known->read(name, value, options);
  }
  return options;
}

// Of Arabic, Persian and English the one that an Accept-Language header weighs most, of equals the
// first: "en;q=0.5, fa-IR" -> "fa"; empty for none of them.
std::string accepted_language(std::string_view header) {
  std::string best;
  double most = 0;
  while (!header.empty()) {
    const std::string_view one = header.substr(0, header.find(','));
    header.remove_prefix(std::min(one.size() + 1, header.size()));
    const std::size_t begin = std::min(one.find_first_not_of(" \t"), one.size());
    const std::string_view tag = one.substr(begin, one.find_first_of("-; \t", begin) - begin);
    double weight = 1;
    if (const std::size_t q = one.find("q="); q != std::string_view::npos)
      std::from_chars(one.data() + q + 2, one.data() + one.size(), weight);
    if (weight <= most || (tag != "ar" && tag != "fa" && tag != "en")) continue;
    best = tag;
    most = weight;
  }
  return best;
}

constexpr const char* kJson = "application/json";
constexpr const char* kHtml = "text/html; charset=utf-8";

std::string required(const httplib::Request& request, const std::string& name) {
  if (!request.has_param(name)) {
    const NoteKind kind = name == "id" ? NoteKind::no_article : NoteKind::no_words;
    throw BadParameter(Note{.kind = kind}, name + " is missing");
  }
  return request.get_param_value(name);
}

}  // namespace

struct HttpServer::State {
  explicit State(const ServerOptions& with)
      : options(with), searchers(with.index, with.threads, with.ranking) {
    set_up();
    answer_paths();
    server.set_error_handler([this](const httplib::Request& request, httplib::Response& response) {
      answer_error(request, response);
    });
    listen();
  }

  void set_up() {
    // A browser keeps its connections open, each of which holds a thread.
    constexpr std::size_t kConnections = 64;
    server.new_task_queue = [most = std::max(kConnections, options.threads)] {
      return new httplib::ThreadPool(most);
    };
    // Its own options let a second server have the port, too.
    server.set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.set_keep_alive_timeout(2);
    server.set_payload_max_length(0);
    server.set_tcp_nodelay(true);
    server.set_default_headers({{"X-Content-Type-Options", "nosniff"},
                                {"Cache-Control", "no-cache"},
                                {"Vary", "Accept, Accept-Language"}});
  }

  void answer_paths() {
    server.Get("/", guarded([this](const auto& request, auto& response) {
                 response.set_content(page_of(request), kHtml);
               }));
    server.Get("/article", guarded([this](const auto& request, auto& response) {
                 response.set_content(article_of(request), kHtml);
               }));
    server.Get("/completions.js", [](const auto&, auto& response) {
      response.set_content(std::string(completion_script()), "text/javascript; charset=utf-8");
    });
    server.Get("/api/search", guarded([this](const auto& request, auto& response) {
                 required(request, "q");
                 SearchOptions asked = options_of(request.params);
                 const SearchResults results = search(asked);
                 response.set_content(as_json(results, asked, reader_of(asked.request)), kJson);
               }));
    server.Get("/feed", guarded([this](const auto& request, auto& response) {
                 response.set_content(feed_of(request), "application/atom+xml; charset=utf-8");
               }));
    server.Get(
        "/api/suggest", guarded([this](const auto& request, auto& response) {
          const std::string prefix = required(request, "q");
          options_of(request.params, {"q", "limit"});  // throws for others
          const std::size_t limit = request.has_param("limit")
                                        ? number("limit", request.get_param_value("limit"), 100)
                                        : 10;
          response.set_content(completions_as_json(prefix, searchers.with([&](Searcher& searcher) {
                                 return searcher.complete(prefix, limit, date_reader());
                               })) +
                                   "\n",
                               kJson);
        }));
    server.Get("/api/similar", guarded([this](const auto& request, auto& response) {
                 response.set_content(similar_to(request), kJson);
               }));
    server.Get("/healthz", guarded([this](const auto&, auto& response) {
                 searchers.with([](Searcher& searcher) { return searcher.language_for(""); });
                 response.set_content("{\"status\":\"ok\"}\n", kJson);
               }));
  }

  // What no path has answered.
  void answer_error(const httplib::Request& request, httplib::Response& response) {
    if (!response.body.empty()) return;
    if (!request.method.empty() && request.method != "GET" && request.method != "HEAD") {
      response.status = 405;
      response.set_header("Allow", "GET, HEAD");
    }
    // Of an address that is too long nothing else is read. It is a browser's, mostly.
    const NoteKind kind = response.status == 404   ? NoteKind::no_page
                          : response.status == 414 ? NoteKind::address_too_long
                                                   : NoteKind::internal_error;
    const Note why{.kind = kind};
    fail({.status = response.status,
          .why = why,
          .message = response.status == 405             ? "only GET and HEAD are answered"
                     : kind == NoteKind::internal_error ? "the request cannot be answered"
                                                        : in_english(why),
          .path = request.path},
         request, response.status == 414 || wants_page(request), response);
  }

  void listen() {
    port = options.port != 0 && server.bind_to_port(options.host, options.port)
               ? options.port
               : (options.port == 0 ? server.bind_to_any_port(options.host) : -1);
    if (port < 0)
      throw std::runtime_error(
          fmt::format("cannot listen at {}:{} (another program may have the port: give another one "
                      "by --listen, or port 0 for any)",
                      options.host, options.port));
  }

  // The one that the browser asks for; else that of the index.
  std::string language_of_reader(const httplib::Request& request) {
    std::string accepted = accepted_language(request.get_header_value("Accept-Language"));
    if (!accepted.empty()) return accepted;
    try {
      return searchers.with([](Searcher& searcher) { return searcher.language_for(""); });
    } catch (const IndexError&) {
      return "en";
    }
  }

  httplib::Server::Handler guarded(httplib::Server::Handler handler) {
    return [this, handler = std::move(handler)](const httplib::Request& request,
                                                httplib::Response& response) {
      try {
        handler(request, response);
      } catch (...) {
        fail(failure_caught(), request, wants_page(request), response);
      }
    };
  }

  // Who reads pages, not the answers for programs.
  static bool wants_page(const httplib::Request& request) {
    if (request.path == "/" || request.path == "/article") return true;
    const bool page = request.get_header_value("Accept").find("text/html") != std::string::npos;
    return page && !request.path.starts_with("/api/");
  }

  void fail(const Failure& failure, const httplib::Request& request, bool page,
            httplib::Response& response) {
    response.status = failure.status;
    if (!page) {
      response.set_content(failure_as_json(failure) + "\n", kJson);
      return;
    }
    const PageAddress asked("/", {request.params.begin(), request.params.end()});
    const std::string reader = likely_reader(std::string(asked.value("q")));
    response.set_content(
        fault_as_html(page_words(reader).tag == reader ? reader : language_of_reader(request),
                      asked.without("id"), failure.why, failure.message),
        kHtml);
  }

  SearchResults search(SearchOptions& asked) {
    return searchers.with([&](Searcher& searcher) { return search_as_asked(searcher, asked); });
  }

  // Whether the index has something for the query.
  bool finds(const std::string& query) {
    SearchOptions asked;
    asked.request.query = query;
    asked.request.limit = 0;
    return search(asked).total > 0;
  }

  std::string page_of(const httplib::Request& request) {
    const PageAddress address("/", {request.params.begin(), request.params.end()});
    SearchOptions asked = options_of(request.params);
    if (asked.request.query.find_first_not_of(" \t") == std::string::npos) {
      const std::string reader = language_of_reader(request);
      return home_as_html(reader, address,
                          searchers.with([](Searcher& searcher) { return searcher.overview(); }),
                          date_writer(asked.calendar, reader),
                          [this](const std::string& query) { return finds(query); });
    }
    asked.request.facets = true;
    asked.reader = [](const SearchResults& found) {
      return std::string(words_for_reader(found).tag);
    };
    const SearchResults results = search(asked);
    return results_as_html(results, date_writer(asked.calendar, asked.reader(results)), &address);
  }

  // What is typed, newest first; more of it than a page has, for it is asked for now and then.
  std::string feed_of(const httplib::Request& request) {
    constexpr std::size_t kEntries = 50;
    required(request, "q");
    SearchOptions asked = options_of(request.params);
    asked.sort = "newest";
    asked.no_correction = true;
    if (request.get_param_value("limit").empty()) asked.request.limit = kEntries;
    const SearchResults results = search(asked);
    return results_as_feed(results,
                           PageAddress("/feed", {request.params.begin(), request.params.end()}),
                           site_of(request));
  }

  // As whoever asks reaches this server, perhaps by another one in front.
  std::string site_of(const httplib::Request& request) const {
    const std::string host = request.get_header_value("Host");
    const bool sound = !host.empty() && std::ranges::all_of(host, [](char c) {
      return is_latin_letter(c) ||
             std::string_view("0123456789-._:[]").find(c) != std::string_view::npos;
    });
    const bool secure = request.get_header_value("X-Forwarded-Proto") == "https";
    return sound ? (secure ? "https://" : "http://") + host : own_site();
  }

  std::string own_site() const {
    const bool bracketed = options.host.find(':') != std::string::npos;
    return fmt::format("http://{}{}{}:{}", bracketed ? "[" : "", options.host, bracketed ? "]" : "",
                       port);
  }

  std::string article_of(const httplib::Request& request) {
    const std::string id = required(request, "id");
    const PageAddress address("/article", {request.params.begin(), request.params.end()});
    return searchers.with([&](Searcher& searcher) {
      SearchRequest wanted;
      wanted.limit = 5;
      const std::string query(address.value("q"));
      Hit found = found_by(searcher, id, query);
      const ArticleView view{.article = searcher.article(id),
                             .in_title = std::move(found.title_highlights),
                             .in_text = std::move(found.snippet_highlights),
                             .copies = searcher.copies(id, kMaxLimit),
                             .similar = searcher.similar(id, wanted)};
      const std::string reader = query.empty() ? view.article.language : likely_reader(query);
      return article_as_html(view, date_writer("auto", reader), address, reader);
    });
  }

  // The article with what the query matches in it, or nothing.
  static Hit found_by(Searcher& searcher, const std::string& id, const std::string& query) {
    if (query.empty()) return {};
    SearchOptions asked;
    asked.request.query = query;
    asked.request.id = id;
    asked.request.whole_text = asked.request.all_copies = asked.request.cross_language = true;
    asked.request.limit = 1;
    asked.no_correction = true;
    try {
      SearchResults results = search_as_asked(searcher, asked);
      return results.hits.empty() ? Hit() : std::move(results.hits.front());
    } catch (const QueryError&) {
      return {};
    }
  }

  std::string similar_to(const httplib::Request& request) {
    const std::string id = required(request, "id");
    const SearchOptions asked = options_of(request.params, {"id", "limit", "calendar", "explain"});
    SearchResults results =
        searchers.with([&](Searcher& searcher) { return searcher.similar(id, asked.request); });
    results.query = id;
    return as_json(results, asked, "");
  }

  static std::string as_json(const SearchResults& results, const SearchOptions& asked,
                             const std::string& reader) {
    JsonLayout layout{.concordance = asked.request.concordance};
    if (asked.calendar != "auto") layout.write_date = date_writer(asked.calendar, reader);
    return results_as_json(results, layout) + "\n";
  }

  const ServerOptions options;
  SearcherPool searchers;
  httplib::Server server;
  int port = -1;
};

HttpServer::HttpServer(const ServerOptions& options) : state_(std::make_unique<State>(options)) {}
HttpServer::~HttpServer() = default;

std::string HttpServer::address() const { return state_->own_site() + "/"; }

bool HttpServer::run() { return state_->server.listen_after_bind(); }

void HttpServer::stop() { state_->server.stop(); }

}  // namespace khabar
