// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/wait.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace mimesys {

bool waitUntil(std::int64_t monotonicNs, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    // Which std::chrono::steady_clock is.
    const std::chrono::steady_clock::time_point time{std::chrono::nanoseconds(monotonicNs)};
    never.wait_until(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

}  // namespace mimesys
