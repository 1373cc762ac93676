# SPDX-License-Identifier: GPL-2.0-or-later
"""The machine, the versions and the commands behind the figures of bench/report.py."""
import glob
import os
import re
import sqlite3
import subprocess
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
COMMANDS = """scripts/bench.sh                 # quick: all of this page on small inputs, about ten minutes
scripts/bench.sh --full          # the figures of the README
bench/compare_peers.py --help    # other engines, any collection
bench/scale.py --help            # cost by size
bench/ablation.py --help         # what each stage and each kind of evidence is worth, any collection
bench/quality.sh                 # scores, compared with bench/expected
bench/instructions.py            # instruction counts, compared with bench/expected
scripts/bench.sh --record        # makes those of bench/expected anew
bench/plant.sh                   # do the guards see a step backwards?"""


def output(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stdout.strip()
    except FileNotFoundError:
        return ""


def first_match(pattern, path):
    found = re.search(pattern, open(path, encoding="utf-8").read(), re.M) if os.path.exists(path) else None
    return found.group(1) if found else "unknown"


def commit():
    name = output("git", "rev-parse", "--short=12", "HEAD") or "unknown"
    return name + (" with changes" if output("git", "status", "--porcelain", "--untracked-files=no") else "")


def compiler():
    path = first_match(r"^CMAKE_CXX_COMPILER:\w+=(.*)$", ROOT + "/build/release/CMakeCache.txt")
    flags = first_match(r"^CMAKE_CXX_FLAGS_RELWITHDEBINFO:\w+=(.*)$", ROOT + "/build/release/CMakeCache.txt")
    return f"{output(path, '--version').splitlines()[0] if path != 'unknown' else path}, {flags}"


def peers():
    lucene = [re.search(r"lucene-core-(.*)\.jar", path).group(1) for path in glob.glob("/usr/share/java/lucene-core-*.jar")]
    java = subprocess.run("java -version 2>&1 | head -n 1", shell=True, capture_output=True, text=True).stdout.strip()
    postgres = [path.split("/")[4] for path in glob.glob("/usr/lib/postgresql/*/bin/postgres")]
    return (f"Lucene {', '.join(lucene) or 'none'} on {java if lucene else 'no Java'}; SQLite {sqlite3.sqlite_version}; "
            f"PostgreSQL {', '.join(postgres) or 'none'}")


def facts():
    memory = int(first_match(r"^MemTotal:\s+(\d+)", "/proc/meminfo")) / 1048576
    return {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "commit": commit(),
        "processor": f"{first_match(r'^model name.*: (.*)$', '/proc/cpuinfo')}, {os.cpu_count()} cores",
        "memory": f"{memory:.0f} GB",
        "system": f"{first_match(r'^PRETTY_NAME=.(.*).$', '/etc/os-release')}, Linux {os.uname().release}",
        "compiler": compiler(),
        "libraries": f"Xapian {output('pkg-config', '--modversion', 'xapian-core')}, ICU {output('pkg-config', '--modversion', 'icu-uc')}",
        "peers": peers(),
    }
