"""Readers who go through the site at a steady, bounded pace, and what each of them got."""

from __future__ import annotations

import http.client
import itertools
import re
import ssl
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import NamedTuple
from urllib.parse import urlencode

SEARCHES = tuple(f"/search/?q={words}" for words in ("employability", "no+one+left+behind", "glasgow"))
RESULT = b"ds_search-result__link"
SIGN_UP = "/bulletin/subscribe/"


class Seen(NamedTuple):
    """One answer; status 0 is none at all."""

    at: float
    path: str
    status: int
    seconds: float
    is_empty: bool  # a search without a result
    retry_after: str


@dataclass
class Crowd:
    """`readers` at once, each with a pause of so many seconds after a page; https unless told otherwise."""

    port: int
    paths: list[str]
    readers: int = 4
    pause: float = 0.1
    is_https: bool = True
    seen: list[Seen] = field(default_factory=list)
    signed_up: list[str] = field(default_factory=list)
    stamp: str = ""

    def __post_init__(self) -> None:
        self.done = Event()
        self.trust = ssl.create_default_context()
        self.trust.check_hostname, self.trust.verify_mode = False, ssl.CERT_NONE

    def whole(
        self, method: str, path: str, headers: dict[str, str], body: str = ""
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an answer."""
        if self.is_https:
            line = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=30, context=self.trust)
        else:
            line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with closing(line):
            line.request(method, path, body or None, headers)
            answer = line.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()

    def ask(self, method: str, path: str, body: str = "") -> tuple[Seen, bytes]:
        """As a browser would that is on a page of the site."""
        began = time.monotonic()
        headers = {"Host": f"127.0.0.1:{self.port}", "Sec-Fetch-Site": "same-origin"}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = f"https://127.0.0.1:{self.port}"
        try:
            status, told, text = self.whole(method, path, headers, body)
            retry = told.get("retry-after", "")
        except (OSError, http.client.HTTPException) as error:
            status, retry, text = 0, type(error).__name__, b""
        is_empty = path.startswith("/search/") and status == 200 and RESULT not in text
        return Seen(began, path, status, time.monotonic() - began, is_empty, retry), text

    def sign_up(self, address: str) -> int:
        """As a person does who has the form open; who gets the next page is owed a mail."""
        if not self.stamp:
            text = self.ask("GET", SIGN_UP)[1].decode()
            self.stamp = re.search(r'name="stamp" value="([^"]+)"', text)[1].replace("&quot;", '"')
            time.sleep(3)  # faster than that is a program
        fields = {"email": address, "editions": ["monthly"], "stamp": self.stamp}
        seen, _text = self.ask("POST", SIGN_UP, urlencode(fields, doseq=True))
        self.seen.append(seen)
        if seen.status == 302:
            self.signed_up.append(address)
        return seen.status

    def _read_on(self, number: int) -> None:
        paths = self.paths[number :: self.readers] + self.paths[:number]
        for path in itertools.cycle(paths):
            if self.done.is_set():
                return
            self.seen.append(self.ask("GET", path)[0])
            self.done.wait(self.pause)

    @contextmanager
    def reading(self) -> Iterator[Crowd]:
        threads = [
            Thread(target=self._read_on, args=(number,), daemon=True) for number in range(self.readers)
        ]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            self.done.set()
            for thread in threads:
                thread.join()

    def since(self, moment: float, until: float = float("inf")) -> list[Seen]:
        return [each for each in self.seen if moment <= each.at < until]


def row(name: str, seen: list[Seen]) -> str:
    """One line of the table."""
    counts = Counter(each.status for each in seen)
    times = sorted(each.seconds for each in seen) or [0.0]
    slow = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    other = sum(number for status, number in counts.items() if status not in (200, 302, 503))
    return (
        f"| {name:<42} | {len(seen):>8} | {counts[200]:>5} | {counts[302]:>4} | {counts[503]:>4} "
        f"| {other:>5} | {slow:>6.2f} | {times[-1]:>6.2f} |"
    )


HEAD = (
    f"| {'What happened':<42} | requests |   200 |  302 |  503 | other |   p95 |    max |\n"
    f"|{'-' * 44}|---------:|------:|-----:|-----:|------:|-------:|-------:|"
)
