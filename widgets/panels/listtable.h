// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace mimesys::widgets {

// What the tables of panels have in common: whole rows are chosen, one at a time; Tab leaves the table.
void setUpListTable(QTableView* table);

}  // namespace mimesys::widgets
