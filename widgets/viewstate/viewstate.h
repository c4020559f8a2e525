// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/timerange.h"

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

namespace mimesys::widgets {

// What all views share: the extent of the data, the visible part of it, the cursor and what is selected. Views read it
// and follow its signals; they never talk to each other.
class ViewState : public QObject {
    Q_OBJECT
public:
    explicit ViewState(QObject* parent = nullptr);

    [[nodiscard]] TimeRange extent() const { return m_extent; }
    [[nodiscard]] TimeRange visible() const { return m_visible; }
    [[nodiscard]] std::optional<std::int64_t> cursor() const { return m_cursor; }
    [[nodiscard]] QString selectedMetric() const { return m_metric; }
    [[nodiscard]] QString selectedStressor() const { return m_stressor; }
    [[nodiscard]] bool showsAll() const { return m_visible == m_extent; }
    [[nodiscard]] bool canGoBack() const { return !m_history.empty(); }

    // A view that showed everything goes on showing everything; any other is kept as far as it fits.
    void setExtent(TimeRange extent);
    void setCursor(std::optional<std::int64_t> timeNs);
    void selectMetric(const QString& id);
    void selectStressor(const QString& name);

    // Each of these is one step of the zoom history, except that zooming on in the same direction and dragging
    // (pan() after beginDrag()) stay one step.
    void show(TimeRange range);
    void zoom(std::int64_t anchorNs, double factor);
    void pan(std::int64_t byNs);
    void beginDrag();
    void fit();
    void back();

Q_SIGNALS:
    void extentChanged();
    void visibleChanged();
    void cursorChanged();
    void metricSelected(const QString& id);
    void stressorSelected(const QString& name);

private:
    enum class Step { None, Show, ZoomIn, ZoomOut, Pan, Drag };
    void moveTo(TimeRange range, Step step);

    TimeRange m_extent{0, 1'000'000'000};
    TimeRange m_visible = m_extent;
    std::optional<std::int64_t> m_cursor;
    QString m_metric;
    QString m_stressor;
    std::vector<TimeRange> m_history;
    Step m_lastStep = Step::None;
};

}  // namespace mimesys::widgets
