#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A mix for record_mix.sh: video encoded live and from files by ffmpeg, pictures worked on by GraphicsMagick, all of them
# synthetic.
set -euo pipefail

self=$(readlink -f "${BASH_SOURCE[0]}")
# shellcheck source=../phases.sh
. "$(dirname "$self")/../phases.sh"

packages() {
    cat <<TEXT
ffmpeg ffmpeg
gm graphicsmagick
TEXT
}

prepare() {
    mkdir -p "$work/media"
    cd "$work/media"
    # Raw pictures, 20 s of 640×360: 138 MB.
    ffmpeg -v error -f lavfi -i testsrc2=size=640x360:rate=20 -t 20 -pix_fmt yuv420p -f rawvideo raw.yuv
    ffmpeg -v error -f lavfi -i testsrc2=size=1280x720:rate=25 -t 12 -c:v libx264 -preset ultrafast -crf 20 film.mp4
    gm convert -size 2400x1600 plasma:tomato-steelblue picture.png
    sync -f .
}

finish() { :; }

# The loads. Each runs until it is stopped.

# SIZE RATE PRESET THREADS: a camera, encoded as fast as it delivers.
load_live() {
    while true; do
        ffmpeg -nostdin -v error -re -f lavfi -i "testsrc2=size=$1:rate=$2" -t 60 -c:v libx264 -preset "$3" \
            -threads "$4" -f null - || true
    done
}

# PRESET THREADS: a file, as fast as it goes.
load_encode() {
    while true; do
        ffmpeg -nostdin -y -v error -i "$work/media/film.mp4" -c:v libx264 -preset "$1" -threads "$2" \
            "$work/media/encoded.mp4" || true
    done
}

# PAUSE: decoded, halved and written raw to the disk.
load_unpack() {
    while true; do
        ffmpeg -nostdin -y -v error -threads 1 -i "$work/media/film.mp4" -vf scale=640:360 -t 6 -f rawvideo \
            "$work/media/unpacked.yuv" || true
        sync "$work/media/unpacked.yuv"
        sleep "$1"
    done
}

# PAUSE: raw pictures read past the page cache and turned into a small film.
load_ingest() {
    while true; do
        dd if="$work/media/raw.yuv" iflag=direct bs=1M status=none | ffmpeg -nostdin -y -v error -f rawvideo \
            -video_size 640x360 -framerate 20 -i - -c:v mpeg2video -threads 1 "$work/media/ingested.mpg" 2>/dev/null || true
        sleep "$1"
    done
}

# PAUSE: thumbnails and a blur.
load_pictures() {
    export OMP_NUM_THREADS=1
    cd "$work/media"
    while true; do
        gm convert picture.png -resize 25% thumbnail.jpg 2>/dev/null
        gm convert picture.png -resize 50% -blur 0x4 -unsharp 0x2 soft.png 2>/dev/null
        sleep "$1"
    done
}

timeline() {
    # A small camera is on all the time.
    phase 0 90 live 320x180 10 veryfast 1
    phase 5 24 encode fast 1
    phase 14 24 pictures 0.3
    # Reading raw pictures, then a film on both cores.
    phase 24 38 ingest 0.5
    phase 34 52 encode medium 2
    # Mostly disk, with a second camera that comes and goes.
    phase 52 68 unpack 0.8
    phase 56 63 live 640x360 25 veryfast 1
    phase 68 84 pictures 0.6
    phase 74 80 encode ultrafast 2
}

mix "$@"
