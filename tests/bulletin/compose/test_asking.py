"""Asking other sites whether something is there: never within our own network, and never for long."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bulletin.compose.checks import asking
from bulletin.compose.checks.asking import Answer, ask, ask_all, is_public

Everywhere = Callable[[str], bool]


class Site(BaseHTTPRequestHandler):
    """`/status/404` answers so; `/to/…` and `/hops/2` redirect, `/get-only/` knows no HEAD."""

    asked: list[tuple[str, str]] = []

    def do_HEAD(self) -> None:
        self.asked.append((self.command, self.path))
        _empty, what, *rest = self.path.split("/")
        match what:
            case "status":
                self.answer(int(rest[0]))
            case "hops":
                number = int(rest[0])
                self.answer(302, f"/hops/{number - 1}") if number else self.answer(200)
            case "to":
                self.answer(302, "/".join(rest))
            case "get-only":
                self.answer(404 if self.command == "HEAD" else 200)
            case "slow":
                time.sleep(1)
            case _:
                self.answer(200)

    do_GET = do_HEAD

    def answer(self, status: int, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    Site.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def everywhere(address: str) -> bool:
    """The guard is away: the only server at hand is on this machine."""
    return True


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/", Answer.THERE),
        ("/a%20b?q=ä#part", Answer.THERE),
        ("/status/404", Answer.MISSING),
        ("/status/410", Answer.MISSING),
        ("/status/403", Answer.UNKNOWN),
        ("/status/500", Answer.UNKNOWN),
        ("/get-only/", Answer.THERE),
        ("/hops/3", Answer.THERE),
        ("/hops/4", Answer.UNKNOWN),
        ("/to/status/404", Answer.MISSING),
    ],
)
def test_what_a_site_answers(site: str, path: str, answer: Answer) -> None:
    path = path.replace("/to/", f"/to/{site}/")
    assert ask(site + path, everywhere) is answer


def test_the_head_is_enough_where_it_answers(site: str) -> None:
    ask(f"{site}/", everywhere)
    ask(f"{site}/get-only/", everywhere)
    assert [method for method, _path in Site.asked] == ["HEAD", "HEAD", "GET"]


def test_a_site_that_does_not_answer_is_not_waited_for(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "TIME_OUT", 0.1)
    assert ask(f"{site}/slow/", everywhere) is Answer.UNKNOWN
    assert (asking.MOST_REDIRECTS, asking.IN_ALL) == (3, 12.0)


def test_all_together_have_an_end(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "IN_ALL", 0.3)
    begun = time.monotonic()
    answers = ask_all([f"{site}/slow/", f"{site}/"], everywhere)
    assert answers == {f"{site}/slow/": Answer.UNKNOWN, f"{site}/": Answer.THERE}
    assert time.monotonic() - begun < 0.9


def test_this_machine_is_never_asked(site: str) -> None:
    assert ask(f"{site}/") is Answer.UNKNOWN
    assert Site.asked == []


def test_a_redirect_leads_into_no_network_of_ours(site: str) -> None:
    """The first address is allowed, what it leads to is not."""
    port = int(site.rsplit(":", 1)[1])
    allowed = iter([True, False])
    assert ask(f"{site}/to/http://127.0.0.1:{port}/secret", lambda address: next(allowed)) is Answer.UNKNOWN
    assert [path for _method, path in Site.asked] == [f"/to/http://127.0.0.1:{port}/secret"]


def test_a_name_is_not_looked_up_a_second_time(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It could lead elsewhere by then."""
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def once(host: str, port: int, *rest: object, **more: object) -> list:
        looked_up.append(host)
        return real("127.0.0.1", port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    ask(site.replace("127.0.0.1", "council.example.org") + "/", everywhere)
    assert [host for host in looked_up if host != "127.0.0.1"] == ["council.example.org"]


def test_one_private_address_among_several_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_rest, **_more: entries)
    monkeypatch.setattr(socket, "create_connection", lambda *_rest, **_more: pytest.fail("connected"))
    assert ask("http://council.example.org/") is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("code", "answer"), [(socket.EAI_NONAME, Answer.NAMELESS), (socket.EAI_AGAIN, Answer.UNKNOWN)]
)
def test_a_name_that_does_not_exist_leads_nowhere(
    monkeypatch: pytest.MonkeyPatch, code: int, answer: Answer
) -> None:
    def refuse(*_rest: object, **_more: object) -> list:
        raise socket.gaierror(code, "no")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert ask("https://nowhere.example.org/") is answer


@pytest.mark.parametrize(
    "address", ["ftp://gov.scot/", "file:///etc/passwd", "//gov.scot/", "http://a@b/", ""]
)
def test_only_the_web_is_asked(address: str) -> None:
    assert ask(address, everywhere) is Answer.UNKNOWN


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.7", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0",
        "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "2001:0:53aa:64c:0:fffe:f5ff:fffe",
    ],
)  # fmt: skip
def test_addresses_that_nobody_outside_may_reach(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_addresses_on_the_open_internet(address: str) -> None:
    assert is_public(address)
