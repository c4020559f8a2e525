// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ready.h"

#include "window/mainwindow.h"

#include <QEvent>
#include <QTimer>
#include <cstdio>

namespace mimesys::widgets {
namespace {

class Announcer : public QObject {
public:
    explicit Announcer(MainWindow* window) : QObject(window), m_window(window) {
        window->installEventFilter(this);
        connect(window->workflow()->runner(), &JobRunner::allEnded, this, [this] { settle(); });
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        // The window's own area is painted first, what lies on it in the same pass.
        if (event->type() == QEvent::Paint && !m_painted) {
            m_painted = true;
            settle();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    // After the events that are waiting, which paint what has come.
    void settle() {
        QTimer::singleShot(0, this, [this] {
            if (m_painted && !m_announced && !m_window->workflow()->runner()->isBusy()) {
                m_announced = true;
                std::fputs("ready\n", stdout);
                std::fflush(stdout);
            }
        });
    }

    MainWindow* m_window;
    bool m_painted = false;
    bool m_announced = false;
};

}  // namespace

void announceReady(MainWindow& window) {
    new Announcer(&window);
}

}  // namespace mimesys::widgets
