// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/http_failure.h"

#include <nlohmann/json.hpp>

#include "indexer/schema.h"
#include "searcher/search_results.h"

namespace khabar {

Failure failure_caught() {
  try {
    throw;
  } catch (const QueryError& error) {
    return {400, error.why, error.what(), error.begin, error.end};
  } catch (const BadParameter& error) {
    return {400, error.why, error.what()};
  } catch (const NoSuchDocument& error) {
    return {404, {.kind = NoteKind::no_article}, error.what()};
  } catch (const IndexError& error) {
    return {503, {.kind = NoteKind::unreadable_index}, error.what()};
  } catch (const std::exception& error) {
    return {500, {.kind = NoteKind::internal_error}, error.what()};
  }
}

std::string failure_as_json(const Failure& failure) {
  nlohmann::ordered_json what{{"error", failure.message}};
  if (failure.begin < failure.end) what.update({{"begin", failure.begin}, {"end", failure.end}});
  if (!failure.path.empty()) what["path"] = failure.path;
  return what.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace khabar
