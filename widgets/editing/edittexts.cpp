// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/edittexts.h"

#include "base/clock.h"
#include "base/metric.h"
#include "timeline/format.h"
#include "timeline/timeaxis.h"

#include <QCoreApplication>
#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr std::int64_t kLabelNs = 10'000'000;  // hundredths of seconds tell edits apart

struct EditTexts {
    Q_DECLARE_TR_FUNCTIONS(EditTexts)
};

QString time(std::int64_t ns) {
    return timeLabel(ns, kLabelNs, TimeLabels::Relative, 0);
}

QString seconds(std::int64_t ns) {
    return EditTexts::tr("%1 s").arg(secondsFromNs(ns), 0, 'g', 6);
}

QString indices(const curation::IndexRange& range, const QString& one, const QString& many) {
    if (range == curation::IndexRange()) {
        return {};
    }
    if (range.end == range.begin + 1) {
        return one.arg(range.begin);
    }
    return range.end == curation::IndexRange::kOpen ? many.arg(range.begin).arg(QStringLiteral("…"))
                                                    : many.arg(range.begin).arg(range.end - 1);
}

struct Texts {
    QString operator()(const curation::Trim& edit) const { return EditTexts::tr("Trim%1").arg(spanText(edit.keep)); }
    QString operator()(const curation::Cut& edit) const { return EditTexts::tr("Cut off%1").arg(spanText(edit.range)); }
    QString operator()(const curation::Split& edit) const {
        return (edit.keep == curation::Side::Before ? EditTexts::tr("Keep what is before %1")
                                                    : EditTexts::tr("Keep what is after %1"))
            .arg(time(edit.atNs));
    }
    QString operator()(const curation::Scale& edit) const {
        return EditTexts::tr("Scale %1 by %2%3")
            .arg(metricsText(edit.metrics))
            .arg(edit.factor)
            .arg(spanText(edit.range));
    }
    QString operator()(const curation::Shift& edit) const {
        return EditTexts::tr("Shift %1 by %2%3")
            .arg(metricsText(edit.metrics), seconds(edit.byNs), spanText(edit.range));
    }
    QString operator()(const curation::Repeat& edit) const {
        return EditTexts::tr("Repeat %1 times%2").arg(edit.times).arg(spanText(edit.range));
    }
    QString operator()(const curation::Smooth& edit) const {
        return EditTexts::tr("Smooth %1 over %2%3")
            .arg(metricsText(edit.metrics), seconds(edit.overNs), spanText(edit.range));
    }
    QString operator()(const curation::Mask& edit) const {
        return EditTexts::tr("Mask %1%2").arg(metricsText(edit.metrics), spanText(edit.range));
    }
    QString operator()(const curation::ScaleStressor& edit) const {
        return EditTexts::tr("Scale %1 by %2").arg(placeText(edit.stressor, edit.area)).arg(edit.factor);
    }
    QString operator()(const curation::ReplaceStressor& edit) const {
        return EditTexts::tr("Replace %1 by %2").arg(placeText(edit.stressor, edit.area), toQString(edit.by));
    }
    QString operator()(const curation::Paint& edit) const {
        return EditTexts::tr("Set %1 to %2")
            .arg(placeText(edit.stressor, edit.area), formatValue(edit.fraction * 100.0, "%"));
    }
    QString operator()(const curation::Lock& edit) const {
        return (edit.locked ? EditTexts::tr("Lock %1") : EditTexts::tr("Unlock %1"))
            .arg(placeText(edit.stressor, edit.area));
    }
};

}  // namespace

QString editText(const curation::TraceEdit& edit) {
    return std::visit(Texts(), edit);
}

QString editText(const curation::PlanEdit& edit) {
    return std::visit(Texts(), edit);
}

QString spanText(const curation::Span& span) {
    if (span == curation::Span()) {
        return {};
    }
    return EditTexts::tr(", %1–%2").arg(time(span.beginNs),
                                        span.endNs == curation::Span::kOpen ? EditTexts::tr("end") : time(span.endNs));
}

QString metricsText(const std::string& metrics) {
    if (metrics == curation::kAll) {
        return EditTexts::tr("all metrics");
    }
    for (const Family family : kFamilies) {
        if (familyName(family) == metrics) {
            return familyTitle(family);
        }
    }
    return metricTitle(metrics);
}

QString placeText(const std::string& stressor, const curation::Area& area) {
    QString text = stressor == curation::kAll ? EditTexts::tr("all stressors") : toQString(stressor);
    const QString windows = indices(area.windows, EditTexts::tr("in window %1"), EditTexts::tr("in windows %1–%2"));
    const QString cpus = indices(area.cpus, EditTexts::tr("on CPU %1"), EditTexts::tr("on CPUs %1–%2"));
    for (const QString& part : {windows, cpus}) {
        text += part.isEmpty() ? QString() : QLatin1Char(' ') + part;
    }
    return text;
}

}  // namespace mimesys::widgets
