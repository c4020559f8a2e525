// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/resources.h"

#include "base/installation.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

namespace mimesys::service {
namespace {

// The profiles' folder also holds the stressors' signatures.
constexpr std::string_view kNoProfile = "signatures";

std::filesystem::path shareFolder() {
    return installedPath(std::filesystem::path("share") / "mimesys");
}

// The file a name stands for: a path, or the stem of a file with this ending in a folder of ours. BadInput, with the
// names there are, when there is none.
Expected<std::filesystem::path> findInstalled(std::string_view name, std::string_view ending,
                                              const std::filesystem::path& folder, std::string_view kind,
                                              std::string_view alternative) {
    if (name.find('/') != std::string_view::npos || name.ends_with(ending)) {
        return std::filesystem::path(name);
    }
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(shareFolder() / folder, error)) {
        const std::filesystem::path& path = entry.path();
        if (path.extension() != ending || path.stem() == kNoProfile) {
            continue;
        }
        if (path.stem() == name) {
            return path;
        }
        names.push_back(path.stem());
    }
    std::ranges::sort(names);
    return badInput(fmt::format("There is no {} \"{}\"; name {}{}{}.", kind, name, alternative,
                                names.empty() ? "" : " or choose ", fmt::join(names, ", ")));
}

}  // namespace

Expected<std::filesystem::path> findSampleSession() {
    const std::filesystem::path path = shareFolder() / "sample" / "sample.mimesys";
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        return failed("The sample session is not installed beside this program.", path.string());
    }
    return path;
}

Expected<std::filesystem::path> findDemoTrace() {
    std::error_code error;
    const std::filesystem::path trace = shareFolder() / "demo-trace.h5";
    if (!std::filesystem::exists(trace, error)) {
        return failed("The bundled demo trace is not installed; name a trace with --trace.", trace.string());
    }
    return trace;
}

Expected<std::filesystem::path> findSimulatedMachine(std::string_view name) {
    return findInstalled(name, ".json", "simulation", "simulated machine", "the file of a profile (.json)");
}

Expected<std::filesystem::path> findModel(std::string_view name) {
    return findInstalled(name, ".safetensors", "models", "model", "a model file (.safetensors)");
}

}  // namespace mimesys::service
