"""A wrong variable stops the start with one clear line; docs/environment.md tells the same as the code."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.settings.environment import VARIABLES, read

PROJECT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.base",
    "SECRET_KEY": "".join(f"{number}-ab" for number in range(20)),
    "HASH_KEY": "".join(f"{number}+cd" for number in range(20)),
    "SITE_URL": "https://employability.example",
    "ALLOWED_HOSTS": "employability.example",
}
CHECK = ["manage.py", "check"]
WEB = ["-c", "import cms.wsgi"]

# One wrong value of each variable.
WRONG = {
    "SECRET_KEY": "short",
    "SECRET_KEY_FALLBACKS": "short",
    "HASH_KEY": "short",
    "SITE_URL": "employability.example",
    "ADMIN_URL": "admin.employability.example",
    "ALLOWED_HOSTS": "https://employability.example",
    "DATABASE_URL": "mysql://name:secret-word@127.0.0.1/site",
    "DATA_DIR": "data",
    "MEDIA_STORAGE_URL": "s3://name:secret-word@bucket?endpoint=http://storage.example",
    "BACKUP_FOLDER": "backups",
    "BACKUP_KEEP": "all",
    "REDIS_URL": "127.0.0.1:6379",
    "ELASTICSEARCH_URL": "http://name:secret-word@search.example:9200",
    "EMAIL_URL": "smtp://name:secret-word@mail.example",
    "DEFAULT_FROM_EMAIL": "nobody",
    "BULLETIN_CONNECTIONS": "0",
    "BULLETIN_PER_SECOND": "-1",
    "BOUNCE_MAILBOX": "mail/bounces",
    "MAILGUN_WEBHOOK_SIGNING_KEY": "short",
    "TRUSTED_PROXIES": "-1",
    "SENTRY_DSN": "sentry.example",
    "METRICS_TOKEN": "short",
    "SECURITY_CONTACT": "somebody",
    "PAGE_CACHE_MEGABYTES": "much",
    "FRONTEND_CACHE_URL": "127.0.0.1:6081",
    "SECOND_FACTOR_EXEMPT": "*",
    "OIDC_ISSUER": "http://login.example/realm",
    "OIDC_CLIENT_ID": "two words",
    "OIDC_CLIENT_SECRET": "short",
    "OIDC_GROUPS_CLAIM": "two words",
    "OIDC_NAME": "<b>Quay</b>",
    "WEB_WORKERS": "-1",
    "WEB_THREADS": "many",
}
MORE_WRONG = [
    ("SECRET_KEY", "a" * 60),
    ("SITE_URL", "https://employability.example/path"),
    ("SITE_URL", "https://employability.example?query"),
    ("SITE_URL", "https://name@employability.example"),
    ("SITE_URL", "https://employability.example:port"),
    ("SITE_URL", "ftp://employability.example"),
    ("ADMIN_URL", "https://admin.employability.example/admin/"),
    ("ADMIN_URL", "https://name@admin.employability.example"),
    ("ADMIN_URL", "https://*"),
    ("ADMIN_URL", "https://.employability.example"),
    ("ADMIN_URL", "https://admin.employability.example."),
    ("ADMIN_URL", "https://admin_1.employability.example"),
    ("ALLOWED_HOSTS", "*"),
    ("ALLOWED_HOSTS", "employability.example:443"),
    ("DATABASE_URL", "postgres://name@127.0.0.1:port/site"),
    ("DATABASE_URL", "postgres://name@127.0.0.1"),
    ("DATABASE_URL", "site.sqlite3"),
    ("REDIS_URL", "redis://[::1"),
    ("REDIS_URL", "redis:"),
    ("MEDIA_STORAGE_URL", "https://bucket.example"),
    ("MEDIA_STORAGE_URL", "s3://Bucket_"),
    ("MEDIA_STORAGE_URL", "s3://bucket/folder"),
    ("MEDIA_STORAGE_URL", "s3://bucket:9000"),
    ("MEDIA_STORAGE_URL", "s3://name@bucket"),
    ("MEDIA_STORAGE_URL", "s3://name:sec/ret@bucket"),
    ("MEDIA_STORAGE_URL", "s3://bucket?acl=public-read"),
    ("MEDIA_STORAGE_URL", "s3://bucket?region=eu&region=us"),
    ("MEDIA_STORAGE_URL", "s3://bucket?endpoint=https://storage.example/path"),
    ("MEDIA_STORAGE_URL", "s3://bucket?host=https://media.example"),
    ("BACKUP_FOLDER", "s3://bucket/../folder"),
    ("BACKUP_FOLDER", "s3://bucket?host=media.example"),
    ("EMAIL_URL", "mail.example"),
    ("EMAIL_URL", "smtp://mail.example:0"),
    ("EMAIL_URL", "smtp://mail.example:99999"),
    ("DEFAULT_FROM_EMAIL", "Name <name@mail.example>\nBcc: all@mail.example"),
    ("DEFAULT_FROM_EMAIL", "Name <nàme@mail.example>"),
    ("EMAIL_URL", "smtp://name:pàss@mail.example:587"),
    ("OIDC_ISSUER", "login.example"),
    ("OIDC_ISSUER", "https://name:secret-word@login.example"),
    ("OIDC_ISSUER", "https://login.example/?tenant=1"),
    ("OIDC_ISSUER", "https://login.example/#realm"),
    ("OIDC_ISSUER", "https://login.example:port"),
    ("OIDC_ISSUER", "https://login.example/two words"),
    ("OIDC_NAME", "q" * 61),
    ("TRUSTED_PROXIES", "²"),
    ("METRICS_TOKEN", "a" * 40),
    ("METRICS_TOKEN", "two words and more than thirty-two"),
    ("WEB_WORKERS", "1000"),
    ("WEB_THREADS", "4.5"),
]
# What only production refuses, or only when it is seen together with the other variables.
WRONG_IN_PRODUCTION = [
    ("SECRET_KEY", ""),
    ("HASH_KEY", ""),
    ("HASH_KEY", PRODUCTION["SECRET_KEY"]),
    ("SITE_URL", "http://employability.example"),
    ("SITE_URL", ""),
    ("ADMIN_URL", "http://admin.employability.example"),
    ("ADMIN_URL", "https://employability.example"),
    ("ADMIN_URL", "https://EMPLOYABILITY.example:8443"),
    ("ALLOWED_HOSTS", ""),
    ("ALLOWED_HOSTS", "elsewhere.example"),
]


def start(arguments: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
    """Start Python with these variables and none of ours from outside."""
    ours = {*VARIABLES, "DJANGO_ALLOW_ASYNC_UNSAFE"}  # the last is set for the browser tests
    outside = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(  # noqa: S603  our own commands
        [sys.executable, *arguments],
        cwd=PROJECT,
        env={**outside, **PRODUCTION, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def assert_one_clear_line(result: subprocess.CompletedProcess[str], name: str) -> None:
    assert result.returncode == 1
    assert result.stdout == ""
    [line] = result.stderr.strip().splitlines()
    assert re.fullmatch(rf"Cannot start: {name} is not (right|set)\. .*Expected.*", line)
    assert "secret-word" not in line


@pytest.mark.parametrize("name", VARIABLES)
def test_a_wrong_value_stops_the_start_with_one_clear_line(name: str) -> None:
    assert_one_clear_line(start(WEB, **{name: WRONG[name]}), name)


def test_it_stops_commands_in_the_same_way() -> None:
    assert_one_clear_line(start(CHECK, SECRET_KEY=WRONG["SECRET_KEY"]), "SECRET_KEY")


@pytest.mark.parametrize(("name", "value"), WRONG_IN_PRODUCTION)
def test_production_refuses_what_one_machine_may_have(name: str, value: str) -> None:
    assert_one_clear_line(start(WEB, **{name: value}), name)


@pytest.mark.parametrize(("name", "value"), MORE_WRONG)
def test_odd_values_are_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=f"^{name} is not right. Expected: "):
        read(name)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", "http://127.0.0.1:8000/"),
        ("ADMIN_URL", "https://admin.employability.example/"),
        ("ADMIN_URL", "http://[::1]:8000"),
        ("ALLOWED_HOSTS", "127.0.0.1, [::1], .employability.example"),
        ("DATABASE_URL", "postgres://name:p%40ss@db.example:5432/site"),
        ("DATABASE_URL", "sqlite:////srv/site.sqlite3"),
        ("REDIS_URL", "redis://127.0.0.1:6379/1"),
        ("ELASTICSEARCH_URL", "https://name:p%40ss@one.example:9200,https://two.example:9200?index=site"),
        ("MEDIA_STORAGE_URL", "s3://name:s%2Fcret@bucket.one?endpoint=https://storage.example:9000"),
        (
            "MEDIA_STORAGE_URL",
            "s3://bucket?endpoint=http://127.0.0.1:9000&region=eu-west-2&host=media.example",
        ),
        ("BACKUP_FOLDER", "s3://bucket/backups/site?region=eu-west-2"),
        ("EMAIL_URL", "smtps://name:p%40ss@mail.example:465"),
        ("DEFAULT_FROM_EMAIL", "Employability <no-reply@employability.example>"),
        ("OIDC_ISSUER", "https://login.example.org:8443/realms/one/"),
        ("OIDC_ISSUER", "http://127.0.0.1:9000"),
        ("OIDC_GROUPS_CLAIM", "https://login.example.org/roles"),
    ],
)
def test_right_values_are_read(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert read(name)


def test_mail_is_encrypted_on_its_way_to_another_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMAIL_URL", "smtp://mail.example:587")
    assert read("EMAIL_URL")["EMAIL_USE_TLS"]
    monkeypatch.setenv("EMAIL_URL", "smtp://127.0.0.1:25")
    assert not read("EMAIL_URL")["EMAIL_USE_TLS"]


PROVIDER = {
    "OIDC_ISSUER": "https://login.example.org/realm",
    "OIDC_CLIENT_ID": "employability",
    "OIDC_CLIENT_SECRET": "a-secret-word-between-two",
}


@pytest.mark.parametrize("missing", PROVIDER)
def test_half_a_provider_of_single_sign_on_stops_the_start(missing: str) -> None:
    assert_one_clear_line(start(WEB, **{**PROVIDER, missing: ""}), missing)


def test_a_whole_one_starts_and_none_is_none() -> None:
    shown = ["-c", "import cms.wsgi; from django.conf import settings; print(settings.SINGLE_SIGN_ON)"]
    assert start(shown).stdout == "{}\n"
    whole = start(shown, **PROVIDER)
    assert "'groups_claim': 'groups'" in whole.stdout and whole.returncode == 0, whole.stderr


@pytest.mark.parametrize("way_in", [CHECK, WEB])
def test_right_values_start(way_in: list[str]) -> None:
    result = start(way_in)
    assert result.returncode == 0, result.stderr


def test_production_settings_pass_the_check_for_deployment() -> None:
    result = start(["manage.py", "check", "--deploy", "--fail-level", "WARNING"])
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


def test_an_empty_value_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_THREADS", " ")
    assert read("WEB_THREADS") == 4


def test_the_document_says_what_the_code_says() -> None:
    text = (PROJECT / "docs/environment.md").read_text()
    table = [
        [cell.strip() for cell in row]
        for row in re.findall(r"^\| (`.*) \| (.*) \| (.*) \| (.*) \|$", text, re.M)
    ]
    shown = {name.strip("`"): tuple(cells) for name, *cells in table}
    assert shown == {
        variable.name: (
            variable.meaning,
            variable.form,
            f"`{variable.default}`" if variable.default else "–",
        )
        for variable in VARIABLES.values()
    }
