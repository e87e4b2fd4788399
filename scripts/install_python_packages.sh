#!/usr/bin/env bash
# Makes the virtual environment $1 if need be and installs the hashed requirements $2 into it.
set -euo pipefail
environment=$1 requirements=$2

# The distribution's first: Debian builds it with optimisation, and others often take a third longer for the same work.
find_python() {
    local name
    for name in /usr/bin/python3 python3 python3.11 python3.12 python3.13 python3.14; do
        if "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    echo "Python 3.11 or newer with its venv module is missing: install it, on Debian with 'apt-get install python3 python3-venv'." >&2
    return 1
}

if ! "$environment/bin/python" -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    echo "Making $environment with $("$python" --version)"
    "$python" -m venv --clear "$environment"
fi
echo "Installing Python packages from $requirements"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements"
