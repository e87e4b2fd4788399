"""Every environment variable the site reads: its name, meaning, default and form."""

from __future__ import annotations

import os
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from cms.settings import addresses
from cms.settings.signing_in import SIGNING_IN
from cms.settings.values import (
    address,
    count,
    folder,
    hosts,
    secret,
    secrets,
    signing_key,
    token,
    whole_number,
)
from cms.settings.variable import Variable

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
            "SECRET_KEY_FALLBACKS",
            "Earlier SECRET_KEYs, while one is exchanged for another. Without one: what they signed is void.",
            "secrets of at least 50 random characters without commas, with commas between them, or nothing",
            "",
            secrets,
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
            addresses.site_url,
        ),
        Variable(
            "ADMIN_URL",
            "A host of its own for the admin, and for nothing else. Without one: that of SITE_URL.",
            "an address such as https://admin.example.org, without a path, or nothing",
            "",
            addresses.admin_url,
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
            addresses.database_url,
        ),
        Variable(
            "DATA_DIR",
            "The folder of SQLite, uploads, collected static files and mail. Without one: `var/`.",
            "a path from the root, such as /srv/site, or nothing",
            "",
            folder,
        ),
        Variable(
            "MEDIA_STORAGE_URL",
            "Object storage for uploads, and the host that shows its images if there is one. Without one: "
            "the folder `media` in DATA_DIR.",
            "s3://key:secret@bucket?endpoint=https://host&region=name&host=media.example.org, all but the "
            "bucket as needed; http on this machine",
            "",
            addresses.media_storage,
        ),
        Variable(
            "BACKUP_FOLDER",
            "Where backups are kept: a folder, which every host of a task worker should share, or object "
            "storage. Without one: `backups` in DATA_DIR.",
            "a path from the root, such as /srv/backups, or s3://key:secret@bucket/folder?endpoint=https://host"
            "&region=name, all but the bucket as needed, or nothing",
            "",
            addresses.backups,
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
            addresses.redis_url,
        ),
        Variable(
            "ELASTICSEARCH_URL",
            "Elasticsearch, which public search asks first. Without one: the database alone.",
            "https://user:password@host:port or https://host:port?api_key=key, several with commas between "
            "them, with ?ca=/path/to/certificates or ?index=name; http on this machine or without a password",
            "",
            addresses.search_engine,
        ),
        Variable(
            "EMAIL_URL",
            "The mail relay. Without one: files in `var/mail/`.",
            "smtp://user:password@host:port or smtps://user:password@host:port",
            "",
            addresses.email,
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
        Variable(
            "SENTRY_DSN",
            "Where Sentry takes reports of faults, without anything personal. Without one: none are sent.",
            "an address such as https://key@sentry.example/1, or nothing",
            "",
            addresses.sentry_dsn,
        ),
        Variable(
            "METRICS_TOKEN", "Opens /metrics. Without one: 404.", "32+ random letters, or nothing", "", token
        ),
        Variable(
            "SECURITY_CONTACT",
            "Whom to tell of a weakness, in security.txt. Without one: the site’s contact page.",
            "mailto:name@example.org or an address with https, or nothing",
            "",
            addresses.security_contact,
        ),
        Variable(
            "PAGE_CACHE_MEGABYTES",
            "Memory in each web server process for pages that all readers get alike; 0 for none.",
            "a whole number below 1,000",
            "32",
            whole_number,
        ),
        Variable(
            "FRONTEND_CACHE_URL",
            "A cache in front of the site that is told with PURGE which page was published or taken down. "
            "Without one: none is told.",
            "an address such as http://127.0.0.1:6081, without a path, or nothing",
            "",
            addresses.frontend_cache_url,
        ),
        *SIGNING_IN,
        Variable(
            "WEB_WORKERS",
            "Web server processes; 0 for as many as the machine has cores.",
            "a whole number below 1,000",
            "0",
            whole_number,
        ),
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
