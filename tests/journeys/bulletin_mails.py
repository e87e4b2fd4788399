"""Print the mails of the demo site’s editions, and one with every kind of item, as JSON: name -> HTML.

A process of its own: it sees the data of the server.
"""

from __future__ import annotations

import json
import sys

import django


def mails() -> dict[str, str]:
    from django.db import transaction

    from bulletin.models import EditionPage
    from bulletin.render.mail import html_of
    from tests.bulletin.render.editions import edition, one_of_each

    editions = EditionPage.objects.filter(origin=EditionPage.Origin.HERE).order_by("slug")
    found = {page.slug: html_of(page.get_latest_revision_as_object()) for page in editions}
    with transaction.atomic():
        found["every kind"] = html_of(edition(*one_of_each(), edition_kind="special", slug="2031-03-all"))
        transaction.set_rollback(True)
    return found


if __name__ == "__main__":
    django.setup()
    json.dump(mails(), sys.stdout)
