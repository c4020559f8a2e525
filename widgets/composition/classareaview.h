// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "heatmap/composition.h"
#include "viewstate/cachedpicture.h"
#include "viewstate/paintedrows.h"

#include <QWidget>
#include <optional>
#include <vector>

namespace mimesys::widgets {

struct Colours;
class ViewState;

// The share of CPU time that each class of resource has over time, stacked: the mean over all CPUs, and over the time
// of each pixel.
class ClassAreaView : public QWidget, public PaintedRows {
    Q_OBJECT
public:
    explicit ClassAreaView(ViewState* state, QWidget* parent = nullptr);

    void setComposition(CompositionPtr composition, bool simulated);  // null = nothing to show

    [[nodiscard]] QRect plotRect() const;
    [[nodiscard]] TimeScale scale() const;
    // Those the plan uses, and idle; from the bottom up.
    [[nodiscard]] std::vector<ResourceClass> classes() const;
    // All classes in the window of the cursor, else of the focus.
    [[nodiscard]] QString readout() const;

    [[nodiscard]] int paintedRowCount() const override;
    [[nodiscard]] QString paintedRowName(int row) const override;
    [[nodiscard]] QString paintedRowValue(int row) const override;
    [[nodiscard]] QRect paintedRowArea(int row) const override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    [[nodiscard]] std::optional<std::size_t> readWindow() const;
    [[nodiscard]] QRect legendLine(int line) const;  // from the top
    void paintAreas(QPainter& painter, const Colours& colours) const;
    void paintAxis(QPainter& painter, const Colours& colours) const;
    void paintLegend(QPainter& painter, const Colours& colours) const;

    ViewState* m_state;
    CompositionPtr m_composition;
    bool m_simulated = false;
    bool m_pressed = false;
    CachedPicture m_picture;
};

}  // namespace mimesys::widgets
