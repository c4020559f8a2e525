// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/recordjob.h"

#include <QDialog>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace mimesys::widgets {

class FileField;

// What of this machine is to be recorded, and where to.
class RecordDialog : public QDialog {
    Q_OBJECT
public:
    // `replaced` names the trace that the recording takes the place of; empty = none.
    RecordDialog(const RecordChoice& choice, const QString& replaced, QWidget* parent = nullptr);
    [[nodiscard]] RecordChoice choice() const;

Q_SIGNALS:
    void chosen(const mimesys::widgets::RecordChoice& choice);

private:
    void take(const RecordChoice& choice);
    void refresh();

    QString m_replaced;
    QDoubleSpinBox* m_duration;
    QDoubleSpinBox* m_period;
    QLineEdit* m_command;
    FileField* m_output;
    QLabel* m_about;
    QPushButton* m_record;
};

}  // namespace mimesys::widgets
