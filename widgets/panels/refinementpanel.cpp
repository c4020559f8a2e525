// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/refinementpanel.h"

#include "models/document.h"
#include "models/roundmodel.h"
#include "panels/listtable.h"
#include "panels/refinementchart.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr int kMostRounds = 100;
constexpr int kUsualRounds = 5;

}  // namespace

RefinementPanel::RefinementPanel(Document* document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_model(new RoundModel(this)),
      m_chart(new RefinementChart(this)),
      m_table(new QTableView(this)),
      m_start(new QPushButton(tr("&Refine"), this)),
      m_stop(new QPushButton(tr("S&top"), this)),
      m_rounds(new QSpinBox(this)),
      m_hint(new QLabel(this)),
      m_note(new QLabel(this)),
      m_simulated(new QLabel(this)) {
    setObjectName(QStringLiteral("refinementPanel"));
    m_hint->setText(
        tr("Refining executes the plan, compares it with the real trace window by window, corrects the stressors where "
           "the trace is missed, and repeats. The best plan is kept, and any round can be gone back to. Every round "
           "takes as long as the trace."));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setEnabled(false);
    m_hint->setMargin(16);
    m_note->setObjectName(QStringLiteral("refinementNote"));
    m_note->setWordWrap(true);
    m_note->setMargin(4);
    m_simulated->setObjectName(QStringLiteral("refinementSimulated"));
    m_simulated->setText(tr("SIMULATED: it was executed on a machine that is computed, nothing was measured."));
    m_simulated->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("refinementRounds"));
    m_table->setAccessibleName(tr("Rounds of the refinement"));
    m_table->setModel(m_model);
    setUpListTable(m_table);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setMinimumHeight(fontMetrics().lineSpacing() * 6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(makeBar());
    layout->addWidget(m_simulated);
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_chart, 2);
    layout->addWidget(m_table, 3);
    layout->addWidget(m_note);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (row.isValid()) {
            m_document->openRound(static_cast<std::size_t>(row.row()));
        }
    });
    connect(m_chart, &RefinementChart::roundClicked, this,
            [this](int round) { m_document->openRound(static_cast<std::size_t>(round)); });
    connect(document, &Document::refinementChanged, this, &RefinementPanel::takeRefinement);
    connect(document, &Document::planChanged, this, &RefinementPanel::takeRefinement);
    takeRefinement();
}

QWidget* RefinementPanel::makeBar() {
    auto* bar = new QWidget(this);
    m_start->setObjectName(QStringLiteral("refineStart"));
    m_start->setToolTip(tr("Execute the plan, correct it where the trace is missed, and repeat"));
    m_stop->setObjectName(QStringLiteral("refineStop"));
    m_stop->setToolTip(tr("Stop refining; finished rounds stay"));
    m_rounds->setObjectName(QStringLiteral("refineRounds"));
    m_rounds->setRange(1, kMostRounds);
    m_rounds->setValue(kUsualRounds);
    m_rounds->setToolTip(tr("Corrections at most; it stops earlier when nothing improves"));
    auto* label = new QLabel(tr("R&ounds:"), bar);
    label->setBuddy(m_rounds);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_start);
    layout->addWidget(m_stop);
    layout->addStretch();
    layout->addWidget(label);
    layout->addWidget(m_rounds);
    connect(m_start, &QPushButton::clicked, this, &RefinementPanel::refineRequested);
    connect(m_stop, &QPushButton::clicked, this, &RefinementPanel::stopRequested);
    return bar;
}

std::size_t RefinementPanel::rounds() const {
    return static_cast<std::size_t>(m_rounds->value());
}

void RefinementPanel::setPossible(bool possible) {
    m_possible = possible;
    updateButtons();
}

void RefinementPanel::updateButtons() {
    const bool running = m_document->refinement().running;
    m_start->setEnabled(m_possible && !running);
    m_stop->setEnabled(running);
    m_rounds->setEnabled(!running);
}

void RefinementPanel::takeRefinement() {
    const LoadedRefinement& refinement = m_document->refinement();
    const bool any = bool(refinement);
    m_hint->setVisible(!any);
    m_chart->setVisible(any);
    m_table->setVisible(any);
    m_note->setVisible(any);
    m_simulated->setVisible(any && refinement.simulated);
    m_chart->setRefinement(refinement, m_document->shownRound());
    {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_model->setRefinement(refinement, m_document->shownRound());
    }
    selectShown();
    m_note->setText(sentence());
    updateButtons();
}

void RefinementPanel::selectShown() {
    const auto shown = m_document->shownRound();
    const QSignalBlocker quiet(m_table->selectionModel());
    if (shown) {
        const QModelIndex row = m_model->index(static_cast<int>(*shown), 0);
        m_table->selectionModel()->setCurrentIndex(row,
                                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_table->scrollTo(row);
    } else {
        m_table->selectionModel()->clear();
    }
    m_table->viewport()->update();
}

QString RefinementPanel::sentence() const {
    const LoadedRefinement& refinement = m_document->refinement();
    if (refinement.rounds.empty()) {
        return refinement.running ? tr("The plan is executed as it came.") : QString();
    }
    const LoadedRound& best = refinement.rounds[refinement.best];
    QStringList sentences;
    if (refinement.running) {
        sentences += tr("Round %1 of %2 …").arg(refinement.rounds.size()).arg(refinement.wanted);
    } else if (!refinement.ending) {
        sentences += tr("It was stopped.");
    } else if (*refinement.ending == refinement::Ending::FloorReached) {
        sentences += tr("The floor is reached.");
    } else {
        sentences += *refinement.ending == refinement::Ending::NothingImproves ? tr("Nothing improves any more.")
                                                                               : tr("The rounds are over.");
    }
    sentences += tr("Mean distance %1 as it came, %2 in the best round; floor %3.")
                     .arg(refinement.rounds.front().mean, 0, 'f', 4)
                     .arg(best.mean, 0, 'f', 4)
                     .arg(refinement.floor, 0, 'f', 4);
    if (refinement.confirmed) {
        sentences += tr("Executed once more, the best plan has %1.").arg(*refinement.confirmed, 0, 'f', 4);
    }
    return sentences.join(QLatin1Char(' '));
}

}  // namespace mimesys::widgets
