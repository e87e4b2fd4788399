"""Two web servers, two workers, the clock and the bulletin’s worker: parts are killed while people read."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from cms.operations.management.commands.serve import STARTS_WITHIN
from tests.drills.crowd import HEAD, SEARCHES, Crowd, Seen, row
from tests.drills.databases import asker
from tests.drills.machine import Machine, machine
from tests.drills.prepare import address
from tests.drills.release import next_release_in

pytestmark = [pytest.mark.django_db, pytest.mark.service, pytest.mark.drill]

SUBSCRIBERS = 300
PAGES = ["/", "/gd/", "/no-one-left-behind/", "/handbook/", "/local-authorities/", "/bulletin/", *SEARCHES]
WELL_WITHIN = 10.0  # seconds after PostgreSQL is back
FROM_DATABASE_WITHIN = 1.0  # seconds beyond what searching takes on a calm day
MAIL_WITHIN = 600.0  # a lease of the bulletin's worker is five minutes


def relay(site: Machine, path: str, **given: Any) -> dict[str, Any]:
    data = json.dumps(given).encode() if path == "config" else None
    request = Request(f"http://127.0.0.1:{site.relay_port + 1}/{path}", data=data)
    with urlopen(request, timeout=10) as response:  # noqa: S310  our own address
        return json.load(response)


class Story:
    """What is done one after the other, and what readers saw meanwhile."""

    def __init__(self, site: Machine, crowd: Crowd) -> None:
        self.site, self.crowd = site, crowd
        self.lines: list[str] = []

    def scene(self, name: str, deed: Callable[[], object], lasts: float = 8.0) -> list[Seen]:
        began = time.monotonic()
        deed()
        time.sleep(lasts)
        seen = self.crowd.since(began)
        self.lines.append(row(name, seen))
        return seen

    def sign_up(self) -> int:
        return self.crowd.sign_up(f"drill{len(self.crowd.signed_up)}@example.org")


@pytest.fixture
def site(tmp_path: Path, ports: Iterator[int]) -> Iterator[Machine]:
    with machine(tmp_path, ports, SUBSCRIBERS) as running:
        yield running


def assert_all_well(seen: list[Seen]) -> None:
    wrong = [each for each in seen if each.status not in (200, 302) or each.is_empty]
    assert wrong == [], f"{len(wrong)} of {len(seen)}: {wrong[:10]}"


def test_readers_see_every_page_while_parts_are_killed_one_after_the_other(
    site: Machine, tmp_path: Path
) -> None:
    crowd = Crowd(site.port, PAGES)
    wait_for_nginx(crowd)
    story = Story(site, crowd)
    try:
        with crowd.reading():
            go_through(story, next_release_in(tmp_path / "home/releases/next", site.current.resolve()))
    finally:
        print("\n" + "\n".join([HEAD, *story.lines, *site.said]))  # noqa: T201
    judge_mail(site, crowd, SUBSCRIBERS)
    judge_logs(tmp_path / "nginx")


def wait_for_nginx(crowd: Crowd) -> None:
    ends = time.monotonic() + 60
    while crowd.ask("GET", "/healthz")[0].status != 200:
        assert time.monotonic() < ends
        time.sleep(0.2)


def go_through(story: Story, next_release: Path) -> None:
    site = story.site
    calm = story.scene("nothing", story.sign_up)
    assert_all_well(calm)
    for name, deed in (
        ("a web server is killed", lambda: kill_web(site, 1)),
        ("the other one is killed", lambda: kill_web(site, 2)),
        ("a web server is reloaded", lambda: (site.reload("web@1"), time.sleep(STARTS_WITHIN))),
        ("a worker is killed", lambda: (site.kill("worker@1"), story.sign_up())),
        ("the other worker and the clock are killed", lambda: (site.kill("worker@2"), site.kill("clock"))),
        ("the bulletin’s worker is killed", lambda: site.kill("bulletin")),
        ("migrate runs, with a migration that adds", lambda: migrate(site, next_release)),
        ("Redis is away", lambda: (site.redis.kill(), story.sign_up())),
        ("Redis is back", site.redis.start),
        ("the mail relay is away", lambda: (relay(site, "config", outage="refused"), story.sign_up())),
        ("the mail relay is back", lambda: relay(site, "config", outage="")),
    ):
        assert_all_well(story.scene(name, deed))
    seen = story.scene("Elasticsearch is killed", site.engine.kill, lasts=15.0)
    assert_all_well(seen)
    assert slowest(seen) < slowest(calm) + FROM_DATABASE_WITHIN
    assert_all_well(story.scene("Elasticsearch is back", lambda: site.engine.say("start"), lasts=15.0))
    lose_postgres(story)


def slowest(seen: list[Seen]) -> float:
    """Of 20 searches, the slowest but one: this machine is busy with other things, too."""
    times = sorted(each.seconds for each in seen if each.path.startswith("/search/"))
    return times[len(times) * 19 // 20]


def kill_web(site: Machine, number: int) -> None:
    """The next one is left alone until this one is there again."""
    site.kill(f"web@{number}")
    site.wait_until_web_answers(number)


def migrate(site: Machine, release: Path) -> None:
    site.run("bash", "deploy/migrate.sh")
    site.run("bash", "deploy/migrate.sh", release=release)


def lose_postgres(story: Story) -> None:
    site = story.site
    seen = story.scene("PostgreSQL is torn down", site.postgres.crash)
    statuses = Counter(each.status for each in seen)
    assert set(statuses) <= {200, 503}, statuses
    assert all(each.retry_after for each in seen if each.status == 503)
    # Its start comes back when it takes connections.
    story.scene("PostgreSQL is back", site.postgres.start, lasts=WELL_WITHIN)
    assert_all_well(story.scene("ten seconds later", story.sign_up))


def judge_mail(site: Machine, crowd: Crowd, subscribers: int) -> None:
    """Everybody who signed up and was told to look for a mail gets one; the bulletin reaches each reader."""
    ask = asker(site.variables["DATABASE_URL"])
    owed = {*crowd.signed_up, *(address(number) for number in range(subscribers))}
    ends = time.monotonic() + MAIL_WITHIN
    while True:
        recipients = relay(site, "report")["recipients"]
        reached = {name for name, told in recipients.items() if told["accepted"]}
        if owed <= reached or time.monotonic() > ends:
            break
        time.sleep(2)
    copies = sum(
        told["accepted"] - 1 for name, told in recipients.items() if name in owed and told["accepted"]
    )
    print(f"{len(crowd.signed_up)} sign-ups, {subscribers} subscribers, second copies: {copies}")  # noqa: T201
    assert owed - reached == set(), ask("SELECT state, count(*) FROM bulletin_delivery GROUP BY state")


def judge_logs(folder: Path) -> None:
    """nginx has written neither what was searched for nor who signed up."""
    written = "".join(log.read_text() for log in folder.glob("*.log"))
    assert "GET /search/ HTTP" in written
    assert not [word for word in ("left+behind", "?q=", "example.org", '127.0.0.1 "') if word in written]
