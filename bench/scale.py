#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What khabar costs by the size of the collection: generated articles in both languages.

    bench/scale.py [--sizes 10k,30k,100k,300k,1M,50MB,400MB] [--threads 2] [--queries 100] [--seconds 20]
                   [--out build/bench/scale.tsv] [--append] [--folder /tmp]

Rows are size, measure, value: speed and memory of indexing, index size, latency by kind of query, start-up,
the cost of updates. 1M articles need 8 GB of disk and about ten minutes on two cores. --append adds sizes to
a result, so that a long measurement can be made in parts.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

import measuring
from measuring import GENERATE, KHABAR, ROOT, TIMING

BYTES_OF_AN_ARTICLE = 2240  # title and body, the mean of both languages
UPDATES = 20


def articles_of(size):
    """'10k' and '1M' are articles, '50MB' is their text."""
    if size.endswith("MB"):
        return int(float(size[:-2]) * 1e6 / BYTES_OF_AN_ARTICLE)
    units = {"k": 1000, "M": 1000000}
    return int(float(size[:-1]) * units[size[-1]]) if size[-1] in units else int(size)


def generate(path, articles, first=0):
    with open(path, "w", encoding="utf-8") as out:
        subprocess.run([GENERATE, "--articles", str(articles), "--first", str(first)], stdout=out, check=True)


def edit(path):
    """Another title: what has not changed is left alone and costs nothing."""
    article, = measuring.read_articles(path)
    article["title"] += " 2"
    with open(path, "w", encoding="utf-8") as out:
        out.write(json.dumps(article, ensure_ascii=False) + "\n")


def index(folder, corpus, *options):
    done = measuring.run([KHABAR, "index", "--index", folder, "--format", "jsonl", "--json", *options, corpus])
    return done, json.loads(done.output.strip().splitlines()[-1])


def measure_indexing(corpus, folder, threads, add):
    done, report = index(folder, corpus, "--fresh", "--threads", str(threads))
    add("documents", report["documents"])
    add("text MB", report["bytes"] / 1e6)
    add("index seconds", float(report["seconds"]))
    add("index CPU seconds", done.cpu_seconds)
    add("index MB/s", report["bytes"] / 1e6 / report["seconds"])
    add("index peak MB", done.peak_mb)
    add("index MB", measuring.folder_mb(folder))


def measure_searches(corpus, folder, options, work, add):
    for kind, path in measuring.make_queries(corpus, None, options.queries, work).items():
        done = measuring.run([TIMING, "search", folder, path, "3", "phrase" if kind == "phrases" else "words",
                              str(options.seconds)])
        timed = json.loads(done.output)
        for percentile in ("p50", "p90", "p99"):
            add(f"{kind} {percentile}", timed[percentile] / 1000)
    add("search peak MB", done.peak_mb)
    query = open(f"{work}/phrases.queries", encoding="utf-8").readline().split()[0]
    command = [KHABAR, "search", "--index", folder, "--limit", "10", "--json", query]
    starts = sorted(measuring.run(command).seconds * 1000 for _ in range(11))
    add("start-up and one search p50", statistics.median(starts))


def measure_updates(folder, articles, work, add):
    """Each update is a process of its own: one article replaced by an edited one, or a thousand new ones."""
    one, seconds = work + "/one.jsonl", []
    for number in range(UPDATES):
        generate(one, 1, first=articles * number // UPDATES)
        edit(one)
        done, report = index(folder, one)
        if report["replaced"] != 1:
            sys.exit(f"an update replaced {report['replaced']} articles instead of one")
        seconds.append(done.seconds * 1000)
    add("update of one p50", statistics.median(seconds))
    add("update of one worst", max(seconds))
    generate(work + "/more.jsonl", 1000, first=articles)
    done, _ = index(folder, work + "/more.jsonl")
    add("1,000 new articles", done.seconds * 1000)
    add("index MB after updates", measuring.folder_mb(folder))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10k,30k,100k,300k,1M")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=20, help="the longest time for one kind of query")
    parser.add_argument("--out", default=ROOT + "/build/bench/scale.tsv")
    parser.add_argument("--append", action="store_true")
    parser.add_argument("--folder", help="for texts and indexes, removed at the end")
    options = parser.parse_args()
    if not os.path.exists(TIMING):
        sys.exit("not built: cmake --preset release && cmake --build --preset release")
    results = measuring.Results(options.out, ["size", "measure", "value"], append=options.append)
    for size in options.sizes.split(","):
        with tempfile.TemporaryDirectory(prefix="khabar-scale-", dir=options.folder) as work:
            articles, corpus, folder = articles_of(size), work + "/articles.jsonl", work + "/index"

            def add(measure, value):
                results.add(size, measure, value)
            generate(corpus, articles)
            measure_indexing(corpus, folder, options.threads, add)
            measure_searches(corpus, folder, options, work, add)
            if not size.endswith("MB"):
                measure_updates(folder, articles, work, add)
            shutil.rmtree(folder)


main()
