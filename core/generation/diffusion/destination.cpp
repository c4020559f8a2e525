// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/diffusion/destination.h"

#include "machine/machine.h"

#include <limits>

namespace mimesys::generation {

Destination destinationOf(const model::Description& description) {
    Destination destination{.cpus = description.cpus(), .metrics = description.metrics, .ranges = {}, .notDriven = {}};
    if (const auto machine = machine::fromJson(description.machine)) {
        destination.memoryBytes = machine->memoryBytes;
    }
    destination.notDriven.resize(description.metrics.size());
    for (const auto& [id, reason] : description.notDriven) {
        destination.metrics.push_back(metricFor(id));
        destination.notDriven.push_back(reason);
    }
    destination.ranges = trace::Matrix::Constant(2, static_cast<Eigen::Index>(destination.metrics.size()),
                                                 std::numeric_limits<float>::quiet_NaN());
    for (std::size_t n = 0; n < description.ranges.size(); ++n) {
        destination.ranges(0, static_cast<Eigen::Index>(n)) = static_cast<float>(description.ranges[n].low);
        destination.ranges(1, static_cast<Eigen::Index>(n)) = static_cast<float>(description.ranges[n].high);
    }
    return destination;
}

}  // namespace mimesys::generation
