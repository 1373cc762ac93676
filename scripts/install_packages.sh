#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs the Debian packages that building and testing khabar needs: the one list of them.
# Does nothing where all are installed. Works as root or with sudo.
set -euo pipefail
# shellcheck source=scripts/apt.sh
. "$(dirname "${BASH_SOURCE[0]}")/apt.sh"

packages=(
  build-essential
  cmake
  libarchive-dev
  libbenchmark-dev
  libcli11-dev
  libcpp-httplib-dev
  libdeflate-dev
  libfmt-dev
  libgmock-dev
  libgtest-dev
  libicu-dev
  libxapian-dev
  libzstd-dev
  libxml2-dev
  ninja-build
  nlohmann-json3-dev
  pkg-config
  python3
  valgrind
  zlib1g-dev
)

mapfile -t missing < <(missing_of "${packages[@]}")
[[ ${#missing[@]} -gt 0 ]] || exit 0

if [[ $(id -u) -ne 0 ]] && ! command -v sudo >/dev/null; then
  echo "missing packages: ${missing[*]} (install them as root: apt-get install ${missing[*]})" >&2
  exit 1
fi

echo "installing missing packages: ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for step in update "install --yes --no-install-recommends ${missing[*]}"; do
  # shellcheck disable=SC2086 # the step is several words
  if ! apt_get $step >"$log" 2>&1; then
    cat "$log" >&2
    echo "apt-get ${step%% *} failed (see above; check the network and /etc/apt)" >&2
    exit 1
  fi
done
