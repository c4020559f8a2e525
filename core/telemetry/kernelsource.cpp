// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/source.h"
#include "trace/trace.h"

#include <fmt/format.h>

namespace mimesys::telemetry {
namespace {

// One counter of events that stands behind a key at the beginning of a line: "ctxt 354876" of /proc/stat,
// "pgfault 1234" (minor and major faults) of /proc/vmstat.
class EventSource final : public Source {
public:
    EventSource(ProcFile* file, std::string_view key, std::string_view metricId)
        : m_file(file), m_key(key), m_metrics{metricFor(metricId)} {}

    const std::vector<Metric>& metrics() const override { return m_metrics; }

    void sample(std::span<float> values) override {
        values[0] = rate(m_counter.advance(count()), 1.0, m_file->intervalSeconds());
    }

    std::optional<std::uint64_t> count() const { return Fields(lineAfter(m_file->text(), m_key)).number(); }

private:
    ProcFile* m_file;
    std::string_view m_key;
    Counter m_counter;
    std::vector<Metric> m_metrics;
};

Expected<std::unique_ptr<Source>> openEvents(FileSet& files, const std::filesystem::path& path, std::string_view key,
                                             std::string_view metricId) {
    const auto file = files.open(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto source = std::make_unique<EventSource>(*file, key, metricId);
    if (!source->count()) {
        return unavailable(fmt::format("{} has no line \"{}\".", path.string(), key.substr(0, key.size() - 1)));
    }
    return source;
}

}  // namespace

const SourceCard kContextSwitchCard{{"kernel.context_switches"}, [](FileSet& files, const Roots& roots) {
                                        return openEvents(files, roots.proc / "stat", "ctxt ",
                                                          "kernel.context_switches");
                                    }};
const SourceCard kPageFaultCard{{"kernel.page_faults"}, [](FileSet& files, const Roots& roots) {
                                    return openEvents(files, roots.proc / "vmstat", "pgfault ", "kernel.page_faults");
                                }};

}  // namespace mimesys::telemetry
