// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;
class QFormLayout;
class QWidget;

namespace mimesys::widgets {

// Adds a row whose field has this object name, and a tool tip where there is help.
void addField(QFormLayout* form, const QString& label, QWidget* field, const char* name, const QString& help);

inline constexpr const char* kThisMachine = "local";
// The machines that plans can be executed on; the items' data is what service::openExecutor() calls them.
void addMachines(QComboBox* box);

}  // namespace mimesys::widgets
