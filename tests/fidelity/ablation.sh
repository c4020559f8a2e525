#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What each way of learning from execution is worth on a simulated machine. README.md beside it says more.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=shared.sh
. "$here/shared.sh"
machine=c220g2
samples=2000
epochs=400
iterations=96
held=36
aligned=96
seed=1
out=""
mimesys="$here/../../build/release/bin/mimesys"

usage() {
    cat <<TEXT
Usage: ablation.sh -o FOLDER [--samples N] [--epochs N] [--iterations N] [--held N] [--aligned N] [--machine NAME]
                   [--seed N] [--mimesys PROGRAM]
  -o FOLDER          data sets, models and tables; a folder that has some of them is continued
  --samples N        of each data set (default: $samples)
  --epochs N         of each training (default: $epochs)
  --iterations N     of the alignment (default: $iterations)
  --held N           traces to compare on, none of which any model has seen (default: $held)
  --aligned N        other traces to align on (default: $aligned)
  --machine NAME     simulated (default: $machine)
  --seed N           of data sets, models and plans (default: $seed)
  --mimesys PROGRAM  (default: build/release/bin/mimesys)
TEXT
}

# shellcheck disable=SC2034 # read in shared.sh
declare -A options=(
    [-o]=out [--samples]=samples [--epochs]=epochs [--iterations]=iterations [--held]=held [--aligned]=aligned
    [--machine]=machine [--seed]=seed [--mimesys]=mimesys
)
take_options "$@"

[ -n "$out" ] || fail "name the folder for the results with -o." 2
[ -x "$mimesys" ] || fail "$mimesys is not built; build it, or name one with --mimesys."
mkdir -p "$out" || fail "$out cannot be made." 3
lock_folder "$out"
keep_settings "$out" "samples=$samples epochs=$epochs iterations=$iterations held=$held aligned=$aligned machine=$machine \
seed=$seed"
executor=simulated:$machine

# Traces of seeds that nothing else here uses; those that are compared on and those that are aligned on have none in common.
traces() {
    local folder=$1 count=$2 first=$3
    [ -d "$out/$folder" ] && return
    rm -rf "$out/.$folder"
    "$mimesys" simulate --executor "$executor" --count "$count" --seed "$first" -o "$out/.$folder" >/dev/null
    mv "$out/.$folder" "$out/$folder"
}
traces held "$held" 1001
traces aligned "$aligned" 7001

step() { attend "$@" >/dev/null 2>>"$out/$strategy.log"; }

# One thread each: networks this small gain nothing from more, and several of them learn at a time.
learn() {
    trap '[ -z "$child" ] || kill "$child"; wait; exit 130' TERM
    echo "Collecting: $strategy" >&2
    step "$mimesys" collect --executor "$executor" --strategy "$strategy" --stressors research --window 1 \
        --seed "$seed" --samples "$samples" -o "$out/$strategy.h5"
    if [ ! -e "$out/$strategy.safetensors" ]; then
        echo "Training: $strategy" >&2
        step "$mimesys" train "$out/$strategy.h5" -o "$out/$strategy.safetensors" --width 64 --batch 128 \
            --patience 0 --epochs "$epochs" --threads 1 --seed "$seed"
    fi
    if [ "$strategy" != uniform ] && [ ! -e "$out/$strategy-aligned.safetensors" ]; then
        echo "Aligning: $strategy" >&2
        step "$mimesys" align "$out/$strategy.safetensors" -o "$out/$strategy-aligned.safetensors" \
            --traces "$out/aligned" --executor "$executor" --dataset "$out/$strategy.h5" --units model \
            --held-out 96 --held-out-every 4 --iterations "$iterations" --patience 0 --threads 1 --seed "$seed"
    fi
}

finished() {
    wait -n || fail "a step failed; $out/*.log say why, and starting again continues."
}

trap 'kill $(jobs -p) 2>/dev/null; wait' EXIT
trap 'exit 130' INT TERM HUP
for strategy in novelty random uniform; do # those with the longest way first
    [ "$(jobs -rp | wc -l)" -lt "$(nproc)" ] || finished
    learn &
done
while [ -n "$(jobs -p)" ]; do
    finished
done
trap - EXIT INT TERM HUP

# The ranges are those of one data set in both, so that the numbers of all models compare.
echo "Comparing" >&2
models=()
for strategy in uniform random novelty random-aligned novelty-aligned; do
    models+=("$strategy=$out/$strategy.safetensors")
done
"$mimesys" evaluate --traces "$out/held" --methods search,interpolation,single-stressor --models "${models[@]}" \
    --dataset "$out/random.h5" --executor "$executor" --seed "$seed" -o "$out/collection.json" | tee "$out/collection.txt"
"$mimesys" evaluate --traces "$out/held" --methods diffusion --model "$out/novelty-aligned.safetensors" \
    --ablation state,refine --dataset "$out/random.h5" --executor "$executor" --seed "$seed" \
    -o "$out/refinement.json" | tee "$out/refinement.txt"
