#!/usr/bin/env bash
# Brings the database up to date while the site runs, and puts the static files where nginx finds them.
# A migration that waits for a table makes all others wait behind it, so on PostgreSQL it gives up after two seconds
# and is tried again: nothing is half done. Files of the release before stay, for pages that are open.
set -euo pipefail
PYTHON=${PYTHON:-python}
COLLECTED=/srv/employability/collected # made with the image
TRIES=30

migrate() { PGOPTIONS="-c lock_timeout=${LOCK_TIMEOUT:-2s}" "$PYTHON" manage.py migrate --noinput 2>"$said"; }

said=$(mktemp)
trap 'rm -f "$said"' EXIT
for ((try = 1; ; try++)); do
    if migrate; then break; fi
    if ((try == TRIES)) || ! grep -q 'lock timeout' "$said"; then
        cat "$said" >&2
        echo "The migration has failed. What it had not finished is as it was." >&2
        exit 1
    fi
    echo "A table is in use. The migration is tried again." >&2
    sleep 2
done
if [[ -d $COLLECTED/static ]]; then
    cp -R "$COLLECTED/static/." "$DATA_DIR/static/"
else
    "$PYTHON" manage.py collectstatic --noinput --verbosity 0
fi
