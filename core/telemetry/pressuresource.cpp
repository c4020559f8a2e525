// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/source.h"
#include "trace/trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace mimesys::telemetry {
namespace {

// The line "some avg10=0.00 avg60=0.00 avg300=0.00 total=123456": microseconds in which some task waited.
std::optional<std::uint64_t> someTotal(std::string_view text) {
    constexpr std::string_view kKey = "total=";
    const std::string_view line = lineAfter(text, "some ");
    const std::size_t position = line.find(kKey);
    return position == std::string_view::npos ? std::nullopt : Fields(line.substr(position + kKey.size())).number();
}

// Share of the interval in which at least one task waited for the resource. The kernel's own averages (avg10) would
// smear a burst over ten seconds.
class PressureSource final : public Source {
public:
    PressureSource(ProcFile* file, std::string_view metricId) : m_file(file), m_metrics{metricFor(metricId)} {}

    const std::vector<Metric>& metrics() const override { return m_metrics; }

    void sample(std::span<float> values) override {
        constexpr double kPercentPerMicrosecond = 1e-6 * 100.0;
        constexpr float kAll = 100.0F;
        const float percent =
            rate(m_counter.advance(someTotal(m_file->text())), kPercentPerMicrosecond, m_file->intervalSeconds());
        // The kernel closes its books a little before or after our reading.
        values[0] = percent > kAll ? kAll : percent;
    }

private:
    ProcFile* m_file;
    Counter m_counter;
    std::vector<Metric> m_metrics;
};

Expected<std::unique_ptr<Source>> openPressure(FileSet& files, const Roots& roots, std::string_view resource) {
    const auto file = files.open(roots.proc / "pressure" / std::string(resource));
    if (!file || !someTotal((*file)->text())) {
        return unavailable(
            fmt::format("The kernel offers no pressure figures ({} is absent or not readable): it has to be 4.20 or "
                        "newer and started with psi=1.",
                        (roots.proc / "pressure" / std::string(resource)).string()));
    }
    return std::make_unique<PressureSource>(*file, fmt::format("pressure.{}", resource));
}

}  // namespace

const SourceCard kCpuPressureCard{{"pressure.cpu"}, [](FileSet& files, const Roots& roots) {
                                      return openPressure(files, roots, "cpu");
                                  }};
const SourceCard kMemoryPressureCard{{"pressure.memory"}, [](FileSet& files, const Roots& roots) {
                                         return openPressure(files, roots, "memory");
                                     }};
const SourceCard kIoPressureCard{{"pressure.io"}, [](FileSet& files, const Roots& roots) {
                                     return openPressure(files, roots, "io");
                                 }};

}  // namespace mimesys::telemetry
