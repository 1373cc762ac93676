#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs missing packages, builds khabar with its tests and runs every test. The last line is
# ctest's: "100% tests passed, 0 tests failed out of N".
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
result=0
ctest --preset dev --parallel "$jobs" >"$logs/test.log" 2>&1 || result=$?
if [[ $result -ne 0 ]]; then
  cat "$logs/test.log" >&2
  echo "== some tests failed (see above)" >&2
fi
# ctest's own summary is the last line, good or bad: CI reads it. Without one, nothing was tested.
grep -E '^[0-9]+% tests passed, [0-9]+ tests failed out of [0-9]+$' "$logs/test.log" || result=1
exit "$result"
