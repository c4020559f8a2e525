// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/formfield.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QWidget>

namespace mimesys::widgets {

void addField(QFormLayout* form, const QString& label, QWidget* field, const char* name, const QString& help) {
    field->setObjectName(QLatin1String(name));
    if (!help.isEmpty()) {
        field->setToolTip(help);
    }
    form->addRow(label, field);
}

void addMachines(QComboBox* box) {
    box->addItem(QCoreApplication::translate("Machines", "This machine"), QLatin1String(kThisMachine));
    for (const char* name : {"c220g2", "c220g5"}) {
        box->addItem(QCoreApplication::translate("Machines", "Simulated %1").arg(QLatin1String(name)),
                     QStringLiteral("simulated:%1").arg(QLatin1String(name)));
    }
}

}  // namespace mimesys::widgets
