// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samples.h"
#include "theme/colours.h"
#include "timeline/format.h"
#include "timeline/timelineview.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <memory>

// The real window with traces made in memory, for tests of what it shows and how it is handled.
namespace mimesys::widgets::samples {

inline constexpr int kLongMs = 30'000;  // for machines that are busy with other things

class WindowFixture {
public:
    WindowFixture() {
        applyTheme(Theme::Light);
        Workflow::Options options;
        options.dataset = m_folder.filePath(QStringLiteral("no-dataset.h5")).toStdString();
        options.model = m_folder.filePath(QStringLiteral("no-model.safetensors")).toStdString();
        options.scratchDirectory = m_folder.path().toStdString();
        m_window = std::make_unique<MainWindow>(options);
        m_window->show();
    }

    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] Document& document() { return *m_window->document(); }
    [[nodiscard]] ViewState& state() { return *m_window->viewState(); }
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] TimelineView& timeline() { return *child<TimelineView>("timeline"); }
    [[nodiscard]] bool isIdle() { return !m_window->workflow()->runner()->isBusy(); }

    // A position in the plot of a metric's lane; all lanes share the horizontal scale.
    [[nodiscard]] QPoint at(double seconds, const char* metric = nullptr) {
        const auto& lanes = timeline().lanes();
        const auto lane = std::ranges::find_if(lanes, [&](const PlacedLane& placed) {
            return metric == nullptr ? placed.lane.kind == LaneKind::Metric : placed.lane.metric.id == metric;
        });
        return {static_cast<int>(std::lround(timeline().scale().xOf(nsFromSeconds(seconds)))),
                timeline().plotRect(*lane).center().y()};
    }
    void drag(double fromSeconds, double toSeconds, Qt::KeyboardModifiers modifiers) {
        QWidget* target = timeline().viewport();
        const QPoint from = at(fromSeconds);
        const QPoint to = at(toSeconds);
        QTest::mousePress(target, Qt::LeftButton, modifiers, from);
        for (const QPoint& point : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, point, target->mapToGlobal(point), Qt::NoButton, Qt::LeftButton,
                             modifiers);
            QApplication::sendEvent(target, &move);
        }
        QTest::mouseRelease(target, Qt::LeftButton, modifiers, to);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

inline LoadedTrace loaded(trace::TracePtr trace, const char* name) {
    return {indexed(std::move(trace)), QLatin1String(name), {}, {}, {}};
}

}  // namespace mimesys::widgets::samples
