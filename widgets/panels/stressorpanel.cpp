// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/stressorpanel.h"

#include "collection/collector.h"
#include "machine/machine.h"
#include "models/document.h"
#include "models/signaturemodel.h"
#include "panels/dosecharts.h"
#include "panels/signaturetable.h"
#include "timeline/format.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

// Which machine, how many CPUs and stressors, and when.
QString describe(const LoadedCalibration& loaded) {
    const collection::Calibration& calibration = *loaded.calibration;
    const auto machine = machine::fromJson(calibration.machine);
    const QString model = machine ? toQString(machine->cpuModel).simplified() : QString();
    QStringList parts;
    if (!loaded.name.isEmpty()) {
        parts += loaded.name;
    }
    parts += loaded.ofThisMachine ? StressorPanel::tr("This machine") : StressorPanel::tr("Another machine");
    if (!model.isEmpty()) {
        parts += model;
    }
    parts += StressorPanel::tr("%n CPU(s)", nullptr, static_cast<int>(calibration.cpus.size()));
    parts += StressorPanel::tr("%n stressor(s)", nullptr, static_cast<int>(calibration.signatures.size()));
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(calibration.startedNs / 1'000'000);
    parts += StressorPanel::tr("measured %1").arg(QLocale().toString(time, QLocale::ShortFormat));
    return parts.join(QStringLiteral(" · "));
}

// What a reader of the numbers has to know; empty when nothing.
QString noteOn(const collection::Calibration& calibration) {
    QStringList notes;
    for (const collection::Signature& signature : calibration.signatures) {
        if (std::ranges::any_of(signature.curves, [](const collection::DoseCurve& curve) {
                return curve.provenance == Provenance::Simulation;
            })) {
            notes += StressorPanel::tr("SIMULATED: these numbers were not measured on any machine.");
            break;
        }
    }
    if (const auto idle = idlePoints(calibration); idle && *idle > collection::kBusyMachinePoints) {
        notes += StressorPanel::tr(
                     "Other work took %1 % of the CPUs meanwhile; calibrate again when the machine is "
                     "quiet.")
                     .arg(*idle, 0, 'f', 0);
    }
    return notes.join(QLatin1Char(' '));
}

}  // namespace

StressorPanel::StressorPanel(const Document* document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_model(new SignatureModel(this)),
      m_table(new SignatureTable(this)),
      m_charts(new DoseCharts(this)),
      m_machine(new QLabel(this)),
      m_note(new QLabel(this)),
      m_name(new QLabel(this)),
      m_verdict(new QLabel(this)),
      m_unrecorded(new QLabel(this)),
      m_first(new QPushButton(tr("Calibrate this machine"), this)),
      m_again(new QPushButton(this)),
      m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("stressorPanel"));
    m_model->setPalette(palette());
    m_table->setModel(m_model);
    setFocusProxy(m_table);
    m_pages->addWidget(makeEmptyPage());
    m_pages->addWidget(makePage());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(document, &Document::calibrationChanged, this, &StressorPanel::takeCalibration);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &StressorPanel::select);
    connect(m_table, &QTreeView::clicked, this,
            [this](const QModelIndex& index) { m_charts->reveal(index.data(SignatureModel::MetricRole).toString()); });
    for (QPushButton* button : {m_first, m_again}) {
        connect(button, &QPushButton::clicked, this, [this] { Q_EMIT calibrationRequested(m_restart); });
    }
    takeCalibration();
}

QWidget* StressorPanel::makeEmptyPage() {
    auto* page = new QWidget(this);
    auto* title = new QLabel(tr("The stressors of this machine are not calibrated yet"), page);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    title->setFont(large);
    title->setAlignment(Qt::AlignHCenter);
    auto* text = new QLabel(
        tr("A calibration runs every stressor alone on all CPUs at six doses, in random order, and records what "
           "each metric does: how strongly it answers, whether more of the stressor means more of it, and where it "
           "saturates. It takes about ten seconds per stressor and can be stopped and continued; nothing else should "
           "be running. The calibration of another machine can be dropped on this window."),
        page);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    const int width = text->fontMetrics().averageCharWidth() * 86;
    text->setFixedSize(width, text->heightForWidth(width));
    m_first->setObjectName(QStringLiteral("calibrateFirst"));
    auto* layout = new QVBoxLayout(page);
    layout->setSpacing(16);
    layout->addStretch(2);
    layout->addWidget(title);
    layout->addWidget(text, 0, Qt::AlignHCenter);
    layout->addWidget(m_first, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

QWidget* StressorPanel::makePage() {
    auto* page = new QWidget(this);
    m_machine->setObjectName(QStringLiteral("calibrationMachine"));
    m_machine->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_machine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_machine->setTextFormat(Qt::PlainText);
    m_note->setObjectName(QStringLiteral("calibrationNote"));
    m_note->setWordWrap(true);
    m_again->setObjectName(QStringLiteral("calibrateAgain"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_machine, 1);
    head->addWidget(m_again);
    auto* overview = new QWidget(page);
    auto* overviewLayout = new QVBoxLayout(overview);
    overviewLayout->setContentsMargins(0, 0, 0, 0);
    overviewLayout->setSpacing(0);
    overviewLayout->addWidget(m_table, 1);
    overviewLayout->addWidget(new SignatureLegend(overview));
    auto* splitter = new QSplitter(Qt::Horizontal, page);
    splitter->setObjectName(QStringLiteral("stressorSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(overview);
    splitter->addWidget(makeDetails());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(8, 6, 8, 0);
    layout->addLayout(head);
    layout->addWidget(m_note);
    layout->addWidget(splitter, 1);
    return page;
}

QWidget* StressorPanel::makeDetails() {
    auto* details = new QWidget(this);
    m_name->setObjectName(QStringLiteral("stressorName"));
    m_verdict->setObjectName(QStringLiteral("stressorVerdict"));
    for (QLabel* label : {m_name, m_verdict}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setTextFormat(label == m_name ? Qt::RichText : Qt::PlainText);
    }
    auto* layout = new QVBoxLayout(details);
    layout->setContentsMargins(6, 0, 0, 0);
    layout->addWidget(m_name);
    layout->addWidget(m_verdict);
    layout->addWidget(m_charts, 1);
    m_unrecorded->setObjectName(QStringLiteral("unrecordedMetrics"));
    m_unrecorded->setWordWrap(true);
    m_unrecorded->setEnabled(false);
    layout->addWidget(m_unrecorded);
    return details;
}

void StressorPanel::takeCalibration() {
    const LoadedCalibration& loaded = m_document->calibration();
    // Partial results come one after the other: the choice stays.
    const QString wanted = m_selected;
    m_model->setCalibration(loaded.calibration);
    m_pages->setCurrentIndex(loaded && !loaded.calibration->signatures.empty() ? 1 : 0);
    updateButtons();
    if (!loaded) {
        return;
    }
    m_machine->setText(describe(loaded));
    m_machine->setToolTip(m_machine->text());
    const QString note = noteOn(*loaded.calibration);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    QStringList titles;
    QStringList reasons;
    for (const auto& [id, reason] : loaded.calibration->unrecorded) {
        titles += metricTitle(id);
        reasons += tr("%1: %2").arg(metricTitle(id), toQString(reason));
    }
    m_unrecorded->setText(tr("Not recorded: %1.").arg(titles.join(QStringLiteral(", "))));
    m_unrecorded->setToolTip(reasons.join(QLatin1Char('\n')));
    m_unrecorded->setAccessibleDescription(m_unrecorded->toolTip());
    m_unrecorded->setVisible(!titles.isEmpty());
    QModelIndex index = m_model->indexOf(wanted);
    if (!index.isValid()) {
        index = m_model->index(0, 0, m_model->index(0, 0));
    }
    m_table->setCurrentIndex(index);
}

void StressorPanel::select(const QModelIndex& index) {
    if (m_model->signature(index) == nullptr) {
        return;  // a class
    }
    const QString name = index.data(SignatureModel::StressorRole).toString();
    const QString metric = index.data(SignatureModel::MetricRole).toString();
    m_selected = name;
    showDetails();
    m_charts->reveal(metric);
}

void StressorPanel::showDetails() {
    const collection::Calibration& calibration = *m_document->calibration().calibration;
    const collection::Signature* signature = calibration.find(m_selected.toStdString());
    const collection::Verdict verdict = verdictOf(*signature);
    m_name->setText(tr("<b>%1</b> (%2): %3")
                        .arg(toQString(signature->stressor).toHtmlEscaped(),
                             stressorClassTitle(signature->stressorClass).toLower().toHtmlEscaped(),
                             toQString(signature->loads).toHtmlEscaped()));
    QString sentence = toQString(verdict.sentence);
    // The ids of metrics stand in the core's sentence; people know them by their titles.
    for (const std::string& id : verdict.notMonotone) {
        sentence.replace(toQString(id), metricTitle(id));
    }
    if (const std::string doubt = doubtAbout(*signature); !doubt.empty()) {
        sentence += QLatin1Char(' ') + toQString(doubt);
    }
    m_verdict->setText(verdict.kind == collection::Verdict::Kind::Unavailable ? tr("Not available: %1").arg(sentence)
                                                                              : sentence);
    m_charts->setSignature(&calibration, signature);
}

void StressorPanel::setMachine(Machine machine) {
    m_state = machine;
    updateButtons();
}

void StressorPanel::updateButtons() {
    const LoadedCalibration& loaded = m_document->calibration();
    const bool own = loaded && loaded.ofThisMachine && loaded.name.isEmpty();
    const bool complete = own && notCalibrated(*loaded.calibration).empty();
    m_restart = complete;
    m_again->setText(m_state == Machine::Calibrating ? tr("Calibrating…")
                     : complete                      ? tr("Calibrate again")
                     : own                           ? tr("Continue calibration")
                                                     : tr("Calibrate this machine"));
    m_first->setText(m_state == Machine::Calibrating ? tr("Calibrating…") : tr("Calibrate this machine"));
    for (QPushButton* button : {m_first, m_again}) {
        button->setEnabled(m_state == Machine::Free);
    }
}

void StressorPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    Q_EMIT shown();
}

void StressorPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_model->setPalette(palette());
    }
}

}  // namespace mimesys::widgets
