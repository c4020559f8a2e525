// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mimesys::widgets {

class MainWindow;

// Prints "ready" once the window has been painted and no job runs: what scripts and benchmarks wait for.
void announceReady(MainWindow& window);

}  // namespace mimesys::widgets
