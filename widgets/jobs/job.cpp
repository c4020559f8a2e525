// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include "timeline/format.h"

#include <algorithm>
#include <mutex>
#include <new>

namespace mimesys::widgets {
namespace {

constexpr int kMostThreads = 16;
constexpr double kLeastFractionForEstimate = 0.03;
constexpr qint64 kProgressIntervalMs = 50;

std::optional<Error> guarded(const std::function<void()>& work) {
    try {
        work();
        return std::nullopt;
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::Failed,
            QObject::tr("There is not enough memory for this; close something or use a smaller input.").toStdString(),
            {}};
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Failed,
                     QObject::tr("Unexpected failure: %1.").arg(QString::fromUtf8(exception.what())).toStdString(),
                     {}};
    }
}

// Running and writing are things done to the machine: they end by themselves or by the user's wish, not because the
// same was asked for again.
bool supersedesItsKind(JobKind kind) {
    return kind == JobKind::Open || kind == JobKind::Generate || kind == JobKind::Score ||
           kind == JobKind::OpenTraining || kind == JobKind::OpenCollection;
}

}  // namespace

Job::Job(JobKind kind, QString title, QObject* parent) : QObject(parent), m_kind(kind), m_title(std::move(title)) {
    m_timer.start();
}

double Job::elapsedSeconds() const {
    return static_cast<double>(m_timer.elapsed()) / 1000.0;
}

double Job::remainingSeconds() const {
    return m_fraction < kLeastFractionForEstimate ? -1.0 : elapsedSeconds() * (1.0 - m_fraction) / m_fraction;
}

void Job::stop() {
    if (m_stop.request_stop()) {
        Q_EMIT progressed();
    }
}

void Job::takeProgress(double fraction, const QString& step) {
    m_fraction = std::min(fraction, 1.0);
    m_step = step;
    Q_EMIT progressed();
}

JobRunner::JobRunner(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(kMostThreads);
}

JobRunner::~JobRunner() {
    for (Job* job : m_jobs) {
        job->m_stop.request_stop();
    }
    m_pool.waitForDone();
}

bool JobRunner::isRunning(JobKind kind) const {
    return std::ranges::any_of(m_jobs, [&](const Job* job) { return job->kind() == kind && !job->m_superseded; });
}

void JobRunner::stop(JobKind kind) {
    for (Job* job : m_jobs) {
        if (job->kind() == kind) {
            job->stop();
        }
    }
}

void JobRunner::stopAll() {
    for (Job* job : m_jobs) {
        job->stop();
    }
}

Job* JobRunner::startErased(JobKind kind, const QString& title, Work work, Finish finish) {
    for (Job* older : m_jobs) {
        if (older->kind() == kind && supersedesItsKind(kind)) {
            older->m_superseded = true;
            older->stop();
        }
    }
    auto* job = new Job(kind, title, this);
    m_jobs.push_back(job);
    connect(job, &Job::progressed, this, [this, job] { Q_EMIT jobProgressed(job); });

    // Progress comes from one or several threads, more often than anyone can read.
    struct Throttle {
        std::mutex mutex;
        QElapsedTimer sinceLast;
    };
    const auto throttle = std::make_shared<Throttle>();
    Context context;
    context.stop = job->token();
    context.progress = [job, throttle](const Progress& progress) {
        {
            const std::lock_guard lock(throttle->mutex);
            if (throttle->sinceLast.isValid() && throttle->sinceLast.elapsed() < kProgressIntervalMs) {
                return;
            }
            throttle->sinceLast.start();
        }
        QMetaObject::invokeMethod(
            job,
            [job, fraction = progress.fraction, step = toQString(progress.text)] { job->takeProgress(fraction, step); },
            Qt::QueuedConnection);
    };
    m_pool.start([this, job, context, work = std::move(work), finish = std::move(finish)] {
        const auto thrown = guarded([&] { work(context); });
        QMetaObject::invokeMethod(
            job, [this, job, finish, thrown] { end(job, finish, thrown); }, Qt::QueuedConnection);
    });
    Q_EMIT jobsChanged();
    return job;
}

void JobRunner::end(Job* job, const Finish& finish, const std::optional<Error>& thrown) {
    std::erase(m_jobs, job);
    job->deleteLater();
    if (!job->m_superseded) {
        const auto error = thrown ? thrown : finish();
        if (error) {
            Q_EMIT jobFailed(job->kind(), *error);
        }
    }
    Q_EMIT jobsChanged();
    if (m_jobs.empty()) {
        Q_EMIT allEnded();
    }
}

}  // namespace mimesys::widgets
