#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs the engines that khabar is compared with, as Debian packages. Nothing else needs them, and
# what cannot be installed is left out of the comparison. Stock Xapian is there, SQLite is Python's.
set -uo pipefail
# shellcheck source=scripts/apt.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/apt.sh"

packages=(python3 default-jdk-headless liblucene8-java postgresql)
mapfile -t missing < <(missing_of "${packages[@]}")
[[ ${#missing[@]} -gt 0 ]] || exit 0
echo "installing peers: ${missing[*]}" >&2
apt_get update >/dev/null 2>&1
for package in "${missing[@]}"; do
  apt_get install --yes --no-install-recommends "$package" >/dev/null 2>&1 ||
    echo "cannot install $package: its engine is left out" >&2
done
