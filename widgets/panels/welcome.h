// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace mimesys::widgets {

class StartButton;

// What the window shows while nothing is open: what the studio does, ways to begin, the files opened last, and the
// steps from a trace to a workload.
class Welcome : public QWidget {
    Q_OBJECT
public:
    explicit Welcome(QWidget* parent = nullptr);

    enum class Beginning { Open, Record, Sample };
    // Only opening is offered unasked.
    void offer(Beginning way);
    // Full names, the last one opened first.
    void setRecentFiles(const QStringList& files);

Q_SIGNALS:
    void openRequested();
    void recordRequested();
    void sampleRequested();
    void fileRequested(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void openRecent(const QListWidgetItem* item);
    QWidget* makeHead();
    QWidget* makeBeginnings();
    QWidget* makeRecent();
    QWidget* makeSteps();

    std::array<StartButton*, 3> m_beginnings{};
    QListWidget* m_recent = nullptr;
    QLabel* m_noRecent = nullptr;
};

}  // namespace mimesys::widgets
