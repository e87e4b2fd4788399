#!/usr/bin/env bash
# Makes sure that there is a Chromium for the browser tests and prints where it is.
set -euo pipefail

find_chromium() { command -v "${CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome; }

if ! find_chromium >/dev/null; then
    if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
        echo "Chromium is missing: install it, on Debian with 'apt-get install chromium', or name it in CHROMIUM." >&2
        exit 1
    fi
    echo "Installing Chromium" >&2
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends chromium fonts-liberation >&2
fi
find_chromium
