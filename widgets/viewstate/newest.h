// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/background.h"

#include <functional>
#include <stop_token>

namespace mimesys::widgets {

// Computes what a view shows on a worker thread. A newer request stops the one before, whose result is dropped; what
// was shown stays until the new one is there. The work must own all it uses.
class Newest {
public:
    // Results are handed over in the owner's thread, and no more once it is gone.
    explicit Newest(QObject* owner) : m_owner(owner) {}
    Newest(const Newest&) = delete;
    Newest& operator=(const Newest&) = delete;
    ~Newest() { cancel(); }

    template <typename T>
    void start(std::function<T(const std::stop_token&)> work, std::function<void(T)> done) {
        cancel();
        m_busy = true;
        const std::stop_token stop = m_stop.get_token();
        inBackground(
            m_owner, [work = std::move(work), stop] { return work(stop); },
            [this, stop, done = std::move(done)](T result) {
                if (!stop.stop_requested()) {
                    m_busy = false;
                    done(std::move(result));
                }
            });
    }

    void cancel() {
        m_stop.request_stop();
        m_stop = std::stop_source();
        m_busy = false;
    }
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    QObject* m_owner;
    std::stop_source m_stop;
    bool m_busy = false;
};

}  // namespace mimesys::widgets
