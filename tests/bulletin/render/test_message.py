"""The finished message: headers, parts and lines as relays and mail programs want them."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from hashlib import sha256

import pytest
from django.urls import reverse

from bulletin.models import BulletinSettings, EditionPage
from bulletin.render import message as message_module
from bulletin.render.failure import CannotRender
from bulletin.render.message import Recipient, finished, freeze
from bulletin.render.tokens import TOKEN
from bulletin.subscribe.links import unsubscribe_url
from tests.bulletin.render.editions import edition, one_of_each, story
from tests.factories.pages import home_page

pytestmark = pytest.mark.usefixtures("demo_site")

LEAVE = "https://www.example.org/bulletin-mail/leave/" + "0a" * 60 + "?a=b&b=c".replace("&", ";") + "=" * 2


def recipient(**values: str) -> Recipient:
    given = {
        "address": "mairi@example.org",
        "address_key": "k",
        "message_id": "1.abc@example.org",
        "unsubscribe_url": LEAVE,
        "date": "Mon, 03 Mar 2031 09:00:00 +0000",
    }
    return Recipient(**{**given, **values})


def received(draft: EditionPage, **values: str) -> EmailMessage:
    return message_from_bytes(finished(freeze(draft).message, recipient(**values)), policy=policy.default)


def content(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return part.get_content().replace("\r\n", "\n")


def test_a_message_has_the_headers_of_a_list_and_no_others(settings) -> None:
    settings.SITE_URL = "https://www.example.org"
    message = received(edition(*one_of_each()))
    assert dict(message.items()) == {
        "From": "Employability in Scotland <bulletin@employability.example>",
        "To": "mairi@example.org",
        "Subject": "New in March",
        "Date": "Mon, 03 Mar 2031 09:00:00 +0000",
        "Message-ID": "<1.abc@example.org>",
        "List-Id": "<bulletin.www.example.org>",
        "List-Archive": "<https://www.example.org/bulletin/>",
        "List-Unsubscribe": f"<{LEAVE}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",
        "MIME-Version": "1.0",
        "Content-Type": message["Content-Type"],
    }
    assert not message.defects


def test_the_text_comes_first_and_both_parts_are_whole() -> None:
    draft = edition(*one_of_each())
    frozen, message = freeze(draft), received(draft)
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    for kind, written in (("plain", frozen.text), ("html", frozen.html)):
        assert content(message, kind).strip() == written.replace("%%UNSUBSCRIBE%%", LEAVE).strip()


def test_each_part_has_one_link_to_leave_and_it_is_the_recipients_own() -> None:
    message = received(edition(*one_of_each()))
    for kind in ("plain", "html"):
        assert content(message, kind).count(LEAVE) == 1
        assert TOKEN.search(content(message, kind)) is None


def test_lines_end_with_crlf_and_none_is_too_long_or_has_more_than_ascii() -> None:
    draft = edition(story("Gàidhlig " * 16, summary="é" * 600), *one_of_each(), subject="Ùr " * 45)
    for message in (freeze(draft).message, finished(freeze(draft).message, recipient())):
        assert message.isascii()
        assert re.search(rb"[^\r]\n|\r[^\n]", message) is None
        head, _, body = message.partition(b"\r\n\r\n")
        assert max(map(len, head.split(b"\r\n"))) <= 998
        assert max(map(len, body.split(b"\r\n"))) <= 76


def test_the_same_edition_gives_the_same_bytes() -> None:
    draft = edition(*one_of_each())
    first, second = freeze(draft), freeze(EditionPage.objects.get(pk=draft.pk))
    assert first == second
    assert first.sha256 == sha256(first.message).hexdigest()
    draft.introduction = "<p>Other words.</p>"
    assert freeze(draft).sha256 != first.sha256


def test_what_we_really_put_in_is_taken(settings) -> None:
    message = received(edition(story()), unsubscribe_url=unsubscribe_url("ab" * 32))
    assert message["List-Unsubscribe"] == f"<{unsubscribe_url('ab' * 32)}>"
    assert reverse("bulletin:unsubscribe", args=["x"])[:-2] in content(message, "html")


@pytest.mark.parametrize(
    "subject",
    [
        "New in March",
        "🎉 Grants, 👩🏽‍💻 jobs and more",
        "Cothroman ùra: obair is trèanadh airson dhaoine òga",
        "مرحبا بكم في النشرة",
        "שלום לכולם, and hello",
        "=?utf-8?q?Not_encoded?=",
        'Quotes " and \\ and , and ; and <b>',
        "Trailing 100 %%ADDRESS%%",
        "%" * 150,
        "à" * 150,
        "word " * 29 + "end",
        "x" * 150,
        "🎉" * 75,
    ],
)
def test_a_subject_arrives_as_it_was_written(subject: str) -> None:
    draft = edition(story(), subject=subject)
    raw = freeze(draft).message
    assert raw.partition(b"\r\n\r\n")[0].isascii()
    assert received(draft)["Subject"].replace("\u2060", "") == subject
    assert freeze(draft).subject == subject
    assert all(len(line) <= 200 for line in raw.partition(b"\r\n\r\n")[0].split(b"\r\n"))


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x00", "\x85", "\u2028", "\x0b"])
def test_a_line_break_in_a_subject_is_refused(end: str) -> None:
    draft = edition(story(), subject="New")
    draft.subject = f"New{end}Bcc: everybody@example.org"
    with pytest.raises(CannotRender) as refusal:
        freeze(draft)
    assert refusal.value.where == "Subject"


def test_without_a_subject_nothing_goes_out() -> None:
    with pytest.raises(CannotRender, match="Write a subject"):
        freeze(edition(story(), subject="  "))


@pytest.mark.parametrize(
    "name", ["Employability, Scotland", 'The "Team"', "Ìle is Ùig " * 7, "A. B. (C) <d@e.f>"]
)
def test_the_sender_is_the_one_of_the_settings(name: str) -> None:
    bulletin = BulletinSettings.for_site(home_page().get_site())
    bulletin.sender_name, bulletin.sender_address = name[:80].strip(), "News@Bücher.example"
    bulletin.save()
    draft = edition(story())
    field = message_from_bytes(freeze(draft).message)["From"]
    shown, address = parseaddr(str(make_header(decode_header(field.replace("\n", "")))))
    assert (shown, address) == (bulletin.sender_name, "news@xn--bcher-kva.example")
    assert freeze(draft).sender == address
    assert len(received(draft)["From"].addresses) == 1


def test_a_line_break_in_the_name_of_the_sender_is_refused() -> None:
    bulletin = BulletinSettings.for_site(home_page().get_site())
    bulletin.sender_name = "Team\r\nBcc: everybody@example.org"
    bulletin.save()
    with pytest.raises(CannotRender, match="line break"):
        freeze(edition(story()))


@pytest.mark.parametrize("field", ["address", "message_id", "unsubscribe_url", "date"])
@pytest.mark.parametrize("value", ["a\r\nBcc: b@example.org", "a\nb", "é@example.org", "", "a\x00b"])
def test_a_value_that_would_break_a_line_is_refused(field: str, value: str) -> None:
    message = freeze(edition(story())).message
    with pytest.raises(ValueError, match=r"stand"):
        finished(message, recipient(**{field: value}))


@pytest.mark.parametrize(
    "address", ['https://a.example/"><b>', "https://a.example/ x", "javascript:x", "<x>"]
)
def test_an_address_for_leaving_cannot_leave_its_place(address: str) -> None:
    with pytest.raises(ValueError, match="leaving"):
        finished(freeze(edition(story())).message, recipient(unsubscribe_url=address))


def test_no_value_stands_for_another() -> None:
    message = received(edition(story()), address="%%DATE%%@example.org")
    assert message["To"].addresses[0].addr_spec == "%%DATE%%@example.org"


def test_tokens_in_an_address_that_somebody_typed_are_none() -> None:
    typed = "https://a.example/%%UNSUBSCRIBE%%?to=%%ADDRESS%%"
    draft = edition(story(address=typed), ("free_text", {"text": f'<p><a href="{typed}">x</a></p>'}))
    for kind in ("plain", "html"):
        assert content(received(draft), kind).count(LEAVE) == 1
        assert "mairi@example.org" not in content(received(draft), kind)


def test_an_edition_too_large_for_gmail_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = edition(story())
    monkeypatch.setattr(message_module, "LARGEST_HTML", 1000)
    with pytest.raises(CannotRender, match="90 kB"):
        freeze(draft)


def test_a_test_says_so_in_its_subject() -> None:
    frozen = freeze(edition(story()), is_test=True)
    assert frozen.subject == "[Test] New in March"
    assert b"Subject: [Test] New in March\r\n" in frozen.message
