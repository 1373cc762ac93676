#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Measures how good and how fast khabar is, beside other engines, and writes one page of it.
#   scripts/bench.sh                     small inputs, some ten minutes on two cores
#   scripts/bench.sh --full              the figures of the README; about an hour, 12 GB of disk
#   scripts/bench.sh --only PART,PART    of: suites quality ablation peers scale instructions
#   scripts/bench.sh --list FILE         other collections (see bench/collections.tsv)
#   scripts/bench.sh --record            writes scores and instruction counts to bench/expected
# Results: build/bench/*.tsv, report.html, summary.md. --readme puts the summary into README.md. Parts
# that ran before stay in the page. From a bare Debian 12 with git; installs what is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

all=(suites quality ablation peers scale instructions)
parts=("${all[@]}") list=bench/collections.tsv results=build/bench full=0 readme=()
command="scripts/bench.sh $*"

usage() { sed -n '3,10s/^# //p' "${BASH_SOURCE[0]}" >&2 && exit 2; }

while [[ $# -gt 0 ]]; do
  case $1 in
    --full) full=1 ;;
    --only) IFS=, read -r -a parts <<<"${2-}" && shift ;;
    --list) list=${2-} && shift ;;
    --readme) readme=(--readme README.md) ;;
    --record) parts=(record) ;;
    *) usage ;;
  esac
  shift || usage
done
for part in "${parts[@]}"; do [[ " ${all[*]} record " == *" $part "* ]] || usage; done
[[ -e $list ]] || usage

build() {  # PRESET TARGET...
  local log=$results/build-$1.log
  if ! { cmake --preset "$1" && cmake --build --preset "$1" --parallel "$(nproc)" --target "${@:2}"; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    exit 1
  fi
}

suites() {
  local name time=0.05 repeats=3
  [[ $full -eq 0 ]] || time=0.5 repeats=5
  for name in analyze index search; do
    echo "   $name" >&2
    build/release/bench/khabar_bench_"$name" --benchmark_min_time=$time --benchmark_repetitions=$repeats \
      --benchmark_out="$results/suite-$name.json" --benchmark_out_format=json \
      >"$results/suite-$name.log" 2>&1 || { cat "$results/suite-$name.log" >&2 && return 1; }
  done
}

quality() {
  rm -rf "$results/runs"
  bench/quality.sh --list "$list" --runs "$results/runs" | tee "$results/quality.tsv"
}

ablation() { bench/ablation.py --list "$list" | tee "$results/ablation.md"; }

peers() {
  bench/peers/install.sh
  if [[ $full -eq 1 ]]; then
    bench/compare_peers.py --list "$list" --rounds 5 --seconds 5 --out "$results/peers.tsv"
  else
    bench/compare_peers.py --list "$list" --rounds 2 --queries 60 --seconds 0.7 --generated 3000 \
      --out "$results/peers.tsv"
  fi
}

scale() {
  if [[ $full -eq 1 ]]; then
    bench/scale.py --sizes 10k,100k,1M --out "$results/scale.tsv"
  else
    bench/scale.py --sizes 1k,3k,10k --queries 50 --seconds 3 --out "$results/scale.tsv"
  fi
}

instructions() {
  # A change or a missing valgrind is something to show, not to stop at.
  bench/instructions.py 2>&1 | tee "$results/instructions.txt" || true
}

# The debug build is what continuous integration runs.
record() {
  echo "   building for debugging, too" >&2
  build dev khabar khabar_generate khabar_timing
  bench/quality.sh >"$results/scores.tsv"
  cp "$results/scores.tsv" bench/expected/ministry-news.tsv
  bench/instructions.py --record
  bench/instructions.py --record --build build/dev --type Debug
  git --no-pager diff --stat -- bench/expected
}

# What made a part, for the page: part, date, commit, command.
stamp() {
  local commit kept
  commit=$(git rev-parse --short=12 HEAD)$(git diff --quiet HEAD || echo " with changes")
  kept=$(grep -v "^$1"$'\t' "$results/stamps.tsv" 2>/dev/null || true)
  printf '%s\n' ${kept:+"$kept"} "$1"$'\t'"$(date --utc +%F)"$'\t'"$commit"$'\t'"$command" >"$results/stamps.tsv"
}

mkdir -p "$results"
scripts/install_packages.sh
echo "== build (some minutes where nothing is built yet; log: $results/build-release.log)" >&2
build release khabar khabar_generate khabar_timing khabar_xapian_peer khabar_bench_{analyze,index,search}
for part in "${parts[@]}"; do
  echo "== $part, $(date +%T)" >&2
  "$part"
  stamp "$part"
done
[[ ${parts[*]} == record ]] || bench/report.py --results "$results" "${readme[@]}"
