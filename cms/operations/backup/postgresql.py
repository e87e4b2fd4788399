"""PostgreSQL: its own programs pg_dump and pg_restore, with the password in their environment alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from django.db import connection
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


def refuse_in_use() -> None:
    """NotRestored while another program is connected to the database."""
    with connection.cursor() as cursor:
        cursor.execute(OTHERS)
        if cursor.fetchone()[0]:
            raise NotRestored("Other programs are connected to the database. Stop the site, then restore.")


def restore_dump(file: Path, before_commit: Callable[[], object]) -> None:
    """All of it or nothing, in one transaction, also when everything is killed in the middle.

    All tables that are there go first: keys of later code would keep those they lead to.
    """
    refuse_in_use()
    there = [connection.ops.quote_name(table) for table in connection.introspection.table_names()]
    replaces = ("--clean", "--if-exists") if there else ()
    begin = f"BEGIN; DROP TABLE {', '.join(there)} CASCADE;" if there else "BEGIN;"
    connection.close()
    with _started("psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", stdin=subprocess.PIPE) as psql:
        _tell(psql, f"SET client_min_messages = warning; {begin}\n")
        words = ("--file=-", "--no-owner", "--no-privileges", *replaces, str(file))
        with _started("pg_restore", *words, stdout=psql.stdin) as pg_restore:
            broken = _problem_of(pg_restore)
        if not broken:
            before_commit()
            _tell(psql, "COMMIT;\n")
        refused = _problem_of(psql)  # which ends its input: what was not committed is taken back
    if pg_restore.returncode == -signal.SIGPIPE:  # nobody took what it wrote
        broken = refused
    if broken or refused:
        raise ProgramFailed(broken or refused)


def _run(program: str, *words: str) -> None:
    with _started(program, *words) as process:
        problem = _problem_of(process)
    if problem:
        raise ProgramFailed(problem)


@contextmanager
def _started(
    program: str,
    *words: str,
    stdin: int = subprocess.DEVNULL,
    stdout: int | IO[str] | None = subprocess.DEVNULL,
) -> Iterator[subprocess.Popen[str]]:
    """It is killed when the block fails."""
    found = shutil.which(program)
    if not found:
        raise ProgramFailed(
            f"{program} is missing: install the client programs of PostgreSQL, "
            "on Debian with 'apt-get install postgresql-client'."
        )
    with subprocess.Popen(  # noqa: S603  a program of PostgreSQL, without a shell
        [found, "--no-password", *words],
        env=_environment(),
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    ) as process:
        try:
            yield process
        except BaseException:
            process.kill()
            raise


def _tell(process: subprocess.Popen[str], statement: str) -> None:
    """One that has ended by itself says why on its standard error."""
    with suppress(BrokenPipeError):
        print(statement, file=process.stdin, flush=True)


def _problem_of(process: subprocess.Popen[str]) -> str:
    """Why it has failed, in one line; "" if it has not. Waits for its end."""
    _, said = process.communicate()
    if not process.returncode:
        return ""
    lines = [line for line in said.splitlines() if "error:" in line.lower()] or said.splitlines()
    return lines[0] if lines else f"{process.args[0]} ended with status {process.returncode}."


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
