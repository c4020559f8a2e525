// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/write.h"

#include "base/atomicfile.h"
#include "trace/csvwriter.h"
#include "trace/formats/writers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mimesys::trace {
namespace {

bool fitsAll(const Trace&, const std::string&) {
    return true;
}
bool fitsText(const Trace&, const std::string& metricId) {
    return fitsHpcPerfStats(metricId);
}
bool fitsLog(const Trace& trace, const std::string& metricId) {
    return fitsPqosLog(trace, metricId);
}

struct Ending {
    std::string_view extension;
    Expected<void> (*write)(const Trace& trace, const std::filesystem::path& path);
    bool (*fits)(const Trace& trace, const std::string& metricId);
};
constexpr std::array kEndings{Ending{".h5", writeHdf5, fitsAll}, Ending{".csv", writeCsv, fitsAll},
                              Ending{".txt", writeHpcPerfStats, fitsText}, Ending{".log", writePqosLog, fitsLog}};

const Ending* endingOf(const std::filesystem::path& path) {
    const auto found = std::ranges::find(kEndings, path.extension().string(), &Ending::extension);
    return found == kEndings.end() ? nullptr : &*found;
}

}  // namespace

bool isWritableName(const std::filesystem::path& path) {
    return endingOf(path) != nullptr;
}

Expected<void> checkWritable(const std::filesystem::path& path) {
    if (!isWritableName(path)) {
        return badInput(fmt::format("The name has to end in {}, which says the format.", kWritableEndings),
                        path.string());
    }
    const auto probe = AtomicFile::create(path);
    return probe ? Expected<void>() : tl::unexpected(probe.error());
}

Expected<void> writeTrace(const Trace& trace, const std::filesystem::path& path) {
    if (const Ending* ending = endingOf(path)) {
        return ending->write(trace, path);
    }
    return badInput(fmt::format("The output's name has to end in {} (HPCPerfStats text, pqos log).", kWritableEndings),
                    path.string());
}

bool hasPlaceForAny(const std::vector<Metric>& metrics, const std::filesystem::path& path) {
    Trace empty;
    for (const Metric& metric : metrics) {
        empty.columns.push_back({metric, Provenance::Unknown, {}});
    }
    return metricsLeftOut(empty, path).size() < metrics.size();
}

std::vector<std::string> metricsLeftOut(const Trace& trace, const std::filesystem::path& path) {
    std::vector<std::string> ids;
    const Ending* ending = endingOf(path);
    for (const Column& column : trace.columns) {
        if (ending != nullptr && !ending->fits(trace, column.metric.id)) {
            ids.push_back(column.metric.id);
        }
    }
    return ids;
}

}  // namespace mimesys::trace
