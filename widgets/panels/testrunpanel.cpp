// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/testrunpanel.h"

#include "models/conditionmodel.h"
#include "models/document.h"
#include "panels/panelparts.h"
#include "panels/testrunchart.h"
#include "panels/testrunlanes.h"
#include "timeline/format.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr int kSideWidth = 60;  // characters
constexpr int kNoteLines = 4;

}  // namespace

TestRunPanel::TestRunPanel(const Document* document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_form(new TestRunForm(this)),
      m_model(new ConditionModel(this)),
      m_chart(new TestRunChart(this)),
      m_lanes(new TestRunLanes(this)),
      m_table(new QTableView(this)),
      m_save(new QPushButton(tr("Save report…"), this)),
      m_title(textLabel("testRunTitle", this)),
      m_simulated(textLabel("testRunSimulated", this)),
      m_verdict(textLabel("testRunVerdict", this)),
      m_notes(textLabel("testRunNotes", this)),
      m_key(textLabel("testRunKey", this)),
      m_hint(textLabel("testRunHint", this)) {
    setObjectName(QStringLiteral("testRunPanel"));
    setFocusProxy(m_form);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(10);
    layout->addWidget(makeSide());
    layout->addWidget(makeResult(), 1);
    connect(document, &Document::testRunChanged, this, &TestRunPanel::takeTestRun);
    connect(m_save, &QPushButton::clicked, this, &TestRunPanel::saveRequested);
    takeTestRun();
}

QWidget* TestRunPanel::makeSide() {
    auto* layout = new QVBoxLayout;
    layout->addWidget(m_form);
    QWidget* side = sideColumn(layout, kSideWidth, this);
    side->setAccessibleName(tr("Settings of the test run"));
    return side;
}

QWidget* TestRunPanel::makeResult() {
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setEnabled(false);
    m_hint->setMargin(24);
    QFont strong = m_title->font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_verdict->setFont(strong);
    m_simulated->setText(
        tr("SIMULATED origin: the workload's plan was made from simulated measurements. It was executed on a real "
           "machine, and the numbers here were measured."));
    m_key->setText(tr("Every point is a run, in their order; the diamond is the mean with its 95 % interval."));
    m_key->setEnabled(false);
    m_save->setObjectName(QStringLiteral("testRunSave"));
    m_save->setToolTip(tr("Write the runs and their recordings, to be opened again"));
    m_table->setObjectName(QStringLiteral("testRunTable"));
    m_table->setAccessibleName(tr("Conditions and slowdowns"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::TabFocus);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 6);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ConditionModel::Name, QHeaderView::Stretch);
    auto* plot = new QWidget(this);
    auto* plotLayout = new QVBoxLayout(plot);
    plotLayout->setContentsMargins(0, 0, 0, 0);
    plotLayout->addWidget(m_chart, 1);
    plotLayout->addWidget(m_key);
    auto* views = new QSplitter(Qt::Vertical, this);
    views->setChildrenCollapsible(false);
    views->addWidget(plot);
    views->addWidget(m_lanes);
    views->setStretchFactor(0, 2);
    views->setStretchFactor(1, 3);
    m_result = new QWidget(this);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_save, 0, Qt::AlignTop);
    auto* result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->addLayout(head);
    result->addWidget(m_simulated);
    result->addWidget(m_table);
    result->addWidget(m_verdict);
    result->addWidget(m_notes);
    result->addWidget(views, 1);
    auto* both = new QWidget(this);
    auto* layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_result, 1);
    return both;
}

void TestRunPanel::setMachine(TestRunForm::Machine machine) {
    m_form->setMachine(machine);
    if (m_machine != machine) {
        m_machine = machine;
        takeTestRun();
    }
}

void TestRunPanel::takeTestRun() {
    const LoadedTestRun& testRun = m_document->testRun();
    const bool any = bool(testRun);
    const bool testing = m_machine == TestRunForm::Machine::Testing;
    m_hint->setVisible(!any);
    m_result->setVisible(any);
    m_hint->setText(testing
                        ? tr("The command runs alone first; its runs appear here one by one.")
                        : tr("A test run shows what an application suffers beside a workload: the command is run alone "
                             "and beside it in turn. Name the command on the left, and a workload, or open a plan. The "
                             "report of an earlier test run can be dropped on this window."));
    m_model->setReport(testRun.report);
    m_chart->setReport(testRun.report.get());
    m_lanes->setTestRun(testRun);
    m_save->setEnabled(any && !testRun.running);
    m_simulated->setVisible(any && testRun.report->simulatedOrigin);
    m_title->setText(any ? title() : QString());
    m_title->setToolTip(testRun.path);
    m_verdict->setText(any ? verdict() : QString());
    const QString notes = any ? this->notes() : QString();
    m_notes->setText(notes);
    m_notes->setToolTip(notes);
    m_notes->setVisible(!notes.isEmpty());
    fitTable();
}

// As high as its few rows.
void TestRunPanel::fitTable() {
    const int rows = m_table->verticalHeader()->length();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows + 2 * m_table->frameWidth());
}

QString TestRunPanel::title() const {
    const testrun::Report& report = *m_document->testRun().report;
    const QString what = tr("%1 beside %2").arg(toQString(report.command), toQString(report.workload));
    const QString name = m_document->testRun().name;
    return name.isEmpty() ? what : tr("%1: %2").arg(name, what);
}

QString TestRunPanel::verdict() const {
    const testrun::Report& report = *m_document->testRun().report;
    QStringList sentences;
    if (const auto slowdown = report.slowdown(testrun::Condition::BesideWorkload)) {
        sentences += slowdown->interval ? tr("Slowdown beside the workload: %1 % (95 %: %2).")
                                              .arg(slowdown->value, 0, 'f', 1)
                                              .arg(intervalText(slowdown->interval, 1))
                                        : tr("Slowdown beside the workload: %1 %, of too few or too uneven runs for an "
                                             "interval.")
                                              .arg(slowdown->value, 0, 'f', 1);
    }
    if (const auto difference = report.degradationDifference()) {
        sentences += tr("Degradation difference to the real mix: %1 points (95 %: %2).")
                         .arg(difference->value, 0, 'f', 1)
                         .arg(intervalText(difference->interval, 1));
    }
    return sentences.join(QLatin1Char(' '));
}

QString TestRunPanel::notes() const {
    const testrun::Report& report = *m_document->testRun().report;
    QStringList lines;
    const std::size_t conditions = report.has(testrun::Condition::BesideRealMix) ? 3 : 2;
    if (!m_document->testRun().running && report.runs.size() < conditions * report.repetitions) {
        lines += tr("It was stopped before all runs were made.");
    }
    for (const std::string& note : report.notes) {
        lines += toQString(note);
    }
    for (const testrun::Run& run : report.runs) {
        if (!run.failure.empty()) {
            lines += tr("Run %1 %2 does not count: %3")
                         .arg(run.repetition)
                         .arg(conditionTitle(run.condition), toQString(run.failure));
        }
    }
    if (lines.size() > kNoteLines) {
        const int more = static_cast<int>(lines.size()) - kNoteLines;
        lines = lines.mid(0, kNoteLines);
        lines += tr("and %n more", nullptr, more);
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace mimesys::widgets
