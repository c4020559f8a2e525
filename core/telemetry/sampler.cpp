// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/sampler.h"

#include <utility>

namespace mimesys::telemetry {

Expected<Sampler> Sampler::open(const Roots& roots, Clock clock) {
    Sampler sampler(clock);
    Error last;
    for (const SourceCard& card : sourceCards()) {
        auto source = card.open(*sampler.m_files, roots);
        if (!source) {
            last = source.error();
            continue;
        }
        const auto& metrics = (*source)->metrics();
        sampler.m_metrics.insert(sampler.m_metrics.end(), metrics.begin(), metrics.end());
        sampler.m_sources.push_back(std::move(*source));
    }
    if (sampler.m_sources.empty()) {
        return unavailable("Nothing can be recorded here, procfs has to be mounted for that: " + last.message);
    }
    return sampler;
}

Provenance Sampler::provenance(std::size_t index) const {
    for (const auto& source : m_sources) {
        const std::size_t count = source->metrics().size();
        if (index < count) {
            return source->provenance(index);
        }
        index -= count;
    }
    return Provenance::Unknown;
}

std::int64_t Sampler::sample(std::span<float> values) {
    const std::int64_t time = m_clock();
    m_files->refreshAll();
    for (const auto& source : m_sources) {
        source->refresh();
    }
    for (const auto& source : m_sources) {
        const std::size_t count = source->metrics().size();
        source->sample(values.first(count));
        values = values.subspan(count);
    }
    return time;
}

}  // namespace mimesys::telemetry
