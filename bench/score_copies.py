#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Precision and recall of wire copies on pairs of articles.

    khabar export --index INDEX --copies > clusters.jsonl
    bench/score_copies.py clusters.jsonl bench/expected/copies.tsv
    bench/score_copies.py clusters.jsonl corpus/ministry-news/copies.tsv

A cluster is a JSON array of ids. A line of a pair file is two ids, tab-separated, and, where it was
judged by hand, the resemblance, the judgment (2 copies, 1 versions, 0 others) and how many pairs of
the collection it stands for. Pairs without a judgment are copies.
"""
import json
import sys


def read_clusters(path):
    cluster_of = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            for article in json.loads(line):
                cluster_of[article] = number
    return cluster_of


def read_pairs(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            fields = line.rstrip("\n").split("\t")
            judgment = int(fields[3]) if len(fields) > 3 else 2
            yield fields[0], fields[1], judgment, float(fields[4]) if len(fields) > 4 else 1.0


def ratio(part, whole):
    return f"{part / whole:.3f}" if whole else "-"


def report(pairs, cluster_of, least, weighted):
    """`least` is the judgment from which on two articles are to share a cluster."""
    found = hits = wanted = 0.0
    for one, other, judgment, weight in pairs:
        weight = weight if weighted else 1.0
        same = one in cluster_of and cluster_of[one] == cluster_of.get(other)
        found += weight * same
        wanted += weight * (judgment >= least)
        hits += weight * (same and judgment >= least)
    print(f"judged {least} or more, {'pairs of the collection' if weighted else 'pairs of the file'}:"
          f"  precision {ratio(hits, found)}  recall {ratio(hits, wanted)}"
          f"  ({hits:.0f} of {found:.0f} found, {wanted:.0f} wanted)")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    cluster_of = read_clusters(sys.argv[1])
    pairs = list(read_pairs(sys.argv[2]))
    print(f"{len(pairs)} pairs; {len(set(cluster_of.values()))} clusters of {len(cluster_of)} articles")
    for least in sorted({judgment for _, _, judgment, _ in pairs} - {0}, reverse=True):
        report(pairs, cluster_of, least, False)
        if any(weight != 1.0 for *_, weight in pairs):
            report(pairs, cluster_of, least, True)


if __name__ == "__main__":
    main()
