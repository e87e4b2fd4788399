"""An archive of code whose gate of mail had a column less than the models of now."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connection, migrations

from tests.operations.backup.machine import Machine

ADDED = "ALTER TABLE bulletin_sendinggate ADD COLUMN released_at timestamp NULL"


def last_migration(monkeypatch: pytest.MonkeyPatch, statement: str = ADDED) -> None:
    """The last migration of the bulletin adds the column, or says something else."""
    module = import_module("bulletin.migrations.0002_sendings_keep_their_revision")
    monkeypatch.setattr(module.Migration, "operations", [migrations.RunSQL(statement)])


def older(machine: Machine) -> Machine:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE bulletin_sendinggate DROP COLUMN released_at")
        cursor.execute("DELETE FROM django_migrations WHERE app = 'bulletin' AND name LIKE '0002%'")
    connection.close()
    return machine
