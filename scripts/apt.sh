# SPDX-License-Identifier: GPL-2.0-or-later
# To be sourced: what the scripts that install Debian packages have in common.
# shellcheck shell=bash

# Prints those of the packages named that are not installed, one a line.
missing_of() {
  local package status
  for package in "$@"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [[ $status == installed ]] || echo "$package"
  done
}

# Runs apt-get, with sudo where the user is not root; nothing is asked.
apt_get() {
  local as_root=()
  [[ $(id -u) -eq 0 ]] || as_root=(sudo)
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --quiet "$@"
}
