// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "curation/edit.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;

namespace mimesys::widgets {

// Asks for what an edit of the target needs beside the range: which metrics, and how much.
class EditDialog : public QDialog {
    Q_OBJECT
public:
    enum class Kind { Scale, Shift, Smooth, Mask, Repeat };
    // `metric` is proposed, and its family; empty = all metrics.
    EditDialog(Kind kind, const QString& metric, const curation::Span& range, QWidget* parent = nullptr);

    [[nodiscard]] curation::TraceEdit edit() const;

Q_SIGNALS:
    void chosen(const mimesys::curation::TraceEdit& edit);

private:
    void fillMetrics(const QString& metric);
    void setUpAmount();

    Kind m_kind;
    curation::Span m_range;
    QComboBox* m_metrics;
    QDoubleSpinBox* m_amount;
};

}  // namespace mimesys::widgets
