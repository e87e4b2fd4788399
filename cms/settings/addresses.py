"""What is written as an address in a variable: the site, the database, Redis, Elasticsearch, object
storage and the mail relay.

Each raises ValueError for anything else than what cms.settings.environment says.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

import dj_database_url

from cms.settings.values import matching

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


def admin_url(text: str) -> str:
    """Its host joins ALLOWED_HOSTS, where a star or a dot before it would admit others."""
    if not text:
        return ""
    if not re.fullmatch(
        r"[a-z0-9]([a-z0-9.\-]*[a-z0-9])?|[0-9a-f]*:[0-9a-f:.]*", urlsplit(text).hostname or ""
    ):
        raise ValueError
    return site_url(text)


def host_names(address: str) -> list[str]:
    """The host of an address as ALLOWED_HOSTS writes it; none where there is no address."""
    return [_host(urlsplit(address))] if address else []


def frontend_cache_url(text: str) -> str:
    return site_url(text) if text else ""


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


def search_engine(text: str) -> dict[str, Any]:
    """How Elasticsearch is reached, and the name of its index; no addresses mean the database alone.

    What is given for one of several addresses counts for all of them.
    """
    every = [split_address(each.strip()) for each in text.split(",") if each.strip()]
    said: dict[str, set[Any]] = {}
    for parts in every:
        for name, value in _access(parts):
            said.setdefault(name, set()).add(value)
    if any(len(values) > 1 for values in said.values()) or len({parts.scheme for parts in every}) > 1:
        raise ValueError
    access = {name: value for name, (value,) in said.items()}
    if "basic_auth" in access and "api_key" in access:
        raise ValueError
    index = access.pop("index", "employability")
    hosts = tuple(f"{parts.scheme}://{_host(parts)}:{parts.port}{parts.path.rstrip('/')}" for parts in every)
    return {"ELASTICSEARCH": {"hosts": hosts, **access} if hosts else {}, "ELASTICSEARCH_INDEX": index}


def _access(parts: SplitResult) -> Iterator[tuple[str, Any]]:
    """Passwords and keys go to another machine by https only."""
    if parts.scheme not in ("http", "https") or not parts.hostname or not parts.port or parts.fragment:
        raise ValueError
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if bool(user) != bool(password):
        raise ValueError
    if user:
        yield "basic_auth", (user, password)
    options = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True) if parts.query else []
    yield from (_option(name, value) for name, value in options)
    is_secret = user or "api_key" in dict(options)
    if is_secret and parts.scheme == "http" and not _is_this_machine(parts.hostname):
        raise ValueError


def _option(name: str, value: str) -> tuple[str, str]:
    if name == "api_key" and re.fullmatch(r"[!-~]+", value):
        return name, value
    if name == "index" and re.fullmatch(r"[a-z][a-z0-9_]{0,60}", value):
        return name, value
    if name == "ca" and Path(value).is_absolute():
        try:
            ssl.create_default_context(cafile=value)
        except OSError as error:  # there is no such file, or no certificate in it
            raise ValueError from error
        return "ca_certs", value
    raise ValueError


def issuer(text: str) -> str:
    """The provider of single sign-on, written as it calls itself; another machine by https only."""
    if not text:
        return ""
    parts = split_address(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise ValueError
    if parts.query or parts.fragment or not re.fullmatch(r"[!-~]{1,255}", text):
        raise ValueError
    if parts.scheme == "http" and not _is_this_machine(parts.hostname):
        raise ValueError
    return text


def _host(parts: SplitResult) -> str:
    return f"[{parts.hostname}]" if ":" in str(parts.hostname) else str(parts.hostname)


def _is_this_machine(host: str) -> bool:
    return host in ("localhost", "::1") or bool(re.fullmatch(r"127(\.[0-9]+){3}", host))


def media_storage(text: str) -> dict[str, Any]:
    """How object storage for uploads is reached, and the `host` that shows its images; {} for a folder."""
    return _object_storage(text, {"endpoint", "region", "host"}) if text else {}


def backups(text: str) -> str | dict[str, Any]:
    """A folder, or how object storage for backups is reached; `location` is the folder in its bucket."""
    if text.startswith("s3://"):
        return _object_storage(text, {"endpoint", "region"}, with_location=True)
    if text and not Path(text).is_absolute():
        raise ValueError
    return text


def _object_storage(text: str, allowed: set[str], with_location: bool = False) -> dict[str, Any]:
    """Without a key in the address the usual places of AWS are asked for one."""
    parts = split_address(text)
    location = unquote(parts.path).strip("/")
    key, secret = unquote(parts.username or ""), unquote(parts.password or "")
    options = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True) if parts.query else []
    said = dict(options)
    if parts.scheme != "s3" or parts.fragment or parts.port or bool(key) != bool(secret):
        raise ValueError
    if not re.fullmatch(r"[a-z0-9][a-z0-9.\-]{1,61}[a-z0-9]", parts.hostname or ""):
        raise ValueError
    if (location and not with_location) or not re.fullmatch(r"[\w\-./]*", location, re.ASCII):
        raise ValueError
    if ".." in location or len(said) < len(options) or not set(said) <= allowed:
        raise ValueError
    return {
        "bucket_name": parts.hostname,
        **({"location": location} if location else {}),
        **({"access_key": key, "secret_key": secret} if key else {}),
        **{OBJECT_STORAGE_OPTIONS[name][0]: OBJECT_STORAGE_OPTIONS[name][1](said[name]) for name in said},
    }


def _endpoint(text: str) -> str:
    """Files go to another machine by https only."""
    parts = split_address(site_url(text))
    if parts.scheme == "http" and not _is_this_machine(parts.hostname):
        raise ValueError
    return parts.geturl()


def _region(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9\-]{2,40}", text):
        raise ValueError
    return text


def _media_host(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9.\-]*(:[0-9]{1,5})?", text):
        raise ValueError
    return text


OBJECT_STORAGE_OPTIONS = {
    "endpoint": ("endpoint_url", _endpoint),
    "region": ("region_name", _region),
    "host": ("host", _media_host),
}


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
    return {
        "EMAIL_BACKEND": "cms.mail.held.SmtpBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port,
        "EMAIL_HOST_USER": user,
        "EMAIL_HOST_PASSWORD": password,
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not _is_this_machine(parts.hostname),
        "EMAIL_TIMEOUT": 20,
    }


sentry_dsn = matching(r"https://[A-Za-z0-9]+@[A-Za-z0-9.:\-]+/(?:[\w\-]+/)*[0-9]+")
security_contact = matching(r"mailto:[^<>\s@]+@[^<>\s@]+|https://[^<>\s]+")
