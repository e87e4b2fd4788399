"""nginx with the rules that keep the admin's own host to some networks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.drills.crowd import Crowd
from tests.drills.databases import PROJECT
from tests.drills.proxy import FILES, nginx_command
from tests.journeys.server import free_port
from tests.operations.test_proxy import Echo, answering

pytestmark = pytest.mark.service

PAGE = PROJECT / "docs/operators/install-on-one-machine.md"
ADMIN = "admin.employability.example"
RULE = "if ($is_shut_out) { return 403; }"


@pytest.fixture(scope="module", params=["192.0.2.0/24", "127.0.0.0/8"], ids=["from elsewhere", "from within"])
def proxy(request, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Crowd, bool]]:
    """nginx that admits one network alone, and whether this machine is in it."""
    folder = tmp_path_factory.mktemp("proxy")
    web = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    web.asked = []
    Thread(target=web.serve_forever, daemon=True).start()
    port = free_port()
    command = nginx_command(folder / "nginx", folder, port, [web.server_port] * 2)
    admit_alone(folder / "nginx", request.param)
    try:
        with answering(command, port) as crowd:
            yield crowd, request.param.startswith("127.")
    finally:
        web.shutdown()
        web.server_close()


def admit_alone(folder: Path, network: str) -> None:
    """As the page for operators says it is done; site.conf is as an upgrade copies it."""
    rules = re.sub(r"^    [\d.:/]+ 1;.*\n", "", (FILES / "admin_host.conf").read_text(), flags=re.M)
    rules = rules.replace(
        "    default 0;\n}\n# The site goes", f"    default 0;\n    {network} 1;\n}}\n# The site goes"
    )
    assert f"{network} 1;" in rules
    (folder / "admin_host.conf").write_text(rules)
    assert f"'{RULE}' >/etc/nginx/employability/shut_out.conf" in PAGE.read_text()
    (folder / "employability/shut_out.conf").write_text(RULE)
    whole = (folder / "nginx.conf").read_text()
    (folder / "nginx.conf").write_text(
        whole.replace("include site.conf;", "include admin_host.conf;\n    include site.conf;")
    )


@pytest.mark.parametrize("host", [ADMIN, ADMIN.upper(), f"{ADMIN}.", f"{ADMIN}:443", f"{ADMIN}.:443"])
@pytest.mark.parametrize(
    "path", ["/admin/", "/", "/healthz", "/static/site.css", "/.well-known/acme-challenge/../admin/"]
)
def test_only_those_networks_reach_the_host(proxy: tuple[Crowd, bool], host: str, path: str) -> None:
    crowd, is_within = proxy
    status, _headers, _body = crowd.whole("GET", path, {"Host": host})
    assert (status == 403) is not is_within


def test_the_name_in_the_first_line_opens_nothing(proxy: tuple[Crowd, bool]) -> None:
    """A client may write another name there than in the header by which the site goes."""
    crowd, is_within = proxy
    status, _headers, _body = crowd.whole("GET", "https://employability.example/admin/", {"Host": ADMIN})
    assert (status == 403) is not is_within


def test_all_may_ask_whether_the_name_is_ours(proxy: tuple[Crowd, bool]) -> None:
    crowd, _is_within = proxy
    assert crowd.whole("GET", "/.well-known/acme-challenge/x", {"Host": ADMIN})[0] == 404


def test_readers_are_admitted_from_anywhere(proxy: tuple[Crowd, bool]) -> None:
    crowd, _is_within = proxy
    for host in ("employability.example", f"not{ADMIN}", f"{ADMIN}.elsewhere.example"):
        assert crowd.whole("GET", "/", {"Host": host})[0] == 200
