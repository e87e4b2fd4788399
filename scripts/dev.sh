#!/usr/bin/env bash
# Serves the site on port $1 with DEBUG: all starts again when Python changes, styles and scripts are built anew.
set -euo pipefail
export DJANGO_SETTINGS_MODULE=cms.settings.dev SITE_URL=${SITE_URL:-http://127.0.0.1:$1}
scripts/pdf_libraries.sh || true # without them the PDF answers with a message, and all else works
.venv/bin/python scripts/prepare_site.py
scripts/with_node.sh npm run --silent watch &
watching=$!
trap 'kill "$watching" 2>/dev/null || true' EXIT
.venv/bin/python manage.py serve --reload --port "$1"
