"""nginx with the site's own rules, before two small servers that say what they were asked."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest
from django.conf import settings

from tests.drills.crowd import Crowd
from tests.drills.proxy import nginx_command
from tests.journeys.server import free_port

pytestmark = [pytest.mark.django_db, pytest.mark.service]

STYLES = "body { color: black }" * 50


class Echo(BaseHTTPRequestHandler):
    """Answers with what it was asked; /cut takes a request and goes away without a word."""

    def do_GET(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        if self.path == "/cut":
            self.close_connection = True
            return
        body = json.dumps({name.lower(): value for name, value in self.headers.items()}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *words: object) -> None:
        """Nothing is written."""


class Proxy(NamedTuple):
    crowd: Crowd
    web: list[ThreadingHTTPServer]
    folder: Path

    def asked(self) -> list[str]:
        return [each for server in self.web for each in server.asked]

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        return self.crowd.whole("GET", path, headers)


@contextmanager
def answering(command: list[str], port: int, is_https: bool = True) -> Iterator[Crowd]:
    """nginx while the block runs, once what stands behind it answers."""
    process = subprocess.Popen(command)  # noqa: S603  our own
    crowd = Crowd(port, [], is_https=is_https)
    try:
        ends = time.monotonic() + 20
        while crowd.ask("GET", "/healthz")[0].status != 200:
            assert time.monotonic() < ends
            time.sleep(0.05)
        yield crowd
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    folder = tmp_path_factory.mktemp("proxy")
    for name, text in (
        ("static/site.0123456789ab.css", STYLES),
        ("static/site.css", STYLES),
        ("static/staticfiles.json", "{}"),
        ("media/images/a.png", "picture"),
        ("media/images/a.html", "page"),
        ("media/documents/a.pdf", "document"),
        ("media/original_images/a.png", "original"),
    ):
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(text)
    (folder / "data/static/site.0123456789ab.css.gz").write_bytes(gzip.compress(STYLES.encode()))
    web = []
    for _ in range(2):
        server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
        server.asked = []
        Thread(target=server.serve_forever, daemon=True).start()
        web.append(server)
    port = free_port()
    command = nginx_command(folder / "nginx", folder, port, [server.server_port for server in web])
    try:
        with answering(command, port) as crowd:
            yield Proxy(crowd, web, folder / "nginx")
    finally:
        for server in web:
            server.shutdown()
            server.server_close()


def test_a_picture_that_is_kept_elsewhere_is_asked_of_the_site(proxy: Proxy) -> None:
    status, headers, body = proxy.get("/media/images/elsewhere.webp")
    assert status == 200 and "GET /media/images/elsewhere.webp" in proxy.asked()
    told = json.loads(body)
    assert told["x-forwarded-for"] == "127.0.0.1" and "x-request-id" in told
    assert "cache-control" not in {name.lower() for name in headers}


def test_what_a_client_says_of_itself_is_not_believed(proxy: Proxy) -> None:
    told = {
        "X-Forwarded-For": "192.0.2.1",
        "X-Forwarded-Proto": "http",
        "X-Request-ID": "0" * 20,
        "Proxy": "x",
    }
    _status, _headers, body = proxy.get("/", **told)
    asked = json.loads(body)
    assert asked["x-forwarded-for"] == "127.0.0.1"
    assert asked["x-forwarded-proto"] == "https"
    assert re.fullmatch(r"[0-9a-f]{32}", asked["x-request-id"])
    assert asked["host"] == f"127.0.0.1:{proxy.crowd.port}" and "proxy" not in asked


def test_hashed_files_are_kept_for_good_and_others_are_not(proxy: Proxy) -> None:
    status, headers, body = proxy.get("/static/site.0123456789ab.css", **{"Accept-Encoding": "gzip"})
    assert status == 200 and gzip.decompress(body).decode() == STYLES
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    _status, headers, body = proxy.get("/static/site.css")
    assert headers["cache-control"] == "public, max-age=60" and body.decode() == STYLES


def test_pictures_are_served_and_nothing_else_of_the_uploads(proxy: Proxy) -> None:
    status, headers, body = proxy.get("/media/images/a.png")
    assert (status, body) == (200, b"picture")
    assert headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    before = proxy.asked()
    for path in (
        "/media/images/a.html",
        "/media/documents/a.pdf",
        "/media/original_images/a.png",
        "/media/images/../documents/a.pdf",
        "/media/images/%2e%2e/documents/a.pdf",
        "/static/../media/documents/a.pdf",
        "/static../media/documents/a.pdf",
        "/static/staticfiles.json",
    ):
        status, headers, body = proxy.get(path)
        assert b"document" not in body and b"original" not in body, path
        assert status == 404 or proxy.asked() != before, path


@pytest.mark.parametrize("path", ["/static/site.css", "/media/images/a.png", "/media/documents/a.pdf"])
def test_files_of_nginx_carry_what_the_site_puts_on_every_answer(proxy: Proxy, path: str) -> None:
    _status, headers, _body = proxy.get(path)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == settings.SECURE_REFERRER_POLICY
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    assert "server" not in headers or headers["server"] == "nginx"


def test_another_server_is_asked_only_for_what_changes_nothing(proxy: Proxy) -> None:
    for method, times in (("GET", 2), ("POST", 1)):
        for server in proxy.web:
            server.asked.clear()
        seen, _body = proxy.crowd.ask(method, "/cut", "word=x" if method == "POST" else "")
        assert seen.status == 502
        assert proxy.asked() == [f"{method} /cut"] * times


def test_the_log_holds_no_query_no_mailed_link_and_no_whole_address(proxy: Proxy) -> None:
    for secret in settings.SECRET_PATHS:
        proxy.get(f"{secret}do-not-tell/?q=do-not-tell")
        proxy.get(f"/gd{secret}do-not-tell/")
    proxy.get("/search/?q=do-not-tell", Referer="https://do-not-tell.example/")
    ends = time.monotonic() + 5
    while "/search/" not in (written := "".join(log.read_text() for log in proxy.folder.glob("*.log"))):
        assert time.monotonic() < ends
    assert "do-not-tell" not in written
    assert f"GET {settings.SECRET_PATHS[0]}[hidden] HTTP" in written
    assert ' 127.0.0.0 "GET /search/ HTTP' in written and "127.0.0.1 " not in written
