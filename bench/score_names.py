#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How many names the stemmer keeps whole, and in Arabic finds behind wa-, bi- and li-.

    bench/score_names.py KHABAR LANGUAGE NAMES.tsv [HALF]

NAMES.tsv: name, kind, tab-separated (tests/gold/LANGUAGE/names.tsv). HALF, 0 or 1: only the names with that hash. A name
that is read otherwise is listed with its stem; many are common words, too, and rightly so.
"""
import json
import subprocess
import sys
import zlib

ARTICLE = "\u0627\u0644"
AND, WITH, TO = "\u0648", "\u0628", "\u0644"


def read_names(path, half):
    names = []
    for line in open(path, encoding="utf-8"):
        name = line.split("\t")[0].replace("\\u200C", "\u200c").strip()
        if name and not name.startswith("#") and (half is None or zlib.crc32(name.encode()) % 2 == half):
            names.append(name)
    return names


def with_clitics(name):
    to = TO + TO + name[2:] if name.startswith(ARTICLE) else TO + name
    return [AND + name, WITH + name, to, AND + (WITH + name if name.startswith(ARTICLE) else to)]


def readings(khabar, language, words):
    command = [khabar, "analyze", "--language", language, "--json"]
    output = subprocess.run(command, input="\n".join(words) + "\n", capture_output=True, text=True, check=True).stdout
    found = {}
    for line in output.splitlines():
        analysis = json.loads(line)
        tokens = [token for token in analysis["tokens"] if not token.get("compound")]
        found[analysis["text"]] = (tokens[0]["word"], tokens[0]["stem"]) if len(tokens) == 1 else None
    return found


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    khabar, language = sys.argv[1:3]
    names = read_names(sys.argv[3], int(sys.argv[4]) if len(sys.argv) == 5 else None)
    forms = {name: with_clitics(name) if language == "ar" else [] for name in names}
    read = readings(khabar, language, names + [form for name in names for form in forms[name]])
    one_word = [name for name in names if read[name] is not None]
    whole = met = 0
    for name in one_word:
        word, stem = read[name]
        kept = stem in (word, word.removeprefix(ARTICLE) if language == "ar" and name.startswith(ARTICLE) else word)
        whole += kept
        met += sum(read[form] is not None and read[form][1] == stem for form in forms[name])
        if not kept:
            print("read as", name, stem, sep="\t")
    print(f"whole {whole}/{len(one_word)} = {whole / len(one_word):.3f}")
    if language == "ar":
        print(f"behind clitics {met}/{4 * len(one_word)} = {met / 4 / len(one_word):.3f}")


main()
