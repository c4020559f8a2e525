// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "readtraces.h"

#include "readtrace.h"
#include "trace/files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace mimesys::cli {
namespace {

namespace fs = std::filesystem;

// File names alone where they tell the traces apart. Names stand in JSON, which has no place for other bytes than
// UTF-8.
std::string nameOf(const fs::path& file, const std::vector<fs::path>& all) {
    const bool alone =
        std::ranges::count(all, file.filename(), [](const fs::path& path) { return path.filename(); }) == 1;
    const nlohmann::json name = alone ? file.filename().string() : file.string();
    return nlohmann::json::parse(name.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))
        .get<std::string>();
}

}  // namespace

Cancellable<std::vector<service::NamedTrace>> readTraces(const std::vector<std::string>& named,
                                                         const std::stop_token& stop) {
    const auto files = trace::traceFiles({named.begin(), named.end()});
    if (!files) {
        return tl::unexpected(files.error());
    }
    std::vector<service::NamedTrace> traces;
    for (const fs::path& file : *files) {
        auto read = readWithNotice(file, stop);
        if (!read) {
            return tl::unexpected(read.error());
        }
        if (!*read) {
            return std::optional<std::vector<service::NamedTrace>>();
        }
        traces.push_back({nameOf(file, *files), (*read)->trace});
    }
    return std::optional(std::move(traces));
}

}  // namespace mimesys::cli
