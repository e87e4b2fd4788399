"""Every environment variable the site reads: its name, meaning, default and form."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from cms.settings.addresses import database_url, email, redis_url, search_engine, site_url


@dataclass(frozen=True)
class Variable:
    """One variable; `form` says in words what `parse` accepts: it raises ValueError for anything else."""

    name: str
    meaning: str
    form: str
    default: str | None
    parse: Callable[[str], Any]


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


def signing_key(text: str) -> str:
    if text and not re.fullmatch(r"[!-~]{16,200}", text):
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
    if not text.rpartition("<")[2].isascii():
        raise ValueError
    return text


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
            "BACKUP_FOLDER",
            "The folder of the backups, which every host of a task worker should share. Without one: "
            "`backups` in DATA_DIR.",
            "a path from the root, such as /srv/backups, or nothing",
            "",
            folder,
        ),
        Variable(
            "BACKUP_KEEP",
            "How many of the newest backups are kept there; 0 for all, and then none is made at night.",
            "a whole number below 1,000",
            "14",
            whole_number,
        ),
        Variable(
            "REDIS_URL",
            "Redis, for what processes share. Without one: this machine only.",
            "redis://host:port/number",
            "",
            redis_url,
        ),
        Variable(
            "ELASTICSEARCH_URL",
            "Elasticsearch, which public search asks first. Without one: the database alone.",
            "https://user:password@host:port or https://host:port?api_key=key, several with commas between "
            "them, with ?ca=/path/to/certificates or ?index=name; http on this machine or without a password",
            "",
            search_engine,
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
            "BOUNCE_MAILBOX",
            "A mailbox on this machine, as mbox file or Maildir, into which mail that comes back is "
            "delivered. Without one: none is read.",
            "a path from the root, such as /var/mail/bounces, or nothing",
            "",
            folder,
        ),
        Variable(
            "MAILGUN_WEBHOOK_SIGNING_KEY",
            "Lets Mailgun report mail that came back and complaints. Without one: nothing is taken in.",
            "the signing key of the webhooks, without blanks, or nothing",
            "",
            signing_key,
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
