// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/workflow.h"
#include "theme/colours.h"

#include <QSize>
#include <QString>
#include <optional>
#include <vector>

class QCoreApplication;

// What --render asks for.
struct RenderArguments {
    QString output;
    QSize size{1280, 800};
    double scale = 1.0;
    mimesys::widgets::Theme theme = mimesys::widgets::Theme::Light;
    bool json = false;
};

struct Arguments {
    std::vector<mimesys::widgets::FileRequest> files;
    mimesys::widgets::Workflow::Options options;
    std::optional<RenderArguments> render;  // empty = open a window
    bool announceReady = false;
    QString mistake;  // wrong use of the command line; empty = none
};

[[nodiscard]] Arguments parseArguments(const QCoreApplication& application);
// Before there is an application: whether it has to do without a display.
[[nodiscard]] bool asksToRender(int argc, char** argv);
