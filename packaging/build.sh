#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# build.sh PRESET [TARGET…]: configures and builds one of the presets, through ccache where it is installed.
set -eu
cd "$(dirname "$0")/.."

preset=$1
shift
launcher=""
if command -v ccache >/dev/null; then
    launcher="-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"
    # Without these it does not keep what was compiled with parsed headers.
    export CCACHE_SLOPPINESS=pch_defines,time_macros
fi
cmake --preset "$preset" $launcher
cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"}
