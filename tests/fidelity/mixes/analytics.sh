#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A mix for record_mix.sh: tables queried by SQLite, sorted and packed as text, and worked on as matrices by NumPy.
set -euo pipefail

self=$(readlink -f "${BASH_SOURCE[0]}")
# shellcheck source=../phases.sh
. "$(dirname "$self")/../phases.sh"

packages() {
    cat <<TEXT
sqlite3 sqlite3
xz xz-utils
python3 python3
numpy python3-numpy
TEXT
}

# A module of Python is no command.
has() {
    case $1 in
        numpy) /usr/bin/python3 -c "import numpy" 2>/dev/null ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

prepare() {
    mkdir -p "$work/tables"
    cd "$work/tables"
    # 700,000 sales of 5,000 customers.
    sqlite3 sales.db <<'SQL'
PRAGMA synchronous = off;
CREATE TABLE customer(id INTEGER PRIMARY KEY, region INTEGER, name TEXT);
CREATE TABLE sale(id INTEGER PRIMARY KEY, customer INTEGER, day INTEGER, amount REAL, note TEXT);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
    INSERT INTO customer SELECT i, i % 13, 'customer ' || i FROM n;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700000)
    INSERT INTO sale SELECT i, abs(i * 7919) % 5000 + 1, i % 365, (i * 31 % 1000) / 10.0, hex(i * 1103515245) FROM n;
CREATE INDEX by_day ON sale(day);
SQL
    sqlite3 -csv sales.db "SELECT * FROM sale" >sales.csv
    head -c 24M sales.csv >part.csv
    sync -f .
}

finish() { :; }

# The loads. Each runs until it is stopped.

# PAUSE: a join over everything, and a window of days.
load_query() {
    while true; do
        sqlite3 "$work/tables/sales.db" "SELECT region, count(*), sum(amount) FROM sale JOIN customer ON
            customer = customer.id GROUP BY region ORDER BY 3 DESC" >/dev/null
        sqlite3 "$work/tables/sales.db" "SELECT day, avg(amount) FROM sale WHERE day BETWEEN 40 AND 70 GROUP BY day" \
            >/dev/null
        sleep "$1"
    done
}

# PAUSE: many small transactions, each flushed to the disk.
load_insert() {
    sqlite3 "$work/tables/log.db" "CREATE TABLE IF NOT EXISTS log(id INTEGER PRIMARY KEY, text TEXT)"
    while true; do
        seq -f "INSERT INTO log(text) VALUES(hex(randomblob(%g)));" 200 249 | sqlite3 "$work/tables/log.db"
        sleep "$1"
    done
}

# THREADS PAUSE: an external sort, most of it in temporary files.
load_sort() {
    while true; do
        LC_ALL=C sort -t, -k5 -S 16M --parallel="$1" -T "$work/tables" "$work/tables/sales.csv" \
            -o "$work/tables/sorted.csv"
        sync "$work/tables/sorted.csv"
        sleep "$2"
    done
}

# LEVEL
load_pack() {
    while true; do
        xz -q -k -f "-$1" -T1 "$work/tables/part.csv"
    done
}

# SIZE PAUSE: products and decompositions of matrices, as large as the caches and larger.
load_matrices() {
    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 exec /usr/bin/python3 - "$1" "$2" <<'PYTHON'
import sys, time
import numpy
size, pause = int(sys.argv[1]), float(sys.argv[2])
random = numpy.random.default_rng(1)
while True:
    matrix = random.random((size, size))
    product = matrix @ matrix.T
    numpy.linalg.solve(product + numpy.eye(size), matrix)
    numpy.sort(matrix, axis=0).cumsum(axis=1).std()
    time.sleep(pause)
PYTHON
}

# PAUSE: large arrays walked through once, which is memory bandwidth.
load_columns() {
    exec /usr/bin/python3 - "$1" <<'PYTHON'
import sys, time
import numpy
pause = float(sys.argv[1])
left = numpy.arange(16_000_000, dtype=numpy.float64)
right = left[::-1].copy()
while True:
    for _ in range(4):
        numpy.add(left, right, out=left)
        numpy.multiply(left, 0.5, out=left)
    time.sleep(pause)
PYTHON
}

timeline() {
    # A logger writes all the time.
    phase 0 90 insert 1.0
    phase 3 20 query 0.4
    phase 14 30 columns 0.5
    phase 26 42 sort 1 0.6
    # Matrices on one core, then beside a packer.
    phase 40 56 matrices 500 0.2
    phase 48 58 pack 4
    # A lull, then a busy end.
    phase 62 78 query 1.0
    phase 66 76 sort 2 1.2
    phase 74 86 columns 0.2
    phase 78 86 matrices 200 0.5
}

mix "$@"
