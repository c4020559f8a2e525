// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/collectionform.h"

#include "collection/collector.h"
#include "panels/filefield.h"
#include "panels/formfield.h"
#include "panels/jobcontrols.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr int kDefaultMinutes = 2;
constexpr int kMostMinutes = 7 * 24 * 60;
constexpr int kMostSamples = 1'000'000;
constexpr double kLongestWindow = 60.0;  // seconds

}  // namespace

CollectionForm::CollectionForm(QWidget* parent)
    : QWidget(parent),
      m_dataset(new FileField(FileField::Purpose::Write, tr("Data set"), tr("Data sets (*.h5 *.hdf5)"), this)),
      m_executor(new QComboBox(this)),
      m_strategy(new QComboBox(this)),
      m_stressors(new QComboBox(this)),
      m_window(new QDoubleSpinBox(this)),
      m_minutes(new QSpinBox(this)),
      m_samples(new QSpinBox(this)),
      m_untilSaturated(new QCheckBox(tr("Stop when rounds bring nothing new"), this)),
      m_controls(new JobControls(
          QStringLiteral("collect"),
          {tr("Progress of the collection"), {}, tr("Keep the finished rounds, to be continued")}, this)) {
    fillChoices();
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addField(form, tr("&Data set:"), m_dataset, "collectDataset", {});
    addField(form, tr("M&achine:"), m_executor, "collectExecutor",
             tr("A simulated machine is computed, not measured: its samples say nothing about a real one"));
    addField(form, tr("Strate&gy:"), m_strategy, "collectStrategy",
             tr("Novelty: a sweep, then compositions that should do what no sample did yet. Random: a sweep, then at "
                "random. Sweep: single stressors only"));
    addField(form, tr("St&ressors:"), m_stressors, "collectStressors",
             tr("Essential: one of every kind. Research: about twenty, like the research system's"));
    addField(form, tr("Wi&ndow:"), m_window, "collectWindow", tr("Time per sample"));
    addField(form, tr("&Time:"), m_minutes, "collectMinutes",
             tr("Of execution that the data set holds in all; a continued one takes what is left of it"));
    addField(form, tr("Sa&mples:"), m_samples, "collectSamples",
             tr("That the data set holds in all, whatever time that takes"));
    addField(form, QString(), m_untilSaturated, "collectUntilSaturated",
             tr("End before that when the last rounds brought next to nothing new"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addWidget(m_controls);
    connect(m_dataset, &FileField::changed, this, &CollectionForm::refresh);
    connect(m_executor, &QComboBox::currentIndexChanged, this, &CollectionForm::refresh);
    connect(m_samples, &QSpinBox::valueChanged, this, &CollectionForm::refresh);
    connect(m_controls, &JobControls::startRequested, this, [this] { Q_EMIT collectionRequested(choice()); });
    connect(m_controls, &JobControls::stopRequested, this, &CollectionForm::stopRequested);
    refresh();
}

void CollectionForm::fillChoices() {
    addMachines(m_executor);
    m_strategy->addItem(tr("Novelty"), static_cast<int>(collection::Strategy::Novelty));
    m_strategy->addItem(tr("Random"), static_cast<int>(collection::Strategy::Random));
    m_strategy->addItem(tr("Sweep"), static_cast<int>(collection::Strategy::Sweep));
    m_stressors->addItem(tr("Essential"), QStringLiteral("essential"));
    m_stressors->addItem(tr("Essential and kernel"), QStringLiteral("applications"));
    m_stressors->addItem(tr("Research"), QStringLiteral("research"));
    m_stressors->addItem(tr("All"), QStringLiteral("all"));
    m_window->setRange(collection::kShortestWindowSeconds, kLongestWindow);
    m_window->setSingleStep(0.5);
    m_window->setSuffix(tr(" s"));
    m_window->setValue(collection::CollectOptions().windowSeconds);
    m_minutes->setRange(1, kMostMinutes);
    m_minutes->setValue(kDefaultMinutes);
    m_minutes->setSuffix(tr(" min"));
    m_samples->setRange(0, kMostSamples);
    m_samples->setSingleStep(100);
    m_samples->setGroupSeparatorShown(true);
    m_samples->setSpecialValueText(tr("as the time allows"));
}

bool CollectionForm::isSimulated() const {
    return m_executor->currentData().toString() != QLatin1String(kThisMachine);
}

void CollectionForm::setInstalled(const Installed& installed) {
    m_installed = installed;
    refresh();
}

void CollectionForm::setMachine(Machine machine) {
    if (m_machine != machine) {
        m_machine = machine;
        refresh();
    }
}

void CollectionForm::setProgress(const Job& job) {
    m_controls->setProgress(job, {});
}

void CollectionForm::refresh() {
    // What is simulated is never installed for this machine by itself.
    m_dataset->setDefault(isSimulated() ? std::filesystem::path() : m_installed.dataset);
    const bool collecting = m_machine == Machine::Collecting;
    const bool named = !m_dataset->target().empty();
    const bool continued = named && m_dataset->exists();
    m_dataset->setEnabled(!collecting);
    m_executor->setEnabled(!collecting);
    for (QWidget* field : std::initializer_list<QWidget*>{m_strategy, m_stressors, m_window}) {
        field->setEnabled(!collecting && !continued);
    }
    m_minutes->setEnabled(!collecting && m_samples->value() == 0);
    m_samples->setEnabled(!collecting);
    m_untilSaturated->setEnabled(!collecting);
    JobControls::State state;
    state.running = collecting;
    state.start = continued ? tr("Continue collecting") : tr("Collect");
    state.startable = m_machine == Machine::Free && named;
    state.words = m_machine == Machine::Busy ? tr("The machine is busy with something else.")
                  : isSimulated() && !named  ? tr("Name a file: simulated samples are not this machine's.")
                  : continued     ? tr("The data set is continued as it was begun, until it holds this much.")
                  : isSimulated() ? QString()
                                  : tr("All CPUs will be loaded; nothing else should be running.");
    m_controls->setState(state);
}

CollectChoice CollectionForm::choice() const {
    CollectChoice choice;
    choice.dataset = m_dataset->path();
    choice.executor = m_executor->currentData().toString().toStdString();
    choice.strategy = static_cast<collection::Strategy>(m_strategy->currentData().toInt());
    choice.stressors = m_stressors->currentData().toString().toStdString();
    choice.windowSeconds = m_window->value();
    choice.durationSeconds = 60.0 * m_minutes->value();
    if (m_samples->value() > 0) {
        choice.samples = static_cast<std::size_t>(m_samples->value());
    }
    choice.untilSaturated = m_untilSaturated->isChecked();
    return choice;
}

}  // namespace mimesys::widgets
