// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/alignform.h"

#include "alignment/alignlog.h"
#include "panels/filefield.h"
#include "panels/formfield.h"
#include "panels/jobcontrols.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr int kDefaultMinutes = 15;
constexpr int kMostMinutes = 7 * 24 * 60;

// Beside the model: what it was before stays.
std::filesystem::path alignedName(std::filesystem::path model) {
    if (model.empty()) {
        return model;
    }
    const std::string stem = model.stem().string();
    return model.replace_filename(stem + "-aligned.safetensors");
}

}  // namespace

AlignForm::AlignForm(QWidget* parent)
    : QWidget(parent),
      m_model(new FileField(FileField::Purpose::Read, tr("Model"), tr("Models (*.safetensors)"), this)),
      m_traces(
          new FileField(FileField::Purpose::ReadFolder, tr("Traces"), tr("Traces (*.h5 *.csv *.txt *.log)"), this)),
      m_executor(new QComboBox(this)),
      m_output(new FileField(FileField::Purpose::Write, tr("Aligned model"), tr("Models (*.safetensors)"), this)),
      m_minutes(new QSpinBox(this)),
      m_controls(new JobControls(QStringLiteral("align"),
                                 {tr("Progress of the alignment"), tr("Forget the alignment that was stopped"),
                                  tr("Keep the finished iterations, to be continued")},
                                 this)) {
    addMachines(m_executor);
    m_minutes->setRange(1, kMostMinutes);
    m_minutes->setValue(kDefaultMinutes);
    m_minutes->setSuffix(tr(" min"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addField(form, tr("M&odel:"), m_model, "alignModel", {});
    addField(form, tr("T&races:"), m_traces, "alignTraces",
             tr("A folder of traces, or one. What is generated for them is executed, and the model learns from what "
                "is measured; the last windows of each are only looked at"));
    addField(form, tr("M&achine:"), m_executor, "alignExecutor",
             tr("Where plans are executed: the machine that the model is of"));
    addField(form, tr("A&ligned model:"), m_output, "alignOutput", {});
    addField(form, tr("&Time limit:"), m_minutes, "alignMinutes",
             tr("The learning rate falls towards the end; what did best on windows that are only looked at is kept"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(form);
    layout->addWidget(m_controls);
    layout->addStretch();
    for (FileField* field : {m_model, m_traces, m_output}) {
        connect(field, &FileField::changed, this, &AlignForm::refresh);
    }
    connect(m_controls, &JobControls::startRequested, this, [this](bool anew) {
        AlignChoice chosen = choice();
        chosen.restart = anew;
        Q_EMIT alignmentRequested(chosen);
    });
    connect(m_controls, &JobControls::stopRequested, this, &AlignForm::stopRequested);
    refresh();
}

void AlignForm::setInstalled(const Installed& installed) {
    m_installed = installed;
    m_model->setDefault(installed.model);
    refresh();
}

void AlignForm::setTrace(const std::filesystem::path& trace) {
    m_traces->setDefault(trace);
}

void AlignForm::setMachine(Machine machine) {
    if (m_machine != machine) {
        m_machine = machine;
        refresh();
    }
}

void AlignForm::setProgress(const Job& job) {
    m_controls->setProgress(job, tr("Reading the model and the traces…"));
}

QString AlignForm::words(bool unfinished) const {
    if (!m_model->exists()) {
        return m_model->path().empty() ? tr("This machine has no model yet: train one, or choose a file.")
                                       : tr("There is no such model.");
    }
    if (!m_traces->exists()) {
        return m_traces->target().empty() ? tr("Open a trace, or choose a folder of them.")
                                          : tr("There are no such traces.");
    }
    if (m_output->target() == m_model->target()) {
        return tr("The aligned model needs a file of its own.");
    }
    if (m_machine == Machine::Busy) {
        return tr("The machine is busy with something else.");
    }
    return unfinished           ? tr("An alignment of this model was stopped and can go on.")
           : m_output->exists() ? tr("The aligned model is replaced when it is done.")
                                : QString();
}

void AlignForm::refresh() {
    m_output->setDefault(alignedName(m_model->target()));
    const bool aligning = m_machine == Machine::Aligning;
    std::error_code ignored;
    const bool unfinished =
        !m_output->target().empty() && std::filesystem::exists(alignment::checkpointPath(m_output->target()), ignored);
    for (QWidget* field : std::initializer_list<QWidget*>{m_model, m_traces, m_executor, m_output, m_minutes}) {
        field->setEnabled(!aligning);
    }
    JobControls::State state;
    state.running = aligning;
    state.start = unfinished ? tr("Continue aligning") : tr("Align");
    state.startable = m_machine == Machine::Free && m_model->exists() && m_traces->exists() &&
                      !m_output->target().empty() && m_output->target() != m_model->target();
    state.unfinished = unfinished;
    state.words = words(unfinished);
    m_controls->setState(state);
}

AlignChoice AlignForm::choice() const {
    AlignChoice choice;
    choice.files.model = m_model->target();
    choice.files.dataset = m_installed.dataset;
    choice.traces = m_traces->target();
    choice.output = m_output->target();
    choice.executor = m_executor->currentData().toString().toStdString();
    choice.budgetSeconds = 60.0 * m_minutes->value();
    return choice;
}

}  // namespace mimesys::widgets
