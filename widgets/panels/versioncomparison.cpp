// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/versioncomparison.h"

#include "evaluation/score.h"
#include "heatmap/differenceheat.h"
#include "heatmap/heatmapview.h"
#include "timeline/format.h"
#include "timeline/geometry.h"
#include "viewstate/viewstate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace mimesys::widgets {
namespace {

float scaleFor(float highest) {
    return highest > 0.0F ? std::min(static_cast<float>(roundedUp(static_cast<double>(highest))), 1.0F) : 1.0F;
}

QString titleOf(const Version& version) {
    return version.plan.simulated ? VersionComparison::tr("%1 (from simulated data)").arg(version.displayName())
                                  : version.displayName();
}

QString scoreOf(const Version& version) {
    return version.score ? QString::number(version.score->mean, 'f', 3) : VersionComparison::tr("not scored");
}

}  // namespace

VersionComparison::VersionComparison(ViewState* state, const Document* document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_first(makeChoice("firstVersion", tr("First version"))),
      m_second(makeChoice("secondVersion", tr("Second version"))),
      m_summary(new QLabel(this)),
      m_hint(new QLabel(tr("There are no two versions of a plan yet. A version begins when a plan is generated, "
                           "opened, refined or edited."),
                        this)),
      m_bar(new QWidget(this)),
      m_firstMap(new HeatmapView(state, QStringLiteral("firstVersionMap"), this)),
      m_secondMap(new HeatmapView(state, QStringLiteral("secondVersionMap"), this)),
      m_difference(new HeatmapView(state, QStringLiteral("versionDifference"), this)) {
    setObjectName(QStringLiteral("versionComparison"));
    setFocusPolicy(Qt::StrongFocus);
    m_summary->setObjectName(QStringLiteral("versionSummary"));
    m_hint->setObjectName(QStringLiteral("versionHint"));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setEnabled(false);
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(8, 4, 8, 4);
    const auto label = [&](const QString& text, QWidget* buddy) {
        auto* name = new QLabel(text, m_bar);
        name->setBuddy(buddy);
        bar->addWidget(name);
        bar->addWidget(buddy);
    };
    label(tr("&First:"), m_first);
    label(tr("&Second:"), m_second);
    bar->addWidget(m_summary, 1, Qt::AlignRight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_hint, 1);
    for (HeatmapView* map : {m_firstMap, m_secondMap, m_difference}) {
        layout->addWidget(map, 1);
        connect(map, &HeatmapView::rowClicked, this, [this, map, state](int row) {
            for (HeatmapView* each : {m_firstMap, m_secondMap, m_difference}) {
                each->setSelectedRow(row);
            }
            state->selectStressor(map->content().rows.value(row));
        });
    }
    for (QComboBox* choice : {m_first, m_second}) {
        connect(choice, &QComboBox::currentIndexChanged, this, [this] {
            m_chosen = true;
            showMaps();
        });
    }
    connect(document, &Document::versionsChanged, this, &VersionComparison::takeVersions);
    takeVersions();
}

QComboBox* VersionComparison::makeChoice(const char* name, const QString& accessibleName) {
    auto* choice = new QComboBox(this);
    choice->setObjectName(QLatin1String(name));
    choice->setAccessibleName(accessibleName);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(24);
    return choice;
}

void VersionComparison::choose(int first, int second) {
    m_first->setCurrentIndex(m_first->findData(first));
    m_second->setCurrentIndex(m_second->findData(second));
}

int VersionComparison::first() const {
    return m_first->currentData().toInt();
}

int VersionComparison::second() const {
    return m_second->currentData().toInt();
}

void VersionComparison::takeVersions() {
    const int firstBefore = first();
    const int secondBefore = second();
    {
        const QSignalBlocker quietFirst(m_first);
        const QSignalBlocker quietSecond(m_second);
        m_first->clear();
        m_second->clear();
        for (const Version& version : m_document->versions()) {
            if (version.plan) {
                const QString name = tr("%1: %2").arg(version.id).arg(titleOf(version));
                m_first->addItem(name, version.id);
                m_second->addItem(name, version.id);
            }
        }
        // The choice stays; else the newest one and the one before it.
        const int last = m_first->count() - 1;
        const auto restore = [](QComboBox* choice, int id, int otherwise) {
            const int index = id > 0 ? choice->findData(id) : -1;
            choice->setCurrentIndex(index >= 0 ? index : otherwise);
        };
        restore(m_first, m_chosen ? firstBefore : 0, std::max(last - 1, 0));
        restore(m_second, m_chosen ? secondBefore : 0, last);
    }
    showMaps();
}

void VersionComparison::showMaps() {
    const Version* one = m_document->findVersion(first());
    const Version* other = m_document->findVersion(second());
    const bool both = one != nullptr && other != nullptr && m_first->count() > 1;
    m_hint->setVisible(!both);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_bar, m_firstMap, m_secondMap, m_difference}) {
        widget->setVisible(both);
    }
    if (!both) {
        for (HeatmapView* map : {m_firstMap, m_secondMap, m_difference}) {
            map->setContent({});
        }
        return;
    }
    const CompositionPtr a = one->plan.composition;
    const CompositionPtr b = other->plan.composition;
    const std::vector<std::string> names = stressorsOf(*a, *b);
    HeatmapView::Content content;
    for (const std::string& name : names) {
        content.rows += toQString(name);
    }
    content.high = scaleFor(std::max(a->highestMean(), b->highestMean()));
    content.title = titleOf(*one);
    content.windowSeconds = a->plan().windowSeconds();
    content.source = namedStressorHeat(a, names);
    m_firstMap->setContent(content);
    content.title = titleOf(*other);
    content.windowSeconds = b->plan().windowSeconds();
    content.source = namedStressorHeat(b, names);
    m_secondMap->setContent(content);
    content.title = tr("Second less first (orange: more in the second; blue: less)");
    content.source = differenceHeat(a, b, names);
    content.high = scaleFor(largestDifference(*a, *b, names));
    content.diverging = true;
    m_difference->setContent(content);
    showSummary(*one, *other);
}

void VersionComparison::showSummary(const Version& one, const Version& other) {
    const plan::ExecutionPlan& a = one.plan.composition->plan();
    const plan::ExecutionPlan& b = other.plan.composition->plan();
    QString text = tr("Mean DTW distance: %1 and %2").arg(scoreOf(one), scoreOf(other));
    if (a.windowCount() != b.windowCount() || a.cpuCount() != b.cpuCount()) {
        text += tr("; %1 and %2 windows on %3 and %4 CPUs")
                    .arg(a.windowCount())
                    .arg(b.windowCount())
                    .arg(a.cpuCount())
                    .arg(b.cpuCount());
    } else if (a.stressors() == b.stressors()) {
        int changed = 0;
        for (std::size_t window = 0; window < a.windowCount(); ++window) {
            changed += std::ranges::equal(a.composition(window), b.composition(window)) ? 0 : 1;
        }
        text += tr("; %n window(s) differ", nullptr, changed);
    }
    m_summary->setText(text);
}

}  // namespace mimesys::widgets
