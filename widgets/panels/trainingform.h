// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/trainjob.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace mimesys::widgets {

class FileField;
class JobControls;

// What a model is to be trained from, into which file and for how long.
class TrainingForm : public QWidget {
    Q_OBJECT
public:
    // Whether the machine is free to train, and whether it is training.
    enum class Machine { Free, Busy, Training };

    explicit TrainingForm(QWidget* parent = nullptr);
    void setInstalled(const Installed& installed);
    void setMachine(Machine machine);
    void setProgress(const Job& job);
    // Looks at the files again.
    void refresh();
    [[nodiscard]] TrainChoice choice() const;

Q_SIGNALS:
    void trainingRequested(const mimesys::widgets::TrainChoice& choice);
    void stopRequested();

private:
    [[nodiscard]] std::filesystem::path defaultModel() const;

    Installed m_installed;
    FileField* m_dataset;
    FileField* m_model;
    QComboBox* m_architecture;
    QSpinBox* m_minutes;
    QSpinBox* m_epochs;
    QSpinBox* m_batch;
    QSpinBox* m_seed;
    JobControls* m_controls;
    Machine m_machine = Machine::Free;
};

}  // namespace mimesys::widgets
