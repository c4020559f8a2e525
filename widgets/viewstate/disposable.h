// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QThread>
#include <QThreadPool>
#include <memory>
#include <utility>

namespace mimesys::widgets {

// A shared object too large to be freed where people wait: whoever lets go of it last in the GUI thread leaves that to
// another one.
template <typename T, typename... Arguments>
[[nodiscard]] std::shared_ptr<const T> makeDisposable(Arguments&&... arguments) {
    return {new const T(std::forward<Arguments>(arguments)...), [](const T* object) {
                const QCoreApplication* application = QCoreApplication::instance();
                if (application != nullptr && QThread::currentThread() == application->thread()) {
                    QThreadPool::globalInstance()->start([object] { delete object; });
                } else {
                    delete object;
                }
            }};
}

}  // namespace mimesys::widgets
