// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;
class QToolButton;

namespace mimesys::widgets {

class Job;
class JobRunner;

// The newest job in the status bar: what it does, how far it is, how long it will take, and a button that stops it.
// A click on its words asks for all of them.
class JobStatus : public QWidget {
    Q_OBJECT
public:
    explicit JobStatus(JobRunner* runner, QWidget* parent = nullptr);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void clicked();

private:
    [[nodiscard]] Job* shown() const;
    void refresh();

    JobRunner* m_runner;
    QToolButton* m_text;
    QString m_words;
    QProgressBar* m_bar;
    QToolButton* m_cancel;
};

}  // namespace mimesys::widgets
