// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/memory.h"
#include "execution/executor.h"
#include "execution/worker.h"
#include "plan/plan.h"
#include "stressor/workingset.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace mimesys::execution {

// Keeps as much memory in use as ExecutionPlan::memoryUsed says, window by window: what the machine lacks to that at
// the beginning of the run is taken, touched and held. What somebody else takes or gives back later is his and changes
// nothing, so that an application that is tested beside the workload comes on top.
//
// Less is held than asked for where `mostBytes` say so, and while the machine would be left with less than a twentieth
// of its memory available.
class MemoryHolder {
public:
    using State = std::function<MemoryState()>;

    // The plan must outlive the holder.
    MemoryHolder(const plan::ExecutionPlan& plan, std::int64_t mostBytes, State state = memoryState);

    // Finds out what is in use, and holds what the first window asks for.
    void begin(const std::stop_token& stop);
    // Follows the windows until their end or a stop request.
    void run(const RunTimes& times, const std::stop_token& stop);

    [[nodiscard]] const HeldMemory& held() const { return m_held; }

private:
    [[nodiscard]] std::int64_t heldBytes() const;
    // Whether all of it could be held before the time was over.
    bool hold(std::int64_t bytes, std::int64_t untilNs, const std::stop_token& stop);
    void follow(std::size_t planWindow, std::int64_t untilNs, const std::stop_token& stop);
    [[nodiscard]] std::int64_t missing(std::size_t planWindow) const;  // negative: more is in use already

    const plan::ExecutionPlan& m_plan;
    std::int64_t m_mostBytes;
    State m_state;
    std::int64_t m_usedBytes = 0;  // at the beginning
    std::vector<stressor::Buffer> m_pieces;
    HeldMemory m_held;
};

}  // namespace mimesys::execution
