#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Types the topics of a collection in another way, as people do, so that a run shows what that costs.

Usage: retype_topics.py WAY TOPICS.jsonl > retyped.jsonl

WAY is one of those below. Standard error tells how many topics became others. Score both files with
`khabar eval --topics FILE --qrels QRELS`; another engine takes them as well.
"""
import json
import re
import sys

ZWNJ = "\u200C"
ALEF, WAW, YEH, HEH, FARSI_YEH = "\u0627", "\u0648", "\u064A", "\u0647", "\u06CC"

# A keyboard of the other language: KAF and YEH for KEHEH and FARSI YEH, or these for those.
ARABIC_LETTERS = str.maketrans({"\u06A9": "\u0643", FARSI_YEH: YEH})
PERSIAN_LETTERS = str.maketrans({"\u0643": "\u06A9", YEH: FARSI_YEH, "\u0649": FARSI_YEH})
# No hamza and no madda; what carries them is typed alone.
WITHOUT_HAMZA = str.maketrans({"\u0623": ALEF, "\u0625": ALEF, "\u0622": ALEF, "\u0624": WAW, "\u0626": YEH})
PERSIAN_WITHOUT_HAMZA = {**WITHOUT_HAMZA, ord("\u0626"): FARSI_YEH, ord("\u06C0"): HEH}

WAYS = {
    "arabic-keyboard": lambda text: text.translate(ARABIC_LETTERS),
    "persian-keyboard": lambda text: text.translate(PERSIAN_LETTERS),
    "half-space-as-blank": lambda text: text.replace(ZWNJ, " "),
    "half-space-left-out": lambda text: text.replace(ZWNJ, ""),
    "without-hamza": lambda text: text.translate(WITHOUT_HAMZA),
    "without-hamza-fa": lambda text: text.translate(PERSIAN_WITHOUT_HAMZA),
    # TEH MARBUTA at the end of a word as HEH, ALEF MAKSURA as YEH.
    "ends-as-spoken": lambda text: re.sub("\u0629\\b", HEH, text).replace("\u0649", YEH),
}


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in WAYS:
        sys.exit(__doc__ + "\nWays: " + ", ".join(WAYS))
    retype = WAYS[sys.argv[1]]
    topics = changed = 0
    for line in open(sys.argv[2], encoding="utf-8"):
        topic = json.loads(line)
        title = retype(topic["title"])
        topics += 1
        changed += title != topic["title"]
        print(json.dumps({**topic, "title": title}, ensure_ascii=False))
    print(f"{changed} of {topics} topics are typed in another way", file=sys.stderr)


if __name__ == "__main__":
    main()
