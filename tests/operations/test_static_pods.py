"""nginx of the pods for static files: its rules are those of deploy/nginx, and it serves nothing else."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drills.crowd import Crowd
from tests.journeys.server import free_port
from tests.operations.manifests import BASE, PROJECT, container
from tests.operations.test_proxy import answering

RULES = (BASE / "nginx.conf").read_text()
NGINX = PROJECT / "deploy/nginx"
SITE = (NGINX / "site.conf").read_text()
STYLES = "body { color: black }" * 50


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def block(text: str, start: str) -> list[str]:
    """The lines of one block of nginx, without those around it."""
    return lines(re.search(rf"^ *{re.escape(start)} \{{\n(.*?)^ *\}}", text, re.M | re.S)[1])


def test_every_file_has_the_headers_of_the_site() -> None:
    wanted = re.findall(r"^add_header .*", (NGINX / "headers.conf").read_text(), re.M)
    of_files = [line for line in block(SITE, "location /static/") if line.startswith("add_header")]
    given = [line for line in lines(RULES) if line.startswith("add_header")]
    assert given == [*wanted, *of_files]
    assert "add_header" not in RULES[RULES.index("server {") :], "one there would take the place of all"


def test_files_are_found_and_kept_as_elsewhere() -> None:
    assert block(RULES, "map $uri $static_kept") == block(SITE, "map $uri $static_kept")
    elsewhere = block(SITE, "location /static/")
    ours = block(RULES, "location /static/")
    assert ours == [
        line for line in elsewhere if not line.startswith(("add_header", "include", "access_log"))
    ]
    assert "return 404;" in block(RULES, "location = /static/staticfiles.json")


def test_the_log_holds_nothing_that_readers_asked_for() -> None:
    assert "access_log off;" in RULES and "error_log /dev/stderr crit;" in RULES


def test_it_writes_only_into_the_temporary_folder_and_listens_where_it_is_asked() -> None:
    written = re.findall(r"^ *(?:pid|\w+_temp_path) (\S+);", RULES, re.M)
    assert len(written) == 6 and all(path.startswith("/tmp/") for path in written)  # noqa: S108  of the pod
    [port] = container("static")["ports"]
    assert f"listen {port['containerPort']};" in RULES


@pytest.fixture(scope="module")
def pods(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crowd]:
    """nginx with these rules; only its places and its port are the test's own."""
    folder: Path = tmp_path_factory.mktemp("pods")
    files = folder / "data/static"
    files.mkdir(parents=True)
    (files / "site.0123456789ab.css").write_text(STYLES)
    (files / "site.0123456789ab.css.gz").write_bytes(gzip.compress(STYLES.encode()))
    (files / "staticfiles.json").write_text("{}")
    port = free_port()
    rules = RULES.replace("/tmp/", f"{folder}/").replace("/srv/employability", str(folder))  # noqa: S108
    rules = rules.replace("listen 8080;", f"listen 127.0.0.1:{port};")
    user = "user root;" if os.geteuid() == 0 else ""  # the folders of a test are nobody else's
    (folder / "nginx.conf").write_text(f"daemon off; {user}\n{rules}")
    program = subprocess.run(  # noqa: S603  our own script
        [str(PROJECT / "scripts/nginx.sh")], check=True, capture_output=True, text=True
    ).stdout.strip()
    command = [program, "-e", "stderr", "-c", str(folder / "nginx.conf")]
    with answering(command, port, is_https=False) as crowd:
        yield crowd


@pytest.mark.service
def test_it_serves_static_files_and_nothing_else(pods: Crowd) -> None:
    status, headers, body = pods.whole("GET", "/static/site.0123456789ab.css", {"Accept-Encoding": "gzip"})
    assert status == 200 and gzip.decompress(body).decode() == STYLES
    assert headers["content-type"] == "text/css"
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    for path in (
        "/",
        "/static/",
        "/static/staticfiles.json",
        "/static../nginx.conf",
        "/static/../nginx.conf",
    ):
        status, headers, body = pods.whole("GET", path, {})
        assert status in (403, 404) and b"daemon" not in body, path
        assert headers["x-content-type-options"] == "nosniff"
