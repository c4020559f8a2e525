// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/selectionpanel.h"

#include "models/document.h"
#include "models/statisticsmodel.h"
#include "panels/listtable.h"
#include "timeline/geometry.h"
#include "timeline/timeaxis.h"
#include "viewstate/viewstate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>
#include <cstdlib>

namespace mimesys::widgets {
namespace {

constexpr std::int64_t kResolutionNs = 1'000'000;

QString timeText(std::int64_t timeNs) {
    return timeLabel(timeNs, kResolutionNs, TimeLabels::Relative, 0);
}

struct Request {
    IndexedTracePtr real;
    IndexedTracePtr emulated;
    TimeRange range;
    std::optional<std::int64_t> a;
    std::optional<std::int64_t> b;
};

using Rows = std::vector<StatisticsModel::Row>;

// False when stopped.
bool addSide(const IndexedTrace& side, bool isEmulated, const Request& request, Rows& rows,
             const std::stop_token& stop) {
    const trace::Trace& trace = side.trace();
    for (std::size_t column = 0; column < trace.columns.size(); ++column) {
        const auto statistics = trace::statistics(trace, column, trace.startNs + request.range.beginNs,
                                                  trace.startNs + request.range.endNs, stop);
        if (!statistics) {
            return false;
        }
        const auto at = [&](const std::optional<std::int64_t>& time) {
            return time ? valueAt(trace, column, *time) : std::nullopt;
        };
        rows.push_back({trace.columns[column].metric, isEmulated, *statistics, at(request.a), at(request.b)});
    }
    return true;
}

Rows computeRows(const Request& request, const std::stop_token& stop) {
    Rows rows;
    const bool done = (!request.real || addSide(*request.real, false, request, rows, stop)) &&
                      (!request.emulated || addSide(*request.emulated, true, request, rows, stop));
    if (!done) {
        return {};
    }
    std::ranges::stable_sort(rows, [](const auto& a, const auto& b) { return metricOrder(a.metric.id, b.metric.id); });
    return rows;
}

}  // namespace

SelectionPanel::SelectionPanel(ViewState* state, const Document* document, QWidget* parent)
    : QWidget(parent),
      m_state(state),
      m_document(document),
      m_model(new StatisticsModel(this)),
      m_table(new QTableView(this)),
      m_range(new QLabel(this)),
      m_hint(new QLabel(this)) {
    setObjectName(QStringLiteral("selectionPanel"));
    m_range->setObjectName(QStringLiteral("selectionRange"));
    m_range->setWordWrap(true);
    m_range->setMargin(4);
    m_hint->setText(tr("Drag with Shift in the timelines to select a stretch of time; 1 and 2 set measuring cursors."));
    m_hint->setWordWrap(true);
    m_hint->setMargin(4);
    m_hint->setEnabled(false);
    m_table->setObjectName(QStringLiteral("statisticsTable"));
    m_table->setAccessibleName(tr("Statistics of the selected stretch"));
    m_table->setModel(m_model);
    setUpListTable(m_table);
    m_table->setShowGrid(false);
    auto* copyAction = new QAction(tr("&Copy the table"), this);
    copyAction->setObjectName(QStringLiteral("copyStatistics"));
    copyAction->setStatusTip(tr("Copy the statistics to the clipboard, for a spreadsheet"));
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copyAction, &QAction::triggered, this, &SelectionPanel::copy);
    m_table->addAction(copyAction);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_range);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_hint);
    for (const auto signal : {&Document::realChanged, &Document::emulatedChanged}) {
        connect(document, signal, this, &SelectionPanel::refresh);
    }
    for (const auto signal : {&ViewState::selectionChanged, &ViewState::markersChanged, &ViewState::extentChanged}) {
        connect(state, signal, this, &SelectionPanel::refresh);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (row.isValid()) {
            m_state->selectMetric(row.data(StatisticsModel::MetricIdRole).toString());
        }
    });
    describe();
}

void SelectionPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale) {
        compute();
    }
}

void SelectionPanel::refresh() {
    describe();
    m_stale = true;
    if (isVisible()) {
        compute();
    }
}

void SelectionPanel::compute() {
    m_stale = false;
    const Request request{m_document->real().trace, m_document->emulated().trace, m_state->selectionOrAll(),
                          m_state->marker(Marker::A), m_state->marker(Marker::B)};
    m_work.start<Rows>([request](const std::stop_token& stop) { return computeRows(request, stop); },
                       [this](Rows rows) {
                           m_model->setRows(std::move(rows));
                           m_table->resizeColumnsToContents();
                           m_table->setColumnHidden(StatisticsModel::AtAColumn, !m_state->marker(Marker::A));
                           m_table->setColumnHidden(StatisticsModel::AtBColumn, !m_state->marker(Marker::B));
                           m_table->setColumnHidden(StatisticsModel::DeltaColumn,
                                                    !m_state->marker(Marker::A) || !m_state->marker(Marker::B));
                       });
}

void SelectionPanel::describe() {
    const TimeRange range = m_state->selectionOrAll();
    QStringList lines;
    lines += (m_state->selection() ? tr("Selected: %1 to %2 (%3)") : tr("Everything: %1 to %2 (%3)"))
                 .arg(timeText(range.beginNs), timeText(range.endNs), timeText(range.lengthNs()));
    const auto a = m_state->marker(Marker::A);
    const auto b = m_state->marker(Marker::B);
    if (a && b) {
        lines += tr("A at %1, B at %2, %3 apart").arg(timeText(*a), timeText(*b), timeText(std::abs(*b - *a)));
    } else if (a || b) {
        lines += (a ? tr("A at %1") : tr("B at %1")).arg(timeText(a ? *a : *b));
    }
    m_range->setText(lines.join(QLatin1Char('\n')));
    m_hint->setVisible(!m_state->selection() || !a || !b);
}

void SelectionPanel::copy() const {
    QGuiApplication::clipboard()->setText(m_model->asText());
}

}  // namespace mimesys::widgets
