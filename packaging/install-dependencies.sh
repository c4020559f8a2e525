#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs the Debian 12 packages that building and testing need; does nothing when all are there.
set -eu

packages="
    g++ cmake ninja-build pkg-config binutils
    qt6-base-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libqt6opengl6-dev libgl-dev libvulkan-dev libqt6svg6 fonts-dejavu-core qt6-translations-l10n
    libhdf5-dev libeigen3-dev nlohmann-json3-dev libexpected-dev libfmt-dev libcli11-dev
    libzstd-dev libabsl-dev zlib1g-dev libxxhash-dev libdlib-dev libqhull-dev libnanoflann-dev
    libtorch-dev libopenblas0-openmp libgloo-dev
"

missing=""
for package in $packages; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
if [ -z "$missing" ]; then
    exit 0
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and installing them needs root:$missing" >&2
        exit 1
    fi
    as_root=sudo
fi
echo "Installing:$missing"
$as_root apt-get update -q
# The list is meant to be split into words.
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
