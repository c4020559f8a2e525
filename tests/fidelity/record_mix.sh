#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Records this machine while it runs a mix of real applications. README.md beside it says more.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=shared.sh
. "$here/shared.sh"
mix=applications
duration=90
period=1
out=""
folder=/var/tmp # a disk; /tmp often is memory
mimesys="$here/../../build/release/bin/mimesys"

usage() {
    cat <<TEXT
Usage: record_mix.sh -o OUT [--mix NAME] [--duration S] [--period S] [--folder DIR] [--mimesys PROGRAM]
  -o OUT             trace to write: .h5, .csv or .txt
  --mix NAME         one of: $(cd "$here/mixes" && echo *.sh | sed 's/\.sh//g') (default: $mix)
  --duration S       seconds; the phases of the mix stretch with it (default: $duration)
  --period S         seconds between samples (default: $period)
  --folder DIR       where data of the applications goes for the time; on the disk to load (default: $folder)
  --mimesys PROGRAM  (default: build/release/bin/mimesys)
TEXT
}

# shellcheck disable=SC2034 # read in shared.sh
declare -A options=([-o]=out [--mix]=mix [--duration]=duration [--period]=period [--folder]=folder [--mimesys]=mimesys)
take_options "$@"
[ -n "$out" ] || fail "name the trace to write with -o." 2
script="$here/mixes/$mix.sh"
[[ $mix =~ ^[a-z0-9-]+$ && -x $script ]] || fail "there is no mix \"$mix\"; see --help." 2
[[ $duration =~ ^[0-9]+$ && $duration -ge 10 ]] || fail "the duration is a whole number of seconds, at least 10." 2
[ -x "$mimesys" ] || fail "$mimesys is not built; build it, or name one with --mimesys." 1

as_root=""
[ "$(id -u)" = 0 ] || as_root=sudo

# Installs the packages of the commands that are missing, without letting Debian start their services: a policy that
# forbids it stands there only for the time, and never in the place of the administrator's own.
install_missing() {
    local missing="" command package
    while read -r command package; do
        "$script" has "$command" || missing="$missing $package"
    done < <("$script" packages)
    [ -n "$missing" ] || return 0
    echo "Installing:$missing" >&2
    local policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then
        trap "$as_root rm -f $policy" EXIT
        printf '#!/bin/sh\nexit 101\n' | $as_root tee $policy >/dev/null
        $as_root chmod 755 $policy
    fi
    # shellcheck disable=SC2086
    if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >&2; then
        $as_root apt-get update >&2
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >&2
    fi
    [ "$(trap -p EXIT)" = "" ] || $as_root rm -f $policy
    trap - EXIT
}
install_missing

work=$(mktemp -d "$folder/record_mix.XXXXXX")
finish() {
    trap - EXIT INT TERM HUP
    if [ -n "$child" ]; then
        kill "$child" 2>/dev/null || true # the recorder ends what it runs, too
        wait "$child" || true
    fi
    "$script" finish "$work" >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap finish EXIT
trap 'finish; exit 130' INT TERM HUP

echo "Preparing the applications in $work" >&2
"$script" prepare "$work"
sync
sleep 2 # what preparing stirred up settles
echo "Recording $duration s" >&2
attend "$mimesys" record -o "$out" --duration "$duration" --period "$period" -- "$script" run "$work" "$duration"
