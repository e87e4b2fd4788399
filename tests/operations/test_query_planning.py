"""SQLite is told how many rows there are, so that it uses the indexes of long lists."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.growth import multiply
from cms.operations.clock_jobs import JOBS
from resources.models import PublicationPage

pytestmark = pytest.mark.django_db


def plan_of_the_list(client) -> str:
    """How SQLite finds the publications that the first page of the list shows."""
    client.get("/publications/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/publications/")
    (listing,) = [
        query["sql"]
        for query in captured
        if "resources_publicationpage" in query["sql"] and "LIMIT" in query["sql"]
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {listing}")
        return "\n".join(row[-1] for row in cursor.fetchall())


def test_a_long_list_is_read_by_its_index_once_the_rows_are_counted(client, demo_site) -> None:
    multiply(PublicationPage.objects.live().first(), 3000)
    _schedule, count = JOBS["count_rows_for_sqlite"]
    count()
    plan = plan_of_the_list(client)
    assert "publication_newest_first" in plan, plan
    assert "TEMP B-TREE" not in plan, plan
