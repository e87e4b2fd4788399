"""Mail as files, and over Django's other backends: in the same steps, delivered in the last."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from cms.mail import eml_files
from cms.mail.backend_connection import BackendConnection
from cms.mail.connection import Refused, RelayAway, Unknown, open_connection
from cms.mail.smtp import SmtpConnection
from cms.settings.addresses import email
from tests.mail.messages import MESSAGE, READER, SENDER, send

pytestmark = pytest.mark.django_db  # mail asks there whether it may go

ALTERNATIVES = b"""Subject: =?utf-8?q?F=C3=A0ilte?=
From: Site <site@example.org>
To: reader@example.org
List-Id: <bulletin.example.org>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=x

--x
Content-Type: text/plain

.Hello
--x
Content-Type: text/html

<p>Hello</p>
--x--
""".replace(b"\n", b"\r\n")


class Broken(BaseEmailBackend):
    def send_messages(self, messages: object) -> int:
        raise ConnectionError("reader@example.org")


@pytest.fixture
def folder(settings, tmp_path: Path) -> Path:
    settings.EMAIL_BACKEND = email("")["EMAIL_BACKEND"]
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    return settings.EMAIL_FILE_PATH


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_the_settings_choose_the_connection(settings, relay) -> None:
    with open_connection() as connection:
        assert isinstance(connection, SmtpConnection)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with open_connection() as connection:
        assert isinstance(connection, BackendConnection)


def test_without_a_relay_each_message_becomes_a_file_byte_for_byte(folder: Path) -> None:
    send(message=ALTERNATIVES)
    [file] = files(folder)
    assert file.suffix == ".eml"
    assert file.read_bytes() == ALTERNATIVES
    assert file.stat().st_mode & 0o777 == 0o600


def test_names_of_files_sort_by_time_and_never_meet(folder: Path) -> None:
    messages = [b"Subject: %d\r\n\r\nHello\r\n" % number for number in range(50)]
    for message in messages:
        send(message=message)
    assert [file.read_bytes() for file in files(folder)] == messages


def test_all_mail_of_the_site_becomes_files(folder: Path) -> None:
    assert mail.send_mail("Fàilte", "Hello", None, [READER, "other@example.org"]) == 1
    [file] = files(folder)
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (message["Subject"], message.get_content()) == ("Fàilte", "Hello")


def test_a_message_for_nobody_becomes_no_file(folder: Path) -> None:
    backend = eml_files.EmailBackend()
    assert backend.send_messages([mail.EmailMessage("Subject", "Hello", None, [])]) == 0
    assert not folder.exists()


def test_a_full_or_missing_disk_means_away_and_leaves_no_half_file(folder: Path, monkeypatch) -> None:
    def fail(file: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(RelayAway, match="No space left"):
        send()
    assert files(folder) == []
    with pytest.raises(OSError, match="No space left"):
        mail.send_mail("Subject", "Hello", None, [READER])
    assert mail.send_mail("Subject", "Hello", None, [READER], fail_silently=True) == 0


def test_in_tests_a_finished_message_can_be_read_like_any_other(mailoutbox) -> None:
    assert send(message=ALTERNATIVES).code == 250
    [message] = mailoutbox
    assert (message.subject, message.to) == ("Fàilte", [READER])
    assert message.from_email == "Site <site@example.org>"
    assert message.body == ".Hello"
    assert message.alternatives[0].content == "<p>Hello</p>"
    assert message.extra_headers["List-Id"] == "<bulletin.example.org>"
    assert message.message()["Subject"] == "Fàilte"
    assert message.finished == ALTERNATIVES


def test_nothing_is_delivered_before_the_last_step(mailoutbox) -> None:
    with open_connection() as connection:
        connection.begin(SENDER, READER)
        connection.write(MESSAGE)
        assert mailoutbox == []
        connection.abandon()
        connection.begin(SENDER, "next@example.org")
        connection.write(MESSAGE)
        connection.finish()
    assert [message.to for message in mailoutbox] == [["next@example.org"]]


def test_what_smtp_refuses_is_refused_here_too(mailoutbox) -> None:
    with open_connection() as connection:
        with pytest.raises(Refused, match="recipient"):
            connection.begin(SENDER, "reader@example.org>\r\nDATA")
        connection.begin(SENDER, READER)
        with pytest.raises(Refused, match="data"):
            connection.write(b"Subject: x\n\nHello\n")
    assert mailoutbox == []


def test_another_backend_that_fails_leaves_it_unknown_whether_the_mail_is_out(settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Broken"
    with pytest.raises(Unknown, match=r"^ConnectionError$"):
        send()
