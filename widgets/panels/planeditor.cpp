// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/planeditor.h"

#include "base/clock.h"
#include "curation/locks.h"
#include "editing/edittexts.h"
#include "heatmap/composition.h"
#include "models/document.h"
#include "stressor/stressor.h"
#include "timeline/format.h"
#include "viewstate/viewstate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr double kMostFactor = 100.0;

QWidget* rowOf(std::initializer_list<QWidget*> widgets, QWidget* parent) {
    auto* row = new QWidget(parent);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : widgets) {
        layout->addWidget(widget);
    }
    layout->addStretch();
    return row;
}

void setRange(QSpinBox* first, QSpinBox* last, std::size_t count) {
    const bool whole = first->value() == 0 && last->value() == last->maximum();
    for (QSpinBox* box : {first, last}) {
        box->setRange(0, static_cast<int>(count) - 1);
    }
    if (whole) {
        last->setValue(last->maximum());
    }
}

curation::IndexRange rangeOf(const QSpinBox* first, const QSpinBox* last) {
    const auto [low, high] = std::minmax({first->value(), last->value()});
    if (low == 0 && high == last->maximum()) {
        return {};
    }
    return {static_cast<std::size_t>(low), static_cast<std::size_t>(high) + 1};
}

}  // namespace

PlanEditor::PlanEditor(ViewState* state, const Document* document, QWidget* parent)
    : QWidget(parent),
      m_state(state),
      m_document(document),
      m_stressor(new QComboBox(this)),
      m_firstWindow(new QSpinBox(this)),
      m_lastWindow(new QSpinBox(this)),
      m_firstCpu(new QSpinBox(this)),
      m_lastCpu(new QSpinBox(this)),
      m_fraction(new QDoubleSpinBox(this)),
      m_factor(new QDoubleSpinBox(this)),
      m_by(new QComboBox(this)),
      m_set(addButton("planSet", tr("S&et"), tr("Set the stressor to this fraction in the chosen cells"))),
      m_scale(addButton("planScale", tr("S&cale"), tr("Multiply the stressor in the chosen cells"))),
      m_replace(addButton("planReplace", tr("Re&place"), tr("Give the stressor's share to another one"))),
      m_lock(addButton("planLock", tr("&Lock"), tr("Keep the chosen cells as they are, whatever is edited"))),
      m_unlock(addButton("planUnlock", tr("&Unlock"), tr("Let the chosen cells be edited again"))),
      m_regenerate(addButton("planRegenerate", tr("Make these windows a&new"),
                             tr("Compose the windows anew by the chosen method; what is locked stays"))),
      m_painting(new QCheckBox(tr("Paint with the &mouse on the map of CPUs"), this)),
      m_locks(new QLabel(this)),
      m_form(new QWidget(this)),
      m_hint(new QLabel(tr("There is no plan to edit yet. Open one, or generate one from a real trace."), this)) {
    setObjectName(QStringLiteral("planEditor"));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setMargin(16);
    m_hint->setEnabled(false);
    m_locks->setObjectName(QStringLiteral("planLocks"));
    m_locks->setWordWrap(true);
    m_painting->setObjectName(QStringLiteral("planPainting"));
    m_painting->setToolTip(tr("Drag over cells to set them to the fraction; Escape ends it"));
    auto* form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    addPlace(form);
    addDeeds(form);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_form);
    layout->addWidget(m_locks);
    layout->addStretch();
    connectAll();
    takePlan();
}

void PlanEditor::addPlace(QFormLayout* form) {
    m_stressor->setObjectName(QStringLiteral("planStressor"));
    form->addRow(tr("&Stressor:"), m_stressor);
    const auto pair = [&](const QString& label, QSpinBox* first, QSpinBox* last, const char* firstName,
                          const char* lastName, const QString& firstHelp, const QString& lastHelp) {
        first->setObjectName(QLatin1String(firstName));
        last->setObjectName(QLatin1String(lastName));
        first->setAccessibleName(firstHelp);
        last->setAccessibleName(lastHelp);
        auto* row = rowOf({first, new QLabel(tr("to"), this), last}, this);
        auto* name = new QLabel(label, this);
        name->setBuddy(first);
        form->addRow(name, row);
    };
    pair(tr("&Windows:"), m_firstWindow, m_lastWindow, "planFirstWindow", "planLastWindow", tr("First window"),
         tr("Last window"));
    pair(tr("&CPUs:"), m_firstCpu, m_lastCpu, "planFirstCpu", "planLastCpu", tr("First CPU"), tr("Last CPU"));
}

void PlanEditor::addDeeds(QFormLayout* form) {
    m_fraction->setObjectName(QStringLiteral("planFraction"));
    m_fraction->setRange(0.0, 100.0);
    m_fraction->setDecimals(1);
    m_fraction->setSuffix(tr(" %"));
    m_fraction->setValue(50.0);
    m_factor->setObjectName(QStringLiteral("planFactor"));
    m_factor->setRange(0.0, kMostFactor);
    m_factor->setDecimals(2);
    m_factor->setSingleStep(0.1);
    m_factor->setValue(0.5);
    m_by->setObjectName(QStringLiteral("planBy"));
    m_by->setAccessibleName(tr("Stressor to replace it by"));
    m_by->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_by->setMinimumContentsLength(16);
    m_stressor->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_stressor->setMinimumContentsLength(20);
    form->addRow(tr("&Fraction:"), rowOf({m_fraction, m_set}, this));
    form->addRow(QString(), m_painting);
    form->addRow(tr("Fact&or:"), rowOf({m_factor, m_scale}, this));
    form->addRow(tr("&By:"), rowOf({m_by, m_replace}, this));
    form->addRow(QString(), rowOf({m_lock, m_unlock}, this));
    form->addRow(QString(), rowOf({m_regenerate}, this));
}

QPushButton* PlanEditor::addButton(const char* name, const QString& text, const QString& help) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(help);
    return button;
}

void PlanEditor::connectAll() {
    const auto on = [this](QPushButton* button, auto edit) {
        connect(button, &QPushButton::clicked, this, [this, edit] { request(edit()); });
    };
    on(m_set, [this] { return curation::Paint{stressor(), m_fraction->value() / 100.0, area()}; });
    on(m_scale, [this] { return curation::ScaleStressor{stressor(), m_factor->value(), area()}; });
    on(m_replace, [this] { return curation::ReplaceStressor{stressor(), m_by->currentText().toStdString(), area()}; });
    on(m_lock, [this] { return curation::Lock{stressor(), area(), true}; });
    on(m_unlock, [this] { return curation::Lock{stressor(), area(), false}; });
    connect(m_regenerate, &QPushButton::clicked, this, [this] {
        const auto [first, last] = std::minmax({m_firstWindow->value(), m_lastWindow->value()});
        const double seconds = m_document->plan() ? m_document->plan().composition->plan().windowSeconds() : 1.0;
        Q_EMIT regenerateRequested({nsFromSeconds(first * seconds), nsFromSeconds((last + 1) * seconds)});
    });
    connect(m_painting, &QCheckBox::toggled, this, &PlanEditor::paintingChanged);
    connect(m_stressor, &QComboBox::activated, this, [this] {
        if (m_stressor->currentIndex() > 0) {
            m_state->selectStressor(m_stressor->currentText());
        }
    });
    connect(m_state, &ViewState::stressorSelected, this, [this](const QString& name) {
        if (const int index = m_stressor->findText(name); index > 0) {
            m_stressor->setCurrentIndex(index);
        }
    });
    connect(m_state, &ViewState::selectionChanged, this, &PlanEditor::takeSelection);
    connect(m_document, &Document::planChanged, this, &PlanEditor::takePlan);
}

void PlanEditor::takePlan() {
    const bool any = bool(m_document->plan());
    m_hint->setVisible(!any);
    m_form->setVisible(any);
    m_locks->setVisible(any);
    if (!any) {
        setPainting(false);
        return;
    }
    const plan::ExecutionPlan& plan = m_document->plan().composition->plan();
    const QString before = m_stressor->count() > 0 ? m_stressor->currentText() : m_state->selectedStressor();
    const QString by = m_by->currentText();
    m_stressor->clear();
    m_by->clear();
    m_stressor->addItem(tr("All stressors"));
    for (const std::string& name : plan.stressors()) {
        m_stressor->addItem(toQString(name));
        m_by->addItem(toQString(name));
    }
    // What could be run here but is not in the plan yet.
    for (const stressor::Card& card : stressor::catalogue()) {
        if (plan.indexOfStressor(card.name) < 0) {
            m_by->addItem(toQString(card.name));
        }
    }
    const int selected = m_stressor->findText(before);
    const int shown = m_stressor->findText(m_state->selectedStressor());
    m_stressor->setCurrentIndex(selected >= 0 ? selected : std::max(shown, 0));
    m_by->setCurrentIndex(std::max(m_by->findText(by), 0));
    setRange(m_firstWindow, m_lastWindow, plan.windowCount());
    setRange(m_firstCpu, m_lastCpu, plan.cpuCount());
    if (m_state->selection()) {
        takeSelection();
    }
    showLocks();
}

void PlanEditor::takeSelection() {
    takeRange(m_state->selectionOrAll());
}

void PlanEditor::takeRange(TimeRange range) {
    if (!m_document->plan()) {
        return;
    }
    const auto [first, end] = m_document->plan().composition->windowsIn(range);
    if (first < end) {
        m_firstWindow->setValue(static_cast<int>(first));
        m_lastWindow->setValue(static_cast<int>(end) - 1);
    }
}

void PlanEditor::showLocks() {
    const auto locks = curation::locksOf(m_document->plan().composition->plan());
    QStringList places;
    if (locks) {
        for (const curation::Lock& lock : *locks) {
            const QString place = placeText(lock.stressor, lock.area);
            places += lock.locked ? place : tr("but not %1").arg(place);
        }
    }
    m_locks->setText(places.isEmpty() ? tr("Nothing is locked.")
                                      : tr("Locked: %1.").arg(places.join(QStringLiteral(", "))));
}

curation::Area PlanEditor::area() const {
    return {rangeOf(m_firstWindow, m_lastWindow), rangeOf(m_firstCpu, m_lastCpu)};
}

std::string PlanEditor::stressor() const {
    return m_stressor->currentIndex() <= 0 ? std::string(curation::kAll) : m_stressor->currentText().toStdString();
}

void PlanEditor::paint(int firstCpu, int lastCpu, TimeRange range) {
    takeRange(range);
    m_firstCpu->setValue(firstCpu);
    m_lastCpu->setValue(lastCpu);
    // The map shows one stressor, whatever the form was set to.
    m_stressor->setCurrentIndex(std::max(m_stressor->findText(m_state->selectedStressor()), 0));
    m_set->click();
}

void PlanEditor::setPainting(bool painting) {
    m_painting->setChecked(painting);
}

bool PlanEditor::isPainting() const {
    return m_painting->isChecked();
}

void PlanEditor::setPossible(bool edit, bool regenerate) {
    for (QWidget* widget : std::initializer_list<QWidget*>{m_set, m_scale, m_replace, m_lock, m_unlock, m_painting}) {
        widget->setEnabled(edit);
    }
    m_regenerate->setEnabled(regenerate);
}

void PlanEditor::request(const curation::PlanEdit& edit) {
    Q_EMIT editRequested(edit);
}

}  // namespace mimesys::widgets
