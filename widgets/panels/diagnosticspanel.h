// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTableView;

namespace mimesys::widgets {

class DiagnosticsModel;
class Document;

// What the readers noticed in the open files.
class DiagnosticsPanel : public QWidget {
    Q_OBJECT
public:
    explicit DiagnosticsPanel(const Document* document, QWidget* parent = nullptr);
    [[nodiscard]] int count() const;

Q_SIGNALS:
    void countChanged(int count, bool hasWarnings);

private:
    void takeDiagnostics();

    const Document* m_document;
    DiagnosticsModel* m_model;
    QTableView* m_table;
};

}  // namespace mimesys::widgets
