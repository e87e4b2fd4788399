# Sourced by scripts that need a program which Debian has: installs it for root, and tells everybody else what is missing.

stop_with() { # a line that says what is missing
    echo "$1" >&2
    exit 1
}

install_packages() { # what they bring, and their names
    local what=$1
    shift
    if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
        stop_with "$what is missing: install it, on Debian with 'apt-get install $*'."
    fi
    echo "Installing $*" >&2
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "$@" >/dev/null
}
