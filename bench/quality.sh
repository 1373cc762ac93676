#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# How good khabar finds: a line of scores for each collection, as TSV.
#   bench/quality.sh [--khabar BINARY] [--blank-titles "NAME..."] [--check FILE] [FOLDER]
# The bundled collection in its four pairs of languages; then each folder of FOLDER that holds
# corpus.jsonl.gz, topics.jsonl and qrels.txt. --blank-titles: index these without titles (their
# topics are the headlines). --check: fail where nDCG@10 is lower than in FILE by more than 0.005.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
khabar=$root/build/release/khabar blank=" " expected=""
while [[ ${1-} == --* && $# -ge 2 ]]; do
  case $1 in
    --khabar) khabar=$2 ;;
    --blank-titles) blank=" $2 " ;;
    --check) expected=$2 ;;
    *) break ;;
  esac
  shift 2
done
[[ ${1-} != -* && $# -le 1 ]] || { sed -n '3,7s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

index() { "$khabar" index --index "$work/index" --fresh "$@" >/dev/null; }

measure() {  # NAME TOPICS QRELS [OPTION]
  {
    "$khabar" info --index "$work/index"
    "$khabar" eval --index "$work/index" --topics "$2" --qrels "$3" "${@:4}" | tail -n 1
  } | awk -v OFS='\t' -v name="$1" '
    $1 == "documents" { documents = $2 }
    $1 == "analyzers" { analyzers = $0; sub(/^analyzers */, "", analyzers) }
    END { print name, documents, $1, $2, $3, $4, $5, $6, $7, analyzers }'
}

printf 'collection\tdocuments\ttopics\tndcg@10\tmap\tmrr\tp@10\trecall@100\trecall@1000\tanalyzers\n' |
  tee "$work/scores"
folder=$root/corpus/ministry-news
for pair in ar-ar fa-ar ar-fa fa-fa; do  # topics-documents; the index holds one language, as the judgments do
  across=()
  [[ ${pair%-*} == "${pair#*-}" ]] || across=(--cross-language)
  index "$folder/articles-${pair#*-}.jsonl"
  measure "ministry-news/$pair" "$folder/topics-${pair%-*}.jsonl" "$folder/qrels-$pair.txt" "${across[@]}"
done | tee -a "$work/scores"
for corpus in ${1:+"$1"/*/corpus.jsonl.gz}; do
  folder=${corpus%/*} name=$(basename "${corpus%/*}")
  [[ -e $folder/topics.jsonl && -e $folder/qrels.txt ]] || continue
  titles=''
  [[ $blank != *" $name "* ]] || titles='s/"title": *"([^"\\]|\\.)*"/"title": ""/'
  gzip -cd "$corpus" | sed -E "$titles" | index --format jsonl -
  measure "$name${titles:+ (no titles)}" "$folder/topics.jsonl" "$folder/qrels.txt"
done
[[ -z $expected ]] || awk -F'\t' -v file="$expected" '
  FNR > 1 && NR == FNR { now[$1] = $4 }
  FNR > 1 && NR != FNR && (!($1 in now) || now[$1] + 0.005 < $4) {
    print $1 ": ndcg@10 is " now[$1] ", was " $4 " (if that is right: bench/quality.sh > " file ")"; fell = 1
  }
  END { exit fell }' "$work/scores" "$expected" >&2
