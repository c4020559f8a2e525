// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/collectionform.h"

#include "collection/collector.h"
#include "panels/filefield.h"
#include "panels/formfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

namespace mimesys::widgets {
namespace {

constexpr int kDefaultMinutes = 2;
constexpr int kMostMinutes = 7 * 24 * 60;
constexpr int kMostSamples = 1'000'000;
constexpr double kLongestWindow = 60.0;  // seconds
constexpr int kBarSteps = 1000;
constexpr QLatin1String kLocal("local");

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
      m_start(new QPushButton(this)),
      m_stop(new QPushButton(tr("Stop"), this)),
      m_bar(new QProgressBar(this)),
      m_words(new QLabel(this)) {
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
    m_start->setObjectName(QStringLiteral("collectStart"));
    m_stop->setObjectName(QStringLiteral("collectStop"));
    m_stop->setToolTip(tr("Keep the finished rounds, to be continued"));
    m_bar->setObjectName(QStringLiteral("collectBar"));
    m_bar->setAccessibleName(tr("Progress of the collection"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_bar->setRange(0, kBarSteps);
    m_words->setObjectName(QStringLiteral("collectWords"));
    m_words->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_start, 1);
    buttons->addWidget(m_stop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addWidget(m_bar);
    layout->addWidget(m_words);
    connect(m_dataset, &FileField::changed, this, &CollectionForm::refresh);
    connect(m_executor, &QComboBox::currentIndexChanged, this, &CollectionForm::refresh);
    connect(m_samples, &QSpinBox::valueChanged, this, &CollectionForm::refresh);
    connect(m_start, &QPushButton::clicked, this, [this] { Q_EMIT collectionRequested(choice()); });
    connect(m_stop, &QPushButton::clicked, this, &CollectionForm::stopRequested);
    refresh();
}

void CollectionForm::fillChoices() {
    m_executor->addItem(tr("This machine"), QString(kLocal));
    for (const char* name : {"c220g2", "c220g5"}) {
        m_executor->addItem(tr("Simulated %1").arg(QLatin1String(name)),
                            QStringLiteral("simulated:%1").arg(QLatin1String(name)));
    }
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
    return m_executor->currentData().toString() != kLocal;
}

void CollectionForm::setInstalled(const Installed& installed) {
    m_installed = installed;
    refresh();
}

void CollectionForm::setMachine(Machine machine) {
    if (m_machine != machine) {
        m_machine = machine;
        m_bar->setValue(0);
        m_words->clear();
        refresh();
    }
}

void CollectionForm::setProgress(const Job& job) {
    const bool known = job.fraction() >= 0.0;
    m_bar->setValue(known ? static_cast<int>(job.fraction() * kBarSteps) : 0);
    QString words = job.step();
    if (!words.isEmpty()) {
        words[0] = words[0].toUpper();
        words += QLatin1Char('.');
    }
    m_words->setText(job.isStopping() ? tr("Stopping…") : words);
    m_stop->setEnabled(!job.isStopping());
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
    m_start->setText(continued ? tr("Continue collecting") : tr("Collect"));
    m_start->setVisible(!collecting);
    m_start->setEnabled(m_machine == Machine::Free && named);
    m_stop->setVisible(collecting);
    m_stop->setEnabled(true);
    m_bar->setVisible(collecting);
    if (collecting) {
        return;
    }
    m_words->setText(m_machine == Machine::Busy ? tr("The machine is busy with something else.")
                     : isSimulated() && !named  ? tr("Name a file: simulated samples are not this machine's.")
                     : continued     ? tr("The data set is continued as it was begun, until it holds this much.")
                     : isSimulated() ? QString()
                                     : tr("All CPUs will be loaded; nothing else should be running."));
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
