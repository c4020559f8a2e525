// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/scorepanel.h"

#include "jobs/runjob.h"
#include "models/document.h"
#include "models/scoremodel.h"
#include "overlay/selectionscore.h"
#include "panels/familychart.h"
#include "timeline/format.h"
#include "timeline/indexedtrace.h"
#include "viewstate/viewstate.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

// Families with more metrics start folded: the cores of a large machine would hide the rest.
constexpr int kMostUnfolded = 8;

// Empty when both sides were measured.
QString simulatedSides(const evaluation::Score& score) {
    if (score.realSimulated && score.emulatedSimulated) {
        return ScorePanel::tr("SIMULATED: both sides are computed, not measured.");
    }
    return score.realSimulated       ? ScorePanel::tr("SIMULATED: the real side is computed, not measured.")
           : score.emulatedSimulated ? ScorePanel::tr("SIMULATED: the emulated side is computed, not measured.")
                                     : QString();
}

}  // namespace

ScorePanel::ScorePanel(ViewState* state, const Document* document, QWidget* parent)
    : QWidget(parent),
      m_state(state),
      m_document(document),
      m_selection(new SelectionScore(state, document, this)),
      m_selectionOnly(new QCheckBox(tr("&Selected stretch only"), this)),
      m_model(new ScoreModel(this)),
      m_order(new ScoreOrder(this)),
      m_tree(new QTreeView(this)),
      m_chart(new FamilyChart(this)),
      m_hint(new QLabel(this)),
      m_simulated(new QLabel(this)),
      m_notes(new QLabel(this)),
      m_run(new QLabel(this)),
      m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("scorePanel"));
    build();
    connect(document, &Document::scoreChanged, this, &ScorePanel::takeScore);
    connect(m_selection, &SelectionScore::changed, this, &ScorePanel::takeScore);
    connect(state, &ViewState::selectionChanged, this, &ScorePanel::takeScore);
    connect(m_selectionOnly, &QCheckBox::toggled, this, &ScorePanel::takeScore);
    connect(document, &Document::emulatedChanged, m_run, &QWidget::hide);  // it belongs to another recording
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        const QString metric = current.siblingAtColumn(0).data(ScoreModel::MetricIdRole).toString();
        if (!metric.isEmpty()) {
            m_state->selectMetric(metric);
        }
    });
    takeScore();
}

void ScorePanel::build() {
    m_order->setSourceModel(m_model);
    m_tree->setObjectName(QStringLiteral("scoreTable"));
    m_tree->setAccessibleName(tr("Score of every metric"));
    m_tree->setModel(m_order);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(-1, Qt::AscendingOrder);  // catalogue order until a column is chosen
    m_tree->header()->setSortIndicatorShown(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(fontMetrics().averageCharWidth() * 2);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setEnabled(false);
    m_hint->setMargin(16);
    m_selectionOnly->setObjectName(QStringLiteral("scoreSelectionOnly"));
    m_selectionOnly->setToolTip(tr("Score what is selected in the timelines, by the ranges of the whole trace"));
    m_selectionOnly->setChecked(true);
    m_simulated->setObjectName(QStringLiteral("simulatedNote"));
    m_simulated->setWordWrap(true);
    m_notes->setObjectName(QStringLiteral("scoreNotes"));
    m_notes->setWordWrap(true);
    m_notes->setMargin(4);
    m_run->setObjectName(QStringLiteral("runSummary"));
    m_run->setWordWrap(true);
    m_run->setMargin(4);
    m_run->hide();

    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_chart);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    m_pages->addWidget(m_hint);
    m_pages->addWidget(splitter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_simulated);
    layout->addWidget(m_selectionOnly);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_notes);
    layout->addWidget(m_run);
}

std::shared_ptr<const evaluation::Score> ScorePanel::shown() const {
    const bool part = m_state->selection() && m_selectionOnly->isChecked();
    // What was shown stays until the selection's score is there.
    return part && (m_selection->score() || !m_selection->problem().isEmpty()) ? m_selection->score()
                                                                               : m_document->score();
}

void ScorePanel::takeScore() {
    const auto score = shown();
    m_selectionOnly->setVisible(m_state->selection() && m_document->score());
    m_model->setScore(score);
    m_chart->setScore(score.get());
    m_pages->setCurrentIndex(score ? 1 : 0);
    const bool part = m_state->selection() && m_selectionOnly->isChecked() && !score;
    m_hint->setText(part ? m_selection->problem()
                         : tr("Run a plan here, or open a recorded emulation, to see how close it comes to the real "
                              "trace."));
    QStringList notes;
    if (score) {
        for (const std::string& note : score->notes) {
            notes += toQString(note);
        }
    }
    m_notes->setText(notes.join(QStringLiteral("\n")));
    m_notes->setVisible(!notes.isEmpty());
    m_simulated->setText(score ? simulatedSides(*score) : QString());
    m_simulated->setVisible(!m_simulated->text().isEmpty());
    for (int row = 0; row < m_order->rowCount(); ++row) {
        const QModelIndex index = m_order->index(row, 0);
        m_tree->setExpanded(index, m_order->rowCount(index) <= kMostUnfolded);
    }
    const bool somethingMissing =
        score && std::ranges::any_of(score->metrics, [](const auto& metric) { return metric.missing > 0; });
    m_tree->setColumnHidden(ScoreModel::MissingColumn, !somethingMissing);
    for (int column = 0; column < ScoreModel::ColumnCount; ++column) {
        m_tree->resizeColumnToContents(column);
    }
}

void ScorePanel::showRun(const RunOutcome& outcome) {
    m_run->setText(
        tr("%1 %n window(s) in %2 s. CPU time against the plan: %3 points off on average, %4 at most; 99 % of the "
           "windows began within %5 ms.",
           nullptr, static_cast<int>(outcome.windows))
            .arg(outcome.stopped ? tr("Stopped after") : tr("Ran"))
            .arg(outcome.elapsedSeconds, 0, 'f', 2)
            .arg(outcome.meanCpuErrorPoints, 0, 'f', 2)
            .arg(outcome.maxCpuErrorPoints, 0, 'f', 2)
            .arg(outcome.boundaryErrorP99Ms, 0, 'f', 2));
    m_run->show();
}

}  // namespace mimesys::widgets
