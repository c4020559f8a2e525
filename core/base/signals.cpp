// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/signals.h"

#include <csignal>
#include <cstdlib>
#include <ctime>

namespace mimesys {
namespace {

constexpr long kPollNanoseconds = 100'000'000;

sigset_t stopSignals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        sigaddset(&set, signal);
    }
    return set;
}

}  // namespace

StopOnSignal::StopOnSignal() {
    const sigset_t set = stopSignals();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_thread = std::jthread([this, set](const std::stop_token& ending) {
        const timespec poll{0, kPollNanoseconds};
        while (!ending.stop_requested()) {
            const int signal = ::sigtimedwait(&set, nullptr, &poll);
            if (signal < 0) {
                continue;
            }
            if (m_source.stop_requested()) {
                std::_Exit(128 + signal);
            }
            m_source.request_stop();
        }
    });
}

StopOnSignal::~StopOnSignal() {
    m_thread.request_stop();
    m_thread.join();
    const sigset_t set = stopSignals();
    ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void makeTooLargeFilesAnError() {
    (void)std::signal(SIGXFSZ, SIG_IGN);
}

void unblockSignalsInChild() {
    (void)std::signal(SIGXFSZ, SIG_DFL);
    const sigset_t set = stopSignals();
    ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace mimesys
