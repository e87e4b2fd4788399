"""Every environment variable the site reads: its name, meaning, default and form."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Variable:
    """One variable; `form` says in words what `parse` accepts: it raises ValueError for anything else."""

    name: str
    meaning: str
    form: str
    default: str | None
    parse: Callable[[str], Any]


def database(text: str) -> dict[str, Any]:
    """Django's settings of the database at this address."""
    settings = dict(dj_database_url.parse(text, conn_max_age=60, conn_health_checks=True))
    if text.startswith("postgres"):
        settings["OPTIONS"] = {"connect_timeout": 5, **settings.get("OPTIONS", {})}
    return settings


def database_url(text: str) -> str:
    parts = split_address(text)
    if text and parts.scheme not in ("sqlite", "postgres", "postgresql"):
        raise ValueError
    if text and (not parts.path.strip("/") or (parts.scheme != "sqlite" and not parts.hostname)):
        raise ValueError
    return text


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


def redis_url(text: str) -> str:
    parts = split_address(text)
    if text and (parts.scheme not in ("redis", "rediss", "unix") or not (parts.hostname or parts.path)):
        raise ValueError
    return text


def hosts(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if any(not re.fullmatch(r"\.?[A-Za-z0-9][A-Za-z0-9.\-]*|\[[0-9A-Fa-f:]+\]", name) for name in names):
        raise ValueError
    return names


def secret(text: str) -> str:
    if len(text) < 50 or len(set(text)) < 5:
        raise ValueError
    return text


def folder(text: str) -> str:
    if text and not Path(text).is_absolute():
        raise ValueError
    return text


def whole_number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text):
        raise ValueError
    return int(text)


def count(text: str) -> int:
    if whole_number(text) == 0:
        raise ValueError
    return int(text)


def address(text: str) -> str:
    if not re.fullmatch(r"[^<>\s@]+@[^<>\s@]+|[^<>@\r\n]+<[^<>\s@]+@[^<>\s@]+>", text):
        raise ValueError
    return text


def email(text: str) -> dict[str, Any]:
    """Django's e-mail settings; STARTTLS is required except on this machine, and nothing means files."""
    if not text:
        return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend"}
    parts = split_address(text)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or not parts.port:
        raise ValueError
    loopback = parts.hostname in ("localhost", "::1") or parts.hostname.startswith("127.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not loopback,
        "EMAIL_TIMEOUT": 20,
    }


VARIABLES = {
    variable.name: variable
    for variable in (
        Variable(
            "SECRET_KEY",
            "Signs sessions and links. Required in production.",
            "at least 50 random characters",
            None,
            secret,
        ),
        Variable(
            "HASH_KEY",
            "Makes the keys under which addresses are remembered without being kept, and signs the links for "
            "leaving the bulletin. Required in production, other than SECRET_KEY, and never changed.",
            "at least 50 random characters",
            None,
            secret,
        ),
        Variable(
            "SITE_URL",
            "The public address of the site. Required in production, and https there.",
            "an address such as https://www.example.org, without a path",
            None,
            site_url,
        ),
        Variable(
            "ALLOWED_HOSTS",
            "Host names the site answers to. Required in production.",
            "host names with commas between them",
            "",
            hosts,
        ),
        Variable(
            "DATABASE_URL",
            "The database. Without one: SQLite in `var/`.",
            "sqlite:////path/to/file or postgres://user:password@host:port/name",
            "",
            database_url,
        ),
        Variable(
            "DATA_DIR",
            "The folder of SQLite, uploads, collected static files and mail. Without one: `var/`.",
            "a path from the root, such as /srv/site, or nothing",
            "",
            folder,
        ),
        Variable(
            "REDIS_URL",
            "Redis, for what processes share. Without one: this machine only.",
            "redis://host:port/number",
            "",
            redis_url,
        ),
        Variable(
            "EMAIL_URL",
            "The mail relay. Without one: files in `var/mail/`.",
            "smtp://user:password@host:port or smtps://user:password@host:port",
            "",
            email,
        ),
        Variable(
            "DEFAULT_FROM_EMAIL",
            "The sender of the site's own mail.",
            "name@example.org or Name <name@example.org>",
            "Employability in Scotland <no-reply@employability.example>",
            address,
        ),
        Variable(
            "BULLETIN_CONNECTIONS",
            "Connections to the mail relay that one bulletin worker keeps open.",
            "a whole number from 1 to 999",
            "2",
            count,
        ),
        Variable(
            "BULLETIN_PER_SECOND",
            "Messages a second that one bulletin worker sends at most; 0 for as many as it can.",
            "a whole number below 1,000",
            "0",
            whole_number,
        ),
        Variable(
            "TRUSTED_PROXIES",
            "How many proxies stand before the web server.",
            "a whole number below 1,000",
            "0",
            whole_number,
        ),
        Variable("WEB_WORKERS", "Web server processes.", "a whole number from 1 to 999", "2", count),
        Variable(
            "WEB_THREADS", "Threads in each web server process.", "a whole number from 1 to 999", "4", count
        ),
    )
}


def read(name: str, default: str | None = None) -> Any:
    """The parsed value of a variable, or ImproperlyConfigured with one clear line. Empty means not set."""
    variable = VARIABLES[name]
    text = os.environ.get(name, "").strip() or (default if default is not None else variable.default)
    if text is None:
        raise ImproperlyConfigured(f"{name} is not set. {variable.meaning} Expected: {variable.form}.")
    try:
        return variable.parse(text)
    except ValueError:
        # The value itself is not shown: it may hold a password.
        raise ImproperlyConfigured(f"{name} is not right. Expected: {variable.form}.") from None
