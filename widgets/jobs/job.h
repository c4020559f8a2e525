// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/progress.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace mimesys::widgets {

enum class JobKind {
    Open,
    Collect,
    OpenCollection,
    Generate,
    Run,
    Refine,
    Score,
    Export,
    Calibrate,
    OpenCalibration,
    Train,
    Align,
    OpenTraining
};

// One piece of long work: what it is, how far it is, and a way to stop it.
class Job : public QObject {
    Q_OBJECT
public:
    Job(JobKind kind, QString title, QObject* parent);

    [[nodiscard]] JobKind kind() const { return m_kind; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] double fraction() const { return m_fraction; }  // negative = unknown
    [[nodiscard]] QString step() const { return m_step; }
    [[nodiscard]] double elapsedSeconds() const;
    // Extrapolated from the fraction; negative while that says too little.
    [[nodiscard]] double remainingSeconds() const;
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    [[nodiscard]] bool isStopping() const { return m_stop.stop_requested(); }
    void stop();

Q_SIGNALS:
    void progressed();

private:
    friend class JobRunner;
    void takeProgress(double fraction, const QString& step);

    JobKind m_kind;
    QString m_title;
    double m_fraction = -1.0;
    QString m_step;
    QElapsedTimer m_timer;
    std::stop_source m_stop;
    bool m_superseded = false;  // a newer job of its kind was started: its result is not wanted
};

// Runs jobs on threads of their own and brings their results to the GUI thread. A newer Open, Generate or Score stops
// an older one, whose result is dropped. Destroying the runner stops all jobs and waits for them.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;

    // What a job calls while it works, and what it is given to look at.
    struct Context {
        std::stop_token stop;
        ProgressCallback progress;
    };

    // `work` runs on a worker thread and must own all it uses; `done` gets its value in the GUI thread.
    template <typename T>
    Job* start(JobKind kind, const QString& title, std::function<Cancellable<T>(const Context&)> work,
               std::function<void(T)> done) {
        auto result = std::make_shared<Cancellable<T>>(std::optional<T>());
        return startErased(
            kind, title, [result, work = std::move(work)](const Context& context) { *result = work(context); },
            [result, done = std::move(done)]() -> std::optional<Error> {
                if (!*result) {
                    return result->error();
                }
                if (**result) {
                    done(std::move(***result));
                }
                return std::nullopt;
            });
    }

    [[nodiscard]] const std::vector<Job*>& jobs() const { return m_jobs; }  // oldest first
    [[nodiscard]] bool isBusy() const { return !m_jobs.empty(); }
    [[nodiscard]] bool isRunning(JobKind kind) const;
    void stop(JobKind kind);
    void stopAll();

Q_SIGNALS:
    void jobsChanged();
    void jobProgressed(mimesys::widgets::Job* job);
    void jobFailed(mimesys::widgets::JobKind kind, const mimesys::Error& error);
    void allEnded();

private:
    using Work = std::function<void(const Context&)>;
    using Finish = std::function<std::optional<Error>()>;
    Job* startErased(JobKind kind, const QString& title, Work work, Finish finish);
    void end(Job* job, const Finish& finish, const std::optional<Error>& thrown);

    std::vector<Job*> m_jobs;
    QThreadPool m_pool;
};

}  // namespace mimesys::widgets
