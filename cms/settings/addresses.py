"""What is written as an address in a variable: the site, the database, Redis and the mail relay.

Each raises ValueError for anything else than what cms.settings.environment says.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url

# PostgreSQL: seconds, and the last one milliseconds.
NOTICES_A_DEAD_SERVER = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}


def split_address(text: str) -> SplitResult:
    """The parts of an address whose port, where it has one, is a number that can be a port."""
    parts = urlsplit(text)
    if parts.port == 0:
        raise ValueError
    return parts


def site_url(text: str) -> str:
    parts = split_address(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise ValueError
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError
    return text.rstrip("/")


def database(text: str) -> dict[str, Any]:
    """Django's settings of the database at this address."""
    settings = dict(dj_database_url.parse(text, conn_max_age=60, conn_health_checks=True))
    if text.startswith("postgres"):
        settings["OPTIONS"] = {**NOTICES_A_DEAD_SERVER, **settings.get("OPTIONS", {})}
    return settings


def database_url(text: str) -> str:
    parts = split_address(text)
    if text and parts.scheme not in ("sqlite", "postgres", "postgresql"):
        raise ValueError
    if text and (not parts.path.strip("/") or (parts.scheme != "sqlite" and not parts.hostname)):
        raise ValueError
    return text


def redis_url(text: str) -> str:
    parts = split_address(text)
    if text and (parts.scheme not in ("redis", "rediss", "unix") or not (parts.hostname or parts.path)):
        raise ValueError
    return text


def email(text: str) -> dict[str, Any]:
    """Django's e-mail settings; STARTTLS is required except on this machine, and nothing means files."""
    if not text:
        return {"EMAIL_BACKEND": "cms.mail.eml_files.EmailBackend"}
    parts = split_address(text)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or not parts.port:
        raise ValueError
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if not f"{user}{password}".isascii() or (password and not user):
        raise ValueError
    loopback = parts.hostname in ("localhost", "::1") or re.fullmatch(r"127(\.[0-9]+){3}", parts.hostname)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port,
        "EMAIL_HOST_USER": user,
        "EMAIL_HOST_PASSWORD": password,
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not loopback,
        "EMAIL_TIMEOUT": 20,
    }
