// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QAbstractEventDispatcher>
#include <QObject>
#include <algorithm>

namespace mimesys::widgets {

// The most CPU time that the GUI thread spent between two looks at its events: for so long a key would have waited.
// CPU time rather than time, because a machine that does other things as well takes time away, but hardly adds any of
// the thread's own.
class GuiWatchdog : public QObject {
public:
    GuiWatchdog() {
        const QAbstractEventDispatcher* events = QAbstractEventDispatcher::instance();
        connect(events, &QAbstractEventDispatcher::awake, this, &GuiWatchdog::lap);
        connect(events, &QAbstractEventDispatcher::aboutToBlock, this, &GuiWatchdog::lap);
        reset();
    }

    void reset() {
        m_longestNs = 0;
        m_lastNs = threadCpuNs();
    }
    // Up to now.
    [[nodiscard]] double longestMs() {
        lap();
        return static_cast<double>(m_longestNs) * 1e-6;
    }

private:
    void lap() {
        const std::int64_t now = threadCpuNs();
        m_longestNs = std::max(m_longestNs, now - m_lastNs);
        m_lastNs = now;
    }

    std::int64_t m_lastNs = 0;
    std::int64_t m_longestNs = 0;
};

}  // namespace mimesys::widgets
