// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

namespace mimesys::widgets {

// A view whose rows are painted, not widgets, tells screen readers what is in them.
class PaintedRows {
public:
    virtual ~PaintedRows() = default;
    [[nodiscard]] virtual int paintedRowCount() const = 0;
    [[nodiscard]] virtual QString paintedRowName(int row) const = 0;
    [[nodiscard]] virtual QString paintedRowValue(int row) const = 0;  // at the cursor, or of the window that is shown
    [[nodiscard]] virtual QRect paintedRowArea(int row) const = 0;     // on the screen
};

// Makes the rows of all such views children of the view, with name, value and place. To be called before the first
// view is asked about; more calls do nothing.
void installPaintedRowsAccess();

}  // namespace mimesys::widgets
