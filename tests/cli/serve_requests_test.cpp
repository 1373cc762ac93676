// SPDX-License-Identifier: GPL-2.0-or-later
// `khabar serve`: requests that programs send, their parameters, methods and headers.
#include <gmock/gmock.h>

#include "tests/cli/serving.h"

namespace khabar::test {
namespace {

TEST_F(Serve, TakesTheOptionsOfSimilarAndNoOthers) {
  const nlohmann::json similar = json(
      "/api/similar", {{"id", "fa-1"}, {"limit", "1"}, {"calendar", "hijri"}, {"explain", "1"}});
  nlohmann::json printed = fixture_.json(
      "similar", {"--json", "--limit", "1", "--calendar", "hijri", "--explain", "fa-1"});
  EXPECT_TRUE(similar.contains("terms"));
  EXPECT_EQ(similar.at("terms"), printed.at("terms"));
  EXPECT_EQ(similar.at("hits"), printed.at("hits"));
  for (const auto& [path, name] : {std::pair("/api/similar", "since"),
                                   {"/api/suggest", "language"},
                                   {"/api/suggest", "colour"}}) {
    const httplib::Params parameters{{"id", "fa-1"}, {"q", "a"}, {name, "1"}};
    httplib::Params asked = parameters;
    asked.erase(path == std::string("/api/similar") ? "q" : "id");
    const httplib::Result answer = get(path, asked);
    ASSERT_EQ(answer->status, 400) << path << ' ' << name;
    EXPECT_EQ(nlohmann::json::parse(answer->body).at("error"),
              "\"" + std::string(name) + "\" is no parameter");
  }
}

TEST_F(Serve, NamesTheMethodsThatItAnswers) {
  httplib::Client client = patient_client();
  for (const char* path : {"/", "/api/search", "/article"}) {
    for (const httplib::Result& answer :
         {client.Delete(path), client.Options(path), client.Put(path, "{}", "application/json")}) {
      ASSERT_TRUE(answer);
      EXPECT_EQ(answer->status, 405) << path;
      EXPECT_EQ(answer->get_header_value("Allow"), "GET, HEAD");
    }
  }
  EXPECT_EQ(client.Head("/")->status, 200);
}

TEST_F(Serve, SaysThatAPageDependsOnTheLanguageOfTheBrowser) {
  EXPECT_EQ(get("/")->get_header_value("Vary"), "Accept, Accept-Language");
}

}  // namespace
}  // namespace khabar::test
