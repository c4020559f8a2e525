// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/trainingform.h"

#include "models/modeltexts.h"
#include "panels/filefield.h"
#include "panels/formfield.h"
#include "panels/jobcontrols.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>
#include <limits>

namespace mimesys::widgets {
namespace {

constexpr int kDefaultMinutes = 30;
constexpr int kMostMinutes = 7 * 24 * 60;
constexpr int kMostEpochs = 1'000'000;
constexpr int kMostBatch = 65536;

QSpinBox* numberBox(int least, int most, int value, QWidget* parent) {
    auto* box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

bool isThere(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

}  // namespace

TrainingForm::TrainingForm(QWidget* parent)
    : QWidget(parent),
      m_dataset(new FileField(FileField::Purpose::Read, tr("Data set"), tr("Data sets (*.h5 *.hdf5)"), this)),
      m_model(new FileField(FileField::Purpose::Write, tr("Model"), tr("Models (*.safetensors)"), this)),
      m_architecture(new QComboBox(this)),
      m_minutes(numberBox(0, kMostMinutes, kDefaultMinutes, this)),
      m_epochs(numberBox(1, kMostEpochs, static_cast<int>(training::TrainOptions().epochs), this)),
      m_batch(numberBox(1, kMostBatch, training::TrainOptions().batch, this)),
      m_seed(numberBox(0, std::numeric_limits<int>::max(), static_cast<int>(training::TrainOptions().seed), this)),
      m_controls(new JobControls(QStringLiteral("train"),
                                 {tr("Progress of the training"), tr("Forget the training that was stopped"),
                                  tr("Keep what was learnt so far, to be continued")},
                                 this)) {
    for (const model::Architecture architecture : {model::Architecture::SetTransformer, model::Architecture::UNet}) {
        m_architecture->addItem(architectureTitle(architecture), static_cast<int>(architecture));
    }
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setSpecialValueText(tr("no limit"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addField(form, tr("&Data set:"), m_dataset, "trainDataset", {});
    addField(form, tr("M&odel:"), m_model, "trainModel", {});
    addField(form, tr("A&rchitecture:"), m_architecture, "trainArchitecture",
             tr("The set transformer knows CPUs of a socket as interchangeable; the U-Net is the paper's network"));
    addField(form, tr("&Time limit:"), m_minutes, "trainMinutes",
             tr("Training ends after this time, or after the epochs; the learning rate falls towards the end"));
    addField(form, tr("E&pochs:"), m_epochs, "trainEpochs", tr("Times every sample is seen"));
    addField(form, tr("&Batch:"), m_batch, "trainBatch", tr("Samples per step"));
    addField(form, tr("S&eed:"), m_seed, "trainSeed", tr("Of weights, split, order and noise"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(form);
    layout->addWidget(m_controls);
    for (FileField* field : {m_dataset, m_model}) {
        connect(field, &FileField::changed, this, &TrainingForm::refresh);
    }
    connect(m_controls, &JobControls::startRequested, this, [this](bool anew) {
        TrainChoice chosen = choice();
        chosen.restart = anew;
        Q_EMIT trainingRequested(chosen);
    });
    connect(m_controls, &JobControls::stopRequested, this, &TrainingForm::stopRequested);
    refresh();
}

void TrainingForm::setInstalled(const Installed& installed) {
    m_installed = installed;
    m_dataset->setDefault(installed.dataset);
    refresh();
}

void TrainingForm::setMachine(Machine machine) {
    if (m_machine != machine) {
        m_machine = machine;
        refresh();
    }
}

void TrainingForm::setProgress(const Job& job) {
    m_controls->setProgress(job, tr("Reading the data set…"));
}

// What is learnt from other data than this machine's never becomes this machine's model by itself.
std::filesystem::path TrainingForm::defaultModel() const {
    return m_dataset->path().empty() ? m_installed.model : m_dataset->path().replace_extension(".safetensors");
}

void TrainingForm::refresh() {
    m_model->setDefault(defaultModel());
    const bool training = m_machine == Machine::Training;
    const bool hasData = m_dataset->exists();
    const bool unfinished = !m_model->target().empty() && isThere(training::checkpointPath(m_model->target()));
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_dataset, m_model, m_architecture, m_minutes, m_epochs, m_batch, m_seed}) {
        field->setEnabled(!training);
    }
    JobControls::State state;
    state.running = training;
    state.start = unfinished ? tr("Continue training") : m_model->exists() ? tr("Train again") : tr("Train");
    state.startable = m_machine == Machine::Free && hasData && !m_model->target().empty();
    state.unfinished = unfinished;
    state.words = !hasData && m_dataset->path().empty()
                      ? tr("No data set is installed for this machine yet: collect training data (menu Workload), "
                           "or choose a file.")
                  : !hasData                   ? tr("There is no such data set.")
                  : m_machine == Machine::Busy ? tr("The machine is being measured; training waits for that.")
                  : unfinished                 ? tr("A training of this model was stopped and can go on.")
                  : m_model->exists()          ? tr("Training replaces the model when it is done.")
                                               : QString();
    m_controls->setState(state);
}

TrainChoice TrainingForm::choice() const {
    TrainChoice choice;
    choice.files = {m_dataset->path(), m_dataset->path().empty() ? m_model->path() : m_model->target()};
    choice.options.network =
        model::defaultNetwork(static_cast<model::Architecture>(m_architecture->currentData().toInt()));
    choice.options.budgetSeconds = 60.0 * m_minutes->value();
    choice.options.epochs = m_epochs->value();
    choice.options.batch = m_batch->value();
    choice.options.seed = static_cast<std::uint64_t>(m_seed->value());
    return choice;
}

}  // namespace mimesys::widgets
