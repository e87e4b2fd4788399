"""Run the whole site on one machine."""

from __future__ import annotations

import errno
import http.client
import os
import signal
import socket
import sys
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.operations.hosts import ADMIN_PATH
from cms.operations.processes import Household, Process
from cms.settings.environment import read

FINISHES_WITHIN = 30  # seconds for a long upload or a large file
# On SIGHUP a new process has so many seconds to load the site before the one it replaces stops listening.
STARTS_WITHIN = 10


class Command(BaseCommand):
    help = (
        "Runs the site on one machine until it is ended (Ctrl-C or SIGTERM): the web server, the task worker "
        "and the clock, and the worker that sends the bulletin. A part that dies is started again. With "
        "--only-web it becomes the web server, where a service manager runs the other parts by themselves: "
        "SIGHUP then replaces its processes one after the other, and no request fails."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="The address to listen on (%(default)s).")
        parser.add_argument("--port", default=8000, type=int, help="The port to listen on (%(default)s).")
        parser.add_argument(
            "--reload",
            action="store_true",
            help="Django's own server, all parts started again when code changes.",
        )
        parser.add_argument("--only-web", action="store_true", help="The web server alone, in this process.")

    def handle(self, *, host: str, port: int, reload: bool, only_web: bool, **options: Any) -> None:
        self.refuse_used_port(host, port)
        if only_web:
            command = web_server(host, port, FINISHES_WITHIN)
            os.execv(command[0], command)  # noqa: S606  the service manager and its signals meet the server itself
        self.address = (host, port)
        self.told = False
        web = development_server(host, port) if reload else web_server(host, port)
        again = ["--reload"] if reload else ["--no-reload"]
        household = Household(
            [
                Process("web server", web),
                Process("task worker", manage("db_worker", "--queue-name=*", *again), waits=True),
                Process("clock", manage("clock", *again), waits=True),
                Process(
                    "bulletin worker",
                    manage("bulletin_worker", *again),
                    waits=True,
                    longer=settings.EMAIL_REPLY_TIMEOUT,
                ),
            ],
            self.say,
        )
        self.on_first_answer = household.call_waiting
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, household.end)
        household.run(self.tell_when_up)
        self.say("Everything has ended.")

    def refuse_used_port(self, host: str, port: int) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                if error.errno == errno.EADDRINUSE:
                    raise CommandError(f"Port {port} is in use. Choose another one with PORT=.") from None
                raise CommandError(f"Cannot listen on {host}, port {port}: {error.strerror}.") from None
            except OverflowError:
                raise CommandError(f"{port} is no port: expected a number up to 65535.") from None

    def tell_when_up(self) -> None:
        """Say where the site is as soon as it answers."""
        if self.told:
            return
        host, port = self.address
        connection = http.client.HTTPConnection(host, port, timeout=2)
        try:
            connection.request("GET", "/healthz")
            connection.getresponse()
        except (OSError, http.client.HTTPException):
            return
        finally:
            connection.close()
        self.told = True
        self.on_first_answer()
        shown = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        admin = settings.ADMIN_URL or shown
        self.say(f"The site is at {shown}/ and its admin at {admin}{ADMIN_PATH} (Ctrl-C ends it).")

    def say(self, line: str) -> None:
        with suppress(OSError):  # nobody may be listening any more; the site still has to be ended
            self.stdout.write(line)
            self.stdout.flush()


def manage(command: str, *words: str) -> list[str]:
    """A command of the site; its checks have been made when this one started."""
    return [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), command, "--skip-checks", *words]


def development_server(host: str, port: int) -> list[str]:
    return manage("runserver", f"[{host}]:{port}" if ":" in host else f"{host}:{port}")


def web_server(host: str, port: int, finishes_within: int = 4) -> list[str]:
    """Granian: processes times threads, each thread answering one request after the other.

    A process that is to end has so many seconds to finish the requests it has taken.
    """
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--http", "1", "--no-ws"),
        *("--host", host, "--port", str(port)),
        *("--workers", str(read("WEB_WORKERS") or cores()), "--blocking-threads", str(read("WEB_THREADS"))),
        *("--respawn-failed-workers", "--respawn-interval", str(STARTS_WITHIN)),
        *("--workers-kill-timeout", str(finishes_within), "--log-level", "warning"),
        *("--working-dir", str(settings.BASE_DIR), "cms.wsgi:application"),
    ]


def cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
