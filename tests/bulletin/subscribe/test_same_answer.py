"""Nobody learns from the site whether an address is known: not by words, and not by the work that is done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bulletin.models import SignUpAttempt, Suppression
from bulletin.subscribe.leave import leave
from cms.mail.addresses import key_of
from cms.mail.models import OutboxMail
from tests.bulletin.subscribe.reader import Reader, words

pytestmark = pytest.mark.django_db


def new(reader: Reader) -> None:
    """An address that the site has never seen."""


def waiting(reader: Reader) -> None:
    reader.signs_up()
    reader.mails()


def confirmed(reader: Reader) -> None:
    reader.is_subscribed_now()
    reader.mails()


def left(reader: Reader) -> None:
    confirmed(reader)
    leave(reader.row(), source="test")


def suppressed(reader: Reader) -> None:
    Suppression.objects.create(address_key=key_of(reader.address), reason="bounced")


def posted(reader: Reader) -> None:
    """Both mails still wait in the outbox."""
    reader.signs_up()
    reader.asks_for_preferences()


def answer(reader: Reader, form: Callable[[], object]) -> tuple[object, ...]:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = form()
    statements = [query["sql"].split()[0] for query in queries]  # before another request empties the list
    assert "INSERT" in statements
    followed = reader.client.get(response["Location"])
    return response.status_code, response["Location"], words(followed), statements


@pytest.mark.parametrize("form", ["signs_up", "asks_for_preferences"])
def test_each_address_gets_the_same_answer_by_the_same_work(demo_site, form: str) -> None:
    Reader("first@council.example").signs_up()  # what the process keeps is kept from here on
    answers = {}
    for state in (new, waiting, confirmed, left, suppressed, posted):
        reader = Reader(f"{state.__name__}@council.example")
        state(reader)
        SignUpAttempt.objects.all().delete()
        answers[state.__name__] = answer(reader, getattr(reader, form))
    assert len({str(one) for one in answers.values()}) == 1, answers


def test_a_change_to_a_subscribed_address_answers_alike_and_the_mail_tells(ann: Reader, ben: Reader) -> None:
    ann.is_subscribed_now()
    ben.is_subscribed_now()
    ann.asks_for_preferences()
    link = f"{ann.link('own_preferences')}address/"
    answers = []
    for address in (ben.address, "new@council.example"):
        response = ann.client.post(link, {"email": address})
        answers.append(
            (response.status_code, response["Location"], words(ann.client.get(response["Location"])))
        )
    assert answers[0] == answers[1]
    assert ben.mails()[-1].subject == "This address already gets the bulletin"
    assert ben.mails("new@council.example")[-1].subject == "Confirm your new address"


@pytest.mark.parametrize(
    ("state", "subject"),
    [
        (new, "This address is not subscribed"),
        (waiting, "Confirm that you want the bulletin"),
        (confirmed, "Your preferences for the bulletin"),
        (left, "Your preferences for the bulletin"),
        (suppressed, "This address is not subscribed"),
    ],
)
def test_the_mail_about_preferences_tells_the_difference(ann: Reader, state, subject: str) -> None:
    state(ann)
    ann.asks_for_preferences()
    assert ann.mails()[-1].subject == subject


def test_sixth_mail_to_an_address_waits_and_the_answer_is_the_same(ann: Reader, later) -> None:
    first = ann.signs_up()
    ann.mails()
    for _again in range(4):
        assert ann.signs_up()["Location"] == first["Location"]
        ann.mails()
    assert len(ann.mails()) == 5
    sixth = ann.signs_up()
    assert (sixth.status_code, sixth["Location"]) == (first.status_code, first["Location"])
    assert len(ann.mails()) == 5
    later(hours=1, minutes=1)
    assert len(ann.mails()) == 6


def test_a_whole_council_behind_one_client_is_delayed_and_nobody_refused(demo_site, later) -> None:
    for number in range(45):
        assert Reader(f"person{number}@council.example").signs_up().status_code == 302
    when = sorted(OutboxMail.objects.values_list("not_before", flat=True))
    waits = [round((moment - when[0]).total_seconds() / 3600) for moment in when]
    assert waits == [0] * 20 + [1] * 20 + [2] * 5


def test_no_more_than_the_limit_go_in_any_hour_and_nobody_waits_longer_than_a_day(
    demo_site, settings
) -> None:
    settings.SIGN_UPS_AN_HOUR = {"address": 5, "client": 10_000, "all": 2}
    for number in range(60):
        assert Reader(f"person{number}@council.example").signs_up().status_code == 302
    when = sorted(OutboxMail.objects.values_list("not_before", flat=True))
    waits = [round((moment - when[0]).total_seconds() / 3600) for moment in when]
    assert waits[:48] == [hour for hour in range(24) for _mail in range(2)]
    assert set(waits[48:]) == {24}


def test_attempts_hold_hashes_alone_and_go_after_an_hour(ann: Reader, later) -> None:
    from bulletin.subscribe.attempts import forget_attempts

    ann.signs_up()
    kept = SignUpAttempt.objects.get()
    assert len(kept.address_key) == len(kept.client_key) == 64
    assert kept.address_key != key_of(ann.address)
    assert forget_attempts() == 0
    later(hours=1, seconds=1)
    assert forget_attempts() == 1


def test_no_rate_limit_of_the_site_stands_before_these_pages() -> None:
    from django.conf import settings
    from django.urls import resolve, reverse

    from bulletin.urls import urlpatterns
    from cms.operations.limits import limited_name

    for pattern in urlpatterns:
        arguments = ["x"] if "token" in str(pattern.pattern) else []
        match = resolve(reverse(f"bulletin:{pattern.name}", args=arguments))
        assert limited_name(match) is None
    assert "bulletin" not in settings.RATE_LIMITS
