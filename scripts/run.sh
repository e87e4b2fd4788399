#!/usr/bin/env bash
# Prepares the site's data and serves it on port $1, until Ctrl-C.
set -euo pipefail
export DJANGO_SETTINGS_MODULE=cms.settings.local SITE_URL=${SITE_URL:-http://127.0.0.1:$1}
scripts/pdf_libraries.sh || true # without them the PDF answers with a message, and all else works
exec .venv/bin/python scripts/prepare_site.py "$1"
