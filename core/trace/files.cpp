// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/files.h"

#include "trace/write.h"

#include <fmt/format.h>

#include <algorithm>

namespace mimesys::trace {
namespace {

namespace fs = std::filesystem;

bool endsAsTrace(fs::path path) {
    if (path.extension() == ".gz") {
        path.replace_extension();
    }
    return isWritableName(path);
}

Expected<std::vector<fs::path>> tracesIn(const fs::path& folder) {
    std::vector<fs::path> inside;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (endsAsTrace(entry->path()) && entry->is_regular_file(error)) {
            inside.push_back(entry->path());
        }
    }
    if (error) {
        return badInput(fmt::format("The folder cannot be read ({}).", error.message()), folder.string());
    }
    if (inside.empty()) {
        return badInput(fmt::format("The folder holds no file named {}.", kWritableEndings), folder.string());
    }
    std::ranges::sort(inside);
    return inside;
}

}  // namespace

Expected<std::vector<fs::path>> traceFiles(const std::vector<fs::path>& named) {
    std::vector<fs::path> files;
    for (const fs::path& path : named) {
        std::error_code ignored;
        if (!fs::is_directory(path, ignored)) {
            files.push_back(path);
            continue;
        }
        auto inside = tracesIn(path);
        if (!inside) {
            return inside;
        }
        std::ranges::move(*inside, std::back_inserter(files));
    }
    return files;
}

}  // namespace mimesys::trace
