// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewstate/paintedrows.h"

#include <QAccessibleWidget>
#include <QPointer>
#include <QWidget>
#include <QWindow>
#include <map>

namespace mimesys::widgets {
namespace {

PaintedRows* rowsOf(QWidget* view) {
    return dynamic_cast<PaintedRows*>(view);
}

// Rows come and go; one of these stands for the row at an index and is invalid while there is none.
class RowInterface final : public QAccessibleInterface {
public:
    RowInterface(QWidget* view, int row) : m_view(view), m_row(row) {}

    [[nodiscard]] bool isValid() const override { return m_view && m_row < rows().paintedRowCount(); }
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
        return isValid() ? rows().paintedRowRole(m_row) : QAccessible::Chart;
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.readOnly = true;
        state.invalid = !isValid();
        const RowFold fold = isValid() ? rows().paintedRowFold(m_row) : RowFold::None;
        state.expandable = fold != RowFold::None;
        state.expanded = fold == RowFold::Open;
        return state;
    }
    [[nodiscard]] QRect rect() const override { return isValid() ? rows().paintedRowArea(m_row) : QRect(); }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (!isValid()) {
            return {};
        }
        switch (kind) {
            case QAccessible::Name:
                return rows().paintedRowName(m_row);
            case QAccessible::Value:
            case QAccessible::Description:
                return rows().paintedRowValue(m_row);
            default:
                return {};
        }
    }
    void setText(QAccessible::Text /*kind*/, const QString& /*text*/) override {}

private:
    [[nodiscard]] const PaintedRows& rows() const { return *rowsOf(m_view); }

    QPointer<QWidget> m_view;
    int m_row;
};

class RowsInterface final : public QAccessibleWidget {
public:
    explicit RowsInterface(QWidget* view) : QAccessibleWidget(view, QAccessible::List), m_view(view) {}
    ~RowsInterface() override {
        for (const auto& [row, id] : m_children) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    [[nodiscard]] int childCount() const override { return m_view ? rowsOf(m_view)->paintedRowCount() : 0; }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        const auto [entry, isNew] = m_children.try_emplace(index, 0);
        if (isNew) {
            entry->second = QAccessible::registerAccessibleInterface(new RowInterface(m_view, index));
        }
        return QAccessible::accessibleInterface(entry->second);
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
        for (int row = 0; row < childCount(); ++row) {
            if (rowsOf(m_view)->paintedRowArea(row).contains(x, y)) {
                return child(row);
            }
        }
        return nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override {
        for (const auto& [row, id] : m_children) {
            if (QAccessible::accessibleInterface(id) == wanted) {
                return row;
            }
        }
        return -1;
    }

private:
    QPointer<QWidget> m_view;
    mutable std::map<int, QAccessible::Id> m_children;
};

QAccessibleInterface* makeInterface(const QString& /*className*/, QObject* object) {
    auto* view = qobject_cast<QWidget*>(object);
    return view != nullptr && rowsOf(view) != nullptr ? new RowsInterface(view) : nullptr;
}

}  // namespace

void installPaintedRowsAccess() {
    QAccessible::installFactory(makeInterface);  // which ignores a factory it has
}

}  // namespace mimesys::widgets
