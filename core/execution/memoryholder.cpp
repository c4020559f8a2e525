// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/memoryholder.h"

#include "base/clock.h"
#include "base/wait.h"

#include <malloc.h>

#include <algorithm>
#include <limits>

namespace mimesys::execution {
namespace {

// Held and given back in pieces of this size, so that a stop waits for one of them at most.
constexpr std::int64_t kPieceBytes = std::int64_t{4} << 20;
// Part of the machine's memory that stays available to everybody else.
constexpr std::int64_t kReservePart = 20;
constexpr std::int64_t kNoEnd = std::numeric_limits<std::int64_t>::max();

std::int64_t reserve(const MemoryState& memory) {
    return memory.totalBytes / kReservePart;
}

}  // namespace

MemoryHolder::MemoryHolder(const plan::ExecutionPlan& plan, std::int64_t mostBytes, State state)
    : m_plan(plan),
      m_mostBytes(std::max<std::int64_t>(0, mostBytes) / kPieceBytes * kPieceBytes),
      m_state(std::move(state)) {}

void MemoryHolder::begin(const std::stop_token& stop) {
#ifdef __GLIBC__
    ::malloc_trim(0);  // what generating the plan left behind in this process
#endif
    m_usedBytes = m_state().usedBytes();
    hold(std::min(missing(0), m_mostBytes), kNoEnd, stop);
}

void MemoryHolder::run(const RunTimes& times, const std::stop_token& stop) {
    const std::int64_t length = nsFromSeconds(m_plan.windowSeconds());
    for (std::int64_t window = 0; window < times.windows;) {
        const std::int64_t begin = times.startNs + window * length;
        if (begin >= times.endNs || !waitUntil(begin, stop)) {
            return;
        }
        follow(static_cast<std::size_t>(window) % m_plan.windowCount(), begin + length, stop);
        // Windows that passed meanwhile, because the process was stopped, are left out.
        window = std::max(window + 1, (monotonicNs() - times.startNs) / length);
    }
}

void MemoryHolder::follow(std::size_t planWindow, std::int64_t untilNs, const std::stop_token& stop) {
    const std::int64_t asked = missing(planWindow);
    const bool reached = hold(std::min(asked, m_mostBytes), untilNs, stop);
    if (stop.stop_requested()) {
        return;
    }
    m_held.mostBytes = std::max(m_held.mostBytes, heldBytes());
    m_held.windowsShort += !reached || asked > m_mostBytes ? 1 : 0;
    m_held.windowsExceeded += asked < -kPieceBytes ? 1 : 0;
}

bool MemoryHolder::hold(std::int64_t bytes, std::int64_t untilNs, const std::stop_token& stop) {
    const std::int64_t pieces = std::max<std::int64_t>(0, (bytes + kPieceBytes / 2) / kPieceBytes);
    if (pieces < std::ssize(m_pieces)) {
        m_pieces.erase(m_pieces.begin() + pieces, m_pieces.end());
    }
    for (MemoryState memory = m_state(); !m_pieces.empty() && memory.availableBytes < reserve(memory);
         memory = m_state()) {
        m_pieces.pop_back();
    }
    while (std::ssize(m_pieces) < pieces) {
        const MemoryState memory = m_state();
        if (stop.stop_requested() || monotonicNs() >= untilNs ||
            memory.availableBytes < reserve(memory) + kPieceBytes) {
            return false;
        }
        Expected<stressor::Buffer> piece = stressor::Buffer::allocate(kPieceBytes);
        if (!piece) {
            return false;
        }
        m_pieces.push_back(std::move(*piece));
    }
    return true;
}

std::int64_t MemoryHolder::missing(std::size_t planWindow) const {
    return static_cast<std::int64_t>(m_plan.memoryUsed[planWindow]) - m_usedBytes;
}

std::int64_t MemoryHolder::heldBytes() const {
    return std::ssize(m_pieces) * kPieceBytes;
}

}  // namespace mimesys::execution
