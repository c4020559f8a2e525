// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0

// Plan files, our own and those of the research system with an action list.
#include "plan/planfile.h"

#include "fuzz/target.h"
#include "plan/planfile.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace mimesys;

namespace {

// A file that is written anew for every input: HDF5 resolves links in names and so opens none without a name.
class InputFile {
public:
    InputFile() : m_path(folder() / fmt::format("mimesys-fuzz-{}.h5", ::getpid())) {}
    ~InputFile() {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    [[nodiscard]] const std::filesystem::path& holding(const std::uint8_t* data, std::size_t size) const {
        std::ofstream file(m_path, std::ios::binary | std::ios::trunc);
        file.write(static_cast<const char*>(static_cast<const void*>(data)), static_cast<std::streamsize>(size));
        if (!file.flush()) {
            std::abort();
        }
        return m_path;
    }

private:
    // In memory where there is such a folder: a fuzzer writes thousands of files a second.
    static std::filesystem::path folder() {
        return ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path();
    }
    std::filesystem::path m_path;
};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const InputFile file;
    static const std::vector<std::string> actionList{"memcpy-l1", "a name: with, marks", "sleep"};
    const auto plan = plan::readPlan(file.holding(data, size), actionList);
    if (plan ? !plan::validate(*plan).has_value() : plan.error().message.empty()) {
        std::abort();
    }
    return 0;
}
