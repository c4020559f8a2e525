// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/timerange.h"

#include <QObject>
#include <QString>
#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace mimesys::widgets {

// The two measuring cursors.
enum class Marker { A, B };

// Towards which neighbour the cursor goes when it steps from sample to sample.
enum class Direction { Back, Forward };

// How the two sides of a comparison lie: over each other, as emulated minus real, or each in a half of the lane.
enum class CompareMode { Overlay, Difference, SideBySide };

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
    // A stretch of time that statistics, scores and edits are about; empty = everything.
    [[nodiscard]] std::optional<TimeRange> selection() const { return m_selection; }
    [[nodiscard]] TimeRange selectionOrAll() const { return m_selection.value_or(m_extent); }
    // What a rubber band that is being drawn would show; empty = none is.
    [[nodiscard]] std::optional<TimeRange> band() const { return m_band; }
    [[nodiscard]] std::optional<std::int64_t> marker(Marker which) const { return m_markers[indexOf(which)]; }
    // The time that was clicked last: what shows one window shows that one.
    [[nodiscard]] std::optional<std::int64_t> focus() const { return m_focus; }
    [[nodiscard]] CompareMode compareMode() const { return m_compareMode; }
    // Whether the selected metric shows which window was laid against which.
    [[nodiscard]] bool isPathShown() const { return m_pathShown; }
    // Versions of the document whose emulations are drawn beside the current one.
    [[nodiscard]] const std::vector<int>& compared() const { return m_compared; }
    [[nodiscard]] bool showsAll() const { return m_visible == m_extent; }
    [[nodiscard]] bool canGoBack() const { return !m_history.empty(); }

    // A view that showed everything goes on showing everything; any other is kept as far as it fits.
    void setExtent(TimeRange extent);
    void setCursor(std::optional<std::int64_t> timeNs);
    void selectMetric(const QString& id);
    void selectStressor(const QString& name);
    // Clamped to the extent; an empty one clears.
    void select(std::optional<TimeRange> range);
    void setBand(std::optional<TimeRange> band);
    void setMarker(Marker which, std::optional<std::int64_t> timeNs);
    void setFocus(std::optional<std::int64_t> timeNs);
    void setCompareMode(CompareMode mode);
    void showPath(bool shown);
    void setCompared(const std::vector<int>& versions);

    // Moves the cursor to the next or previous sample, as `neighbour` knows them: the beginning of the sample before
    // or behind a time. What is out of view is brought there. Does nothing without samples.
    using Neighbour = std::function<std::optional<std::int64_t>(std::int64_t timeNs, Direction direction)>;
    void setNeighbour(Neighbour neighbour);
    void stepCursor(Direction direction);

    // Each of these is one step of the zoom history, except that zooming on in the same direction and dragging
    // (pan() after beginDrag()) stay one step.
    void show(TimeRange range);
    // Moves the view so that the time lies in its middle, unless it is seen already.
    void reveal(std::int64_t timeNs);
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
    void selectionChanged();
    void bandChanged();
    void markersChanged();
    void focusChanged();
    void compareModeChanged();
    void pathShownChanged();
    void comparedChanged();

private:
    [[nodiscard]] static std::size_t indexOf(Marker which) { return which == Marker::A ? 0 : 1; }
    enum class Step { None, Show, ZoomIn, ZoomOut, Pan, Drag };
    void moveTo(TimeRange range, Step step);

    TimeRange m_extent{0, 1'000'000'000};
    TimeRange m_visible = m_extent;
    std::optional<std::int64_t> m_cursor;
    std::optional<TimeRange> m_selection;
    std::optional<TimeRange> m_band;
    std::array<std::optional<std::int64_t>, 2> m_markers;
    std::optional<std::int64_t> m_focus;
    CompareMode m_compareMode = CompareMode::Overlay;
    bool m_pathShown = false;
    std::vector<int> m_compared;
    Neighbour m_neighbour;
    QString m_metric;
    QString m_stressor;
    std::vector<TimeRange> m_history;
    Step m_lastStep = Step::None;
};

}  // namespace mimesys::widgets
