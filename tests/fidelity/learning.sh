#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What each way of learning from execution is worth on this machine, against real mixes. README.md beside it says more.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=shared.sh
. "$here/shared.sh"
budget=30m
duration=45
rounds=4
seed=1
folder=/var/tmp
out=""
mimesys="$here/../../build/release/bin/mimesys"

usage() {
    cat <<TEXT
Usage: learning.sh -o FOLDER [--budget TIME] [--duration S] [--rounds N] [--folder DIR] [--seed N] [--mimesys PROGRAM]
  -o FOLDER          data sets, models, recordings and tables; a folder that has some of them is continued
  --budget TIME      of the calibration (default: $budget)
  --duration S       seconds of each recording of a mix (default: $duration)
  --rounds N         of refinement (default: $rounds)
  --folder DIR       where data of stressors and applications goes for the time (default: $folder)
  --seed N           of data sets, models and plans (default: $seed)
  --mimesys PROGRAM  (default: build/release/bin/mimesys)
TEXT
}

# shellcheck disable=SC2034 # read in shared.sh
declare -A options=(
    [-o]=out [--budget]=budget [--duration]=duration [--rounds]=rounds [--folder]=folder [--seed]=seed
    [--mimesys]=mimesys
)
take_options "$@"

[ -n "$out" ] || fail "name the folder for the results with -o." 2
[ -x "$mimesys" ] || fail "$mimesys is not built; build it, or name one with --mimesys."
command -v python3 >/dev/null || fail "python3, which makes the table, is missing; install the package python3."
mkdir -p "$out" || fail "$out cannot be made." 3
out=$(cd "$out" && pwd)
lock_folder "$out"
keep_settings "$out" "budget=$budget duration=$duration rounds=$rounds seed=$seed"

# What this machine uses stays as it is: the calibration installs below the folder.
if [ ! -e "$out/own/model.safetensors" ]; then
    echo "Calibrating" >&2
    XDG_DATA_HOME=$out/installed "$mimesys" calibrate --budget "$budget" --folder "$out/own" --seed "$seed" \
        --scratch-dir "$folder" >"$out/calibration.txt" 9>&-
fi

# MODEL: how many samples it was trained on, and for how many epochs.
training_of() {
    python3 - "$1" <<'PYTHON'
import json, struct, sys

with open(sys.argv[1], "rb") as file:
    header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
model = json.loads(header["__metadata__"]["mimesys"])
epochs = model["history_columns"].index("epoch")
print(model["dataset"]["samples"], model["history"][-1][epochs])
PYTHON
}

# As many samples of the same stressors drawn at random, and as many steps of training of the same network.
if [ ! -e "$out/random.safetensors" ]; then
    read -r samples epochs < <(training_of "$out/own/pretrained.safetensors")
    echo "Collecting at random" >&2
    "$mimesys" collect --strategy random --stressors applications --seed "$seed" --samples "$samples" \
        --scratch-dir "$folder" -o "$out/random.h5" >/dev/null 9>&-
    echo "Training on it" >&2
    "$mimesys" train "$out/random.h5" -o "$out/random.safetensors" --width 64 --dropout 0.1 --batch 128 --patience 0 \
        --epochs "$epochs" --seed "$seed" >/dev/null 9>&-
fi

# The calibrated model beside the floor, and refined.
"$here/fidelity.sh" -o "$out/mixes" --duration "$duration" --methods diffusion --dataset "$out/own/dataset.h5" \
    --model "$out/own/model.safetensors" --folder "$folder" --seed "$seed" --mimesys "$mimesys" \
    -- --ablation refine --rounds "$rounds"
"$mimesys" evaluate --traces "$out"/mixes/first/*.h5 --methods single-stressor --ablation state --models \
    random="$out/random.safetensors" novelty="$out/own/pretrained.safetensors" \
    novelty-aligned="$out/own/model.safetensors" --dataset "$out/own/dataset.h5" --ranges trace --seed "$seed" \
    --scratch-dir "$folder" -o "$out/learning.json" 9>&- | tee "$out/learning.txt"
