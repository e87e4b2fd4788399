#!/usr/bin/env bash
# Runs every test. Services that were not running before are stopped afterwards.
set -euo pipefail
scripts/pdf_libraries.sh
CHROMIUM=$(scripts/browser.sh)
export CHROMIUM DJANGO_SETTINGS_MODULE=cms.settings.test
if ! scripts/services.sh running; then
    scripts/services.sh start
    trap 'scripts/services.sh stop' EXIT
fi
# A file of tests stays with one process: those in a browser share a server.
.venv/bin/python -m pytest -n auto --dist loadfile "$@"
