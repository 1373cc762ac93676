#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs missing packages, builds the release, indexes the bundled corpus into build/demo-index
# and shows searches in Arabic and Persian. From a bare Debian 12 with git:
#   scripts/demo.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

corpus=corpus/ministry-news
index=build/demo-index
khabar=build/release/khabar

quietly() {
  local log
  log=$(mktemp)
  if ! "$@" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
}

# Shows a command as one types it, then what it prints. Nothing found (1) is no failure.
run() {
  printf '\n$ khabar %s' "$1" >&2
  local word
  for word in "${@:2}"; do
    if [[ $word =~ ^[A-Za-z0-9./=-]+$ ]]; then printf ' %s' "$word"; else printf " '%s'" "$word"; fi
  done >&2
  printf '\n' >&2
  "$khabar" "$@" || [[ $? -eq 1 ]]
}

# A search, after a word on what is to be seen.
search() {
  printf '\n--- %s' "$1" >&2
  run search --index "$index" --limit 2 "${@:2}"
}

scripts/install_packages.sh
echo "== configure and build (preset release)" >&2
quietly cmake --preset release
quietly cmake --build --preset release --target khabar --parallel "$(nproc)"

echo "== index the bundled corpus" >&2
run index --index "$index" --fresh "$corpus/articles-ar.jsonl" "$corpus/articles-fa.jsonl"
run info --index "$index"

half_space=$'\xe2\x80\x8c' # U+200C ZERO WIDTH NON-JOINER, written so that it can be seen here
search "Arabic: the plural finds the singular" 'شركات ناشئة'
search "... in another spelling, with conjunction, preposition and article" 'والرسائل المزيفه'
search "Persian: a plural with the half space ..." "پیامک${half_space}های جعلی"
search "... typed with a blank and on an Arabic keyboard" 'پيامك هاي جعلي'
search "an exact phrase" '"الذكاء الاصطناعي"'
search "only in the title, of one outlet" 'title:ماهواره source:sahel'
search "by Jalali date, the newest first" --sort newest 'جریمه date:1404/07..1404/09'
search "why a result is where it is" --explain 'هوش مصنوعی'
run analyze --language ar --trace 'وللمدارس'

# How good: the topics of each language against the judgments of articles in that language.
for language in ar fa; do
  run index --index "$index-$language" --fresh "$corpus/articles-$language.jsonl" >/dev/null
  run eval --index "$index-$language" --topics "$corpus/topics-$language.jsonl" \
    --qrels "$corpus/qrels-$language-$language.txt"
done

# The same in a browser, until Ctrl-C (not run here, for it would wait):
echo
echo "In a browser: build/release/khabar serve --index $index"
