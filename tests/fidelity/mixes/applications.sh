#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A mix for record_mix.sh: Redis under redis-benchmark, PostgreSQL under pgbench, the C++ compiler and fio, in
# overlapping phases. All servers are private: their data, sockets and logs lie in the work folder, and no port is open.
set -euo pipefail

self=$(readlink -f "${BASH_SOURCE[0]}")
# shellcheck source=../phases.sh
. "$(dirname "$self")/../phases.sh"
# PostgreSQL's programs are not in the path on Debian.
PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)

# Lines "command package".
packages() {
    cat <<TEXT
redis-server redis-server
redis-benchmark redis-tools
postgres postgresql
pgbench postgresql
fio fio
g++ g++
setpriv util-linux
TEXT
}

# PostgreSQL refuses to run as root; root becomes the user that its package has made.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups env HOME="$work/postgres" "$@"
    else
        "$@"
    fi
}

prepare_redis() {
    mkdir -p "$work/redis"
    (cd "$work/redis" && redis-server --port 0 --unixsocket "$work/redis/socket" --daemonize yes \
        --pidfile "$work/redis/pid" --dir "$work/redis" --logfile "$work/redis/log" --save "" --appendonly no) >/dev/null
}

prepare_postgres() {
    mkdir -p "$work/postgres"
    if [ "$(id -u)" = 0 ]; then
        chmod 711 "$work"
        chown postgres:postgres "$work/postgres"
    fi
    cd "$work/postgres"
    as_postgres initdb -D "$work/postgres/data" -U mix -A trust --no-sync >/dev/null
    as_postgres pg_ctl start -w -D "$work/postgres/data" -l "$work/postgres/log" \
        -o "-c listen_addresses='' -c unix_socket_directories='$work/postgres' -c shared_buffers=64MB \
            -c max_wal_size=128MB -c checkpoint_timeout=30s" >/dev/null
    # Three million rows would take minutes; a tenth is larger than the buffers already.
    as_postgres pgbench -i -q -s 8 -h "$work/postgres" -U mix postgres >/dev/null 2>&1
}

prepare_compiler() {
    mkdir -p "$work/compiler"
    cat >"$work/compiler/heavy.cpp" <<'CPP'
#include <algorithm>
#include <array>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <ranges>
#include <regex>
#include <string>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>
template <int N>
struct Wide {
    std::variant<std::array<int, N + 1>, std::string, std::vector<std::tuple<int, double, std::string>>> value;
    std::map<std::string, std::unordered_map<int, std::vector<Wide<N - 1>>>> tree;
    auto sorted() {
        std::vector<std::pair<double, std::string>> all;
        for (auto& [name, inner] : tree)
            for (auto& [key, list] : inner)
                for (auto& item : list) {
                    item.sorted();
                    all.emplace_back(key + N, name);
                }
        std::ranges::sort(all, std::greater{});
        std::regex pattern("([a-z]+)[0-9]{1,3}(" + std::to_string(N) + ")?");
        return std::ranges::count_if(all, [&](const auto& p) { return std::regex_match(p.second, pattern); });
    }
};
template <>
struct Wide<0> {
    int sorted() { return 0; }
};
int main() {
    Wide<24> wide;
    std::cout << wide.sorted() << '\n';
}
CPP
}

prepare_fio() {
    mkdir -p "$work/fio"
    fio --name=layout --filename="$work/fio/data" --rw=write --bs=1M --size=512M --direct=1 --output=/dev/null
}

prepare() {
    prepare_redis
    prepare_postgres
    prepare_compiler
    prepare_fio
}

finish() {
    stop_server "$work/redis/pid"
    if [ -s "$work/postgres/data/postmaster.pid" ]; then
        cd "$work/postgres"
        as_postgres pg_ctl stop -w -m immediate -D "$work/postgres/data" || true
    fi
}

# The loads. Each runs until it is stopped, or for the seconds it is given.

# CLIENTS PIPELINE SECONDS-ON SECONDS-OFF: bursts of sets and gets over a growing set of keys.
load_redis() {
    local clients=$1 pipeline=$2 on=$3 off=$4
    while true; do
        timeout "$on" redis-benchmark -s "$work/redis/socket" -t set,get -n 100000000 -r 300000 -d 400 -c "$clients" \
            -P "$pipeline" -q >/dev/null 2>&1 || true
        sleep "$off"
    done
}

# TRANSACTIONS-PER-SECOND CLIENTS SECONDS
load_postgres() {
    cd "$work/postgres"
    as_postgres pgbench -n -h "$work/postgres" -U mix -R "$1" -c "$2" -j 1 -T "$3" postgres >/dev/null 2>&1
}

# PAUSE: one file after the other, with a pause between them.
load_compiler() {
    export TMPDIR="$work/compiler"
    while true; do
        g++ -std=c++20 -O2 -c "$work/compiler/heavy.cpp" -o "$work/compiler/heavy.$$.o"
        sleep "$1"
    done
}

# PATTERN BLOCK RATE SECONDS (rate as fio takes it: 80m, or 30m,20m for reads and writes)
load_fio() {
    fio --name=load --filename="$work/fio/data" --size=512M --rw="$1" --bs="$2" --rate="$3" --runtime="$4" \
        --time_based --direct=1 --ioengine=psync --allow_file_create=0 --output=/dev/null
}

timeline() {
    # A little of PostgreSQL all the time, as no server is ever quite idle.
    phase 0 90 postgres 60 1 LENGTH
    # Redis: first gently, then pressed, with pauses that leave the CPUs some air.
    phase 4 17 redis 1 1 1.5 0.5
    phase 13 19 redis 16 4 0.6 0.3
    # PostgreSQL at two rates, the first over Redis' end.
    phase 16 34 postgres 150 4 LENGTH
    phase 34 46 postgres 500 8 LENGTH
    # A sequential scan, then the compiler on one core.
    phase 24 31 fio read 256k 90m LENGTH
    phase 32 51 compiler 0.3
    # Mixed disk traffic that goes on through a lull of everything else.
    phase 46 60 fio randrw 64k 40m,20m LENGTH
    # Bursts of Redis over a ramp of PostgreSQL.
    phase 58 73 redis 8 8 0.6 0.9
    phase 61 66 postgres 100 2 LENGTH
    phase 66 71 postgres 300 4 LENGTH
    phase 71 77 postgres 700 8 LENGTH
    # Two compilers, then a writer alone, then quiet.
    phase 70 81 compiler 0.7
    phase 74 83 compiler 1.1
    phase 79 87 fio write 256k 60m LENGTH
}

mix "$@"
