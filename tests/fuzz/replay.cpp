// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0

// Feeds every file of the folders named on the command line to a fuzz target once: what a fuzzer has found stays found
// in builds whose compiler has no fuzzer.
#include "fuzz/target.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string content{std::istreambuf_iterator<char>(file), {}};
            // Named first, so that a crash can be told from the output.
            std::printf("%s\n", entry.path().c_str());
            std::fflush(stdout);
            const auto* bytes = static_cast<const std::uint8_t*>(static_cast<const void*>(content.data()));
            (void)LLVMFuzzerTestOneInput(bytes, content.size());
            ++files;
        }
    }
    std::printf("%d inputs\n", files);
    return files > 0 ? 0 : 1;
}
