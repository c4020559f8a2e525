// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/source.h"
#include "trace/trace.h"

#include <fmt/format.h>

namespace mimesys::telemetry {
namespace {

constexpr double kKibi = 1024.0;

std::optional<std::uint64_t> kibibytes(std::string_view text, std::string_view key) {
    // "MemTotal:       24684096 kB"
    return Fields(lineAfter(text, key)).number();
}

// MemTotal − MemAvailable: what programs and the kernel hold and would not give back under pressure. The page cache,
// which grows to whatever is free, is therefore no use of memory.
class MemorySource final : public Source {
public:
    explicit MemorySource(ProcFile* meminfo) : m_meminfo(meminfo) {}

    const std::vector<Metric>& metrics() const override { return m_metrics; }

    void sample(std::span<float> values) override {
        const auto total = kibibytes(m_meminfo->text(), "MemTotal: ");
        const auto available = kibibytes(m_meminfo->text(), "MemAvailable: ");
        values[0] = total && available && *available <= *total
                        ? static_cast<float>(static_cast<double>(*total - *available) * kKibi)
                        : trace::kMissing;
    }

private:
    ProcFile* m_meminfo;
    std::vector<Metric> m_metrics{metricFor("memory.used")};
};

}  // namespace

const SourceCard kMemoryCard{
    {"memory.used"}, [](FileSet& files, const Roots& roots) -> Expected<std::unique_ptr<Source>> {
        const auto meminfo = files.open(roots.proc / "meminfo");
        if (!meminfo) {
            return tl::unexpected(meminfo.error());
        }
        if (!kibibytes((*meminfo)->text(), "MemTotal: ") || !kibibytes((*meminfo)->text(), "MemAvailable: ")) {
            return unavailable(fmt::format("{} does not say how much memory is available (kernels before 3.14 do not).",
                                           (*meminfo)->path().string()));
        }
        return std::make_unique<MemorySource>(*meminfo);
    }};

}  // namespace mimesys::telemetry
