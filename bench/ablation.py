#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What each stage of analysis and each kind of evidence is worth: a Markdown table of nDCG@10.

    bench/ablation.py [--list bench/collections.tsv] [--only NAME,NAME] [--khabar FILE]

Each is left out by an option of the binary. Stages of analysis are of the index as well, so the
collection is indexed once for each (`khabar --leave-out STAGE`); evidence is left out by its weight
(`khabar eval`). The run is compared with that of all by its paired randomization test. A row shows
the change of the mean, the p value, and the change on each of two halves of the topics (by a hash
of the topic's id, so that the halves never change). The standard library only.
"""

import argparse
import hashlib
import json
import subprocess
import tempfile

import measuring

STAGES = {
    "letter folding": "letters",
    "joining of parted words": "joining",
    "compounds": "compounds",
    "stems (words alone)": "stems",
}
# Evidence -> the options that switch it off.
EVIDENCE = {
    "words (stems alone)": ["--surface-weight", "0"],
    "the stem in the title": ["--title-weight", "0"],
    "names": ["--name-weight", "0"],
    "neighbours": ["--neighbour-weight", "0", "--counted-weight", "0"],
    "words near each other": ["--close-weight", "0"],
    "numbers beside what they count": ["--counted-weight", "0"],
    "expressions with a function word": ["--expression-weight", "0"],
    "two words that articles write as one": ["--joined-weight", "0"],
    "words of one family": ["--related-weight", "0", "--event-weight", "0", "--kin-weight", "0"],
    "other spacing": ["--spacing-weight", "0"],
    "keyboard layouts": ["--layout-weight", "0"],
    "dropping function words": ["--stop-word-weight", "1"],
    "length (b 0.75 -> 0)": ["--b", "0"],
    "with feedback expansion": ["--expand"],
}
ACROSS = {"translations": ["--translation-weight", "0"]}


class Ablation:
    """One collection: its index, and what it is compared with."""

    def __init__(self, khabar, collection, folder):
        self.khabar, self.collection, self.folder = khabar, collection, folder
        self.corpus = measuring.prepare_corpus(collection, folder)
        self.base_run = folder + "/base.run"
        self.index([])
        self.base = self.evaluate(self.base_run)
        self.halves = by_half(self.base)

    def index(self, stages):
        subprocess.run([self.khabar, *stages, "index", "--index", self.folder + "/index", "--fresh", "--format", "jsonl",
                        self.corpus], check=True, capture_output=True)

    def evaluate(self, run, options=(), stages=()):
        command = [self.khabar, *stages, "eval", "--index", self.folder + "/index", "--topics", self.collection.topics,
                   "--qrels", self.collection.qrels, "--depth", "10", "--json", "--per-topic", "--run", run, *options]
        if self.collection.options == "cross-language":
            command.append("--cross-language")
        if run != self.base_run:
            command += ["--compare", self.base_run]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    def print_base(self):
        print(f"| {self.collection.name} | all ({self.base['topics']} topics) | {self.base['ndcg@10']:.4f} | | "
              f"{self.halves[0]:.4f} | {self.halves[1]:.4f} |", flush=True)

    def print_without(self, name, options=(), stages=()):
        report = self.evaluate(self.folder + "/other.run", options, stages)
        test = report["compare"]["ndcg@10"]
        first, second = by_half(report)
        print(f"| | {name} | {test['difference']:+.4f} | {test['p']:.4f} | "
              f"{first - self.halves[0]:+.4f} | {second - self.halves[1]:+.4f} |", flush=True)


def by_half(report):
    sums = [[0.0, 0], [0.0, 0]]
    for row in report["per_topic"]:
        half = hashlib.sha256(row["topic"].encode()).digest()[0] % 2
        sums[half][0] += row["ndcg@10"]
        sums[half][1] += 1
    return [total / max(1, count) for total, count in sums]


def print_collection(khabar, collection, folder):
    ablation = Ablation(khabar, collection, folder)
    ablation.print_base()
    for name, options in {**EVIDENCE, **(ACROSS if collection.options == "cross-language" else {})}.items():
        ablation.print_without(name, options)
    for name, stage in STAGES.items():
        stages = ["--leave-out", stage]
        ablation.index(stages)
        ablation.print_without(name, stages=stages)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", default=measuring.ROOT + "/bench/collections.tsv")
    parser.add_argument("--only", default="", help="names of collections, with commas")
    parser.add_argument("--khabar", default=measuring.KHABAR)
    options = parser.parse_args()
    only = [name for name in options.only.split(",") if name]
    print("| collection | without | nDCG@10 | p | half A | half B |")
    print("|---|---|---|---|---|---|")
    for collection in measuring.read_collections(options.list):
        if collection.qrels and (not only or collection.name in only):
            with tempfile.TemporaryDirectory() as folder:
                print_collection(options.khabar, collection, folder)


if __name__ == "__main__":
    main()
