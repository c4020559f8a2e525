// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timeaxis.h"

#include "base/clock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <array>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr std::int64_t kSecond = kNanosecondsPerSecond;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::array kLongSteps{15 * kSecond, 30 * kSecond, kMinute,  2 * kMinute, 5 * kMinute, 10 * kMinute,
                                15 * kMinute, 30 * kMinute, kHour,    2 * kHour,   3 * kHour,   6 * kHour,
                                12 * kHour,   kDay,         2 * kDay, 7 * kDay,    14 * kDay,   28 * kDay};

int decimalsFor(std::int64_t resolutionNs) {
    int decimals = 0;
    for (std::int64_t unit = kSecond; unit > resolutionNs && decimals < 6; unit /= 10) {
        ++decimals;
    }
    return decimals;
}

QString relativeLabel(std::int64_t timeNs, std::int64_t resolutionNs) {
    const QString sign = timeNs < 0 ? QStringLiteral("−") : QString();
    const std::int64_t time = std::abs(timeNs);
    const int decimals = decimalsFor(resolutionNs);
    if (time < kMinute && resolutionNs < kMinute) {
        return QCoreApplication::translate("TimeAxis", "%1 s")
            .arg(sign + QString::number(secondsFromNs(time), 'f', decimals));
    }
    const std::int64_t hours = time / kHour;
    const std::int64_t minutes = time % kHour / kMinute;
    const QString seconds = QString::number(secondsFromNs(time % kMinute), 'f', decimals)
                                .rightJustified(decimals > 0 ? decimals + 3 : 2, QLatin1Char('0'));
    if (hours == 0) {
        return QStringLiteral("%1%2:%3").arg(sign).arg(minutes).arg(seconds);
    }
    return QStringLiteral("%1%2:%3:%4").arg(sign).arg(hours).arg(minutes, 2, 10, QLatin1Char('0')).arg(seconds);
}

QString clockLabel(std::int64_t timeNs, std::int64_t resolutionNs) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(timeNs / 1'000'000);
    if (resolutionNs >= kDay) {
        return time.toString(QStringLiteral("yyyy-MM-dd"));
    }
    if (resolutionNs >= kMinute) {
        return time.toString(time.time() == QTime(0, 0) ? QStringLiteral("yyyy-MM-dd") : QStringLiteral("HH:mm"));
    }
    return time.toString(resolutionNs >= kSecond ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm:ss.zzz"));
}

// Ticks lie on multiples of the step, counted from here.
std::int64_t originNs(TimeLabels labels, std::int64_t startNs) {
    if (labels == TimeLabels::Relative) {
        return 0;
    }
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(startNs / 1'000'000);
    return -(startNs + start.offsetFromUtc() * kSecond) % (28 * kDay);
}

}  // namespace

std::int64_t tickStepNs(std::int64_t lengthNs, int maximumTicks) {
    const std::int64_t atLeast = lengthNs / std::max(maximumTicks, 1) + 1;
    for (std::int64_t decade = 1; decade <= 10 * kSecond; decade *= 10) {
        for (const std::int64_t factor : {1, 2, 5}) {
            const std::int64_t step = decade * factor;
            if (step >= atLeast && step <= 10 * kSecond) {
                return step;
            }
        }
    }
    for (const std::int64_t step : kLongSteps) {
        if (step >= atLeast) {
            return step;
        }
    }
    return (atLeast / (28 * kDay) + 1) * 28 * kDay;
}

std::vector<Tick> timeTicks(TimeRange range, int maximumTicks, TimeLabels labels, std::int64_t startNs) {
    std::vector<Tick> ticks;
    if (range.isEmpty() || maximumTicks < 1) {
        return ticks;
    }
    const std::int64_t step = tickStepNs(range.lengthNs(), maximumTicks);
    const std::int64_t origin = originNs(labels, startNs);
    std::int64_t time = origin + (range.beginNs - origin) / step * step;
    if (time < range.beginNs) {
        time += step;
    }
    for (; time <= range.endNs; time += step) {
        ticks.push_back({time, timeLabel(time, step, labels, startNs)});
    }
    return ticks;
}

QString timeLabel(std::int64_t timeNs, std::int64_t resolutionNs, TimeLabels labels, std::int64_t startNs) {
    return labels == TimeLabels::Relative ? relativeLabel(timeNs, resolutionNs)
                                          : clockLabel(startNs + timeNs, resolutionNs);
}

}  // namespace mimesys::widgets
