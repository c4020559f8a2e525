// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay/comparebar.h"

#include "models/document.h"
#include "overlay/comparer.h"
#include "theme/icons.h"
#include "viewstate/viewstate.h"

#include <QActionGroup>
#include <QEvent>

namespace mimesys::widgets {

CompareBar::CompareBar(ViewState* state, const Document* document, const Comparer* comparer, QWidget* parent)
    : QToolBar(parent), m_state(state), m_document(document), m_comparer(comparer), m_modes(new QActionGroup(this)) {
    setObjectName(QStringLiteral("compareBar"));
    setIconSize({16, 16});
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    const auto addMode = [&](CompareMode mode, const char* name, const QString& text, const QString& help,
                             const QKeySequence& keys, const char* icon) {
        QAction* action = add(name, text, help, keys, icon);
        action->setData(static_cast<int>(mode));
        m_modes->addAction(action);
    };
    addMode(CompareMode::Overlay, "compareOverlay", tr("&Overlay"), tr("Draw the emulation over the real trace"),
            QKeySequence(Qt::CTRL | Qt::Key_1), "compare-overlay");
    addMode(CompareMode::Difference, "compareDifference", tr("&Difference"),
            tr("Draw emulated minus real, window by window"), QKeySequence(Qt::CTRL | Qt::Key_2), "compare-difference");
    addMode(CompareMode::SideBySide, "compareSideBySide", tr("&Side by side"),
            tr("Draw the real trace above and the emulation below in each lane"), QKeySequence(Qt::CTRL | Qt::Key_3),
            "compare-sides");
    m_path = add("warpingPath", tr("&Warping path"),
                 tr("Connect the windows of the selected metric that were laid against each other to be scored"),
                 QKeySequence(Qt::CTRL | Qt::Key_D), "compare-path");
    m_problem = addAction(QString());
    m_problem->setObjectName(QStringLiteral("compareProblem"));
    connect(m_modes, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_state->setCompareMode(static_cast<CompareMode>(action->data().toInt()));
    });
    connect(m_path, &QAction::toggled, m_state, &ViewState::showPath);
    connect(state, &ViewState::compareModeChanged, this, &CompareBar::refresh);
    connect(state, &ViewState::pathShownChanged, this, &CompareBar::refresh);
    connect(comparer, &Comparer::sidesChanged, this, &CompareBar::refresh);
    connect(comparer, &Comparer::overlaysChanged, this, &CompareBar::refresh);
    tintIcons();
    refresh();
}

QAction* CompareBar::add(const char* name, const QString& text, const QString& help, const QKeySequence& keys,
                         const char* icon) {
    QAction* action = addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setCheckable(true);
    action->setShortcut(keys);
    action->setStatusTip(help);
    action->setToolTip(tr("%1 (%2)").arg(help, keys.toString(QKeySequence::NativeText)));
    action->setProperty("iconName", QLatin1String(icon));
    m_actions += action;
    return action;
}

void CompareBar::refresh() {
    const bool both = m_document->real() && m_document->emulated();
    for (QAction* action : m_actions) {
        action->setEnabled(both);
    }
    for (QAction* action : m_modes->actions()) {
        action->setChecked(action->data().toInt() == static_cast<int>(m_state->compareMode()));
    }
    m_path->setChecked(m_state->isPathShown());
    const bool unchosen = both && m_state->isPathShown() && m_state->selectedMetric().isEmpty();
    const QString problem =
        unchosen ? tr("Click a lane to see how its windows were laid against each other.") : m_comparer->problem();
    m_problem->setText(QStringLiteral("!"));
    m_problem->setToolTip(problem);
    m_problem->setVisible(!problem.isEmpty());
    setVisible(both);
}

void CompareBar::changeEvent(QEvent* event) {
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tintIcons();
    }
}

void CompareBar::tintIcons() {
    for (QAction* action : m_actions) {
        action->setIcon(tintedIcon(action->property("iconName").toString(), palette()));
    }
}

}  // namespace mimesys::widgets
