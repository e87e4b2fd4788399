"""A release of the site in a folder of its own, as an operator puts it beside the one that runs."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.architecture.source_files import source_files
from tests.drills.databases import PROJECT

GAELIC = "locale/gd/LC_MESSAGES/django.mo"
ADDITIVE = '''"""One column more, which the release before does not know."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("home", "{after}")]
    operations = [
        migrations.RunSQL(
            "ALTER TABLE home_landingpage ADD COLUMN of_the_drill text",
            "ALTER TABLE home_landingpage DROP COLUMN of_the_drill",
        )
    ]
'''


def release_in(folder: Path) -> Path:
    """The code as it is now, set up: what is changed in the checkout afterwards does not reach it."""
    for path in source_files():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(PROJECT / path, folder / path)
    shutil.copytree(PROJECT / "build", folder / "build")
    shutil.copy2(PROJECT / GAELIC, folder / GAELIC)
    (folder / ".venv").symlink_to(Path(sys.prefix))
    return folder


def next_release_in(folder: Path, before: Path) -> Path:
    """The same code, and a migration that only adds."""
    shutil.copytree(before, folder, symlinks=True)
    migrations = folder / "home/migrations"
    last = max(file.stem for file in migrations.glob("0*.py"))
    (migrations / "9999_of_the_drill.py").write_text(ADDITIVE.format(after=last))
    return folder
