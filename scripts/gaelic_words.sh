#!/usr/bin/env bash
# Brings locale/gd up to date with the words in the code; what is new stands there untranslated.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/debian_packages.sh"
command -v xgettext >/dev/null || install_packages gettext gettext
mkdir -p locale
"${PYTHON:-.venv/bin/python}" manage.py makemessages --locale gd --no-location --no-obsolete \
    --ignore node_modules --ignore build --ignore var --ignore '.venv*' --ignore tests --ignore bench
