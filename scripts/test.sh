#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs missing packages, builds khabar with its tests and runs every test.
# From a bare Debian 12 with git:
#   scripts/test.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Runs a step quietly; what it said is shown only when it fails.
step() {
  local name=$1 log=$logs/step.log
  shift
  echo "== $name" >&2
  "$@" >"$log" 2>&1 || {
    cat "$log" >&2
    echo "== $name failed" >&2
    exit 1
  }
}

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
jobs=$(nproc)

scripts/install_packages.sh
step "configure (preset dev)" cmake --preset dev
step "build, $jobs jobs" cmake --build --preset dev --parallel "$jobs"

echo "== test" >&2
start=$SECONDS
result=0
ctest --preset dev --parallel "$jobs" >"$logs/test.log" 2>&1 || result=$?
passed=$(grep -E '^[0-9]+% tests passed' "$logs/test.log" || true)
if [[ $result -ne 0 || -z $passed ]]; then
  cat "$logs/test.log" >&2
  echo "== some tests failed (see above)"
  exit 1
fi
echo "$passed in $((SECONDS - start)) s"
