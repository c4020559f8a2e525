// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/generatedialog.h"

#include "model/model.h"
#include "models/modeltexts.h"
#include "panels/filefield.h"
#include "theme/colours.h"
#include "timeline/format.h"
#include "viewstate/background.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>

namespace mimesys::widgets {
namespace {

using generation::DiffusionOptions;

QString samplerTitle(generation::Sampler sampler) {
    switch (sampler) {
        case generation::Sampler::DpmSolver:
            return GenerateDialog::tr("DPM-Solver++ (few steps)");
        case generation::Sampler::Ddim:
            return GenerateDialog::tr("DDIM");
        case generation::Sampler::Ddpm:
            break;
    }
    return GenerateDialog::tr("DDPM (many steps)");
}

QString strategyTitle(generation::Strategy strategy) {
    return strategy == generation::Strategy::TwoPass ? GenerateDialog::tr("Two passes, all windows at once")
                                                     : GenerateDialog::tr("Autoregressive, window by window");
}

QSpinBox* countBox(int most, const QString& help, QWidget* parent) {
    auto* box = new QSpinBox(parent);
    box->setRange(1, most);
    box->setToolTip(help);
    return box;
}

template <typename T>
void choose(QComboBox* box, T value) {
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

template <typename T>
T chosenIn(const QComboBox* box) {
    return static_cast<T>(box->currentData().toInt());
}

// Network evaluations that one window takes.
double evaluationsPerWindow(const DiffusionOptions& options) {
    const bool twice = options.usePrevious && options.strategy == generation::Strategy::TwoPass;
    const double guided = options.guidance == 1.0 ? 1.0 : 2.0;
    return guided * (options.candidates * options.steps + (twice ? options.firstSteps : 0));
}

}  // namespace

GenerateDialog::GenerateDialog(const GenerateChoice& choice, const Installed& installed, int traceCpus, QWidget* parent)
    : QDialog(parent),
      m_traceCpus(traceCpus),
      m_method(new QComboBox(this)),
      m_model(new FileField(FileField::Purpose::Read, tr("Model"), tr("Models (*.safetensors)"), this)),
      m_dataset(new FileField(FileField::Purpose::Read, tr("Data set"), tr("Data sets (*.h5 *.hdf5)"), this)),
      m_modelLabel(new QLabel(tr("M&odel:"), this)),
      m_datasetLabel(new QLabel(tr("D&ata set:"), this)),
      m_seed(new QSpinBox(this)),
      m_diffusion(makeDiffusion()),
      m_about(new QLabel(this)),
      m_generate(nullptr) {
    setObjectName(QStringLiteral("generateDialog"));
    setWindowTitle(tr("Generate a plan"));
    m_method->setObjectName(QStringLiteral("generateMethod"));
    for (const PlanMethod method : kPlanMethods) {
        m_method->addItem(methodTitle(method), static_cast<int>(method));
    }
    m_model->setObjectName(QStringLiteral("generateModel"));
    m_model->setDefault(installed.model);
    m_dataset->setObjectName(QStringLiteral("generateDataset"));
    m_dataset->setDefault(installed.dataset);
    m_modelLabel->setBuddy(m_model);
    m_datasetLabel->setBuddy(m_dataset);
    m_seed->setObjectName(QStringLiteral("generateSeed"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setToolTip(tr("Same inputs and seed, same plan"));
    m_about->setObjectName(QStringLiteral("generateAbout"));
    m_about->setWordWrap(true);
    m_about->setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    m_about->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_about->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* form = new QFormLayout;
    form->addRow(tr("&Method:"), m_method);
    form->addRow(m_modelLabel, m_model);
    form->addRow(m_datasetLabel, m_dataset);
    form->addRow(tr("S&eed:"), m_seed);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this);
    m_generate = buttons->addButton(tr("&Generate"), QDialogButtonBox::AcceptRole);
    m_generate->setObjectName(QStringLiteral("generateAccept"));
    m_generate->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_diffusion);
    layout->addWidget(m_about);
    layout->addWidget(buttons);
    connect(m_method, &QComboBox::currentIndexChanged, this, &GenerateDialog::refresh);
    connect(m_model, &FileField::changed, this, &GenerateDialog::refresh);
    connect(m_dataset, &FileField::changed, this, &GenerateDialog::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        Q_EMIT chosen(this->choice());
    });
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] {
        GenerateChoice defaults;
        defaults.method = method();
        take(defaults);
    });
    take(choice);
}

QWidget* GenerateDialog::makeDiffusion() {
    auto* box = new QGroupBox(tr("How the model draws"), this);
    m_sampler = new QComboBox(box);
    m_sampler->setObjectName(QStringLiteral("sampler"));
    for (const auto sampler : {generation::Sampler::DpmSolver, generation::Sampler::Ddim, generation::Sampler::Ddpm}) {
        m_sampler->addItem(samplerTitle(sampler), static_cast<int>(sampler));
    }
    m_strategy = new QComboBox(box);
    m_strategy->setObjectName(QStringLiteral("strategy"));
    for (const generation::Strategy strategy : generation::kStrategies) {
        m_strategy->addItem(strategyTitle(strategy), static_cast<int>(strategy));
    }
    m_steps = countBox(generation::kMostSteps, tr("Evaluations of the network per candidate and window"), box);
    m_steps->setObjectName(QStringLiteral("steps"));
    m_firstSteps = countBox(generation::kMostSteps,
                            tr("Those of the first of two passes, which only gives each window its predecessor"), box);
    m_firstSteps->setObjectName(QStringLiteral("firstSteps"));
    m_guidance = new QDoubleSpinBox(box);
    m_guidance->setObjectName(QStringLiteral("guidance"));
    m_guidance->setRange(0.0, generation::kMostGuidance);
    m_guidance->setSingleStep(0.1);
    m_guidance->setToolTip(tr("How much the trace is heeded beyond training: 1 is none; others take twice as long"));
    m_candidates =
        countBox(generation::kMostCandidates, tr("Compositions per window that the forward model chooses from"), box);
    m_candidates->setObjectName(QStringLiteral("candidates"));
    m_polish = new QSpinBox(box);
    m_polish->setObjectName(QStringLiteral("polish"));
    m_polish->setRange(0, generation::kMostSteps);
    m_polish->setSpecialValueText(tr("none"));
    m_polish->setToolTip(tr("Steps by which the forward model corrects the chosen fractions"));
    m_idleBelow = new QDoubleSpinBox(box);
    m_idleBelow->setObjectName(QStringLiteral("idleBelow"));
    m_idleBelow->setRange(0.0, generation::kMostIdle);
    m_idleBelow->setDecimals(1);
    m_idleBelow->setSingleStep(0.5);
    m_idleBelow->setSuffix(tr(" % busy"));
    m_idleBelow->setSpecialValueText(tr("never"));
    m_idleBelow->setToolTip(
        tr("CPUs less busy than this in the trace get nothing that computes or goes through memory"));
    m_usePrevious = new QCheckBox(tr("Use the &previous composition"), box);
    m_usePrevious->setObjectName(QStringLiteral("usePrevious"));
    m_usePrevious->setToolTip(tr("Caches and write-back carry over from window to window"));
    m_fit = new QCheckBox(tr("&Fit the trace to the model"), box);
    m_fit->setObjectName(QStringLiteral("fit"));
    m_fit->setToolTip(
        tr("Average or repeat the CPUs of a trace of another machine, and leave out stressors this "
           "program does not have, instead of refusing"));
    // Fusion draws an empty box in a dark theme as dark as what is around it.
    if (const Colours colours = coloursFor(palette()); colours.dark) {
        QPalette visible = palette();
        visible.setColor(QPalette::Base, colours.border);
        m_usePrevious->setPalette(visible);
        m_fit->setPalette(visible);
    }
    m_cost = new QLabel(box);
    m_cost->setObjectName(QStringLiteral("cost"));
    m_cost->setEnabled(false);
    auto* form = new QFormLayout(box);
    form->addRow(tr("Samp&ler:"), m_sampler);
    form->addRow(tr("Strateg&y:"), m_strategy);
    form->addRow(tr("S&teps:"), m_steps);
    form->addRow(tr("F&irst-pass steps:"), m_firstSteps);
    form->addRow(tr("G&uidance:"), m_guidance);
    form->addRow(tr("Ca&ndidates:"), m_candidates);
    form->addRow(tr("Polis&hing steps:"), m_polish);
    form->addRow(tr("Idle &below:"), m_idleBelow);
    form->addRow(m_usePrevious);
    form->addRow(m_fit);
    form->addRow(m_cost);
    for (QSpinBox* spin : {m_steps, m_firstSteps, m_candidates}) {
        connect(spin, &QSpinBox::valueChanged, this, &GenerateDialog::refresh);
    }
    connect(m_guidance, &QDoubleSpinBox::valueChanged, this, &GenerateDialog::refresh);
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &GenerateDialog::refresh);
    connect(m_usePrevious, &QCheckBox::toggled, this, &GenerateDialog::refresh);
    return box;
}

void GenerateDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    const QRect room = screen()->availableGeometry();
    const QRect frame = frameGeometry();
    if (isVisible() && frame.bottom() > room.bottom()) {
        move(x(), y() - std::min(frame.bottom() - room.bottom(), std::max(0, frame.top() - room.top())));
    }
}

PlanMethod GenerateDialog::method() const {
    return chosenIn<PlanMethod>(m_method);
}

void GenerateDialog::take(const GenerateChoice& choice) {
    choose(m_method, choice.method);
    m_model->setPath(choice.source.model);
    m_dataset->setPath(choice.source.dataset);
    m_seed->setValue(static_cast<int>(choice.seed));
    choose(m_sampler, choice.diffusion.sampler);
    choose(m_strategy, choice.diffusion.strategy);
    m_steps->setValue(choice.diffusion.steps);
    m_firstSteps->setValue(choice.diffusion.firstSteps);
    m_guidance->setValue(choice.diffusion.guidance);
    m_candidates->setValue(choice.diffusion.candidates);
    m_polish->setValue(choice.diffusion.polish);
    m_idleBelow->setValue(choice.diffusion.idleBelow);
    m_usePrevious->setChecked(choice.diffusion.usePrevious);
    m_fit->setChecked(choice.diffusion.fit);
    refresh();
}

GenerateChoice GenerateDialog::choice() const {
    GenerateChoice choice;
    choice.method = method();
    choice.source = {m_dataset->path(), m_model->path()};
    choice.seed = static_cast<std::uint64_t>(m_seed->value());
    choice.diffusion.sampler = chosenIn<generation::Sampler>(m_sampler);
    choice.diffusion.strategy = chosenIn<generation::Strategy>(m_strategy);
    choice.diffusion.steps = m_steps->value();
    choice.diffusion.firstSteps = m_firstSteps->value();
    choice.diffusion.guidance = m_guidance->value();
    choice.diffusion.candidates = m_candidates->value();
    choice.diffusion.polish = m_polish->value();
    choice.diffusion.idleBelow = m_idleBelow->value();
    choice.diffusion.usePrevious = m_usePrevious->isChecked();
    choice.diffusion.fit = m_fit->isChecked();
    return choice;
}

void GenerateDialog::refresh() {
    const DiffusionOptions options = choice().diffusion;
    const bool diffusion = method() == PlanMethod::Diffusion;
    const FileField* source = diffusion ? m_model : m_dataset;
    m_modelLabel->setVisible(diffusion);
    m_model->setVisible(diffusion);
    m_datasetLabel->setVisible(!diffusion);
    m_dataset->setVisible(!diffusion);
    m_diffusion->setVisible(diffusion);
    // Without its predecessor every window is drawn at once.
    m_strategy->setEnabled(options.usePrevious);
    m_firstSteps->setEnabled(options.usePrevious && options.strategy == generation::Strategy::TwoPass);
    m_cost->setText(
        tr("%n evaluation(s) of the network per window", nullptr, static_cast<int>(evaluationsPerWindow(options))));
    // Without an installed data set, collecting one is offered.
    m_generate->setEnabled(source->exists() || (!diffusion && source->path().empty()));
    if (!source->path().empty() && !source->exists()) {
        m_described.clear();
        m_about->setText(tr("There is no such file."));
    } else if (!diffusion) {
        m_described.clear();
        m_about->setText(source->exists() ? QString() : tr("No data set is installed for this machine yet."));
    } else if (!source->exists()) {
        m_described.clear();
        m_about->setText(
            tr("No model is installed for this machine: train one (Ctrl+L), or choose the file of a model."));
    } else {
        describeModel();
    }
}

// Files are read on other threads, even short ones.
void GenerateDialog::describeModel() {
    const std::filesystem::path path = m_model->target();
    const QString name = toQString(path.string());
    if (name == m_described) {
        return;
    }
    m_described = name;
    m_about->clear();
    inBackground(
        this, [path] { return model::readDescription(path); },
        [this, name](const Expected<model::Description>& description) {
            if (name != m_described) {
                return;
            }
            m_generate->setEnabled(description.has_value());
            if (description) {
                takeDescription(*description);
            } else {
                m_about->setText(toQString(description.error().text()));
            }
        });
}

void GenerateDialog::takeDescription(const model::Description& description) {
    QString text = modelSummary(description);
    if (const auto cpus = static_cast<int>(description.cpus()); m_traceCpus != 0 && m_traceCpus != cpus) {
        text += QLatin1Char(' ') +
                tr("The trace has %n CPU(s), so it has to be fitted to the model.", nullptr, m_traceCpus);
        m_fit->setText(tr("&Fit the trace to the model (needed)"));
    } else {
        m_fit->setText(tr("&Fit the trace to the model"));
    }
    m_about->setText(text);
}

}  // namespace mimesys::widgets
