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
# tests/conftest.py says what stays with one process and what begins first.
.venv/bin/python -m pytest -n auto --dist loadgroup --no-loadscope-reorder "$@"
