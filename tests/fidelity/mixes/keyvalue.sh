#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A mix for record_mix.sh: a durable Redis that grows, saves itself and logs every write, beside a memcached. Both are
# private: their data, sockets and logs lie in the work folder, and no port is open.
set -euo pipefail

self=$(readlink -f "${BASH_SOURCE[0]}")
# shellcheck source=../phases.sh
. "$(dirname "$self")/../phases.sh"

packages() {
    cat <<TEXT
redis-server redis-server
redis-benchmark redis-tools
redis-cli redis-tools
memcached memcached
memcslap libmemcached-tools
TEXT
}

prepare() {
    mkdir -p "$work/redis" "$work/memcached"
    (cd "$work/redis" && redis-server --port 0 --unixsocket "$work/redis/socket" --daemonize yes \
        --pidfile "$work/redis/pid" --dir "$work/redis" --logfile "$work/redis/log" --save "" --appendonly yes \
        --appendfsync everysec --maxmemory 400mb --maxmemory-policy allkeys-lru) >/dev/null
    local user=()
    [ "$(id -u)" != 0 ] || user=(-u root)
    memcached -d "${user[@]}" -s "$work/memcached/socket" -P "$work/memcached/pid" -m 200 -t 2
    sleep 0.5
    redis-benchmark -s "$work/redis/socket" -t set -n 40000 -r 40000 -d 1000 -c 4 -P 16 -q >/dev/null 2>&1
}

finish() {
    stop_server "$work/redis/pid"
    stop_server "$work/memcached/pid"
}

# The loads. Each runs until it is stopped.

# TESTS CLIENTS PIPELINE BYTES SECONDS-ON SECONDS-OFF
load_redis() {
    while true; do
        timeout "$5" redis-benchmark -s "$work/redis/socket" -t "$1" -n 100000000 -r 200000 -d "$4" -c "$2" \
            -P "$3" -q >/dev/null 2>&1 || true
        sleep "$6"
    done
}

# Lists of one page and of ten, and their sorting.
load_lists() {
    redis-cli -s "$work/redis/socket" del list >/dev/null
    seq -f "rpush list item-%g" 2000 | redis-cli -s "$work/redis/socket" >/dev/null
    while true; do
        timeout 0.7 redis-cli -s "$work/redis/socket" -r 1000000 lrange list 0 600 >/dev/null || true
        redis-cli -s "$work/redis/socket" sort list alpha limit 0 10 >/dev/null
        sleep "$1"
    done
}

# PAUSE: a snapshot (a fork, page faults, a file), then a shorter log.
load_save() {
    while true; do
        redis-cli -s "$work/redis/socket" bgsave >/dev/null || true
        sleep "$1"
        redis-cli -s "$work/redis/socket" bgrewriteaof >/dev/null || true
        sleep "$1"
    done
}

# TEST CLIENTS OPERATIONS PAUSE
load_memcached() {
    while true; do
        memcslap --servers="$work/memcached/socket" --test="$1" --concurrency="$2" --execute-number="$3" \
            >/dev/null 2>&1 || true
        sleep "$4"
    done
}

timeline() {
    # Somebody always asks for something.
    phase 0 90 redis get 1 1 100 0.4 0.6
    phase 3 20 memcached set 2 20000 0.3
    phase 12 28 memcached get 4 10000 0.5
    # Redis grows under large values, and saves itself.
    phase 22 38 redis set 4 4 4000 0.8 0.4
    phase 30 48 save 3
    phase 40 54 redis get,set 16 16 400 0.5 0.7
    # Answers of many lines, then a lull.
    phase 54 66 lists 0.4
    phase 70 86 memcached set 2 8000 0.8
    phase 72 82 redis incr,lpush,sadd,zadd 8 8 100 1.0 0.3
    phase 78 87 save 2
}

mix "$@"
