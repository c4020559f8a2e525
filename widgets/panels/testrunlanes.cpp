// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/testrunlanes.h"

#include "models/conditionmodel.h"
#include "timeline/indexedtrace.h"
#include "timeline/timelineview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

using testrun::Condition;

}  // namespace

TestRunLanes::TestRunLanes(QWidget* parent)
    : QWidget(parent), m_beside(new QComboBox(this)), m_label(new QLabel(this)) {
    setObjectName(QStringLiteral("testRunLanes"));
    m_view = new TimelineView(&m_state, &m_sides, this);
    m_view->setObjectName(QStringLiteral("testRunTimeline"));
    m_beside->setObjectName(QStringLiteral("testRunBeside"));
    m_beside->setAccessibleName(tr("What the run alone is compared with"));
    m_label->setObjectName(QStringLiteral("testRunLanesText"));
    m_label->setMinimumWidth(0);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_label, 1);
    bar->addWidget(m_beside);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    connect(m_beside, &QComboBox::currentIndexChanged, this, &TestRunLanes::showRuns);
}

void TestRunLanes::setTestRun(const LoadedTestRun& testRun) {
    m_testRun = testRun;
    const QVariant chosen = m_beside->currentData();
    {
        const QSignalBlocker quiet(m_beside);
        m_beside->clear();
        for (const Condition condition : {Condition::BesideWorkload, Condition::BesideRealMix}) {
            if (m_testRun && m_testRun.report->has(condition)) {
                m_beside->addItem(conditionTitle(condition), static_cast<int>(condition));
            }
        }
        m_beside->setCurrentIndex(std::max(0, m_beside->findData(chosen)));
        m_beside->setVisible(m_beside->count() > 1);
    }
    showRuns();
}

QString TestRunLanes::nameOf(Condition condition) const {
    const testrun::Run* run = m_testRun.report->typicalRun(condition);
    return run == nullptr ? conditionTitle(condition)
                          : tr("%1, run %2").arg(conditionTitle(condition)).arg(run->repetition);
}

void TestRunLanes::showRuns() {
    const auto side = [&](Condition condition) {
        LoadedTrace trace;
        trace.trace = m_testRun.recordings[static_cast<std::size_t>(condition)];
        trace.name = trace ? nameOf(condition) : QString();
        return trace;
    };
    const auto beside = static_cast<Condition>(m_beside->currentData().toInt());
    const LoadedTrace alone = m_testRun ? side(Condition::Alone) : LoadedTrace();
    const LoadedTrace other = m_testRun && m_beside->count() > 0 ? side(beside) : LoadedTrace();
    if (m_sides.real().trace != alone.trace) {
        m_sides.setReal(alone);
    }
    m_sides.setEmulated(other);
    m_state.setExtent(m_sides.extent());
    m_view->setSideNames(conditionTitle(Condition::Alone), conditionTitle(beside));
    QStringList parts;
    if (alone) {
        parts += tr("solid: %1").arg(alone.name);
    }
    if (other) {
        parts += tr("dashed: %1").arg(other.name);
    }
    const QString text = parts.isEmpty()
                             ? tr("The machine during the runs appears here; very short runs are not recorded.")
                             : tr("The machine; %1").arg(parts.join(QStringLiteral(", ")));
    m_label->setText(text);
    m_label->setToolTip(tr("Of every condition the run whose value is nearest to the median."));
}

QString TestRunLanes::text() const {
    return m_label->text();
}

}  // namespace mimesys::widgets
