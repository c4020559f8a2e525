// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/write.h"

#include "trace/csvwriter.h"
#include "trace/formats/writers.h"

#include <algorithm>

namespace mimesys::trace {

Expected<void> writeTrace(const Trace& trace, const std::filesystem::path& path) {
    const std::string extension = path.extension().string();
    if (extension == ".h5") {
        return writeHdf5(trace, path);
    }
    if (extension == ".csv") {
        return writeCsv(trace, path);
    }
    if (extension == ".txt") {
        return writeHpcPerfStats(trace, path);
    }
    return badInput("The output's name has to end in .h5, .csv or .txt (HPCPerfStats).", path.string());
}

std::vector<std::string> metricsLeftOut(const Trace& trace, const std::filesystem::path& path) {
    std::vector<std::string> ids;
    if (path.extension() == ".txt") {
        for (const Column& column : trace.columns) {
            if (!fitsHpcPerfStats(column.metric.id)) {
                ids.push_back(column.metric.id);
            }
        }
    }
    return ids;
}

}  // namespace mimesys::trace
