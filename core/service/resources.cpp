// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/resources.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

namespace mimesys::service {
namespace {

// The profiles' folder also holds the stressors' signatures.
constexpr std::string_view kNoProfile = "signatures";

// share/mimesys beside the running program's folder, in the build folder as in an installation; programs that stand a
// folder deeper (the build's tests) find it too.
std::filesystem::path shareFolder() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    const std::filesystem::path folder = program.parent_path().parent_path();
    const std::filesystem::path share = folder / "share" / "mimesys";
    return std::filesystem::exists(share, error) ? share : folder.parent_path() / "share" / "mimesys";
}

}  // namespace

Expected<std::filesystem::path> findDemoTrace() {
    std::error_code error;
    const std::filesystem::path trace = shareFolder() / "demo-trace.h5";
    if (!std::filesystem::exists(trace, error)) {
        return failed("The bundled demo trace is not installed; name a trace with --trace.", trace.string());
    }
    return trace;
}

Expected<std::filesystem::path> findSimulatedMachine(std::string_view name) {
    if (name.find('/') != std::string_view::npos || name.ends_with(".json")) {
        return std::filesystem::path(name);
    }
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(shareFolder() / "simulation", error)) {
        const std::filesystem::path& path = entry.path();
        if (path.extension() != ".json" || path.stem() == kNoProfile) {
            continue;
        }
        if (path.stem() == name) {
            return path;
        }
        names.push_back(path.stem());
    }
    std::ranges::sort(names);
    return badInput(fmt::format("There is no simulated machine \"{}\"; name the file of a profile (.json){}{}.", name,
                                names.empty() ? "" : " or choose ", fmt::join(names, ", ")));
}

}  // namespace mimesys::service
