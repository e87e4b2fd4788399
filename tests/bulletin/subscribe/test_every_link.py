"""Programs that look through mail open every link in it, so opening one changes nothing."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from bulletin.models import SignUpAttempt
from tests.bulletin.subscribe.reader import Reader, links_in

pytestmark = pytest.mark.django_db
NEW = "ann@new.example"


def state_of_the_database() -> dict[str, list[tuple]]:
    held = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("bulletin_", "mail_", "wagtailcore_", "django_session")):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  our tables
                held[table] = cursor.fetchall()
    return held


def all_mails_of_a_life(ann: Reader) -> None:
    """Each kind of mail that the site sends about a subscription, with its links still unused."""
    ann.is_subscribed_now()
    ann.signs_up()
    ann.mails()
    ann.asks_for_preferences()
    ann.client.post(f"{ann.link('own_preferences')}address/", {"email": NEW})
    ann.client.post(ann.link("confirm_address", NEW))
    ann.asks_for_preferences()  # not subscribed any more
    ann.mails()
    ann.signs_up()
    ann.mails()
    other = Reader(NEW)
    other.asks_for_preferences()
    own = other.link("own_preferences")
    other.client.post(f"{own}address/", {"email": "third@new.example"})
    other.mails()
    ann.confirms()
    SignUpAttempt.objects.all().delete()  # or the sixth mail would wait
    other.client.post(f"{own}address/", {"email": ann.address})
    other.mails()
    Reader("fresh@council.example").signs_up()
    Reader("fresh@council.example").mails()


def test_looking_at_every_link_of_every_mail_changes_nothing(ann: Reader) -> None:
    all_mails_of_a_life(ann)
    subjects = {message.subject for message in mail.outbox}
    assert len(subjects) == 8, subjects
    links = {link for message in mail.outbox for link in links_in(message.body)}
    links |= {link.rstrip("/") for link in links}
    assert len(links) > 15
    before = state_of_the_database()
    scanner = Client()
    for link in sorted(links):
        for answer in (scanner.head(link), scanner.get(link), scanner.options(link)):
            assert answer.status_code in (200, 301, 302, 404, 405, 410), link
            assert not answer.cookies
    assert state_of_the_database() == before


def test_every_mail_says_from_where_it_comes_and_names_nobody(ann: Reader) -> None:
    all_mails_of_a_life(ann)
    for message in mail.outbox:
        assert "Employability in Scotland" in message.body and "/privacy/" in message.body
        assert "@" not in message.body
        text = message.body.replace("\r\n", "\n")
        assert not text.startswith("\n") and "\n\n\n" not in text, text
        assert message.alternatives == []
        assert message.extra_headers["Auto-Submitted"] == "auto-generated"
