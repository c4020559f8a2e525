// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::plan {

// How far a row sum may exceed 1 by rounding in other tools' floats before it is an error.
inline constexpr float kRowSumTolerance = 1e-3F;
// Bounds on what is accepted from a file: larger sizes are damage or an attack, not a plan.
inline constexpr std::size_t kMaximumCpus = 4096;
inline constexpr std::size_t kMaximumStressors = 1024;
inline constexpr std::size_t kMaximumEntries = std::size_t{1} << 30;

// What every CPU does in every window: entry (t, k, m) is the fraction of window t during which CPU k
// runs stressor m; what is left of a row is sleep.
class ExecutionPlan {
public:
    ExecutionPlan() = default;
    // All zero. `stressors` names the columns.
    ExecutionPlan(std::size_t windows, std::size_t cpus, std::vector<std::string> stressors,
                  double windowSeconds = 1.0);

    [[nodiscard]] std::size_t windowCount() const { return m_windows; }             // T
    [[nodiscard]] std::size_t cpuCount() const { return m_cpus; }                   // K
    [[nodiscard]] std::size_t stressorCount() const { return m_stressors.size(); }  // M
    [[nodiscard]] double windowSeconds() const { return m_windowSeconds; }
    [[nodiscard]] double durationSeconds() const { return m_windowSeconds * static_cast<double>(m_windows); }
    [[nodiscard]] const std::vector<std::string>& stressors() const { return m_stressors; }
    [[nodiscard]] int indexOfStressor(std::string_view name) const;  // -1 when absent

    [[nodiscard]] float at(std::size_t window, std::size_t cpu, std::size_t stressor) const {
        return m_fractions[(window * m_cpus + cpu) * m_stressors.size() + stressor];
    }
    [[nodiscard]] std::span<const float> row(std::size_t window, std::size_t cpu) const;
    [[nodiscard]] std::span<float> row(std::size_t window, std::size_t cpu);
    [[nodiscard]] std::span<const float> composition(std::size_t window) const;  // K×M
    [[nodiscard]] std::span<float> composition(std::size_t window);
    [[nodiscard]] std::span<const float> fractions() const { return m_fractions; }  // T×K×M, C order
    [[nodiscard]] std::span<float> fractions() { return m_fractions; }

    // T: bytes in use on the whole machine that each window aims at (metric memory.used); the executor holds what is
    // missing. Empty = memory is left alone.
    std::vector<float> memoryUsed;
    // Orders stressors within windows when the plan is run.
    std::uint64_t seed = 0;
    std::string generator;      // what made it: "search", "collection", "upstream", …
    std::string machine;        // JSON of machine::Machine it was made for; may be empty
    std::string source = "{}";  // JSON object: trace name and hash, fitting report, …

    bool operator==(const ExecutionPlan&) const = default;

private:
    std::size_t m_windows = 0;
    std::size_t m_cpus = 0;
    double m_windowSeconds = 1.0;
    std::vector<std::string> m_stressors;
    std::vector<float> m_fractions;
};

// BadInput naming window, CPU and stressor of the first entry that is not finite, below 0 or above 1, of the first row
// whose sum is above 1 + kRowSumTolerance, or of duplicate stressor names, or an empty plan or a window length that is
// not in (0, 3600] s, or memory that is not finite and at least 0 in every window.
[[nodiscard]] Expected<void> validate(const ExecutionPlan& plan);

// Windows [first, first + count) as a plan of its own; both within the plan.
[[nodiscard]] ExecutionPlan slice(const ExecutionPlan& plan, std::size_t first, std::size_t count);

// BadInput when a file claims more than the bounds above; to be asked before memory is taken.
[[nodiscard]] Expected<void> checkSize(std::size_t windows, std::size_t cpus, std::size_t stressors);

}  // namespace mimesys::plan
