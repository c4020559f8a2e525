// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace mimesys::widgets {

class Job;

// Below a form: what starts, continues and stops its job, how far it is, and a line of words.
class JobControls : public QWidget {
    Q_OBJECT
public:
    struct Texts {
        QString progress;  // what the bar shows, for those who cannot see it
        QString anew;      // tool tips
        QString stop;
    };
    struct State {
        bool running = false;
        QString start;  // what the button says that starts it
        bool startable = false;
        bool unfinished = false;  // it can also begin anew
        QString words;            // while it does not run
    };

    // Object names are the prefix and Start, Anew, Stop, Bar, Words.
    JobControls(const QString& prefix, const Texts& texts, QWidget* parent);
    void setState(const State& state);
    // What is said until the job says something.
    void setProgress(const Job& job, const QString& waiting);

Q_SIGNALS:
    void startRequested(bool anew);
    void stopRequested();

private:
    QPushButton* m_start;
    QPushButton* m_anew;
    QPushButton* m_stop;
    QProgressBar* m_bar;
    QLabel* m_words;
    bool m_running = false;
};

}  // namespace mimesys::widgets
