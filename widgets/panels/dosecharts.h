// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "collection/calibration.h"

#include <QScrollArea>
#include <vector>

class QGridLayout;

namespace mimesys::widgets {

class DoseChart;

// A chart per metric of one stressor, in as many columns as there is room for; what it drives first, strongest first.
class DoseCharts : public QScrollArea {
    Q_OBJECT
public:
    explicit DoseCharts(QWidget* parent = nullptr);
    void setSignature(const collection::Calibration* calibration, const collection::Signature* signature);
    // Scrolls to the chart of a metric and frames it; an empty id frames none.
    void reveal(const QString& metricId);
    [[nodiscard]] std::vector<DoseChart*> shown() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QGridLayout* m_grid;
    std::vector<DoseChart*> m_charts;  // kept for the next signature
    std::size_t m_count = 0;           // that are in use
    int m_columns = 0;
};

}  // namespace mimesys::widgets
