"""The web server is reloaded while people read: its processes are replaced, and no request fails."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from cms.operations.management.commands.serve import STARTS_WITHIN
from tests.drills.crowd import Crowd
from tests.drills.release import release_in
from tests.journeys.server import OUTSIDE, run_python, wait_until_it_answers

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

RELOADS = 3
WORKERS = 2


def children(process: int) -> set[int]:
    tasks = Path(f"/proc/{process}/task")
    return {int(child) for task in tasks.iterdir() for child in (task / "children").read_text().split()}


@pytest.fixture
def web(tmp_path: Path, ports: Iterator[int]) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """`serve --only-web`, on SQLite over plain http, with the settings of one machine."""
    release, port = release_in(tmp_path / "release"), next(ports)
    address, log = f"http://127.0.0.1:{port}", tmp_path / "web.log"
    environment = {
        "PATH": "/usr/bin:/bin",
        "DJANGO_SETTINGS_MODULE": "cms.settings.local",
        "DATA_DIR": str(tmp_path / "data"),
        "SITE_URL": address,
        "WEB_WORKERS": str(WORKERS),
    }
    assert not environment.keys() & set(OUTSIDE)
    (tmp_path / "data").mkdir()
    run_python(environment, str(release / "scripts/prepare_site.py"))
    command = [sys.executable, "manage.py", "serve", "--only-web", "--port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=release, env=environment, stdout=output, stderr=output)  # noqa: S603
        try:
            wait_until_it_answers(address, process, log)
            yield process, port
        finally:
            process.terminate()
            process.wait(60)


def test_no_request_fails_while_the_web_server_is_reloaded_three_times(
    web: tuple[subprocess.Popen[bytes], int],
) -> None:
    process, port = web
    crowd = Crowd(
        port, ["/", "/healthz", "/local-authorities/", "/search/?q=work"], pause=0.02, is_https=False
    )
    generations = [children(process.pid)]
    with crowd.reading():
        for _ in range(RELOADS):
            time.sleep(2)
            process.send_signal(signal.SIGHUP)
            wait_until_replaced(process.pid, generations[-1])
            generations.append(children(process.pid))
        time.sleep(2)
    seen = Counter(each.status for each in crowd.seen)
    print(f"\n{RELOADS} reloads, answers by status: {dict(seen)}")  # noqa: T201
    assert set(seen) == {200}, [each for each in crowd.seen if each.status != 200][:5]
    assert len(set().union(*generations)) == WORKERS * (RELOADS + 1)


def wait_until_replaced(process: int, before: set[int]) -> None:
    ends = time.monotonic() + WORKERS * STARTS_WITHIN + 60
    while (now := children(process)) & before or len(now) != WORKERS:
        assert time.monotonic() < ends
        time.sleep(0.1)
