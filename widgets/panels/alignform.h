// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/alignjob.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace mimesys::widgets {

class FileField;
class JobControls;

// Which model is to be aligned on which traces, where that is executed and for how long.
class AlignForm : public QWidget {
    Q_OBJECT
public:
    // Whether the machine is free to execute, and whether it is aligning.
    enum class Machine { Free, Busy, Aligning };

    explicit AlignForm(QWidget* parent = nullptr);
    void setInstalled(const Installed& installed);
    // The trace that is shown, for where none is named.
    void setTrace(const std::filesystem::path& trace);
    void setMachine(Machine machine);
    void setProgress(const Job& job);
    // Looks at the files again.
    void refresh();
    [[nodiscard]] AlignChoice choice() const;

Q_SIGNALS:
    void alignmentRequested(const mimesys::widgets::AlignChoice& choice);
    void stopRequested();

private:
    [[nodiscard]] QString words(bool unfinished) const;

    Installed m_installed;
    FileField* m_model;
    FileField* m_traces;
    QComboBox* m_executor;
    FileField* m_output;
    QSpinBox* m_minutes;
    JobControls* m_controls;
    Machine m_machine = Machine::Free;
};

}  // namespace mimesys::widgets
