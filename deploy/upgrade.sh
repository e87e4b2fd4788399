#!/usr/bin/env bash
# Puts the release in the folder $1 in the place of the current one, on a machine with systemd: a backup, the workers
# at rest, the database, one web server after the other, the workers, and a look at the site.
# Run it as root. The release has been set up before ('make setup REQUIREMENTS=requirements/site.txt').
set -euo pipefail
HOME_OF_SITE=${HOME_OF_SITE:-/srv/employability}
release=$(realpath "${1:?Usage: deploy/upgrade.sh /srv/employability/releases/NAME}")
current=$HOME_OF_SITE/current
before=$(realpath "$current")
# An upgrade that is run again leads to where it came from, not to itself.
way_back=$before
if [[ $release == "$before" && -e $HOME_OF_SITE/previous ]]; then way_back=$(realpath "$HOME_OF_SITE/previous"); fi

stop_with() {
    echo "$1" >&2
    exit 1
}

# It makes no backup: the release that is left may be the one that cannot.
say_way_back() { echo "The way back: BACKUP=no $way_back/deploy/upgrade.sh $way_back"; }

end() { # whatever has stopped the upgrade
    local status=$?
    if ((status == 0)); then return; fi
    if [[ $is_switched == no ]]; then
        ((${#workers[@]} == 0)) || systemctl start "${workers[@]}"
    fi
    if [[ $(realpath "$current") == "$before" && $release != "$before" ]]; then
        echo "The upgrade has NOT been done: the site still runs $before." >&2
    else
        echo "The upgrade has NOT been finished. $(say_way_back)" >&2
    fi
}

as_site() { # a folder, and a command that runs there as the site would
    RELEASE=$1 "$release/deploy/as_site.sh" "${@:2}"
}

units() { # of one or more names, whether they run or not
    systemctl list-units --all --plain --no-legend "$@" | awk '{print $1}'
}

look_within() { # the port of a web server on this machine, and a path: as nginx would ask for it
    as_site "$release" bash -c "curl --silent --fail --output /dev/null --max-time 20 --header 'X-Forwarded-Proto: https' \
        --header \"Host: \${SITE_URL#*//}\" http://\${LISTEN:-127.0.0.1}:$1$2"
}

wait_until_it_answers() { # a unit named by its port; the first page of a new process takes longest
    local port=${1#*@}
    port=${port%.service}
    for _ in {1..120}; do
        if look_within "$port" /healthz && look_within "$port" /; then return; fi
        sleep 0.5
    done
    stop_with "$1 does not answer: see 'journalctl -u $1'."
}

[[ -x $release/.venv/bin/python && -d $release/build && -f $release/locale/gd/LC_MESSAGES/django.mo ]] ||
    stop_with "$release has not been set up: run 'make setup REQUIREMENTS=requirements/site.txt' in it."
as_site "$release" .venv/bin/python manage.py check --deploy --fail-level WARNING
web=$(units 'employability-web@*')
workers=$(units 'employability-worker@*' employability-clock.service employability-bulletin.service)
[[ $web$workers ]] || stop_with "systemctl knows no part of the site: see docs/operators/install-on-one-machine.md."
read -d '' -ra web <<<"$web" || true
read -d '' -ra workers <<<"$workers" || true
is_switched=no
trap end EXIT

if [[ $release != "$before" && ${BACKUP:-yes} == yes ]]; then
    echo "== Backup, by the release before"
    as_site "$before" .venv/bin/python manage.py backup
fi
echo "== The workers finish what they are at"
((${#workers[@]} == 0)) || systemctl stop "${workers[@]}"
echo "== Database and static files"
as_site "$release" bash deploy/migrate.sh
echo "== From $before to $release"
[[ $release == "$before" ]] || ln -sfn "$before" "$HOME_OF_SITE/previous"
ln -sfn "$release" "$current.new"
mv -T "$current.new" "$current"
is_switched=yes
for unit in "${web[@]}"; do
    systemctl restart "$unit"
    wait_until_it_answers "$unit"
done
((${#workers[@]} == 0)) || systemctl start "${workers[@]}"
echo "== A look at the site"
site=$(as_site "$release" bash -c 'echo "$SITE_URL"')
admin=$(as_site "$release" bash -c 'echo "${ADMIN_URL:-}"')
"$release/deploy/smoke_test.sh" "$site" ${admin:+"$admin"}
echo "The site runs $release. $(say_way_back)"
