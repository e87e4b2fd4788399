"""What an archive says of itself, as JSON in its last member."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from cms.mail.addresses import keyed
from cms.operations.backup.problems import Damaged

FORMAT = 1
NAME = "manifest.json"
DATABASE = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
MEDIA = "media/"
STAGING = ".restoring-"  # folders of a restore that is not finished
LONGEST_NAME = 4000


@dataclass(frozen=True)
class Content:
    """One member: bytes, and their SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass
class Manifest:
    """`rows` are numbers by table, `migrations` look like "home.0001_initial"; `noted` is for people.

    `key` tells one HASH_KEY from another and leads to none.
    """

    made_at: str
    engine: str
    key: str = ""
    migrations: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    files: dict[str, Content] = field(default_factory=dict)
    noted: list[str] = field(default_factory=list)
    format: int = FORMAT

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.made_at)

    @property
    def database(self) -> str:
        """The name of the member that holds the database."""
        return DATABASE[self.engine]

    @property
    def media(self) -> dict[str, Content]:
        return {name: content for name, content in self.files.items() if name.startswith(MEDIA)}

    def as_json(self) -> bytes:
        return json.dumps(asdict(self), indent=1).encode()


def read(text: bytes) -> Manifest:
    """Damaged for anything that `as_json` does not write, and for a format of later code."""
    try:
        found = json.loads(text)
        if isinstance(found, dict) and isinstance(found.get("format"), int) and found["format"] > FORMAT:
            raise Damaged("its format is newer than this code knows")
        known = {name: found[name] for name in Manifest.__dataclass_fields__ if name in found}
        manifest = Manifest(**{**known, "files": {n: Content(**one) for n, one in found["files"].items()}})
        has_sense = _has_sense(manifest)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Damaged("its manifest cannot be read") from None
    if not has_sense:
        raise Damaged("its manifest is not right")
    return manifest


def _has_sense(manifest: Manifest) -> bool:
    known = {NAME, *DATABASE.values()}
    return (
        manifest.format == FORMAT
        and manifest.moment.tzinfo is not None
        and manifest.engine in DATABASE
        and isinstance(manifest.key, str)
        and manifest.database in manifest.files
        and all(isinstance(one, str) for one in (*manifest.migrations, *manifest.noted))
        and all(_is_number(number) for number in manifest.rows.values())
        and all(_is_number(one.size) and isinstance(one.sha256, str) for one in manifest.files.values())
        and all(name == manifest.database or name not in known for name in manifest.files)
    )


def is_safe(name: str) -> bool:
    """Whether a member may have this name: a fixed one, or a path that stays below the media."""
    if name in (NAME, *DATABASE.values()):
        return True
    parts = name.removeprefix(MEDIA).split("/")
    return (
        name.startswith(MEDIA)
        and len(name) <= LONGEST_NAME
        and not any(part in ("", ".", "..") or part.startswith(STAGING) for part in parts)
        and "\0" not in name
    )


def _is_number(value: Any) -> bool:
    return type(value) is int and value >= 0


def key_of_now() -> str:
    """Leads back to no key; another one for each HASH_KEY."""
    return keyed("backup", "")


def applied_migrations() -> list[str]:
    """Those of the database that this code knows."""
    loader = MigrationLoader(connection)
    known = loader.disk_migrations
    return sorted(f"{app}.{name}" for app, name in loader.applied_migrations if (app, name) in known)


def known_migrations() -> set[str]:
    """Those that this code has, whatever the database holds."""
    return {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
