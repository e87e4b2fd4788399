"""The set-up of many processes on one machine: the units of systemd, kept running as systemd would."""

from __future__ import annotations

import os
import re
import secrets
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

from cms.operations.processes import Household, Process
from tests.drills.databases import PROJECT
from tests.drills.own_postgres import OwnPostgres, own_postgres
from tests.drills.proxy import nginx_command
from tests.drills.relay_process import relay_process
from tests.drills.release import release_in
from tests.drills.test_search import OwnEngine

UNITS = PROJECT / "deploy/systemd"
# As they are named to systemctl, in the order in which they are started.
PARTS = ("web@1", "web@2", "worker@1", "worker@2", "clock", "bulletin")
OUTSIDE = ("PATH", "LANG", "LD_LIBRARY_PATH", "XDG_CACHE_HOME", "ES_DEV_DIR")


class OwnRedis:
    """A server that may be killed; it keeps nothing."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port, self.process = folder, port, None

    def start(self) -> None:
        command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self.process = subprocess.Popen(  # noqa: S603
            [*command, "--dir", str(self.folder)], stdout=subprocess.DEVNULL
        )

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()


@dataclass
class Machine:
    """Where everything is, and what may be done to it."""

    home: Path  # stands for /srv/employability
    port: int  # of nginx
    relay_port: int
    web_ports: list[int]
    postgres: OwnPostgres
    redis: OwnRedis
    engine: OwnEngine
    variables: dict[str, str] = field(repr=False)
    parts: dict[str, Process] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.household = Household([], self.said.append)

    @property
    def current(self) -> Path:
        return self.home / "current"

    @property
    def environment(self) -> dict[str, str]:
        """Nothing else of this machine reaches the site."""
        outside = {name: os.environ[name] for name in OUTSIDE if name in os.environ}
        return {**outside, "HOME": str(self.home / "tmp"), "PYTHONDONTWRITEBYTECODE": "1", **self.variables}

    def manage(self, *words: str, release: Path | None = None) -> str:
        return self.python("manage.py", *words, release=release)

    def python(self, *words: str, release: Path | None = None) -> str:
        return self.run(sys.executable, *words, release=release)

    def run(self, *command: str, release: Path | None = None) -> str:
        """In the folder of a release, with the variables of the site."""
        done = subprocess.run(  # noqa: S603  our own commands
            command,
            cwd=release or self.current,
            env=self.environment | {"PYTHON": sys.executable},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}:\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}"
        return done.stdout

    # -- what systemd does -----------------------------------------------------------------------

    def unit_command(self, part: str) -> list[str]:
        """ExecStart of its unit, with the folders and the ports of this machine."""
        name, _at, instance = part.partition("@")
        unit = UNITS / f"employability-{name}{'@' if instance else ''}.service"
        line = re.search(r"^ExecStart=(.*)$", unit.read_text(), re.M)[1]
        if name == "web":
            instance = str(self.web_ports[int(instance) - 1])
        line = line.replace("%i", instance).replace("${LISTEN}", "127.0.0.1")
        words = shlex.split(line.replace("/srv/employability", str(self.home)))
        given = [f"{name}={value}" for name, value in self.environment.items()]
        return ["env", "-i", "-C", str(self.current), *given, *words]

    def keep_running(self, name: str, command: list[str]) -> None:
        """Restart=always with RestartSec=1."""
        log = (self.home / f"{name}.log").open("ab")
        shell = ["sh", "-c", 'exec "$@" >>"$0" 2>&1', log.name, *command]
        log.close()
        # Linux ends it with the thread that has started it, so that is the household's.
        process = Process(name, shell, start_again_at=time.monotonic())
        self.parts[name] = process
        self.household.processes = list(self.parts.values())

    def start(self, part: str) -> None:
        self.keep_running(part, self.unit_command(part))

    def stop(self, part: str) -> None:
        """As long as TimeoutStopSec would give it."""
        process = self.parts.pop(part)
        self.household.processes = list(self.parts.values())
        process.ask_to_end()
        assert process.wait(150), f"{part} does not end"
        process.kill_all()

    def kill(self, part: str) -> None:
        """Without a word; the service manager starts it again."""
        os.killpg(self.parts[part].running.pid, signal.SIGKILL)

    def reload(self, part: str) -> None:
        """ExecReload."""
        os.kill(self.parts[part].running.pid, signal.SIGHUP)

    def last_words(self, part: str) -> str:
        return (self.home / f"{part}.log").read_text(errors="replace")[-3000:]

    # -- waiting ---------------------------------------------------------------------------------

    def wait_until_web_answers(self, number: int, seconds: float = 90) -> None:
        ends = time.monotonic() + seconds
        while True:
            try:
                with urlopen(f"http://127.0.0.1:{self.web_ports[number - 1]}/healthz", timeout=5):
                    return
            except OSError:
                assert time.monotonic() < ends, self.last_words(f"web@{number}")
                time.sleep(0.1)

    @contextmanager
    def supervised(self) -> Iterator[None]:
        thread = Thread(target=self.household.run, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.household.end()
            thread.join()


def settings_of(
    home: Path, port: int, relay_port: int, postgres: str, redis: int, engine: str
) -> dict[str, str]:
    """What stands in /etc/employability/environment: production, and nothing softened."""
    return {
        "DJANGO_SETTINGS_MODULE": "cms.settings.base",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "HASH_KEY": secrets.token_urlsafe(64),
        "SITE_URL": f"https://127.0.0.1:{port}",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATA_DIR": str(home / "data"),
        "TRUSTED_PROXIES": "1",
        "DATABASE_URL": postgres,
        "REDIS_URL": f"redis://127.0.0.1:{redis}/0",
        "ELASTICSEARCH_URL": engine,
        "EMAIL_URL": f"smtp://127.0.0.1:{relay_port}",
        "BULLETIN_PER_SECOND": "2",
        "WEB_WORKERS": "1",
    }


@contextmanager
def machine(folder: Path, ports: Iterator[int], subscribers: int) -> Iterator[Machine]:
    """Everything that is named in compose.yaml, with the demo site and a bulletin that waits to be sent."""
    home = folder / "home"
    for name in ("releases", "data", "tmp", "engine-folder", "redis"):
        (home / name).mkdir(parents=True)
    (home / "current").symlink_to(release_in(home / "releases/first"))
    port, relay_port, web_ports = next(ports), next(ports), [next(ports), next(ports)]
    redis, engine = OwnRedis(home / "redis", next(ports)), OwnEngine(home / "engine-folder")
    with ExitStack() as stack:
        stack.callback(engine.say, "stop")
        stack.callback(redis.kill)
        engine.say("start")
        redis.start()
        postgres = stack.enter_context(own_postgres(next(ports)))
        stack.enter_context(relay_process(relay_port))
        variables = settings_of(home, port, relay_port, postgres.url, redis.port, engine.url)
        made = Machine(home, port, relay_port, web_ports, postgres, redis, engine, variables)
        made.manage("migrate", "--verbosity", "0")
        made.manage("load_demo_site", "--verbosity", "0")
        made.python("-m", "tests.drills.prepare", str(subscribers))
        made.manage("collectstatic", "--noinput", "--verbosity", "0")
        made.manage("update_search", "--engine")
        stack.enter_context(made.supervised())
        for part in PARTS:
            made.start(part)
        for number in (1, 2):
            made.wait_until_web_answers(number)
        made.keep_running("nginx", nginx_command(folder / "nginx", home, port, web_ports))
        yield made
