#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores suggestions for the misspellings of misspell.py.

Usage: score_suggestions.py TOOL INDEX misspelled.tsv [half] [--show]

TOOL is the khabar executable, or "xapian" for Xapian's own get_spelling_suggestion() over the same
vocabulary (needs the Python package xapian). Prints the share corrected first, in all and by the
kind of slip. A suggestion is right when it folds to the word meant; for a word that is right as it
is (kind "none"), when there is none. Topics (JSON Lines with "title") are taken for right.
"""
import collections, json, os, re, subprocess, sys, tempfile, time

FOLD = str.maketrans("أإآٱيىئؤةك", "اااایییوهک")
MARKS = re.compile("[\u064B-\u065F\u0670\u0640\u200C]")


def fold(text):
    return MARKS.sub("", text).translate(FOLD)


def khabar(tool, index):
    def suggest(typed):
        out = subprocess.run([tool, "search", "--index", index, "--json", "--limit", "1", "--", typed],
                             capture_output=True, text=True).stdout
        return json.loads(out).get("suggestion") or ""
    return suggest


def xapian_speller(index):
    import xapian
    source = xapian.Database(index)
    folder = tempfile.mkdtemp()
    target = xapian.WritableDatabase(folder, xapian.DB_CREATE)
    for term in source.allterms():
        word = term.term.decode()
        if not word[:1].isascii() and term.termfreq > 0:
            target.add_spelling(word, term.termfreq)
    target.commit()

    def suggest(typed):  # word by word, as its query parser does
        return " ".join((target.get_spelling_suggestion(word) or word.encode()).decode()
                        for word in fold(typed).split())
    return suggest


def main():
    show = "--show" in sys.argv
    arguments = [a for a in sys.argv[1:] if a != "--show"]
    tool, index, path = arguments[:3]
    half = arguments[3] if len(arguments) > 3 else None
    suggest = xapian_speller(index) if tool == "xapian" else khabar(tool, index)
    all, right = collections.Counter(), collections.Counter()
    seconds = 0.0
    for line in open(path, encoding="utf-8"):
        if path.endswith(".jsonl"):
            typed = meant = json.loads(line)["title"]
            kind = "none"
        else:
            typed, meant, kind, _, of = line.rstrip("\n").split("\t")
        if half and kind != "none" and of != half:
            continue
        start = time.perf_counter()
        suggestion = suggest(typed)
        seconds += time.perf_counter() - start
        hit = fold(suggestion or typed) == fold(meant)
        if show and not hit:
            print(f"  {typed}\t{meant}\t{kind}\t{suggestion or '-'}")
        for key in (kind, "all"):
            all[key] += 1
            right[key] += hit
    for key in sorted(all, key=lambda k: (k == "all", k)):
        print(f"{key}\t{right[key]}/{all[key]}\t{right[key] / all[key]:.3f}")
    print(f"milliseconds a query\t{1000 * seconds / all['all']:.1f}")


main()
