// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/trainingpanel.h"

#include "machine/machine.h"
#include "models/alignpointmodel.h"
#include "models/document.h"
#include "models/modeltexts.h"
#include "models/paths.h"
#include "models/trainpointmodel.h"
#include "panels/aligncharts.h"
#include "panels/panelparts.h"
#include "panels/trainingcharts.h"
#include "timeline/format.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr int kSideWidth = 52;  // characters
enum Tab { kTrainingTab, kAlignmentTab };

// What a model follows, is made of and does not follow: one paragraph each.
QString detailsOf(const model::Description& description) {
    QStringList stressors;
    for (const std::string& name : description.stressors) {
        stressors += toQString(name);
    }
    QStringList metrics;
    if (!description.coreMetrics().empty()) {
        metrics += TrainingPanel::tr("utilisation of each CPU");
    }
    for (const std::size_t n : description.machineMetrics()) {
        metrics += metricTitle(description.metrics[n].id);
    }
    QStringList paragraphs{TrainingPanel::tr("Stressors: %1.").arg(stressors.join(QStringLiteral(", "))),
                           TrainingPanel::tr("Metrics: %1.").arg(metrics.join(QStringLiteral(", ")))};
    for (const auto& [id, reason] : description.notDriven) {
        paragraphs += TrainingPanel::tr("%1 is not followed: %2.").arg(metricTitle(id), toQString(reason));
    }
    return paragraphs.join(QLatin1Char('\n'));
}

QString aboutModel(const model::Description& description) {
    QString text = modelSummary(description);
    text += QLatin1Char(' ') + TrainingPanel::tr("Its forward model is off by %1 of the ranges on held-out samples.")
                                   .arg(description.forwardError, 0, 'f', 3);
    if (const auto machine = machine::fromJson(description.machine); machine && !machine->cpuModel.empty()) {
        text += QLatin1Char(' ') + TrainingPanel::tr("Machine: %1.").arg(toQString(machine->cpuModel).simplified());
    }
    if (const model::Alignment& alignment = description.alignment; !alignment.history.empty()) {
        QStringList places;
        for (const std::string& place : alignment.executors) {
            places += toQString(place);
        }
        text += QLatin1Char(' ') + TrainingPanel::tr("It was aligned by executing %L1 windows on: %2.")
                                       .arg(alignment.history.back().windows)
                                       .arg(places.join(QStringLiteral(", ")));
    }
    return text;
}

QString titleOf(const LoadedTraining& training) {
    if (training.isLog) {
        return training.alignment ? TrainingPanel::tr("%1, the log of an alignment").arg(training.name)
                                  : TrainingPanel::tr("%1, the log of a training").arg(training.name);
    }
    return training.model ? training.name : TrainingPanel::tr("%1, unfinished").arg(training.name);
}

}  // namespace

TrainingPanel::TrainingPanel(const Document* document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_forms(new QTabWidget(this)),
      m_form(new TrainingForm(m_forms)),
      m_alignForm(new AlignForm(m_forms)),
      m_model(new TrainPointModel(this)),
      m_alignModel(new AlignPointModel(this)),
      m_tabs(new QTabBar(this)),
      m_charts(new TrainingCharts(this)),
      m_alignCharts(new AlignCharts(this)),
      m_title(textLabel("trainingTitle", this)),
      m_note(textLabel("trainingNote", this)),
      m_about(textLabel("trainingAbout", this)),
      m_details(textLabel("trainingDetails", this)),
      m_curves(nullptr),
      m_hint(new QLabel(this)) {
    setObjectName(QStringLiteral("trainingPanel"));
    m_forms->setObjectName(QStringLiteral("trainingForms"));
    m_forms->setDocumentMode(true);
    m_forms->addTab(m_form, tr("Train"));
    m_forms->addTab(m_alignForm, tr("Align"));
    setFocusProxy(m_forms);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(10);
    layout->addWidget(makeSide());
    layout->addWidget(makeCurves(), 1);
    connect(document, &Document::trainingChanged, this, &TrainingPanel::takeTraining);
    connect(document, &Document::realChanged, this, [this] { m_alignForm->setTrace(toPath(m_document->real().path)); });
    connect(m_tabs, &QTabBar::currentChanged, this, &TrainingPanel::showTab);
    takeTraining();
}

QWidget* TrainingPanel::makeSide() {
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("trainPoints"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 5);
    // Both models have as many rows.
    static_assert(static_cast<int>(TrainPointModel::RowCount) == static_cast<int>(AlignPointModel::RowCount));
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + m_table->verticalHeader()->length() +
                            2 * m_table->frameWidth());
    m_details->setEnabled(false);
    auto* layout = new QVBoxLayout;
    layout->addWidget(m_forms);
    layout->addSpacing(6);
    layout->addWidget(m_table);
    layout->addWidget(m_about);
    layout->addWidget(m_details);
    QWidget* side = sideColumn(layout, kSideWidth, this);
    side->setAccessibleName(tr("Settings of the training"));
    return side;
}

QWidget* TrainingPanel::makeCurves() {
    m_hint->setObjectName(QStringLiteral("trainingHint"));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setEnabled(false);
    m_hint->setMargin(24);
    QFont strong = m_title->font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_curves = new QWidget(this);
    auto* curves = new QVBoxLayout(m_curves);
    curves->setContentsMargins(0, 0, 0, 0);
    curves->addWidget(m_title);
    curves->addWidget(m_note);
    m_tabs->setObjectName(QStringLiteral("trainingTabs"));
    m_tabs->setAccessibleName(tr("Which curves are shown"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Training"));
    m_tabs->addTab(tr("Alignment"));
    curves->addWidget(m_tabs, 0, Qt::AlignLeft);
    curves->addWidget(m_charts, 1);
    curves->addWidget(m_alignCharts, 1);
    auto* both = new QWidget(this);
    auto* layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_hint);
    layout->addWidget(m_curves, 1);
    return both;
}

void TrainingPanel::takeTraining() {
    const LoadedTraining& training = m_document->training();
    const std::span<const model::TrainPoint> points =
        training ? std::span(*training.points) : std::span<const model::TrainPoint>();
    const std::span<const model::AlignPoint> alignment =
        training.alignment ? std::span(*training.alignment) : std::span<const model::AlignPoint>();
    const bool anyPoint = !points.empty() || !alignment.empty();
    m_curves->setVisible(anyPoint);
    m_hint->setVisible(!anyPoint);
    m_hint->setText(m_machine == Machine::Training ? tr("Curves begin with the first measurement of the held-out loss.")
                    : m_machine == Machine::Aligning
                        ? tr("Curves begin with the first execution of the held-out windows.")
                        : tr("A model learns from the data set of a machine which compositions of stressors bring "
                             "about which metrics; the diffusion method then draws compositions from it. Train "
                             "one here, or drop a model's file or the log of a training or alignment that runs "
                             "elsewhere on this window to see how it goes."));
    m_model->setPoints(points);
    m_charts->setPoints(points, training.simulated);
    m_alignModel->setPoints(alignment);
    m_alignCharts->setPoints(alignment, training.model ? training.model->alignment.simulated : training.simulated);
    m_tabs->setVisible(!points.empty() && !alignment.empty());
    if (points.empty() != alignment.empty()) {
        m_tabs->setCurrentIndex(points.empty() ? kAlignmentTab : kTrainingTab);
    }
    showTab();
    m_title->setText(titleOf(training));
    m_title->setToolTip(training.path);
    m_note->setText(!training.simulated ? QString()
                    : training.isLog && training.alignment
                        ? tr("SIMULATED: its plans were executed on no real machine.")
                        : tr("SIMULATED: it learnt from measurements of no real machine."));
    m_note->setVisible(training.simulated);
    m_about->setText(training.model ? aboutModel(*training.model) : QString());
    m_details->setText(training.model ? detailsOf(*training.model) : QString());
    m_about->setVisible(bool(training.model));
    m_details->setVisible(bool(training.model));
    m_form->refresh();
    m_alignForm->refresh();
}

void TrainingPanel::showTab() {
    const bool alignment = m_tabs->currentIndex() == kAlignmentTab;
    m_charts->setVisible(!alignment);
    m_alignCharts->setVisible(alignment);
    QAbstractItemModel* model = alignment ? static_cast<QAbstractItemModel*>(m_alignModel) : m_model;
    if (m_table->model() != model) {
        m_table->setModel(model);
    }
    m_table->setAccessibleName(alignment ? tr("Last and best point of the alignment")
                                         : tr("Last and best point of the training"));
}

void TrainingPanel::setMachine(Machine machine) {
    m_form->setMachine(machine == Machine::Free       ? TrainingForm::Machine::Free
                       : machine == Machine::Training ? TrainingForm::Machine::Training
                                                      : TrainingForm::Machine::Busy);
    m_alignForm->setMachine(machine == Machine::Free       ? AlignForm::Machine::Free
                            : machine == Machine::Aligning ? AlignForm::Machine::Aligning
                                                           : AlignForm::Machine::Busy);
    if (machine != m_machine) {
        m_machine = machine;
        takeTraining();
    }
}

void TrainingPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_form->refresh();
    m_alignForm->refresh();
    Q_EMIT shown();
}

}  // namespace mimesys::widgets
