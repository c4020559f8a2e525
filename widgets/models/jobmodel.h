// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <deque>
#include <optional>

namespace mimesys::widgets {

// Every job since the studio was started: those that run, then those that have ended, the newest first in each. Of
// those that ended only the last are remembered, and of what a job said only the last lines.
class JobModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TitleColumn, ProgressColumn, ElapsedColumn, LeftColumn, StepColumn, ColumnCount };
    enum Role {
        FractionRole = Qt::UserRole + 1,  // of a running job, negative = unknown; none of an ended one
        IdRole
    };
    static constexpr int kMostEnded = 100;
    static constexpr std::size_t kMostLines = 1000;

    explicit JobModel(JobRunner* runner, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] int runningCount() const { return m_running; }
    [[nodiscard]] std::optional<JobEnding> ending(int row) const { return at(row).ending; }  // empty while it runs
    [[nodiscard]] const std::deque<JobLine>& lines(int row) const { return at(row).lines; }
    [[nodiscard]] bool canCancel(int row) const;
    [[nodiscard]] bool canRetry(int row) const;
    void cancel(int row);
    void retry(int row);
    void forgetEnded();
    // Time has passed: tells the views of the running ones.
    void tick();

Q_SIGNALS:
    void lineAdded(int row, const mimesys::widgets::JobLine& line);

private:
    struct Entry {
        int id = 0;
        QString title;
        QPointer<Job> job;  // while it runs
        Repeat repeat;
        std::optional<JobEnding> ending;
        QString sentence;  // why it failed
        double elapsedSeconds = 0.0;
        std::deque<JobLine> lines;
        // Not even one that never ended runs without its runner.
        [[nodiscard]] bool isRunning() const { return !ending && job; }
    };

    [[nodiscard]] const Entry& at(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(const Job* job) const;  // -1 when it is none of them
    void begin(Job* job);
    void addLine(int row, const JobLine& line);
    void end(const Job* job, JobEnding ending, const QString& sentence);
    void touch(int row);
    [[nodiscard]] QString text(const Entry& entry, int column) const;
    [[nodiscard]] static QString stepOf(const Entry& entry);

    std::deque<Entry> m_entries;
    int m_running = 0;  // the first so many
};

}  // namespace mimesys::widgets
