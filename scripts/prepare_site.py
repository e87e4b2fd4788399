"""Bring the site's data up to date, quickly when there is nothing to do; with a port, then serve it.

One process does every step, since starting Django costs more than most of them.
"""

from __future__ import annotations

import hashlib
import sys
from importlib.metadata import distributions
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

import django  # noqa: E402  the project has to be on the path first
from django.conf import settings  # noqa: E402
from django.contrib.staticfiles.finders import get_finders  # noqa: E402
from django.core.exceptions import ImproperlyConfigured  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.management.base import CommandError  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.migrations.executor import MigrationExecutor  # noqa: E402


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def migrate() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Bringing the database up to date")
        call_command("migrate", interactive=False, verbosity=0)


def static_files_mark() -> str:
    """Changes with the static files: our own by size and time, those of packages by release."""
    mark = hashlib.sha256()
    for package in sorted(f"{found.name} {found.version}" for found in distributions()):
        mark.update(package.encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            path = Path(storage.path(name))
            if path.is_relative_to(PROJECT) and "site-packages" not in path.parts:
                stat = path.stat()
                mark.update(f"{name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return mark.hexdigest()


def collect_static_files() -> None:
    if settings.STORAGES["staticfiles"]["BACKEND"].endswith(".StaticFilesStorage"):
        return  # development reads them where they are
    collected = Path(settings.STATIC_ROOT)
    stamp = collected.with_suffix(".collected")
    mark = static_files_mark()
    if not collected.is_dir() or not stamp.exists() or stamp.read_text() != mark:
        say("Collecting static files")
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(mark)


def main(port: str = "") -> None:
    if port and not port.isdecimal():
        sys.exit(f"PORT has to be a number, not {port}.")
    django.setup()
    from cms.operations.query_planning import count_rows_for_sqlite
    from home.demo.load import is_empty

    migrate()
    collect_static_files()
    if is_empty():
        say("Loading the demo site")
        call_command("load_demo_site")
    call_command("create_admin", if_none=True)
    count_rows_for_sqlite()
    if port:
        call_command("serve", port=int(port))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:2])
    except (CommandError, ImproperlyConfigured) as error:
        sys.exit(f"Cannot prepare the site: {error}")
