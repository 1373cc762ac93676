#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The measuring scripts of bench/ where they compute: lists, queries, ratios, plots, the README's table."""
import json
import os
import random
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, ROOT + "/bench")
sys.argv = ["scripts_test.py"]

import measuring  # noqa: E402
import plots  # noqa: E402
import report  # noqa: E402
import results  # noqa: E402
import retype_topics  # noqa: E402


class WithFolder(unittest.TestCase):
    def setUp(self):
        self.kept = tempfile.TemporaryDirectory()
        self.folder = self.kept.name
        self.addCleanup(self.kept.cleanup)

    def write(self, name, text):
        path = f"{self.folder}/{name}"
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)
        return path


class Collections(WithFolder):
    def test_paths_are_relative_to_the_list(self):
        path = self.write("list.tsv", "# comment\na\tar\tx/corpus.jsonl\t-\t/q\tno-titles\n")
        self.assertEqual(measuring.read_collections(path),
                         [measuring.Collection("a", "ar", self.folder + "/x/corpus.jsonl", None, "/q", "no-titles")])

    def test_a_row_with_other_fields_is_named(self):
        with self.assertRaisesRegex(SystemExit, "not six fields"):
            measuring.read_collections(self.write("list.tsv", "a\tar\n"))

    def test_the_bundled_list_names_files_that_are_there(self):
        for row in measuring.read_collections(ROOT + "/bench/collections.tsv"):
            for path in (row.corpus, row.topics, row.qrels):
                self.assertTrue(path is None or path.startswith("generate:") or os.path.exists(path), path)

    def test_titles_are_blanked_where_the_list_says_so(self):
        corpus = self.write("corpus.jsonl", '{"id": "1", "title": "headline", "body": "text"}\n')
        row = measuring.Collection("x/y", "ar", corpus, None, None, "no-titles")
        made = list(measuring.read_articles(measuring.prepare_corpus(row, self.folder)))
        self.assertEqual(made, [{"id": "1", "title": "", "body": "text"}])


class RetypedTopics(unittest.TestCase):
    def test_each_way_types_words_of_its_language(self):
        farsi = "\u06A9\u062A\u0627\u0628\u200C\u0647\u0627\u06CC"  # books of
        arabic = "\u0623\u0633\u0626\u0644\u0629 \u0641\u0649"  # questions in
        for way, typed, retyped in (
                ("arabic-keyboard", farsi, "\u0643\u062A\u0627\u0628\u200C\u0647\u0627\u064A"),
                ("half-space-as-blank", farsi, farsi.replace("\u200C", " ")),
                ("half-space-left-out", farsi, farsi.replace("\u200C", "")),
                ("without-hamza-fa", "\u0622\u06CC\u0626\u06C0", "\u0627\u06CC\u06CC\u0647"),
                ("persian-keyboard", arabic, "\u0623\u0633\u0626\u0644\u0629 \u0641\u06CC"),
                ("without-hamza", arabic, "\u0627\u0633\u064A\u0644\u0629 \u0641\u0649"),
                ("ends-as-spoken", arabic, "\u0623\u0633\u0626\u0644\u0647 \u0641\u064A")):
            self.assertEqual(retype_topics.WAYS[way](typed), retyped, way)


class Queries(unittest.TestCase):
    def test_words_stand_side_by_side_without_punctuation(self):
        for seed in range(20):
            found = measuring.words_in_a_row("one two, three four five. six", 2, random.Random(seed))
            self.assertIn(found, ("one two", "three four", "four five"))
        self.assertIsNone(measuring.words_in_a_row("one, two. three", 2, random.Random(1)))


class Ratios(WithFolder):
    def test_rounds_are_compared_with_each_other(self):
        self.write("peers.tsv", "collection\tengine\tround\tmeasure\tvalue\n" + "".join(
            f"c\t{engine}\t{at}\tindex seconds\t{value}\n" for engine, values in
            (("khabar", (1, 20, 3)), ("lucene", (2, 40, 3))) for at, value in enumerate(values, 1)))
        self.assertEqual(results.Peers(self.folder).ratio("c", "index seconds", "khabar"), (0.5, 0.5, 1.0, 3))

    def test_what_was_not_measured_has_no_ratio(self):
        self.assertIsNone(results.Peers(self.folder).ratio("c", "index seconds", "khabar"))


class Tables(WithFolder):
    def test_the_summary_has_a_row_for_each_peer_and_says_what_made_it(self):
        self.write("peers.tsv", "collection\tengine\tround\tmeasure\tvalue\nc\t-\t0\ttext MB\t2\n" + "".join(
            f"c\t{engine}\t{at}\t{measure}\t{value}\n" for at in (1, 2) for engine, measure, value in (
                ("khabar", "index MB", 3), ("lucene", "index MB", 2), ("sqlite", "index MB", 6), ("khabar", "ndcg@10", 0.5))))
        self.write("stamps.tsv", "peers\t2026-01-02\tabc\tscripts/bench.sh --full\n")
        made = report.summary(self.folder)
        self.assertIn("| c, Lucene | – | 1.50 (1.50–1.50) |", made)
        self.assertIn("| c, SQLite FTS5 | – | 0.500 (0.500–0.500) |", made)
        self.assertIn("| c | 0.500 | – | – | – | – |", made)
        self.assertIn("`scripts/bench.sh --full`, 2026-01-02, commit abc", made)

    def test_an_ablation_becomes_a_plot_for_each_collection(self):
        rows = [["one", "all (2 topics)", "0.5", "", "", ""], ["", "stems", "-0.1", "0.01", "", ""],
                ["two", "all (2 topics)", "0.5", "", "", ""], ["", "stems", "+0.1", "0.5", "", ""]]
        drawn = report.ablation_plots(rows)
        self.assertEqual(drawn.count("<svg"), 2)
        self.assertIn('class="fill s0"', drawn)
        self.assertIn('class="hollow s1"', drawn)


class Suites(WithFolder):
    def test_repetitions_become_a_spread(self):
        runs = [{"run_name": "search/one/real_time", "run_type": "iteration", "real_time": time, "cpu_time": 1.0,
                 "time_unit": "ms", "items_per_second": 3.0} for time in (1.0, 4.0, 2.0)]
        self.write("suite-search.json", json.dumps({"benchmarks": runs + [{**runs[0], "run_type": "aggregate"}]}))
        only, = results.suites(self.folder)
        self.assertEqual((only.name, only.microseconds, only.megabytes), ("search/one", (2000.0, 1000.0, 4000.0, 3), None))
        self.assertIn("2.00 ms<small>1.0–4.0</small>", report.suites_section(self.folder))


class Plots(unittest.TestCase):
    def test_numbers_have_three_digits(self):
        self.assertEqual([plots.number(value) for value in (0, 0.12345, 12.345, 1234.5, float("nan"))],
                         ["0", "0.123", "12.3", "1,234", "–"])

    def test_an_axis_maps_its_ends_to_its_ends(self):
        axis = plots.Axis([10, 1000], 50, 450, True)
        self.assertAlmostEqual(axis.at(10), 50)
        self.assertAlmostEqual(axis.at(1000), 450)
        self.assertAlmostEqual(axis.at(100), 250)

    def test_nothing_to_draw_is_no_plot(self):
        self.assertEqual(plots.lines("t", {"a": []}, "x", "y"), "")
        self.assertEqual(plots.bars("t", [], "s"), "")

    def test_one_point_can_be_drawn(self):
        self.assertIn("<circle", plots.lines("t", {"a": [(1000, 5.0)]}, "x", "y", True))


class Readme(WithFolder):
    def test_the_table_replaces_what_is_between_the_marks(self):
        path = self.write("README.md", "a\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nb\n")
        report.put_into(path, "| new |\n")
        report.put_into(path, "| new |\n")
        self.assertEqual(open(path, encoding="utf-8").read(),
                         "a\n<!-- bench:begin -->\n\n| new |\n\n<!-- bench:end -->\nb\n")

    def test_a_page_without_marks_is_refused(self):
        with self.assertRaisesRegex(SystemExit, "bench:begin"):
            report.put_into(self.write("README.md", "a\n"), "")


if __name__ == "__main__":
    unittest.main(warnings="ignore")
