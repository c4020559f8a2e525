#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# How close emulations come to real application mixes on this machine, next to how close a second run of the same mix
# comes. README.md beside it says more.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=shared.sh
. "$here/shared.sh"
every=$(cd "$here/mixes" && printf '%s\n' *.sh | sed 's/\.sh$//' | paste -sd, -)
mixes=$every
methods=diffusion,search,interpolation,single-stressor
duration=90
collect=900
stressors=applications
dataset=""
train=360
model=""
ranges=trace
out=""
folder=/var/tmp
seed=1
mimesys="$here/../../build/release/bin/mimesys"

usage() {
    cat <<TEXT
Usage: fidelity.sh -o FOLDER [--mixes A,B] [--methods A,B] [--duration S] [--dataset FILE] [--collect-duration S]
                   [--stressors LIST] [--model FILE] [--train-duration S] [--ranges trace|dataset] [--folder DIR]
                   [--seed N]
                   [--mimesys PROGRAM] [-- OPTIONS OF mimesys evaluate…]
  -o FOLDER             recordings, results, table.md and table.json; a folder that has some of them is continued
  --mixes A,B           (default: $mixes)
  --methods A,B         (default: $methods)
  --duration S          seconds of each recording (default: $duration)
  --dataset FILE        samples of this machine; FOLDER/dataset.h5, made at first, if not given
  --collect-duration S  seconds of execution for that (default: $collect)
  --stressors LIST      that are measured for it (default: $stressors)
  --model FILE          trained on it; FOLDER/model.safetensors, made before the first run of diffusion, if not given
  --train-duration S    seconds of training for that (default: $train)
  --ranges KIND         what scales the scores: each first recording, or the data set (default: $ranges)
  --folder DIR          where data of the applications goes for the time; on the disk to load (default: $folder)
  --seed N              seed of the plans (default: $seed)
  --mimesys PROGRAM     (default: build/release/bin/mimesys)
TEXT
}

extra=()
# shellcheck disable=SC2034 # read in shared.sh
declare -A options=(
    [-o]=out [--mixes]=mixes [--methods]=methods [--duration]=duration [--dataset]=dataset
    [--collect-duration]=collect [--stressors]=stressors [--model]=model [--train-duration]=train [--ranges]=ranges
    [--folder]=folder [--seed]=seed [--mimesys]=mimesys [--]=extra
)
take_options "$@"

[ -n "$out" ] || fail "name the folder for the results with -o." 2
[[ $duration =~ ^[0-9]+$ && $duration -ge 10 ]] || fail "the duration is a whole number of seconds, at least 10." 2
IFS=, read -ra chosen <<<"$mixes"
[ ${#chosen[@]} -gt 0 ] || fail "name at least one mix." 2
for mix in "${chosen[@]}"; do
    [[ ,$every, == *,$mix,* ]] || fail "there is no mix \"$mix\"; choose from $every." 2
done
[[ $ranges = trace || $ranges = dataset ]] || fail "the ranges are those of the trace or of the dataset." 2
[ -x "$mimesys" ] || fail "$mimesys is not built; build it, or name one with --mimesys."
command -v python3 >/dev/null || fail "python3, which makes the table, is missing; install the package python3."
[ -z "$dataset" ] || [ -r "$dataset" ] || fail "$dataset cannot be read; name another data set, or none to make one." 3
[ -z "$model" ] || [ -r "$model" ] || fail "$model cannot be read; name another model, or none to make one." 3
[ -d "$folder" ] && [ -w "$folder" ] || fail "$folder is no folder that can be written to; name one with --folder." 3
mkdir -p "$out/first" "$out/second" "$out/floor" || fail "$out cannot be made." 3
lock_folder "$out"

stop() {
    trap - EXIT INT TERM HUP
    if [ -n "$child" ]; then
        kill "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    fi
    rm -f "$out"/*/.*.part.* "$out/.lock"
}
trap stop EXIT
trap 'stop; exit 130' INT TERM HUP

# Recordings of different lengths would be compared as if they were alike.
keep_settings "$out" "duration=$duration seed=$seed ranges=$ranges"

# FILE: a recording that was not ended early appears under its name.
record() {
    local file=$1 part
    part=$(dirname "$file")/.$(basename "$file" .h5).part.h5
    attend "$here/record_mix.sh" -o "$part" --mix "$(basename "$file" .h5)" --duration "$duration" \
        --folder "$folder" --mimesys "$mimesys" && mv "$part" "$file"
}

if [ -z "$dataset" ]; then
    dataset=$out/dataset.h5
    echo "Measuring this machine's stressors" >&2
    attend "$mimesys" collect -o "$dataset" --duration "$collect" --stressors "$stressors" \
        --scratch-dir "$folder" >/dev/null ||
        fail "the stressors of this machine could not be measured; start again to continue."
fi

# Small, as the data set is; what held-out samples show to be the best is kept.
withModel=()
if [[ ,$methods, == *,diffusion,* ]]; then
    if [ -z "$model" ]; then
        model=$out/model.safetensors
        if [ ! -e "$model" ]; then
            echo "Training a model" >&2
            attend "$mimesys" train "$dataset" -o "$model" --width 64 --batch 128 --epochs 1e6 --patience 0 \
                --budget "${train}s" --seed "$seed" >/dev/null ||
                fail "no model could be trained; start again to continue."
        fi
    fi
    withModel=(--model "$model")
fi

scaling=()
[ $ranges = trace ] || scaling=(--ranges "$dataset")
missing=""
recorded=()
traces=()
for round in first second; do
    for mix in "${chosen[@]}"; do
        [[ " $missing " != *" $mix "* ]] || continue
        [ -e "$out/$round/$mix.h5" ] && continue
        echo "Recording $mix, $round time" >&2
        record "$out/$round/$mix.h5" || missing="$missing $mix"
    done
done
for mix in "${chosen[@]}"; do
    if [ -e "$out/first/$mix.h5" ] && [ -e "$out/second/$mix.h5" ]; then
        recorded+=("$mix")
        traces+=("$out/first/$mix.h5")
        # The floor: what even the same applications, run again, differ by.
        if "$mimesys" score "$out/first/$mix.h5" "$out/second/$mix.h5" "${scaling[@]}" --json \
            >"$out/floor/.$mix.part.json"; then
            mv "$out/floor/.$mix.part.json" "$out/floor/$mix.json"
        else
            fail "the two recordings of $mix could not be compared."
        fi
    fi
done
[ ${#recorded[@]} -gt 0 ] || fail "no mix could be recorded; the lines above say why."

evaluated=0
attend "$mimesys" evaluate --traces "${traces[@]}" --methods "$methods" --dataset "$dataset" \
    --ranges "$ranges" --seed "$seed" --scratch-dir "$folder" -o "$out/evaluation.json" \
    --plot "$out/evaluation.svg" "${withModel[@]}" "${extra[@]}" \
    >"$out/evaluation.txt" || evaluated=$?
# 1: every trial failed, which the table says; what stands in the file is whole all the same.
[ "$evaluated" -le 1 ] && [ -s "$out/evaluation.json" ] ||
    fail "the methods could not be evaluated; the lines above say why." "$evaluated"
python3 "$here/table.py" "$out" "${recorded[@]}"
[ "$evaluated" = 0 ] || fail "every method failed; the table says why."
[ -z "$missing" ] || fail "not recorded:$missing; the lines above say why, and starting again tries again."
