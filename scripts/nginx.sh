#!/usr/bin/env bash
# Makes sure that there is an nginx and prints where it is; it is not started.
set -euo pipefail
PATH="$PATH:/usr/sbin:/sbin"
if ! command -v nginx >/dev/null; then
    if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
        echo "nginx is missing: install it, on Debian with 'apt-get install nginx'." >&2
        exit 1
    fi
    echo "Installing nginx" >&2
    apt-get update -qq >&2
    # Debian would start it on port 80; at run level 1 it does not.
    RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends nginx-light >&2
fi
command -v nginx
