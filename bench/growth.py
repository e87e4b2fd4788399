"""Fills a list with many pages by copying one of them, far faster than adding each through Wagtail."""

from __future__ import annotations

import uuid

from django.db import connection, transaction
from wagtail.models import Page

from cms.operations.query_planning import count_rows_for_sqlite
from cms.page_cache import generation

# A page beyond the end is the last one.
LAST_PAGE = "?page=1000000"


def fill(number: int, *models: type[Page]) -> None:
    """So many live pages of each model, all like its first."""
    for model in models:
        live = model.objects.live()
        multiply(live.first(), number - live.count())
    settle()


def settle() -> None:
    """What a process keeps and what SQLite knows are of the site as it has become."""
    generation.advance()
    count_rows_for_sqlite()


@transaction.atomic
def multiply(template: Page, number: int) -> None:
    """`number` more pages like `template` beside it, live, each with an address of its own."""
    parent = template.get_parent()
    last = parent.get_last_child().path
    base, steplen = parent.path, Page.steplen
    first = Page._str2int(last[-steplen:]) + 1
    copies = []
    for offset in range(number):
        slug = f"copy-{first + offset}"
        copies.append(
            Page(
                title=f"{template.title} {offset}",
                draft_title=template.title,
                slug=slug,
                url_path=f"{parent.url_path}{slug}/",
                path=Page._get_path(base, parent.depth + 1, first + offset),
                depth=parent.depth + 1,
                content_type=template.cached_content_type,
                locale=template.locale,
                translation_key=uuid.uuid4(),
                live=True,
                first_published_at=template.first_published_at,
            )
        )
    Page.objects.bulk_create(copies, batch_size=500)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + number)
    table = type(template)._meta.db_table
    columns = [field.column for field in type(template)._meta.local_fields if not field.primary_key]
    quoted = ", ".join(connection.ops.quote_name(column) for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (page_ptr_id, {quoted}) "  # noqa: S608  names of our own models only
            f"SELECT p.id, {', '.join('t.' + connection.ops.quote_name(c) for c in columns)} "
            f"FROM wagtailcore_page p, {table} t WHERE t.page_ptr_id = %s AND p.path LIKE %s AND p.id >= %s",
            [template.pk, f"{base}%", min(copy.pk for copy in copies)],
        )
