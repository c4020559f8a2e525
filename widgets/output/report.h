// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "jobs/scorejob.h"
#include "models/document.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace mimesys::widgets {

struct Figure {
    QString title;
    QByteArray svg;
};

// What a report is made of; immutable, so that a job can write it.
struct Report {
    QString title;
    LoadedTrace real;
    LoadedTrace emulated;
    LoadedPlan plan;
    ScorePtr score;
    std::vector<Version> versions;
    int currentVersion = 0;
    TimeRange visible;
    TimeRange extent;
    std::vector<Figure> figures;
};

// One HTML page that needs nothing else: no script, no file, no network. It follows the reader's light or dark theme
// and prints. What is simulated is said before anything else. Files are hashed: this belongs on a worker thread.
[[nodiscard]] Expected<QByteArray> reportHtml(const Report& report);

}  // namespace mimesys::widgets
