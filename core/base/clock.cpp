// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <ctime>

namespace mimesys {
namespace {

constexpr std::int64_t kStopPollNs = 50'000'000;

std::int64_t read(clockid_t clock) {
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<std::int64_t>(now.tv_sec) * kNanosecondsPerSecond + now.tv_nsec;
}

void sleepUntilOnce(std::int64_t deadlineNs) {
    timespec deadline{};
    deadline.tv_sec = static_cast<time_t>(deadlineNs / kNanosecondsPerSecond);
    deadline.tv_nsec = static_cast<long>(deadlineNs % kNanosecondsPerSecond);
    while (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, nullptr) == EINTR) {
    }
}

}  // namespace

std::int64_t monotonicNs() {
    return read(CLOCK_MONOTONIC);
}
std::int64_t realtimeNs() {
    return read(CLOCK_REALTIME);
}
std::int64_t threadCpuNs() {
    return read(CLOCK_THREAD_CPUTIME_ID);
}

std::int64_t nsFromSeconds(double seconds) {
    return std::llround(seconds * 1e9);
}

bool sleepUntil(std::int64_t monotonicDeadlineNs, const std::stop_token& stop) {
    for (std::int64_t now = monotonicNs(); now < monotonicDeadlineNs; now = monotonicNs()) {
        if (stop.stop_requested()) {
            return false;
        }
        sleepUntilOnce(std::min(monotonicDeadlineNs, now + kStopPollNs));
    }
    return !stop.stop_requested();
}

}  // namespace mimesys
