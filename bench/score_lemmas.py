#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How well stems agree with lemmas: pairwise precision, recall and F1 of the merges, and Paice's under- and over-stemming.

    bench/score_lemmas.py KHABAR LANGUAGE GOLD.tsv [HALF]

GOLD.tsv: word, lemma, part of speech (UD's), tab-separated. HALF, 0 or 1: only the lemmas with that hash.
"""
import collections
import json
import subprocess
import sys
import zlib

MARKS = set(range(0x64B, 0x653)) | {0x670, 0x640}


def read_types(path, half):
    types = {}
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if line.startswith("#") or len(fields) < 3 or fields[2] in ("PUNCT", "NUM", "SYM"):
            continue
        if not any("\u0600" <= c <= "\u06ff" for c in fields[0]):
            continue
        lemma = "".join(c for c in fields[1] if ord(c) not in MARKS)
        if half is None or zlib.crc32(lemma.encode()) % 2 == half:
            types[fields[0], lemma] = fields[2]
    return types


def stems_of(khabar, language, words):
    command = [khabar, "analyze", "--language", language, "--json"]
    output = subprocess.run(command, input="\n".join(words) + "\n", capture_output=True, text=True, check=True).stdout
    analyses = map(json.loads, output.splitlines())
    return {a["text"]: " ".join(t["stem"] for t in a["tokens"] if not t.get("compound")) for a in analyses}


def score(items, stems):
    def pairs(groups):
        return sum(n * (n - 1) // 2 for n in groups.values())
    merged = pairs(collections.Counter(stems[word] for word, _ in items))
    wanted = pairs(collections.Counter(lemma for _, lemma in items))
    right = pairs(collections.Counter((stems[word], lemma) for word, lemma in items))
    precision, recall = right / max(merged, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    over = (merged - right) / max(len(items) * (len(items) - 1) / 2 - wanted, 1)
    return f"types {len(items)}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  UI {1 - recall:.3f}  OI*1000 {over * 1000:.3f}"


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    types = read_types(sys.argv[3], int(sys.argv[4]) if len(sys.argv) > 4 else None)
    stems = stems_of(sys.argv[1], sys.argv[2], sorted({word for word, _ in types}))
    print("all       ", score(list(types), stems))
    print("non-verbs ", score([t for t in types if types[t] not in ("VERB", "AUX")], stems))


main()
