#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Shows that the guards of the bench see a step backwards: plants a slowdown of 20 % in stemming, and
# the loss of one folding rule, each in a copy of the tree, and expects the guard of each to fail.
#   bench/plant.sh [--here]   about ten minutes; exit code 0: both were caught
# --here: in this tree and its build, which is faster; the files are put back at the end.
# The guards pass on the tree itself before. Not part of any default run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
copy=$work/tree missed=0 planted=()
[[ ${1-} != --here ]] || copy=$root

put_back() {
  local file
  for file in "${planted[@]}"; do cp "$work/${file##*/}" "$copy/$file"; done
  planted=()
}
trap 'put_back; rm -rf "$work"' EXIT

build() {
  (cd "$copy" && cmake --preset release ${CCACHE:+-DCMAKE_CXX_COMPILER_LAUNCHER=ccache} &&
    cmake --build --preset release --parallel "$(nproc)" --target khabar khabar_timing khabar_generate) \
    >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; echo "the planted tree does not build" >&2; exit 2; }
}

speed() { "$copy/bench/instructions.py" --build "$copy/build/release" --only stemming; }
quality() {
  "$copy/bench/quality.sh" --khabar "$copy/build/release/khabar" \
    --check "$copy/bench/expected/ministry-news.tsv" | cut -f 1-4
}

# Replaces one piece of a file, which must be there.
plant() {  # FILE OLD NEW
  cp "$copy/$1" "$work/${1##*/}"
  planted+=("$1")
  python3 - "$copy/$1" "$2" "$3" <<'PYTHON'
import sys
path, old, new = sys.argv[1:]
text = open(path, encoding="utf-8").read()
if old not in text:
    sys.exit(f"{path} has no longer: {old}")
open(path, "w", encoding="utf-8").write(text.replace(old, new, 1))
PYTHON
}

expect() {  # pass|fail GUARD
  local result=0
  "$2" || result=$?
  case $1-$result in
    pass-0 | fail-1) echo "-- as it must: $2 ends with $result" ;;
    *) echo "-- MISSED: $2 ends with $result, it should $1" && missed=1 ;;
  esac
}

cd "$root"
if [[ $copy != "$root" ]]; then
  mkdir "$copy"
  git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$copy"
fi
[[ $(command -v ccache) ]] && CCACHE=1
echo "== the tree as it is"
build
expect pass speed
expect pass quality

echo "== planted: each fifth word is stemmed twice"
call='const std::string_view stem = find_stem(word, scratch);'
plant analyzers/word_memo.h "$call" \
  "thread_local unsigned calls = 0; if (++calls % 5 == 0) find_stem(word, scratch); $call"
build
expect fail speed
put_back

echo "== planted: TEH MARBUTA is no longer folded to HEH"
plant analyzers/folding.cpp '{kTehMarbuta, kHeh},' ''
build
expect fail quality
exit "$missed"
