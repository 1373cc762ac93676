#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores a run as trec_eval defines the measures, written apart from bench/measures.cpp to check it.

Usage: reference_measures.py QRELS RUN > EXPECTED
       reference_measures.py --make QRELS RUN    writes the two files of tests/bench/data anew

EXPECTED has a line a topic, "topic<TAB>ndcg@10<TAB>map<TAB>mrr<TAB>p@10<TAB>recall@100<TAB>recall@1000
<TAB>p@5<TAB>rprec<TAB>bpref<TAB>unjudged@10", and the means as topic "all". Made with: cd tests/bench/data && python3 ../reference_measures.py
graded.qrels graded.run > graded.expected.tsv
"""
import math
import random
import struct
import sys


def as_float32(number):
    return struct.unpack("f", struct.pack("f", number))[0]


def read_qrels(path):
    judged = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            topic, _, document, grade = line.split()
            judged.setdefault(topic, {})[document] = int(grade)
    return judged


def read_run(path):
    answers = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            topic, _, document, _, score, _ = line.split()
            answers.setdefault(topic, []).append((as_float32(float(score)), document.encode()))
    # Pairs compare by score, then by the bytes of the document id; both descending.
    return {t: [d.decode() for _, d in sorted(a, reverse=True)] for t, a in answers.items()}


def dcg(gains):
    return math.fsum(g / math.log2(rank + 1) for rank, g in enumerate(gains, start=1))


def measures(grades, documents):
    good = {d for d, g in grades.items() if g >= 1}
    pool = {d for d, g in grades.items() if g >= 0}
    top = documents[:10]
    unjudged = sum(d not in pool for d in top) / len(top) if top else 0.0
    if not good:
        return (0.0,) * 9 + (unjudged,)
    gains = [max(grades.get(d, 0), 0) for d in documents]
    ideal = sorted((grades[d] for d in good), reverse=True)
    ranks = [rank for rank, d in enumerate(documents, start=1) if d in good]

    def within(cut):
        return sum(1 for rank in ranks if rank <= cut)

    return (
        dcg(gains[:10]) / dcg(ideal[:10]),
        math.fsum(within(rank) / rank for rank in ranks) / len(good),
        1 / ranks[0] if ranks else 0.0,
        within(10) / 10,
        within(100) / len(good),
        within(1000) / len(good),
        within(5) / 5,
        within(len(good)) / len(good),
        preference(good, pool - good, documents),
        unjudged,
    )


def preference(good, bad, documents):
    """For each relevant answer, the share of the first R not relevant documents that is not before it."""
    bound = min(len(good), len(bad))
    judged = [d for d in documents if d in good or d in bad]
    kept = 0.0
    for place, document in enumerate(judged):
        if document in good:
            before = sum(d in bad for d in judged[:place])
            kept += 1 - min(before, len(good)) / bound if before else 1
    return kept / len(good)


def make(qrels_path, run_path):
    """Grades -1 to 3, score ties (some only in 32 bits), topics without answers or relevant documents."""
    draw = random.Random(20261124)
    qrels, run = [], []
    for topic, (judged, retrieved) in {"1": (12, 15), "2": (8, 40), "3": (30, 130), "ar-4": (5, 10),
                                       "fa-5": (6, 0), "6": (4, 8), "7": (3, 5)}.items():
        documents = [f"{draw.choice(['irna', 'AFP', 'd'])}-{n}" for n in range(max(judged, retrieved) + 10)]
        for document in sorted(draw.sample(documents, judged)):
            grade = 0 if topic == "6" else draw.choice([-1, 0, 1, 1, 2, 3])
            qrels.append(f"{topic} 0 {document} {grade}")
        score = 20.0
        for rank, document in enumerate(draw.sample(documents, retrieved), start=1):
            score -= draw.choice([0.0, 1e-9, 0.01, 0.25])
            run.append(f"{topic} Q0 {document} {rank} {score!r} made")
    draw.shuffle(run)
    run.append("not-judged Q0 d-1 1 1.0 made")
    for path, lines in ((qrels_path, qrels), (run_path, run)):
        with open(path, "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")


def main():
    if sys.argv[1] == "--make":
        make(*sys.argv[2:])
        return
    qrels, run = read_qrels(sys.argv[1]), read_run(sys.argv[2])
    rows = {t: measures(g, run.get(t, [])) for t, g in qrels.items()}
    rows["all"] = [math.fsum(column) / len(rows) for column in zip(*rows.values())]
    for topic, values in rows.items():
        print(topic, *(f"{value:.6f}" for value in values), sep="\t")


main()
