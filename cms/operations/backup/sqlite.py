"""SQLite: a copy through its online backup, which writers do not disturb, and the way back."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from django.db import connection, connections

from cms.operations.backup.folder import write_through
from cms.operations.backup.problems import Damaged, NotRestored

BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside its file
OWNER_ALONE = 0o600


def copy_to(file: Path) -> dict[str, int]:
    """The database as it is at one moment; numbers of rows by table."""
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # all of it in the one file
        return rows_in(copy)


def rows_in(database: sqlite3.Connection) -> dict[str, int]:
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    return {
        name: database.execute(f'SELECT count(*) FROM "{name.replace(chr(34), 2 * chr(34))}"').fetchone()[0]  # noqa: S608  a quoted name
        for (name,) in database.execute(tables).fetchall()
    }


def check_file(file: Path, rows: dict[str, int], which: str) -> None:
    """Damaged, with `which` it is, unless its pages hold together and it has these rows."""
    try:
        with closing(sqlite3.connect(file)) as database:
            database.execute("PRAGMA ignore_check_constraints = ON")  # some call functions of Django
            verdict = database.execute("PRAGMA quick_check(1)").fetchone()[0]
            counted = rows_in(database) if verdict == "ok" else {}
    except sqlite3.Error as problem:
        raise Damaged(f"{which} cannot be read: {problem}.") from None
    if verdict != "ok":
        raise Damaged(f"{which} is damaged.")
    if counted != rows:
        raise Damaged(f"{which} has other numbers of rows than the manifest says.")


def live_file() -> Path:
    name = str(connection.settings_dict["NAME"])
    if connection.is_in_memory_db():
        raise NotRestored("The database of this site is in memory: there is no file to restore.")
    return Path(name)


def has_content() -> bool:
    """Whether the file of the site holds any table; one that cannot be read counts as content."""
    file = live_file()
    if not file.exists():
        return False
    try:
        with closing(sqlite3.connect(file)) as database:
            return database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
    except sqlite3.Error:
        return True


def refuse_in_use() -> None:
    """NotRestored while another program has the database open."""
    live = live_file()
    connections.close_all()
    if live.exists():
        _let_go(live)


@contextmanager
def standing_in(staged: Path) -> Iterator[None]:
    """Within the block Django works with this file, all of which is in it at the end."""
    live = connection.settings_dict["NAME"]
    connections.close_all()
    connection.settings_dict["NAME"] = str(staged)
    try:
        yield
    finally:
        connections.close_all()
        connection.settings_dict["NAME"] = live
    with closing(sqlite3.connect(staged)) as database:
        database.execute("PRAGMA journal_mode=DELETE")


def put_in_place(staged: Path) -> None:
    """Take the place of the live file at once; NotRestored while another program has that open."""
    refuse_in_use()
    live = live_file()
    if live.exists():
        shutil.copymode(live, staged)
    else:
        staged.chmod(OWNER_ALONE)
    for ending in BESIDE:  # a log left beside the new file would be played into it
        live.with_name(live.name + ending).unlink(missing_ok=True)
    staged.replace(live)
    write_through(live.parent)


def _let_go(live: Path) -> None:
    """Write its log back into it, which only works when nobody else has it open."""
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(live, timeout=2)) as database:
        try:
            database.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as problem:
            if "locked" in str(problem):
                raise NotRestored(
                    f"{live}: another program has the database open. Stop the site, then restore."
                ) from None
