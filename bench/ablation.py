#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What each kind of evidence is worth: a Markdown table, collection by feature, nDCG@10.

    bench/ablation.py [--khabar FILE] COLLECTION=INDEX ...

COLLECTION is a folder with topics.jsonl and qrels.txt, INDEX an index of its documents. Each
feature is switched off by an option of `khabar eval`; the run is compared with that of all features
by its paired randomization test. A row shows the change of the mean, the p value, and the change on
each of two halves of the topics (by a hash of the topic's id, so that the halves never change).
The standard library only.
"""

import argparse
import hashlib
import json
import pathlib
import subprocess
import tempfile

# Feature -> the options that switch it off.
FEATURES = {
    "stems (words alone)": ["--stem-weight", "0"],
    "words as spelled (stems alone)": ["--surface-weight", "0"],
    "compounds": ["--compound-weight", "0"],
    "names": ["--name-weight", "0"],
    "other spacing": ["--spacing-weight", "0"],
    "keyboard layouts": ["--layout-weight", "0"],
    "leaving out function words": ["--stop-word-weight", "1"],
    "length (b 0.75 -> 0)": ["--b", "0"],
    "with feedback expansion": ["--expand"],
}


def evaluate(khabar, folder, index, run, options, compare=None):
    command = [khabar, "eval", "--index", index, "--topics", str(folder / "topics.jsonl"),
               "--qrels", str(folder / "qrels.txt"), "--depth", "10", "--json", "--per-topic",
               "--run", run, *options]
    if compare:
        command += ["--compare", compare]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def by_half(report):
    sums = [[0.0, 0], [0.0, 0]]
    for row in report["per_topic"]:
        half = hashlib.sha256(row["topic"].encode()).digest()[0] % 2
        sums[half][0] += row["ndcg@10"]
        sums[half][1] += 1
    return [total / max(1, count) for total, count in sums]


def print_collection(khabar, folder, index, scratch):
    base_run = str(scratch / "base.run")
    base = evaluate(khabar, folder, index, base_run, [])
    halves = by_half(base)
    print(f"| {folder.name} | all ({base['topics']} topics) | {base['ndcg@10']:.4f} | | "
          f"{halves[0]:.4f} | {halves[1]:.4f} |", flush=True)
    for feature, options in FEATURES.items():
        report = evaluate(khabar, folder, index, str(scratch / "other.run"), options, base_run)
        test = report["compare"]["ndcg@10"]
        first, second = by_half(report)
        print(f"| | {feature} | {test['difference']:+.4f} | {test['p']:.4f} | "
              f"{first - halves[0]:+.4f} | {second - halves[1]:+.4f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--khabar", default="build/release/khabar")
    parser.add_argument("collections", nargs="+", metavar="COLLECTION=INDEX")
    options = parser.parse_args()
    print("| collection | without | nDCG@10 | p | half A | half B |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as scratch:
        for pair in options.collections:
            folder, _, index = pair.rpartition("=")
            print_collection(options.khabar, pathlib.Path(folder), index, pathlib.Path(scratch))


if __name__ == "__main__":
    main()
