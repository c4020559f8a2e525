// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace mimesys::widgets {

// The overview of a calibration: stressors by class, their verdicts as icons, and beside each name a coloured cell per
// metric, so that the signatures of a machine stand under each other.
class SignatureTable : public QTreeView {
    Q_OBJECT
public:
    explicit SignatureTable(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;
    // Width at which all columns are seen.
    [[nodiscard]] QSize sizeHint() const override;

private:
    void arrange();
    [[nodiscard]] int verticalScrollBarExtent() const;
};

// The meaning of the colours and marks of the table, in one line.
class SignatureLegend : public QWidget {
    Q_OBJECT
public:
    explicit SignatureLegend(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace mimesys::widgets
