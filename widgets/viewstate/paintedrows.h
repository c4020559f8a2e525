// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QRect>
#include <QString>

namespace mimesys::widgets {

// Whether a row opens and closes those below it.
enum class RowFold { None, Closed, Open };

// A view whose rows are painted, not widgets, tells screen readers what is in them.
class PaintedRows {
public:
    virtual ~PaintedRows() = default;
    [[nodiscard]] virtual int paintedRowCount() const = 0;
    [[nodiscard]] virtual QString paintedRowName(int row) const = 0;
    [[nodiscard]] virtual QString paintedRowValue(int row) const = 0;  // at the cursor, or of the window that is shown
    [[nodiscard]] virtual QRect paintedRowArea(int row) const = 0;     // on the screen
    [[nodiscard]] virtual QAccessible::Role paintedRowRole(int /*row*/) const { return QAccessible::Chart; }
    [[nodiscard]] virtual RowFold paintedRowFold(int /*row*/) const { return RowFold::None; }
};

// Makes the rows of all such views children of the view, with name, value, place, role and whether they are open. To be
// called before the first view is asked about; more calls do nothing.
void installPaintedRowsAccess();

}  // namespace mimesys::widgets
