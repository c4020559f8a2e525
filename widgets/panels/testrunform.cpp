// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/testrunform.h"

#include "panels/filefield.h"
#include "panels/formfield.h"
#include "panels/jobcontrols.h"
#include "testrun/testrun.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr double kLongestWait = 3600.0;  // seconds

enum class What { Time, Throughput, Latency };

QDoubleSpinBox* secondsBox(double value, QWidget* parent) {
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(0.0, kLongestWait);
    box->setDecimals(1);
    box->setSuffix(TestRunForm::tr(" s"));
    box->setValue(value);
    return box;
}

}  // namespace

TestRunForm::TestRunForm(QWidget* parent)
    : QWidget(parent),
      m_workload(new FileField(FileField::Purpose::Read, tr("Workload"), tr("Workloads and plans (*)"), this)),
      m_fit(new QCheckBox(tr("Fold it onto the CPUs there are"), this)),
      m_command(new QLineEdit(this)),
      m_service(new QLineEdit(this)),
      m_ready(secondsBox(TestRunChoice().readySeconds, this)),
      m_realMix(new QLineEdit(this)),
      m_measure(new QComboBox(this)),
      m_pattern(new QLineEdit(this)),
      m_unit(new QLineEdit(this)),
      m_repetitions(new QSpinBox(this)),
      m_settle(secondsBox(TestRunChoice().settleSeconds, this)),
      m_pause(secondsBox(TestRunChoice().pauseSeconds, this)),
      m_controls(new JobControls(
          QStringLiteral("testRun"),
          {tr("Progress of the test run"), {}, tr("Ends all that was started; finished runs stay")}, this)) {
    m_measure->addItem(tr("Time of the command"), static_cast<int>(What::Time));
    m_measure->addItem(tr("Throughput that it prints"), static_cast<int>(What::Throughput));
    m_measure->addItem(tr("Latency that it prints"), static_cast<int>(What::Latency));
    m_command->setPlaceholderText(tr("for example: make -j2"));
    m_service->setPlaceholderText(tr("none, or one that runs already"));
    m_realMix->setPlaceholderText(tr("none"));
    m_pattern->setPlaceholderText(QStringLiteral("([0-9.]+) requests per second"));
    m_unit->setPlaceholderText(tr("for example: requests/s"));
    m_repetitions->setRange(1, static_cast<int>(testrun::kMostRepetitions));
    m_repetitions->setValue(static_cast<int>(TestRunChoice().repetitions));
    build();
    refresh();
}

void TestRunForm::build() {
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addField(form, tr("&Workload:"), m_workload, "testRunWorkload",
             tr("An exported workload, or a plan; it is repeated until the command ends"));
    addField(form, QString(), m_fit, "testRunFit",
             tr("A plan for more CPUs than there are runs the mean of the rows each of them stands for"));
    addField(form, tr("&Command:"), m_command, "testRunCommand",
             tr("What is tested, as a shell understands it; it has to end by itself"));
    addField(
        form, tr("S&ervice:"), m_service, "testRunService",
        tr("A shell command of what the command is a client of; it is started before each run and ended after it"));
    addField(form, tr("Read&y after:"), m_ready, "testRunReady", tr("Time that the service is given to start"));
    addField(form, tr("Real &mix:"), m_realMix, "testRunRealMix",
             tr("A shell command that runs the real neighbours until it is ended, to compare the workload with"));
    addField(form, tr("Measu&re:"), m_measure, "testRunMeasure", {});
    addField(form, tr("&Pattern:"), m_pattern, "testRunPattern",
             tr("A regular expression whose one group, in parentheses, is the number; of several matches in what the "
                "command prints the last counts"));
    addField(form, tr("&Unit:"), m_unit, "testRunUnit", {});
    addField(form, tr("R&uns of each:"), m_repetitions, "testRunRepetitions",
             tr("Alone and beside take turns; more runs make the intervals narrower"));
    addField(form, tr("Se&ttle:"), m_settle, "testRunSettle",
             tr("Time from the start of the workload, or the mix, to that of the command"));
    addField(form, tr("Pause:"), m_pause, "testRunPause", tr("Time between runs"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addWidget(m_controls);
    connect(m_workload, &FileField::changed, this, &TestRunForm::refresh);
    connect(m_measure, &QComboBox::currentIndexChanged, this, &TestRunForm::refresh);
    for (const QLineEdit* edit : {m_command, m_service, m_pattern}) {
        connect(edit, &QLineEdit::textChanged, this, &TestRunForm::refresh);
    }
    connect(m_controls, &JobControls::startRequested, this, [this] { Q_EMIT testRequested(choice()); });
    connect(m_controls, &JobControls::stopRequested, this, &TestRunForm::stopRequested);
    setFocusProxy(m_command);
}

bool TestRunForm::readsOutput() const {
    return static_cast<What>(m_measure->currentData().toInt()) != What::Time;
}

void TestRunForm::setPlan(const LoadedPlan& plan) {
    m_plan = plan;
    refresh();
}

void TestRunForm::setMachine(Machine machine) {
    if (m_machine != machine) {
        m_machine = machine;
        refresh();
    }
}

void TestRunForm::setProgress(const Job& job) {
    m_controls->setProgress(job, {});
}

QString TestRunForm::whatIsMissing() const {
    if (m_workload->path().empty() && !m_plan) {
        return tr("Name a workload, or open a plan.");
    }
    if (!m_workload->path().empty() && !m_workload->exists()) {
        return tr("There is no such workload.");
    }
    if (m_command->text().trimmed().isEmpty()) {
        return tr("Enter the command that is to be tested.");
    }
    if (readsOutput() && m_pattern->text().isEmpty()) {
        return tr("Enter the pattern that finds the number.");
    }
    return {};
}

void TestRunForm::refresh() {
    m_workload->setPlaceholder(m_plan ? tr("the plan that is open: %1").arg(m_plan.name) : tr("none"));
    const bool testing = m_machine == Machine::Testing;
    for (QWidget* field : std::initializer_list<QWidget*>{m_workload, m_fit, m_command, m_service, m_realMix, m_measure,
                                                          m_repetitions, m_settle, m_pause}) {
        field->setEnabled(!testing);
    }
    m_ready->setEnabled(!testing && !m_service->text().trimmed().isEmpty());
    m_pattern->setEnabled(!testing && readsOutput());
    m_unit->setEnabled(!testing && readsOutput());
    const QString missing = whatIsMissing();
    JobControls::State state;
    state.running = testing;
    state.start = tr("Run the test");
    state.startable = m_machine == Machine::Free && missing.isEmpty();
    state.words = m_machine == Machine::Busy ? tr("The machine is busy with something else.")
                  : missing.isEmpty()        ? tr("Nothing else should be running meanwhile.")
                                             : missing;
    m_controls->setState(state);
}

TestRunChoice TestRunForm::choice() const {
    TestRunChoice choice;
    choice.workload = m_workload->path();
    choice.fit = m_fit->isChecked();
    choice.command = m_command->text().trimmed();
    choice.service = m_service->text().trimmed();
    choice.readySeconds = m_ready->value();
    choice.realMix = m_realMix->text().trimmed();
    if (readsOutput()) {
        const bool throughput = static_cast<What>(m_measure->currentData().toInt()) == What::Throughput;
        choice.measure.pattern = m_pattern->text().toStdString();
        choice.measure.better = throughput ? testrun::Measure::Better::Higher : testrun::Measure::Better::Lower;
        choice.measure.unit = m_unit->text().trimmed().toStdString();
    }
    choice.repetitions = static_cast<std::size_t>(m_repetitions->value());
    choice.settleSeconds = m_settle->value();
    choice.pauseSeconds = m_pause->value();
    return choice;
}

}  // namespace mimesys::widgets
