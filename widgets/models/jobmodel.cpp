// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobmodel.h"

#include "jobs/jobtexts.h"

#include <QDateTime>
#include <algorithm>

namespace mimesys::widgets {

JobModel::JobModel(JobRunner* runner, QObject* parent) : QAbstractTableModel(parent) {
    for (Job* job : runner->jobs()) {
        begin(job);
    }
    connect(runner, &JobRunner::jobStarted, this, &JobModel::begin);
    connect(runner, &JobRunner::jobProgressed, this, [this](const Job* job) { touch(rowOf(job)); });
    connect(runner, &JobRunner::jobLogged, this,
            [this](const Job* job, const JobLine& line) { addLine(rowOf(job), line); });
    connect(runner, &JobRunner::jobEnded, this, &JobModel::end);
}

int JobModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int JobModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString JobModel::stepOf(const Entry& entry) {
    if (!entry.isRunning()) {
        return entry.sentence;
    }
    return entry.job->isStopping() ? tr("stopping…") : entry.job->step();
}

QString JobModel::text(const Entry& entry, int column) const {
    const Job* job = entry.job;
    switch (column) {
        case TitleColumn:
            return entry.title;
        case ProgressColumn:
            return entry.ending             ? endingText(*entry.ending)
                   : !job                   ? QString()
                   : job->fraction() >= 0.0 ? tr("%1 %").arg(static_cast<int>(job->fraction() * 100.0))
                                            : tr("Running");
        case ElapsedColumn:
            return durationText(entry.isRunning() ? job->elapsedSeconds() : entry.elapsedSeconds);
        case LeftColumn:
            return entry.isRunning() ? remainingText(*job) : QString();
        default:
            return stepOf(entry);
    }
}

QVariant JobModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Entry& entry = at(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return text(entry, index.column());
        case Qt::ToolTipRole:
            return index.column() == TitleColumn || index.column() == StepColumn ? text(entry, index.column())
                                                                                 : QString();
        case Qt::TextAlignmentRole: {
            const bool number = index.column() == ElapsedColumn || index.column() == LeftColumn;
            return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
        }
        case FractionRole:
            return entry.isRunning() ? QVariant(entry.job->fraction()) : QVariant();
        case IdRole:
            return entry.id;
        default:
            return {};
    }
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == ElapsedColumn || section == LeftColumn;
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
        case TitleColumn:
            return tr("Job");
        case ProgressColumn:
            return tr("Progress");
        case ElapsedColumn:
            return tr("Elapsed");
        case LeftColumn:
            return tr("Left");
        default:
            return tr("What it does");
    }
}

bool JobModel::canCancel(int row) const {
    return row >= 0 && row < m_running && at(row).isRunning() && !at(row).job->isStopping();
}

bool JobModel::canRetry(int row) const {
    return row >= m_running && row < rowCount() && at(row).repeat &&
           (!at(row).repeat.isPossible || at(row).repeat.isPossible());
}

void JobModel::cancel(int row) {
    if (canCancel(row)) {
        at(row).job->stop();
    }
}

void JobModel::retry(int row) {
    if (canRetry(row)) {
        // What it starts enters this model, and may move the entry.
        const Repeat repeat = at(row).repeat;
        repeat.start();
    }
}

void JobModel::forgetEnded() {
    if (m_running < rowCount()) {
        beginRemoveRows({}, m_running, rowCount() - 1);
        m_entries.resize(static_cast<std::size_t>(m_running));
        endRemoveRows();
    }
}

void JobModel::tick() {
    if (m_running > 0) {
        Q_EMIT dataChanged(index(0, ElapsedColumn), index(m_running - 1, LeftColumn), {Qt::DisplayRole});
    }
}

int JobModel::rowOf(const Job* job) const {
    const auto running = m_entries.begin() + m_running;
    const auto found = std::find_if(m_entries.begin(), running, [&](const Entry& entry) { return entry.job == job; });
    return found == running ? -1 : static_cast<int>(found - m_entries.begin());
}

void JobModel::begin(Job* job) {
    beginInsertRows({}, 0, 0);
    Entry entry;
    entry.id = job->id();
    entry.title = job->title();
    entry.job = job;
    entry.repeat = job->repeat();
    m_entries.push_front(std::move(entry));
    ++m_running;
    endInsertRows();
    addLine(0, {QDateTime::currentMSecsSinceEpoch(), tr("Started: %1").arg(job->title())});
}

void JobModel::addLine(int row, const JobLine& line) {
    if (row < 0) {
        return;
    }
    std::deque<JobLine>& lines = m_entries[static_cast<std::size_t>(row)].lines;
    lines.push_back(line);
    if (lines.size() > kMostLines) {
        lines.pop_front();
    }
    Q_EMIT lineAdded(row, line);
}

void JobModel::touch(int row) {
    if (row >= 0) {
        Q_EMIT dataChanged(index(row, TitleColumn), index(row, StepColumn), {Qt::DisplayRole, FractionRole});
    }
}

void JobModel::end(const Job* job, JobEnding ending, const QString& sentence) {
    const int row = rowOf(job);
    if (row < 0) {
        return;
    }
    Entry& entry = m_entries[static_cast<std::size_t>(row)];
    entry.ending = ending;
    entry.sentence = sentence;
    entry.elapsedSeconds = job->elapsedSeconds();
    const QString said = sentence.isEmpty() ? endingText(ending) : tr("%1: %2").arg(endingText(ending), sentence);
    addLine(row, {QDateTime::currentMSecsSinceEpoch(), said});
    const int target = m_running - 1;  // the first of those that have ended
    if (row < target) {
        beginMoveRows({}, row, row, {}, m_running);
        std::rotate(m_entries.begin() + row, m_entries.begin() + row + 1, m_entries.begin() + m_running);
        --m_running;
        endMoveRows();
    } else {
        --m_running;
    }
    touch(target);
    if (const int first = m_running + kMostEnded; rowCount() > first) {
        beginRemoveRows({}, first, rowCount() - 1);
        m_entries.resize(static_cast<std::size_t>(first));
        endRemoveRows();
    }
}

}  // namespace mimesys::widgets
