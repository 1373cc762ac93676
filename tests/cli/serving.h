// SPDX-License-Identifier: GPL-2.0-or-later
// A running `khabar serve` over a small index, for the tests that ask it over HTTP.
#pragma once

#include <gtest/gtest.h>
#include <httplib.h>

#include <ctime>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "tests/cli/run_khabar.h"

namespace khabar::test {

class Serve : public testing::Test {
 protected:
  Serve()
      : khabar_({"serve", "--index", fixture_.index(), "--listen", "127.0.0.1:0", "--synonyms",
                 fixture_.folder.write("same.txt", "ماهواره, پرندهٔ مصنوعی")}) {
    // Until it says where, and at most half a minute.
    for (int i = 0; i < 600 && address().empty(); ++i) usleep(50000);
  }
  std::string address() const {
    const std::string out = khabar_.out();
    const std::size_t end = out.find("/\n");
    return end == std::string::npos ? "" : out.substr(0, end);
  }
  // Waits for a busy machine.
  httplib::Client patient_client() const {
    constexpr std::time_t kSeconds = 60;
    httplib::Client client(address());
    client.set_connection_timeout(kSeconds);
    client.set_read_timeout(kSeconds);
    return client;
  }
  // Throws where there is no answer.
  httplib::Result get(const std::string& path, const httplib::Params& parameters = {}) const {
    httplib::Result answer = patient_client().Get(path, parameters, httplib::Headers());
    if (!answer) throw std::runtime_error(path + ": " + httplib::to_string(answer.error()));
    return answer;
  }
  nlohmann::json json(const std::string& path, const httplib::Params& parameters = {}) const {
    return nlohmann::json::parse(get(path, parameters)->body);
  }

  IndexFixture fixture_;
  RunningKhabar khabar_;
};

}  // namespace khabar::test
