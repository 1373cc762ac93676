#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Measures how good and how fast khabar is, beside other engines, and writes one page of it.
#   scripts/bench.sh                     small inputs, about five minutes on two cores
#   scripts/bench.sh --full              the figures of the README; about two hours, 10 GB of disk
#   scripts/bench.sh --only PART,PART    of: suites quality peers scale instructions report
#   scripts/bench.sh --list FILE         other collections (see bench/collections.tsv)
# Results: build/bench/*.tsv, report.html, summary.md. --readme puts the summary into README.md. Parts
# that ran before stay in the page. From a bare Debian 12 with git; installs what is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

parts=suites,quality,peers,scale,instructions,report
list=bench/collections.tsv results=build/bench full=0 readme=()
while [[ $# -gt 0 ]]; do
  case $1 in
    --full) full=1 ;;
    --only) parts=$2 && shift ;;
    --list) list=$2 && shift ;;
    --readme) readme=(--readme README.md) ;;
    *) sed -n '3,9s/^# //p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
  esac
  shift
done

wanted() { [[ ,$parts, == *,$1,* ]]; }

build() {
  scripts/install_packages.sh
  ! wanted peers || bench/peers/install.sh
  local log=$results/build.log
  if ! { cmake --preset release && cmake --build --preset release --parallel "$(nproc)" --target khabar \
    khabar_generate khabar_timing khabar_xapian_peer khabar_bench_{analyze,index,search}; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    exit 1
  fi
}

suites() {
  local name time=0.05 repeats=1
  [[ $full -eq 0 ]] || time=0.5 repeats=5
  for name in analyze index search; do
    build/release/bench/khabar_bench_"$name" --benchmark_min_time=$time --benchmark_repetitions=$repeats \
      --benchmark_out="$results/suite-$name.json" --benchmark_out_format=json >/dev/null
  done
}

quality() {
  rm -rf "$results/runs"
  bench/quality.sh --list "$list" --runs "$results/runs" | tee "$results/quality.tsv"
}

peers() {
  if [[ $full -eq 1 ]]; then
    bench/compare_peers.py --list "$list" --rounds 5 --generated 30000 --out "$results/peers.tsv"
  else
    bench/compare_peers.py --list "$list" --rounds 2 --queries 60 --seconds 0.7 --generated 3000 \
      --out "$results/peers.tsv"
  fi
}

scale() {
  if [[ $full -eq 1 ]]; then
    bench/scale.py --sizes 10k,30k,100k,300k,1M,50MB,100MB,200MB,400MB --out "$results/scale.tsv"
  else
    bench/scale.py --sizes 1k,2k,5k --queries 50 --seconds 3 --out "$results/scale.tsv"
  fi
}

instructions() {
  # A change or a missing valgrind is something to show, not to stop at.
  bench/instructions.py 2>&1 | tee "$results/instructions.txt" || true
}

report() { bench/report.py --results "$results" "${readme[@]}"; }

mkdir -p "$results"
build
for part in suites quality peers scale instructions report; do
  wanted "$part" || continue
  echo "== $part" >&2
  "$part"
done
