# SPDX-License-Identifier: GPL-2.0-or-later
"""The part of bench/report.py on how good the answers are: scores, recorded scores, and each bundled topic."""
import html
import json
import os
import subprocess

import results

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MEASURES = ("ndcg@10", "map", "mrr", "p@10", "recall@100", "recall@1000")


def score_rows(scores, recorded):
    rows = []
    for row in scores:
        before = recorded.get(row["collection"])
        moved = "not recorded" if not before else f"{float(row['ndcg@10']) - float(before['ndcg@10']):+.4f}"
        bad = "class=bad" if before and float(row["ndcg@10"]) < float(before["ndcg@10"]) - 0.005 else ""
        rows.append(([html.escape(row["collection"]), row["documents"], row["topics"], *(row[name] for name in MEASURES), moved], bad))
    return rows


def per_topic(pair, folder):
    """(title, language, nDCG@10, MRR) of the bundled topics of a pair, from the run that was kept."""
    corpus, run = ROOT + "/corpus/ministry-news", f"{folder}/runs/ministry-news-{pair}.run"
    khabar = ROOT + "/build/release/khabar"
    if not os.path.exists(run) or not os.path.exists(khabar):
        return []
    command = [khabar, "eval", "--score", run, "--qrels", f"{corpus}/qrels-{pair}.txt", "--per-topic", "--json"]
    scored = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    topics = {}
    for line in open(f"{corpus}/topics-{pair.split('-')[0]}.jsonl", encoding="utf-8"):
        topic = json.loads(line)
        topics[topic["id"]] = topic
    return [(topics[row["topic"]]["title"], topics[row["topic"]]["lang"], row["ndcg@10"], row["mrr"])
            for row in scored["per_topic"] if row["topic"] in topics]


def topic_rows(rows):
    made = []
    for title, language, ndcg, mrr in sorted(rows, key=lambda row: row[2]):
        meter = f"{ndcg:.3f} <span class=meter><i style='width:{100 * ndcg:.0f}%'></i></span>"
        made.append([(html.escape(title), f"dir=rtl lang={language}"), meter, f"{mrr:.3f}"])
    return made


def section(folder, table):
    scores = results.rows_of(folder + "/quality.tsv")
    if not scores:
        return ""
    recorded = {row["collection"]: row for row in results.rows_of(ROOT + "/bench/expected/ministry-news.tsv")}
    out = ["<h2>How good the answers are</h2><p>Measures as trec_eval has them. The last column is the difference of nDCG@10 to "
           "what is recorded in bench/expected; a fall of more than 0.005 fails the tests. In ministry-news the first language is "
           "that of the topics, the second that of the articles.</p>",
           table(["collection", "articles", "topics", *MEASURES, "recorded"], score_rows(scores, recorded))]
    for pair, name in (("ar-ar", "Arabic"), ("fa-fa", "Persian")):
        rows = topic_rows(per_topic(pair, folder))
        if rows:
            out.append(f"<h3>{name} topics of the bundled collection, the hardest first</h3>" +
                       table(["topic", "nDCG@10", "MRR"], rows[:15]))
    return "".join(out)
