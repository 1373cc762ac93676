#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# How fast single documents get into a large index while it is searched.
#   bench/updates.sh [--khabar BINARY] INDEX [UPDATES] [QUERY...]
# Works on a copy of INDEX, made by khabar backup. UPDATES (1000) times one document is indexed by a
# khabar of its own, half of them new and half in place of one that is there, while other khabars
# search without a pause. Prints seconds an update (median, 99th percentile, worst), the searches
# made and how many of them failed; exits with 1 where one did, or where a document is missing.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
khabar=$root/build/release/khabar
[[ ${1-} != --khabar ]] || { khabar=$2; shift 2; }
[[ $# -ge 1 && $1 != -* ]] || { sed -n '3,8s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
work=$(mktemp -d "${TMPDIR:-/tmp}/khabar-updates-XXXXXX")
trap 'rm -rf "$work"' EXIT
"$khabar" backup --index "$1" "$work/index" >&2
python3 - "$khabar" "$work" "${2:-1000}" "${@:3}" <<'PYTHON'
import json, random, subprocess, sys, threading, time

khabar, work, updates = sys.argv[1], sys.argv[2], int(sys.argv[3])
queries = sys.argv[4:] or ["\u0627\u0644\u0648\u0632\u064a\u0631", "\u0627\u0644\u0645\u0644\u0643",
                           "\u0645\u062c\u0644\u0633 \u0627\u0644\u0623\u0645\u0646"]
index = work + "/index"
chance = random.Random(1)


def run(command, *arguments, text=None):
    return subprocess.run([khabar, command, "--index", index, *arguments], input=text,
                          capture_output=True, text=True, check=False)


def taken_documents(count):
    """Every so many of the documents of the index, whole."""
    total = json.loads(run("info", "--json").stdout)["documents"]
    export = subprocess.Popen([khabar, "export", "--index", index], stdout=subprocess.PIPE, text=True)
    step = max(1, total // count)
    documents = [json.loads(line) for at, line in enumerate(export.stdout) if at % step == 0]
    export.wait()
    return total, documents[:count]


searches, failures, times, stop = 0, [], [], threading.Event()


def search():
    global searches
    while not stop.is_set():
        done = run("search", queries[searches % len(queries)])
        searches += 1
        if done.returncode != 0:
            failures.append(done.stderr.strip())


total, documents = taken_documents(updates)
searcher = threading.Thread(target=search)
searcher.start()
lost = 0
for number in range(updates):
    document = documents[number % len(documents)]
    if number % 2 == 0:
        document = {**document, "id": f"update-{number}"}
    else:
        document = {**document, "title": f"{document.get('title', '')} {number}"}
    start = time.monotonic()
    done = run("index", "-", text=json.dumps(document, ensure_ascii=False) + "\n")
    times.append(time.monotonic() - start)
    lost += done.returncode != 0
    if done.returncode != 0:
        print(done.stderr.strip(), file=sys.stderr)
stop.set()
searcher.join()
times.sort()
held = json.loads(run("info", "--json").stdout)["documents"]
print("documents\tupdates\tmedian_s\tp99_s\tworst_s\tsearches\tfailed_searches\tfailed_updates")
print(f"{total}\t{updates}\t{times[len(times) // 2]:.3f}\t{times[int(len(times) * 0.99)]:.3f}\t"
      f"{times[-1]:.3f}\t{searches}\t{len(failures)}\t{lost}")
for failure in failures[:3]:
    print(failure, file=sys.stderr)
whole = run("check").returncode == 0 and held == total + (updates + 1) // 2
sys.exit(0 if whole and not failures and lost == 0 else 1)
PYTHON
