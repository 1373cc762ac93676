#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How many spelling variants a default search brings together, and how many lures it keeps apart.

    bench/score_variants.py KHABAR TABLE.tsv

TABLE.tsv: kind, language, query, document, match or differ. One index holds the documents of all rows.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

ESCAPE = re.compile(r"\\u([0-9A-F]{4})")  # of characters that nobody sees


def read_rows(path):
    rows = []
    for line in open(path, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            rows.append(ESCAPE.sub(lambda found: chr(int(found[1], 16)), line.rstrip("\n")).split("\t"))
    return rows


def build_index(khabar, rows, folder):
    source, index = os.path.join(folder, "documents.jsonl"), os.path.join(folder, "index")
    with open(source, "w", encoding="utf-8") as out:
        for number, row in enumerate(rows):
            out.write(json.dumps({"id": str(number), "body": row[3], "lang": row[1]}) + "\n")
    subprocess.run([khabar, "index", "--index", index, source], check=True, capture_output=True)
    return index


def found_ids(khabar, index, query, limit):
    command = [khabar, "search", "--index", index, "--limit", str(limit), "--json", "--", query]
    result = subprocess.run(command, capture_output=True, text=True)
    return {hit["id"] for hit in json.loads(result.stdout)["hits"]} if result.returncode == 0 else set()


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    khabar, rows = sys.argv[1], read_rows(sys.argv[2])
    right, all_rows = collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        index = build_index(khabar, rows, folder)
        for row in rows:
            wanted = {str(n) for n, other in enumerate(rows) if other[1] == row[1] and other[3] == row[3]}
            good = bool(wanted & found_ids(khabar, index, row[2], len(rows))) == (row[4] == "match")
            for name in (row[0] if row[4] == "match" else "lure", "all " + row[4]):
                all_rows[name] += 1
                right[name] += good
            if not good:
                print("wrong", *row[:5], sep="\t")
    for name, count in all_rows.items():
        print(f"{name:14} {right[name]}/{count} = {right[name] / count:.3f}")


main()
