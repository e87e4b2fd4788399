#!/usr/bin/env bash
# Runs every check that needs no test: all of them, even after one has failed.
set -uo pipefail
failed=0

run() { # a name, then the command
    local name=$1
    shift
    echo "== $name"
    if ! "$@"; then
        failed=1
        echo "$name: FAILED" >&2
    fi
}

pending_migrations() {
    DJANGO_SETTINGS_MODULE=cms.settings.test .venv/bin/python manage.py makemigrations --check --dry-run
}

# Production settings with values that live for this one command.
production_settings() {
    DJANGO_SETTINGS_MODULE=cms.settings.base \
        SECRET_KEY=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(64))') \
        HASH_KEY=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(64))') \
        SITE_URL=https://employability.example ALLOWED_HOSTS=employability.example \
        .venv/bin/python manage.py check --deploy --fail-level WARNING
}

run "Python style" .venv/bin/ruff check --quiet .
run "Python format" .venv/bin/ruff format --check --quiet .
run "Template format" .venv/bin/djhtml --check $(find templates bulletin cms home la_directory resources search -name '*.html')
run "Imports" .venv/bin/lint-imports --no-logo
run "Migrations" pending_migrations
run "Production settings" production_settings
run "Files for servers" scripts/check_deployment.sh
exit $failed
