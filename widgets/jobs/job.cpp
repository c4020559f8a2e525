// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include "timeline/format.h"

#include <QDateTime>
#include <algorithm>
#include <deque>
#include <mutex>
#include <new>

namespace mimesys::widgets {
namespace {

constexpr int kMostThreads = 16;
constexpr double kLeastFractionForEstimate = 0.03;
constexpr qint64 kProgressIntervalMs = 50;
constexpr std::size_t kMostPendingLines = 1000;

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

// What a job says, on its way to the GUI thread. It comes from one or several threads, more often than anyone can read:
// it is fetched some times a second, all at once.
class JobRunner::News {
public:
    struct State {
        std::optional<Progress> progress;
        std::deque<JobLine> lines;
    };

    // True when the GUI thread is to fetch it.
    bool add(const Progress& progress) {
        const std::lock_guard lock(m_mutex);
        if (!progress.text.empty() && progress.text != m_lastText) {
            m_lastText = progress.text;
            m_state.lines.push_back({QDateTime::currentMSecsSinceEpoch(), toQString(progress.text)});
            if (m_state.lines.size() > kMostPendingLines) {
                m_state.lines.pop_front();
            }
        }
        m_state.progress = progress;
        if (m_sinceLast.isValid() && m_sinceLast.elapsed() < kProgressIntervalMs) {
            return false;
        }
        m_sinceLast.start();
        return true;
    }

    State take() {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_state, {});
    }

private:
    std::mutex m_mutex;
    QElapsedTimer m_sinceLast;
    std::string m_lastText;
    State m_state;
};

Job::Job(int id, JobKind kind, QString title, Repeat repeat, QObject* parent)
    : QObject(parent), m_id(id), m_kind(kind), m_title(std::move(title)), m_repeat(std::move(repeat)) {
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

Job* JobRunner::startErased(JobKind kind, const QString& title, Work work, Finish finish, Repeat repeat) {
    for (Job* older : m_jobs) {
        if (older->kind() == kind && supersedesItsKind(kind)) {
            older->m_superseded = true;
            older->stop();
        }
    }
    auto* job = new Job(++m_lastId, kind, title, std::move(repeat), this);
    m_jobs.push_back(job);
    connect(job, &Job::progressed, this, [this, job] { Q_EMIT jobProgressed(job); });

    const auto news = std::make_shared<News>();
    Context context;
    context.stop = job->token();
    context.progress = [this, job, news](const Progress& progress) {
        if (news->add(progress)) {
            QMetaObject::invokeMethod(
                job, [this, job, news] { takeNews(job, *news); }, Qt::QueuedConnection);
        }
    };
    m_pool.start([this, job, context, news, work = std::move(work), finish = std::move(finish)] {
        const auto thrown = guarded([&] { work(context); });
        QMetaObject::invokeMethod(
            job,
            [this, job, news, finish, thrown] {
                takeNews(job, *news);
                end(job, finish, thrown);
            },
            Qt::QueuedConnection);
    });
    Q_EMIT jobStarted(job);
    Q_EMIT jobsChanged();
    return job;
}

void JobRunner::takeNews(Job* job, News& news) {
    const News::State state = news.take();
    for (const JobLine& line : state.lines) {
        Q_EMIT jobLogged(job, line);
    }
    if (state.progress) {
        job->takeProgress(state.progress->fraction, toQString(state.progress->text));
    }
}

void JobRunner::end(Job* job, const Finish& finish, const std::optional<Error>& thrown) {
    std::erase(m_jobs, job);
    job->deleteLater();
    JobEnding ending = job->isStopping() ? JobEnding::Stopped : JobEnding::Done;
    QString sentence;
    if (job->m_superseded) {
        ending = JobEnding::Superseded;
    } else if (const auto error = thrown ? thrown : finish()) {
        ending = JobEnding::Failed;
        sentence = toQString(error->text());
        Q_EMIT jobFailed(job->kind(), *error);
    }
    Q_EMIT job->ended();
    Q_EMIT jobEnded(job, ending, sentence);
    Q_EMIT jobsChanged();
    if (m_jobs.empty()) {
        Q_EMIT allEnded();
    }
}

}  // namespace mimesys::widgets
