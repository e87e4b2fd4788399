"""A relay that does everything right until it is told otherwise, and settings that lead to it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mail.relay import Relay


@pytest.fixture
def relay(settings) -> Iterator[Relay]:
    with Relay() as relay:
        relay.takes_mail_of(settings, EMAIL_TIMEOUT=5, EMAIL_REPLY_TIMEOUT=5)
        yield relay


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate of its own making for `localhost`, in one file."""
    file = tmp_path_factory.mktemp("certificate") / "relay.pem"
    key, made = file.with_suffix(".key"), file.with_suffix(".crt")
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    command += ["-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*command, "-keyout", str(key), "-out", str(made)], check=True, capture_output=True)  # noqa: S603
    file.write_text(key.read_text() + made.read_text())
    return file
