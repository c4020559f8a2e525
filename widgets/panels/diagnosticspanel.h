// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
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
    // Chooses the row with this sentence.
    void showMessage(const QString& message);

Q_SIGNALS:
    void countChanged(int count, bool hasWarnings);
    // A row that concerns one sample was chosen.
    void timeChosen(std::int64_t timeNs);

private:
    void takeDiagnostics();
    void updateHint();

    const Document* m_document;
    DiagnosticsModel* m_model;
    QTableView* m_table;
    QLabel* m_hint;
};

}  // namespace mimesys::widgets
