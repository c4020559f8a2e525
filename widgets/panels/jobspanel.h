// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QAction;
class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace mimesys::widgets {

class JobModel;
class JobRunner;

// All jobs in one table, with what can be done about the one that is chosen and a log of what it said.
class JobsPanel : public QWidget {
    Q_OBJECT
public:
    explicit JobsPanel(JobRunner* runner, QWidget* parent = nullptr);

    [[nodiscard]] JobModel* model() { return m_model; }
    // Whether a job can be repeated may have changed.
    void refresh();
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeTable();
    QWidget* makeLog();
    QAction* addCommand(const char* name, const QString& text, const QKeySequence& key, const QString& help);
    [[nodiscard]] int row() const;  // the chosen one; -1 = none
    void showLog();
    void flushLog();

    JobModel* m_model;
    QTreeView* m_table;
    QPlainTextEdit* m_log;
    QAction* m_cancel = nullptr;
    QAction* m_retry = nullptr;
    QAction* m_forget = nullptr;
    QTimer m_tick;
    QStringList m_unread;  // lines of the log that are not in it yet
    QTimer m_flush;
};

}  // namespace mimesys::widgets
