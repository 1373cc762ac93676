# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads what the measuring scripts left in a folder, for bench/report.py."""
import collections
import json
import math
import os
import statistics

ENGINES = ("khabar", "lucene", "xapian", "sqlite", "postgres")
NAMES = {"khabar": "khabar", "lucene": "Lucene", "xapian": "stock Xapian", "sqlite": "SQLite FTS5",
         "postgres": "PostgreSQL"}
Spread = collections.namedtuple("Spread", "median low high count")


def lines_of(path):
    """The lines of a TSV file, split; none where there is no file."""
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


def rows_of(path):
    """The rows of a TSV file with a head line, as dictionaries; none where there is no file."""
    rows = lines_of(path)
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def spread(values):
    return Spread(statistics.median(values), min(values), max(values), len(values)) if values else None


class Peers:
    """peers.tsv by collection, engine and measure."""

    def __init__(self, folder):
        self.values = collections.defaultdict(dict)  # (collection, engine, measure) -> {round: value}
        self.collections = []
        for row in rows_of(folder + "/peers.tsv"):
            if row["collection"] not in self.collections:
                self.collections.append(row["collection"])
            value = float(row["value"])
            if not math.isnan(value):
                self.values[row["collection"], row["engine"], row["measure"]][int(row["round"])] = value

    def engines(self, collection):
        return [engine for engine in ENGINES if (collection, engine, "index seconds") in self.values]

    def fact(self, collection, measure):
        return next(iter(self.values[collection, "-", measure].values()), None)

    def get(self, collection, engine, measure):
        return spread(list(self.values.get((collection, engine, measure), {}).values()))

    def ratio(self, collection, measure, engine, other="lucene"):
        """Of two engines' values in the same round, so that the machine's moods cancel out."""
        ours = self.values.get((collection, engine, measure), {})
        theirs = self.values.get((collection, other, measure), {})
        return spread([ours[at] / theirs[at] for at in ours if theirs.get(at)])


class Scale:
    """scale.tsv: measure -> [(articles or MB, value)]; sizes in articles and in MB apart."""

    def __init__(self, folder):
        self.sizes = collections.OrderedDict()
        for row in rows_of(folder + "/scale.tsv"):
            self.sizes.setdefault(row["size"], {})[row["measure"]] = float(row["value"])

    def points(self, measure, x="documents", megabytes=False, divide=None):
        found = []
        for size, values in self.sizes.items():
            if size.endswith("MB") == megabytes and measure in values and x in values:
                found.append((values[x], values[measure] / (values[divide] if divide else 1)))
        return sorted(found)


Suite = collections.namedtuple("Suite", "name microseconds megabytes items allocations")


def suites(folder):
    """Google Benchmark's results: time, MB/s and items/s with their spread over repetitions, allocations a text."""
    found = []
    scale = {"ns": 1e-3, "us": 1, "ms": 1e3, "s": 1e6}
    for name in ("analyze", "index", "search"):
        path = f"{folder}/suite-{name}.json"
        if not os.path.exists(path):
            continue
        runs = collections.OrderedDict()
        with open(path, encoding="utf-8") as report:
            for one in json.load(report)["benchmarks"]:
                if one.get("run_type", "iteration") == "iteration" and "error_occurred" not in one:
                    runs.setdefault(one["run_name"], []).append(one)
        for run, repeats in runs.items():
            clock = "real_time" if "real_time" in run else "cpu_time"
            found.append(Suite(run.replace("/real_time", ""), spread([one[clock] * scale[one["time_unit"]] for one in repeats]),
                               spread([one["bytes_per_second"] / 1e6 for one in repeats if one.get("bytes_per_second")]),
                               spread([one["items_per_second"] for one in repeats if one.get("items_per_second")]),
                               repeats[0].get("allocations_per_text")))
    return found
