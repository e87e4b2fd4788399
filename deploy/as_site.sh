#!/usr/bin/env bash
# Runs a command as the site would: its user, its variables, in the folder of the current release. Run it as root.
#   deploy/as_site.sh .venv/bin/python manage.py backup
set -euo pipefail
HOME_OF_SITE=${HOME_OF_SITE:-/srv/employability}
SITE_USER=${SITE_USER:-employability}
RELEASE=${RELEASE:-$HOME_OF_SITE/current}
if (($# == 0)); then
    echo "Usage: deploy/as_site.sh COMMAND WORD …" >&2
    exit 2
fi

set -a
# shellcheck source=/dev/null
. "${ENVIRONMENT:-/etc/employability/environment}"
HOME=/tmp DJANGO_SETTINGS_MODULE=cms.settings.base PYTHON=.venv/bin/python
cd "$RELEASE"
if [[ $SITE_USER == "$(id -un)" ]]; then exec "$@"; fi
exec /usr/sbin/runuser -u "$SITE_USER" -- "$@"
