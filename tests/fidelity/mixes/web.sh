#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A mix for record_mix.sh: nginx under ApacheBench. The server is private: its files and logs lie in the work folder, and
# it listens on a free port of the loopback device alone.
set -euo pipefail

self=$(readlink -f "${BASH_SOURCE[0]}")
# shellcheck source=../phases.sh
. "$(dirname "$self")/../phases.sh"
# nginx is not in every user's path on Debian.
PATH=$PATH:/usr/sbin:/sbin

packages() {
    cat <<TEXT
nginx nginx
ab apache2-utils
openssl openssl
python3 python3
TEXT
}

free_ports() {
    python3 -c '
import socket
sockets = [socket.socket() for _ in range(2)]
for s in sockets:
    s.bind(("127.0.0.1", 0))
print(*[s.getsockname()[1] for s in sockets])'
}

prepare() {
    mkdir -p "$work/web/pages" "$work/web/temporary"
    cd "$work/web"
    local plain secure user="" i
    read -r plain secure < <(free_ports)
    echo "$plain $secure" >ports
    if [ "$(id -u)" = 0 ]; then
        user="user www-data;"
        chmod 711 "$work"
        chown www-data "$work/web/temporary"
    fi
    openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 2 -subj /CN=localhost \
        2>/dev/null
    seq -f "<p>Paragraph %g of a page that packs well.</p>" 1200 >pages/text.html
    head -c 2k /dev/urandom >pages/small.bin
    for i in $(seq 8); do
        head -c 24M /dev/urandom >"pages/large$i.bin"
    done
    cat >nginx.conf <<CONF
$user
worker_processes 2;
pid $work/web/pid;
error_log $work/web/error.log;
events { worker_connections 512; }
http {
    access_log $work/web/access.log;
    client_body_temp_path $work/web/temporary;
    proxy_temp_path $work/web/temporary;
    fastcgi_temp_path $work/web/temporary;
    uwsgi_temp_path $work/web/temporary;
    scgi_temp_path $work/web/temporary;
    default_type text/html;
    gzip on;
    gzip_comp_level 6;
    server {
        listen 127.0.0.1:$plain;
        listen 127.0.0.1:$secure ssl;
        ssl_certificate $work/web/certificate.pem;
        ssl_certificate_key $work/web/key.pem;
        ssl_session_cache off;
        root $work/web/pages;
        location ~ large { directio 1m; }
    }
}
CONF
    nginx -c "$work/web/nginx.conf" -e "$work/web/error.log"
    sync -f .
}

finish() { stop_server "$work/web/pid"; }

# The loads. Each runs until it is stopped.

# SCHEME PATH CLIENTS SECONDS-ON SECONDS-OFF OPTIONS…
load_pages() {
    local plain secure address
    read -r plain secure <"$work/web/ports"
    address=http://127.0.0.1:$plain
    [ "$1" = http ] || address=https://127.0.0.1:$secure
    local path=$2 clients=$3 on=$4 off=$5
    shift 5
    while true; do
        timeout "$on" ab -q -r -n 10000000 -c "$clients" "$@" "$address/$path" >/dev/null 2>&1 || true
        sleep "$off"
    done
}

# PAUSE: large files one after the other, past the page cache.
load_downloads() {
    local plain secure i
    read -r plain secure <"$work/web/ports"
    while true; do
        for i in $(seq 8); do
            ab -q -n 1 "http://127.0.0.1:$plain/large$i.bin" >/dev/null 2>&1 || true
            sleep "$1"
        done
    done
}

# LINES PAUSE: what an operator does with the access log.
load_report() {
    while true; do
        tail -n "$1" "$work/web/access.log" | awk '{ count[$7]++; bytes[$7] += $10 } END { for (p in count)
            print count[p], bytes[p], p }' | sort -rn >/dev/null
        sleep "$2"
    done
}

timeline() {
    # A trickle of visitors.
    phase 0 90 pages http text.html 1 0.2 0.8 -H "Accept-Encoding: gzip"
    phase 4 22 pages http small.bin 8 1.0 0.6 -k
    phase 18 34 downloads 0.3
    # New TLS connections, then compression, both on the processor.
    phase 28 44 pages https small.bin 4 0.8 0.5
    phase 44 58 pages http text.html 8 1.2 0.4 -k -H "Accept-Encoding: gzip"
    phase 54 64 report 200000 0.7
    # A lull, then a rush.
    phase 68 80 downloads 0.1
    phase 72 86 pages http small.bin 32 0.7 0.4
    phase 78 86 pages https text.html 4 0.5 0.7 -H "Accept-Encoding: gzip"
}

mix "$@"
