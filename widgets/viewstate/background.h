// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrent>
#include <type_traits>
#include <utility>

namespace mimesys::widgets {

// Does the work on a worker thread and gives its result to `done` in the owner's thread, unless the owner is gone by
// then. QFuture::then with a context, as of Qt 6.4, asks the worker thread whether the context lives, and posts to
// one that is being destroyed meanwhile; a watcher is told of a result under a lock.
template <typename Work, typename Done>
void inBackground(QObject* owner, Work work, Done done) {
    using Result = std::invoke_result_t<Work&>;
    auto* watcher = new QFutureWatcher<Result>(owner);
    QObject::connect(watcher, &QFutureWatcher<Result>::finished, owner, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

}  // namespace mimesys::widgets
