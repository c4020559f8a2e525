// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "finddataset.h"

#include "machine/machine.h"

namespace mimesys::cli {

Expected<std::filesystem::path> findDataset(const std::string& named) {
    if (!named.empty()) {
        return std::filesystem::path(named);
    }
    const auto machine = machine::discover();
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    auto installed = dataset::installedDatasetPath(machine::fingerprint(*machine));
    std::error_code ignored;
    if (!std::filesystem::exists(installed, ignored)) {
        return unavailable(
            "No data set is installed for this machine; `mimesys collect` makes one in about two minutes (and `mimesys "
            "demo` on its way), or name one with --dataset.");
    }
    return installed;
}

std::map<std::string, evaluation::Range> scoringRanges(const dataset::Dataset& dataset) {
    std::map<std::string, evaluation::Range> result;
    const trace::Matrix ranges = dataset.ranges();
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        const auto column = static_cast<Eigen::Index>(n);
        if (dataset.metrics[n].family == Family::Cpu) {
            continue;  // 0–100 by definition, and what was collected may have stayed within less
        }
        result[dataset.metrics[n].id] = {static_cast<double>(ranges(0, column)),
                                         static_cast<double>(ranges(1, column))};
    }
    return result;
}

}  // namespace mimesys::cli
