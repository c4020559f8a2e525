#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A mix for record_mix.sh: a day of a software project. make with one and two compilers, git on a repository of many
# small files, archives packed and unpacked.
set -euo pipefail

self=$(readlink -f "${BASH_SOURCE[0]}")
# shellcheck source=../phases.sh
. "$(dirname "$self")/../phases.sh"

packages() {
    cat <<TEXT
g++ g++
make make
git git
tar tar
zstd zstd
TEXT
}

# Forty sources of three kinds, and a make file for them.
prepare_sources() {
    mkdir -p "$work/project/src"
    cd "$work/project"
    local i
    for i in $(seq 40); do
        cat >"src/part$i.cpp" <<CPP
#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>
$([ $((i % 3)) -ne 0 ] || echo '#include <regex>')
template <int N>
struct Level {
    std::map<int, std::vector<std::string>> table;
    int sum() const {
        int total = Level<N - 1>{}.sum();
        for (const auto& [key, names] : table)
            total += std::accumulate(names.begin(), names.end(), key, [](int s, const std::string& n) {
                return s + static_cast<int>(n.size()) * N;
            });
        return total;
    }
};
template <>
struct Level<0> {
    int sum() const { return 1; }
};
int part$i(const std::string& text) {
    std::unordered_map<std::string, std::function<int(int)>> calls;
    calls[text] = [](int x) { return x + Level<$((8 + i % 7 * 4))>{}.sum(); };
    $([ $((i % 3)) -ne 0 ] || echo 'if (std::regex_match(text, std::regex("[a-z]+([0-9]{1,3})?"))) return 0;')
    return calls[text]($i);
}
CPP
    done
    cat >Makefile <<'MAKE'
objects = $(patsubst src/%.cpp,build/%.o,$(wildcard src/*.cpp))
all: build/all.a
build/all.a: $(objects)
	ar rcs $@ $^
build/%.o: src/%.cpp
	@mkdir -p build
	g++ -std=c++20 -O2 -pipe -c $< -o $@
clean:
	rm -rf build
MAKE
}

# A history of sixty commits over two thousand small files.
prepare_repository() {
    mkdir -p "$work/repository"
    cd "$work/repository"
    git init -q
    git config user.name mix
    git config user.email mix@example.invalid
    git config gc.auto 0
    local folder commit
    for folder in $(seq 40); do
        mkdir -p "module$folder"
        seq -f "module $folder file %g" 50 | split -l 1 - "module$folder/file"
        seq $((folder * 300)) >"module$folder/table"
    done
    git add -A
    git commit -qm "Begin"
    for commit in $(seq 60); do
        seq "$commit" $((commit * 97)) >"module$((commit % 40 + 1))/table"
        git commit -qam "Change $commit"
    done
}

# 160 MB that pack about three to one.
prepare_archive() {
    mkdir -p "$work/archive/tree"
    local i
    for i in $(seq 16); do
        head -c 3840K /dev/urandom | base64 -w 0 >"$work/archive/tree/text$i"
        seq $((i * 100000)) $((i * 100000 + 700000)) >"$work/archive/tree/numbers$i"
    done
    tar -C "$work/archive" -cf - tree | zstd -q -1 -o "$work/archive/packed.tar.zst"
}

prepare() {
    prepare_sources
    prepare_repository
    prepare_archive
}

finish() { :; }

# The loads. Each runs until it is stopped.

# JOBS PAUSE: builds the project from nothing again and again.
load_make() {
    cd "$work/project"
    export TMPDIR="$work/project"
    while true; do
        make -s clean
        make -s -j "$1" 2>/dev/null || true
        sleep "$2"
    done
}

# PAUSE: what an editor and its user ask of a repository.
load_git_read() {
    cd "$work/repository"
    while true; do
        git status --porcelain >/dev/null
        git log --stat -n 20 >/dev/null
        git grep -q "file 49" || true
        git blame -s module3/table >/dev/null
        sleep "$1"
    done
}

# PAUSE: a fresh copy with all its files, and a repacked history.
load_git_clone() {
    while true; do
        rm -rf "$work/clone"
        git clone -q --no-local "$work/repository" "$work/clone" 2>/dev/null || true
        git -C "$work/clone" gc -q
        sync -f "$work"
        sleep "$1"
    done
}

# LEVEL THREADS: packs the tree and writes it out.
load_pack() {
    while true; do
        tar -C "$work/archive" -cf - tree | zstd -q -f "-$1" "-T$2" -o "$work/archive/new.tar.zst"
        sync "$work/archive/new.tar.zst"
    done
}

# PAUSE: unpacks it to the disk.
load_unpack() {
    while true; do
        mkdir -p "$work/archive/copy"
        zstd -q -dc "$work/archive/packed.tar.zst" | tar -C "$work/archive/copy" -xf -
        sync -f "$work/archive"
        rm -rf "$work/archive/copy"
        sleep "$1"
    done
}

timeline() {
    # An editor asks for the state of things all the time.
    phase 0 90 git_read 1.5
    phase 2 12 git_clone 0.5
    # The whole project on two cores, then an archive while one compiler goes on.
    phase 10 32 make 2 0.3
    phase 32 50 make 1 1.0
    phase 36 48 pack 9 1
    # A lull, then unpacking, which is mostly disk.
    phase 54 66 unpack 1.0
    phase 62 74 make 1 0.2
    phase 70 78 git_clone 0.2
    # Packing quickly on both cores, and out.
    phase 78 87 pack 3 2
}

mix "$@"
