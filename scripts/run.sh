#!/usr/bin/env bash
# Prepares the site's data and serves it on port $1, until Ctrl-C.
set -euo pipefail
export DJANGO_SETTINGS_MODULE=cms.settings.local SITE_URL=${SITE_URL:-http://127.0.0.1:$1}
exec .venv/bin/python scripts/prepare_site.py "$1"
