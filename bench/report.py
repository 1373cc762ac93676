#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes one page of all that was measured: bench/report.py [--results build/bench] [--readme README.md]

Reads the results that the other scripts of bench/ left in the folder, whichever are there, and writes
report.html beside them: self-contained, light and dark, with plots. With --readme a short table goes between
the lines "<!-- bench:begin -->" and "<!-- bench:end -->" of that file, and to summary.md.
"""
import argparse
import html
import os
import re
import sys

import machine
import plots
import quality_page
import results
from plots import number
from results import NAMES

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = ("titles", "phrases", "ten words")


def table(head, rows, caption=""):
    """Cells are text, or (text, attributes); a row can be (cells, attributes)."""
    def cell(value, tag="td"):
        words, attributes = value if isinstance(value, tuple) else (value, "")
        return f"<{tag} {attributes}>{words}</{tag}>".replace(" >", ">")

    out = ["<div class=scroll><table>", f"<caption>{caption}</caption>" if caption else "", "<thead><tr>"]
    out += [cell(name, "th") for name in head] + ["</tr></thead><tbody>"]
    for row in rows:
        cells, attributes = row if isinstance(row, tuple) else (row, "")
        out += [f"<tr {attributes}>".replace(" >", ">"), *map(cell, cells), "</tr>"]
    return "".join(out) + "</tbody></table></div>"


def left_aligned(cells, *columns):
    return [(html.escape(cell), "class=words") if at in columns else html.escape(cell) for at, cell in enumerate(cells)]


def with_spread(spread, unit=1.0, name=""):
    if not spread:
        return "–"
    around = f"<small>{plots.brief(spread.low * unit)}–{plots.brief(spread.high * unit)}</small>" if spread.count > 1 else ""
    return f"{number(spread.median * unit)} {name}".rstrip() + around


def figure(svg):
    return f"<figure>{svg}</figure>" if svg else ""


QUALITY = ("ndcg@10", "map", "recall@100", "recall@1000")
COSTS = [("index, s", "index seconds", 1), ("CPU, s", "index CPU seconds", 1), ("index, MB", "index MB", 1),
         ("memory, MB", "index peak MB", 1)] + [(measure, measure, 1) for measure in QUALITY]
LATENCIES = [(f"{kind}<br>{p}", f"{kind} {p}", 1e-3) for kind in KINDS for p in ("p50", "p90", "p99")]


def with_values(peers, name, columns):
    return [column for column in columns if any(peers.get(name, engine, column[1]) for engine in peers.engines(name))]


def peer_rows(peers, name, columns):
    rows, engines = [], peers.engines(name)
    best = {}
    for _, measure, _ in columns:
        medians = [peers.get(name, engine, measure).median for engine in engines if peers.get(name, engine, measure)]
        best[measure] = max(medians) if measure in QUALITY else min(medians)
    for engine in engines:
        cells = [NAMES[engine]]
        for _, measure, unit in columns:
            spread = peers.get(name, engine, measure)
            mark = "class=best" if spread and spread.median == best[measure] else ""
            cells.append((with_spread(spread, unit), mark))
        rows.append((cells, "class=own" if engine == "khabar" else ""))
    return rows


def peer_table(peers, name, columns):
    columns = with_values(peers, name, columns)
    caption = "Searches in milliseconds." if columns and "p50" in columns[0][1] else ""
    return table(["engine"] + [head for head, _, _ in columns], peer_rows(peers, name, columns), caption)


def peer_plots(peers, name):
    drawn = []
    for title, measure, unit, factor in (("Indexing", "index seconds", "s", 1), ("Index on disk", "index MB", "MB", 1),
                                         ("How good the first ten are", "ndcg@10", "nDCG@10", 1),
                                         *((f"Top 10, {kind}, p50", f"{kind} p50", "ms", 1e-3) for kind in KINDS)):
        rows = []
        for colour, engine in enumerate(results.ENGINES):
            spread = peers.get(name, engine, measure)
            if spread:
                rows.append((NAMES[engine], colour, *(value * factor for value in spread[:3])))
        drawn.append(figure(plots.bars(title, rows, unit, log="p50" in measure)))
    return "<div class=plots>" + "".join(drawn) + "</div>"


RATIOS = [("indexing<br>time", "index seconds"), ("indexing<br>CPU", "index CPU seconds"), ("index<br>size", "index MB")] + [
    (f"{kind}<br>{p}", f"{kind} {p}") for kind in KINDS for p in ("p50", "p99")] + [
    ("nDCG<br>@10", "ndcg@10"), ("analysis<br>speed", "analysis MB/s")]


def ratio_table(peers, engine):
    """khabar's values over another engine's, round by round."""
    rows = []
    for name in peers.collections:
        ratios = [peers.ratio(name, measure, "khabar", engine) for _, measure in RATIOS]
        if any(ratios):
            rows.append([html.escape(name)] + [with_spread(ratio) for ratio in ratios])
    return table([f"khabar ÷ {NAMES[engine]}"] + [head for head, _ in RATIOS], rows) if rows else ""


def ratio_tables(peers):
    tables = [ratio_table(peers, engine) for engine in results.ENGINES if engine != "khabar"]
    return ("<p>Ratios: the median of the rounds; below it the least and the greatest. Time and size: below 1, khabar needs "
            "less. nDCG and analysis speed: above 1, khabar is better.</p>" + "".join(tables)) if any(tables) else ""


def peers_section(folder):
    peers = results.Peers(folder)
    if not peers.collections:
        return ""
    out = ["<h2>Beside other engines</h2><p>Each engine with its best settings for the language, in one run: in every round "
           "each of them indexes the same file and is timed on the same queries, so that what else the machine does falls on "
           "all alike. khabar and Lucene index with two threads, the others with one, as they can. A search is ten ids with "
           "scores, from the text of the query, by the engine's own clock.</p>", ratio_tables(peers)]
    for name in peers.collections:
        megabytes, documents = peers.fact(name, "text MB"), peers.fact(name, "documents")
        out += [f"<h3>{html.escape(name)}</h3><p class=note>{documents:,.0f} articles, {number(megabytes)} MB of text.</p>",
                *(peer_table(peers, name, columns) for columns in (COSTS, LATENCIES)), peer_plots(peers, name)]
    return "".join(out)


def scale_section(folder):
    scale = results.Scale(folder)
    if not scale.sizes:
        return ""
    articles, points = "articles", scale.points
    def latency(p):
        return {kind: points(f"{kind} {p}") for kind in KINDS}
    drawn = [
        plots.lines("Indexing speed", {"two threads": points("index MB/s"), "of one CPU": points("text MB", divide="index CPU seconds")}, articles,
                    "MB of text a second"),
        plots.lines("Indexing speed by text", {"all": points("index MB/s", "text MB", True)}, "MB of text", "MB/s"),
        plots.lines("Index size for each byte of text", {"all": points("index MB", divide="text MB")}, articles, "ratio"),
        plots.lines("Latency, half of the searches", latency("p50"), articles, "ms", True),
        plots.lines("Latency, 99 of 100 searches", latency("p99"), articles, "ms", True),
        plots.lines("Peak memory", {"indexing": points("index peak MB"), "searching": points("search peak MB")}, articles, "MB"),
        plots.lines("A process that searches once", {"all": points("start-up and one search p50")}, articles, "ms"),
        plots.lines("Updates, a process each", {"one article": points("update of one p50"), "worst of 20": points("update of one worst"),
                                                "1,000 articles": points("1,000 new articles")}, articles, "ms", True)]
    measures = list(dict.fromkeys(measure for values in scale.sizes.values() for measure in values))
    rows = [[measure] + [number(values.get(measure, float("nan"))) for values in scale.sizes.values()] for measure in measures]
    return ("<h2>Cost by size</h2><p>Generated articles in both languages, up to the sizes that were asked for. Latency in "
            "milliseconds, one search at a time.</p><div class=plots>" + "".join(map(figure, drawn)) + "</div>" +
            table(["ms, MB or as named"] + list(scale.sizes), rows))


def suites_section(folder):
    found = results.suites(folder)
    if not found:
        return ""
    rows, analysis, searches = [], [], []
    for one in found:
        name = one.name.removeprefix("search/")
        if one.name != name or one.name.startswith(("make_snippets", "start_up")):
            searches.append((name, 0, *one.microseconds[:3]))
        elif one.megabytes and "threads" not in name:
            analysis.append((name, 1 if name.endswith("fa") else 0, *one.megabytes[:3]))
        time = (with_spread(one.microseconds, name="µs") if one.microseconds.median < 1e3 else
                with_spread(one.microseconds, 1e-3, "ms"))
        rows.append([html.escape(name), time, with_spread(one.megabytes), f"{one.items.median:,.0f}" if one.items else "–",
                     "–" if one.allocations is None else number(one.allocations)])
    return ("<h2>Stages and kinds of query</h2><p>Google Benchmark on one thread, bundled and generated articles. Items are "
            "tokens, words, texts, articles or searches; a spread is that of the repetitions.</p><div class=plots>" +
            figure(plots.bars("Stages, Arabic and Persian", analysis, "MB of text a second", log=True)) +
            figure(plots.bars("Kinds of query, snippets, start-up", searches, "µs", log=True)) + "</div>" +
            table(["benchmark", "time of a round", "MB/s", "items/s", "allocations a text"], rows))


def instructions_section(folder):
    path = folder + "/instructions.txt"
    if not os.path.exists(path):
        return ""
    lines = open(path, encoding="utf-8").read()
    return ("<h2>Guards</h2><p>Instructions of fixed work, counted by callgrind, against bench/expected/instructions.tsv; "
            "more than 5 % above fails the tests.</p><pre>" + html.escape(lines) + "</pre>")


def ablation_plots(rows):
    """What is lost without each, a plot for each collection; filled where p is below 0.05."""
    drawn, changes, name = [], [], ""
    for cells in rows + [["", "all", "", "", "", ""]]:
        if cells[1].startswith("all"):
            if changes:
                drawn.append(figure(plots.changes(name + ", change of nDCG@10", changes)))
            name, changes = cells[0], []
        else:
            changes.append((cells[1], float(cells[2]), float(cells[3]) < 0.05))
    return "<div class=plots>" + "".join(drawn) + "</div>"


def ablation_section(folder):
    """The Markdown table of bench/ablation.py."""
    path = folder + "/ablation.md"
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as lines:
        rows = [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in lines if line.startswith("|")]
    rows = [row for row in rows if set("".join(row)) - set("-: ")]
    return ("<h2>What each stage and each kind of evidence is worth</h2><p>nDCG@10 with all of it, and the change where one is "
            "left out by an option of the program; p by a paired randomization test; the same on two fixed halves of the topics. "
            "Bars are filled where p is below 0.05.</p>" + ablation_plots(rows[1:]) +
            table(left_aligned(rows[0], 1), [left_aligned(row, 1) for row in rows[1:]])) if rows else ""


def stamps(folder):
    return {row["part"]: row for row in ({"part": part, "date": date, "commit": commit, "command": command}
            for part, date, commit, command in results.lines_of(folder + "/stamps.tsv"))}


def stamps_table(folder):
    rows = [left_aligned(row.values(), 1, 2, 3) for row in stamps(folder).values()]
    return table(left_aligned(["part", "date", "commit", "command"], 1, 2, 3), rows) if rows else ""


def page(folder):
    style = open(HERE + "/report_style.css", encoding="utf-8").read()
    facts = machine.facts()
    title = f"khabar measured, {facts['date']}"
    return "".join([
        f"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>{title}</title>"
        f"<style>{style}</style><h1>{title}</h1><p class=meta>Commit {facts['commit']}. Everything here is measured by scripts "
        "of the repository on inputs of the repository, unless a collection is named that is not in it.</p>",
        peers_section(folder), scale_section(folder), quality_page.section(folder, table), ablation_section(folder),
        suites_section(folder), instructions_section(folder),
        "<h2>Machine and commands</h2>", table(left_aligned(["what", "which"], 1), [left_aligned(fact, 1) for fact in facts.items()]),
        stamps_table(folder), "<pre>" + html.escape(machine.COMMANDS) + "</pre></html>\n"])


def cell(spread):
    return f"{number(spread.median)} ({number(spread.low)}–{number(spread.high)})" if spread else "–"


def markdown(head, rows):
    return ["| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head)] + rows] + [""] if rows else []


def costs_summary(peers):
    """khabar against each engine, where a collection is large enough to be timed."""
    columns = [("indexing time", "index seconds"), ("index size", "index MB"), *((kind, f"{kind} p50") for kind in KINDS),
               ("analysis speed", "analysis MB/s")]
    rows = []
    for name in peers.collections:
        for engine in results.ENGINES[1:]:
            ratios = [peers.ratio(name, measure, "khabar", engine) for _, measure in columns]
            if any(ratios) and (peers.fact(name, "text MB") or 0) >= 1:
                rows.append([f"{name}, {NAMES[engine]}"] + [cell(ratio) for ratio in ratios])
    return markdown(["khabar ÷ peer"] + [head for head, _ in columns], rows)


def quality_summary(peers):
    rows = []
    for name in peers.collections:
        scores = [peers.get(name, engine, "ndcg@10") for engine in results.ENGINES]
        if any(scores):
            rows.append([name] + [number(score.median) if score else "–" for score in scores])
    return markdown(["nDCG@10"] + [NAMES[engine] for engine in results.ENGINES], rows)


def scale_summary(scale):
    rows = [[f"{one['documents']:,.0f}", number(one["text MB"]), number(one["index MB/s"]),
             number(one["index MB"] / one["text MB"]), f"{number(one['titles p50'])}, {number(one['titles p99'])}",
             number(one["index peak MB"]), number(one["start-up and one search p50"]),
             number(one.get("update of one p50", float("nan")))]
            for size, one in scale.sizes.items() if not size.endswith("MB")]
    return markdown(["articles", "text, MB", "indexing, MB/s", "index ÷ text", "titles p50, p99, ms", "peak memory, MB",
                     "start and search, ms", "update of one, ms"], rows)


def summary(folder):
    """The tables for the README."""
    made, facts = stamps(folder), machine.facts()
    peers = results.Peers(folder)
    out = costs_summary(peers) + quality_summary(peers) + scale_summary(results.Scale(folder))
    parts = "; ".join(f"{part}: `{made[part]['command'].strip()}`, {made[part]['date']}, commit {made[part]['commit']}"
                      for part in ("peers", "scale") if part in made)
    out.append("Ratios are the median of interleaved rounds (least–greatest); titles, phrases and ten words are kinds of query, "
               f"of which the p50 of the first ten answers is timed. {facts['processor']}; {parts}.")
    return "\n".join(out) + "\n"


def put_into(path, words):
    with open(path, encoding="utf-8") as page_before:
        text = page_before.read()
    marked = re.compile(r"(<!-- bench:begin -->\n).*?(<!-- bench:end -->)", re.S)
    if not marked.search(text):
        sys.exit(f"{path} has no lines <!-- bench:begin --> and <!-- bench:end --> for the table")
    with open(path, "w", encoding="utf-8") as out:
        out.write(marked.sub(lambda found: f"{found[1]}\n{words}\n{found[2]}", text))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--results", default=os.path.dirname(HERE) + "/build/bench")
    parser.add_argument("--readme")
    options = parser.parse_args()
    with open(options.results + "/report.html", "w", encoding="utf-8") as out:
        out.write(page(options.results))
    with open(options.results + "/summary.md", "w", encoding="utf-8") as out:
        out.write(summary(options.results))
    if options.readme:
        put_into(options.readme, summary(options.results))
    print(options.results + "/report.html")


if __name__ == "__main__":
    main()
