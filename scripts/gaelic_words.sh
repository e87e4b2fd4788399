#!/usr/bin/env bash
# Brings locale/gd up to date with the words in the code; what is new stands there untranslated.
set -euo pipefail
if ! command -v xgettext >/dev/null; then
    if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
        echo "gettext is missing: install it, on Debian with 'apt-get install gettext'." >&2
        exit 1
    fi
    echo "Installing gettext" >&2
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends gettext >&2
fi
mkdir -p locale
"${PYTHON:-.venv/bin/python}" manage.py makemessages --locale gd --no-location --no-obsolete \
    --ignore node_modules --ignore build --ignore var --ignore '.venv*' --ignore tests --ignore bench
