#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes misspellings of news words by a seeded model of slips.

Usage: misspell.py ar|fa SEED COUNT [--pairs] CORPUS.jsonl.gz... > misspelled.tsv

Reads articles as JSON Lines and draws COUNT words that stand in at least MIN_ARTICLES of them, of
four letters or more, with a chance that grows with the square root of that; one slip is
made in each, of the kinds and shares below. A slip that gives another word of the collection (in
three articles or more), or only another spelling that folds to the same word (alefs, yehs, kafs,
teh marbuta), is drawn again: the one is no misspelling that anybody could see, the other none that
needs a correction. Every second line is of the half that is held back while tuning.
Output: typed, meant, kind of slip, articles of the word meant, half. With "none" for SEED, COUNT words
are drawn from those in MIN_CORRECT articles or more and left as they are: typed and meant are the same.
With --pairs, two such words that stand side by side MIN_PAIRS times or more are drawn, and the slip is in
one of them; it may give another word of the collection, and is of the kind "other word" then.
"""
import collections, gzip, json, math, random, re, sys

MIN_ARTICLES = 20
MIN_CORRECT = 5
MIN_PAIRS = 10
SHARES = [("family", 20), ("neighbour key", 20), ("transposed", 15), ("missing", 17), ("extra", 8),
          ("doubled", 5), ("space extra", 5), ("space missing", 10)]
FAMILIES = {"ar": ["تط", "سصث", "زذضظ", "قغ", "هح", "ضظ", "دض", "تد", "ثت"],
            "fa": ["تط", "سصث", "زذضظ", "قغ", "هح", "کگ", "بپ", "جچ", "زژ"]}
KEYS = {"ar": ["ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ"],
        "fa": ["ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو"]}
STARTS = [0, 0.25, 0.75]
FOLD = str.maketrans("أإآٱيىئؤةك", "اااایییوهک")
MARKS = re.compile("[\u064B-\u065F\u0670\u0640\u200C]")
WORD = re.compile("[\u0621-\u063A\u0641-\u064A\u067E\u0686\u0698\u06A9\u06AF\u06CC"
                  "\u064B-\u0652\u0640\u200C]+")


def fold(word):
    return MARKS.sub("", word).translate(FOLD)


def neighbours(language):
    place = {letter: (x + STARTS[y], y) for y, row in enumerate(KEYS[language])
             for x, letter in enumerate(row)}
    return {a: [b for b in place if b != a and abs(place[a][0] - place[b][0]) <= 1
                and abs(place[a][1] - place[b][1]) <= 1] for a in place}


def read(paths):
    words, spellings, pairs = collections.Counter(), {}, collections.Counter()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                text = (article.get("title") or "") + "\n" + (article.get("body") or "")
                seen, before = set(), None
                for found in WORD.finditer(text):
                    word = found.group()
                    key = fold(word)
                    spellings.setdefault(key, collections.Counter())[MARKS.sub("", word)] += 1
                    seen.add(key)
                    if before and text[before.end():found.start()] == " ":
                        pairs[fold(before.group()), key] += 1
                    before = found
                words.update(seen)
    return words, {key: all.most_common(1)[0][0] for key, all in spellings.items()}, pairs


def slip(kind, word, language, near, partner, dice):
    at = dice.randrange(len(word))
    if kind == "family":
        places = [(i, c) for i, letter in enumerate(word) for family in FAMILIES[language]
                  if letter in family for c in family if c != letter]
        if not places:
            return None
        at, letter = dice.choice(places)
        return word[:at] + letter + word[at + 1:]
    if kind == "neighbour key":
        if not near.get(word[at]):
            return None
        return word[:at] + dice.choice(near[word[at]]) + word[at + 1:]
    if kind == "transposed":
        at = dice.randrange(len(word) - 1)
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    if kind == "missing":
        return word[:at] + word[at + 1:]
    if kind == "extra":
        return word[:at] + dice.choice(near.get(word[at]) or [word[at]]) + word[at:]
    if kind == "doubled":
        return word[:at] + word[at] + word[at:]
    if kind == "space extra":
        at = dice.randrange(2, len(word) - 1)
        return word[:at] + " " + word[at:]
    return word + partner if partner else None


def misspelled_pairs(language, count, words, spellings, pairs, dice):
    near = neighbours(language)
    good = sorted((pair, n) for pair, n in pairs.items() if n >= MIN_PAIRS
                  and all(len(w) >= 4 and words[w] >= MIN_ARTICLES for w in pair))
    weights = [math.sqrt(n) for _, n in good]
    kinds, shares = zip(*((kind, share) for kind, share in SHARES if not kind.startswith("space")))
    made = set()
    while len(made) < count:
        pair, n = dice.choices(good, weights)[0]
        at, kind = dice.randrange(2), dice.choices(kinds, shares)[0]
        typed = [spellings[word] for word in pair]
        meant = " ".join(typed)
        typed[at] = slip(kind, typed[at], language, near, None, dice)
        if typed[at] is None or fold(typed[at]) == pair[at] or " ".join(typed) in made:
            continue
        if words[fold(typed[at])] >= 3:
            kind = "other word"
        half = "tuning" if len(made) % 2 == 0 else "held back"
        made.add(" ".join(typed))
        print(" ".join(typed), meant, kind, n, half, sep="\t")


def main():
    arguments = [a for a in sys.argv[1:] if a != "--pairs"]
    language, seed, count, paths = arguments[0], arguments[1], int(arguments[2]), arguments[3:]
    words, spellings, pairs = read(paths)
    if "--pairs" in sys.argv:
        return misspelled_pairs(language, count, words, spellings, pairs, random.Random(int(seed)))
    if seed == "none":
        known = sorted(w for w, n in words.items() if n >= MIN_CORRECT and len(w) >= 3)
        for key in random.Random(seed).sample(known, count):
            print(spellings[key], spellings[key], "none", words[key], "held back", sep="\t")
        return
    dice, near = random.Random(int(seed)), neighbours(language)
    common = sorted(w for w, n in words.items() if n >= MIN_ARTICLES and len(w) >= 4)
    weights = [math.sqrt(words[w]) for w in common]
    partners = collections.defaultdict(list)
    for (first, second), n in pairs.items():
        if n >= MIN_ARTICLES and len(second) >= 4 and len(first) >= 3:
            partners[first].append(second)
    kinds, shares = zip(*SHARES)
    made = set()
    while len(made) < count:
        key = dice.choices(common, weights)[0]
        kind = dice.choices(kinds, shares)[0]
        partner = dice.choice(sorted(partners[key])) if partners.get(key) else None
        word, second = spellings[key], spellings[partner] if partner else None
        typed = slip(kind, word, language, near, second, dice)
        if typed is None or typed in made or fold(typed) == key:
            continue
        if " " not in typed and words[fold(typed)] >= 3:
            continue
        meant = word + " " + second if kind == "space missing" else word
        half = "tuning" if len(made) % 2 == 0 else "held back"
        made.add(typed)
        print(typed, meant, kind, words[key], half, sep="\t")


main()
