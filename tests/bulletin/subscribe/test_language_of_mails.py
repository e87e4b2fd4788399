"""Mails speak the language of the page on which they were asked for, and lead back to it."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext, override

from bulletin.models import Subscriber
from tests.bulletin.subscribe.reader import TRAP, Reader, links_in, stamp

pytestmark = pytest.mark.django_db


def signs_up_in_gaelic(reader: Reader) -> None:
    sent = {"email": reader.address, "editions": ["monthly"], "stamp": stamp(), TRAP: ""}
    response = reader.client.post("/gd/bulletin/subscribe/", sent)
    assert response["Location"] == "/gd/bulletin/subscribe/check-your-mail/"


def test_whoever_signs_up_in_gaelic_is_written_to_in_gaelic(ann: Reader) -> None:
    signs_up_in_gaelic(ann)
    with override("gd"):
        subject = gettext("Confirm that you want the bulletin")
        confirmed = gettext("You are subscribed to the bulletin")
    mail = ann.mails()[-1]
    assert mail.subject == subject != "Confirm that you want the bulletin"
    link = next(link for link in links_in(mail.body) if "confirm" in link)
    assert link.startswith("/gd/")
    assert ann.client.post(link, follow=True).redirect_chain == [("/gd/bulletin/subscribe/thanks/", 302)]
    assert ann.row().language == Subscriber.Language.GAELIC
    assert ann.mails()[-1].subject == confirmed


def test_a_mail_that_was_asked_for_in_english_stays_english(ann: Reader) -> None:
    ann.signs_up()
    with override("gd"):
        assert ann.mails()[-1].subject == "Confirm that you want the bulletin"
    assert ann.row().language == Subscriber.Language.ENGLISH
