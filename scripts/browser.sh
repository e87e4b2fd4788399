#!/usr/bin/env bash
# Makes sure that there is a Chromium for the browser tests and prints where it is.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/debian_packages.sh"

find_chromium() { command -v "${CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome; }

find_chromium >/dev/null || install_packages "Chromium (or a name of it in CHROMIUM)" chromium fonts-liberation
find_chromium
