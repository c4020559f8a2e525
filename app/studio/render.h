// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"

// `mimesys-studio --render SESSION -o FILE`, which `mimesys render` runs: shows the files in a window that nobody sees,
// writes what it shows, and ends. Gives the exit code, those of README; every error is one sentence on stderr.
[[nodiscard]] int render(const Arguments& arguments);
