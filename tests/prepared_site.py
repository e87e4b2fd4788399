"""The demo site in a folder, to be copied: the tests of each process and each server begin with such a copy.

Run it with the folder to prepare: `python -m tests.prepared_site FOLDER`.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
DATABASE = "site.sqlite3"


def prepared(folder: Path) -> Path:
    """The folder with the demo site in it. Of processes that ask at once, the first one loads it."""
    site = folder / "prepared-site"
    with (folder / "prepared-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            unfinished = folder / "unfinished-site"
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            environment = {**os.environ, "DATABASE_URL": f"sqlite:///{unfinished / DATABASE}"}
            command = [sys.executable, "-m", "tests.prepared_site", str(unfinished)]
            subprocess.run(command, cwd=PROJECT, env=environment, check=True)  # noqa: S603  our own module
            unfinished.rename(site)
    return site


def main(folder: str) -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.MEDIA_ROOT = Path(folder) / "media"
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_demo_site", verbosity=0)
    shutil.rmtree(settings.VAR_DIR)


if __name__ == "__main__":
    main(*sys.argv[1:])
