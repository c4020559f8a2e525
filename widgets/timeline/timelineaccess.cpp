// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineaccess.h"

#include "timeline/format.h"
#include "timeline/timelineview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <QWindow>
#include <map>

namespace mimesys::widgets {
namespace {

// Lanes come and go; one of these stands for the lane at an index and is invalid while there is none.
class LaneInterface final : public QAccessibleInterface {
public:
    LaneInterface(TimelineView* view, int index) : m_view(view), m_index(static_cast<std::size_t>(index)) {}

    [[nodiscard]] bool isValid() const override { return m_view && m_index < m_view->lanes().size(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    [[nodiscard]] QAccessibleInterface* child(int /*index*/) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* /*child*/) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override {
        return isValid() && lane().lane.kind == LaneKind::Family ? QAccessible::Heading : QAccessible::Chart;
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.readOnly = true;
        state.invalid = !isValid();
        state.expandable = isValid() && lane().lane.kind != LaneKind::Metric;
        state.expanded = state.expandable && lane().lane.open;
        return state;
    }
    [[nodiscard]] QRect rect() const override {
        if (!isValid()) {
            return {};
        }
        const QRect area = m_view->laneRect(lane());
        return {m_view->viewport()->mapToGlobal(area.topLeft()), area.size()};
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (!isValid()) {
            return {};
        }
        if (kind == QAccessible::Description || kind == QAccessible::Value) {
            return m_view->laneText(lane());
        }
        if (kind != QAccessible::Name) {
            return {};
        }
        return lane().lane.kind == LaneKind::Metric ? metricTitle(lane().lane.metric.id)
                                                    : m_view->laneText(lane()).section(QLatin1Char('\n'), 0, 0);
    }
    void setText(QAccessible::Text /*kind*/, const QString& /*text*/) override {}

private:
    [[nodiscard]] const PlacedLane& lane() const { return m_view->lanes()[m_index]; }

    QPointer<TimelineView> m_view;
    std::size_t m_index;
};

class TimelineInterface final : public QAccessibleWidget {
public:
    explicit TimelineInterface(TimelineView* view) : QAccessibleWidget(view, QAccessible::List), m_view(view) {}
    ~TimelineInterface() override {
        for (const auto& [index, id] : m_children) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    [[nodiscard]] int childCount() const override { return m_view ? static_cast<int>(m_view->lanes().size()) : 0; }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        const auto [entry, isNew] = m_children.try_emplace(index, 0);
        if (isNew) {
            entry->second = QAccessible::registerAccessibleInterface(new LaneInterface(m_view, index));
        }
        return QAccessible::accessibleInterface(entry->second);
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
        for (int index = 0; index < childCount(); ++index) {
            if (QAccessibleInterface* lane = child(index); lane->rect().contains(x, y)) {
                return lane;
            }
        }
        return nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override {
        for (const auto& [index, id] : m_children) {
            if (QAccessible::accessibleInterface(id) == wanted) {
                return index;
            }
        }
        return -1;
    }

private:
    QPointer<TimelineView> m_view;
    mutable std::map<int, QAccessible::Id> m_children;
};

QAccessibleInterface* makeInterface(const QString& /*className*/, QObject* object) {
    auto* view = qobject_cast<TimelineView*>(object);
    return view != nullptr ? new TimelineInterface(view) : nullptr;
}

}  // namespace

void installTimelineAccess() {
    QAccessible::installFactory(makeInterface);  // which ignores a factory it has
}

}  // namespace mimesys::widgets
