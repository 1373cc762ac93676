# SPDX-License-Identifier: GPL-2.0-or-later
"""What the measuring scripts share: collections, processes with their cost, rows of results."""
import collections
import gzip
import json
import os
import random
import re
import subprocess
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.environ.get("KHABAR_BUILD", ROOT + "/build/release")
KHABAR = BUILD + "/khabar"
TIMING = BUILD + "/bench/khabar_timing"
GENERATE = BUILD + "/bench/khabar_generate"

Collection = collections.namedtuple("Collection", "name language corpus topics qrels options")
Finished = collections.namedtuple("Finished", "output seconds cpu_seconds peak_mb")


def read_collections(path):
    """The rows of a list like bench/collections.tsv, paths made absolute; None for "-"."""
    folder, rows = os.path.dirname(os.path.abspath(path)), []
    for line in open(path, encoding="utf-8"):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.rstrip("\n").split("\t")
        if len(fields) != 6:
            raise SystemExit(f"{path}: not six fields, with tabs between: {line.strip()}")
        for at in (2, 3, 4):
            if fields[at] != "-" and not fields[at].startswith("generate:"):
                fields[at] = os.path.normpath(os.path.join(folder, fields[at]))
        rows.append(Collection(*(None if field == "-" else field for field in fields)))
    return rows


def run(command, **options):
    """Runs a command to its end: what it printed, wall and CPU seconds, peak memory of the process."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    output, errors = child.stdout.read(), child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f"{' '.join(command[:3])} … failed ({child.returncode}): {(output + errors).strip()[-2000:]}")
    return Finished(output, time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def folder_mb(path):
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names) / 1e6


def read_articles(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def prepare_corpus(collection, folder):
    """The corpus as one JSON Lines file: generated, unpacked, its titles blanked where the list says so."""
    path = f"{folder}/{collection.name.replace('/', '-')}.jsonl"
    if collection.corpus.startswith("generate:"):
        command = [GENERATE, "--articles", collection.corpus.partition(":")[2], "--language", collection.language]
        with open(path, "w", encoding="utf-8") as out:
            subprocess.run(command, stdout=out, check=True)
        return path
    with open(path, "w", encoding="utf-8") as out:
        for article in read_articles(collection.corpus):
            if collection.options == "no-titles":
                article["title"] = ""
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
    return path


def sample_articles(path, count):
    """The same articles of a file each time, spread over it."""
    with open(path, "rb") as lines:
        size = os.path.getsize(path)
        for number in range(count):
            lines.seek(size * number // (count + 1))
            lines.readline()
            line = lines.readline()
            if line:
                yield json.loads(line)


# Words with nothing but a blank between them; letters and the marks on them.
RUN_OF_WORDS = re.compile(r"[^\W\d_][\w\u064b-\u065f\u0670\u200c]*(?: [^\W\d_][\w\u064b-\u065f\u0670\u200c]*)+")


def words_in_a_row(body, count, dice):
    """`count` words that stand side by side in the body; None where there are none."""
    places = [found.split(" ") for found in RUN_OF_WORDS.findall(body) if found.count(" ") + 1 >= count]
    if not places:
        return None
    words = dice.choice(places)
    start = dice.randrange(len(words) - count + 1)
    return " ".join(words[start:start + count])


def make_queries(corpus, topics, count, folder):
    """Files of queries by kind: topic titles (else titles of articles), phrases, ten words; each has answers."""
    dice, kinds = random.Random(1), {"titles": [], "phrases": [], "ten words": []}
    if topics:
        titles = [topic["title"] for topic in read_articles(topics)]
        kinds["titles"] = dice.sample(titles, min(count, len(titles)))
    for article in sample_articles(corpus, 4 * count):
        if not topics and article.get("title"):
            kinds["titles"].append(article["title"])
        kinds["phrases"].append(words_in_a_row(article["body"], dice.choice((2, 2, 3)), dice))
        kinds["ten words"].append(words_in_a_row(article["body"], 10, dice))
    files = {}
    for kind, queries in kinds.items():
        lines = [" ".join(query.replace('"', " ").split()) for query in queries if query][:count]
        files[kind] = f"{folder}/{kind.replace(' ', '-')}.queries"
        with open(files[kind], "w", encoding="utf-8") as out:
            out.write("".join(line + "\n" for line in lines))
    return files


class Results:
    """Rows of one measurement, written as they come, so that a run cut short keeps what it has; shown unless quiet."""

    def __init__(self, path, columns, append=False, quiet=False):
        self.quiet = quiet
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        append = append and os.path.exists(path)
        self.out = open(path, "a" if append else "w", encoding="utf-8")
        if not append:
            self.out.write("\t".join(columns) + "\n")

    def add(self, *values):
        texts = [f"{value:.6g}" if isinstance(value, float) else str(value) for value in values]
        self.out.write("\t".join(texts) + "\n")
        self.out.flush()
        if not self.quiet:
            print("  ".join(texts), flush=True)
