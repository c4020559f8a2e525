#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs what is missing, builds, closes the loop on the bundled trace (collect, generate, run, score, export), and opens the
# studio on the result when there is a display. Options go to `mimesys demo`.
set -eu
cd "$(dirname "$0")/.."

./packaging/install-dependencies.sh
./packaging/build.sh release
bin=build/release/bin
"$bin/mimesys" demo -o demo-result "$@"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    "$bin/mimesys-studio" demo-result/real.h5 --emulated demo-result/emulated.h5 --plan demo-result/plan.h5
else
    echo "There is no display; open the result later with:"
    echo "  $bin/mimesys-studio demo-result/real.h5 --emulated demo-result/emulated.h5 --plan demo-result/plan.h5"
fi
