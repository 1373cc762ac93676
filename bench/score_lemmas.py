#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How well stems agree with lemmas: pairwise precision, recall and F1 of the merges, and Paice's under- and over-stemming.

    bench/score_lemmas.py KHABAR LANGUAGE GOLD.tsv [HALF]
    bench/score_lemmas.py --held-out BUILD LANGUAGE GOLD.tsv

GOLD.tsv: word, lemma, part of speech (UD's), tab-separated. HALF, 0 or 1: only the lemmas with that hash.

--held-out is the figure for words that no list knows: the lemmas are dealt into five folds, and the words of each fold are
stemmed by a program that was built without what the lists of analyzers/data/LANGUAGE say of them (broken plurals, words
that stay whole, spellings, places, words in yeh, irregular forms). Kept are the counts of words.txt and of compounds,
which are counted from news without lemmas, the stop and function words, and the verbs' stems: closed classes. It builds
khabar five times in BUILD, a build folder of this tree, and leaves the last program there; build again afterwards.
"""
import collections
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zlib

MARKS = set(range(0x64B, 0x653)) | {0x670, 0x640}
FOLDS = 5
KEPT_LISTS = {"words.txt", "compounds.txt", "compound_counts.txt", "stopwords.txt", "function_words.txt"}
# Enough of the analyzer's folding to compare a list's spelling with the gold's.
LETTERS = str.maketrans("\u064a\u0649\u0626\u0643\u0629\u06c0\u0623\u0625\u0622\u0671\u0624",
                        "\u06cc\u06cc\u06cc\u06a9\u0647\u0647\u0627\u0627\u0627\u0627\u0648")


def without_marks(word):
    return "".join(c for c in word if ord(c) not in MARKS)


def folded(word):
    return without_marks(word).replace("\u200c", "").translate(LETTERS).rstrip("\u0621")


def read_types(path, half):
    types = {}
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if line.startswith("#") or len(fields) < 3 or fields[2] in ("PUNCT", "NUM", "SYM"):
            continue
        if not any("\u0600" <= c <= "\u06ff" for c in fields[0]):
            continue
        lemma = without_marks(fields[1])
        if half is None or zlib.crc32(lemma.encode()) % 2 == half:
            types[fields[0], lemma] = fields[2]
    return types


def stems_of(khabar, language, words):
    command = [khabar, "analyze", "--language", language, "--json"]
    output = subprocess.run(command, input="\n".join(words) + "\n", capture_output=True, text=True, check=True).stdout
    analyses = map(json.loads, output.splitlines())
    return {a["text"]: " ".join(t["stem"] for t in a["tokens"] if not t.get("compound")) for a in analyses}


def is_about(line, words):
    """Whether a list's line says something of one of the words; a line of stems, in verbs.txt, does not."""
    return not line.startswith("#") and folded(line.rstrip("\n").lstrip("!=").split("\t")[0]) in words


def write_lists(source, target, words):
    dropped = 0
    for name in sorted(os.listdir(source)):
        if name in KEPT_LISTS:
            continue
        lines = open(os.path.join(source, name), encoding="utf-8").readlines()
        kept = [line for line in lines
                if not is_about(line, words) or (name == "verbs.txt" and line[0] not in "!=")]
        dropped += len(lines) - len(kept)
        with open(os.path.join(target, name), "w", encoding="utf-8") as out:
            out.writelines(kept)
    return dropped


def held_out_stems(build, language, types):
    """Of each (word, lemma): the word's stem by a program whose lists do not know the lemma's words."""
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    lists = os.path.join(root, "analyzers", "data")
    stems = {}
    with tempfile.TemporaryDirectory() as data:
        shutil.copytree(lists, data, dirs_exist_ok=True)
        try:
            subprocess.run(["cmake", "-DKHABAR_DATA_DIR=" + data, build], check=True, capture_output=True)
            for fold in range(FOLDS):
                items = [t for t in types if zlib.crc32(t[1].encode()) % FOLDS == fold]
                words = {folded(text) for item in items for text in item}
                dropped = write_lists(os.path.join(lists, language), os.path.join(data, language), words)
                subprocess.run(["cmake", "--build", build, "--target", "khabar"], check=True, capture_output=True)
                found = stems_of(os.path.join(build, "khabar"), language, sorted({word for word, _ in items}))
                stems.update({item: found[item[0]] for item in items})
                print(f"fold {fold}: {len(items)} types, {dropped} lines of the lists left out", file=sys.stderr)
        finally:
            subprocess.run(["cmake", "-DKHABAR_DATA_DIR=" + lists, build], check=True, capture_output=True)
    return stems


def score(items, stems):
    def pairs(groups):
        return sum(n * (n - 1) // 2 for n in groups.values())
    merged = pairs(collections.Counter(stems[item] for item in items))
    wanted = pairs(collections.Counter(lemma for _, lemma in items))
    right = pairs(collections.Counter((stems[item], item[1]) for item in items))
    precision, recall = right / max(merged, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    over = (merged - right) / max(len(items) * (len(items) - 1) / 2 - wanted, 1)
    return f"types {len(items)}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  UI {1 - recall:.3f}  OI*1000 {over * 1000:.3f}"


def main():
    arguments = sys.argv[1:]
    held_out = arguments[:1] == ["--held-out"]
    if held_out:
        arguments = arguments[1:]
    if len(arguments) not in ((3,) if held_out else (3, 4)):
        sys.exit(__doc__)
    program, language, gold = arguments[:3]
    types = read_types(gold, int(arguments[3]) if len(arguments) > 3 else None)
    if held_out:
        stems = held_out_stems(os.path.abspath(program), language, types)
    else:
        found = stems_of(program, language, sorted({word for word, _ in types}))
        stems = {item: found[item[0]] for item in types}
    print("all       ", score(list(types), stems))
    print("non-verbs ", score([t for t in types if types[t] not in ("VERB", "AUX")], stems))


main()
