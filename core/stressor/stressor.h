// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "machine/machine.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::stressor {

enum class Class { Compute, Cache, Memory, Disk, Network, Kernel, Idle };
[[nodiscard]] std::string_view className(Class stressorClass);  // "compute", "cache", "memory", …

// How the executor counts a stressor's share of a window: as CPU time (a body that never waits), or as elapsed time (a
// body that waits for a device and paces itself).
enum class Accounting { CpuTime, ElapsedTime };

// Asked by a running body after every small unit of work (at most about 100 µs apart).
class Interrupt {
public:
    virtual ~Interrupt() = default;
    // True when the body has to return now.
    [[nodiscard]] virtual bool due() = 0;
    // For bodies that pace themselves: sleeps until this CLOCK_MONOTONIC time or until due, whichever is first.
    virtual void sleepUntil(std::int64_t monotonicNs) = 0;
    // End of the running window on CLOCK_MONOTONIC. A body whose next unit may take longer than what is left before it
    // (a disk operation) waits for the end instead of running into the next window.
    [[nodiscard]] virtual std::int64_t windowEndNs() const = 0;
    // The stressor's fraction of the running window, in (0, 1]: for bodies whose unit grows with it.
    [[nodiscard]] virtual double fraction() const = 0;
};

// What a body may use. One Preparation belongs to one worker thread.
struct Preparation {
    const machine::Machine& machine;
    int cpu = 0;      // logical CPU the worker is pinned to
    int workers = 1;  // how many workers run the same plan
    std::uint64_t seed = 0;
    std::filesystem::path scratchDirectory;
};

// One running copy of a stressor, owned and used by a single worker thread.
class Body {
public:
    virtual ~Body() = default;
    // Works until interrupt.due(); may be called any number of times and continues where it left off.
    virtual void run(Interrupt& interrupt) = 0;
};

// What is needed to check a budget before anything is started, and what the accesses range over; per worker.
struct Demand {
    std::int64_t memoryBytes = 0;
    std::int64_t scratchBytes = 0;
    std::int64_t workingSetBytes = 0;  // touched again and again while it runs; 0 = next to nothing
};

// A stressor's card: one per file, listed in catalogue().
struct Card {
    std::string_view name;  // "zstd-decompress"
    Class stressorClass = Class::Compute;
    Accounting accounting = Accounting::CpuTime;
    // CPU time it takes per time of its share, counted against a control group's quota: that of a body accounted in CPU
    // time is 1, one that waits may take none or, with a helper thread, a whole CPU.
    double cpuPerTime = accounting == Accounting::CpuTime ? 1.0 : 0.0;
    std::string_view loads;  // one sentence for people: what it exercises
    // Names that the paper and its repository give to it; a plan may use them for its columns.
    std::span<const std::string_view> aliases{};
    // Empty when what it loads grows with the fraction up to 1, else one sentence what flattens or falls, and why.
    std::string_view response{};
    Demand (*demand)(const machine::Machine&);
    // Empty when it can run here, else one sentence why not.
    std::string (*unavailable)(const machine::Machine&, const std::filesystem::path& scratchDirectory);
    // Allocates and touches everything, so that the first window is like the others. Called on the worker's thread
    // after it was pinned.
    Expected<std::unique_ptr<Body>> (*prepare)(const Preparation&);
};

// All stressors of this build, in the column order of new plans.
[[nodiscard]] std::span<const Card> catalogue();
// By name or alias; nullptr when unknown.
[[nodiscard]] const Card* findCard(std::string_view name);

// Seven stressors of different kinds that together load every class of resource a recorder sees on any machine: what a
// collection of a few minutes can cover.
[[nodiscard]] std::span<const std::string_view> essentialStressors();
// What applications have the kernel do beside that: write through the page cache and to the journal, map pages, switch
// between threads. With the essential ones: what follows whole applications on a machine without hardware counters.
[[nodiscard]] std::span<const std::string_view> kernelStressors();
// Twenty like the research system's: a data set of them has as many columns as one of its own. Eighteen are its own;
// hash-insert and disk-read-paced, which single-stressor plans are made of, stand in for its hash-insert-miss-flat and
// disk-read-1m-50ms, which are of the same kind.
[[nodiscard]] std::span<const std::string_view> researchStressors();
// "all", "essential", "applications" (the essential and the kernel ones), "research", and names or aliases, separated
// by commas (an alias that holds commas must stand alone), to canonical names in catalogue order, each once. BadInput
// for an unknown name or an empty list.
[[nodiscard]] Expected<std::vector<std::string>> selectStressors(std::string_view list);

// Where scratch files go when the user names no folder: the first of /var/tmp, /tmp and the current folder that is on a
// disk.
[[nodiscard]] std::filesystem::path defaultScratchDirectory();

}  // namespace mimesys::stressor
