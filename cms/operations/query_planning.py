"""What SQLite knows of the tables when it chooses an index."""

from django.db import connection


def count_rows_for_sqlite() -> None:
    """Else it reads all pages where an index leads to twenty of them; PostgreSQL counts by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
