#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# How good khabar finds: a line of scores for each collection, as TSV.
#   bench/quality.sh [--khabar BINARY] [--list FILE] [--check FILE] [--runs FOLDER] [--option "OPTION..."]
# --list: the collections, as in bench/collections.tsv, the default; there also the spelling variants
# of tests/gold are scored. --check: fail where nDCG@10 is lower than in FILE by more than 0.005.
# --runs: keep each run there as NAME.run; where one of that name is there already, compare with it
# topic by topic (paired randomization test). --option: more options for `khabar eval`.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
khabar=$root/build/release/khabar list=$root/bench/collections.tsv expected="" runs="" options=()
default_list=$list
while [[ ${1-} == --* && $# -ge 2 ]]; do
  case $1 in
    --khabar) khabar=$2 ;;
    --list) list=$2 ;;
    --check) expected=$2 ;;
    --runs) runs=$2 ;;
    --option) read -r -a options <<<"$2" ;;
    *) break ;;
  esac
  shift 2
done
[[ $# -eq 0 && -e $list ]] || { sed -n '3,9s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
indexed=""

index() {  # NAME-OF-THE-STATE FILE: nothing to do where the same was indexed last
  [[ $indexed != "$1" ]] || return 0
  "$khabar" index --index "$work/index" --fresh --format jsonl "$2" >/dev/null
  indexed=$1
}

evaluate() {  # NAME TOPICS QRELS [OPTION...]
  local run="$work/now.run" compare=() kept="${runs:+$runs/${1//[^[:alnum:]_-]/-}.run}"
  [[ -z $kept || ! -e $kept ]] || compare=(--compare "$kept")
  "$khabar" eval --index "$work/index" --topics "$2" --qrels "$3" --run "$run" "${@:4}" "${compare[@]}" \
    "${options[@]}" >"$work/eval"
  [[ ${#compare[@]} -eq 0 ]] || sed -n "/^against/,\$s|^|$1: |p" "$work/eval" >&2
  [[ -z $kept || ${#compare[@]} -gt 0 ]] || { mkdir -p "$runs" && cp "$run" "$kept"; }
}

measure() {  # as evaluate
  evaluate "$@"
  {
    "$khabar" info --index "$work/index"
    awk '/^topics/ { getline; print; exit }' "$work/eval"
  } | awk -v OFS='\t' -v name="$1" '
    $1 == "documents" { documents = $2 }
    $1 == "analyzers" { analyzers = $0; sub(/^analyzers */, "", analyzers) }
    END { print name, documents, $1, $2, $3, $4, $5, $6, $7, analyzers }'
}

collections() {
  local name language corpus topics qrels option across
  while IFS=$'\t' read -r name language corpus topics qrels option; do
    [[ -n $name && $name != '#'* && $topics != - ]] || continue
    corpus=$(resolve "$corpus") topics=$(resolve "$topics") qrels=$(resolve "$qrels")
    if [[ $option == no-titles ]]; then
      { gzip -cdf "$corpus" || true; } |
        sed -E 's/"title": *"([^"\\]|\\.)*"/"title": ""/' >"$work/corpus.jsonl"
      corpus=$work/corpus.jsonl indexed=""
    fi
    index "$corpus" "$corpus"
    across=()
    [[ $option != cross-language ]] || across=(--cross-language)
    measure "$name" "$topics" "$qrels" "${across[@]}"
  done <"$list"
}

resolve() { if [[ $1 == /* ]]; then echo "$1"; else echo "$(dirname "$list")/$1"; fi; }

# Spellings that must meet: a topic for each row, and the document that it must find among all. The
# table's \u200C is JSON's too.
variants() {
  awk -F'\t' -v folder="$work" '
    /^#/ || NF < 5 { next }
    !(($2, $4) in id) {
      id[$2, $4] = "d" NR
      printf "{\"id\": \"d%d\", \"lang\": \"%s\", \"body\": \"%s\"}\n", NR, $2, quoted($4) > (folder "/variants.jsonl")
    }
    $5 == "match" {
      printf "{\"id\": \"q%d\", \"lang\": \"%s\", \"title\": \"%s\"}\n", NR, $2, quoted($3) > (folder "/topics.jsonl")
      print "q" NR, 0, id[$2, $4], 1 > (folder "/qrels")
    }
    function quoted(text) { gsub(/"/, "\\\"", text); return text }' "$root/tests/gold/variants.tsv"
  index variants "$work/variants.jsonl"
  measure variants "$work/topics.jsonl" "$work/qrels" 2>/dev/null
}

printf 'collection\tdocuments\ttopics\tndcg@10\tmap\tmrr\tp@10\trecall@100\trecall@1000\tanalyzers\n' |
  tee "$work/scores"
collections | tee -a "$work/scores"
if [[ $list == "$default_list" ]]; then variants | tee -a "$work/scores"; fi
[[ -z $expected ]] || awk -F'\t' -v file="$expected" '
  FNR > 1 && NR == FNR { now[$1] = $4 }
  FNR > 1 && NR != FNR && (!($1 in now) || now[$1] + 0.005 < $4) {
    print $1 ": ndcg@10 is " now[$1] ", was " $4 " (if that is right: bench/quality.sh > " file ")"; fell = 1
  }
  END { exit fell }' "$work/scores" "$expected" >&2
