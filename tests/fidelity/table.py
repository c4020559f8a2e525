#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0
"""table.py FOLDER MIX...: table.json and table.md from what fidelity.sh left in its folder; prints the table."""

import json
import os
import sys

FAMILIES = ["cpu", "memory", "cache", "disk", "network", "other"]


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return json.load(file)


def write(text, *path):
    """The file appears complete or not at all."""
    name = os.path.join(*path)
    with open(name + ".new", "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(name + ".new", name)


def collect(folder, mixes):
    """Per mix the score of the second recording and of each method's whole-trace trial."""
    evaluation = read(folder, "evaluation.json")
    result = {
        "format": "mimesys-fidelity",
        "version": 1,
        "settings": open(os.path.join(folder, "settings"), encoding="utf-8").read().strip(),
        "executor": evaluation["executor"],
        "simulated": evaluation["simulated"],
        "machine": evaluation["machine"],
        "methods": evaluation["methods"],
        "mixes": {},
    }
    for mix in mixes:
        floor = read(folder, "floor", mix + ".json")
        methods = {}
        for trial in evaluation["trials"]:
            whole = trial["view"]["dropped"] == 0 and trial["view"]["without"] is None
            if trial["trace"] != mix + ".h5" or not whole:
                continue
            if "failure" in trial:
                methods[trial["method"]] = {"failure": trial["failure"]}
            else:
                methods[trial["method"]] = {
                    "mean": trial["mean"],
                    "times_floor": trial["mean"] / floor["mean"] if floor["mean"] > 0 else None,
                    "families": trial["families"],
                }
        result["mixes"][mix] = {
            "floor": {"mean": floor["mean"], "families": floor["families"]},
            "methods": methods,
        }
    return result


def row(cells):
    return "| " + " | ".join(cells) + " |"


def number(value):
    return "-" if value is None else f"{value:.4f}"


def mean(values):
    return sum(values) / len(values) if values else None


def value_of(score, family):
    if score is None or "failure" in score:
        return None
    return score["mean"] if family == "MEAN" else score["families"].get(family)


def section(result, methods, family):
    """One table: mixes down, floor and methods across; empty when no mix has the family."""
    mixes = result["mixes"]
    floors = {mix: value_of(scores["floor"], family) for mix, scores in mixes.items()}
    if all(floor is None for floor in floors.values()):
        return []
    lines = [
        f"## {family}",
        "",
        row(["mix", "floor"] + methods),
        row(["---"] + ["---:"] * (1 + len(methods))),
    ]
    columns = [list(floors.values())]
    cells = {mix: [mix, number(floors[mix])] for mix in mixes}
    for method in methods:
        column = [value_of(scores["methods"].get(method), family) for scores in mixes.values()]
        for mix, value in zip(mixes, column):
            floor = floors[mix]
            ratio = f" ({value / floor:.2f}×)" if value is not None and floor else ""
            failed = "failure" in mixes[mix]["methods"].get(method, {})
            cells[mix].append("failed" if failed else number(value) + ratio)
        columns.append(column)
    lines += [row(line) for line in cells.values()]
    means = [mean([v for v in column if v is not None]) for column in columns]
    lines.append(row(["**all mixes**"] + [number(value) for value in means]))
    return lines + [""]


def markdown(result):
    methods = list(result["methods"])
    simulated = ", SIMULATED" if result["simulated"] else ""
    lines = [
        f"# Fidelity on {result['executor']}{simulated}",
        "",
        "DTW distance to the first recording of each mix; 0 = identical, 0.1 = 10 %. Floor: a second recording of the "
        "same mix. In brackets: times the floor.",
        "",
    ]
    for family in ["MEAN"] + FAMILIES:
        lines += section(result, methods, family)
    lines += [row(["method", "windows/s generated"]), row(["---", "---:"])]
    for method in methods:
        speed = result["methods"][method]["windows_per_second"]
        lines.append(row([method, "-" if speed is None else f"{speed:.0f}"]))
    failures = [
        f"- {mix}, {method}: {score['failure']}"
        for mix, scores in result["mixes"].items()
        for method, score in scores["methods"].items()
        if "failure" in score
    ]
    return "\n".join(lines + [""] + failures).rstrip() + "\n"


def main():
    if len(sys.argv) < 3:
        sys.exit("Usage: table.py FOLDER MIX...")
    folder, mixes = sys.argv[1], sys.argv[2:]
    try:
        result = collect(folder, mixes)
    except (OSError, ValueError, KeyError, TypeError) as error:
        sys.exit(f"table.py: the results in {folder} cannot be read ({error!r}).")
    text = markdown(result)
    write(json.dumps(result, indent=1) + "\n", folder, "table.json")
    write(text, folder, "table.md")
    print(text, end="")


main()
