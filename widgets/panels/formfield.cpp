// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/formfield.h"

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

}  // namespace mimesys::widgets
