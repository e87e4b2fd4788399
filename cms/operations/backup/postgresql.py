"""PostgreSQL: its own programs pg_dump and pg_restore, with the password in their environment alone."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from cms.operations.backup.problems import BackupProblem, NotRestored

# Options of a connection, and the variables by which the programs take the same.
OPTIONS = {
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "options": "PGOPTIONS",
    "service": "PGSERVICE",
    "passfile": "PGPASSFILE",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
}
FOREIGN_KEYS = """
    SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
"""
OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


class ProgramFailed(BackupProblem):
    """A program of PostgreSQL is missing or has given up."""


def dump_to(file: Path) -> dict[str, int]:
    """The database as it is at one moment, and the numbers of rows by table at the same moment."""
    reader = connection.copy()
    try:
        reader.set_autocommit(False)
        with reader.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = cursor.fetchone()[0]
            _run("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={file}")
            return _rows(cursor, reader.introspection.table_names(cursor))
    finally:
        reader.close()


def rows_now() -> dict[str, int]:
    with connection.cursor() as cursor:
        return _rows(cursor, connection.introspection.table_names(cursor))


def _rows(cursor: CursorWrapper, tables: list[str]) -> dict[str, int]:
    rows = {}
    for table in tables:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608  a quoted name
        rows[table] = cursor.fetchone()[0]
    return rows


def has_content() -> bool:
    return bool(connection.introspection.table_names())


def restore_dump(file: Path, known_tables: set[str]) -> None:
    """All of it or nothing. What is there is replaced, and tables that the dump does not know go."""
    with connection.cursor() as cursor:
        cursor.execute(OTHERS)
        if cursor.fetchone()[0]:
            raise NotRestored("Other programs are connected to the database. Stop the site, then restore.")
    there = set(connection.introspection.table_names())
    replaces = ("--clean", "--if-exists") if there else ()
    name = connection.settings_dict["NAME"]
    with _without_foreign_keys():
        connection.close()
        _run(
            "pg_restore",
            *("--single-transaction", "--no-owner", "--no-privileges", *replaces, f"--dbname={name}"),
            str(file),
        )
    with transaction.atomic(), connection.cursor() as cursor:
        for table in there - known_tables:
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")


@contextmanager
def _without_foreign_keys() -> Iterator[None]:
    """Keys that only later code has would keep the tables they lead to from being replaced.

    When the block fails, they are as they were before.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(FOREIGN_KEYS)
        keys = cursor.fetchall()
        for table, key, _definition in keys:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {key}")
    try:
        yield
    except BaseException:
        with transaction.atomic(), connection.cursor() as cursor:
            for table, key, definition in keys:
                cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {key} {definition}")
        raise


def _run(program: str, *words: str) -> None:
    found = shutil.which(program)
    if not found:
        raise ProgramFailed(
            f"{program} is missing: install the client programs of PostgreSQL, "
            "on Debian with 'apt-get install postgresql-client'."
        )
    done = subprocess.run(  # noqa: S603  a program of PostgreSQL, without a shell
        [found, "--no-password", *words],
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "error:" in line] or done.stderr.splitlines()
        raise ProgramFailed(lines[0] if lines else f"{program} ended with status {done.returncode}.")


def _environment() -> dict[str, str]:
    settings = connection.settings_dict
    said = {
        "PGHOST": settings["HOST"],
        "PGPORT": str(settings["PORT"] or ""),
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGDATABASE": settings["NAME"],
        **{name: str(settings["OPTIONS"].get(option, "")) for option, name in OPTIONS.items()},
    }
    return {**os.environ, **{name: value for name, value in said.items() if value}}
