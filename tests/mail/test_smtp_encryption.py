"""Encryption and sign-in: required where configured, and nothing goes out without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cms.mail.connection import Refused, RelayAway, open_connection
from cms.settings.addresses import email
from tests.mail.messages import READER, send
from tests.mail.relay import Fault, Relay

SECRET = "user:pass word"


@pytest.fixture
def start(settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Relay]]:
    """Start a relay with these faults, under the name that its certificate has."""
    running: list[Relay] = []

    def run(*, trusted: Path | None = None, is_tls_required: bool = True, **of_relay: object) -> Relay:
        relay = Relay(**of_relay).__enter__()
        running.append(relay)
        relay.takes_mail_of(settings, EMAIL_HOST="localhost", EMAIL_TIMEOUT=5, EMAIL_REPLY_TIMEOUT=5)
        settings.EMAIL_USE_TLS = is_tls_required and not relay.is_tls_at_once
        if trusted:
            monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
        return relay

    yield run
    for relay in running:
        relay.__exit__()


def said(relay: Relay) -> str:
    return "\n".join(line for lines in relay.ledger.commands.values() for line in lines)


def test_starttls_encrypts_before_anything_is_said(start: Callable[..., Relay], certificate: Path) -> None:
    relay = start(certificate=certificate, trusted=certificate, login=SECRET)
    assert send().code == 250
    assert relay.ledger.accepted == {READER}
    steps = [line.split()[0] for line in relay.ledger.commands[1]]
    assert steps[:4] == ["ehlo", "STARTTLS", "ehlo", "AUTH"]


def test_a_relay_without_starttls_gets_no_mail_and_no_password(start: Callable[..., Relay]) -> None:
    relay = start(login=SECRET)
    with pytest.raises(Refused, match=r"greeting: 554 5\.7\.4 STARTTLS") as refused:
        send()
    assert refused.value.reply.is_final
    assert "MAIL" not in said(relay)
    assert "AUTH" not in said(relay)


def test_a_relay_that_cannot_encrypt_just_now_gets_nothing(
    start: Callable[..., Relay], certificate: Path
) -> None:
    relay = start(
        certificate=certificate, trusted=certificate, faults=[Fault("starttls", "454 4.7.0 not just now")]
    )
    with pytest.raises(Refused, match="greeting: 454"):
        send()
    assert "MAIL" not in said(relay)


@pytest.mark.parametrize("is_tls_at_once", [True, False], ids=["smtps", "starttls"])
def test_a_certificate_that_nobody_vouches_for_counts_as_no_connection(
    start: Callable[..., Relay], certificate: Path, is_tls_at_once: bool
) -> None:
    relay = start(certificate=certificate, is_tls_at_once=is_tls_at_once)
    with pytest.raises(RelayAway, match="certificate verify failed"):
        send()
    assert "MAIL" not in said(relay)


@pytest.mark.parametrize("is_tls_at_once", [True, False], ids=["smtps", "starttls"])
def test_a_certificate_of_another_host_counts_as_no_connection(
    start: Callable[..., Relay], certificate: Path, settings, is_tls_at_once: bool
) -> None:
    relay = start(certificate=certificate, trusted=certificate, is_tls_at_once=is_tls_at_once)
    settings.EMAIL_HOST = "127.0.0.1"
    with pytest.raises(RelayAway, match="not valid for"):
        send()
    assert "MAIL" not in said(relay)


def test_smtps_encrypts_from_the_first_byte(start: Callable[..., Relay], certificate: Path) -> None:
    relay = start(certificate=certificate, trusted=certificate, is_tls_at_once=True, login=SECRET)
    with open_connection() as connection:
        for number in range(3):
            connection.begin("site@example.org", f"reader{number}@example.org")
            connection.write(b"Subject: News\r\n\r\n" + b"x" * 70_000 + b"\r\n")
            assert connection.finish().code == 250
    assert len(relay.ledger.accepted) == 3


def test_a_break_within_an_encrypted_message_is_seen_before_the_dot(
    start: Callable[..., Relay], certificate: Path
) -> None:
    relay = start(certificate=certificate, trusted=certificate, faults=[Fault("body", "cut")])
    with open_connection() as connection:
        connection.begin("site@example.org", READER)
        connection.write(b"Subject: News\r\n\r\nHello\r\n")
        relay.wait_for(lambda ledger: ledger.open == 0)
        with pytest.raises(RelayAway):
            connection.finish()


@pytest.mark.parametrize("code", ["535 5.7.8 wrong", "454 4.7.0 later"])
def test_a_refused_sign_in_says_so_and_no_mail_is_tried(start: Callable[..., Relay], code: str) -> None:
    relay = start(is_tls_required=False, login=SECRET, faults=[Fault("auth", code)])
    with pytest.raises(Refused) as refused:
        send()
    assert (refused.value.at, refused.value.reply.code) == ("login", int(code[:3]))
    assert "MAIL" not in said(relay)


def test_a_wrong_password_is_refused_at_login(start: Callable[..., Relay], settings) -> None:
    start(is_tls_required=False, login=SECRET)
    settings.EMAIL_HOST_PASSWORD = "guessed"
    with pytest.raises(Refused, match=r"^login: 535 5\.7\.8"):
        send()


@pytest.mark.parametrize("deed", ["cut", "cut inside", "421 4.3.2 closing"])
def test_a_break_at_login_means_away(start: Callable[..., Relay], deed: str) -> None:
    start(is_tls_required=False, login=SECRET, faults=[Fault("auth", deed)])
    with pytest.raises(RelayAway):
        send()


def test_a_relay_that_offers_no_sign_in_is_refused_where_one_is_configured(
    start: Callable[..., Relay], settings
) -> None:
    relay = start(is_tls_required=False)
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "user", "word"
    with pytest.raises(Refused, match=r"^login: 554 5\.7\.4"):
        send()
    assert "MAIL" not in said(relay)


def test_an_address_of_a_relay_asks_for_encryption_except_on_this_machine() -> None:
    assert email("smtp://mail.example:587")["EMAIL_USE_TLS"]
    assert email("smtps://mail.example:465")["EMAIL_USE_SSL"]
    assert not email("smtp://127.0.0.1:2525")["EMAIL_USE_TLS"]
    assert email("smtp://127.0.0.1.example:2525")["EMAIL_USE_TLS"]


@pytest.mark.parametrize("login", ["us%C3%A8r:word", "user:w%C3%B3rd", ":word"])
def test_a_login_that_cannot_be_said_in_smtp_stops_the_start(login: str) -> None:
    with pytest.raises(ValueError):
        email(f"smtp://{login}@mail.example:587")
