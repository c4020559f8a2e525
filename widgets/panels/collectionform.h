// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/collectjob.h"
#include "jobs/installed.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace mimesys::widgets {

class FileField;
class JobControls;

// What training data is to be collected, where, into which file and how much.
class CollectionForm : public QWidget {
    Q_OBJECT
public:
    // Whether the machine is free to be measured, and whether it is collecting.
    enum class Machine { Free, Busy, Collecting };

    explicit CollectionForm(QWidget* parent = nullptr);
    void setInstalled(const Installed& installed);
    void setMachine(Machine machine);
    void setProgress(const Job& job);
    // Looks at the file again.
    void refresh();
    [[nodiscard]] CollectChoice choice() const;

Q_SIGNALS:
    void collectionRequested(const mimesys::widgets::CollectChoice& choice);
    void stopRequested();

private:
    void fillChoices();
    [[nodiscard]] bool isSimulated() const;

    Installed m_installed;
    FileField* m_dataset;
    QComboBox* m_executor;
    QComboBox* m_strategy;
    QComboBox* m_stressors;
    QDoubleSpinBox* m_window;
    QSpinBox* m_minutes;
    QSpinBox* m_samples;
    QCheckBox* m_untilSaturated;
    JobControls* m_controls;
    Machine m_machine = Machine::Free;
};

}  // namespace mimesys::widgets
