#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""SQLite FTS5 as a peer of khabar: unicode61 with marks in words, bm25(). See bench/peers/README.md.

    sqlite_peer.py index LANGUAGE CORPUS INDEX
    sqlite_peer.py run   LANGUAGE INDEX TOPICS RUN
    sqlite_peer.py time  LANGUAGE INDEX QUERIES ROUNDS words|phrase SECONDS
"""
import gzip
import json
import math
import os
import re
import sqlite3
import sys
import time

# FTS5 has no stemmer for either language. Marks (harakat) count as letters, so that they do not cut
# words. Both languages are read alike; trigrams would rank far worse.
SCHEMA = """create virtual table article using fts5(id unindexed, title, body,
            tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn'")"""
SELECT = "select id, rank from article where article match ? order by rank limit ?"


def read_articles(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["id"], article.get("title") or "", article.get("body") or ""


def index(corpus, path):
    start = time.perf_counter()
    os.makedirs(path)
    database = sqlite3.connect(path + "/articles.sqlite")
    database.execute("pragma journal_mode = off")
    database.execute("pragma synchronous = off")
    database.execute(SCHEMA)
    with database:
        database.executemany("insert into article values (?, ?, ?)", read_articles(corpus))
        database.execute("insert into article(article) values ('optimize')")
    count = database.execute("select count(*) from article").fetchone()[0]
    print(json.dumps({"documents": count, "seconds": time.perf_counter() - start}))


def words_query(text):
    return " OR ".join('"' + word + '"' for word in re.findall(r"[\w\u064b-\u065f\u0670]+", text))


def phrase_query(text):
    return '"' + text.replace('"', " ") + '"'


def run(database, topics, path):
    with open(path, "w", encoding="utf-8") as out:
        for line in open(topics, encoding="utf-8"):
            topic, text = line.rstrip("\n").split("\t", 1)
            hits = database.execute(SELECT, (words_query(text), 1000))
            for rank, (article, score) in enumerate(hits, 1):
                out.write(f"{topic} Q0 {article} {rank} {-score:.6f} sqlite\n")


def timed(database, query):
    start = time.perf_counter()
    database.execute(SELECT, (query, 10)).fetchall()
    return (time.perf_counter() - start) * 1e6


def time_searches(database, queries, rounds, seconds):
    times = []
    for counted in [False] + [True] * rounds:
        if not times:
            start = time.perf_counter()
        for query in queries:
            if time.perf_counter() - start > seconds:
                break
            times += [timed(database, query)] if counted else []
            if not counted:
                timed(database, query)
    times.sort()
    rank = {f"p{p}": times[max(0, math.ceil(p / 100 * len(times)) - 1)] for p in (50, 90, 99)}
    print(json.dumps({"searches": len(times), **rank}))


def main():
    work, _, *rest = sys.argv[1:]
    if work == "index":
        return index(*rest)
    database = sqlite3.connect(rest[0] + "/articles.sqlite")
    database.execute("pragma mmap_size = 4000000000")
    database.execute("pragma cache_size = -500000")
    if work == "run":
        return run(database, rest[1], rest[2])
    make_query = phrase_query if rest[3] == "phrase" else words_query
    queries = [make_query(line.rstrip("\n")) for line in open(rest[1], encoding="utf-8")]
    return time_searches(database, queries, int(rest[2]), float(rest[4]))


main()
