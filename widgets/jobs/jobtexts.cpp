// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtexts.h"

#include "base/clock.h"
#include "timeline/timeaxis.h"

#include <QCoreApplication>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr double kLeastRemainingSeconds = 1.0;

}  // namespace

QString durationText(double seconds) {
    return timeLabel(static_cast<std::int64_t>(std::llround(seconds)) * kNanosecondsPerSecond, kNanosecondsPerSecond,
                     TimeLabels::Relative, 0);
}

QString remainingText(const Job& job) {
    return job.remainingSeconds() < kLeastRemainingSeconds ? QString() : durationText(job.remainingSeconds());
}

QString endingText(JobEnding ending) {
    switch (ending) {
        case JobEnding::Done:
            return QCoreApplication::translate("Jobs", "Done");
        case JobEnding::Failed:
            return QCoreApplication::translate("Jobs", "Failed");
        case JobEnding::Stopped:
            return QCoreApplication::translate("Jobs", "Stopped");
        case JobEnding::Superseded:
            return QCoreApplication::translate("Jobs", "Replaced");
    }
    return {};
}

}  // namespace mimesys::widgets
