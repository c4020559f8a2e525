// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/jobstatus.h"

#include "jobs/job.h"
#include "jobs/jobtexts.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace mimesys::widgets {
namespace {

constexpr int kBarSteps = 1000;

QString describe(const Job& job) {
    if (job.isStopping()) {
        return JobStatus::tr("%1: stopping…").arg(job.title());
    }
    QString text = job.step().isEmpty() ? job.title() : JobStatus::tr("%1: %2").arg(job.title(), job.step());
    // Work that knows its own pace says itself how long it takes.
    if (const QString left = remainingText(job); !left.isEmpty() && !job.step().endsWith(QLatin1String(" left"))) {
        text += JobStatus::tr(", about %1 left").arg(left);
    }
    return text;
}

}  // namespace

JobStatus::JobStatus(JobRunner* runner, QWidget* parent)
    : QWidget(parent),
      m_runner(runner),
      m_text(new QToolButton(this)),
      m_bar(new QProgressBar(this)),
      m_cancel(new QToolButton(this)) {
    setObjectName(QStringLiteral("jobStatus"));
    m_text->setObjectName(QStringLiteral("jobText"));
    m_text->setAutoRaise(true);
    m_text->setToolTip(tr("Show all jobs"));
    m_bar->setObjectName(QStringLiteral("jobBar"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(fontMetrics().averageCharWidth() * 24);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_cancel->setObjectName(QStringLiteral("jobCancel"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAutoRaise(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    connect(runner, &JobRunner::jobsChanged, this, &JobStatus::refresh);
    connect(runner, &JobRunner::jobProgressed, this, &JobStatus::refresh);
    connect(m_text, &QToolButton::clicked, this, &JobStatus::clicked);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (Job* job = shown()) {
            job->stop();
        }
    });
    refresh();
}

Job* JobStatus::shown() const {
    return m_runner->jobs().empty() ? nullptr : m_runner->jobs().back();
}

QString JobStatus::text() const {
    return m_words;
}

void JobStatus::refresh() {
    const Job* job = shown();
    setVisible(job != nullptr);
    if (job == nullptr) {
        m_words.clear();
        return;
    }
    QString text = describe(*job);
    if (m_runner->jobs().size() > 1) {
        text += tr(" (and %n more)", nullptr, static_cast<int>(m_runner->jobs().size()) - 1);
    }
    m_words = text;
    m_text->setText(text.replace(QLatin1Char('&'), QLatin1String("&&")));
    const bool known = job->fraction() >= 0.0;
    m_bar->setRange(0, known ? kBarSteps : 0);
    m_bar->setValue(known ? static_cast<int>(job->fraction() * kBarSteps) : 0);
    m_cancel->setEnabled(!job->isStopping());
    m_cancel->setAccessibleName(tr("Cancel %1").arg(job->title()));
}

}  // namespace mimesys::widgets
