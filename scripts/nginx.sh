#!/usr/bin/env bash
# Makes sure that there is an nginx and prints where it is; it is not started.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/debian_packages.sh"
PATH="$PATH:/usr/sbin:/sbin"
# Debian would start it on port 80; at run level 1 it does not.
command -v nginx >/dev/null || RUNLEVEL=1 install_packages nginx nginx-light
command -v nginx
