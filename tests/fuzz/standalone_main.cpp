// SPDX-License-Identifier: GPL-2.0-or-later
// Runs a fuzz target on the files it is given, where there is no libFuzzer: for ctest, and to look
// at a crash. Arguments that begin with a minus are libFuzzer's and are passed over.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "tests/fuzz/check.h"

int main(int argc, char** argv) {
  int files = 0;
  for (int i = 1; i < argc; ++i) {
    const std::string path = argv[i];
    if (path.starts_with('-')) continue;
    std::ifstream in(path, std::ios::binary);
    if (!in) {
      std::cerr << "cannot read " << path << " (check its path and rights)\n";
      return 2;
    }
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    std::cerr << path << '\n';  // the last one named is the one that failed
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    ++files;
  }
  std::cout << files << " inputs\n";
  return 0;
}
