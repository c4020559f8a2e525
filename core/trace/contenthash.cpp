// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/contenthash.h"

namespace mimesys::trace {

Hash contentHash(const Trace& trace) {
    Hash hash;
    hash.add(trace.startNs).add(std::span(trace.timesNs));
    for (const Column& column : trace.columns) {
        hash.add(column.metric.id).add(column.metric.unit).add(std::span(column.values));
    }
    return hash;
}

}  // namespace mimesys::trace
