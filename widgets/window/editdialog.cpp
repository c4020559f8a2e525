// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/editdialog.h"

#include "base/clock.h"
#include "base/metric.h"
#include "editing/edittexts.h"
#include "timeline/format.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr double kMostFactor = 100.0;
constexpr double kMostSeconds = 1e6;
constexpr int kMostTimes = 1000;

QString titleOf(EditDialog::Kind kind) {
    switch (kind) {
        case EditDialog::Kind::Scale:
            return EditDialog::tr("Scale");
        case EditDialog::Kind::Shift:
            return EditDialog::tr("Shift");
        case EditDialog::Kind::Smooth:
            return EditDialog::tr("Smooth");
        case EditDialog::Kind::Mask:
            return EditDialog::tr("Mask");
        case EditDialog::Kind::Repeat:
            break;
    }
    return EditDialog::tr("Repeat");
}

QString helpOf(EditDialog::Kind kind) {
    switch (kind) {
        case EditDialog::Kind::Scale:
            return EditDialog::tr("Values are multiplied by the factor; percentages stay within 0 and 100.");
        case EditDialog::Kind::Shift:
            return EditDialog::tr(
                "Values move later, or earlier when the number is negative. What becomes vacant is missing.");
        case EditDialog::Kind::Smooth:
            return EditDialog::tr("Every value becomes the mean over this time around it.");
        case EditDialog::Kind::Mask:
            return EditDialog::tr("Values become missing: a plan may do there as it likes.");
        case EditDialog::Kind::Repeat:
            break;
    }
    return EditDialog::tr("The part stands there this many times in a row, and what follows moves back.");
}

}  // namespace

EditDialog::EditDialog(Kind kind, const QString& metric, const curation::Span& range, QWidget* parent)
    : QDialog(parent),
      m_kind(kind),
      m_range(range),
      m_metrics(new QComboBox(this)),
      m_amount(new QDoubleSpinBox(this)) {
    setObjectName(QStringLiteral("editDialog"));
    setWindowTitle(titleOf(kind) + spanText(range));
    m_metrics->setObjectName(QStringLiteral("editMetrics"));
    m_amount->setObjectName(QStringLiteral("editAmount"));
    fillMetrics(metric);
    setUpAmount();
    auto* help = new QLabel(helpOf(kind), this);
    help->setWordWrap(true);
    help->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    auto* where = new QLabel(range == curation::Span() ? tr("The whole trace") : spanText(range).mid(2), this);
    where->setObjectName(QStringLiteral("editRange"));
    auto* form = new QFormLayout;
    form->addRow(tr("Part:"), where);
    if (kind != Kind::Repeat) {
        form->addRow(tr("&Metrics:"), m_metrics);
    }
    if (kind != Kind::Mask) {
        form->addRow(kind == Kind::Scale    ? tr("&Factor:")
                     : kind == Kind::Repeat ? tr("&Times:")
                                            : tr("&Seconds:"),
                     m_amount);
    }
    m_metrics->setVisible(kind != Kind::Repeat);
    m_amount->setVisible(kind != Kind::Mask);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* confirm = buttons->addButton(titleOf(kind), QDialogButtonBox::AcceptRole);
    confirm->setObjectName(QStringLiteral("editAccept"));
    confirm->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(help);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(edit());
        accept();
    });
}

void EditDialog::fillMetrics(const QString& metric) {
    if (!metric.isEmpty()) {
        const Metric known = metricFor(metric.toStdString());
        const QString family = toQString(familyName(known.family));
        m_metrics->addItem(metricTitle(known.id), metric);
        m_metrics->addItem(tr("Family %1").arg(familyTitle(known.family)), family);
    }
    m_metrics->addItem(tr("All metrics"), toQString(curation::kAll));
}

void EditDialog::setUpAmount() {
    switch (m_kind) {
        case Kind::Scale:
            m_amount->setRange(0.0, kMostFactor);
            m_amount->setDecimals(3);
            m_amount->setSingleStep(0.1);
            m_amount->setValue(0.5);
            break;
        case Kind::Shift:
            m_amount->setRange(-kMostSeconds, kMostSeconds);
            m_amount->setDecimals(3);
            m_amount->setValue(1.0);
            break;
        case Kind::Smooth:
            m_amount->setRange(0.001, kMostSeconds);
            m_amount->setDecimals(3);
            m_amount->setValue(5.0);
            break;
        case Kind::Repeat:
        case Kind::Mask:
            m_amount->setRange(2.0, kMostTimes);
            m_amount->setDecimals(0);
            m_amount->setValue(2.0);
            break;
    }
}

curation::TraceEdit EditDialog::edit() const {
    const std::string metrics = m_metrics->currentData().toString().toStdString();
    const double amount = m_amount->value();
    switch (m_kind) {
        case Kind::Scale:
            return curation::Scale{metrics, amount, m_range};
        case Kind::Shift:
            return curation::Shift{metrics, nsFromSeconds(amount), m_range};
        case Kind::Smooth:
            return curation::Smooth{metrics, nsFromSeconds(amount), m_range};
        case Kind::Mask:
            return curation::Mask{metrics, m_range};
        case Kind::Repeat:
            break;
    }
    return curation::Repeat{m_range, static_cast<int>(std::lround(amount))};
}

}  // namespace mimesys::widgets
