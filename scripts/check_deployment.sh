#!/usr/bin/env bash
# Checks the form of what stands in deploy/: nginx, systemd and kustomize read their files, without running anything,
# and the manifests are held against the schemas of Kubernetes. What this machine has no program for is said and passed
# over; tests/operations/test_deployment_files.py reads the rest, Dockerfile and compose.yaml among it.
set -uo pipefail
failed=0
workplace=$(mktemp -d)
trap 'rm -rf "$workplace"' EXIT

nginx_files() {
    local nginx
    nginx=$(scripts/nginx.sh) || { echo "Not checked: nginx files." && return; }
    mkdir -p "$workplace/employability"
    cp deploy/nginx/headers.conf "$workplace/employability/"
    openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=site -days 1 \
        -keyout "$workplace/site.key" -out "$workplace/site.pem" 2>/dev/null
    sed -E '/listen \[::\]/d; s/listen (80|443) /listen 127.0.0.1:59\1 /' deploy/nginx/site.conf |
        sed "s#/etc/nginx/certificates#$workplace#; s#/var/log/nginx#$workplace#" >"$workplace/employability/site.conf"
    for upstream in deploy/nginx/upstream*.conf; do
        cp "$upstream" "$workplace/servers.conf"
        # That of compose.yaml is the one file there and includes the other; without Docker both are included.
        grep -q 'site.conf' "$upstream" || echo 'include employability/site.conf;' >>"$workplace/servers.conf"
        printf 'pid %s/pid; events {} http { include servers.conf; }' "$workplace" >"$workplace/nginx.conf"
        "$nginx" -q -t -p "$workplace" -c "$workplace/nginx.conf" -g "error_log stderr;" || failed=1
    done
    # And with what keeps the admin's own host to some networks.
    echo 'if ($is_shut_out) { return 403; }' >"$workplace/employability/shut_out.conf"
    cat deploy/nginx/admin_host.conf >>"$workplace/servers.conf"
    "$nginx" -q -t -p "$workplace" -c "$workplace/nginx.conf" -g "error_log stderr;" || failed=1
}

# For the pods of static files: the same program with rules of its own.
nginx_of_the_pods() {
    local nginx
    nginx=$(scripts/nginx.sh) || return
    sed "s#/tmp/#$workplace/#; s#listen 8080#listen 127.0.0.1:5988#" deploy/kubernetes/base/nginx.conf >"$workplace/pods.conf"
    "$nginx" -q -t -e stderr -p "$workplace" -c "$workplace/pods.conf" || failed=1
}

manifests() {
    local schemas=(.venv/bin/kubernetes-validate --strict --quiet --kubernetes-version 1.33)
    if command -v kubectl >/dev/null; then # filled in as for a site; kubectl asks no cluster here
        kubectl kustomize deploy/kubernetes/site.example >"$workplace/site.yaml" || failed=1
        "${schemas[@]}" "$workplace/site.yaml" || failed=1
    else
        echo "Not checked: what kustomize makes of the manifests."
    fi
    "${schemas[@]}" $(find deploy/kubernetes/base -name '*.yaml' ! -name kustomization.yaml) || failed=1
}

# Whether the program is there cannot be asked for: the site is not installed on this machine.
systemd_units() {
    command -v systemd-analyze >/dev/null || { echo "Not checked: systemd units." && return; }
    local unit said
    for unit in deploy/systemd/*; do
        sed 's#^ExecStart=[^ ]*#ExecStart=/usr/bin/env#' "$unit" >"$workplace/${unit##*/}"
    done
    for unit in "$workplace"/employability*.*; do
        said=$(systemd-analyze verify "${unit/@.service/@1.service}" 2>&1) && [[ -z $said ]] ||
            { echo "$said" >&2 && failed=1; }
    done
}

scripts_of_shell() {
    local script
    for script in deploy/*.sh; do bash -n "$script" || failed=1; done
}

nginx_files
nginx_of_the_pods
manifests
systemd_units
scripts_of_shell
exit $failed
