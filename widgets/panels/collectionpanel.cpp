// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/collectionpanel.h"

#include "collection/collector.h"
#include "models/document.h"
#include "models/pairmodel.h"
#include "panels/coveragecurve.h"
#include "panels/coverageplot.h"
#include "panels/panelparts.h"

#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr int kSideWidth = 65;   // characters
constexpr int kFewestPairs = 5;  // rows of the table

QString droppedText(const collection::RoundNews& news) {
    QStringList reasons;
    std::uint64_t all = 0;
    for (const auto& [reason, count] : news.dropped) {
        reasons += CollectionPanel::tr("%L1 for %2").arg(count).arg(axisTitle(reason));
        all += count;
    }
    return all == 0 ? CollectionPanel::tr("None was left out as unsteady.")
                    : CollectionPanel::tr("%L1 were left out as unsteady: %2.")
                          .arg(all)
                          .arg(reasons.join(QStringLiteral(", ")));
}

QString aboutText(const LoadedCollection& collection) {
    const collection::RoundNews& news = *collection.news;
    const QString samples =
        collection.simulated ? CollectionPanel::tr("%L1 simulated samples") : CollectionPanel::tr("%L1 samples");
    QString text = samples.arg(news.samples);
    text = news.rounds.empty()
               ? CollectionPanel::tr("%1; their rounds are not known.").arg(text)
               : CollectionPanel::tr("%1 of %2 rounds.").arg(text).arg(news.coverage.occupiedByRound.size());
    if (!news.coverage.pairs.empty()) {
        text += QLatin1Char(' ') + CollectionPanel::tr(
                                       "They lie in %1 % of the cells they can be in, over %2 pairs "
                                       "of metrics.")
                                       .arg(100.0 * news.coverage.share(), 0, 'f', 0)
                                       .arg(news.coverage.pairs.size());
    }
    return text + QLatin1Char(' ') + droppedText(news);
}

}  // namespace

CollectionPanel::CollectionPanel(const Document* document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_form(new CollectionForm(this)),
      m_pairs(new PairModel(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_table(new QTableView(this)),
      m_plot(new CoveragePlot(this)),
      m_curve(new CoverageCurve(this)),
      m_title(textLabel("collectionTitle", this)),
      m_note(textLabel("collectionNote", this)),
      m_about(textLabel("collectionAbout", this)),
      m_key(textLabel("collectionKey", this)),
      m_hint(textLabel("collectionHint", this)) {
    setObjectName(QStringLiteral("collectionPanel"));
    setFocusProxy(m_form);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(10);
    layout->addWidget(makeSide());
    layout->addWidget(makeCharts(), 1);
    connect(document, &Document::collectionChanged, this, &CollectionPanel::takeCollection);
    takeCollection();
}

QWidget* CollectionPanel::makeSide() {
    m_sorted->setSourceModel(m_pairs);
    m_sorted->setSortRole(PairModel::kSortRole);
    m_table->setObjectName(QStringLiteral("pairTable"));
    m_table->setAccessibleName(tr("Pairs of metrics and how much of each is covered"));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 5);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(PairModel::Cells, QHeaderView::ResizeToContents);
    m_table->setMinimumHeight((fontMetrics().lineSpacing() + 5) * (kFewestPairs + 1));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CollectionPanel::choosePair);
    auto* layout = new QVBoxLayout;
    layout->addWidget(m_form);
    layout->addSpacing(6);
    layout->addWidget(m_table, 1);
    QWidget* side = sideColumn(layout, kSideWidth, this);
    side->setAccessibleName(tr("Settings of the collection"));
    return side;
}

QWidget* CollectionPanel::makeCharts() {
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setEnabled(false);
    m_hint->setMargin(24);
    QFont strong = m_title->font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_key->setEnabled(false);
    m_key->setText(
        tr("Shaded cells hold samples, the stronger the more; hatched ones lie between samples and hold none."));
    m_key->setToolTip(
        tr("The cells are what coverage counts. Axes of metrics that are mostly small are stretched there."));
    m_plot->setMinimumHeight(fontMetrics().lineSpacing() * 12);
    m_charts = new QWidget(this);
    auto* charts = new QVBoxLayout(m_charts);
    charts->setContentsMargins(0, 0, 0, 0);
    charts->addWidget(m_title);
    charts->addWidget(m_note);
    charts->addWidget(m_about);
    charts->addWidget(m_plot, 5);
    charts->addWidget(m_key);
    charts->addWidget(m_curve, 2);
    auto* both = new QWidget(this);
    auto* layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_hint);
    layout->addWidget(m_charts, 1);
    return both;
}

void CollectionPanel::takeCollection() {
    const LoadedCollection& collection = m_document->collection();
    const bool any = collection && collection.news->samples > 0;
    m_charts->setVisible(any);
    m_table->setVisible(any);
    m_hint->setVisible(!any);
    m_hint->setText(m_isCollecting
                        ? tr("The first samples appear when the first round is over.")
                        : tr("Training data says what compositions of stressors do to a machine. Collect some here, or "
                             "drop a data set on this window to see which values of its metrics its samples cover."));
    m_title->setText(collection.name);
    m_title->setToolTip(collection.path);
    m_note->setText(tr("SIMULATED: nothing here was measured on a real machine."));
    m_note->setVisible(collection.simulated);
    m_about->setText(any ? aboutText(collection) : QString());
    {
        const QScopedValueRollback updating(m_updating, true);
        m_pairs->setNews(collection.news);
        selectPair();
    }
    showPair();
    m_form->refresh();
}

int CollectionPanel::shownRow() const {
    return m_pairs->rowOf(m_across, m_up);
}

// Keeps the pair that was chosen as long as there is such a one.
void CollectionPanel::selectPair() {
    int row = shownRow();
    if (row < 0) {
        row = m_pairs->defaultRow();
    }
    if (row >= 0) {
        const QModelIndex index = m_sorted->mapFromSource(m_pairs->index(row, 0));
        m_table->selectionModel()->setCurrentIndex(index,
                                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
}

void CollectionPanel::choosePair() {
    if (m_updating) {
        return;
    }
    const QModelIndex current = m_sorted->mapToSource(m_table->currentIndex());
    if (!current.isValid()) {
        return;
    }
    const collection::PairCoverage& pair =
        m_document->collection().news->coverage.pairs[static_cast<std::size_t>(current.row())];
    m_across = pair.xName;
    m_up = pair.yName;
    showPair();
}

void CollectionPanel::showPair() {
    const LoadedCollection& collection = m_document->collection();
    int row = shownRow();
    if (row < 0) {
        row = m_pairs->defaultRow();
    }
    m_plot->setPair(collection.news, row);
    m_curve->setNews(collection.news.get(), row);
    m_curve->setVisible(collection && !collection.news->rounds.empty());
}

void CollectionPanel::setMachine(CollectionForm::Machine machine) {
    m_form->setMachine(machine);
    const bool isCollecting = machine == CollectionForm::Machine::Collecting;
    if (isCollecting != m_isCollecting) {
        m_isCollecting = isCollecting;
        takeCollection();
    }
}

void CollectionPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_form->refresh();
    Q_EMIT shown();
}

}  // namespace mimesys::widgets
