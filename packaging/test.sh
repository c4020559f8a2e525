#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs what is missing, builds, runs all tests, then repeats those that parse input or have threads under
# AddressSanitizer and UndefinedBehaviorSanitizer.
set -eu
cd "$(dirname "$0")/.."

./packaging/install-dependencies.sh
./packaging/build.sh release
ctest --preset release
./packaging/build.sh asan labelled_tests
ctest --preset asan
