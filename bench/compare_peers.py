#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""khabar beside the engines that news archives use today, in one run: indexing, index size, latency, quality.

    bench/compare_peers.py [--list bench/collections.tsv] [--only NAME,NAME] [--engines khabar,lucene]
                           [--rounds 3] [--queries 200] [--seconds 10] [--out build/bench/peers.tsv]
                           [--append] [--generated N]

Rounds are interleaved: each engine indexes and is timed once a round, so that what else the machine
does falls on all alike. What is not installed is left out with a message; bench/peers/install.sh
installs all. The rows are collection, engine, round, measure, value; bench/report.py makes tables.
"""
import argparse
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import measuring
from measuring import BUILD, KHABAR, ROOT, TIMING

PEERS = ROOT + "/bench/peers"


class Khabar:
    name = "khabar"
    threads = 2

    def missing(self):
        return None if os.path.exists(KHABAR) and os.path.exists(TIMING) else "not built"

    def index(self, language, corpus, folder):
        return [KHABAR, "index", "--index", folder, "--fresh", "--threads", str(self.threads), "--json",
                "--format", "jsonl", corpus]

    def search(self, work, language, folder, *rest):
        return [TIMING, "search", folder, *rest]


class Peer:
    """An engine behind a program that knows index, run and time."""
    threads = 1

    def index(self, language, corpus, folder):
        return self.command + ["index", language, corpus, folder] + self.more

    def search(self, work, language, folder, *rest):
        return self.command + [work, language, folder, *rest]

    more = []


class Lucene(Peer):
    name, threads, more = "lucene", 2, ["2"]

    def __init__(self, folder):
        self.jars = [path for part in ("core", "analyzers-common")
                     for path in glob.glob(f"/usr/share/java/lucene-{part}-8.*.jar")]
        self.folder = folder
        self.command = ["java", "-Xmx2g", "-cp", ":".join([folder] + self.jars), "LucenePeer"]

    def missing(self):
        if len(self.jars) < 2 or not shutil.which("javac"):
            return "not installed (liblucene8-java, a JDK)"
        subprocess.run(["javac", "-encoding", "UTF-8", "-cp", ":".join(self.jars), "-d", self.folder,
                        PEERS + "/LucenePeer.java"], check=True)
        return None


class StockXapian(Peer):
    name, command = "xapian", [BUILD + "/bench/khabar_xapian_peer"]

    def missing(self):
        return None if os.path.exists(self.command[0]) else "not built"


class Sqlite(Peer):
    name, command = "sqlite", [sys.executable, PEERS + "/sqlite_peer.py"]

    def missing(self):
        test = "import sqlite3; sqlite3.connect(':memory:').execute('create virtual table t using fts5(a)')"
        return None if subprocess.run([sys.executable, "-c", test], capture_output=True).returncode == 0 else "no FTS5"


class Postgres(Peer):
    name, command = "postgres", [sys.executable, PEERS + "/postgres_peer.py"]

    def missing(self):
        return None if glob.glob("/usr/lib/postgresql/*/bin/initdb") else "not installed (postgresql)"


def engines_of(names, folder):
    present = []
    for engine in (Khabar(), Lucene(folder), StockXapian(), Sqlite(), Postgres()):
        if names and engine.name not in names:
            continue
        reason = engine.missing()
        if reason:
            print(f"{engine.name}: left out, {reason}", file=sys.stderr)
        else:
            present.append(engine)
    return present


def round_of(engine, collection, corpus, queries, folder, options, add):
    index = f"{folder}/index-{engine.name}"
    shutil.rmtree(index, ignore_errors=True)
    done = measuring.run(engine.index(collection.language, corpus, index))
    report = json.loads(done.output.strip().splitlines()[-1])
    add("index seconds", float(report["seconds"]))
    add("index CPU seconds", done.cpu_seconds if engine.name != "postgres" else float("nan"))
    add("index peak MB", done.peak_mb if engine.name != "postgres" else float("nan"))
    add("index MB", report["index_bytes"] / 1e6 if "index_bytes" in report else measuring.folder_mb(index))
    for kind, path in queries.items():
        words = "phrase" if kind == "phrases" else "words"
        timed = json.loads(measuring.run(engine.search(
            "time", collection.language, index, path, "5", words, str(options.seconds))).output)
        for percentile in ("p50", "p90", "p99"):
            add(f"{kind} {percentile}", float(timed[percentile]))
    return index


def write_topics(collection, path):
    with open(path, "w", encoding="utf-8") as out:
        for topic in measuring.read_articles(collection.topics):
            out.write(f"{topic['id']}\t{' '.join(topic['title'].split())}\n")


def quality_of(engine, collection, index, folder, add):
    run = f"{folder}/{engine.name}.run"
    if engine.name == "khabar":
        command = [KHABAR, "eval", "--index", index, "--topics", collection.topics, "--qrels", collection.qrels,
                   "--run", run]
        measuring.run(command + (["--cross-language"] if collection.options == "cross-language" else []))
    else:
        topics = f"{folder}/topics.tsv"
        write_topics(collection, topics)
        measuring.run(engine.search("run", collection.language, index, topics, run))
    scores = json.loads(measuring.run([KHABAR, "eval", "--score", run, "--qrels", collection.qrels, "--json"]).output)
    for measure in ("ndcg@10", "map", "recall@100", "recall@1000"):
        add(measure, float(scores[measure]))


def compare_analysis(collection, corpus, engines, rounds, results):
    """Text to tokens alone: khabar's analyzer and Lucene's, one beside the other."""
    lucene = next((engine for engine in engines if engine.name == "lucene"), None)
    if not lucene:
        return
    commands = {"khabar": [TIMING, "analyze", collection.language, corpus, "3"],
                "lucene": lucene.command + ["analyze", collection.language, corpus, "3"]}
    for number in range(1, rounds + 1):
        for name, command in commands.items():
            report = json.loads(measuring.run(command).output)
            results.add(collection.name, name, number, "analysis MB/s", sorted(report["mb_s"])[1])


def compare(collection, engines, options, results, folder):
    if options.generated and collection.corpus.startswith("generate:"):
        collection = collection._replace(corpus=f"generate:{options.generated}")
    corpus = measuring.prepare_corpus(collection, folder)
    megabytes = sum(len((article.get("title") or "").encode()) + len((article.get("body") or "").encode())
                    for article in measuring.read_articles(corpus)) / 1e6
    results.add(collection.name, "-", 0, "text MB", megabytes)
    results.add(collection.name, "-", 0, "documents", sum(1 for _ in open(corpus, encoding="utf-8")))
    queries = measuring.make_queries(corpus, collection.topics, options.queries, folder)
    print(f"   {collection.name}, {megabytes:.1f} MB of text", flush=True)
    if megabytes >= 1:  # less is over before Java's compiler has begun
        compare_analysis(collection, corpus, engines, options.rounds, results)
    for number in range(1, options.rounds + 1):
        for engine in engines:
            def add(measure, value):
                results.add(collection.name, engine.name, number, measure, value)
            start = time.monotonic()
            index = round_of(engine, collection, corpus, queries, folder, options, add)
            if number == options.rounds and collection.qrels:
                quality_of(engine, collection, index, folder, add)
            shutil.rmtree(index, ignore_errors=True)
            print(f"   {collection.name}, round {number} of {options.rounds}: {engine.name}, {time.monotonic() - start:.0f} s",
                  flush=True)
    os.remove(corpus)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", default=ROOT + "/bench/collections.tsv")
    parser.add_argument("--only", default="", help="names of collections, with commas")
    parser.add_argument("--engines", default="")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=10, help="the longest time for one kind of query")
    parser.add_argument("--out", default=ROOT + "/build/bench/peers.tsv")
    parser.add_argument("--generated", type=int, help="so many articles in generated collections")
    parser.add_argument("--append", action="store_true", help="add to --out")
    options = parser.parse_args()
    only = [name for name in options.only.split(",") if name]
    # Topics in another language are khabar's own: no peer translates.
    rows = [row for row in measuring.read_collections(options.list)
            if (row.name in only if only else row.options != "cross-language")]
    if not rows:
        sys.exit(f"{options.list} has none of: {options.only}")
    results = measuring.Results(options.out, ["collection", "engine", "round", "measure", "value"],
                                append=options.append, quiet=True)
    with tempfile.TemporaryDirectory(prefix="khabar-peers-") as folder:
        os.chmod(folder, 0o755)  # the server's user must enter
        engines = engines_of([name for name in options.engines.split(",") if name], folder)
        for row in rows:
            compare(row, engines, options, results, folder)


main()
