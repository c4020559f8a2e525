// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "telemetry/recorder.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace mimesys::telemetry {

// What a counter counts, in the words of perf_event_open(2).
struct PerfEvent {
    std::uint32_t type = 0;
    std::uint64_t config = 0;
    std::uint64_t config1 = 0;
    std::uint64_t config2 = 0;
    bool operator==(const PerfEvent&) const = default;
};

// The system calls of perf_event_open(2); tests put counters of their own in the place of the kernel's.
class PerfSystem {
public:
    virtual ~PerfSystem() = default;
    // Starts counting an event of all programs on one CPU, alone (leader -1) or together with a leader. A descriptor,
    // or the negative error number.
    [[nodiscard]] virtual int open(const PerfEvent& event, int cpu, int leader) = 0;
    // Reads a leader and its group: the number of counters, nanoseconds enabled, nanoseconds counting, the counts. The
    // number of words read, 0 at the end of the file (the kernel gave the event up), or the negative error number.
    [[nodiscard]] virtual int read(int descriptor, std::span<std::uint64_t> words) = 0;
    virtual void close(int descriptor) = 0;
    // Makes room for so many counters and kOtherFiles besides, raising this process's limit of open files (and that of
    // those it starts) where needed; false when the hard limit is too low for both.
    static constexpr std::size_t kOtherFiles = 256;
    [[nodiscard]] virtual bool makeRoom(std::size_t counters) = 0;
    // Lets time pass in which counters count.
    virtual void wait(std::int64_t ns) = 0;
};

[[nodiscard]] std::shared_ptr<PerfSystem> kernelPerf();

// The kernel's unless the roots bring another.
[[nodiscard]] std::shared_ptr<PerfSystem> perfOf(const Roots& roots);

// One sentence: why counters of `what` that the kernel opened never count, and what to do about it.
[[nodiscard]] std::string perfStarvation(std::string_view what, const Roots& roots);

// One sentence: why the kernel refused to count `what`, and what to do about it.
[[nodiscard]] std::string perfRefusal(int error, std::string_view what, const Roots& roots);

}  // namespace mimesys::telemetry
