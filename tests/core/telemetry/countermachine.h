// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/machine/syntheticroot.h"
#include "core/telemetry/fakeperf.h"
#include "telemetry/sampler.h"

#include <QtGlobal>
#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::test {

// A made-up machine with counters, whose time the test moves; counters and clock move together.
class CounterMachine {
public:
    SyntheticRoot root;
    std::shared_ptr<FakePerf> perf = std::make_shared<FakePerf>();

    CounterMachine() {
        s_now = 1'000'000'000;
        root.put("proc/stat", "cpu0 1 1 1 1\n");
    }
    [[nodiscard]] telemetry::Roots roots() const { return {root.proc(), root.sys(), perf}; }
    void device(const std::string& name, std::string_view file, std::string_view content) const {
        root.put("sys/bus/event_source/devices/" + name + "/" + std::string(file), content);
    }

    void open() {
        auto sampler = telemetry::Sampler::open(roots(), [] { return s_now; });
        if (!sampler) {
            qFatal("%s", sampler.error().text().c_str());
        }
        m_sampler.emplace(std::move(*sampler));
        m_values.resize(m_sampler->metrics().size());
        sample(0.0);
    }
    void close() { m_sampler.reset(); }
    void sample(double afterSeconds) {
        s_now += static_cast<std::int64_t>(afterSeconds * 1e9);
        perf->pass(afterSeconds);
        m_sampler->sample(m_values);
    }

    [[nodiscard]] bool has(std::string_view id) const { return indexOf(id) < m_values.size(); }
    [[nodiscard]] double value(std::string_view id) const { return static_cast<double>(m_values[known(id)]); }
    [[nodiscard]] bool isMissing(std::string_view id) const { return std::isnan(value(id)); }
    [[nodiscard]] Provenance provenance(std::string_view id) const { return m_sampler->provenance(known(id)); }

    // Why a metric is not recorded; empty when it is.
    [[nodiscard]] std::string reason(std::string_view id) const {
        for (const telemetry::Offer& offer : telemetry::describeMetrics(roots())) {
            if (offer.metric.id == id) {
                return offer.reason;
            }
        }
        qFatal("no offer for %s", std::string(id).c_str());
    }

private:
    [[nodiscard]] std::size_t indexOf(std::string_view id) const {
        const auto& metrics = m_sampler->metrics();
        return static_cast<std::size_t>(std::ranges::find(metrics, id, &Metric::id) - metrics.begin());
    }
    [[nodiscard]] std::size_t known(std::string_view id) const {
        if (!has(id)) {
            qFatal("no column %s", std::string(id).c_str());
        }
        return indexOf(id);
    }

    static inline std::int64_t s_now = 0;
    std::optional<telemetry::Sampler> m_sampler;
    std::vector<float> m_values;
};

}  // namespace mimesys::test
