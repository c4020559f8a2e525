# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What the scripts of this folder have in common; each sources it, and defines usage and the defaults of its options.
# shellcheck shell=bash

# MESSAGE [STATUS]: says it and ends the script.
fail() {
    echo "$(basename "$0"): $1" >&2
    exit "${2:-1}"
}

# Reads the command line into the variables that `options` names by option ([--seed]=seed). What follows "--" goes into
# the array `extra` where options has a "--" too.
take_options() {
    while [ $# -gt 0 ]; do
        case $1 in
            -h | --help)
                usage
                exit 0
                ;;
        esac
        if [ -z "$1" ] || [ -z "${options[$1]:-}" ]; then
            usage >&2
            exit 2
        fi
        if [ "$1" = -- ]; then
            shift
            # shellcheck disable=SC2034
            extra=("$@")
            return
        fi
        [ $# -ge 2 ] || fail "$1 needs a value." 2
        printf -v "${options[$1]}" %s "$2"
        shift 2
    done
}

# FOLDER: for this script alone, until it ends. What is started closes descriptor 9, lest it holds the folder longer.
lock_folder() {
    exec 9>"$1/.lock"
    flock -n 9 || fail "another $(basename "$0") works in $1."
}

# FOLDER SETTINGS: a folder is continued only with the settings it was begun with.
keep_settings() {
    if [ -e "$1/settings" ] && [ "$(cat "$1/settings")" != "$2" ]; then
        fail "$1 was begun with $(cat "$1/settings"); continue with that, or name another folder." 3
    fi
    echo "$2" >"$1/settings"
}

# Runs a command that a signal to the script ends too, by a trap that kills `child`. What runs in the background ignores
# Ctrl-C, hence TERM.
child=""
attend() {
    "$@" 9>&- &
    child=$!
    local status=0
    wait "$child" || status=$?
    child=""
    return $status
}
