# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What the mixes have in common; each sources it, defines packages, prepare, finish, timeline and its loads (functions
# load_NAME), and ends with: mix "$@". The variable `work` holds the folder for its data.
# shellcheck shell=bash disable=SC2154

# FROM TO LOAD…: runs a load between two points of time, given for a mix of 90 s. A word LENGTH among the load's
# arguments becomes the seconds it lasts.
phase() {
    local from to
    from=$(scaled "$1")
    to=$(scaled "$2")
    local length=$((to > from ? to - from : 1))
    shift 2
    (
        local now=$(($(date +%s%3N) - begin))
        local wait=$((from - now))
        [ "$wait" -le 0 ] || sleep "$(seconds "$wait")"
        LENGTH=$(((length + 999) / 1000)) exec timeout -k 1 "$(seconds "$length")" "$self" load "$work" "$@"
    ) &
}
scaled() { echo $(($1 * duration * 1000 / 90)); } # milliseconds
seconds() { printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)); }

# Whether a command is there; a mix that needs other things has its own.
has() { command -v "$1" >/dev/null; }

# Ends a server that keeps its process id in a file, and waits until it writes no more.
stop_server() {
    local pid
    pid=$(cat "$1" 2>/dev/null) || return 0
    kill "$pid" 2>/dev/null || return 0
    for _ in $(seq 50); do
        # A process that nobody waits for stays as a zombie.
        grep -qs "^State:[[:space:]]*[^ZX[:space:]]" "/proc/$pid/status" || return 0
        sleep 0.1
    done
    kill -9 "$pid" 2>/dev/null || true
}

mix() {
    local command=${1:-}
    work=${2:-}
    case $command in
        packages) packages ;;
        has) has "$2" ;;
        prepare) prepare ;;
        finish) finish ;;
        run)
            duration=$3
            begin=$(date +%s%3N)
            timeline
            sleep "$duration"
            wait
            ;;
        load)
            local load=$3
            shift 3
            "load_$load" "${@/#LENGTH/$LENGTH}"
            ;;
        *)
            echo "Usage: see record_mix.sh" >&2
            exit 2
            ;;
    esac
}
