"""A small message and how it is sent in tests."""

from __future__ import annotations

from cms.mail.connection import Reply, open_connection

SENDER = "site@example.org"
READER = "reader@example.org"
MESSAGE = b"Message-ID: <1@example.org>\r\nSubject: News\r\n\r\nGood morning\r\n"


def send(recipient: str = READER, message: bytes = MESSAGE, sender: str = SENDER) -> Reply:
    """One message on a connection of its own."""
    with open_connection() as connection:
        connection.begin(sender, recipient)
        connection.write(message)
        return connection.finish()
