#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts the instructions of fixed pieces of work with callgrind, and compares them to the recorded counts.

    bench/instructions.py [--build build/release] [--type RelWithDebInfo] [--record] [--only NAME]

Times on a shared machine say little; instruction counts are the same on every run. Fails where a piece
of work needs more than TOLERANCE more than bench/expected/instructions.tsv says, and names it where it
needs as much less, so that the gain is recorded. --record writes the file for this build type. Counts
hold for one compiler and these libraries: with others, or without valgrind, it says so and passes with
exit code 77 (skipped).
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EXPECTED = ROOT + "/bench/expected/instructions.tsv"
CORPUS = ROOT + "/corpus/ministry-news"
TOLERANCE = 0.05
SKIPPED = 77
STEADY = ["--collect-atstart=no", "--toggle-collect=*measured_work*"]


def toolchain(build):
    """What the counts depend on besides the source: the compiler that the build used, and libraries."""
    cache = open(build + "/CMakeCache.txt", encoding="utf-8").read()
    compiler = re.search(r"^CMAKE_CXX_COMPILER:\w+=(.*)$", cache, re.M).group(1)
    first_line = subprocess.run([compiler, "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    versions = [subprocess.run(["pkg-config", "--modversion", name], capture_output=True, text=True).stdout.strip()
                for name in ("xapian-core", "icu-uc")]
    return f"{first_line}, Xapian {versions[0]}, ICU {versions[1]}, {os.uname().machine}"


def write_queries(path, articles):
    """Titles as words, pairs as phrases, filters: three kinds a language, from the bundled topics."""
    import json
    lines = []
    for language in ("ar", "fa"):
        topics = [json.loads(line) for line in open(f"{CORPUS}/topics-{language}.jsonl", encoding="utf-8")]
        for topic in topics[:20]:
            words = topic["title"].replace('"', " ").split()
            lines += [" ".join(words), '"' + " ".join(words[:2]) + '"', words[0] + f" lang:{language}"]
    open(path, "w", encoding="utf-8").write("\n".join(lines) + "\n")


def works(build, folder):
    """name -> command, and the options of callgrind; the index is made first, by the work that counts it."""
    timing, khabar = build + "/bench/khabar_timing", build + "/khabar"
    with open(folder + "/articles.jsonl", "w", encoding="utf-8") as out:
        subprocess.run([build + "/bench/khabar_generate", "--articles", "150"], stdout=out, check=True)
    write_queries(folder + "/queries", folder + "/articles.jsonl")
    index = [khabar, "index", "--index", folder + "/index", "--fresh", "--threads", "1", "--format", "jsonl",
             folder + "/articles.jsonl", CORPUS + "/articles-ar.jsonl", CORPUS + "/articles-fa.jsonl"]
    return {
        "indexing": (index, []),
        "search": ([timing, "search", folder + "/index", folder + "/queries", "1", "query", "9999"], STEADY),
        "analysis, ar": ([timing, "analyze", "ar", CORPUS + "/articles-ar.jsonl", "1"], STEADY),
        "analysis, fa": ([timing, "analyze", "fa", CORPUS + "/articles-fa.jsonl", "1"], STEADY),
        "stemming, ar": ([timing, "stem", "ar", "1", "23"], STEADY),
        "stemming, fa": ([timing, "stem", "fa", "1", "11"], STEADY),
    }


def count(command, options, folder):
    valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/callgrind.out", *options]
    done = subprocess.run(valgrind + command, capture_output=True, text=True)
    found = re.search(r"Collected\s*:\s*(\d+)", done.stderr)
    if done.returncode != 0 or not found:
        sys.exit(f"{command[0]} under valgrind failed:\n{done.stderr[-2000:]}")
    return int(found.group(1))


def read_expected():
    """(type, work) -> (instructions, toolchain)"""
    expected = {}
    if os.path.exists(EXPECTED):
        for line in open(EXPECTED, encoding="utf-8"):
            if not line.startswith("#"):
                build_type, work, instructions, tools = line.rstrip("\n").split("\t")
                expected[build_type, work] = int(instructions), tools
    return expected


def record(expected):
    with open(EXPECTED, "w", encoding="utf-8") as out:
        out.write("# Instructions of fixed work under callgrind: build type, work, instructions, toolchain.\n"
                  "# Made by: bench/instructions.py --record; see bench/expected/README.md.\n")
        for (build_type, work), (instructions, tools) in sorted(expected.items()):
            out.write(f"{build_type}\t{work}\t{instructions}\t{tools}\n")


def compare(work, instructions, recorded):
    ratio = instructions / recorded
    verdict = "ok"
    if ratio > 1 + TOLERANCE:
        verdict = f"SLOWER (if that is meant: bench/instructions.py --record)"
    elif ratio < 1 - TOLERANCE:
        verdict = "faster: record it with bench/instructions.py --record"
    print(f"{work:14} {instructions:>13,} instructions, {ratio:6.3f} of the recorded ones: {verdict}", flush=True)
    return ratio <= 1 + TOLERANCE


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=ROOT + "/build/release")
    parser.add_argument("--type", default="RelWithDebInfo")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--only", help="works whose name begins so")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed (apt-get install valgrind)")
        return SKIPPED
    tools, expected, good = toolchain(options.build), read_expected(), True
    with tempfile.TemporaryDirectory() as folder:
        for work, (command, flags) in works(options.build, folder).items():
            if options.only and not work.startswith(options.only) and work != "indexing":
                continue
            recorded = expected.get((options.type, work))
            if not options.record and (not recorded or recorded[1] != tools):
                print(f"skipped: {work} is recorded for {recorded[1] if recorded else 'no toolchain'}, this is {tools}")
                return SKIPPED
            instructions = count(command, flags, folder)
            if options.record:
                expected[options.type, work] = instructions, tools
                print(f"{work:14} {instructions:>13,} instructions", flush=True)
            else:
                good = compare(work, instructions, recorded[0]) and good
    if options.record:
        record(expected)
    return 0 if good else 1


sys.exit(main())
