#!/usr/bin/env bash
# Makes sure that the libraries are there with which WeasyPrint sets the pages of PDF files, and a font.
set -euo pipefail
PACKAGES=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig) # pdf_file.py names them, too

are_there() {
    [[ -n $(fc-list 2>/dev/null) ]] && "${VENV:-.venv}/bin/python" - <<'END_OF_PYTHON'
from ctypes.util import find_library

names = ("gobject-2.0", "pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset", "fontconfig")
raise SystemExit(not all(find_library(name) for name in names))
END_OF_PYTHON
}

install() {
    [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null || return 1
    echo "Installing libraries for PDF files"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "${PACKAGES[@]}" >/dev/null
}

if ! are_there && ! { install && are_there; }; then
    echo "PDF files cannot be made: install Pango, on Debian with 'apt-get install ${PACKAGES[*]}'." >&2
    exit 1
fi
