// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/jobcontrols.h"

#include "jobs/job.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr int kBarSteps = 1000;

}  // namespace

JobControls::JobControls(const QString& prefix, const Texts& texts, QWidget* parent)
    : QWidget(parent),
      m_start(new QPushButton(this)),
      m_anew(new QPushButton(tr("Start anew"), this)),
      m_stop(new QPushButton(tr("Stop"), this)),
      m_bar(new QProgressBar(this)),
      m_words(new QLabel(this)) {
    m_start->setObjectName(prefix + QStringLiteral("Start"));
    m_anew->setObjectName(prefix + QStringLiteral("Anew"));
    m_anew->setToolTip(texts.anew);
    m_stop->setObjectName(prefix + QStringLiteral("Stop"));
    m_stop->setToolTip(texts.stop);
    m_bar->setObjectName(prefix + QStringLiteral("Bar"));
    m_bar->setAccessibleName(texts.progress);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_bar->setRange(0, kBarSteps);
    m_words->setObjectName(prefix + QStringLiteral("Words"));
    m_words->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_start, 1);
    buttons->addWidget(m_anew);
    buttons->addWidget(m_stop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(buttons);
    layout->addWidget(m_bar);
    layout->addWidget(m_words);
    connect(m_start, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(false); });
    connect(m_anew, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(true); });
    connect(m_stop, &QPushButton::clicked, this, &JobControls::stopRequested);
}

void JobControls::setState(const State& state) {
    if (m_running != state.running) {
        m_running = state.running;
        m_bar->setValue(0);
        m_words->clear();
    }
    m_start->setText(state.start);
    m_start->setVisible(!state.running);
    m_start->setEnabled(state.startable);
    m_anew->setVisible(state.unfinished && !state.running);
    m_anew->setEnabled(state.startable);
    m_stop->setVisible(state.running);
    m_stop->setEnabled(true);
    m_bar->setVisible(state.running);
    if (!state.running) {
        m_words->setText(state.words);
    }
}

void JobControls::setProgress(const Job& job, const QString& waiting) {
    m_bar->setValue(job.fraction() >= 0.0 ? static_cast<int>(job.fraction() * kBarSteps) : 0);
    QString words = job.step();
    if (!words.isEmpty()) {
        words[0] = words[0].toUpper();
        words += QLatin1Char('.');
    }
    m_words->setText(job.isStopping() ? tr("Stopping…") : words.isEmpty() ? waiting : words);
    m_stop->setEnabled(!job.isStopping());
}

}  // namespace mimesys::widgets
