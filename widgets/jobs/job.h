// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/progress.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <cstdint>
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
    Edit,
    Run,
    Refine,
    Score,
    Export,
    Calibrate,
    OpenCalibration,
    Train,
    Align,
    OpenTraining,
    Record,
    TestRun
};

enum class JobEnding {
    Done,
    Failed,
    Stopped,    // by the user
    Superseded  // by a newer one of its kind
};

// What a job said, and when.
struct JobLine {
    std::int64_t timeMs = 0;  // since the epoch
    QString text;
};

// How the same is asked for again, as far as that makes sense. It must not keep large things alive: it outlives its
// job.
struct Repeat {
    std::function<bool()> isPossible;
    std::function<void()> start;
    explicit operator bool() const { return start != nullptr; }
};

// One piece of long work: what it is, how far it is, and a way to stop it.
class Job : public QObject {
    Q_OBJECT
public:
    Job(int id, JobKind kind, QString title, Repeat repeat, QObject* parent);

    [[nodiscard]] int id() const { return m_id; }  // of the runner's jobs, from 1
    [[nodiscard]] JobKind kind() const { return m_kind; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] double fraction() const { return m_fraction; }  // negative = unknown
    [[nodiscard]] QString step() const { return m_step; }
    [[nodiscard]] const Repeat& repeat() const { return m_repeat; }
    [[nodiscard]] double elapsedSeconds() const;
    // Extrapolated from the fraction; negative while that says too little.
    [[nodiscard]] double remainingSeconds() const;
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    [[nodiscard]] bool isStopping() const { return m_stop.stop_requested(); }
    void stop();

Q_SIGNALS:
    void progressed();
    // However it ended, after its result was taken; not when the runner goes.
    void ended();

private:
    friend class JobRunner;
    void takeProgress(double fraction, const QString& step);

    int m_id;
    JobKind m_kind;
    QString m_title;
    Repeat m_repeat;
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
               std::function<void(T)> done, Repeat repeat = {}) {
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
            },
            std::move(repeat));
    }

    [[nodiscard]] const std::vector<Job*>& jobs() const { return m_jobs; }  // oldest first
    [[nodiscard]] bool isBusy() const { return !m_jobs.empty(); }
    [[nodiscard]] bool isRunning(JobKind kind) const;
    void stop(JobKind kind);
    void stopAll();

Q_SIGNALS:
    void jobsChanged();
    void jobStarted(mimesys::widgets::Job* job);
    void jobProgressed(mimesys::widgets::Job* job);
    // Every step that differs from the one before, even those that pass too fast to be shown.
    void jobLogged(mimesys::widgets::Job* job, const mimesys::widgets::JobLine& line);
    // The sentence says why it failed. What its result set going has started by now.
    void jobEnded(mimesys::widgets::Job* job, mimesys::widgets::JobEnding ending, const QString& sentence);
    void jobFailed(mimesys::widgets::JobKind kind, const mimesys::Error& error);
    void allEnded();

private:
    using Work = std::function<void(const Context&)>;
    using Finish = std::function<std::optional<Error>()>;
    class News;
    Job* startErased(JobKind kind, const QString& title, Work work, Finish finish, Repeat repeat);
    void takeNews(Job* job, News& news);
    void end(Job* job, const Finish& finish, const std::optional<Error>& thrown);

    std::vector<Job*> m_jobs;
    int m_lastId = 0;
    QThreadPool m_pool;
};

}  // namespace mimesys::widgets
