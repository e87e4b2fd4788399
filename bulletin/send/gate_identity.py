"""What tells a database from a copy of it."""

from __future__ import annotations

from pathlib import Path

from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from bulletin.models import Delivery

IN_MEMORY = "sqlite:memory"

CLUSTER = """
    SELECT s.system_identifier::text || ' timeline ' || c.timeline_id
    FROM pg_control_system() s, pg_control_checkpoint() c
"""
OBJECTS = """
    SELECT 'database ' || oid || ' table ' || %s::regclass::oid
    FROM pg_database WHERE datname = current_database()
"""


def identity_of(connection: BaseDatabaseWrapper) -> str:
    """Stays the same for as long as the database lives; a copy, a restored dump and a fork have another.

    PostgreSQL: the cluster with its timeline, the database and the table of deliveries. A role that may not
    read the first is told apart by the rest. SQLite: the file's inode.
    """
    if connection.vendor == "sqlite":
        return _of_file(connection)
    with connection.cursor() as cursor:
        cursor.execute(OBJECTS, [Delivery._meta.db_table])
        objects = cursor.fetchone()[0]
    return f"postgresql: {_cluster(connection)} {objects}"


def _of_file(connection: BaseDatabaseWrapper) -> str:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA database_list")
        file = next((row[2] for row in cursor.fetchall() if row[1] == "main"), "")
    return f"sqlite: file {Path(file).stat().st_ino}" if file else IN_MEMORY


def _cluster(connection: BaseDatabaseWrapper) -> str:
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(CLUSTER)
            return f"cluster {cursor.fetchone()[0]}"
    except DatabaseError:
        if connection.needs_rollback or not connection.is_usable():
            raise
        return "cluster unknown"
