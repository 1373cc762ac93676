#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pairs of articles with one title within two days, and how many of them share no cluster.

    khabar export --index INDEX --copies > clusters.jsonl
    bench/score_title_pairs.py clusters.jsonl corpus.jsonl.gz

A title counts with twenty letters or more, signs and spellings folded. Shortened is a pair of whose
shorter body more than .6 of the shingles, three words in a row, are in the longer.
"""
import collections
import datetime
import gzip
import itertools
import json
import re
import sys
import unicodedata

from score_copies import read_clusters

# Farsi yeh, keheh, alef, heh and waw for their other forms; no tatweel; a blank for ZWNJ.
SPELLINGS = str.maketrans(
    "\u064a\u0649\u0626\u0643\u0623\u0625\u0622\u0671\u0629\u06c0\u0624\u200c",
    "\u06cc\u06cc\u06cc\u06a9\u0627\u0627\u0627\u0627\u0647\u0647\u0648 ", "\u0640")


def words(text):
    text = unicodedata.normalize("NFKC", text or "").lower()
    text = "".join(letter for letter in text if unicodedata.category(letter) != "Mn")
    return re.findall(r"\w+", text.translate(SPELLINGS))


def shingles(text):
    body = words(text)
    return set(zip(body, body[1:], body[2:]))


def is_shortened(one, other):
    shorter, longer = sorted((shingles(one["body"]), shingles(other["body"])), key=len)
    return len(shorter & longer) > 0.6 * max(1, len(shorter))


def day(article):
    return datetime.date.fromisoformat(article["date"][:10]) if article.get("date") else None


def title_pairs(path):
    by_title = collections.defaultdict(list)
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            title = "".join(words(article.get("title")))
            if len(title) >= 20 and day(article):
                by_title[title].append(article)
    for articles in by_title.values():
        for one, other in itertools.combinations(articles, 2):
            if abs(day(one) - day(other)).days <= 2 and one["id"] != other["id"]:
                yield one, other


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    cluster_of = read_clusters(sys.argv[1])
    pairs, apart = 0, []
    for one, other in title_pairs(sys.argv[2]):
        pairs += 1
        if cluster_of.get(one["id"], one["id"]) != cluster_of.get(other["id"], other["id"]):
            apart.append((one, other))
    shortened = sum(is_shortened(one, other) for one, other in apart)
    print(f"{pairs} pairs of one title; {len(apart)} in two clusters, {shortened} of them shortened")


if __name__ == "__main__":
    main()
