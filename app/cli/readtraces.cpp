// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "readtraces.h"

#include "readtrace.h"
#include "trace/write.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace mimesys::cli {
namespace {

namespace fs = std::filesystem;

// The files that are named, and those of named folders with a trace's ending, by name.
Expected<std::vector<fs::path>> traceFiles(const std::vector<std::string>& named) {
    std::vector<fs::path> files;
    for (const std::string& name : named) {
        std::error_code error;
        if (!fs::is_directory(name, error)) {
            files.emplace_back(name);
            continue;
        }
        std::vector<fs::path> inside;
        for (fs::directory_iterator entry(name, error), end; !error && entry != end; entry.increment(error)) {
            fs::path plain = entry->path();
            if (plain.extension() == ".gz") {
                plain.replace_extension();
            }
            if (trace::isWritableName(plain) && entry->is_regular_file(error)) {
                inside.push_back(entry->path());
            }
        }
        if (error) {
            return badInput(fmt::format("The folder cannot be read ({}).", error.message()), name);
        }
        if (inside.empty()) {
            return badInput(fmt::format("The folder holds no file named {}.", trace::kWritableEndings), name);
        }
        std::ranges::sort(inside);
        std::ranges::move(inside, std::back_inserter(files));
    }
    return files;
}

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
    const auto files = traceFiles(named);
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
