#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs the engines that khabar is compared with, as Debian packages. Nothing else needs them, and
# what cannot be installed is left out of the comparison. Stock Xapian is there, SQLite is Python's.
set -uo pipefail
packages=(python3 default-jdk-headless liblucene8-java postgresql)
missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed ]] || missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0
as_root=()
[[ $(id -u) -eq 0 ]] || as_root=(sudo)
echo "installing peers: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update --quiet >/dev/null 2>&1
for package in "${missing[@]}"; do
  "${as_root[@]}" apt-get install --quiet --yes --no-install-recommends "$package" >/dev/null 2>&1 ||
    echo "cannot install $package: its engine is left out" >&2
done
