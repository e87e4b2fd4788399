"""nginx with the site's own configuration, on ports and in a folder of a drill's own."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from tests.drills.databases import PROJECT

FILES = PROJECT / "deploy/nginx"
WHOLE = """daemon off;
worker_processes 1;
{user}
pid {folder}/nginx.pid;
events {{ worker_connections 512; }}
http {{
    types {{ text/css css; text/javascript js; image/svg+xml svg; image/png png; image/jpeg jpg jpeg;
             image/webp webp; font/woff2 woff2; }}
    {temporary}
    include upstream.conf;
    include site.conf;
}}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def nginx_command(folder: Path, home: Path, port: int, web_ports: list[int]) -> list[str]:
    """Writes the files into `folder` and says how nginx is started; TLS is on `port`.

    Only ports and places differ from deploy/nginx: `home` stands for /srv/employability.
    """
    (folder / "employability").mkdir(parents=True)
    (folder / "employability/headers.conf").write_text((FILES / "headers.conf").read_text())
    certificate(folder)
    site = (FILES / "site.conf").read_text()
    site = re.sub(r"^ *listen (?!443).*\n", "", site, flags=re.M)
    site = site.replace("listen 443 ", f"listen 127.0.0.1:{port} ")
    for place, ours in (
        ("/etc/nginx/certificates", folder),
        ("/var/log/nginx", folder),
        ("/srv/employability", home),
    ):
        site = site.replace(place, str(ours))
    (folder / "site.conf").write_text(site)
    upstream = (FILES / "upstream.conf").read_text()
    for theirs, ours in zip((8001, 8002), web_ports, strict=True):
        upstream = upstream.replace(f":{theirs} ", f":{ours} ")
    (folder / "upstream.conf").write_text(upstream)
    temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in TEMPORARY)
    user = "user root;" if os.geteuid() == 0 else ""  # the folders of a test are nobody else's
    (folder / "nginx.conf").write_text(WHOLE.format(folder=folder, temporary=temporary, user=user))
    program = subprocess.run(  # noqa: S603  our own script
        [str(PROJECT / "scripts/nginx.sh")], check=True, capture_output=True, text=True
    ).stdout.strip()
    return [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "early.log")]


def certificate(folder: Path) -> None:
    """For this machine, signed by itself."""
    subprocess.run(  # noqa: S603
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=site"),
            *("-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", str(folder / "site.key"), "-out", str(folder / "site.pem")),
        ],
        check=True,
        capture_output=True,
    )
