// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/collectionform.h"

#include <QWidget>
#include <string>

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace mimesys::widgets {

class CoverageCurve;
class CoveragePlot;
class Document;
class PairModel;

// Collection of training data: what is asked for, and how the samples come to cover what the machine can do, pair of
// metrics by pair of metrics and round by round. Data sets that are opened are shown the same way.
class CollectionPanel : public QWidget {
    Q_OBJECT
public:
    explicit CollectionPanel(const Document* document, QWidget* parent = nullptr);
    [[nodiscard]] CollectionForm* form() const { return m_form; }
    void setMachine(CollectionForm::Machine machine);

Q_SIGNALS:
    void shown();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSide();
    QWidget* makeCharts();
    void takeCollection();
    void choosePair();
    void selectPair();
    void showPair();
    [[nodiscard]] int shownRow() const;

    const Document* m_document;
    CollectionForm* m_form;
    PairModel* m_pairs;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    CoveragePlot* m_plot;
    CoverageCurve* m_curve;
    QLabel* m_title;
    QLabel* m_note;
    QLabel* m_about;
    QLabel* m_key;
    QLabel* m_hint;
    QWidget* m_charts = nullptr;
    // Names of the axes of the pair that is shown: their numbers change when rounds add axes.
    std::string m_across;
    std::string m_up;
    bool m_isCollecting = false;
    bool m_updating = false;  // the table's selection follows the data
};

}  // namespace mimesys::widgets
