# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of khabar for bash: commands, options and the values that options take.
# shellcheck shell=bash

# Completes with what compgen offers; file names keep their blanks.
_khabar_offer() {
  mapfile -t COMPREPLY < <(compgen "$@")
}

# The values of one option; fails where the option takes none.
_khabar_value() {
  case $1 in
    --index) _khabar_offer -d -- "$2" ;;
    --format) _khabar_offer -W "auto json jsonl trec hamshahri html rss warc csv text" -- "$2" ;;
    --language)
      if [[ ${COMP_WORDS[1]} == analyze ]]; then
        _khabar_offer -W "auto ar fa und ur" -- "$2"
      else
        _khabar_offer -W "auto ar fa ur" -- "$2"
      fi
      ;;
    --calendar) _khabar_offer -W "auto gregorian jalali hijri" -- "$2" ;;
    --highlight) _khabar_offer -W "auto plain ansi html" -- "$2" ;;
    --sort)
      if [[ ${COMP_WORDS[1]} == eval ]]; then
        _khabar_offer -W "relevance recent" -- "$2"
      else
        _khabar_offer -W "relevance recent newest oldest" -- "$2"
      fi
      ;;
    --fields) _khabar_offer -W "title title+description" -- "$2" ;;
    --topics | --qrels | --run | --compare | --score | --synonyms) _khabar_offer -f -- "$2" ;;
    --limit | --offset | --since | --until | --today | --source | --id-prefix | --category | --threads | --memory | --depth | --repeat | --half-life)
      COMPREPLY=() ;;
    *) return 1 ;;
  esac
}

_khabar() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local options=--help
  if ((COMP_CWORD == 1)); then
    _khabar_offer -W "index search suggest similar serve alert analyze eval info delete export check backup compact --help --version" -- "$current"
    return
  fi
  if [[ $previous == -* ]] && _khabar_value "$previous" "$current"; then
    compopt -o filenames 2>/dev/null
    return
  fi
  case ${COMP_WORDS[1]} in
    index) options+=" --index --format --language --source --id-prefix --threads --memory --fresh --watch --json --compact" ;;
    search)
      options+=" --index --limit --offset --json --sort --language --since --until --source --category"
      options+=" --exact --cross-language --explain --all-words --strict --facets --concordance --calendar --highlight --today --all-copies --expand --half-life --no-correction --synonyms"
      ;;
    suggest) options+=" --index --limit --json" ;;
    similar) options+=" --index --limit --calendar --explain --json" ;;
    serve) options+=" --index --listen --threads --synonyms" ;;
    alert) options+=" --index --language --old --output --json" ;;
    analyze) options+=" --language --trace --json" ;;
    eval)
      options+=" --index --topics --qrels --run --cross-language --fields --depth --per-topic --compare"
      options+=" --expand --collapse-copies --sort --half-life --synonyms"
      options+=" --score --timing --repeat --json"
      ;;
    info) options+=" --index --json" ;;
    compact) options+=" --index --if-due --json" ;;
    backup) options+=" --index --overwrite --json" ;;
    delete | check) options+=" --index" ;;
    export) options+=" --index --copies" ;;
  esac
  if [[ $current != -* && ${COMP_WORDS[1]} == @(index|backup) ]]; then
    compopt -o filenames 2>/dev/null
    _khabar_offer -f -- "$current"
  else
    _khabar_offer -W "$options" -- "$current"
  fi
}

complete -F _khabar khabar
