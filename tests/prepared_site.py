"""What is prepared once a run and then copied: the demo site, and a PostgreSQL database with all tables.

Run it with a folder to load the demo site there: `python -m tests.prepared_site FOLDER`.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
DATABASE = "site.sqlite3"
MIGRATED = "migrated"


def once(folder: Path, name: str, make: Callable[[Path], None]) -> Path:
    """`name` in the folder of this run. Of processes that ask at once, the first one makes it."""
    made, unfinished = folder / name, folder / f"unfinished-{name}"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(made)
    return made


def prepared(folder: Path) -> Path:
    """The folder with the demo site in it, and its static files as servers want them."""
    return once(folder, "prepared-site", load_site)


def load_site(site: Path) -> None:
    run(["-m", "tests.prepared_site", str(site)], DATABASE_URL=f"sqlite:///{site / DATABASE}")
    collect = "import django; django.setup(); from scripts.prepare_site import collect_static_files as c; c()"
    run(["-c", collect], DJANGO_SETTINGS_MODULE="cms.settings.local", DATA_DIR=str(site))


def copy_static_files(site: Path, folder: Path) -> None:
    shutil.copytree(site / "static", folder / "static")
    shutil.copy(site / "static.collected", folder)


def migrated_postgres(folder: Path, server: str) -> str:
    """The address of a database with all tables, to be a template. It stays until the next run."""
    import psycopg

    address = f"{server.rpartition('/')[0]}/{MIGRATED}"

    def migrate(_: Path) -> None:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {MIGRATED} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {MIGRATED}")
        run(["manage.py", "migrate", "--verbosity", "0"], DATABASE_URL=address)

    once(folder, "migrated-postgres", migrate)
    return address


def run(arguments: list[str], **variables: str) -> None:
    command = [sys.executable, *arguments]
    subprocess.run(command, cwd=PROJECT, env={**os.environ, **variables}, check=True)  # noqa: S603  our own


def main(folder: str) -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.MEDIA_ROOT = Path(folder) / "media"
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_demo_site", verbosity=0)


if __name__ == "__main__":
    main(*sys.argv[1:])
